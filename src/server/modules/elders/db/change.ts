import type { Elder } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';

const COLUMNS = {
  name: 'name',
  sex: 'sex',
  bornOn: 'born_on',
  nation: 'nation',
  maritalStatus: 'marital_status',
  hukouAreaCode: 'hukou_area_code',
  hukouInBeijing: 'hukou_in_beijing',
  road: 'road',
  compound: 'compound',
  living: 'living',
  leftBehind: 'left_behind',
  economicClass: 'economic_class',
  familyPlanningSpecial: 'family_planning_special',
  militaryFamily: 'military_family',
  dementia: 'dementia',
  disabilities: 'disabilities',
  multipleDisability: 'multiple_disability',
  diseases: 'diseases',
  wishForVisits: 'wish_for_visits',
  serviceMode: 'service_mode',
  abilityLevel: 'ability_level',
  abilityValidTo: 'ability_valid_to',
  status: 'status',
  diedOn: 'died_on',
  away: 'away',
  hukouLeftOn: 'hukou_left_on',
} as const satisfies Partial<Record<keyof Elder, string>>;
type Changeable = keyof typeof COLUMNS;

/** Writes the given fields and one version more. Answers the new version. */
export async function updateElder(ctx: Context, elderId: string, changes: Partial<Pick<Elder, Changeable>>) {
  const set: Record<string, unknown> = { updated_at: ctx.now, updated_by: ctx.actor.name };
  for (const [field, value] of Object.entries(changes)) {
    const column = COLUMNS[field as Changeable];
    if (column) set[column] = Array.isArray(value) ? JSON.stringify(value) : value;
  }
  if (changes.status === 'verified')
    Object.assign(set, { verified_at: ctx.now, confirmed_on: ctx.today, confirmed_by: ctx.actor.name });
  const row = await ctx.db
    .updateTable('elders')
    .set(set)
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('elder_id', '=', elderId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export type OthersChange = { actor: string; at: string; version: number; fields: Record<string, unknown> };

/** Edits made after the version somebody still has on the screen, newest first. */
export async function listChangesSince(ctx: Context, elderId: string, version: number): Promise<OthersChange[]> {
  const { rows } = await ctx.client.query<{ actor_name: string; at: string; after: Record<string, unknown> }>(
    `select actor_name, at, after from audit_entries
     where elder_id = $1 and action in ('elders.change', 'elders.set-ability') order by at desc, entry_id desc limit 50`,
    [elderId],
  );
  return rows
    .map(row => {
      const { version: made, ...fields } = row.after;
      return { actor: row.actor_name, at: row.at, version: Number(made), fields };
    })
    .filter(change => change.version > version);
}

export async function readUpdated(ctx: Context, elderId: string): Promise<{ updatedAt: string; updatedBy: string }> {
  const row = await ctx.db
    .selectFrom('elders')
    .select(['updated_at', 'updated_by'])
    .where('elder_id', '=', elderId)
    .executeTakeFirstOrThrow();
  return { updatedAt: row.updated_at, updatedBy: row.updated_by };
}
