import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: a result counted both records; the row of the one who stays is kept where both stand in it. */
export const mergeRehearsals = (ctx: Context, merge: Merge): Promise<void> =>
  takeOver(ctx, merge, [
    { table: 'rehearsal_people', unless: ['rehearsal_id'] },
    { table: 'rehearsal_residents', area: 'stays', unless: ['rehearsal_id', 'facility_id'] },
  ]);
