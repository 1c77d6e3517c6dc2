import type pg from 'pg';
import { copyRows } from '#platform/database/copy-rows.ts';
import type { Context } from '#platform/http/context.ts';
import { ANYBODY } from '../rules/grams.ts';
import type { Roll } from '../rules/make-roll.ts';
import { keyOf, NOBODY, readRuns, seatOf } from '../rules/postings.ts';
import type { Place } from './search.ts';

type Range = { from: string; to: string };

/** What the rolls of an area say, in one round trip. */
export type Read = {
  /** Keys of everybody who stands under a gram; a gram nobody has is missing. */
  postings: Map<string, Float64Array>;
  /** Keys of those who have left their roll since it was made. */
  gaps: Float64Array;
  /** Whether anybody alive stands in no roll. */
  outside: boolean;
};

export async function readRolls(ctx: Context, grams: readonly string[], range: Range): Promise<Read> {
  const { rows } = await ctx.client.query<{ kind: string; gram: string; runs: Buffer | null }>({
    name: 'elder-rolls',
    text: `select 'postings' as kind, p.gram,
        string_agg(convert_to(p.area_code, 'UTF8') || int4send(octet_length(p.seats)) || p.seats, '') as runs
      from (select gram, area_code, seats from elder_postings
        where gram = any($1) and area_code >= $2 and area_code < $3 order by gram, area_code) p
      group by p.gram
      union all select 'gaps', '', string_agg(convert_to(area_code, 'UTF8') || int4send(seat), '')
        from elder_roll_gaps where area_code >= $2 and area_code < $3
      union all (select 'outside', '', null from elder_grams
        where gram = $4 and area_code >= $2 and area_code < $3 limit 1)`,
    values: [grams, range.from, range.to, ANYBODY],
  });
  const read: Read = { postings: new Map(), gaps: NOBODY, outside: false };
  for (const { kind, gram, runs } of rows) {
    if (kind === 'outside') read.outside = true;
    else if (kind === 'gaps') read.gaps = runs ? readGapRuns(runs) : NOBODY;
    else if (runs) read.postings.set(gram, readRuns(runs));
  }
  return read;
}

/** Which of these grams anybody of the area stands under, in a roll or outside. */
export async function presentGrams(ctx: Context, grams: readonly string[], range: Range): Promise<Set<string>> {
  const { rows } = await ctx.client.query<{ gram: string }>(
    `select g.gram from unnest($1::text[]) g (gram)
     where exists (select 1 from elder_postings p where p.gram = g.gram and p.area_code >= $2 and p.area_code < $3)
       or exists (select 1 from elder_grams p where p.gram = g.gram and p.area_code >= $2 and p.area_code < $3)`,
    [grams, range.from, range.to],
  );
  return new Set(rows.map(row => row.gram));
}

function readGapRuns(runs: Buffer): Float64Array {
  const keys = new Float64Array(runs.length / 16);
  for (let i = 0; i < keys.length; i++) {
    keys[i] = keyOf(runs.toString('latin1', i * 16, i * 16 + 12), runs.readInt32BE(i * 16 + 12));
  }
  return keys.sort();
}

/** How many living people the rolls of the area hold, without those who have left them. */
export async function countRolls(ctx: Context, range: Range): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select (select coalesce(sum(people), 0) from elder_rolls where area_code >= $1 and area_code < $2)::int
      - (select count(*) from elder_roll_gaps where area_code >= $1 and area_code < $2)::int as n`,
    [range.from, range.to],
  );
  return rows[0]?.n ?? 0;
}

export type PlaceWithBirth = Place & { bornOn: string };

/** Who sits there, in the order of the keys; undefined for somebody who does not stand in that street any more. */
export async function listSeated(ctx: Context, keys: readonly number[]): Promise<(PlaceWithBirth | undefined)[]> {
  if (keys.length === 0) return [];
  const seats = keys.map(seatOf);
  const { rows } = await ctx.client.query<PlaceWithBirth | { elderId: null }>(
    `select e.area_code as "areaCode", e.name, e.elder_id as "elderId", e.born_on as "bornOn"
     from (select w.n, encode(substr(r.elder_ids, w.seat * 16 + 1, 16), 'hex')::uuid as elder_id
       from unnest($1::text[], $2::int[]) with ordinality as w (street, seat, n)
       left join elder_rolls r on r.area_code = w.street) s
     left join lateral (select * from elders e where e.elder_id = s.elder_id limit 1) e on true order by s.n`,
    [seats.map(s => s.streetCode), seats.map(s => s.seat)],
  );
  return rows.map((row, i) =>
    row.elderId !== null && row.areaCode.slice(0, 9) === seats[i]?.streetCode.slice(0, 9) ? row : undefined,
  );
}

/** Writes a roll that does not exist yet; for a client above the row rules. */
export async function copyRoll(client: pg.ClientBase, roll: Roll, now: string): Promise<void> {
  const { streetCode, people, elderIds, postings } = roll;
  const rolls = { table: 'elder_rolls', columns: ['area_code', 'people', 'elder_ids', 'made_at'] };
  await copyRows(client, rolls, [[streetCode, people, elderIds, now]]);
  const into = { table: 'elder_postings', columns: ['gram', 'area_code', 'seats'] };
  await copyRows(
    client,
    into,
    postings.map(([gram, seats]) => [gram, streetCode, seats]),
  );
}
