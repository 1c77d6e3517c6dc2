import type { Elder } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { searchGrams } from '../rules/grams.ts';
import { type ComputedTag, computeTags, TAG_RULES } from '../rules/tags.ts';
import { insertRows } from './insert-rows.ts';

/** Rewrites what follows from the facts: search grams and tags. A tag whose source is gone goes with it. */
export async function rewriteDerived(ctx: Context, elder: Elder): Promise<void> {
  const { elderId, areaCode, name } = elder;
  await leaveRoll(ctx, elder);
  await ctx.client.query('delete from elder_grams where elder_id = $1', [elderId]);
  const tags = elder.status === 'deceased' ? [] : computeTags(elder, ctx.today);
  const codes = tags.map(tag => tag.code);
  const grams = searchGrams(elder, codes).map(gram => [gram, areaCode, name, elderId]);
  await insertRows(ctx.client, { elder_grams: grams, elder_tags: await settleTags(ctx, elder, tags) });
}

/** Out of the packed roll of the street; whoever moves a person calls it with the community left. Then elder_grams counts. */
export async function leaveRoll(ctx: Context, who: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('select elders_leave_roll($1, $2)', [who.elderId, who.areaCode]);
}

/** Takes away what no longer holds and answers the rows to add; a tag that still says the same keeps its dates. */
async function settleTags(ctx: Context, elder: Elder, tags: readonly ComputedTag[]): Promise<unknown[][]> {
  const { elderId, areaCode, name } = elder;
  const known = await ctx.db
    .selectFrom('elder_tags')
    .select(['code', 'reason', 'valid_to', 'name', 'area_code'])
    .where('elder_id', '=', elderId)
    .execute();
  const stays = (tag: ComputedTag) =>
    known.some(
      k =>
        [k.code, k.reason, k.valid_to, k.name, k.area_code].join() ===
        [tag.code, tag.reason, tag.validTo, name, areaCode].join(),
    );
  const kept = tags.filter(stays).map(tag => tag.code);
  await ctx.client.query('delete from elder_tags where elder_id = $1 and not code = any ($2)', [elderId, kept]);
  return tags
    .filter(tag => !stays(tag))
    .map(tag => [
      ...[elderId, tag.code, areaCode, name, tag.family, tag.value, tag.reason],
      ...[tag.sourceKind, tag.source, ctx.now, tag.validFrom, tag.validTo],
    ]);
}

/**
 * People whose tags no longer fit the day: a tag ran out, somebody turned 80 since the last look, or 参照执行 began
 * for those already disabled or demented. One page of ids; ask again until it is empty.
 */
export async function listStale(ctx: Context, eightySince: string, eightyUntil: string): Promise<string[]> {
  const { areaFrom, areaTo } = ctx.actor;
  const assimilated = TAG_RULES.find(rule => rule.code === 'assimilated' && rule.from <= ctx.today);
  const range = areaRange(assimilated?.area ?? ctx.actor.areaCode);
  const { rows } = await ctx.client.query<{ elder_id: string }>(
    `select elder_id from (
       select t.elder_id from elder_tags t where t.valid_to < $1 and t.area_code >= $4 and t.area_code < $5
       union
       select e.elder_id from elders e
       where e.born_on > $2 and e.born_on <= $3 and e.area_code >= $4 and e.area_code < $5 and e.died_on is null
         and not exists (select 1 from elder_tags t where t.elder_id = e.elder_id and t.code = 'oldest-old')
       union
       select t.elder_id from elder_tags t join elders e on e.elder_id = t.elder_id
       where $6 and t.code in ('disabled', 'severely-disabled', 'dementia') and t.area_code >= $7 and t.area_code < $8
         and t.area_code >= $4 and t.area_code < $5 and e.born_on > $3
         and not exists (select 1 from elder_tags a where a.elder_id = t.elder_id and a.code = 'assimilated')) stale
     order by elder_id limit 500`,
    [ctx.today, eightySince, eightyUntil, areaFrom, areaTo, assimilated !== undefined, range.from, range.to],
  );
  return rows.map(row => row.elder_id);
}
