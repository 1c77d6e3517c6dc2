import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

/** 服务券方案: what a district gives to whom; configuration of money, so a second person checks it. */
export const VOUCHER_SCHEME_STATUSES = ['draft', 'active', 'stopped', 'discarded'] as const;
export const VoucherSchemeStatus = z.enum(VOUCHER_SCHEME_STATUSES);
export type VoucherSchemeStatus = z.infer<typeof VoucherSchemeStatus>;
export const VOUCHER_SCHEME_STATUS_LABELS = {
  draft: '待复核',
  active: '在用',
  stopped: '已停用',
  discarded: '已作废',
} as const satisfies Record<VoucherSchemeStatus, string>;

const DISTRICT = ['district'] as const;
const WHY = [{ field: 'note', label: '原因' }] as const;

/** The limits in working days are ours (designDefault). */
export const voucherSchemeLifecycle = lifecycle({
  noun: 'voucher-scheme',
  label: '这个服务券方案',
  initial: 'draft',
  statuses: VOUCHER_SCHEME_STATUSES,
  labels: VOUCHER_SCHEME_STATUS_LABELS,
  transitions: [
    { from: [], to: 'draft', action: 'make', label: '定方案', by: DISTRICT },
    { from: ['draft'], to: 'active', action: 'check', label: '复核通过，开始用', by: DISTRICT, withinWorkingDays: 3 },
    { from: ['draft'], to: 'discarded', action: 'discard', label: '作废', by: DISTRICT, needs: WHY, side: true },
    { from: ['active'], to: 'stopped', action: 'stop', label: '停用', by: DISTRICT, needs: WHY, side: true },
  ],
});

/** 一次发券: a list found by rule, checked by another person. */
export const VOUCHER_ISSUE_STATUSES = ['draft', 'issued', 'cancelled'] as const;
export const VoucherIssueStatus = z.enum(VOUCHER_ISSUE_STATUSES);
export type VoucherIssueStatus = z.infer<typeof VoucherIssueStatus>;
export const VOUCHER_ISSUE_STATUS_LABELS = {
  draft: '名单列好，待复核',
  issued: '已发',
  cancelled: '已作废',
} as const satisfies Record<VoucherIssueStatus, string>;

export const voucherIssueLifecycle = lifecycle({
  noun: 'voucher-issue',
  label: '这次发券',
  initial: 'draft',
  statuses: VOUCHER_ISSUE_STATUSES,
  labels: VOUCHER_ISSUE_STATUS_LABELS,
  transitions: [
    { from: [], to: 'draft', action: 'list', label: '按规则列名单', by: DISTRICT },
    { from: ['draft'], to: 'issued', action: 'check', label: '复核通过，发券', by: DISTRICT, withinWorkingDays: 3 },
    { from: ['draft'], to: 'cancelled', action: 'cancel', label: '作废', by: DISTRICT, needs: WHY, side: true },
  ],
});

export const VOUCHER_STATUSES = ['proposed', 'active', 'stopped', 'removed'] as const;
export const VoucherStatus = z.enum(VOUCHER_STATUSES);
export type VoucherStatus = z.infer<typeof VoucherStatus>;
export const VOUCHER_STATUS_LABELS = {
  proposed: '名单待复核',
  active: '已发',
  stopped: '已停用',
  removed: '已从名单划去',
} as const satisfies Record<VoucherStatus, string>;

/** As the holder sees it on a day; what is used up or expired is computed, no job writes it. */
export const VOUCHER_STATES = ['usable', 'later', 'used-up', 'expired', 'stopped'] as const;
export const VoucherState = z.enum(VOUCHER_STATES);
export type VoucherState = z.infer<typeof VoucherState>;
export const VOUCHER_STATE_LABELS = {
  usable: '可以用',
  later: '还没到开始日期',
  'used-up': '已用完',
  expired: '已过期',
  stopped: '已停用',
} as const satisfies Record<VoucherState, string>;

export const VOUCHER_PERIODS = ['month', 'once'] as const;
export const VoucherPeriod = z.enum(VOUCHER_PERIODS, { error: '请选每月发还是只发一次' });
export type VoucherPeriod = z.infer<typeof VoucherPeriod>;
export const VOUCHER_PERIOD_LABELS = { month: '每月', once: '一次' } as const satisfies Record<VoucherPeriod, string>;

export const REDEMPTION_KINDS = ['redeem', 'return'] as const;
export const RedemptionKind = z.enum(REDEMPTION_KINDS);
export type RedemptionKind = z.infer<typeof RedemptionKind>;
export const REDEMPTION_KIND_LABELS = { redeem: '用券', return: '退回' } as const satisfies Record<
  RedemptionKind,
  string
>;

export const VOUCHER_STATEMENT_STATUSES = ['submitted', 'paid'] as const;
export const VoucherStatementStatus = z.enum(VOUCHER_STATEMENT_STATUSES);
export type VoucherStatementStatus = z.infer<typeof VoucherStatementStatus>;
export const VOUCHER_STATEMENT_STATUS_LABELS = {
  submitted: '已送发放',
  paid: '已发到',
} as const satisfies Record<VoucherStatementStatus, string>;
