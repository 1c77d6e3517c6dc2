import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, Fen, Id, Instant, MonthText, PageQuery, page } from './nouns.ts';

/** Accounts of the subsidy books; expense is kept by scheme (`expense.care`). Our own chart (designDefault). */
export const BOOK_ACCOUNTS = [
  'funds',
  'in-transit',
  'payable',
  'receivable',
  'write-off',
  'expense.hardship',
  'expense.care',
  'expense.advancedAge',
] as const;
export const BookAccount = z.enum(BOOK_ACCOUNTS);
export type BookAccount = z.infer<typeof BookAccount>;
export const BOOK_ACCOUNT_LABELS = {
  funds: '补贴专户存款',
  'in-transit': '银行代发在途',
  payable: '应付补贴津贴',
  receivable: '应收追缴款',
  'write-off': '核销损失',
  'expense.hardship': '支出：困难老年人养老服务补贴',
  'expense.care': '支出：失能老年人护理补贴',
  'expense.advancedAge': '支出：高龄老年人津贴',
} as const satisfies Record<BookAccount, string>;

export const BookEntry = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  debit: BookAccount,
  credit: BookAccount,
  amountFen: Fen,
  month: MonthText,
  note: z.string(),
  postedBy: z.string(),
  postedAt: Instant,
  /** The record it comes from. */
  subject: z.object({ kind: z.string(), id: Id }),
});
export type BookEntry = z.infer<typeof BookEntry>;

export const readTrialBalance = endpoint({
  method: 'GET',
  path: '/api/books/trial-balance',
  summary: '试算平衡：每个科目的借方、贷方和余额',
  query: z.object({ month: MonthText.optional() }),
  response: z.object({
    areaName: z.string(),
    rows: z.array(z.object({ account: BookAccount, debitFen: Fen, creditFen: Fen, balanceFen: Fen })),
    debitFen: Fen,
    creditFen: Fen,
    /** What the product's own tables say the account must hold; null = not checked by a record. */
    checks: z.array(z.object({ account: BookAccount, bookFen: Fen, recordsFen: Fen, says: z.string() })),
  }),
});

export const listBookEntries = endpoint({
  method: 'GET',
  path: '/api/books/entries',
  summary: '记账明细',
  query: PageQuery.extend({ account: BookAccount.optional(), month: MonthText.optional() }),
  response: page(BookEntry),
});
