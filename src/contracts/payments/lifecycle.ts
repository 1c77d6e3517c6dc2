import { z } from 'zod';
import { lifecycle } from '../lifecycle.ts';

export const CYCLE_STATUSES = [
  'preparing',
  'draft',
  'checked',
  'locked',
  'authorised',
  'sent',
  'answered',
  'reconciled',
  'cancelled',
] as const;
export const CycleStatus = z.enum(CYCLE_STATUSES);
export type CycleStatus = z.infer<typeof CycleStatus>;
export const CYCLE_STATUS_LABELS = {
  preparing: '正在编制',
  draft: '编制好，待复核',
  checked: '已复核，待锁定',
  locked: '已锁定，待授权',
  authorised: '已授权，待送银行',
  sent: '已送银行，待回盘',
  answered: '已回盘，待对账',
  reconciled: '对账完成',
  cancelled: '已作废',
} as const satisfies Record<CycleStatus, string>;

/**
 * 编制 → 复核 → 锁定 → 授权 → 送银行 → 回盘 → 对账. That maker, checker and authoriser are three people is said in the verb and
 * in the table's constraints. The working days are ours (designDefault); 160号五 only says 每月底前.
 */
export const cycleLifecycle = lifecycle({
  noun: 'payment-cycle',
  label: '发放批次',
  initial: 'preparing',
  statuses: CYCLE_STATUSES,
  labels: CYCLE_STATUS_LABELS,
  transitions: [
    { from: [], to: 'preparing', action: 'prepare', label: '开始编制', by: ['district', 'city'] },
    { from: ['preparing'], to: 'draft', action: 'prepared', label: '编制好', by: ['district'] },
    {
      from: ['draft'],
      to: 'checked',
      action: 'check',
      label: '复核通过',
      by: ['district', 'city'],
      withinWorkingDays: 2,
    },
    { from: ['checked'], to: 'locked', action: 'lock', label: '锁定', by: ['district'], withinWorkingDays: 1 },
    {
      from: ['locked'],
      to: 'authorised',
      action: 'authorise',
      label: '授权发放',
      by: ['finance'],
      withinWorkingDays: 2,
    },
    { from: ['authorised'], to: 'sent', action: 'send', label: '送银行', by: ['finance'], withinWorkingDays: 1 },
    {
      from: ['sent'],
      to: 'authorised',
      action: 'bank-refused',
      label: '银行没有收文件，退回待送',
      by: ['finance'],
      system: true,
      side: true,
    },
    { from: ['sent'], to: 'answered', action: 'answer', label: '回盘收齐', by: ['finance', 'district'] },
    { from: ['answered'], to: 'reconciled', action: 'reconcile', label: '对账', by: ['finance'], withinWorkingDays: 3 },
    {
      from: ['draft', 'checked', 'locked'],
      to: 'preparing',
      action: 'return',
      label: '退回重编',
      by: ['district', 'city', 'finance'],
      needs: [{ field: 'note', label: '原因' }],
      side: true,
    },
    {
      from: ['draft', 'checked'],
      to: 'cancelled',
      action: 'cancel',
      label: '作废',
      by: ['district'],
      needs: [{ field: 'note', label: '原因' }],
      side: true,
    },
  ],
});
export type CycleAction = (typeof cycleLifecycle.transitions)[number]['action'];

/** The steps a person takes; the others are taken by the job and by the bank's answer. */
export const CYCLE_ACTS = ['check', 'lock', 'authorise', 'send', 'reconcile', 'return', 'cancel'] as const;
export const CycleAct = z.enum(CYCLE_ACTS, { error: '请选一步' });
export type CycleAct = z.infer<typeof CycleAct>;

export const LINE_STATUSES = ['due', 'held', 'dropped', 'locked', 'sent', 'paid', 'failed'] as const;
export const LineStatus = z.enum(LINE_STATUSES);
export type LineStatus = z.infer<typeof LineStatus>;
export const LINE_STATUS_LABELS = {
  due: '待发',
  held: '暂不能发',
  dropped: '已核减',
  locked: '已锁定',
  sent: '已送银行',
  paid: '已发到',
  failed: '银行退回',
} as const satisfies Record<LineStatus, string>;

export const LINE_KINDS = ['regular', 'back-pay', 'one-off', 'offset'] as const;
export const LineKind = z.enum(LINE_KINDS);
export type LineKind = z.infer<typeof LineKind>;
export const LINE_KIND_LABELS = {
  regular: '当月',
  'back-pay': '补发',
  'one-off': '一次发放',
  offset: '抵扣追缴',
} as const satisfies Record<LineKind, string>;

/** Against last month, or why a past month is paid now. */
export const LINE_CAUSES = [
  'same',
  'new',
  'raised',
  'lowered',
  'resumed',
  'late',
  'rate',
  'returned',
  'granted',
  'recovery',
] as const;
export const LineCause = z.enum(LINE_CAUSES);
export type LineCause = z.infer<typeof LineCause>;
export const LINE_CAUSE_LABELS = {
  same: '与上月相同',
  new: '新增',
  raised: '比上月多',
  lowered: '比上月少',
  resumed: '恢复发放',
  late: '申请前已符合条件，补发',
  rate: '标准调整，补差额',
  returned: '上次没有发到，补发',
  granted: '已批准，一次发放',
  recovery: '多发的从中抵扣',
} as const satisfies Record<LineCause, string>;

export const TRANSFER_STATUSES = ['ready', 'sent', 'paid', 'failed'] as const;
export const TRANSFER_FAILURES = [
  'account-closed',
  'name-mismatch',
  'account-frozen',
  'account-unknown',
  'other',
] as const;
export const TransferFailure = z.enum(TRANSFER_FAILURES);
export type TransferFailure = z.infer<typeof TransferFailure>;
export const TRANSFER_FAILURE_LABELS = {
  'account-closed': '账户已销户',
  'name-mismatch': '户名不符',
  'account-frozen': '账户已冻结',
  'account-unknown': '没有这个账户',
  other: '银行没有办成',
} as const satisfies Record<TransferFailure, string>;

export const CHECK_STATUSES = ['drawn', 'received', 'not-received', 'not-reached'] as const;
export const CheckStatus = z.enum(CHECK_STATUSES);
export type CheckStatus = z.infer<typeof CheckStatus>;
export const CHECK_STATUS_LABELS = {
  drawn: '待核实',
  received: '老人收到了',
  'not-received': '老人说没收到',
  'not-reached': '联系不上',
} as const satisfies Record<CheckStatus, string>;

export const ACCOUNT_KINDS = [
  'elder-card',
  'civil-card',
  'disability-card',
  'special-card',
  'social-security-card',
  'military-card',
  'bank-account',
] as const;
export const AccountKind = z.enum(ACCOUNT_KINDS, { error: '请选账户种类' });
export type AccountKind = z.infer<typeof AccountKind>;
/** The first six are the cards of 160号五; an ordinary account is a district's own arrangement. */
export const ACCOUNT_KIND_LABELS = {
  'elder-card': '养老助残卡',
  'civil-card': '民政一卡通',
  'disability-card': '残疾人服务一卡通',
  'special-card': '特殊家庭老年人扶助卡',
  'social-security-card': '社会保障卡',
  'military-card': '军人保障卡',
  'bank-account': '银行账户',
} as const satisfies Record<AccountKind, string>;
