import type { z } from 'zod';
import type { ContactAbout, ContactWay, ContractStatus } from '#contracts/doctors.ts';
import type { AbilityLevel } from '#contracts/elders.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt, areaRange } from '#shared/area-codes.ts';

export type Person = {
  name: string;
  bornOn: string;
  living: string;
  place: string;
  abilityLevel: z.infer<typeof AbilityLevel> | null;
  bed: string | null;
};
export type PersonRow = { areaCode: string; alive: boolean; person: Person };

/** Facts from the register's and the beds' published views; `bed` is the status of the bed that stands. */
export async function findPerson(ctx: Context, elderId: string): Promise<PersonRow | undefined> {
  const { rows } = await ctx.client.query(
    `select e.area_code, e.name, e.born_on, e.living, concat(e.road, e.compound) as place, e.ability_level,
       e.died_on is null and e.status not in ('moved-out', 'deceased') as alive,
       (select b.status from home_care_beds_v_facts b where b.elder_id = e.elder_id and b.status not in ('ended', 'rejected')) as bed
     from elders_v_brief e where e.elder_id = $1`,
    [elderId],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { name, living, place, bed } = row;
  const person = { name, bornOn: row.born_on, living, place, abilityLevel: row.ability_level, bed };
  return { areaCode: row.area_code, alive: row.alive, person };
}

export type ContractRow = {
  contract_id: string;
  elder_id: string;
  area_code: string;
  doctor_id: string;
  doctor_name: string;
  organisation_name: string | null;
  status: ContractStatus;
  signed_on: string;
  person: Person;
  next_contact_on: string | null;
  contact_because: string | null;
  last_contact_on: string | null;
};

export async function findContract(ctx: Context, elderId: string, lock = false): Promise<ContractRow | undefined> {
  const { rows } = await ctx.client.query<ContractRow>(
    `select * from doctor_contracts where elder_id = $1 and status = 'active' ${lock ? 'for update' : ''}`,
    [elderId],
  );
  return rows[0];
}

export type Doctor = { account_id: string; name: string; organisation: string | null };

export async function listDoctorsOf(ctx: Context, areaCode: string): Promise<Doctor[]> {
  const { from, to } = areaRange(areaAt(areaCode, 'street'));
  const { rows } = await ctx.client.query<Doctor>('select * from doctors_of_street($1, $2, $3)', [from, to, ctx.today]);
  return rows;
}

function one<T>(rows: T[]): T {
  const row = rows[0];
  if (!row) throw new Error('a write that returns its row returned none');
  return row;
}

export type NewContract = { contractId: string; elderId: string; nextContactOn: string } & PersonRow & {
    doctor: Doctor;
  };

export async function insertContract(ctx: Context, made: NewContract): Promise<ContractRow> {
  const { rows } = await ctx.client.query<ContractRow>(
    `insert into doctor_contracts (elder_id, contract_id, area_code, doctor_id, doctor_name, organisation_name, status, signed_on,
       signed_by, person, next_contact_on, contact_because, changed_at)
     values ($1, $2, $3, $4, $5, $6, 'active', $7, $8, $9, $10, '新签约，第一次随访', $11) returning *`,
    [
      made.elderId,
      made.contractId,
      made.areaCode,
      made.doctor.account_id,
      made.doctor.name,
      made.doctor.organisation,
      ctx.today,
      ctx.actor.name,
      made.person,
      made.nextContactOn,
      ctx.now,
    ],
  );
  return one(rows);
}

export async function endContract(ctx: Context, row: ContractRow, reason: string): Promise<void> {
  await ctx.client.query(
    `update doctor_contracts set status = 'ended', ended_on = $3, end_reason = $4, next_contact_on = null, contact_because = null,
       changed_at = $5 where elder_id = $1 and contract_id = $2`,
    [row.elder_id, row.contract_id, ctx.today, reason, ctx.now],
  );
}

type Change = {
  person: Person;
  nextContactOn: string | null;
  because: string | null;
  lastOn: string | null;
};

export async function changeContract(ctx: Context, row: ContractRow, to: Partial<Change>): Promise<ContractRow> {
  const { rows } = await ctx.client.query<ContractRow>(
    `update doctor_contracts set person = $3, next_contact_on = $4, contact_because = $5, last_contact_on = $6,
       changed_at = $7 where elder_id = $1 and contract_id = $2 returning *`,
    [
      row.elder_id,
      row.contract_id,
      to.person ?? row.person,
      to.nextContactOn ?? row.next_contact_on,
      to.because === undefined ? row.contact_because : to.because,
      to.lastOn ?? row.last_contact_on,
      ctx.now,
    ],
  );
  return one(rows);
}

/** Contracts, also ended ones, and contacts answer to the person's area; where a contact happened stays. */
export async function moveRows(ctx: Context, elderId: string, areaCode: string): Promise<void> {
  for (const table of ['doctor_contracts', 'doctor_contacts']) {
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      elderId,
      areaCode,
    ]);
  }
}

/** Takes the last contract that ended for `reason` back into force; its next contact is due on the day given. */
export async function reviveContract(ctx: Context, elderId: string, of: { reason: string; on: string }): Promise<void> {
  await ctx.client.query(
    `update doctor_contracts set status = 'active', ended_on = null, end_reason = null, next_contact_on = $3, changed_at = $4
     where (elder_id, contract_id) = (select elder_id, contract_id from doctor_contracts
       where elder_id = $1 and status = 'ended' and end_reason = $2 order by ended_on desc, contract_id desc limit 1)`,
    [elderId, of.reason, of.on, ctx.now],
  );
}

export type ContactRow = {
  contact_id: string;
  elder_id: string;
  contacted_at: string;
  way: ContactWay;
  about: ContactAbout;
  findings: string;
  advice: string;
  measurements: Record<string, number>;
  next_contact_on: string;
  doctor_name: string;
};
export type NewContact = Omit<ContactRow, 'elder_id' | 'contacted_at' | 'doctor_name'>;

export async function insertContact(ctx: Context, contract: ContractRow, made: NewContact): Promise<ContactRow> {
  const { rows } = await ctx.client.query<ContactRow>(
    `insert into doctor_contacts (elder_id, contact_id, contract_id, area_code, happened_area, doctor_id, doctor_name, contacted_at,
       contacted_on, way, about, findings, advice, measurements, next_contact_on)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning *`,
    [
      contract.elder_id,
      made.contact_id,
      contract.contract_id,
      contract.area_code,
      contract.doctor_id,
      contract.doctor_name,
      ctx.now,
      ctx.today,
      made.way,
      made.about,
      made.findings,
      made.advice,
      made.measurements,
      made.next_contact_on,
    ],
  );
  return one(rows);
}

export async function listContactsOf(ctx: Context, elderId: string): Promise<ContactRow[]> {
  const { rows } = await ctx.client.query<ContactRow>(
    'select * from doctor_contacts where elder_id = $1 order by contacted_at desc limit 50',
    [elderId],
  );
  return rows;
}

export type Wishes = { view: 'due' | 'all'; after: { due: string; id: string } | null; limit: number };
const WHERE = `where status = 'active' and ($1::text = 'all' or next_contact_on <= $2::date)`;

/** Of the doctor's own by the row rules; longest overdue first. */
export async function listContracts(ctx: Context, { view, after, limit }: Wishes): Promise<ContractRow[]> {
  const { rows } = await ctx.client.query<ContractRow>(
    `select * from doctor_contracts ${WHERE}
       and ($3::date is null or (coalesce(next_contact_on, 'infinity'::date), contract_id) > ($3::date, $4::uuid))
     order by coalesce(next_contact_on, 'infinity'::date), contract_id limit $5`,
    [view, ctx.today, after?.due ?? null, after?.id ?? null, limit],
  );
  return rows;
}

export async function countContracts(ctx: Context, view: Wishes['view']): Promise<number> {
  const { rows } = await ctx.client.query<{ count: number }>(`select count(*) from doctor_contracts ${WHERE}`, [
    view,
    ctx.today,
  ]);
  return rows[0]?.count ?? 0;
}
