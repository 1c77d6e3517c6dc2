import type { Context } from '#platform/http/context.ts';

export type NewPlace = {
  elderId: string;
  areaCode: string;
  road: string | null;
  compound: string | null;
  point: [number, number] | null;
};

/** Rows of this module that only carry the area; those with more of their own to change are written elsewhere. */
const FOLLOWING = [
  'elder_sealed',
  'elder_scopes',
  'household_members',
  'elder_contacts',
  'elder_tags',
  'elder_not_duplicates',
  'elder_reveals',
  'elder_life_events',
  'elder_corrections',
  'elder_field_sources',
  'elder_outside_looks',
  'elder_cards',
];

/** The person and everything the register holds of them answers to the new area. */
export async function movePerson(ctx: Context, to: NewPlace): Promise<void> {
  await ctx.client.query(
    `update elders set area_code = $2, road = $3, compound = $4, lon = $5, lat = $6, grid = null, updated_at = $7,
       updated_by = $8, version = version + 1 where elder_id = $1`,
    [
      ...[to.elderId, to.areaCode, to.road, to.compound, to.point?.[0] ?? null, to.point?.[1] ?? null],
      ...[ctx.now, ctx.actor.name],
    ],
  );
  for (const table of FOLLOWING)
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1`, [to.elderId, to.areaCode]);
  await ctx.client.query("update elder_handovers set area_code = $2 where elder_id = $1 and status <> 'offered'", [
    to.elderId,
    to.areaCode,
  ]);
}

export type ScopeChange = { elderId: string; areaCode: string; kind: string; scopeId: string; on: string };

/** A scope of the kind ends on the day and the next begins. */
export async function changeScope(ctx: Context, to: ScopeChange): Promise<void> {
  await ctx.client.query(
    'update elder_scopes set to_on = greatest(from_on, $3) where elder_id = $1 and kind = $2 and to_on is null',
    [to.elderId, to.kind, to.on],
  );
  await ctx.client.query(
    `insert into elder_scopes (elder_id, scope_id, area_code, kind, scope_area_code, from_on) values ($1, $2, $3, $4, $3, $5)`,
    [to.elderId, to.scopeId, to.areaCode, to.kind, to.on],
  );
}

export async function setHukou(
  ctx: Context,
  elderId: string,
  to: { areaCode: string; inBeijing: boolean; leftOn: string | null },
): Promise<void> {
  await ctx.client.query(
    'update elders set hukou_area_code = $2, hukou_in_beijing = $3, hukou_left_on = $4 where elder_id = $1',
    [elderId, to.areaCode, to.inBeijing, to.leftOn],
  );
}

export type Dwelling = {
  householdId: string;
  areaCode: string;
  road: string | null;
  compound: string | null;
  index: Buffer | null;
};

/** Puts the person into the household behind the new door; the others of the old one stay where they are. */
export async function joinHousehold(ctx: Context, elderId: string, to: Dwelling): Promise<void> {
  await ctx.client.query(
    `insert into households (household_id, area_code, road, compound, door_index, made_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [to.householdId, to.areaCode, to.road, to.compound, to.index, ctx.now],
  );
  await ctx.client.query(
    'update household_members set household_id = $2, area_code = $3, since_on = $4 where elder_id = $1',
    [elderId, to.householdId, to.areaCode, ctx.today],
  );
}
