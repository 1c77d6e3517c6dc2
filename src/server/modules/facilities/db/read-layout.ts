import type { FacilityKind } from '#contracts/facility-nouns.ts';
import type { Context } from '#platform/http/context.ts';

/** Digits of a code that name its own division; the next lower areas are grouped by more digits. */
export type Grouping = { from: string; to: string; digits: number };

export async function countsByArea(ctx: Context, g: Grouping) {
  const { rows } = await ctx.client.query<{ area_code: string; kind: FacilityKind; n: number }>(
    `select rpad(left(area_code, $3), 12, '0') as area_code, kind, count(*)::integer as n from facilities
     where status = 'operating' and area_code >= $1 and area_code < $2 group by 1, 2`,
    [g.from, g.to, g.digits],
  );
  return rows;
}

const SERVED = `exists (select from facility_coverage c join facilities f on f.facility_id = c.facility_id and f.status = 'operating'
  where c.area_code = a.code and c.from_on <= $3::date and (c.to_on is null or c.to_on > $3::date))`;
const COMMUNITIES = `from areas_v_areas a where a.level = 'community' and a.valid_from <= $3::date
  and (a.valid_to is null or a.valid_to > $3::date) and a.code >= $1 and a.code < $2`;

export async function coverageByArea(ctx: Context, g: Grouping) {
  const { rows } = await ctx.client.query<{ area_code: string; communities: number; covered: number }>(
    `select rpad(left(a.code, $4), 12, '0') as area_code, count(*)::integer as communities,
       (count(*) filter (where ${SERVED}))::integer as covered ${COMMUNITIES} group by 1 order by 1`,
    [g.from, g.to, ctx.today, g.digits],
  );
  return rows;
}

/** Elders of 80 and over by area, from the newest counts; missing where no counts are loaded. */
export async function oldestByArea(ctx: Context, g: Grouping): Promise<Map<string, number>> {
  const { rows } = await ctx.client.query<{ area_code: string; n: number }>(
    `select rpad(left(area_code, $3), 12, '0') as area_code, sum(elders)::integer as n from areas_v_counts
     where area_code >= $1 and area_code < $2 and age_band in ('80-89', '90-99', '100+')
       and as_of = (select max(as_of) from areas_v_counts) group by 1`,
    [g.from, g.to, g.digits],
  );
  return new Map(rows.map(row => [row.area_code, row.n]));
}

/** Communities that no operating meal point serves today, in code order, one page. */
export async function listBlanks(
  ctx: Context,
  range: { from: string; to: string },
  page: { limit: number; offset: number },
) {
  const { rows } = await ctx.client.query<{ code: string; name: string; total: number }>(
    `select a.code, a.name, (count(*) over ())::integer as total ${COMMUNITIES} and not ${SERVED}
     order by a.code limit $4 offset $5`,
    [range.from, range.to, ctx.today, page.limit, page.offset],
  );
  return rows;
}
