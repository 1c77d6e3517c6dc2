import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';
import type { Role } from './roles.ts';

export const DIFFERENCE_STATUSES = ['open', 'proposed', 'adopted', 'refused'] as const;
export const DifferenceStatus = z.enum(DIFFERENCE_STATUSES);
export type DifferenceStatus = z.infer<typeof DifferenceStatus>;
export const DIFFERENCE_STATUS_LABELS = {
  open: '待核',
  proposed: '已采纳，等另一人核对',
  adopted: '已采纳，档案已改',
  refused: '不采纳',
} as const satisfies Record<DifferenceStatus, string>;

const DECIDERS = ['community', 'street', 'district'] as const satisfies readonly Role[];

/** Five working days are ours (designDefault); no document names a limit for 数据比对. */
export const DIFFERENCE_WORKING_DAYS = 5;
export const differenceLifecycle = lifecycle({
  noun: 'difference',
  label: '这条差异',
  initial: 'open',
  statuses: DIFFERENCE_STATUSES,
  labels: DIFFERENCE_STATUS_LABELS,
  transitions: [
    { from: [], to: 'open', action: 'find', label: '比对发现', by: [], system: true },
    {
      ...{ from: ['open'], to: 'proposed', action: 'adopt', label: '采纳，改档案', by: DECIDERS },
      needs: [{ field: 'note', label: '怎样核实的' }],
      withinWorkingDays: DIFFERENCE_WORKING_DAYS,
    },
    {
      ...{ from: ['open'], to: 'refused', action: 'refuse', label: '不采纳', by: DECIDERS },
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    {
      ...{ from: ['open'], to: 'open', action: 'transfer', label: '转办', by: ['community', 'street'] },
      needs: [{ field: 'note', label: '理由' }],
      side: true,
    },
    { from: ['open', 'proposed'], to: 'adopted', action: 'apply', label: '档案已改', by: [], system: true },
    { from: ['proposed'], to: 'open', action: 'return', label: '另一人没有核对通过', by: [], system: true },
  ],
});
