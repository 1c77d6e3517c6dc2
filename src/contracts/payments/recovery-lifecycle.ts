import { z } from 'zod';
import { lifecycle } from '../lifecycle.ts';

export const FINDING_RULES = [
  'dead-yet-paid',
  'moved-yet-paid',
  'institution-and-home',
  'two-districts',
  'two-files',
  'death-corrected',
  'recognition-ended',
  'not-entitled',
] as const;
export const FindingRule = z.enum(FINDING_RULES);
export type FindingRule = z.infer<typeof FindingRule>;
export const FINDING_RULE_LABELS = {
  'dead-yet-paid': '去世后仍在发',
  'moved-yet-paid': '户籍迁出后仍在发',
  'institution-and-home': '机构补助和护理补贴同时领',
  'two-districts': '两个区同时发',
  'two-files': '重复档案同月各发一笔',
  'death-corrected': '去世登记已更正，丧葬补贴已发',
  'recognition-ended': '低保、特困终止后仍在发',
  'not-entitled': '经复核不符合条件',
} as const satisfies Record<FindingRule, string>;

export const FINDING_STATUSES = ['found', 'confirmed', 'dismissed'] as const;
export const FindingStatus = z.enum(FINDING_STATUSES);
export type FindingStatus = z.infer<typeof FindingStatus>;
export const FINDING_STATUS_LABELS = {
  found: '待核实',
  confirmed: '属实，已立追缴',
  dismissed: '不属实',
} as const satisfies Record<FindingStatus, string>;

export const findingLifecycle = lifecycle({
  noun: 'payment-finding',
  label: '发放疑点',
  initial: 'found',
  statuses: FINDING_STATUSES,
  labels: FINDING_STATUS_LABELS,
  transitions: [
    { from: [], to: 'found', action: 'find', label: '发现疑点', by: ['district'] },
    {
      from: ['found'],
      to: 'confirmed',
      action: 'confirm',
      label: '属实，立追缴',
      by: ['district'],
      needs: [{ field: 'note', label: '核实情况' }],
      withinWorkingDays: 5,
    },
    {
      from: ['found'],
      to: 'dismissed',
      action: 'dismiss',
      label: '不属实',
      by: ['district'],
      needs: [{ field: 'note', label: '核实情况' }],
      side: true,
    },
  ],
});

export const RECOVERY_STATUSES = ['open', 'instalments', 'write-off-asked', 'settled', 'written-off'] as const;
export const RecoveryStatus = z.enum(RECOVERY_STATUSES);
export type RecoveryStatus = z.infer<typeof RecoveryStatus>;
export const RECOVERY_STATUS_LABELS = {
  open: '待追回',
  instalments: '分期追回中',
  'write-off-asked': '已申请核销，待批准',
  settled: '已追回',
  'written-off': '已核销',
} as const satisfies Record<RecoveryStatus, string>;

/** `repay` leaves the status as it is until the balance is nothing; then the verb takes `settle`. */
export const recoveryLifecycle = lifecycle({
  noun: 'payment-recovery',
  label: '追缴',
  initial: 'open',
  statuses: RECOVERY_STATUSES,
  labels: RECOVERY_STATUS_LABELS,
  transitions: [
    { from: [], to: 'open', action: 'open', label: '立追缴', by: ['district'] },
    {
      from: ['open', 'instalments'],
      to: 'instalments',
      action: 'plan',
      label: '定分期',
      by: ['district', 'street'],
      side: true,
    },
    {
      from: ['open', 'instalments'],
      to: 'settled',
      action: 'settle',
      label: '追回',
      by: ['district', 'street', 'finance'],
      withinWorkingDays: 30,
    },
    {
      from: ['open', 'instalments'],
      to: 'write-off-asked',
      action: 'ask-write-off',
      label: '申请核销',
      by: ['district'],
      needs: [{ field: 'note', label: '为什么追不回' }],
      side: true,
    },
    {
      from: ['write-off-asked'],
      to: 'written-off',
      action: 'approve-write-off',
      label: '批准核销',
      by: ['finance'],
      withinWorkingDays: 5,
    },
    {
      from: ['write-off-asked'],
      to: 'open',
      action: 'refuse-write-off',
      label: '不批准核销',
      by: ['finance'],
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    // A payment that had been offset came back from the bank: the balance stands again.
    { from: ['settled'], to: 'open', action: 'reopen', label: '重新立起', by: ['finance'], side: true },
  ],
});
