import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: one visit an occasion; what both files already had done stays, the second one marked. */
export async function mergeFestivals(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `update festival_visits v set status = 'removed', note = '重复档案已合并，以另一份为准' where v.elder_id = $2
       and v.status <> 'removed' and exists (select from festival_visits s
         where s.elder_id = $1 and s.occasion_key = v.occasion_key and s.status <> 'removed')`,
    [merge.elderId, merge.fromElderId],
  );
  await takeOver(ctx, merge, [{ table: 'festival_visits' }]);
}
