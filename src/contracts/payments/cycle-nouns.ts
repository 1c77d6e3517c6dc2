import { z } from 'zod';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, NextAction, Step } from '../nouns.ts';
import {
  AccountKind,
  CheckStatus,
  CycleStatus,
  LineCause,
  LineKind,
  LineStatus,
  TransferFailure,
} from './lifecycle.ts';
import { MonthlyScheme, PaidScheme } from './payables.ts';

export const CountFen = z.object({ count: z.int(), fen: Fen });
export type CountFen = z.infer<typeof CountFen>;

export const CycleRow = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  month: MonthText,
  /** 2 and more: a supplementary round of the month. */
  round: z.int(),
  status: CycleStatus,
  people: z.int(),
  totalFen: Fen,
  preparedBy: z.string(),
  preparedAt: Instant,
  dueOn: CivilDateText.nullable(),
});
export type CycleRow = z.infer<typeof CycleRow>;

/** Sent = paid + failed + waiting, in transfers and in fen; anything else is an error that stops the reconciliation. */
export const Reconciliation = z.object({ sent: CountFen, paid: CountFen, failed: CountFen, waiting: CountFen });
export type Reconciliation = z.infer<typeof Reconciliation>;

export const ResultFile = z.object({
  id: Id,
  fileName: z.string(),
  rows: z.int(),
  paid: z.int(),
  failed: z.int(),
  /** Rows that could not be used, in the file's own numbering. */
  problems: z.array(z.object({ row: z.int(), because: z.string() })),
  takenBy: z.string(),
  takenAt: Instant,
});
export type ResultFile = z.infer<typeof ResultFile>;

export const RecipientCheck = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaName: z.string(),
  amountFen: Fen,
  draw: z.int(),
  status: CheckStatus,
  note: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
export type RecipientCheck = z.infer<typeof RecipientCheck>;

export const Cycle = CycleRow.extend({
  floorMonth: MonthText,
  checkedBy: z.string().nullable(),
  checkedAt: Instant.nullable(),
  lockedBy: z.string().nullable(),
  lockedAt: Instant.nullable(),
  authorisedBy: z.string().nullable(),
  authorisedAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  reconciledBy: z.string().nullable(),
  reconciledAt: Instant.nullable(),
  note: z.string().nullable(),
  runId: Id.nullable(),
  /** 每月底前发下月: the day by which this month's money should have arrived. */
  payBy: CivilDateText,
  bySchemeKind: z.array(CountFen.extend({ scheme: PaidScheme, kind: LineKind })),
  byCause: z.array(CountFen.extend({ cause: LineCause })),
  stopped: CountFen,
  held: CountFen,
  /** The month before in the same district, for the sentence. */
  former: CountFen.nullable(),
  file: z
    .object({ number: z.string(), sm3: z.string(), count: z.int(), fen: Fen, reference: z.string().nullable() })
    .nullable(),
  reconciliation: Reconciliation,
  results: z.array(ResultFile),
  checks: z.array(RecipientCheck),
  checkSeed: z.string().nullable(),
  /** Whether files go to the bank by themselves; otherwise download and upload. */
  bankConnected: z.boolean(),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Cycle = z.infer<typeof Cycle>;

export const PaymentLine = z.object({
  id: Id,
  /** Null where an organisation is paid. */
  elderId: Id.nullable(),
  /** The elder, or the organisation that is paid. */
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  payerName: z.string(),
  cycleId: Id,
  scheme: PaidScheme,
  month: MonthText,
  kind: LineKind,
  cause: LineCause,
  amountFen: Fen,
  formerFen: Fen.nullable(),
  status: LineStatus,
  statusReason: z.string().nullable(),
  determinationId: Id.nullable(),
  /** By which decision, documents and clauses, where a recognition of 社会救助 grants it; null to who may not see that. */
  why: z.string().nullable(),
  /** The decision that is paid once. */
  payableId: Id.nullable(),
  madeAt: Instant,
});
export type PaymentLine = z.infer<typeof PaymentLine>;

export const StopLine = z.object({
  elderId: Id,
  elderName: z.string(),
  areaName: z.string(),
  scheme: MonthlyScheme,
  formerFen: Fen,
  reason: z.string(),
});
export type StopLine = z.infer<typeof StopLine>;

/** The account as it is shown: the number stays sealed. */
export const Account = z.object({
  elderId: Id,
  kind: AccountKind,
  lastFour: z.string(),
  fault: z.string().nullable(),
  source: z.string(),
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type Account = z.infer<typeof Account>;

export const AccountForm = z.object({
  kind: AccountKind,
  number: z
    .string({ error: '请填卡号或账号' })
    .transform(text => text.normalize('NFKC').replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{8,32}$/, { error: '卡号应为 8 至 32 位数字，请核对' })),
  holder: z.string({ error: '请填户名' }).trim().min(1, { error: '请填户名' }).max(60, { error: '户名太长' }),
  bank: z.string({ error: '请填开户银行' }).trim().min(2, { error: '请填开户银行' }).max(60, { error: '银行名称太长' }),
  source: z.string({ error: '请写明依据' }).trim().min(2, { error: '请写明依据，如“本人持卡到窗口核对”' }).max(200),
});
export type AccountForm = z.infer<typeof AccountForm>;

/** What one person got: for the elder's own page and the desk's panel. */
export const Received = z.object({
  elderId: Id,
  elderName: z.string(),
  account: Account.nullable(),
  months: z.array(
    z.object({
      cycleId: Id,
      month: MonthText,
      paidBy: z.string(),
      totalFen: Fen,
      status: LineStatus,
      statusReason: z.string().nullable(),
      failure: TransferFailure.nullable(),
      on: CivilDateText.nullable(),
      lines: z.array(
        z.object({
          scheme: PaidScheme,
          /** For what a decision was paid once, in words. */
          sentence: z.string().nullable(),
          /** By which recognition, documents and clauses it is paid. */
          why: z.string().nullable(),
          month: MonthText,
          kind: LineKind,
          cause: LineCause,
          amountFen: Fen,
          status: LineStatus,
        }),
      ),
    }),
  ),
  owes: z.array(z.object({ id: Id, scheme: PaidScheme, reason: z.string(), balanceFen: Fen, totalFen: Fen })),
});
export type Received = z.infer<typeof Received>;
