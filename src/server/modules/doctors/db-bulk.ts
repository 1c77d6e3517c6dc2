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
};

/** For loaders, as batch: contracts signed in the past; somebody who already has one keeps it. */
export async function insertContracts(
  client: pg.ClientBase,
  rows: readonly DemoContract[],
  now: string,
): Promise<number> {
  await client.query(
    `insert into doctor_contracts (elder_id, contract_id, area_code, doctor_id, doctor_name, organisation_name, status, signed_on,
       signed_by, person, next_contact_on, contact_because, changed_at)
     select r.elder, r.id, r.area, r.doctor, r.name, r.organisation, 'active', r.signed, r.signed_by, r.person, r.due, '定期随访', $11
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::text[], $9::jsonb[],
       $10::date[]) r (elder, id, area, doctor, name, organisation, signed, signed_by, person, due)
     on conflict do nothing`,
    [
      rows.map(r => r.elderId),
      rows.map(() => newId()),
      rows.map(r => r.areaCode),
      rows.map(r => r.doctor.id),
      rows.map(r => r.doctor.name),
      rows.map(r => r.doctor.organisation),
      rows.map(r => r.signedOn),
      rows.map(r => r.signedBy),
      rows.map(r => JSON.stringify(r.person)),
      rows.map(r => r.nextContactOn),
      now,
    ],
  );
  return rows.length;
}
