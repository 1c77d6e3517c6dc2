import { listSettleLines, SETTLE_LINE_KIND_LABELS, type SettleLine } from '#contracts/payments.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const columns = (today: string): readonly Column<SettleLine>[] => [
  { key: 'who', title: '老人和项目', cell: row => `${row.elderName}，${row.itemName}`, width: '26%' },
  { key: 'day', title: '服务日', cell: row => dateWords(row.servedOn, today) },
  {
    key: 'kind',
    title: '类别',
    cell: row => <Chip tone={row.kind === 'void' ? 'over' : 'pine'}>{SETTLE_LINE_KIND_LABELS[row.kind]}</Chip>,
  },
  { key: 'ltc', title: '长护险（元）', cell: row => fenToYuanText(row.ltcFen), number: true },
  { key: 'subsidy', title: '补贴（元）', cell: row => fenToYuanText(row.subsidyFen), number: true },
  { key: 'voucher', title: '服务券（元）', cell: row => fenToYuanText(row.voucherFen), number: true },
  { key: 'self', title: '本人（元）', cell: row => fenToYuanText(row.selfFen), number: true },
  { key: 'total', title: '合计（元）', cell: row => fenToYuanText(row.totalFen), number: true },
  { key: 'firm', title: '服务商', cell: row => row.providerName, optional: true },
  { key: 'reason', title: '缘由', cell: row => row.reason, optional: 'off' },
];

/** The months from January of last year to this one, newest first. */
const monthsUpTo = (today: string): { value: string; label: string }[] => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: 12 + month }, (_, i) => {
    const at = year * 12 + month - 1 - i;
    const value = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { value, label: `${Math.floor(at / 12)}年${(at % 12) + 1}月` };
  });
};

/** 结算行: one line a verified record; sums are of the lines below the filter. */
export default function LinesPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const specs: readonly FilterSpec[] = [{ name: 'month', label: '月份', kind: 'select', options: monthsUpTo(today) }];
  const lines = usePagesOf(listSettleLines, { query: values });
  const sums = useQueryOf(listSettleLines, { query: { ...values, limit: 1 } }).data?.sums;
  return (
    <>
      <PageHeader
        title="服务结算"
        sentence={
          sums && (
            <>
              共<b>{fenToYuanText(sums.totalFen)}元</b>：长护险{fenToYuanText(sums.ltcFen)}元，补贴
              {fenToYuanText(sums.subsidyFen)}元，服务券{fenToYuanText(sums.voucherFen)}元，本人
              {fenToYuanText(sums.selfFen)}元。
            </>
          )
        }
      />
      <FilterBar name="settle-lines" specs={specs} />
      <DataList
        name="settle-lines"
        unit="行"
        columns={columns(today)}
        answer={lines}
        rowKey={row => row.id}
        to={row => fill('/desk/orders/:id', { id: row.orderId })}
        empty={
          <NothingMatches specs={specs} what="结算行">
            <EmptyState icon="money" title="还没有结算行">
              老人或家属确认一次服务，就有一行；住院、入住机构和外出的日子没有。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
