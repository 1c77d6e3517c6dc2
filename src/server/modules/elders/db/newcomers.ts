import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import type { SeatedFacts } from './remake.ts';
import type { Place } from './search.ts';

/** Communities in which an import wrote people, and how many, in order. */
export async function countNewcomers(ctx: Context, importId: string): Promise<{ areaCode: string; people: number }[]> {
  const { rows } = await ctx.client.query<{ areaCode: string; people: number }>(
    `select area_code as "areaCode", count(*)::int as people from elder_import_people
     where import_id = $1 group by area_code order by area_code`,
    [importId],
  );
  return rows;
}

/** Those of one community in their order, with what they are found by. */
export async function listNewcomers(
  ctx: Context,
  importId: string,
  areaCode: string,
): Promise<(SeatedFacts & { areaCode: string })[]> {
  const { rows } = await ctx.client.query<SeatedFacts & { areaCode: string }>(
    `select e.elder_id as "elderId", e.area_code as "areaCode", e.name, e.road, e.compound, e.born_on as "bornOn",
       e.living, e.left_behind as "leftBehind", e.status,
       array(select t.code from elder_tags t where t.elder_id = e.elder_id) as tags
     from elders e
     where e.area_code = $2 and e.died_on is null
       and exists (select 1 from elder_import_people p where p.elder_id = e.elder_id and p.import_id = $1)
     order by e.area_code, e.name, e.elder_id`,
    [importId, areaCode],
  );
  return rows;
}

/** Where everybody of a street stands in the order, dead ones too, by plain hex id as a roll holds it. */
export async function placesOfStreet(ctx: Context, streetCode: string): Promise<Map<string, Place>> {
  const { from, to } = areaRange(streetCode);
  const { rows } = await ctx.client.query<Place>(
    `select area_code as "areaCode", name, elder_id as "elderId" from elders where area_code >= $1 and area_code < $2`,
    [from, to],
  );
  return new Map(rows.map(row => [row.elderId.replaceAll('-', ''), row]));
}
