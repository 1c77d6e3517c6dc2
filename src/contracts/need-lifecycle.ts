import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';

export const NEED_STATUSES = ['unmet', 'matching', 'met', 'given-up'] as const;
export const NeedStatus = z.enum(NEED_STATUSES);
export type NeedStatus = z.infer<typeof NeedStatus>;
export const NEED_STATUS_LABELS = {
  unmet: '未满足',
  matching: '对接中',
  met: '已满足',
  'given-up': '放弃',
} as const satisfies Record<NeedStatus, string>;

/** Working days until somebody looks for a supply, and until it is seen what came of it. No document says (designDefault). */
export const NEED_LIMITS = { basis: 'designDefault', unmet: 3, matching: 10 } as const;

const DESK = ['community', 'street'] as const;
/** Who takes a need: the desk, or the centre of the street and the station that answers for the community. */
const TAKERS = [...DESK, 'centre', 'station'] as const;
/** A need is stepped by who takes it; an order made for it, confirmed or cancelled steps it as well. */
export const needLifecycle = lifecycle({
  noun: 'service-need',
  label: '服务需求',
  initial: 'unmet',
  statuses: NEED_STATUSES,
  labels: NEED_STATUS_LABELS,
  transitions: [
    { from: [], to: 'unmet', action: 'survey', label: '登记需求', by: DESK },
    {
      ...{ from: ['unmet'], to: 'matching', action: 'match', label: '开始对接', by: TAKERS },
      ...{ needs: [{ field: 'note', label: '在和谁对接' }], withinWorkingDays: NEED_LIMITS.unmet },
    },
    {
      ...{ from: ['unmet', 'matching'], to: 'met', action: 'meet', label: '已满足', by: TAKERS },
      ...{ needs: [{ field: 'note', label: '怎样满足的' }], withinWorkingDays: NEED_LIMITS.matching },
    },
    {
      ...{ from: ['matching'], to: 'unmet', action: 'fail', label: '没对接成', by: TAKERS, side: true },
      needs: [{ field: 'note', label: '为什么没成' }],
    },
    {
      ...{ from: ['unmet', 'matching'], to: 'given-up', action: 'give-up', label: '放弃', by: TAKERS, side: true },
      needs: [{ field: 'note', label: '为什么放弃' }],
    },
    {
      ...{ from: ['met', 'given-up'], to: 'unmet', action: 'reopen', label: '又有这个需要', by: TAKERS, side: true },
      needs: [{ field: 'note', label: '现在的情况' }],
    },
  ],
});
export const NEED_ACTS = ['match', 'meet', 'fail', 'give-up', 'reopen'] as const;
export type NeedAct = (typeof NEED_ACTS)[number];
