import type { FacilityKind } from '#contracts/facility-nouns.ts';
import type { Context } from '#platform/http/context.ts';
import { METRES_PER_DEGREE } from '#shared/geo.ts';
import { type PlaceRow, placeColumns } from './rows.ts';

/** Undefined = no wish. Areas are half-open ranges of codes. */
export type Wishes = {
  kind?: FacilityKind | undefined;
  areaFrom?: string | undefined;
  areaTo?: string | undefined;
  point?: { longitude: number; latitude: number } | undefined;
  withinMetres?: number | undefined;
  text?: string | undefined;
  freeBeds?: boolean | undefined;
  ownership?: string | undefined;
  maxFen?: number | undefined;
  ids?: readonly string[] | undefined;
};

/** Straight-line metres on a plane around the asked point: within 0.1 % of the great circle over 50 km. */
const METRES = `${METRES_PER_DEGREE} * sqrt(((f.longitude - $5::float8) * cos(radians($6::float8))) ^ 2 + (f.latitude - $6::float8) ^ 2)`;

const HITS = `from facilities f left join facility_vacancies v on v.facility_id = f.facility_id
  where f.status = 'operating' and ($1::text is null or f.kind = $1)
    and ($2::text is null or f.area_code >= $2) and ($3::text is null or f.area_code < $3)
    and ($4::text is null or position($4 in f.name) > 0 or position($4 in coalesce(f.operator_name, '')) > 0)
    and ($7::float8 is null or $5::float8 is null or ${METRES} <= $7)
    and ($8::boolean is not true or v.free_beds > 0)
    and ($9::text is null or f.ownership = $9)
    and ($10::bigint is null or exists (select from facility_prices p where p.facility_id = f.facility_id
      and p.low_fen <= $10 and p.from_on <= $11::date and (p.to_on is null or p.to_on > $11::date)))
    and ($12::uuid[] is null or f.facility_id = any($12))`;

const values = (ctx: Context, w: Wishes) => [
  w.kind ?? null,
  w.areaFrom ?? null,
  w.areaTo ?? null,
  w.text || null,
  w.point?.longitude ?? null,
  w.point?.latitude ?? null,
  w.withinMetres ?? null,
  w.freeBeds ?? null,
  w.ownership ?? null,
  w.maxFen ?? null,
  ctx.today,
  w.ids ?? null,
];

export type Hit = PlaceRow & { metres: number | null };

/** Operating places by distance (by name where no point is given), one page by offset. */
export async function searchPlaces(
  ctx: Context,
  wishes: Wishes,
  page: { limit: number; offset: number },
): Promise<Hit[]> {
  const { rows } = await ctx.client.query<Hit>(
    `select ${placeColumns('$11')}, case when $5::float8 is null then null else ${METRES} end as metres
     ${HITS} order by metres nulls last, f.name, f.facility_id limit $13 offset $14`,
    [...values(ctx, wishes), page.limit, page.offset],
  );
  return rows;
}

/** How many of each kind meet the wishes, the kind itself left aside. */
export async function countPlaces(ctx: Context, wishes: Wishes): Promise<Map<FacilityKind, number>> {
  const { rows } = await ctx.client.query<{ kind: FacilityKind; n: number }>(
    `select f.kind, count(*)::integer as n ${HITS} group by f.kind`,
    values(ctx, { ...wishes, kind: undefined }),
  );
  return new Map(rows.map(row => [row.kind, row.n]));
}

/** Middle of the operating places inside a range of codes; undefined where there are none. */
export async function middleOf(ctx: Context, range: { from: string; to: string }) {
  const { rows } = await ctx.client.query<{ longitude: number | null; latitude: number | null }>(
    `select avg(longitude)::float8 as longitude, avg(latitude)::float8 as latitude from facilities
     where status = 'operating' and area_code >= $1 and area_code < $2`,
    [range.from, range.to],
  );
  const row = rows[0];
  return row?.longitude && row.latitude ? { longitude: row.longitude, latitude: row.latitude } : undefined;
}

export type PointRow = { id: string; kind: FacilityKind; name: string; longitude: number; latitude: number };

export async function listPoints(
  ctx: Context,
  given: { kind: FacilityKind | undefined; from: string; to: string; limit: number },
): Promise<PointRow[]> {
  const { rows } = await ctx.client.query<PointRow>(
    `select facility_id as id, kind, name, longitude, latitude from facilities
     where status = 'operating' and ($1::text is null or kind = $1) and area_code >= $2 and area_code < $3
     order by facility_id limit $4`,
    [given.kind ?? null, given.from, given.to, given.limit],
  );
  return rows;
}
