import type { Context } from '#platform/http/context.ts';

export type CountRow = {
  count_id: string;
  facility_id: string;
  facility_name: string;
  area_code: string;
  from_on: string;
  to_on: string;
  person_times: number;
  entered_at: string;
  entered_by: string;
  corrected_because: string | null;
};

const HITS = `from meal_counts where ($1::uuid is null or facility_id = $1)
  and ($2::date is null or (from_on >= $2::date and from_on < $2::date + interval '1 month'))`;

type Wishes = { facilityId: string | undefined; month: string | undefined };
const values = (w: Wishes) => [w.facilityId ?? null, w.month ? `${w.month}-01` : null];

export async function listCounts(
  ctx: Context,
  wishes: Wishes,
  page: { limit: number; offset: number },
): Promise<CountRow[]> {
  const { rows } = await ctx.client.query<CountRow>(
    `select * ${HITS} order by from_on desc, facility_id limit $3 offset $4`,
    [...values(wishes), page.limit, page.offset],
  );
  return rows;
}

export async function sumCounts(ctx: Context, wishes: Wishes): Promise<{ rows: number; personTimes: number }> {
  const { rows } = await ctx.client.query<{ n: number; sum: number }>(
    `select count(*)::integer as n, coalesce(sum(person_times), 0)::integer as sum ${HITS}`,
    values(wishes),
  );
  return { rows: rows[0]?.n ?? 0, personTimes: rows[0]?.sum ?? 0 };
}

export type PointRow = {
  facility_id: string;
  name: string;
  area_code: string;
  opened_on: string | null;
  exited_on: string | null;
  organisation_id: string | null;
};

const POINT = 'select facility_id, name, area_code, opened_on, exited_on, organisation_id from facilities_v_facts';

/** Meal points of an organisation that have opened. */
export async function listOwnPoints(ctx: Context, organisationId: string): Promise<PointRow[]> {
  const { rows } = await ctx.client.query<PointRow>(
    `${POINT} where kind = 'meal-point' and organisation_id = $1 and opened_on is not null order by name`,
    [organisationId],
  );
  return rows;
}

/** The count that covers a day of a point: of the day itself, or of the month that was loaded as one. */
export async function findCountOn(ctx: Context, facilityId: string, on: string): Promise<CountRow | undefined> {
  const { rows } = await ctx.client.query<CountRow>(
    'select * from meal_counts where facility_id = $1 and from_on <= $2 and to_on >= $2 order by from_on desc limit 1 for update',
    [facilityId, on],
  );
  return rows[0];
}

/** Counts of some points since a day. */
export async function listSince(ctx: Context, facilityIds: readonly string[], from: string): Promise<CountRow[]> {
  const { rows } = await ctx.client.query<CountRow>(
    'select * from meal_counts where facility_id = any($1) and to_on >= $2 order by from_on',
    [facilityIds, from],
  );
  return rows;
}

export type NewCount = {
  countId: string;
  point: PointRow;
  on: string;
  personTimes: number;
};

export async function insertCount(ctx: Context, c: NewCount): Promise<void> {
  await ctx.client.query(
    `insert into meal_counts (count_id, facility_id, facility_name, area_code, organisation_id, from_on, to_on, person_times,
       entered_at, entered_by) values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)`,
    [
      ...[c.countId, c.point.facility_id, c.point.name, c.point.area_code, c.point.organisation_id],
      ...[c.on, c.personTimes, ctx.now, ctx.actor.name],
    ],
  );
}

export const correctCount = (ctx: Context, countId: string, to: { personTimes: number; because: string }) =>
  ctx.client.query(
    `update meal_counts set person_times = $2, corrected_because = $3, entered_at = $4, entered_by = $5 where count_id = $1`,
    [countId, to.personTimes, to.because, ctx.now, ctx.actor.name],
  );
