import { z } from 'zod';
import { paysTo, SpentType } from './benefits/pays.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, PageQuery, page } from './nouns.ts';
import { PaidScheme } from './payments/payables.ts';

/** Accounts of the subsidy books; expense is kept by scheme (`expense.care`). Our own chart (designDefault). */
export const BOOK_ACCOUNTS = [
  'funds',
  'appropriation',
  'in-transit',
  'payable',
  'receivable',
  'write-off',
  'expense.hardship',
  'expense.care',
  'expense.advancedAge',
  'expense.minimumLiving',
  'expense.destituteSupport',
  'expense.funeral',
  'expense.homeAdaptation',
  'expense.temporaryRelief',
  'expense.festivalVisit',
  'expense.station',
  'expense.institutionOperating',
  'expense.institutionBeds',
  'expense.meal',
  'expense.voucher',
  'voucher-used',
  'voucher-due',
] as const;
export const BookAccount = z.enum(BOOK_ACCOUNTS);
export type BookAccount = z.infer<typeof BookAccount>;
export const BOOK_ACCOUNT_LABELS = {
  funds: '补贴专户存款',
  appropriation: '财政拨入',
  'in-transit': '银行代发在途',
  payable: '应付补贴津贴',
  receivable: '应收追缴款',
  'write-off': '核销损失',
  'expense.hardship': '支出：困难老年人养老服务补贴',
  'expense.care': '支出：失能老年人护理补贴',
  'expense.advancedAge': '支出：高龄老年人津贴',
  'expense.minimumLiving': '支出：低保金',
  'expense.destituteSupport': '支出：特困供养金',
  'expense.funeral': '支出：丧葬补贴',
  'expense.homeAdaptation': '支出：居家适老化改造补贴',
  'expense.temporaryRelief': '支出：临时救助',
  'expense.festivalVisit': '支出：节日慰问',
  'expense.station': '支出：驿站运营扶持',
  'expense.institutionOperating': '支出：养老机构运营补贴',
  'expense.institutionBeds': '支出：养老机构床位补贴',
  'expense.meal': '支出：助餐补贴',
  'expense.voucher': '支出：服务券',
  'voucher-used': '服务券已用、待列支',
  'voucher-due': '应付服务商的服务券',
} as const satisfies Record<BookAccount, string>;

/** What a scheme that goes through the cycles is for: to the organisation where it is one that is paid. */
export const spentTypeOf = (scheme: PaidScheme): SpentType =>
  paysTo(scheme, 'provider') ?? paysTo(scheme, 'person') ?? 'person';

export const readShares = endpoint({
  method: 'GET',
  path: '/api/books/shares',
  summary: '钱补给谁：补床头、补人头各多少，按年，从发放明细算',
  response: z.object({
    years: z.array(
      z.object({
        year: z.string(),
        totalFen: Fen,
        types: z.array(
          z.object({
            type: SpentType,
            fen: Fen,
            /** Of the year's total, in tenths of a percent; null where nothing was paid. */
            perMille: z.int().nullable(),
            schemes: z.array(z.object({ scheme: PaidScheme, fen: Fen })),
          }),
        ),
      }),
    ),
  }),
});

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
  savedAs: '记账明细',
  summary: '记账明细',
  query: PageQuery.extend({ account: BookAccount.optional(), month: MonthText.optional() }),
  response: page(BookEntry),
});

export const enterAppropriation = endpoint({
  method: 'POST',
  path: '/api/books/appropriations',
  summary: '登记财政拨入补贴专户的钱；同一文号只记一次',
  body: z.object({
    documentNumber: z
      .string({ error: '请填拨款文号' })
      .trim()
      .min(2, { error: '请填拨款文号' })
      .max(60, { error: '文号太长' }),
    receivedOn: CivilDateText,
    amountFen: Fen.positive({ error: '金额应大于 0' }),
  }),
  response: z.object({ id: Id }),
  errors: ['books.already-entered', 'platform.invalid-input'],
});
