import type { z } from 'zod';
import { CONTACT_ABOUT_LABELS, CONTACT_WAY_LABELS, type recordDoctorContact } from '#contracts/doctors.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { showContact, showContract } from './answer.ts';
import * as db from './db.ts';
import { nextContact } from './rules.ts';

/** Records what the doctor found and advised; what was owed is settled and the next day set. */
export async function recordContact(ctx: Context, form: z.output<typeof recordDoctorContact.body>) {
  const contract = await db.findContract(ctx, form.elderId, true);
  if (!contract) throw new DomainError('doctors.no-contract');
  ctx.saw(contract.elder_id);
  const next = nextContact(form.nextContactOn, ctx.today);
  if ('refusal' in next) throw new DomainError('doctors.next-contact', next.refusal, { nextContactOn: next.refusal });
  const { elderId: _, nextContactOn: __, ...said } = form;
  const contact = await db.insertContact(ctx, contract, { ...said, contact_id: newId(), next_contact_on: next.on });
  const row = await db.changeContract(ctx, contract, { nextContactOn: next.on, because: null, lastOn: ctx.today });
  await closeDuties(ctx, contract.contract_id);
  await record(ctx, {
    action: 'doctors.contact',
    subject: { kind: 'doctor-contact', id: contact.contact_id },
    elderId: contract.elder_id,
    areaCode: contract.area_code,
    note: `${CONTACT_ABOUT_LABELS[form.about]}，${CONTACT_WAY_LABELS[form.way]}`,
    after: { way: form.way, about: form.about, nextContactOn: next.on },
  });
  return { contact: showContact(contact), contract: showContract(ctx, row) };
}
