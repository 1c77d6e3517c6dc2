import type { AssessmentRow } from '#contracts/assessments/assessment.ts';
import { listAssessments } from '#contracts/assessments/endpoints.ts';
import {
  ASSESSMENT_STATUS_LABELS,
  ASSESSMENT_STATUSES,
  type AssessmentStatus,
} from '#contracts/assessments/lifecycle.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { levelWords } from './assessment-words.ts';
import './assessments.css';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: ASSESSMENT_STATUSES.map(value => ({ value, label: ASSESSMENT_STATUS_LABELS[value] })),
  },
];

const columnsOn = (today: string): readonly Column<AssessmentRow>[] => [
  {
    key: 'elder',
    title: '老人',
    cell: row => (
      <>
        {row.elderName}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'reason', title: '原因', cell: row => row.reason },
  { key: 'status', title: '进展', cell: row => <StatusChip row={row} today={today} /> },
  {
    key: 'level',
    title: '结果',
    cell: row =>
      row.level !== null && [row.total !== null && `${row.total}分`, levelWords(row.level)].filter(Boolean).join('，'),
  },
  {
    key: 'assessors',
    title: '评估员',
    optional: true,
    cell: row => <span className="sm soft">{row.assessors.join('、')}</span>,
  },
  { key: 'visit', title: '上门', optional: true, cell: row => row.visitAt && instantWords(row.visitAt, today) },
  { key: 'validTo', title: '有效至', cell: row => row.validTo && dateWords(row.validTo, today) },
  {
    key: 'due',
    title: '应办结',
    cell: row =>
      row.dueOn && <span className={row.dueOn < today ? 'red' : undefined}>{dateWords(row.dueOn, today)}</span>,
  },
];

function StatusChip({ row, today }: { row: AssessmentRow; today: string }) {
  const label = ASSESSMENT_STATUS_LABELS[row.status];
  if (row.dueOn && row.dueOn < today) return <Chip tone="over">{label}，已超期</Chip>;
  return <Chip tone={row.status === 'published' ? 'pine' : 'plain'}>{label}</Chip>;
}

/** Every ability assessment of the area, newest application first. */
export default function AssessmentsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const status = values.status as AssessmentStatus | undefined;
  const answer = usePagesOf(listAssessments, { query: { ...(status && { status }) } });
  return (
    <>
      <PageHeader title="能力评估" facts={[areaName, '按《老年人能力评估规范》GB/T 42195-2022']}>
        {(role === 'street' || role === 'district') && (
          <LinkButton to="/desk/assessments/calendar">评估员日历</LinkButton>
        )}
        {role === 'district' && <LinkButton to="/desk/assessments/samples">盲评抽样</LinkButton>}
        {(role === 'community' || role === 'street') && (
          <LinkButton look="go" icon="plus" to="/desk/assessments/new">
            申请评估
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar name="assessments" specs={SPECS} />
      <DataList
        name="assessments"
        unit="次"
        columns={columnsOn(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/assessments/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="评估">
            <EmptyState icon="scales" title="还没有能力评估">
              社区、街道、老人和家属都可以申请；申请后由街道派两名评估员上门。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
