import type { ElderStatus } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';
import { addDays, type CivilDate } from '#shared/dates.ts';
import { tidyName } from '../rules/grams.ts';
import { searchPeople } from '../search-people.ts';

export type Near = {
  elderId: string;
  areaCode: string;
  name: string;
  sex: '男' | '女';
  bornOn: CivilDate;
  road: string | null;
  compound: string | null;
  status: ElderStatus;
  samePhone: boolean;
};
type Given = { name: string; bornOn: CivilDate | null; phoneIndexes: readonly Buffer[] };

/** At most this many people of one name, one month of birth or one phone are compared. */
const MOST = 3_000;

/**
 * People of the area worth comparing: born within a month, born on the swapped day, of the same name, or with the same
 * phone. Three index walks; the rules judge.
 */
export async function listNear(ctx: Context, given: Given): Promise<Near[]> {
  const { areaFrom, areaTo } = ctx.actor;
  const samePhone = new Set(await withPhone(ctx, given.phoneIndexes));
  const ids = new Set(samePhone);
  if (given.bornOn) for (const id of await bornAround(ctx, given.bornOn)) ids.add(id);
  const gram = tidyName(given.name);
  if (gram.length >= 2 && gram.length <= 4) {
    const named = {
      conditions: [{ alternatives: [[`n:${gram}`]] }],
      range: { from: areaFrom, to: areaTo },
      numbers: [],
    };
    for (const place of (await searchPeople(ctx, named, { limit: 500 })).places) ids.add(place.elderId);
  }
  if (ids.size === 0) return [];
  const rows = await ctx.db
    .selectFrom('elders')
    .select(['elder_id', 'area_code', 'name', 'sex', 'born_on', 'road', 'compound', 'status'])
    .where('elder_id', 'in', [...ids])
    .execute();
  return rows.map(row => ({
    elderId: row.elder_id,
    areaCode: row.area_code,
    name: row.name,
    sex: row.sex as Near['sex'],
    bornOn: row.born_on,
    road: row.road,
    compound: row.compound,
    status: row.status as ElderStatus,
    samePhone: samePhone.has(row.elder_id),
  }));
}

async function bornAround(ctx: Context, bornOn: CivilDate): Promise<string[]> {
  const [year, month, day] = bornOn.split('-') as [string, string, string];
  const swapped = Number(day) <= 12 ? [`${year}-${day}-${month}`] : [];
  const { rows } = await ctx.client.query<{ elder_id: string }>(
    `select elder_id from elders where born_on >= $1 and born_on <= $2 and area_code >= $4 and area_code < $5
     union select elder_id from elders where born_on = any ($3::date[]) and area_code >= $4 and area_code < $5
     limit ${MOST}`,
    [addDays(bornOn, -31), addDays(bornOn, 31), swapped, ctx.actor.areaFrom, ctx.actor.areaTo],
  );
  return rows.map(row => row.elder_id);
}

async function withPhone(ctx: Context, indexes: readonly Buffer[]): Promise<string[]> {
  if (indexes.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('elder_sealed')
    .select('elder_id')
    .where('phone_index', 'in', indexes)
    .limit(100)
    .execute();
  return rows.map(row => row.elder_id);
}

export type AlikeElsewhere = { district_code: string; same_name: boolean; same_born: boolean; same_phone: boolean };

/** Outside the caller's area, anywhere in the city; audited by the function under each record found. */
export async function listElsewhere(ctx: Context, given: Given): Promise<AlikeElsewhere[]> {
  if (!given.bornOn && given.phoneIndexes.length === 0) return [];
  const { rows } = await ctx.client.query<AlikeElsewhere>('select * from elders_find_alike($1, $2, $3, $4, $5)', [
    given.name.trim(),
    given.bornOn,
    given.phoneIndexes,
    ctx.requestId,
    ctx.now,
  ]);
  return rows;
}

type Decision = { elderId: string; otherElderId: string; areaCode: string; reason: string };

/** Remembers both ways round that two people are not one. */
export async function rememberNotDuplicates(ctx: Context, decisions: readonly Decision[]): Promise<void> {
  for (const d of decisions) {
    await ctx.db
      .insertInto('elder_not_duplicates')
      .values({
        elder_id: d.elderId,
        other_elder_id: d.otherElderId,
        area_code: d.areaCode,
        reason: d.reason,
        decided_by: ctx.actor.name,
        decided_at: ctx.now,
      })
      .onConflict(oc => oc.columns(['elder_id', 'other_elder_id']).doNothing())
      .execute();
  }
}

/** The ids that were judged not to be this person. */
export async function listNotDuplicates(ctx: Context, elderId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('elder_not_duplicates')
    .select('other_elder_id')
    .where('elder_id', '=', elderId)
    .execute();
  return rows.map(row => row.other_elder_id);
}

export async function forgetNotDuplicates(ctx: Context, a: string, b: string): Promise<void> {
  await ctx.client.query(
    'delete from elder_not_duplicates where (elder_id, other_elder_id) in (($1::uuid, $2::uuid), ($2, $1))',
    [a, b],
  );
}
