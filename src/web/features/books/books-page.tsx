import {
  BOOK_ACCOUNT_LABELS,
  BOOK_ACCOUNTS,
  type BookAccount,
  type BookEntry,
  listBookEntries,
  readTrialBalance,
} from '#contracts/books.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { usePagesOf, useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { EnterMoney } from './enter-money.tsx';
import { Shares } from './shares.tsx';

/** Months of this year and the last, newest first. */
function months(today: string): { value: string; label: string }[] {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  return Array.from({ length: 13 }, (_, back) => {
    const at = now - back;
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
    return { value: `${year}-${String(month).padStart(2, '0')}`, label: `${year}年${month}月` };
  });
}

const columns = (today: string): readonly Column<BookEntry>[] => [
  { key: 'at', title: '时间', cell: row => instantWords(row.postedAt, today) },
  {
    key: 'note',
    title: '摘要',
    cell: row => (
      <>
        {row.note}
        <span className="row-note">
          {row.areaName}，{monthWords(row.month)}，{row.postedBy}
        </span>
      </>
    ),
  },
  { key: 'debit', title: '借', cell: row => BOOK_ACCOUNT_LABELS[row.debit] },
  { key: 'credit', title: '贷', cell: row => BOOK_ACCOUNT_LABELS[row.credit] },
  { key: 'fen', title: '金额（元）', number: true, cell: row => fenToYuanText(row.amountFen) },
];

/** The record behind an entry; of an expense its own lines. What comes in by document has no page but this. */
function recordOf(row: BookEntry): string {
  const { kind, id } = row.subject;
  const expense = [row.debit, row.credit].find(each => each.startsWith('expense.'));
  if (kind === 'payment-cycle' && expense)
    return `/desk/payments/lines?cycleId=${id}&scheme=${expense.slice('expense.'.length)}`;
  if (kind === 'payment-cycle') return fill('/desk/payments/cycles/:id', { id });
  if (kind === 'payment-recovery') return fill('/desk/payments/recoveries/:id', { id });
  if (kind === 'home-adaptation') return fill('/desk/adaptations/:id', { id });
  return '/desk/books';
}

/** 试算平衡 and the entries behind it; beside each checked account what the records say it must hold. */
export default function BooksPage() {
  const { values } = useFilters();
  const today = useBusinessDate();
  const { areaName, role } = useSession().currentPost;
  const account = values.account as BookAccount | undefined;
  const specs: readonly FilterSpec[] = [
    { name: 'month', label: '月份', kind: 'select', options: months(today || '2025-06-01') },
    {
      name: 'account',
      label: '科目',
      kind: 'select',
      options: BOOK_ACCOUNTS.map(value => ({ value, label: BOOK_ACCOUNT_LABELS[value] })),
    },
  ];
  const month = values.month ? { month: values.month } : {};
  const answer = usePagesOf(listBookEntries, { query: { ...month, ...(account && { account }) } });
  return (
    <>
      <PageHeader
        title="补贴津贴的账"
        facts={[areaName, '复式记账，授权时记支出', '科目是自定的', '专户存款 = 登记的财政拨入 - 已付']}
      >
        {role === 'finance' && <EnterMoney />}
      </PageHeader>
      <FilterBar name="books" specs={specs} />
      <Balance month={month} />
      <Shares />
      <SectionHead title="记账明细" />
      <DataList
        name="book-entries"
        unit="笔"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        to={recordOf}
        empty={
          <NothingMatches specs={specs} what="记账">
            <EmptyState icon="money" title="还没有记账">
              发放授权、送银行、回盘和追缴时自动记账，不能手工改；财政拨入由资金管理登记。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}

function Balance({ month }: { month: { month?: string } }) {
  const answer = useQueryOf(readTrialBalance, { query: month });
  return (
    <Loaded of={answer}>
      {data => (
        <section>
          <SectionHead
            title="试算平衡"
            note={
              data.debitFen === data.creditFen
                ? `借贷相等，各${fenToYuanText(data.debitFen)}元`
                : '借贷不相等，请联系系统管理员'
            }
          />
          <Table
            caption="试算平衡"
            columns={[
              { key: 'account', title: '科目' },
              { key: 'debit', title: '借方（元）', number: true },
              { key: 'credit', title: '贷方（元）', number: true },
              { key: 'balance', title: '余额（元）', number: true },
              { key: 'check', title: '与记录核对' },
            ]}
          >
            {data.rows.map(row => {
              const check = data.checks.find(each => each.account === row.account);
              return (
                <tr key={row.account}>
                  <td>{BOOK_ACCOUNT_LABELS[row.account]}</td>
                  <td className="num">{fenToYuanText(row.debitFen)}</td>
                  <td className="num">{fenToYuanText(row.creditFen)}</td>
                  <td className="num">{fenToYuanText(row.balanceFen)}</td>
                  <td>
                    {check && (
                      <>
                        <Chip tone={check.bookFen === check.recordsFen ? 'pine' : 'over'}>
                          {check.bookFen === check.recordsFen ? '相符' : '不符'}
                        </Chip>
                        <span className="row-note">
                          {check.says}：{fenToYuanText(check.recordsFen)}元
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </Table>
        </section>
      )}
    </Loaded>
  );
}
