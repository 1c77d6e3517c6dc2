import type { FacilityKind, FacilityStatus } from '#contracts/facility-nouns.ts';
import type { Context } from '#platform/http/context.ts';
import { type PlaceRow, placeColumns } from './rows.ts';

export type ListWishes = {
  kind: FacilityKind | undefined;
  status: FacilityStatus | undefined;
  text: string | undefined;
  from: string;
  to: string;
};

const HITS = `from facilities where area_code >= $1 and area_code < $2
  and ($3::text is null or kind = $3) and ($4::text is null or status = $4)
  and ($5::text is null or position($5 in name) > 0 or position($5 in coalesce(operator_name, '')) > 0)`;
const values = (w: ListWishes) => [w.from, w.to, w.kind ?? null, w.status ?? null, w.text || null];

type Listed = Omit<PlaceRow, 'free_beds' | 'waiting' | 'updated_at' | 'prices'>;

/** Newest openings first, so that what was just entered stands on top. */
export async function listFacilities(ctx: Context, wishes: ListWishes, page: { limit: number; offset: number }) {
  const { rows } = await ctx.client.query<Listed>(
    `select * ${HITS} order by coalesce(exited_on, opened_on) desc nulls first, facility_id desc limit $6 offset $7`,
    [...values(wishes), page.limit, page.offset],
  );
  return rows;
}

/** By kind and status inside the area, whatever kind and status are asked for: the list's tabs. */
export async function countFacilities(ctx: Context, wishes: ListWishes) {
  const { rows } = await ctx.client.query<{ kind: FacilityKind; status: FacilityStatus; count: number }>(
    `select kind, status, count(*)::integer as count ${HITS} group by kind, status order by kind, status`,
    values({ ...wishes, kind: undefined, status: undefined }),
  );
  return rows;
}

export async function findFacility(ctx: Context, id: string): Promise<PlaceRow | undefined> {
  const { rows } = await ctx.client.query<PlaceRow>(
    `select ${placeColumns('$2')} from facilities f left join facility_vacancies v on v.facility_id = f.facility_id
     where f.facility_id = $1`,
    [id, ctx.today],
  );
  return rows[0];
}

/** As findFacility, and locks the row until the write is done. */
export async function lockFacility(ctx: Context, id: string): Promise<PlaceRow | undefined> {
  const locked = await ctx.client.query('select 1 from facilities where facility_id = $1 for update', [id]);
  return locked.rowCount ? findFacility(ctx, id) : undefined;
}

export const nameStands = async (
  ctx: Context,
  f: { kind: string; name: string; areaCode: string },
): Promise<boolean> => {
  const found = await ctx.client.query(
    "select 1 from facilities where area_code = $1 and kind = $2 and name = $3 and status <> 'exited'",
    [f.areaCode, f.kind, f.name],
  );
  return (found.rowCount ?? 0) > 0;
};

export type Brief = { id: string; kind: FacilityKind; name: string; linked_on: string | null };

export async function listStations(ctx: Context, centreId: string): Promise<Brief[]> {
  const { rows } = await ctx.client.query<Brief>(
    `select facility_id as id, kind, name, linked_on from facilities
     where linked_centre_id = $1 and status <> 'exited' order by name, facility_id`,
    [centreId],
  );
  return rows;
}

/** Operating centres inside a range of codes. */
export async function listCentres(ctx: Context, range: { from: string; to: string }): Promise<Brief[]> {
  const { rows } = await ctx.client.query<Brief>(
    `select facility_id as id, kind, name, linked_on from facilities
     where kind = 'regional-centre' and status = 'operating' and area_code >= $1 and area_code < $2 order by name`,
    [range.from, range.to],
  );
  return rows;
}

/** Communities that a meal point serves on the context's day. */
export async function listCoverage(ctx: Context, facilityId: string): Promise<{ code: string; from: string }[]> {
  const { rows } = await ctx.client.query<{ code: string; from: string }>(
    `select area_code as code, from_on as "from" from facility_coverage
     where facility_id = $1 and from_on <= $2 and (to_on is null or to_on > $2) order by area_code`,
    [facilityId, ctx.today],
  );
  return rows;
}

export async function listOwnIds(ctx: Context): Promise<string[]> {
  const { rows } = await ctx.client.query<{ facility_id: string }>(
    "select facility_id from facilities where organisation_id = $1 and status <> 'exited' order by kind, name, facility_id limit 20",
    [ctx.actor.organisationId],
  );
  return rows.map(row => row.facility_id);
}
