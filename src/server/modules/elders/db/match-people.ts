import type { ElderStatus } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { surnameOf } from '../rules/duplicates.ts';
import type { Near } from './duplicates.ts';

/** Who of many identity numbers is registered: hex index → person inside the batch's area, else the district only. */
export async function matchIdentities(
  ctx: Context,
  indexes: readonly Buffer[],
): Promise<Map<string, { elderId: string | null; areaCode: string }>> {
  const { rows } = await ctx.client.query<{ identity_index: Buffer; elder_id: string | null; area_code: string }>(
    'select * from elders_match_identities($1, $2, $3, $4)',
    [indexes, ctx.requestId, ctx.actor.accountId, ctx.now],
  );
  return new Map(
    rows.map(row => [row.identity_index.toString('hex'), { elderId: row.elder_id, areaCode: row.area_code }]),
  );
}

export type Sought = { name: string; bornOn: string; phoneIndex: Buffer | null; compound: string | null };

const NEAR = 'e.elder_id, e.area_code, e.name, e.sex, e.born_on, e.road, e.compound, e.status';
/** A bound that nobody reaches; with it each row of a table is one probe of an index, whatever the statistics say. */
const MOST_NEAR = 1_000;

type NearRow = {
  n: number;
  elder_id: string;
  area_code: string;
  name: string;
  sex: '男' | '女';
  born_on: string;
  road: string | null;
  compound: string | null;
  status: ElderStatus;
  same_phone: boolean;
};

/**
 * Living people of the area worth comparing with each of many: born the same day (or with day and month exchanged) under
 * the same surname, or with the same phone. Answers by the position in `sought`. The rules judge. A table is
 * compared with itself row by row, so the caller's transaction must not see who came in by it.
 */
export async function listNearMany(
  ctx: Context,
  sought: readonly Sought[],
  within: { areaCode: string },
): Promise<Map<number, Near[]>> {
  const { from, to } = areaRange(within.areaCode);
  const dated = sought.flatMap(({ name, bornOn, compound }, n) =>
    datesOf(bornOn).map(born => ({ n, born, compound, ...surnameOf(name) })),
  );
  const phones = sought.flatMap((one, n) => (one.phoneIndex ? [{ n, index: one.phoneIndex }] : []));
  // Two known places that differ make two people unless they share a phone: those are left out here already.
  const { rows } = await ctx.client.query<NearRow>(
    `select r.n, e.*, false as same_phone
     from unnest($1::int[], $2::date[], $3::text[], $8::text[], $9::text[]) r (n, born, head, behind, compound)
     cross join lateral (select ${NEAR} from elders e
       where e.born_on = r.born and e.name >= r.head and e.name < r.behind and e.area_code >= $4 and e.area_code < $5
         and e.died_on is null and (e.compound is null or r.compound is null or e.compound = r.compound)
       order by e.born_on, e.name, e.area_code limit ${MOST_NEAR}) e
     union all
     select r.n, e.*, true from unnest($6::int[], $7::bytea[]) r (n, index)
     cross join lateral (select s.elder_id from elder_sealed s
       where s.phone_index = r.index and s.area_code >= $4 and s.area_code < $5 limit ${MOST_NEAR}) s
     cross join lateral (select ${NEAR} from elders e
       where e.elder_id = s.elder_id and e.died_on is null limit 1) e`,
    [
      ...[dated.map(d => d.n), dated.map(d => d.born), dated.map(d => d.head), from, to],
      ...[phones.map(p => p.n), phones.map(p => p.index)],
      ...[dated.map(d => d.behind), dated.map(d => d.compound)],
    ],
  );
  return byPosition(rows);
}

function datesOf(bornOn: string): string[] {
  const [year, month, day] = bornOn.split('-') as [string, string, string];
  return Number(day) <= 12 && day !== month ? [bornOn, `${year}-${day}-${month}`] : [bornOn];
}

/** Somebody found by date and by phone alike is one, with the same phone. */
function byPosition(rows: readonly NearRow[]): Map<number, Near[]> {
  const found = new Map<number, Map<string, Near>>();
  for (const row of rows) {
    const near = found.get(row.n) ?? new Map<string, Near>();
    found.set(row.n, near);
    near.set(row.elder_id, {
      elderId: row.elder_id,
      areaCode: row.area_code,
      name: row.name,
      sex: row.sex,
      bornOn: row.born_on,
      road: row.road,
      compound: row.compound,
      status: row.status,
      samePhone: row.same_phone || (near.get(row.elder_id)?.samePhone ?? false),
    });
  }
  return new Map([...found].map(([n, near]) => [n, [...near.values()]]));
}

/** Households behind many doors, by hex of the door's index. */
export async function findHouseholds(ctx: Context, doors: readonly Buffer[]): Promise<Map<string, string>> {
  if (doors.length === 0) return new Map();
  const { rows } = await ctx.client.query<{ door_index: Buffer; household_id: string }>(
    'select door_index, min(household_id::text) as household_id from households where door_index = any ($1) group by 1',
    [doors],
  );
  return new Map(rows.map(row => [row.door_index.toString('hex'), row.household_id]));
}

/** Communities and streets in force inside an area. */
export async function listPlaces(
  ctx: Context,
  areaCode: string,
): Promise<{ code: string; name: string; level: string }[]> {
  const { from, to } = areaRange(areaCode);
  const street = `${areaCode.slice(0, 9)}000`;
  const { rows } = await ctx.client.query<{ code: string; name: string; level: string }>(
    `select code, name, level from areas_v_areas
     where (code >= $1 and code < $2 or code = $4) and level in ('street', 'community') and valid_from <= $3 and (valid_to is null or valid_to > $3)`,
    [from, to, ctx.today, street],
  );
  return rows;
}
