import {
  listPayables,
  ONE_OFF_SCHEMES,
  PAID_SCHEME_LABELS,
  PAYABLE_STATUS_LABELS,
  PAYABLE_STATUSES,
  type Payable,
} from '#contracts/payments/payables.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import './payments.css';

const COLUMNS: readonly Column<Payable>[] = [
  {
    key: 'for',
    title: '为什么发',
    cell: row => (
      <>
        {row.sentence}
        <span className="row-note">{row.areaName}</span>
      </>
    ),
  },
  { key: 'payee', title: '领款的', cell: row => row.payeeName },
  { key: 'scheme', title: '待遇', optional: 'off', cell: row => PAID_SCHEME_LABELS[row.scheme] },
  { key: 'month', title: '哪个月的', optional: 'off', cell: row => monthWords(row.month) },
  { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
  {
    key: 'status',
    title: '到哪一步',
    width: '26%',
    cell: row => (
      <>
        <Chip tone={row.status === 'paid' ? 'pine' : row.status === 'waiting' ? 'today' : 'plain'}>
          {PAYABLE_STATUS_LABELS[row.status]}
        </Chip>
        <span className="row-note">{row.says}</span>
      </>
    ),
  },
];

/** 一次发放: what was decided one by one and goes through the same cycle as the monthly allowances. */
export default function PayablesPage() {
  const { values } = useFilters();
  const { areaName } = useSession().currentPost;
  const specs: readonly FilterSpec[] = [
    {
      name: 'status',
      label: '到哪一步',
      kind: 'select',
      options: PAYABLE_STATUSES.map(value => ({ value, label: PAYABLE_STATUS_LABELS[value] })),
    },
    {
      name: 'scheme',
      label: '待遇',
      kind: 'select',
      options: ONE_OFF_SCHEMES.map(value => ({ value, label: PAID_SCHEME_LABELS[value] })),
    },
  ];
  const answer = usePagesOf(listPayables, { query: values as never });
  const fen = useQueryOf(listPayables, { query: { ...values, limit: 1 } as never }).data?.totalFen;
  return (
    <>
      <PageHeader
        title="一次发放的钱"
        facts={[areaName, '进区里下一个发放批次', typeof fen === 'number' && `合计${fenToYuanText(fen)}元`].filter(
          Boolean,
        )}
      />
      <FilterBar name="payables" specs={specs} />
      <DataList
        name="payables"
        unit="笔"
        columns={COLUMNS}
        answer={answer}
        rowKey={row => row.id}
        to={row => fill('/desk/payments/payables/:id', { id: row.id })}
        empty={
          <NothingMatches specs={specs} what="一次发放的钱">
            <EmptyState icon="money" title="还没有一次发放的钱">
              临时救助、丧葬补贴、节日慰问和机构补贴批准后列在这里，区里编制下一个批次时一起发。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
