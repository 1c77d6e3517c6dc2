import type { BedStatus } from '#contracts/home-care-bed-lifecycle.ts';
import type { BedRow } from '#contracts/home-care-beds.ts';
import type { Due } from '../../ui/marks.tsx';

/** The chip of a deadline as the server counted it in working days. */
export const dueOf = (bed: Pick<BedRow, 'dueIn'>): Due | undefined => {
  if (bed.dueIn === null) return undefined;
  if (bed.dueIn < 0) return { kind: 'over', workingDays: -bed.dueIn };
  return bed.dueIn === 0 ? { kind: 'today' } : { kind: 'left', workingDays: bed.dueIn };
};

export const bedTone = (status: BedStatus): 'pine' | 'plain' | 'today' | 'over' => {
  if (status === 'in-service' || status === 'contracted' || status === 'accepted') return 'pine';
  return status === 'ended' || status === 'rejected' ? 'plain' : 'today';
};
