import type { FacilityForm, FacilityRow } from '#contracts/facilities.ts';
import type { Context } from '#platform/http/context.ts';

export async function insertFacility(ctx: Context, id: string, form: FacilityForm): Promise<void> {
  await ctx.client.query(
    `insert into facilities (facility_id, kind, name, area_code, longitude, latitude, address, phone, opening_hours, status,
       ownership, operator_name, opened_on, beds)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[id, form.kind, form.name, form.areaCode, form.longitude, form.latitude, form.address, form.phone],
      ...[form.openingHours, form.openedOn ? 'operating' : 'planned', form.ownership, form.operatorName],
      ...[form.openedOn, form.beds],
    ],
  );
}

type Details = {
  phone: string | null;
  address: string | null;
  openingHours: string | null;
  operatorName: string | null;
};
export const setDetails = (ctx: Context, id: string, d: Details) =>
  ctx.client.query(
    'update facilities set phone = $2, address = $3, opening_hours = $4, operator_name = $5 where facility_id = $1',
    [id, d.phone, d.address, d.openingHours, d.operatorName],
  );

export type StatusChange = Pick<FacilityRow, 'status' | 'openedOn' | 'exitedOn' | 'exitReason'>;
export const setStatus = (ctx: Context, id: string, to: StatusChange) =>
  ctx.client.query(
    'update facilities set status = $2, opened_on = $3, exited_on = $4, exit_reason = $5 where facility_id = $1',
    [id, to.status, to.openedOn, to.exitedOn, to.exitReason],
  );

export const setLink = (ctx: Context, id: string, link: { centreId: string; on: string } | null) =>
  ctx.client.query('update facilities set linked_centre_id = $2, linked_on = $3 where facility_id = $1', [
    id,
    link?.centreId ?? null,
    link?.on ?? null,
  ]);

/** Begins serving on `on`; a community ended on the same day is taken up again. */
export const beginCoverage = (ctx: Context, id: string, change: { codes: readonly string[]; on: string }) =>
  ctx.client.query(
    `insert into facility_coverage (facility_id, area_code, from_on) select $1, code, $3 from unnest($2::text[]) as t (code)
     on conflict (facility_id, area_code, from_on) do update set to_on = null`,
    [id, change.codes, change.on],
  );

export const endCoverage = (ctx: Context, id: string, change: { codes: readonly string[]; on: string }) =>
  ctx.client.query(
    `update facility_coverage set to_on = greatest($3::date, from_on)
     where facility_id = $1 and area_code = any($2::text[]) and to_on is null`,
    [id, change.codes, change.on],
  );

/** Takes up again what the exit of that day had ended. */
export const reopenCoverage = (ctx: Context, id: string, endedOn: string) =>
  ctx.client.query('update facility_coverage set to_on = null where facility_id = $1 and to_on = $2', [id, endedOn]);

type NewPrice = { item: string; unit: string; lowFen: number; highFen: number; fromOn: string };
export async function insertPrice(ctx: Context, at: { id: string; areaCode: string }, price: NewPrice): Promise<void> {
  await ctx.client.query(
    `update facility_prices set to_on = $3 where facility_id = $1 and item = $2 and to_on is null and from_on < $3`,
    [at.id, price.item, price.fromOn],
  );
  await ctx.client.query(
    `insert into facility_prices (facility_id, area_code, item, unit, low_fen, high_fen, from_on) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (facility_id, item, from_on) do update set unit = excluded.unit, low_fen = excluded.low_fen, high_fen = excluded.high_fen`,
    [at.id, at.areaCode, price.item, price.unit, price.lowFen, price.highFen, price.fromOn],
  );
}

type NewVacancy = { areaCode: string; organisationId: string | null; freeBeds: number; waiting: number };
export const putVacancy = (ctx: Context, id: string, v: NewVacancy) =>
  ctx.client.query(
    `insert into facility_vacancies (facility_id, area_code, organisation_id, free_beds, waiting, updated_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (facility_id) do update set free_beds = excluded.free_beds, waiting = excluded.waiting, updated_at = excluded.updated_at`,
    [id, v.areaCode, v.organisationId, v.freeBeds, v.waiting, ctx.now],
  );
