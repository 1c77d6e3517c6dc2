import type pg from 'pg';
import type { FacilityKind } from '#contracts/facility-nouns.ts';

/** A place as files and the demo generator have it; the shape of DemoFacility with names instead of indexes. */
export type FacilityToInsert = {
  facilityId: string;
  kind: FacilityKind;
  name: string;
  areaCode: string;
  point: readonly [longitude: number, latitude: number];
  ownership: '公办' | '公建民营' | '民办' | null;
  operatorName: string | null;
  organisationId: string | null;
  openedOn: string | null;
  exitedOn: string | null;
  exitReason: string | null;
  beds: number;
  nursingBeds: number;
  residents: number;
  star: number | null;
  monthlyFeeFen: number | null;
  linkedCentreId: string | null;
  linkedOn: string | null;
  covers: readonly string[];
};

const CHUNK = 2000;
const statusOf = (f: FacilityToInsert): string => (f.exitedOn ? 'exited' : f.openedOn ? 'operating' : 'planned');

/**
 * Puts places with their prices, free beds and coverage into the tables as the batch role, in the caller's transaction.
 * `at` is the instant that free beds count from. Answers the number of places.
 */
export async function insertFacilities(
  client: pg.ClientBase,
  rows: readonly FacilityToInsert[],
  at: string,
): Promise<number> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    const part = rows.slice(i, i + CHUNK);
    await insertPlaces(client, part);
    await insertPrices(
      client,
      part.filter(f => f.monthlyFeeFen !== null),
    );
    await insertVacancies(
      client,
      part.filter(f => f.beds > 0),
      at,
    );
    await insertCoverage(
      client,
      part.flatMap(f => f.covers.map(areaCode => ({ ...f, areaCode, from: f.openedOn, to: f.exitedOn }))),
    );
  }
  return rows.length;
}

async function insertPlaces(client: pg.ClientBase, rows: readonly FacilityToInsert[]): Promise<void> {
  const of = <T>(read: (f: FacilityToInsert) => T) => rows.map(read);
  await client.query(
    `insert into facilities (facility_id, kind, name, area_code, longitude, latitude, status, ownership, operator_name,
       organisation_id, opened_on, exited_on, exit_reason, linked_centre_id, linked_on, beds, nursing_beds, star)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::text[], $8::text[],
       $9::text[], $10::uuid[], $11::date[], $12::date[], $13::text[], $14::uuid[], $15::date[], $16::int[], $17::int[], $18::int[])`,
    [
      ...[of(f => f.facilityId), of(f => f.kind), of(f => f.name), of(f => f.areaCode)],
      ...[of(f => f.point[0]), of(f => f.point[1]), of(statusOf), of(f => f.ownership)],
      ...[of(f => f.operatorName), of(f => f.organisationId), of(f => f.openedOn), of(f => f.exitedOn)],
      ...[of(f => f.exitReason), of(f => f.linkedCentreId), of(f => (f.linkedCentreId ? f.linkedOn : null))],
      ...[of(f => f.beds), of(f => f.nursingBeds), of(f => f.star)],
    ],
  );
}

async function insertPrices(client: pg.ClientBase, rows: readonly FacilityToInsert[]): Promise<void> {
  await client.query(
    `insert into facility_prices (facility_id, area_code, item, unit, low_fen, high_fen, from_on)
     select id, area, '床位、护理和餐', '元/月', fee, fee, day from unnest($1::uuid[], $2::text[], $3::bigint[], $4::date[])
       as t (id, area, fee, day)`,
    [
      rows.map(f => f.facilityId),
      rows.map(f => f.areaCode),
      rows.map(f => f.monthlyFeeFen),
      rows.map(f => f.openedOn ?? '2020-01-01'),
    ],
  );
}

async function insertVacancies(client: pg.ClientBase, rows: readonly FacilityToInsert[], at: string): Promise<void> {
  await client.query(
    `insert into facility_vacancies (facility_id, area_code, organisation_id, free_beds, updated_at)
     select id, area, organisation, free, $5 from unnest($1::uuid[], $2::text[], $3::uuid[], $4::int[])
       as t (id, area, organisation, free)`,
    [
      rows.map(f => f.facilityId),
      rows.map(f => f.areaCode),
      rows.map(f => f.organisationId),
      rows.map(f => Math.max(0, f.beds - f.residents)),
      at,
    ],
  );
}

export type CoverageToInsert = { facilityId: string; areaCode: string; from: string | null; to: string | null };

/** Communities served by meal points; `from` null = since 2020. */
export async function insertCoverage(client: pg.ClientBase, rows: readonly CoverageToInsert[]): Promise<void> {
  await client.query(
    `insert into facility_coverage (facility_id, area_code, from_on, to_on)
     select id, area, day, ended from unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) as t (id, area, day, ended)
     on conflict do nothing`,
    [
      rows.map(c => c.facilityId),
      rows.map(c => c.areaCode),
      rows.map(c => c.from ?? '2020-01-01'),
      rows.map(c => c.to),
    ],
  );
}
