import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { ANYBODY, type GramFacts } from '../rules/grams.ts';
import type { Roll } from '../rules/make-roll.ts';

/** Waits for the writes under way in the street, and keeps further ones out until the roll is made. */
export async function lockRoll(ctx: Context, streetCode: string): Promise<void> {
  await ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`elder_rolls ${streetCode}`]);
}

export type SeatedFacts = GramFacts & { elderId: string; tags: string[] };

/** Everybody of a street in the one order, with the codes of their tags. */
export async function seatedFacts(ctx: Context, streetCode: string): Promise<SeatedFacts[]> {
  const { from, to } = areaRange(streetCode);
  const { rows } = await ctx.client.query<SeatedFacts>(
    `select e.elder_id as "elderId", e.name, e.road, e.compound, e.born_on as "bornOn", e.living,
       e.left_behind as "leftBehind", e.status, coalesce(t.codes, '{}') as tags
     from elders e
     left join (select elder_id, array_agg(code) as codes from elder_tags where area_code >= $1 and area_code < $2 group by elder_id) t
       on t.elder_id = e.elder_id
     where e.area_code >= $1 and e.area_code < $2 order by e.area_code, e.name, e.elder_id`,
    [from, to],
  );
  return rows;
}

/** Writes the roll in place of the one before; who is seated needs no narrow grams any more. */
export async function replaceRoll(ctx: Context, roll: Roll, seated: readonly string[]): Promise<void> {
  const { streetCode, people, elderIds, postings } = roll;
  for (const table of ['elder_rolls', 'elder_postings', 'elder_roll_gaps']) {
    await ctx.client.query(`delete from ${table} where area_code = $1`, [streetCode]);
  }
  await ctx.client.query('insert into elder_rolls (area_code, people, elder_ids, made_at) values ($1, $2, $3, $4)', [
    ...[streetCode, people, elderIds, ctx.now],
  ]);
  await ctx.client.query(
    'insert into elder_postings (gram, area_code, seats) select gram, $1, seats from unnest($2::text[], $3::bytea[]) as p (gram, seats)',
    [streetCode, postings.map(([gram]) => gram), postings.map(([, seats]) => seats)],
  );
  await ctx.client.query('delete from elder_grams where elder_id = any ($1)', [seated]);
}

/** Streets with at least so many people outside their roll. */
export async function listOutside(ctx: Context, least: number): Promise<string[]> {
  const { rows } = await ctx.client.query<{ street: string }>(
    `select street from (
       select left(area_code, 9) || '000' as street from elder_grams where gram = $1
       union all select area_code from elder_roll_gaps) outside
     group by street having count(*) >= $2 order by street`,
    [ANYBODY, least],
  );
  return rows.map(row => row.street);
}
