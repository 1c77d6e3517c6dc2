import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, NextAction, PageQuery, page, Step } from '../nouns.ts';
import { PaidScheme } from './payables.ts';
import { FindingRule, FindingStatus, RecoveryStatus } from './recovery-lifecycle.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().max(500, { error: '最多 500 字' });

export const Finding = z.object({
  id: Id,
  /** Null where an organisation was paid. */
  elderId: Id.nullable(),
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  rule: FindingRule,
  scheme: PaidScheme,
  months: z.array(z.object({ month: MonthText, lineId: Id, fen: Fen })),
  amountFen: Fen,
  sentence: z.string(),
  status: FindingStatus,
  note: z.string().nullable(),
  foundAt: Instant,
  decidedBy: z.string().nullable(),
  recoveryId: Id.nullable(),
  nextActions: z.array(NextAction),
});
export type Finding = z.infer<typeof Finding>;

export const RecoveryRow = z.object({
  id: Id,
  /** Null where an organisation was paid. */
  elderId: Id.nullable(),
  /** Whom the money was for. */
  elderName: z.string(),
  /** Who was paid and owes it: the elder, a family member or an organisation. */
  payeeName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  /** The district that paid and asks it back. */
  payerCode: AreaCode,
  scheme: PaidScheme,
  rule: FindingRule,
  reason: z.string(),
  status: RecoveryStatus,
  totalFen: Fen,
  balanceFen: Fen,
  offsetFen: Fen,
  openedBy: z.string(),
  openedAt: Instant,
  /** Of the open duty. */
  dueOn: CivilDateText.nullable(),
  /** Of the first instalment that is not covered yet. */
  nextPartOn: CivilDateText.nullable(),
});
export type RecoveryRow = z.infer<typeof RecoveryRow>;

export const RECOVERY_ENTRY_KINDS = ['repaid', 'offset', 'offset-returned', 'written-off'] as const;
export const RECOVERY_ENTRY_LABELS = {
  repaid: '交回',
  offset: '从后来的发放里抵扣',
  'offset-returned': '银行退回，抵扣撤销',
  'written-off': '核销',
} as const satisfies Record<(typeof RECOVERY_ENTRY_KINDS)[number], string>;

export const Recovery = RecoveryRow.extend({
  /** The payments it asks back, each up to what is asked of it. */
  payments: z.array(z.object({ month: MonthText, lineId: Id, payableId: Id.nullable(), fen: Fen })),
  entries: z.array(
    z.object({ kind: z.enum(RECOVERY_ENTRY_KINDS), amountFen: Fen, note: z.string(), by: z.string(), at: Instant }),
  ),
  /** With how much of each is covered by what came in so far, in order of their days. */
  instalments: z.array(z.object({ number: z.int(), dueOn: CivilDateText, amountFen: Fen, coveredFen: Fen })),
  writeOff: z.object({ askedBy: z.string(), reason: z.string(), approvedBy: z.string().nullable() }).nullable(),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Recovery = z.infer<typeof Recovery>;

const Positive = z.int({ error: '请填金额' }).positive({ error: '金额应大于 0' });

export const listFindings = endpoint({
  method: 'GET',
  path: '/api/payments/findings',
  savedAs: '多发线索',
  summary: '跨数据核对发现的发放疑点',
  query: PageQuery.extend({ status: FindingStatus.optional(), rule: FindingRule.optional() }),
  response: page(Finding),
});

export const comparePayments = endpoint({
  method: 'POST',
  path: '/api/payments/findings',
  summary: '现在核对一遍：去世、迁出、机构补助、两区重复、更正去世后的丧葬补贴',
  response: z.object({ found: z.int() }),
});

export const decideFinding = endpoint({
  method: 'POST',
  path: '/api/payments/findings/:id/decide',
  summary: '核实疑点：属实立追缴，不属实写明情况',
  params: ById,
  body: z.object({
    decision: z.enum(['confirm', 'dismiss'], { error: '请选属实或不属实' }),
    note: Note.min(2, { error: '请写明核实情况' }),
  }),
  response: Finding,
});

export const listRecoveries = endpoint({
  method: 'GET',
  path: '/api/payments/recoveries',
  savedAs: '追缴',
  summary: '追缴：余额、分期、核销',
  query: PageQuery.extend({ status: RecoveryStatus.optional(), elderId: Id.optional() }),
  response: page(RecoveryRow).extend({ balanceFen: Fen }),
});

export const readRecovery = endpoint({
  method: 'GET',
  path: '/api/payments/recoveries/:id',
  summary: '一笔追缴的来龙去脉',
  params: ById,
  response: Recovery,
});

export const openRecovery = endpoint({
  method: 'POST',
  path: '/api/payments/recoveries',
  summary: '经复核不该发的，对已发到的明细立追缴：月发的、一次发放的、机构补贴；可以只追一部分',
  body: z.object({
    lineIds: z.array(Id).min(1, { error: '请选要追回的明细' }).max(60),
    /** Left out = everything that has not been asked back yet. */
    amountFen: Positive.optional(),
    note: Note.min(2, { error: '请写明复核情况' }),
  }),
  response: Recovery,
  errors: ['payments.lines-not-paid', 'payments.more-than-paid'],
});

export const repayRecovery = endpoint({
  method: 'POST',
  path: '/api/payments/recoveries/:id/repayments',
  summary: '记一笔交回的钱',
  params: ById,
  body: z.object({ amountFen: Positive, note: Note.min(2, { error: '请写明怎么交的，如“转账，回单号”' }) }),
  response: Recovery,
  errors: ['payments.more-than-owed', 'platform.wrong-state'],
});

export const planRecovery = endpoint({
  method: 'POST',
  path: '/api/payments/recoveries/:id/plan',
  summary: '定分期，或从以后的发放里每月抵扣',
  params: ById,
  body: z.object({
    instalments: z.int().min(1, { error: '至少一期' }).max(60, { error: '最多 60 期' }),
    firstOn: CivilDateText,
    /** 0 = paid in by the family; else at most this much is taken from each later payment. */
    offsetFen: z.int().min(0, { error: '抵扣金额不能小于 0' }).default(0),
  }),
  response: Recovery,
});

export const writeOffRecovery = endpoint({
  method: 'POST',
  path: '/api/payments/recoveries/:id/write-off',
  summary: '申请核销，或由另一人批准、不批准',
  params: ById,
  body: z.object({
    action: z.enum(['ask-write-off', 'approve-write-off', 'refuse-write-off'], { error: '请选一步' }),
    note: Note.optional(),
  }),
  response: Recovery,
  errors: ['payments.same-person', 'payments.needs-note', 'platform.wrong-state'],
});
