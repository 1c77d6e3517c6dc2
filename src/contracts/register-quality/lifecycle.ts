import { z } from 'zod';
import { lifecycle } from '../lifecycle.ts';
import { OFFICIALS } from '../roles.ts';

/** Two records that may be one person. */
export const PAIR_STATUSES = [
  'candidate',
  'open',
  'distinct',
  'merge-asked',
  'merged',
  'undo-asked',
  'superseded',
] as const;
export const PairStatus = z.enum(PAIR_STATUSES, { error: '请从列出的状态里选' });
export type PairStatus = z.infer<typeof PairStatus>;
export const PAIR_STATUS_LABELS = {
  candidate: '很像，待确认',
  open: '待判断',
  distinct: '不是同一人',
  'merge-asked': '合并待核准',
  merged: '同一人，已合并',
  'undo-asked': '撤销待核准',
  superseded: '不用再判断',
} as const satisfies Record<PairStatus, string>;

/**
 * From this probability on a pair is `candidate`: one wrong in ten thousand at most (performance.md I). Nothing is merged
 * without a person: merging moves benefits, beds and family accounts.
 */
export const AUTOMATIC = 0.9999;

const judged = ['candidate', 'open'] as const;
const superiors = ['street', 'district', 'city'] as const;

/** 3 and 2 working days are ours (assumed), not law. What moves money is approved, and undone, by a second person. */
export const pairLifecycle = lifecycle({
  noun: 'register-pair',
  label: '疑似重复',
  initial: 'open',
  statuses: PAIR_STATUSES,
  labels: PAIR_STATUS_LABELS,
  transitions: [
    { from: [], to: 'candidate', action: 'find-sure', label: '查重发现，很像', by: [] },
    { from: [], to: 'open', action: 'find', label: '查重发现', by: [] },
    { from: judged, to: 'merged', action: 'merge', label: '是同一人，合并', by: OFFICIALS },
    {
      from: judged,
      to: 'merge-asked',
      action: 'ask-merge',
      label: '是同一人，报请合并',
      by: OFFICIALS,
      needs: [{ field: 'reason', label: '怎么核实的' }],
      side: true,
    },
    {
      from: judged,
      to: 'distinct',
      action: 'distinguish',
      label: '不是同一人',
      by: OFFICIALS,
      needs: [{ field: 'reason', label: '理由' }],
      side: true,
    },
    {
      from: ['merge-asked'],
      to: 'merged',
      action: 'approve-merge',
      label: '核准合并',
      by: superiors,
      withinWorkingDays: 3,
    },
    {
      from: ['merge-asked'],
      to: 'open',
      action: 'reject-merge',
      label: '不核准合并',
      by: superiors,
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    {
      from: ['merged'],
      to: 'open',
      action: 'undo',
      label: '撤销合并',
      by: OFFICIALS,
      needs: [{ field: 'reason', label: '哪里弄错了' }],
      side: true,
    },
    {
      from: ['merged'],
      to: 'undo-asked',
      action: 'ask-undo',
      label: '报请撤销合并',
      by: OFFICIALS,
      needs: [{ field: 'reason', label: '哪里弄错了' }],
      side: true,
    },
    {
      from: ['undo-asked'],
      to: 'open',
      action: 'approve-undo',
      label: '核准撤销',
      by: superiors,
      withinWorkingDays: 2,
    },
    {
      from: ['undo-asked'],
      to: 'merged',
      action: 'reject-undo',
      label: '不核准撤销',
      by: superiors,
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    { from: ['distinct'], to: 'open', action: 'reopen', label: '重新判断', by: OFFICIALS, side: true },
    { from: judged, to: 'superseded', action: 'supersede', label: '其中一份已并入别处', by: [], system: true },
  ],
});
export type PairAction = (typeof pairLifecycle.transitions)[number]['action'];

export const MERGE_STATUSES = ['asked', 'refused', 'done', 'undo-asked', 'undone'] as const;
export const MergeStatus = z.enum(MERGE_STATUSES);
export type MergeStatus = z.infer<typeof MergeStatus>;
export const MERGE_STATUS_LABELS = {
  asked: '待核准',
  refused: '没有核准',
  done: '已合并',
  'undo-asked': '撤销待核准',
  undone: '已撤销',
} as const satisfies Record<MergeStatus, string>;

/** How far two values agree, as the engine says it. */
export const AGREEMENTS = ['missing', 'different', 'far', 'near', 'same'] as const;
export const Agreement = z.enum(AGREEMENTS);
export type Agreement = z.infer<typeof Agreement>;
export const AGREEMENT_WORDS = {
  missing: '缺',
  different: '不同',
  far: '有些像',
  near: '只差一点',
  same: '相同',
} as const satisfies Record<Agreement, string>;

/** What the register check compares. */
export const MATCH_FIELDS = ['name', 'sex', 'bornOn', 'identityNumber', 'phone', 'compound'] as const;
export const MatchField = z.enum(MATCH_FIELDS);
export type MatchField = z.infer<typeof MatchField>;
