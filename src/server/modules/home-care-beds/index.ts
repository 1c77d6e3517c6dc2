import { PAUSE_REASON_LABELS, type PauseReason } from '#contracts/home-care-bed-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';
import { isPausedOn } from './rules.ts';

export { insertBeds } from './db.ts';
export { mergeBeds } from './db-merge.ts';
export { bedFollowsElder, endBedOf, pauseBedOf, reinstateBedOf, resumeBedOf } from './end-bed.ts';

/** Why the elder is away from home on a day (住院, 入住机构…), in words; null when at home as far as beds know. */
export async function awayOn(ctx: Context, elderId: string, on: string): Promise<string | null> {
  const pauses = await db.pausesOfElder(ctx, elderId);
  const pause = pauses.find(p => isPausedOn({ fromOn: p.from_on, toOn: p.to_on }, on));
  return pause ? PAUSE_REASON_LABELS[pause.reason as PauseReason] : null;
}
export { dueColumns as bedDueColumns, dutyOf as bedDuty, subjectOf as bedSubject } from './duties.ts';
