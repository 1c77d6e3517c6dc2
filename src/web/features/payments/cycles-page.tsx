import { useNavigate } from 'react-router';
import type { CycleRow } from '#contracts/payments/cycle-nouns.ts';
import { listCycles, prepareCycle } from '#contracts/payments/cycles.ts';
import { CYCLE_STATUS_LABELS, CYCLE_STATUSES, type CycleStatus } from '#contracts/payments/lifecycle.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';
import { monthOptions } from './payment-words.ts';

const columns = (today: string): readonly Column<CycleRow>[] => [
  {
    key: 'month',
    title: '批次',
    cell: row => (
      <>
        {row.areaName}
        {monthWords(row.month)}
        {row.round > 1 && `第${row.round}次`}
      </>
    ),
  },
  {
    key: 'status',
    title: '办到哪了',
    cell: row => (
      <Chip tone={row.status === 'reconciled' ? 'pine' : row.status === 'cancelled' ? 'plain' : 'today'}>
        {CYCLE_STATUS_LABELS[row.status]}
      </Chip>
    ),
  },
  { key: 'people', title: '人数', number: true, cell: row => countWords(row.people) },
  { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.totalFen) },
  { key: 'due', title: '下一步期限', cell: row => (row.dueOn ? `${dateWords(row.dueOn, today)}前` : '') },
  {
    key: 'maker',
    title: '编制',
    optional: true,
    cell: row => `${row.preparedBy}，${instantWords(row.preparedAt, today)}`,
  },
];

/** 发放批次: one a district and month, with the way to a new one. */
export default function CyclesPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const specs: readonly FilterSpec[] = [
    { name: 'month', label: '月份', kind: 'select', options: monthOptions(today || '2025-06-01') },
    {
      name: 'status',
      label: '办到哪了',
      kind: 'select',
      options: CYCLE_STATUSES.map(value => ({ value, label: CYCLE_STATUS_LABELS[value] })),
    },
  ];
  const status = values.status as CycleStatus | undefined;
  const answer = usePagesOf(listCycles, {
    query: { ...(values.month && { month: values.month }), ...(status && { status }) },
  });
  return (
    <>
      <PageHeader
        title="补贴津贴发放"
        facts={[areaName, '户籍所在的区发放', '编制、复核、授权由三个人办', '每月底前发下月的钱']}
      >
        {role === 'district' && today && <Prepare today={today} />}
      </PageHeader>
      <FilterBar name="payment-cycles" specs={specs} />
      <DataList
        name="payment-cycles"
        unit="个批次"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/payments/cycles/:id', { id: row.id })}
        empty={
          <NothingMatches specs={specs} what="发放批次">
            <EmptyState icon="money" title="还没有发放批次">
              区里每月编制一个：先核定户籍在本区的老人，再列出该发、补发和停发的，由另一人复核。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

/** The month now, or the next once this one has been through. */
function Prepare({ today }: { today: string }) {
  const write = useWrite(prepareCycle);
  const navigate = useNavigate();
  const [next, now] = monthOptions(today);
  const start = (month: string) =>
    write.mutate(
      { body: { month } },
      { onSuccess: made => void navigate(fill('/desk/payments/cycles/:id', { id: made.id })) },
    );
  return (
    <>
      {now && (
        <Button busy={write.isPending} onClick={() => start(now.value)}>
          编制{now.label}
        </Button>
      )}
      {next && (
        <Button look="go" busy={write.isPending} onClick={() => start(next.value)}>
          编制{next.label}
        </Button>
      )}
      {write.error && <ErrorState error={write.error} kept="已有的批次不受影响" />}
    </>
  );
}
