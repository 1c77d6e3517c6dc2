import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Fen, Id, MonthText, PageQuery, page } from './nouns.ts';
import * as life from './voucher-lifecycle.ts';
import {
  ElderVouchers,
  Voucher,
  VoucherIssue,
  VoucherRedemption,
  VoucherRule,
  VoucherScheme,
  VoucherSchemeRow,
  VoucherStatement,
} from './voucher-nouns.ts';

export * from './voucher-nouns.ts';

const ById = z.object({ id: Id });
const ByElder = z.object({ elderId: Id });
const Note = z
  .string({ error: '请写明原因' })
  .trim()
  .min(2, { error: '请写明原因，至少2个字' })
  .max(200, { error: '最多200字' });

export const listVoucherSchemes = endpoint({
  method: 'GET',
  path: '/api/voucher-schemes',
  savedAs: '服务券方案',
  summary: '服务券方案：发给谁、多少、买什么、用了多少',
  query: PageQuery.extend({ status: life.VoucherSchemeStatus.optional() }),
  response: page(VoucherSchemeRow),
});

export const readVoucherScheme = endpoint({
  method: 'GET',
  path: '/api/voucher-schemes/:id',
  summary: '一个服务券方案和它的各次发券',
  params: ById,
  response: VoucherScheme,
  errors: ['platform.not-found'],
});

export const VoucherSchemeForm = z.object({
  name: z.string({ error: '请填名称' }).trim().min(2, { error: '请填名称' }).max(40, { error: '最多40字' }),
  rule: VoucherRule,
  valueFen: Fen.positive({ error: '面值应大于0' }).max(1_000_000, { error: '面值不超过10000元，请核对' }),
  period: life.VoucherPeriod,
  keepMonths: z.int().min(0).max(11, { error: '最多留11个月' }).default(0),
  items: z.array(z.string().max(40)).min(1, { error: '至少选一个可以买的服务项目' }).max(50),
  validFrom: CivilDateText,
  validTo: CivilDateText,
  basis: z.string({ error: '请写依据' }).trim().min(4, { error: '请写依据，如区里的会议或试点方案' }).max(200),
  documentNumber: z.string().trim().max(60, { error: '文号太长' }).optional(),
});

export const makeVoucherScheme = endpoint({
  method: 'POST',
  path: '/api/voucher-schemes',
  summary: '定一个服务券方案；没有文号的面值标为系统默认、可配置',
  body: VoucherSchemeForm,
  response: VoucherScheme,
  errors: ['platform.invalid-input', 'catalogue.not-in-use'],
});

export const stepVoucherScheme = endpoint({
  method: 'POST',
  path: '/api/voucher-schemes/:id/steps',
  summary: '复核、停用或作废一个服务券方案；定的人不能自己复核',
  params: ById,
  body: z.object({ action: z.enum(['check', 'stop', 'discard']), note: z.string().trim().max(200).optional() }),
  response: VoucherScheme,
  errors: ['platform.not-found', 'platform.wrong-state', 'vouchers.same-person', 'vouchers.needs-note'],
});

export const makeVoucherIssue = endpoint({
  method: 'POST',
  path: '/api/voucher-schemes/:id/issues',
  summary: '按规则列一次发券的名单，写明每人的理由；同一方案同一期一人只有一张',
  params: ById,
  body: z.object({ month: MonthText.optional() }),
  response: VoucherIssue,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'] as const),
    ...(['vouchers.nobody', 'vouchers.draft-open'] as const),
  ],
});

export const stepVoucherIssue = endpoint({
  method: 'POST',
  path: '/api/voucher-issues/:id/steps',
  summary: '复核后发券，或作废名单；列名单的人不能自己复核',
  params: ById,
  body: z.object({ action: z.enum(['check', 'cancel']), note: z.string().trim().max(200).optional() }),
  response: VoucherIssue,
  errors: ['platform.not-found', 'platform.wrong-state', 'vouchers.same-person', 'vouchers.needs-note'],
});

export const listVouchers = endpoint({
  method: 'GET',
  path: '/api/vouchers',
  savedAs: '服务券',
  summary: '发给了谁：每人一张，理由和余额',
  query: PageQuery.extend({
    schemeId: Id.optional(),
    issueId: Id.optional(),
    status: life.VoucherStatus.optional(),
  }),
  response: page(Voucher),
});

export const endVoucher = endpoint({
  method: 'POST',
  path: '/api/vouchers/:id/end',
  summary: '复核前从名单划去一位，或停用发出的一张，写明原因',
  params: ById,
  body: z.object({ note: Note }),
  response: Voucher,
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const readElderVouchers = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/vouchers',
  summary: '一位老人的服务券：余额、能买什么、用在哪里',
  params: ByElder,
  response: ElderVouchers,
  errors: ['platform.not-found'],
});

export const readMyVouchers = endpoint({
  method: 'GET',
  path: '/api/my/vouchers',
  summary: '我的服务券：余额、能买什么、在哪里用',
  response: ElderVouchers,
  errors: ['platform.not-found'],
});

const RedemptionFilter = z.object({
  month: MonthText.optional(),
  schemeId: Id.optional(),
  providerId: Id.optional(),
  orderId: Id.optional(),
});

export const listVoucherRedemptions = endpoint({
  method: 'GET',
  path: '/api/voucher-redemptions',
  savedAs: '用券明细',
  summary: '用券明细：哪天、在哪家、买了什么、多少；退回为负',
  query: PageQuery.extend(RedemptionFilter.shape),
  response: page(VoucherRedemption).extend({ totalFen: Fen, elders: z.int(), providers: z.int() }),
});

export const listVoucherStatements = endpoint({
  method: 'GET',
  path: '/api/voucher-statements',
  savedAs: '服务券结算单',
  summary: '服务券结算单，以及还没有结算的各家欠多少',
  query: PageQuery.extend({ status: life.VoucherStatementStatus.optional() }),
  response: page(VoucherStatement).extend({
    /** Owed and on no statement yet; below zero where more was given back than spent since the last one. */
    open: z.array(z.object({ providerId: Id, providerName: z.string(), amountFen: Fen, redemptions: z.int() })),
  }),
});

export const makeVoucherStatements = endpoint({
  method: 'POST',
  path: '/api/voucher-statements',
  summary: '把到这个月底的用券按服务商结成单，送进发放批次；再结一次不会重复',
  body: z.object({ month: MonthText }),
  response: z.object({ statements: z.int(), amountFen: Fen }),
  errors: ['vouchers.nothing-to-settle', 'platform.invalid-input'],
});
