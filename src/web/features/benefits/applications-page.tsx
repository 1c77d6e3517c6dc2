import { listApplications } from '#contracts/benefits/endpoints.ts';
import {
  APPLICATION_STATUS_LABELS,
  APPLICATION_STATUSES,
  type ApplicationStatus,
} from '#contracts/benefits/lifecycle.ts';
import type { ApplicationRow } from '#contracts/benefits/records.ts';
import { SCHEME_LABELS, SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import './benefits.css';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: APPLICATION_STATUSES.map(value => ({ value, label: APPLICATION_STATUS_LABELS[value] })),
  },
  {
    name: 'scheme',
    label: '待遇',
    kind: 'select',
    options: SCHEMES.map(value => ({ value, label: SCHEME_LABELS[value] })),
  },
];

const columnsOn = (today: string): readonly Column<ApplicationRow>[] => [
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
  { key: 'scheme', title: '待遇', cell: row => SCHEME_LABELS[row.scheme] },
  {
    key: 'applied',
    title: '申请',
    cell: row => (
      <>
        {dateWords(row.appliedOn, today)}
        <span className="row-note">{row.appliedBy}</span>
      </>
    ),
  },
  {
    key: 'status',
    title: '进展',
    cell: row => (
      <Chip tone={row.dueOn && row.dueOn < today ? 'over' : row.status === 'granted' ? 'pine' : 'plain'}>
        {APPLICATION_STATUS_LABELS[row.status]}
      </Chip>
    ),
  },
  { key: 'decision', title: '决定', optional: true, cell: row => row.decidedBy && `${row.decidedBy}` },
  {
    key: 'due',
    title: '应办结',
    cell: row =>
      row.dueOn && <span className={row.dueOn < today ? 'red' : undefined}>{dateWords(row.dueOn, today)}</span>,
  },
];

/** Applications of the area, newest first. */
export default function ApplicationsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName } = useSession().currentPost;
  const status = values.status as ApplicationStatus | undefined;
  const scheme = values.scheme as Scheme | undefined;
  const answer = usePagesOf(listApplications, { query: { ...(status && { status }), ...(scheme && { scheme }) } });
  return (
    <>
      <PageHeader title="待遇申请" facts={[areaName, '经办和审核要分开']} />
      <FilterBar name="benefit-applications" specs={SPECS} />
      <DataList
        name="benefit-applications"
        unit="份"
        columns={columnsOn(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/benefits/applications/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="申请">
            <EmptyState icon="money" title="还没有待遇申请">
              老人、家属可以自己申请，社区可以代办；申请后由街道审核。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
