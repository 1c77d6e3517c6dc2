import { asBatch } from '#platform/database/as-batch.ts';
import { inBatchArea } from '#platform/http/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';
import { take } from './take-step.ts';

/** The bed of a person follows to the area that answers now; where it happened stays. */
export const bedFollowsElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  inBatchArea(ctx, '110000000000', inner => db.moveRows(inner, event));

/** Ends an elder's bed for the platform (death): refuses an application still under way, ends one that was built. */
export function endBedOf(ctx: Context, of: { elderId: string; areaCode: string; reason: string }): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: of.reason }, async inner => {
    const bed = await db.findOpenBed(inner, of.elderId);
    if (!bed) return;
    const action = ['applied', 'eligible', 'assessed'].includes(bed.status) ? 'reject' : 'end';
    const set = { ended_on: inner.today, end_reason: of.reason };
    await take(inner, bed, { action, set, note: of.reason, asSystem: true });
    await db.closePause(inner, bed.bed_id, inner.today);
  });
}
