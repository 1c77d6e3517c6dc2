import type { ElderStatus } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';
import type { CivilDate } from '#shared/dates.ts';
import { birthsAlike, heardAlike, likenessOf, surnameOf, writtenAlike } from '../rules/duplicates.ts';

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
type Given = { name: string; bornOn: CivilDate | null; compound: string | null; phoneIndexes: readonly Buffer[] };
/** What the index of birth dates knows of somebody. */
type Indexed = { born_on: CivilDate; name: string; area_code: string };

/**
 * People of the area whom the rules find alike, or who have the same phone. Date, name and area stand in one index: whoever
 * is not alike is never read, so that a city of five millions answers while somebody types.
 */
export async function listNear(ctx: Context, given: Given): Promise<Near[]> {
  const samePhone = await withPhone(ctx, given.phoneIndexes);
  const alike = given.bornOn ? await alikeByBirth(ctx, { ...given, bornOn: given.bornOn }) : [];
  if (samePhone.length + alike.length === 0) return [];
  const { rows } = await ctx.client.query<Omit<Near, 'samePhone'>>(
    `select e.elder_id as "elderId", area_code as "areaCode", name, sex, born_on as "bornOn", road, compound, status
     from (select unnest($1::uuid[]) as elder_id
       union select e.elder_id from unnest($2::date[], $3::text[], $4::text[]) p (born_on, name, area_code)
       join elders e using (born_on, name, area_code)) f
     join elders e on e.elder_id = f.elder_id`,
    [samePhone, alike.map(one => one.born_on), alike.map(one => one.name), alike.map(one => one.area_code)],
  );
  const known = new Set(samePhone);
  return rows.map(row => ({ ...row, samePhone: known.has(row.elderId) }));
}

/**
 * Of the very day (or with month and day exchanged) everybody whose surname is heard alike; within a month and of other years
 * the same name, and where the compound decides, of the same surname a name heard alike.
 */
async function alikeByBirth(ctx: Context, given: Given & { bornOn: CivilDate }): Promise<Indexed[]> {
  const { name, bornOn, compound } = given;
  const days = birthsAlike(bornOn);
  const [first, second, third] = heardAlike(name);
  const { head, behind } = surnameOf(name);
  const heard = compound ? days.near : [];
  const { rows } = await ctx.client.query<Indexed>(
    'select born_on, name, area_code from elders_alike_near($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [days.same, first, days.near, writtenAlike(name), heard, head, behind, second, third],
  );
  const typed = { name, bornOn, compound, hasPhone: false };
  return rows.filter(row => likenessOf(typed, { ...row, bornOn: row.born_on, compound, samePhone: false }));
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
