import { arrayParameter } from '#platform/database/array-parameter.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { ANYBODY, type GramFacts } from '../rules/grams.ts';
import type { Roll } from '../rules/make-roll.ts';

/** One at a time makes a street's roll. Writes of single people go on meanwhile: they only leave the roll that stands. */
export async function lockRemake(ctx: Context, streetCode: string): Promise<void> {
  await ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`elder_rolls remake ${streetCode}`]);
}

/** Waits for the writes under way in the street, and keeps further ones out until the transaction ends. */
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
  await writeRoll(ctx, roll);
  await replaceGaps(ctx, roll.streetCode, []);
  await ctx.client.query('delete from elder_grams where elder_id = any ($1)', [seated]);
}

/** The roll and its postings; readers have the former ones until the transaction ends. Gaps are the caller's. */
export async function writeRoll(ctx: Context, { streetCode, people, elderIds, postings }: Roll): Promise<void> {
  for (const table of ['elder_rolls', 'elder_postings']) {
    await ctx.client.query(`delete from ${table} where area_code = $1`, [streetCode]);
  }
  await ctx.client.query('insert into elder_rolls (area_code, people, elder_ids, made_at) values ($1, $2, $3, $4)', [
    ...[streetCode, people, elderIds, ctx.now],
  ]);
  await ctx.client.query(
    'insert into elder_postings (gram, area_code, seats) select gram, $1, seats from unnest($2::text[], $3::bytea[]) as p (gram, seats)',
    [
      streetCode,
      arrayParameter(
        postings.map(([gram]) => gram),
        'text',
      ),
      arrayParameter(
        postings.map(([, seats]) => seats),
        'bytea',
      ),
    ],
  );
}

/** The roll of a street as it stands; nobody's when there is none yet. */
export async function readRoll(ctx: Context, streetCode: string): Promise<{ elderIds: Buffer; people: number }> {
  const { rows } = await ctx.client.query<{ elderIds: Buffer; people: number }>(
    'select elder_ids as "elderIds", people from elder_rolls where area_code = $1',
    [streetCode],
  );
  return rows[0] ?? { elderIds: Buffer.alloc(0), people: 0 };
}

export async function countSeated(ctx: Context, streetCode: string): Promise<number> {
  const text = 'select people from elder_rolls where area_code = $1';
  return (await ctx.client.query<{ people: number }>(text, [streetCode])).rows[0]?.people ?? 0;
}

export async function listPostings(ctx: Context, streetCode: string): Promise<{ gram: string; seats: Buffer }[]> {
  const text = 'select gram, seats from elder_postings where area_code = $1';
  return (await ctx.client.query<{ gram: string; seats: Buffer }>(text, [streetCode])).rows;
}

export async function listGaps(ctx: Context, streetCode: string): Promise<number[]> {
  const text = 'select seat from elder_roll_gaps where area_code = $1 order by seat';
  return (await ctx.client.query<{ seat: number }>(text, [streetCode])).rows.map(row => row.seat);
}

export async function replaceGaps(ctx: Context, streetCode: string, seats: readonly number[]): Promise<void> {
  await ctx.client.query('delete from elder_roll_gaps where area_code = $1', [streetCode]);
  if (seats.length === 0) return;
  await ctx.client.query('insert into elder_roll_gaps (area_code, seat) select $1, unnest($2::int[])', [
    ...[streetCode, seats],
  ]);
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
