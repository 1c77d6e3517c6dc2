import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

export const DRAW_STATUSES = ['announced', 'drawn', 'cancelled'] as const;
export const DrawStatus = z.enum(DRAW_STATUSES);
export type DrawStatus = z.infer<typeof DrawStatus>;
export const DRAW_LABELS = {
  announced: '种子已公布',
  drawn: '已抽取',
  cancelled: '已撤销',
} as const satisfies Record<DrawStatus, string>;

const INSPECTORS = ['regulator'] as const;

export const drawLifecycle = lifecycle({
  noun: 'inspection-draw',
  label: '抽查',
  initial: 'announced',
  statuses: DRAW_STATUSES,
  labels: DRAW_LABELS,
  transitions: [
    { from: ['announced'], to: 'drawn', action: 'draw', label: '抽取', by: INSPECTORS, withinWorkingDays: 3 },
    {
      from: ['announced'],
      to: 'cancelled',
      action: 'cancel',
      label: '撤销',
      by: INSPECTORS,
      needs: [{ field: 'reason', label: '撤销原因' }],
      side: true,
    },
  ],
});

export const CHECK_STATUSES = [
  'drawn',
  'checking',
  'found-consistent',
  'found-short',
  'not-found',
  'corrected',
  'closed',
] as const;
export const CheckStatus = z.enum(CHECK_STATUSES);
export type CheckStatus = z.infer<typeof CheckStatus>;
export const CHECK_LABELS = {
  drawn: '待核查',
  checking: '核查中',
  'found-consistent': '属实',
  'found-short': '时长不足，待更正',
  'not-found': '没有这次服务，待更正',
  corrected: '已更正，待办结',
  closed: '已办结',
} as const satisfies Record<CheckStatus, string>;

export const CHECK_RESULTS = ['consistent', 'short', 'not-found'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];
export const CHECK_RESULT_LABELS = {
  consistent: '属实',
  short: '时长不足',
  'not-found': '没有这次服务',
} as const satisfies Record<CheckResult, string>;

/** Days are our defaults (designDefault): 5 to begin, 10 to find, 5 to correct and close, all working days. */
export const checkLifecycle = lifecycle({
  noun: 'inspection-check',
  label: '核查',
  initial: 'drawn',
  statuses: CHECK_STATUSES,
  labels: CHECK_LABELS,
  transitions: [
    { from: ['drawn'], to: 'checking', action: 'start', label: '接办', by: INSPECTORS, withinWorkingDays: 5 },
    {
      from: ['checking'],
      to: 'found-consistent',
      action: 'consistent',
      label: '登记属实',
      by: INSPECTORS,
      needs: [{ field: 'evidence', label: '核实依据' }],
      withinWorkingDays: 10,
    },
    {
      from: ['checking'],
      to: 'found-short',
      action: 'short',
      label: '登记时长不足',
      by: INSPECTORS,
      needs: [
        { field: 'foundMinutes', label: '核实的分钟数' },
        { field: 'evidence', label: '核实依据' },
      ],
      withinWorkingDays: 10,
    },
    {
      from: ['checking'],
      to: 'not-found',
      action: 'not-found',
      label: '登记没有这次服务',
      by: INSPECTORS,
      needs: [{ field: 'evidence', label: '核实依据' }],
      withinWorkingDays: 10,
    },
    {
      from: ['found-short', 'not-found'],
      to: 'corrected',
      action: 'correct',
      label: '更正记录和结算',
      by: INSPECTORS,
      needs: [{ field: 'reason', label: '更正原因' }],
      withinWorkingDays: 5,
    },
    {
      from: ['found-consistent', 'corrected'],
      to: 'closed',
      action: 'close',
      label: '办结',
      by: INSPECTORS,
      withinWorkingDays: 5,
    },
  ],
});
