import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

export const OCCASIONS = ['spring', 'ninth', 'other'] as const;
export const Occasion = z.enum(OCCASIONS, { error: '请选哪个节日' });
export type Occasion = z.infer<typeof Occasion>;
export const OCCASION_LABELS = {
  spring: '春节',
  ninth: '重阳节',
  other: '其他节日',
} as const satisfies Record<Occasion, string>;

export const FESTIVAL_STATUSES = ['draft', 'visiting', 'closed', 'cancelled'] as const;
export const FestivalStatus = z.enum(FESTIVAL_STATUSES);
export type FestivalStatus = z.infer<typeof FestivalStatus>;
export const FESTIVAL_STATUS_LABELS = {
  draft: '名单列好，待复核',
  visiting: '名单已定，正在慰问',
  closed: '已办结',
  cancelled: '已作废',
} as const satisfies Record<FestivalStatus, string>;

const OFFICES = ['street', 'district'] as const;

/** A list is frozen by its check. The limit in working days is ours (designDefault). */
export const festivalLifecycle = lifecycle({
  noun: 'festival-list',
  label: '这份慰问名单',
  initial: 'draft',
  statuses: FESTIVAL_STATUSES,
  labels: FESTIVAL_STATUS_LABELS,
  transitions: [
    { from: [], to: 'draft', action: 'make', label: '按规则列名单', by: OFFICES },
    {
      from: ['draft'],
      to: 'visiting',
      action: 'check',
      label: '复核通过，定下名单',
      by: OFFICES,
      withinWorkingDays: 3,
    },
    { from: ['visiting'], to: 'closed', action: 'close', label: '办结', by: OFFICES },
    {
      ...{ from: ['draft'], to: 'cancelled', action: 'cancel', label: '作废', by: OFFICES },
      ...{ needs: [{ field: 'note', label: '原因' }], side: true },
    },
  ],
});

export const FESTIVAL_VISIT_STATUSES = ['proposed', 'listed', 'removed', 'done', 'left'] as const;
export const FestivalVisitStatus = z.enum(FESTIVAL_VISIT_STATUSES);
export type FestivalVisitStatus = z.infer<typeof FestivalVisitStatus>;
export const FESTIVAL_VISIT_STATUS_LABELS = {
  proposed: '名单待复核',
  listed: '待上门',
  removed: '已从名单划去',
  done: '已慰问',
  left: '没有慰问',
} as const satisfies Record<FestivalVisitStatus, string>;
