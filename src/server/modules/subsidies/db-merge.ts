import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged. Records stay with the place that kept them; where both files stand for the same, one goes. */
export async function mergeSubsidies(ctx: Context, merge: Merge): Promise<void> {
  const both = [merge.elderId, merge.fromElderId];
  await ctx.client.query(
    `delete from place_uses u using place_uses s where u.elder_id = $2 and s.elder_id = $1 and s.kind = u.kind and s.withdrawn_at is null and u.withdrawn_at is null
       and (case u.kind when 'meal' then s.from_on = u.from_on else s.to_on is null and u.to_on is null end)`,
    both,
  );
  await ctx.client.query(
    `update subsidy_people p set holds = false where p.elder_id = $2 and p.scheme <> 'meal' and exists (select from subsidy_people s
       where s.elder_id = $1 and s.scheme = p.scheme and s.month = p.month and s.counted and s.holds)`,
    both,
  );
  await takeOver(ctx, merge, [
    { table: 'place_uses', area: 'stays' },
    { table: 'subsidy_people', area: 'stays', unless: ['statement_id'] },
  ]);
}
