import { listReliefApplications, type ReliefApplicationRow } from '#contracts/relief.ts';
import {
  APPLICATION_STATUSES,
  isRecognition,
  RECOGNITION_STATUS_LABELS,
  RELIEF_KIND_LABELS,
  RELIEF_KINDS,
  RELIEF_STATUS_LABELS,
  type ReliefKind,
  type ReliefStatus,
  sayReliefStatus,
  type TemporaryStatus,
} from '#contracts/relief-lifecycle.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { applicationPath } from './application-path.ts';

const DECIDING: readonly ReliefStatus[] = ['applied', 'surveyed', 'posted', 'submitted'];

/** One status of both kinds in the words of both, where they differ. */
const saysBoth = (status: ReliefStatus): string => {
  const [one, other] = [RECOGNITION_STATUS_LABELS[status], RELIEF_STATUS_LABELS[status as TemporaryStatus]];
  return [...new Set([one, other].filter(Boolean))].join('／');
};
const SPECS: readonly FilterSpec[] = [
  {
    name: 'kind',
    label: '哪一项',
    kind: 'select',
    options: RELIEF_KINDS.map(value => ({ value, label: RELIEF_KIND_LABELS[value] })),
  },
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: APPLICATION_STATUSES.map(value => ({ value, label: saysBoth(value) })),
  },
];

const columns = (today: string): readonly Column<ReliefApplicationRow>[] => [
  { key: 'number', title: '编号', cell: row => row.number, width: 150 },
  { key: 'name', title: '申请人', cell: row => row.elderName },
  { key: 'kind', title: '哪一项', cell: row => RELIEF_KIND_LABELS[row.kind] },
  {
    key: 'streets',
    title: '谁审核',
    cell: row => (
      <>
        {row.responsible ? '本辖区审核' : `${row.responsibleName}审核`}
        {row.responsibleName !== row.appliedName && <span className="row-note">人户分离，{row.appliedName}受理</span>}
      </>
    ),
  },
  {
    key: 'amount',
    title: '核定',
    number: true,
    cell: row => {
      if (row.amountFen === null)
        return <span className="mute">{DECIDING.includes(row.status) ? '还没有' : '没有'}</span>;
      if (!isRecognition(row.kind)) return `一次${fenToYuanText(row.amountFen)}元`;
      return row.amountFen > 0 ? `每月${fenToYuanText(row.amountFen)}元` : '认定资格';
    },
  },
  { key: 'at', title: '受理', cell: row => instantWords(row.appliedAt, today), optional: true },
  {
    key: 'status',
    title: '进展',
    cell: row => (
      <>
        <Chip tone="plain">{sayReliefStatus(row.kind, row.status)}</Chip> {row.due && <DueChip due={row.due} />}
      </>
    ),
  },
];

/** Everything applied for that this area decides, or took in for another. */
export default function ApplicationsPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const answer = usePagesOf(listReliefApplications, {
    query: {
      ...(values.status && { status: values.status as ReliefStatus }),
      ...(values.kind && { kind: values.kind as ReliefKind }),
    },
  });
  return (
    <>
      <PageHeader title="救助申请" facts={['居住地受理，户籍地办', '人户分离的一个编号，两个街道都看得到']} />
      <FilterBar name="relief" specs={SPECS} />
      <DataList
        name="relief"
        unit="件"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={applicationPath}
        empty={
          <NothingMatches specs={SPECS} what="救助申请">
            <EmptyState icon="document" title="没有救助申请">
              在老人档案的“社会救助”里受理的低保、低收入、特困，困难预警属实以后受理的临时救助，会出现在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
