import { listReliefApplications, type ReliefApplicationRow } from '#contracts/relief.ts';
import { APPLICATION_STATUSES, RELIEF_STATUS_LABELS, type ReliefStatus } from '#contracts/relief-lifecycle.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: APPLICATION_STATUSES.map(value => ({ value, label: RELIEF_STATUS_LABELS[value] })),
  },
];

const columns = (today: string): readonly Column<ReliefApplicationRow>[] => [
  { key: 'number', title: '编号', cell: row => row.number, width: 150 },
  { key: 'name', title: '申请人', cell: row => row.elderName },
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
  { key: 'spent', title: '必要支出（元）', number: true, cell: row => fenToYuanText(row.spentFen) },
  {
    key: 'amount',
    title: '救助（元）',
    number: true,
    cell: row => (row.amountFen === null ? '' : fenToYuanText(row.amountFen)),
  },
  { key: 'at', title: '受理', cell: row => instantWords(row.appliedAt, today), optional: true },
  { key: 'status', title: '进展', cell: row => <Chip tone="plain">{RELIEF_STATUS_LABELS[row.status]}</Chip> },
];

/** Temporary relief that this area decides, or took in for another. */
export default function ApplicationsPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const answer = usePagesOf(listReliefApplications, {
    query: { ...(values.status && { status: values.status as ReliefStatus }) },
  });
  return (
    <>
      <PageHeader title="临时救助" facts={['居住地受理，户籍地审核', '人户分离的一个编号，两个街道都看得到']} />
      <FilterBar name="relief" specs={SPECS} />
      <DataList
        name="relief"
        unit="件"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/relief/applications/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="临时救助">
            <EmptyState icon="document" title="没有临时救助">
              困难预警核实属实以后受理的，会出现在这里。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
