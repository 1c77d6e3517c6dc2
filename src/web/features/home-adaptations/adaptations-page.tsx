import { ADAPTATION_STATUS_LABELS, ADAPTATION_STATUSES } from '#contracts/home-adaptation-lifecycle.ts';
import { type AdaptationRow, listAdaptations } from '#contracts/home-adaptations.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip, DueChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { dueOf, toneOf } from './words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '老人姓名', kind: 'search', placeholder: '老人姓名（全名）' },
  {
    name: 'status',
    label: '办到哪了',
    kind: 'select',
    options: ADAPTATION_STATUSES.map(value => ({ value, label: ADAPTATION_STATUS_LABELS[value] })),
  },
  { name: 'due', label: '期限', kind: 'select', options: [{ value: 'overdue', label: '已超期' }] },
];

const columns = (today: string): readonly Column<AdaptationRow>[] => [
  {
    key: 'who',
    title: '老人',
    width: '26%',
    cell: row => (
      <>
        {row.elderName} {row.elderAge}岁<span className="row-note">{row.place}</span>
      </>
    ),
  },
  {
    key: 'status',
    title: '办到哪了',
    cell: row => <Chip tone={toneOf(row.status)}>{ADAPTATION_STATUS_LABELS[row.status]}</Chip>,
  },
  {
    key: 'next',
    title: '下一步',
    cell: row => {
      const due = dueOf(row);
      return (
        <>
          {row.nextLabel} {due && <DueChip due={due} />}
        </>
      );
    },
  },
  {
    key: 'cost',
    title: '改造（元）',
    number: true,
    cell: row => (row.costFen === null ? '' : fenToYuanText(row.costFen)),
  },
  {
    key: 'subsidy',
    title: '补贴（元）',
    number: true,
    cell: row => (row.subsidyFen === null ? '' : fenToYuanText(row.subsidyFen)),
  },
  { key: 'firm', title: '服务商', cell: row => row.providerName ?? '', optional: true },
  { key: 'number', title: '编号', cell: row => row.number, optional: 'off' },
  { key: 'applied', title: '申请', cell: row => dateWords(row.appliedOn, today), optional: true },
];

/** Adaptations in reach, whose turn it is and by when. */
export default function AdaptationsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const answer = usePagesOf(listAdaptations, { query: values as never });
  return (
    <>
      <PageHeader title="适老化改造" facts={['先由独立的评估机构评估，再改造、验收、结算']}>
        <LinkButton to="/desk/adaptations/products">看改造目录</LinkButton>
      </PageHeader>
      <FilterBar name="adaptations" specs={SPECS} />
      <DataList
        name="adaptations"
        unit="件"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/adaptations/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="改造">
            <EmptyState icon="document" title="还没有适老化改造">
              从“找人”打开一位老人，点“申请适老化改造”；老人和家属也可以自己申请。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
