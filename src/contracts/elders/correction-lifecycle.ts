import { z } from 'zod';
import type { ElderStatus } from '../elders.ts';
import { lifecycle } from '../lifecycle.ts';
import { OFFICIALS, type Role } from '../roles.ts';
import type { FactField } from './fields.ts';

/**
 * Facts on which identity or money hangs. Once a person is verified they are changed by two people only. The list is
 * ours (designDefault); no document names it.
 */
export const GUARDED_FIELDS = [
  ...(['identityNumber', 'name', 'sex', 'bornOn', 'hukouAreaCode'] as const),
  ...(['economicClass', 'disabilities', 'diedOn'] as const),
] as const satisfies readonly FactField[];

/** Guarded fields among `fields`, once somebody has verified the person; before that the verification is the second look. */
export const guardedOf = (status: ElderStatus, fields: readonly string[]): string[] =>
  status === 'registered' ? [] : fields.filter(field => (GUARDED_FIELDS as readonly string[]).includes(field));

export const CORRECTION_STATUSES = ['proposed', 'applied', 'refused', 'withdrawn'] as const;
export const CorrectionStatus = z.enum(CORRECTION_STATUSES);
export type CorrectionStatus = z.infer<typeof CorrectionStatus>;
export const CORRECTION_STATUS_LABELS = {
  proposed: '待核对',
  applied: '已更正',
  refused: '没有更正',
  withdrawn: '已收回',
} as const satisfies Record<CorrectionStatus, string>;

const PROPOSERS = [...OFFICIALS, 'elder', 'family'] as const satisfies readonly Role[];
const CHECKERS = ['street', 'district', 'city'] as const satisfies readonly Role[];

/** Three working days are ours (designDefault). That the checker is another person is checked beside this table. */
export const correctionLifecycle = lifecycle({
  noun: 'correction',
  label: '这件更正',
  initial: 'proposed',
  statuses: CORRECTION_STATUSES,
  labels: CORRECTION_STATUS_LABELS,
  transitions: [
    { from: [], to: 'proposed', action: 'propose', label: '提出更正', by: PROPOSERS },
    {
      from: ['proposed'],
      to: 'applied',
      action: 'approve',
      label: '核对无误，更正',
      by: CHECKERS,
      withinWorkingDays: 3,
    },
    { from: ['proposed'], to: 'applied', action: 'approve-by-rule', label: '按可信来源更正', by: [], system: true },
    {
      from: ['proposed'],
      to: 'refused',
      action: 'refuse',
      label: '不更正',
      by: CHECKERS,
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    { from: ['proposed'], to: 'withdrawn', action: 'withdraw', label: '收回', by: PROPOSERS, side: true },
  ],
});
export type CorrectionAction = (typeof correctionLifecycle.transitions)[number]['action'];

/** Entrances; `import` is a table of people; the last five are departments whose records a district may trust. */
export const CORRECTION_SOURCES = [
  ...(['desk', 'family', 'visit', 'import'] as const),
  ...(['hukou', 'disability', 'hardship', 'death', 'insurance'] as const),
] as const;
export const CorrectionSource = z.enum(CORRECTION_SOURCES);
export type CorrectionSource = z.infer<typeof CorrectionSource>;
export const FEED_SOURCES = ['hukou', 'disability', 'hardship', 'death', 'insurance'] as const;
export const FeedSource = z.enum(FEED_SOURCES, { error: '请选数据来源' });
export const CORRECTION_SOURCE_LABELS = {
  desk: '窗口',
  family: '本人或家属',
  visit: '上门',
  import: '批量导入的表',
  hukou: '公安户籍数据',
  disability: '残联残疾人数据',
  hardship: '社会救助数据',
  death: '死亡登记数据',
  insurance: '医疗保险数据',
} as const satisfies Record<CorrectionSource, string>;

/** A sender of tables that names itself as a department is that source; anybody else is just a table. */
export const sourceOfSender = (sender: string): CorrectionSource =>
  FEED_SOURCES.find(source => CORRECTION_SOURCE_LABELS[source] === sender.trim()) ?? 'import';
