import { z } from 'zod';
import { lifecycle } from '../lifecycle.ts';

export const REHEARSAL_STATUSES = ['drafting', 'rehearsed', 'submitted', 'signed', 'discarded'] as const;
export const RehearsalStatus = z.enum(REHEARSAL_STATUSES);
export type RehearsalStatus = z.infer<typeof RehearsalStatus>;
export const REHEARSAL_STATUS_LABELS = {
  drafting: '起草中',
  rehearsed: '已预演，待提交',
  submitted: '已提交，待签批',
  signed: '已签批',
  discarded: '已废弃',
} as const satisfies Record<RehearsalStatus, string>;

const MAKERS = ['district', 'city'] as const;

/**
 * 起草 → 预演 → 提交 → 签批. That another person signs is said in the verb and in the table's constraints. The working
 * days are ours (designDefault): no document sets a limit.
 */
export const rehearsalLifecycle = lifecycle({
  noun: 'rehearsal',
  label: '政策草案',
  initial: 'drafting',
  statuses: REHEARSAL_STATUSES,
  labels: REHEARSAL_STATUS_LABELS,
  transitions: [
    { from: [], to: 'drafting', action: 'make', label: '起草', by: MAKERS },
    { from: ['rehearsed'], to: 'drafting', action: 'edit', label: '修改草案', by: MAKERS, side: true },
    {
      from: ['drafting', 'rehearsed'],
      to: 'rehearsed',
      action: 'rehearsed',
      label: '预演办完',
      by: MAKERS,
      system: true,
    },
    { from: ['rehearsed'], to: 'submitted', action: 'submit', label: '提交签批', by: MAKERS },
    {
      from: ['submitted'],
      to: 'signed',
      action: 'sign',
      label: '签批',
      by: MAKERS,
      needs: [{ field: 'note', label: '决定' }],
      withinWorkingDays: 5,
    },
    {
      from: ['submitted'],
      to: 'drafting',
      action: 'return',
      label: '退回',
      by: MAKERS,
      needs: [{ field: 'note', label: '退回的原因' }],
      side: true,
    },
    {
      from: ['drafting', 'rehearsed'],
      to: 'discarded',
      action: 'discard',
      label: '废弃',
      by: MAKERS,
      needs: [{ field: 'note', label: '废弃的原因' }],
      side: true,
    },
  ],
});
export const REHEARSAL_ACTS = ['submit', 'sign', 'return', 'discard'] as const;
export const RehearsalAct = z.enum(REHEARSAL_ACTS, { error: '请选提交、签批、退回或废弃' });
export type RehearsalAct = z.infer<typeof RehearsalAct>;

/** change = a draft against the law in force; forecast = the law in force itself, for the budget; beds = 补床头 → 补人头. */
export const REHEARSAL_KINDS = ['change', 'forecast', 'beds'] as const;
export const RehearsalKind = z.enum(REHEARSAL_KINDS);
export type RehearsalKind = z.infer<typeof RehearsalKind>;
export const REHEARSAL_KIND_LABELS = {
  change: '补贴津贴标准或条件',
  forecast: '现行规定的经费测算',
  beds: '机构运营补贴：补床头改补人头',
} as const satisfies Record<RehearsalKind, string>;

/** How far the computing is; its progress is in `runs`. */
export const RESULT_STATUSES = ['none', 'running', 'stopped', 'failed', 'done'] as const;
export const ResultStatus = z.enum(RESULT_STATUSES);
export type ResultStatus = z.infer<typeof ResultStatus>;
export const RESULT_STATUS_LABELS = {
  none: '还没有预演',
  running: '正在预演',
  stopped: '预演停在半路',
  failed: '预演没有办完',
  done: '预演办完',
} as const satisfies Record<ResultStatus, string>;
