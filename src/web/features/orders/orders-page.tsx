import { ORDER_STATUS_LABELS, ORDER_STATUSES } from '#contracts/order-lifecycle.ts';
import { listOrders, type OrderRow } from '#contracts/orders.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { countWords, dateWords, instantWords } from '../../ui/words.ts';
import { statusTone, yuan } from './words.ts';

const SPECS: readonly FilterSpec[] = [
  { name: 'name', label: '老人姓名', kind: 'search', placeholder: '老人姓名（全名）' },
  {
    name: 'status',
    label: '状态',
    kind: 'select',
    options: ORDER_STATUSES.map(value => ({ value, label: ORDER_STATUS_LABELS[value] })),
  },
  { name: 'wantedFrom', label: '上门日期从', kind: 'date' },
  { name: 'wantedTo', label: '上门日期到', kind: 'date' },
];

const columns = (today: string): readonly Column<OrderRow>[] => [
  { key: 'who', title: '老人和项目', cell: row => <Who row={row} />, width: '30%' },
  {
    key: 'when',
    title: '上门',
    cell: row => `${row.wantedOn === today ? '今天' : dateWords(row.wantedOn, today)} ${row.wantedTime ?? ''}`,
  },
  { key: 'status', title: '状态', cell: row => <Status row={row} today={today} /> },
  { key: 'by', title: '护理员', cell: row => row.caregiverName ?? '还没派' },
  { key: 'firm', title: '服务商', cell: row => row.providerName ?? '', optional: true },
  { key: 'price', title: '价格', cell: row => yuan(row.priceFen), number: true, optional: true },
  { key: 'number', title: '单号', cell: row => row.number, optional: 'off' },
];

function Who({ row }: { row: OrderRow }) {
  return (
    <>
      {row.elderName} {row.elderAge}岁，{row.itemName}
      <span className="row-note">{row.place}</span>
    </>
  );
}

function Status({ row, today }: { row: OrderRow; today: string }) {
  return (
    <>
      <Chip tone={statusTone(row.status)}>{ORDER_STATUS_LABELS[row.status]}</Chip>
      {row.status === 'dispatched' && row.answerBy && (
        <span className="row-note">{instantWords(row.answerBy, today)}前要回应</span>
      )}
    </>
  );
}

/** 派服务: every order in reach, with what waits first in the sentence. */
export default function OrdersPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const orders = usePagesOf(listOrders, { query: values });
  const counts = useQueryOf(listOrders, { query: { ...values, limit: 1 } }).data?.counts ?? {};
  return (
    <>
      <PageHeader
        title="派服务"
        sentence={
          <>
            <b>{countWords(counts.submitted ?? 0)}单待派</b>，{countWords(counts.dispatched ?? 0)}单等护理员回应，
            {countWords(counts.done ?? 0)}单等确认。
          </>
        }
      >
        <LinkButton to="/desk/elders" icon="person">
          找老人下单
        </LinkButton>
      </PageHeader>
      <FilterBar name="orders" specs={SPECS} />
      <DataList
        name="orders"
        unit="单"
        columns={columns(today)}
        answer={orders}
        rowKey={row => row.id}
        to={row => fill('/desk/orders/:id', { id: row.id })}
        empty={
          <NothingMatches specs={SPECS} what="服务单">
            <EmptyState icon="dispatch" title="还没有服务单">
              老人、家属或社区下了单，会列在这里。从“找人”打开一位老人，就能替他下单。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
