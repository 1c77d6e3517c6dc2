import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: rows of tables stay with who sent them; of two open differences of a kind the survivor's stands. */
export async function mergeComparisons(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `delete from comparison_differences l using comparison_differences s
     where s.elder_id = $1 and l.elder_id = $2 and s.kind = l.kind
       and s.status in ('open', 'proposed') and l.status in ('open', 'proposed')`,
    [merge.elderId, merge.fromElderId],
  );
  await takeOver(ctx, merge, [{ table: 'comparison_rows', area: 'stays' }, { table: 'comparison_differences' }]);
}
