import type pg from 'pg';
import { newId } from '#shared/ids.ts';
import type { Person } from './db.ts';

export type DemoContract = {
  elderId: string;
  areaCode: string;
  doctor: { id: string; name: string; organisation: string | null };
  signedOn: string;
  signedBy: string;
  person: Person;
  nextContactOn: string;
  /** The last routine contact, a phone call; null when there was none yet. */
  last: { on: string; findings: string; advice: string } | null;
};

/** For loaders, as batch: contracts signed in the past; somebody who already has one keeps it. */
export async function insertContracts(
  client: pg.ClientBase,
  rows: readonly DemoContract[],
  now: string,
): Promise<number> {
  const ids = rows.map(() => newId());
  await client.query(
    `insert into doctor_contracts (elder_id, contract_id, area_code, doctor_id, doctor_name, organisation_name, status, signed_on,
       signed_by, person, next_contact_on, last_contact_on, changed_at)
     select r.elder, r.id, r.area, r.doctor, r.name, r.organisation, 'active', r.signed, r.signed_by, r.person, r.due, r.last, $12
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::text[], $9::jsonb[],
       $10::date[], $11::date[]) r (elder, id, area, doctor, name, organisation, signed, signed_by, person, due, last)
     on conflict do nothing`,
    [
      rows.map(r => r.elderId),
      ids,
      rows.map(r => r.areaCode),
      rows.map(r => r.doctor.id),
      rows.map(r => r.doctor.name),
      rows.map(r => r.doctor.organisation),
      rows.map(r => r.signedOn),
      rows.map(r => r.signedBy),
      rows.map(r => JSON.stringify(r.person)),
      rows.map(r => r.nextContactOn),
      rows.map(r => r.last?.on ?? null),
      now,
    ],
  );
  return (
    rows.length +
    (await insertLast(
      client,
      rows.map((row, i) => ({ ...row, contractId: ids[i] ?? '' })),
    ))
  );
}

async function insertLast(
  client: pg.ClientBase,
  rows: readonly (DemoContract & { contractId: string })[],
): Promise<number> {
  const met = rows.flatMap(row => (row.last ? [{ ...row, last: row.last }] : []));
  await client.query(
    `insert into doctor_contacts (elder_id, contact_id, contract_id, area_code, happened_area, doctor_id, doctor_name, contacted_at,
       contacted_on, way, about, findings, advice, measurements, next_contact_on)
     select r.elder, r.id, r.contract, r.area, r.area, r.doctor, r.name, (r.met || 'T10:00:00+08:00')::timestamptz, r.met, 'phone',
       'routine', r.findings, r.advice, '{}', r.due
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::date[], $8::text[], $9::text[],
       $10::date[]) r (elder, id, contract, area, doctor, name, met, findings, advice, due)`,
    [
      met.map(r => r.elderId),
      met.map(() => newId()),
      met.map(r => r.contractId),
      met.map(r => r.areaCode),
      met.map(r => r.doctor.id),
      met.map(r => r.doctor.name),
      met.map(r => r.last.on),
      met.map(r => r.last.findings),
      met.map(r => r.last.advice),
      met.map(r => r.nextContactOn),
    ],
  );
  return met.length;
}
