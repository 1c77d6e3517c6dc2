import type { Selectable } from 'kysely';
import type pg from 'pg';
import { type Disability, type Elder, TAG_CODES, TAG_LABELS, type Tag, type TagCode } from '#contracts/elders.ts';
import type { Elders } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { ageOn, type CivilDate } from '#shared/dates.ts';

type Row = Selectable<Elders>;

export function elderOf(row: Row, today: CivilDate): Elder {
  const { lon, lat } = row;
  return {
    elderId: row.elder_id,
    areaCode: row.area_code,
    name: row.name,
    sex: row.sex as Elder['sex'],
    bornOn: row.born_on,
    age: ageOn(row.born_on, row.died_on ?? today),
    road: row.road,
    compound: row.compound,
    point: lon === null || lat === null ? null : [lon, lat],
    hukouAreaCode: row.hukou_area_code,
    hukouInBeijing: row.hukou_in_beijing,
    hukouLeftOn: row.hukou_left_on,
    living: row.living as Elder['living'],
    leftBehind: row.left_behind,
    economicClass: row.economic_class as Elder['economicClass'],
    familyPlanningSpecial: row.family_planning_special,
    militaryFamily: row.military_family,
    maritalStatus: row.marital_status as Elder['maritalStatus'],
    nation: row.nation,
    abilityLevel: row.ability_level,
    abilityValidTo: row.ability_valid_to,
    dementia: row.dementia,
    disabilities: row.disabilities as unknown as Disability[],
    multipleDisability: row.multiple_disability,
    diseases: row.diseases as unknown as string[],
    wishForVisits: row.wish_for_visits,
    serviceMode: row.service_mode as Elder['serviceMode'],
    status: row.status as Elder['status'],
    diedOn: row.died_on,
    away: row.away as Elder['away'],
    source: row.source as Elder['source'],
    registeredAt: row.registered_at,
    version: row.version,
  };
}

/** People by id, as far as the row rules let them be seen; in no order. */
export async function listElders(ctx: Context, ids: readonly string[]): Promise<Elder[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.selectFrom('elders').selectAll().where('elder_id', 'in', ids).execute();
  return rows.map(row => elderOf(row, ctx.today));
}

export async function findElder(ctx: Context, elderId: string): Promise<Elder | undefined> {
  return (await listElders(ctx, [elderId]))[0];
}

/** The row locked for the rest of the write, so that two edits of one person follow each other. */
export async function lockElder(ctx: Context, elderId: string): Promise<Elder | undefined> {
  const row = await ctx.db
    .selectFrom('elders')
    .selectAll()
    .where('elder_id', '=', elderId)
    .forUpdate()
    .executeTakeFirst();
  return row && elderOf(row, ctx.today);
}

/** Tags in force today, by person, the weightiest first. */
export async function listTags(ctx: Context, ids: readonly string[]): Promise<(Tag & { elderId: string })[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.selectFrom('elder_tags').selectAll().where('elder_id', 'in', ids).orderBy('code').execute();
  const rank = (row: { code: string }) => TAG_CODES.indexOf(row.code as TagCode);
  return rows
    .sort((a, b) => rank(a) - rank(b))
    .filter(row => row.valid_from <= ctx.today && (row.valid_to === null || row.valid_to >= ctx.today))
    .map(row => ({
      elderId: row.elder_id,
      code: row.code as TagCode,
      label: TAG_LABELS[row.code as TagCode],
      family: row.family as Tag['family'],
      value: row.value,
      reason: row.reason,
      source: row.source_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      computedAt: row.computed_at,
    }));
}

/** The area answering for each person now, for the read audit; under batch over the whole city. */
export async function areasOfElders(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<{ elder_id: string; area_code: string }>({
    name: 'areas-of-elders',
    text: 'select elder_id, area_code from elders where elder_id = any ($1)',
    values: [ids],
  });
  return new Map(rows.map(row => [row.elder_id, row.area_code]));
}
