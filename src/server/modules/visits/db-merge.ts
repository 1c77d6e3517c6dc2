import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: one plan a person; all visits count for it, the later of the last visits too. */
export async function mergeVisits(ctx: Context, merge: Merge): Promise<void> {
  const both = [merge.elderId, merge.fromElderId];
  await ctx.client.query(
    `update visits v set plan_id = s.plan_id from visit_plans s, visit_plans l
     where s.elder_id = $1 and l.elder_id = $2 and v.elder_id = $2 and v.plan_id = l.plan_id`,
    both,
  );
  await ctx.client.query(
    `update visit_plans s set last_visited_on = greatest(s.last_visited_on, l.last_visited_on) from visit_plans l
     where s.elder_id = $1 and l.elder_id = $2 and l.last_visited_on > coalesce(s.last_visited_on, '1900-01-01')`,
    both,
  );
  await takeOver(ctx, merge, [{ table: 'visit_plans', unless: [] }, { table: 'visits' }]);
}
