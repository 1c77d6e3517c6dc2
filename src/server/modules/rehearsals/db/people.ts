import type { Context } from '#platform/http/context.ts';

/** How many people a run will look at. */
export async function countPeople(
  ctx: Context,
  of: { by: 'area' | 'hukou'; from: string; to: string; month: string },
): Promise<number> {
  const column = of.by === 'area' ? 'area_code' : 'hukou_area_code';
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from elders_v_brief e
     where (e.died_on is null or e.died_on >= $1::date) and e.${column} >= $2 and e.${column} < $3`,
    [`${of.month}-01`, of.from, of.to],
  );
  return rows[0]?.n ?? 0;
}

export type Resident = {
  elder_id: string;
  area_code: string;
  born_on: string;
  living: string;
  economic_class: string;
  family_planning_special: boolean;
  disabled: boolean;
  ability_level: number | null;
};

/** Who lives in an institution, by the register; which one it does not say. */
export async function listResidents(
  ctx: Context,
  of: { from: string; to: string; hukouOnly: boolean },
): Promise<Resident[]> {
  const { rows } = await ctx.client.query<Resident>(
    `select e.elder_id, e.area_code, e.born_on, e.living, e.economic_class, e.family_planning_special,
       e.disabilities <> '[]' as disabled, e.ability_level
     from elders_v_brief e where (e.living = '住养老机构' or e.away = 'institution') and e.died_on is null
       and e.area_code >= $1 and e.area_code < $2 and (not $3 or e.hukou_in_beijing)`,
    [of.from, of.to, of.hukouOnly],
  );
  return rows;
}

/** Beds of institutions and care centres in operation, by district. */
export async function bedsByDistrict(
  ctx: Context,
  of: { from: string; to: string },
): Promise<{ district: string; beds: number; places: number }[]> {
  const { rows } = await ctx.client.query<{ district: string; beds: number; places: number }>(
    `select substr(f.area_code, 1, 6) || '000000' as district, sum(f.beds)::int as beds, count(*)::int as places
     from facilities_v_facts f where f.kind in ('institution', 'care-centre') and f.status = 'operating'
       and f.area_code >= $1 and f.area_code < $2 group by 1 order by 1`,
    [of.from, of.to],
  );
  return rows;
}
