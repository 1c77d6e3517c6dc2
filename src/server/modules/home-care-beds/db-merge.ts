import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/**
 * Reaction to elder.merged: one bed at home. Where both records have one under way, the bed further on stands and the
 * other ends: a built bed is not lost to an application.
 */
export async function mergeBeds(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `with open as (
       select bed_id, row_number() over (order by accepted_on is null, in_service_on is null, elder_id <> $1, applied_on, bed_id) as n
       from home_care_beds where elder_id in ($1, $2) and status not in ('ended', 'rejected')),
     ended as (
       update home_care_beds b set status = 'ended', ended_on = $3, end_reason = '重复档案合并，另一张床位继续', changed_at = $4
       from open o where o.bed_id = b.bed_id and o.n > 1 returning b.bed_id)
     update home_care_bed_pauses p set to_on = greatest(p.from_on, $3::date) from ended e where e.bed_id = p.bed_id and p.to_on is null`,
    [merge.elderId, merge.fromElderId, ctx.today, ctx.now],
  );
  await takeOver(ctx, merge, [
    { table: 'home_care_beds' },
    { table: 'home_care_bed_pauses' },
    { table: 'home_care_contracts' },
    { table: 'home_care_contract_traces' },
  ]);
}
