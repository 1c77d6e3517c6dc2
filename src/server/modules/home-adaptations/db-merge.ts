import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: one adaptation under way; the one further on stands, what is spent is not lost. */
export async function mergeAdaptations(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `with open as (
       select adaptation_id, row_number() over (order by accepted_on is null, built_on is null, planned_on is null,
         elder_id <> $1, applied_on, adaptation_id) as n
       from home_adaptations where elder_id in ($1, $2) and status not in ('settled', 'rejected', 'ended'))
     update home_adaptations a set status = 'ended', end_note = '重复档案合并，另一件继续', next_due_on = null, sealed_contact = null,
       changed_at = $3 from open o where o.adaptation_id = a.adaptation_id and o.n > 1`,
    [merge.elderId, merge.fromElderId, ctx.now],
  );
  await takeOver(ctx, merge, [
    { table: 'home_adaptations', sealed: { column: 'sealed_contact', key: 'adaptation_id' } },
  ]);
}
