import { z } from 'zod';
import { SCHEME_LABELS, SCHEMES } from '../benefits/schemes.ts';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, PageQuery, page } from '../nouns.ts';

/** Household money of 社会救助 that a recognition grants by month; keys of the schemes in benefits. */
export const RELIEF_PAID = ['minimumLiving', 'destituteSupport'] as const;
/** What a cycle pays every month by what is determined: the allowances and the money of a recognition. */
export const MONTHLY_SCHEMES = [...SCHEMES, ...RELIEF_PAID] as const;
export const MonthlyScheme = z.enum(MONTHLY_SCHEMES);
export type MonthlyScheme = z.infer<typeof MonthlyScheme>;

/** Decided one by one elsewhere and paid once through the cycle; keys of the schemes in benefits. */
export const ONE_OFF_SCHEMES = [
  'temporaryRelief',
  'funeral',
  'festivalVisit',
  'station',
  'institutionOperating',
  'institutionBeds',
  'meal',
  'voucher',
] as const;
export const OneOffScheme = z.enum(ONE_OFF_SCHEMES);
export type OneOffScheme = z.infer<typeof OneOffScheme>;

/** Everything that goes through a cycle: what is paid by month and what is paid once. */
export const PAID_SCHEMES = [...MONTHLY_SCHEMES, ...ONE_OFF_SCHEMES] as const;
export const PaidScheme = z.enum(PAID_SCHEMES);
export type PaidScheme = z.infer<typeof PaidScheme>;
export const PAID_SCHEME_LABELS = {
  ...SCHEME_LABELS,
  minimumLiving: '低保金',
  destituteSupport: '特困供养金',
  temporaryRelief: '临时救助',
  funeral: '丧葬补贴',
  festivalVisit: '节日慰问',
  station: '驿站运营扶持',
  institutionOperating: '养老机构运营补贴',
  institutionBeds: '养老机构床位补贴',
  meal: '助餐补贴',
  voucher: '服务券',
} as const satisfies Record<PaidScheme, string>;

export const PAYABLE_SOURCES = [
  ...(['relief-application', 'funeral-claim', 'festival-visit', 'subsidy-statement'] as const),
  'voucher-statement',
] as const;
export const PayableSource = z.enum(PAYABLE_SOURCES);
export type PayableSource = z.infer<typeof PayableSource>;

export const PAYABLE_STATUSES = ['waiting', 'paid', 'withdrawn'] as const;
export const PayableStatus = z.enum(PAYABLE_STATUSES);
export type PayableStatus = z.infer<typeof PayableStatus>;
export const PAYABLE_STATUS_LABELS = {
  waiting: '待发',
  paid: '已发到',
  withdrawn: '已撤回',
} as const satisfies Record<PayableStatus, string>;

export const Payable = z.object({
  id: Id,
  source: z.object({ kind: PayableSource, id: Id }),
  scheme: PaidScheme,
  elderId: Id.nullable(),
  payeeName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  payerName: z.string(),
  month: MonthText,
  amountFen: Fen,
  /** For what, in words. */
  sentence: z.string(),
  status: PayableStatus,
  /** Where it stands: what is missing, which cycle it is in, what the bank said. */
  says: z.string(),
  cycleId: Id.nullable(),
  submittedBy: z.string(),
  submittedAt: Instant,
  paidOn: CivilDateText.nullable(),
  account: z.object({ lastFour: z.string(), fault: z.string().nullable() }).nullable(),
  /** Another payee than the elder: its account is registered here. */
  hasOwnAccount: z.boolean(),
  /** Its line that arrived and what of it has not been asked back; null before it is paid. */
  paidLine: z.object({ id: Id, leftFen: Fen }).nullable(),
  /** What is being asked back of it. */
  recoveries: z.array(z.object({ id: Id, says: z.string(), balanceFen: Fen })),
});
export type Payable = z.infer<typeof Payable>;

export const PayeeAccount = z.object({
  holder: z.string({ error: '请填户名' }).trim().min(1, { error: '请填户名' }).max(60, { error: '户名太长' }),
  number: z
    .string({ error: '请填卡号或账号' })
    .transform(text => text.normalize('NFKC').replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8,32}$/, { error: '卡号应为 8 至 32 位数字，请核对' })),
  bank: z.string({ error: '请填开户银行' }).trim().min(2, { error: '请填开户银行' }).max(60, { error: '银行名称太长' }),
  source: z.string({ error: '请写明依据' }).trim().min(2, { error: '请写明依据，如“开户许可证”' }).max(200),
});
export type PayeeAccount = z.infer<typeof PayeeAccount>;

export const listPayables = endpoint({
  method: 'GET',
  path: '/api/payments/payables',
  savedAs: '待发款项',
  summary: '已批准、一次发放的钱：临时救助、丧葬、慰问、机构补贴、服务券，进发放批次',
  query: PageQuery.extend({ status: PayableStatus.optional(), scheme: OneOffScheme.optional() }),
  response: page(Payable).extend({ totalFen: Fen }),
});

export const readPayable = endpoint({
  method: 'GET',
  path: '/api/payments/payables/:id',
  summary: '一笔一次发放的钱：为什么发、发给谁、到哪一步',
  params: z.object({ id: Id }),
  response: Payable,
  errors: ['platform.not-found'],
});

export const readPayableOf = endpoint({
  method: 'GET',
  path: '/api/payments/payable-of/:kind/:id',
  summary: '一件已批准的事的钱到哪一步；还没有送发放的为空',
  params: z.object({ kind: PayableSource, id: Id }),
  response: z.object({ payable: Payable.nullable() }),
});

export const savePayeeAccount = endpoint({
  method: 'POST',
  path: '/api/payments/payables/:id/account',
  summary: '登记或更正收款机构、家属的账户；账号加密',
  params: z.object({ id: Id }),
  body: PayeeAccount,
  response: Payable,
  errors: ['platform.not-found', 'platform.wrong-state'],
});
