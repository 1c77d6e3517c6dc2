import type { DoctorContract } from '#contracts/doctors.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { showContract } from './answer.ts';
import * as db from './db.ts';
import { oweContact } from './duties.ts';
import { FIRST_CONTACT_DAYS } from './rules.ts';

/** Signs a family doctor for an elder of the caller's area; a former contract ends the same day. */
export async function signDoctor(ctx: Context, elderId: string, doctorId: string): Promise<DoctorContract> {
  const found = await db.findPerson(ctx, elderId);
  if (!found?.alive) throw new DomainError('platform.not-found');
  ctx.saw(elderId);
  const doctor = (await db.listDoctorsOf(ctx, found.areaCode)).find(one => one.account_id === doctorId);
  if (!doctor) throw new DomainError('doctors.unknown-doctor', undefined, { doctorId: '请从名单里另选一位' });
  const former = await db.findContract(ctx, elderId, true);
  if (former) {
    await db.endContract(ctx, former, '改签');
    await closeDuties(ctx, former.contract_id);
  }
  const nextContactOn = addDays(ctx.today, FIRST_CONTACT_DAYS);
  const row = await db.insertContract(ctx, { ...found, contractId: newId(), elderId, doctor, nextContactOn });
  await oweContact(ctx, row);
  await record(ctx, {
    action: 'doctors.sign',
    subject: { kind: 'doctor-contract', id: row.contract_id },
    elderId,
    areaCode: row.area_code,
    note: `家庭医生${doctor.name}`,
    ...(former ? { before: { doctor: former.doctor_name } } : {}),
    after: { doctor: doctor.name, organisation: doctor.organisation, nextContactOn },
  });
  return showContract(ctx, row);
}
