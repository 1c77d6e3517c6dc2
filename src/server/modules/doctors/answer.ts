import type { DoctorContact, DoctorContract } from '#contracts/doctors.ts';
import { BED_STATUS_LABELS, type BedStatus } from '#contracts/home-care-bed-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { ageOn, daysBetween } from '#shared/dates.ts';
import type { ContactRow, ContractRow } from './db.ts';

export const showContract = (
  ctx: Pick<Context, 'today'>,
  row: ContractRow,
  withheld: string | null = null,
): DoctorContract => ({
  id: row.contract_id,
  elderId: row.elder_id,
  areaCode: row.area_code,
  areaName: areaName(row.area_code)
    .replace(/居委会$/, '')
    .replace(/村委会$/, '村'),
  status: row.status,
  name: row.person.name,
  age: row.person.bornOn ? ageOn(row.person.bornOn, ctx.today) : null,
  living: row.person.living,
  place: row.person.place,
  abilityLevel: withheld ? null : row.person.abilityLevel,
  bed: withheld ? null : row.person.bed && BED_STATUS_LABELS[row.person.bed as BedStatus],
  doctorName: row.doctor_name,
  organisationName: row.organisation_name,
  signedOn: row.signed_on,
  nextContactOn: row.next_contact_on,
  overdueDays: row.next_contact_on ? daysBetween(row.next_contact_on, ctx.today) : null,
  because: row.contact_because,
  lastContactOn: row.last_contact_on,
  withheld,
});

export const showContact = (row: ContactRow): DoctorContact => ({
  id: row.contact_id,
  elderId: row.elder_id,
  at: row.contacted_at,
  way: row.way,
  about: row.about,
  findings: row.findings,
  advice: row.advice,
  measurements: row.measurements,
  nextContactOn: row.next_contact_on,
  by: row.doctor_name,
});
