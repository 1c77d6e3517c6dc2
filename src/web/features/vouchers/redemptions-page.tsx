import { REDEMPTION_KIND_LABELS, VOUCHER_STATEMENT_STATUS_LABELS } from '#contracts/voucher-lifecycle.ts';
import {
  listVoucherRedemptions,
  listVoucherStatements,
  makeVoucherStatements,
  type VoucherRedemption,
} from '#contracts/vouchers.ts';
import { monthOf } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { periodWords } from './voucher-words.ts';

const columnsOn = (today: string): readonly Column<VoucherRedemption>[] => [
  { key: 'day', title: '服务日', cell: row => dateWords(row.servedOn, today) },
  {
    key: 'who',
    title: '老人和项目',
    cell: row => (
      <>
        {row.elderName}，{row.itemName}
        <span className="row-note">{row.schemeName}</span>
      </>
    ),
  },
  { key: 'firm', title: '服务商', cell: row => row.providerName },
  {
    key: 'kind',
    title: '类别',
    cell: row => (
      <>
        <Chip tone={row.kind === 'return' ? 'over' : 'pine'}>{REDEMPTION_KIND_LABELS[row.kind]}</Chip>
        {row.kind === 'return' && <span className="row-note">{row.reason}</span>}
      </>
    ),
  },
  { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
  { key: 'paid', title: '结算', cell: row => (row.statementId ? '已结成单' : '还没有结算') },
];

const STATEMENTS = [
  { key: 'firm', title: '服务商' },
  { key: 'month', title: '到哪个月底' },
  { key: 'n', title: '笔数', number: true },
  { key: 'fen', title: '金额（元）', number: true },
  { key: 'status', title: '到哪一步' },
];

const SPECS_OF = (today: string): readonly FilterSpec[] => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const options = Array.from({ length: 12 }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    const value = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { value, label: periodWords(value) };
  });
  return [{ name: 'month', label: '月份', kind: 'select', options }];
};

/** Where vouchers were spent, and what is owed to whom for it: a district's office, or a provider for itself. */
export default function RedemptionsPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const specs = SPECS_OF(today);
  const answer = usePagesOf(listVoucherRedemptions, { query: values });
  const sums = useQueryOf(listVoucherRedemptions, { query: { ...values, limit: 1 } }).data;
  return (
    <>
      <PageHeader
        title="用券和结算"
        sentence={
          sums && (
            <>
              共用券<b>{fenToYuanText(sums.totalFen)}元</b>，{sums.elders}位老人，{sums.providers}家服务商。
            </>
          )
        }
      />
      <div className="stack">
        <Dues today={today} />
        <section>
          <SectionHead title="用券明细" note="服务确认后一笔；更正过的退回为负" />
          <FilterBar name="voucher-redemptions" specs={specs} />
          <DataList
            name="voucher-redemptions"
            unit="笔"
            columns={columnsOn(today)}
            answer={answer}
            rowKey={row => row.id}
            to={row => fill('/desk/orders/:id', { id: row.orderId })}
            empty={
              <NothingMatches specs={specs} what="用券">
                <EmptyState icon="money" title="还没有用券">
                  老人或家属确认一次服务，用掉的券就列在这里：哪天、在哪家、买了什么。
                </EmptyState>
              </NothingMatches>
            }
          />
        </section>
      </div>
    </>
  );
}

/** What is owed on no statement yet, and the statements on their way to payment. */
function Dues({ today }: { today: string }) {
  const { role } = useSession().currentPost;
  const answer = useQueryOf(listVoucherStatements, { query: { limit: 20 } });
  const write = useWrite(makeVoucherStatements);
  return (
    <section>
      <SectionHead title="欠各家服务商的" note="结成单后进区里的发放批次，由另外的人复核、授权">
        {role === 'district' && (
          <Button look="go" busy={write.isPending} onClick={() => write.mutate({ body: { month: monthOf(today) } })}>
            把本月的结成单
          </Button>
        )}
      </SectionHead>
      {write.error && <ErrorState error={write.error} kept="没有结成单" />}
      <Loaded of={answer} rows={2}>
        {({ rows, open }) =>
          rows.length + open.length === 0 ? (
            <p className="sm soft">没有欠的。</p>
          ) : (
            <Table caption="欠各家服务商的服务券" columns={STATEMENTS}>
              {open.map(row => (
                <tr key={row.providerId}>
                  <td>{row.providerName}</td>
                  <td />
                  <td className="num">{row.redemptions}</td>
                  <td className="num">{fenToYuanText(row.amountFen)}</td>
                  <td>{row.amountFen > 0 ? '还没有结成单' : '退回的比用的多，从以后的用券里扣'}</td>
                </tr>
              ))}
              {rows.map(row => (
                <tr key={row.id}>
                  <td>{row.providerName}</td>
                  <td>{periodWords(row.month)}</td>
                  <td className="num">{row.redemptions}</td>
                  <td className="num">{fenToYuanText(row.amountFen)}</td>
                  <td>
                    {VOUCHER_STATEMENT_STATUS_LABELS[row.status]}
                    {row.paidOn && `，${dateWords(row.paidOn, today)}`}
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
    </section>
  );
}
