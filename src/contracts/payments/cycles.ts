import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, Fen, Id, MonthText, PageQuery, page } from '../nouns.ts';
import {
  Account,
  AccountForm,
  Cycle,
  CycleRow,
  PaymentLine,
  Received,
  RecipientCheck,
  ResultFile,
  StopLine,
} from './cycle-nouns.ts';
import { CheckStatus, CycleAct, CycleStatus, LineCause, LineKind, LineStatus } from './lifecycle.ts';
import { PaidScheme } from './payables.ts';

const ById = z.object({ id: Id });
const ByElder = z.object({ elderId: Id });
const Note = z.string().trim().max(500, { error: '最多 500 字' });

export const listCycles = endpoint({
  method: 'GET',
  path: '/api/payments/cycles',
  savedAs: '发放批次',
  summary: '补贴津贴发放批次',
  query: PageQuery.extend({ month: MonthText.optional(), status: CycleStatus.optional() }),
  response: page(CycleRow),
});

export const readCycle = endpoint({
  method: 'GET',
  path: '/api/payments/cycles/:id',
  summary: '一个发放批次：钱数、与上月的变化、对账和下一步',
  params: ById,
  response: Cycle,
});

export const prepareCycle = endpoint({
  method: 'POST',
  path: '/api/payments/cycles',
  summary: '编制一个区一个月的发放批次',
  body: z.object({ month: MonthText, areaCode: AreaCode.optional() }),
  response: Cycle,
  errors: ['payments.cycle-open', 'payments.not-a-district', 'payments.month-out-of-range'],
});

export const stepCycle = endpoint({
  method: 'POST',
  path: '/api/payments/cycles/:id/steps',
  summary: '复核、锁定、授权、送银行、对账，或退回、作废；三个人各办一步',
  params: ById,
  body: z.object({ action: CycleAct, note: Note.optional() }),
  response: Cycle,
  errors: [
    ...([
      'payments.same-person',
      'payments.needs-note',
      'payments.nothing-to-pay',
      'payments.content-changed',
    ] as const),
    ...(['payments.not-balanced', 'platform.wrong-state'] as const),
  ],
});

export const downloadBankFile = endpoint({
  method: 'GET',
  path: '/api/payments/cycles/:id/bank-file',
  summary: '送银行的文件；含账号，下载留痕',
  params: ById,
  response: z.unknown(),
  raw: 'response',
  errors: ['payments.content-changed', 'platform.wrong-state'],
});

export const takeResultFile = endpoint({
  method: 'POST',
  path: '/api/payments/cycles/:id/results',
  summary: '收银行回盘文件；同一个文件再收一遍没有变化',
  params: ById,
  raw: 'request',
  response: z.object({ result: ResultFile, again: z.boolean(), cycle: Cycle }),
  errors: ['payments.not-a-result-file', 'platform.wrong-state'],
});

export const listPaymentLines = endpoint({
  method: 'GET',
  path: '/api/payments/lines',
  savedAs: '发放明细',
  summary: '发放明细：按批次、月份、状态、变化查',
  query: PageQuery.extend({
    cycleId: Id.optional(),
    month: MonthText.optional(),
    scheme: PaidScheme.optional(),
    kind: LineKind.optional(),
    cause: LineCause.optional(),
    status: LineStatus.optional(),
    elderId: Id.optional(),
  }),
  response: page(PaymentLine).extend({ totalFen: Fen.nullable() }),
});

export const listStops = endpoint({
  method: 'GET',
  path: '/api/payments/cycles/:id/stops',
  savedAs: '停发名单',
  summary: '上月发、这个月不发的人和理由',
  params: ById,
  query: PageQuery,
  response: page(StopLine),
});

export const dropLine = endpoint({
  method: 'POST',
  path: '/api/payments/lines/:id/drop',
  summary: '复核时核减一条，写明原因；以后可以补发',
  params: ById,
  body: z.object({ note: Note.min(2, { error: '请写明核减原因' }) }),
  response: PaymentLine,
  errors: ['platform.wrong-state'],
});

export const drawChecks = endpoint({
  method: 'POST',
  path: '/api/payments/cycles/:id/checks',
  summary: '随机抽领钱的老人核实是否收到；种子记下来，可以重算',
  params: ById,
  body: z.object({
    count: z.int({ error: '请写抽几人' }).min(1, { error: '至少抽 1 人' }).max(500, { error: '一次最多抽 500 人' }),
    seed: z.string().trim().min(1).max(60, { error: '种子最多 60 字' }).optional(),
  }),
  response: Cycle,
  errors: ['platform.wrong-state', 'payments.already-drawn'],
});

export const listRecipientChecks = endpoint({
  method: 'GET',
  path: '/api/payments/checks',
  savedAs: '领取人抽查',
  summary: '抽到要核实是否收到钱的老人',
  query: PageQuery.extend({ status: CheckStatus.optional() }),
  response: page(RecipientCheck),
});

export const answerCheck = endpoint({
  method: 'POST',
  path: '/api/payments/checks/:id/answer',
  summary: '记下老人是否收到',
  params: ById,
  body: z.object({
    status: z.enum(['received', 'not-received', 'not-reached'], { error: '请选老人怎么说' }),
    note: Note.optional(),
  }),
  response: RecipientCheck,
  errors: ['payments.needs-note'],
});

export const readReceived = endpoint({
  method: 'GET',
  path: '/api/payments/elders/:elderId',
  summary: '一位老人领到的钱、收款账户和欠缴',
  params: ByElder,
  response: Received,
  errors: ['benefits.elder-not-here'],
});

export const readMyReceived = endpoint({
  method: 'GET',
  path: '/api/payments/mine',
  summary: '我领到的钱',
  response: Received,
  errors: ['benefits.elder-not-here'],
});

export const saveAccount = endpoint({
  method: 'PUT',
  path: '/api/payments/elders/:elderId/account',
  summary: '登记或更正收款账户；账号加密保存',
  params: ByElder,
  body: AccountForm,
  response: Account,
  errors: ['benefits.elder-not-here'],
});
