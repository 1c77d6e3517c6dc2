import type { BedEffect } from '#contracts/rehearsals/beds.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';

export type PlaceRow = {
  facility_id: string;
  facility_name: string;
  area_code: string;
  month: string;
  beds: number;
  residents: number;
  counted: number;
  unassessed: number;
  bed_fen: number;
  person_fen: number;
};
export type ResidentRow = {
  elder_id: string;
  facility_id: string;
  facility_name: string;
  area_code: string;
  elder_name: string;
  days: number;
  ability_level: number | null;
  ability_valid_to: string | null;
  counted: boolean;
  because: string;
  person_fen: number;
};

export async function storePlaces(ctx: Context, id: string, places: readonly PlaceRow[]): Promise<void> {
  await ctx.client.query(
    `insert into rehearsal_places (rehearsal_id, facility_id, facility_name, area_code, month, beds, residents, counted, unassessed,
       bed_fen, person_fen)
     select $1, p.facility_id, p.facility_name, p.area_code, p.month, p.beds, p.residents, p.counted, p.unassessed, p.bed_fen, p.person_fen
     from jsonb_to_recordset($2::jsonb) as p (facility_id uuid, facility_name text, area_code text, month text, beds int,
       residents int, counted int, unassessed int, bed_fen bigint, person_fen bigint)`,
    [id, JSON.stringify(places)],
  );
}

export async function storeResidents(ctx: Context, id: string, residents: readonly ResidentRow[]): Promise<void> {
  await ctx.client.query(
    `insert into rehearsal_residents (rehearsal_id, elder_id, facility_id, facility_name, area_code, elder_name, days, ability_level,
       ability_valid_to, counted, because, person_fen)
     select $1, p.elder_id, p.facility_id, p.facility_name, p.area_code, p.elder_name, p.days, p.ability_level, p.ability_valid_to,
       p.counted, p.because, p.person_fen
     from jsonb_to_recordset($2::jsonb) as p (elder_id uuid, facility_id uuid, facility_name text, area_code text, elder_name text,
       days int, ability_level smallint, ability_valid_to date, counted boolean, because text, person_fen bigint)`,
    [id, JSON.stringify(residents)],
  );
}

type Area = { area?: string | undefined };
const rangeOf = ({ area }: Area) => areaRange(area ?? '110000000000');

/** All institutions of a result within an area: some hundreds in the city. */
export async function listAllPlaces(ctx: Context, id: string, of: Area = {}): Promise<PlaceRow[]> {
  const { from, to } = rangeOf(of);
  const { rows } = await ctx.client.query<PlaceRow>(
    `select * from rehearsal_places where rehearsal_id = $1 and area_code >= $2 and area_code < $3
     order by area_code, facility_id`,
    [id, from, to],
  );
  return rows;
}

type Page = { after: { sort: string; id: string } | undefined; limit: number };
const EFFECTS: Record<BedEffect, string> = {
  more: 'person_fen > bed_fen',
  less: 'person_fen < bed_fen',
  same: 'person_fen = bed_fen',
};

export async function listPlaces(
  ctx: Context,
  id: string,
  of: Area & Page & { effect?: BedEffect | undefined },
): Promise<{ rows: PlaceRow[]; total: number }> {
  const { from, to } = rangeOf(of);
  const where = `rehearsal_id = $1 and area_code >= $2 and area_code < $3 and ${of.effect ? EFFECTS[of.effect] : 'true'}`;
  const { rows } = await ctx.client.query<PlaceRow>(
    `select * from rehearsal_places where ${where} and ($4::text is null or (area_code, facility_id) > ($4, $5::uuid))
     order by area_code, facility_id limit $6`,
    [id, from, to, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  const { rows: counted } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from rehearsal_places where ${where}`,
    [id, from, to],
  );
  return { rows, total: counted[0]?.n ?? 0 };
}

const STANDINGS = {
  counted: 'counted',
  'left-out': 'not counted',
  unassessed: 'counted and ability_level is null',
} as const;
export type Standing = keyof typeof STANDINGS;

/** Who lives where, institution by institution, under the caller's row rules. */
export async function listResidents(
  ctx: Context,
  id: string,
  of: Area & Page & { facilityId?: string | undefined; standing?: Standing | undefined },
): Promise<{ rows: ResidentRow[]; total: number }> {
  const { from, to } = rangeOf(of);
  const where = `rehearsal_id = $1 and area_code >= $2 and area_code < $3 and ($4::uuid is null or facility_id = $4)
    and ${of.standing ? STANDINGS[of.standing] : 'true'}`;
  const values = [id, from, to, of.facilityId ?? null];
  const { rows } = await ctx.client.query<ResidentRow>(
    `select * from rehearsal_residents where ${where} and ($5::uuid is null or (facility_id, elder_id) > ($5::uuid, $6::uuid))
     order by facility_id, elder_id limit $7`,
    [...values, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  const { rows: counted } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from rehearsal_residents where ${where}`,
    values,
  );
  return { rows, total: counted[0]?.n ?? 0 };
}
