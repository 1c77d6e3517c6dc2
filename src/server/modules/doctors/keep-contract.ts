import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { addDays } from '#shared/dates.ts';
import * as db from './db.ts';
import { oweContact } from './duties.ts';
import { AFTER_ALARM_DAYS, FIRST_CONTACT_DAYS, soonerOf } from './rules.ts';

/** A person who moved has a contract in the former area; only the whole city holds both. */
const WHOLE_CITY = '110000000000';
type About = { elderId: string; areaCode: string };

/** Why a contract ended when nobody ended it; an undone death or move out takes exactly these back. */
const GONE = '老人去世或迁出';

/** Reaction to what happens to the person or the bed: what the doctor sees follows; a death or a move out ends it. */
export async function keepContract(ctx: Context, about: About): Promise<void> {
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '家庭医生的签约随人走' }, async inner => {
    const found = await db.findPerson(inner, about.elderId);
    if (!found) return;
    await db.moveRows(inner, about.elderId, found.areaCode);
    const contract = await db.findContract(inner, about.elderId, true);
    if (!contract) return;
    if (!found.alive) return end(inner, contract);
    await db.changeContract(inner, contract, { person: found.person });
  });
}

/** Reaction to elder.restored: the contract that the mistake ended stands again, with a contact due soon. */
export async function reviveContract(ctx: Context, about: About): Promise<void> {
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '更正后家庭医生签约恢复' }, async inner => {
    if (await db.findContract(inner, about.elderId, true)) return;
    await db.reviveContract(inner, about.elderId, { reason: GONE, on: addDays(inner.today, FIRST_CONTACT_DAYS) });
    const contract = await db.findContract(inner, about.elderId);
    if (!contract) return;
    await oweContact(inner, contract);
    await record(inner, {
      action: 'doctors.revive',
      subject: { kind: 'doctor-contract', id: contract.contract_id },
      elderId: contract.elder_id,
      areaCode: contract.area_code,
      note: '更正后家庭医生签约恢复',
    });
  });
}

async function end(ctx: Context, contract: db.ContractRow): Promise<void> {
  await db.endContract(ctx, contract, GONE);
  await closeDuties(ctx, contract.contract_id);
  await record(ctx, {
    action: 'doctors.end',
    subject: { kind: 'doctor-contract', id: contract.contract_id },
    elderId: contract.elder_id,
    areaCode: contract.area_code,
    note: GONE,
  });
}

/** Reaction to alarm.closed: a true alarm hands the person to the signed doctor, who is to look within three days. */
export async function contactAfterAlarm(ctx: Context, event: About & { isTrue: boolean }): Promise<void> {
  if (!event.isTrue) return;
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '家庭医生的签约随人走' }, async inner => {
    const contract = await db.findContract(inner, event.elderId, true);
    if (!contract) return;
    const found = await db.findPerson(inner, event.elderId);
    const nextContactOn = soonerOf(contract.next_contact_on, addDays(inner.today, AFTER_ALARM_DAYS));
    await closeDuties(inner, contract.contract_id);
    const row = await db.changeContract(inner, contract, {
      nextContactOn,
      because: '告警属实，请随访',
      ...(found && { person: found.person }),
    });
    await oweContact(inner, row);
    await record(inner, {
      action: 'doctors.hand-over',
      subject: { kind: 'doctor-contract', id: contract.contract_id },
      elderId: contract.elder_id,
      areaCode: contract.area_code,
      note: `告警属实，交家庭医生${contract.doctor_name}随访`,
      after: { nextContactOn },
    });
  });
}
