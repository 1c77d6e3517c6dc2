import type { Context } from '#platform/http/context.ts';

export type MemberRow = {
  household_id: string;
  elder_id: string;
  area_code: string;
  name: string;
  born_on: string;
  economic_class: string;
  road: string | null;
  compound: string | null;
};

/** People on the register behind these doors, the eldest first. */
export async function listMembers(ctx: Context, householdIds: readonly string[]): Promise<MemberRow[]> {
  const { rows } = await ctx.client.query<MemberRow>(
    `select h.household_id, e.elder_id, e.area_code, e.name, e.born_on, e.economic_class, e.road, e.compound
     from elders_v_households h join elders_v_brief e on e.elder_id = h.elder_id and e.status in ('registered', 'verified', 'active')
     where h.household_id = any ($1) order by e.born_on, e.elder_id`,
    [householdIds],
  );
  return rows;
}

export type StaffRow = {
  account_id: string;
  name: string;
  role: 'community' | 'street';
  title: string;
  area_code: string;
};

/** Posts of the household's community and street that are in force and in the caller's reach. */
export async function listStaff(ctx: Context, areas: readonly string[]): Promise<StaffRow[]> {
  const { rows } = await ctx.client.query<StaffRow>(
    `select distinct on (account_id) account_id, holder_name as name, role, title, area_code from accounts_v_staff
     where role in ('community', 'street') and area_code = any ($1) and from_on <= $2 and (to_on is null or to_on >= $2)
     order by account_id, area_code desc`,
    [areas, ctx.today],
  );
  return rows.toSorted((a, b) => b.area_code.localeCompare(a.area_code) || a.name.localeCompare(b.name));
}

export async function findPerson(
  ctx: Context,
  elderId: string,
): Promise<{ area_code: string; name: string } | undefined> {
  const { rows } = await ctx.client.query<{ area_code: string; name: string }>(
    'select area_code, name from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0];
}

export async function isInHardship(ctx: Context, householdId: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `select 1 from elders_v_households h join elders_v_tags t on t.elder_id = h.elder_id and t.code = 'hardship'
     where h.household_id = $1 limit 1`,
    [householdId],
  );
  return rowCount === 1;
}

export async function householdOf(ctx: Context, elderId: string): Promise<string | null> {
  const { rows } = await ctx.client.query<{ household_id: string }>(
    'select household_id from elders_v_households where elder_id = $1',
    [elderId],
  );
  return rows[0]?.household_id ?? null;
}
