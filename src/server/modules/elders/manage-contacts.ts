import type { z } from 'zod';
import type { ContactForm } from '#contracts/elders/register.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { newId } from '#shared/ids.ts';
import { tidyPhone } from '#shared/phone.ts';
import { lockLiving } from './change-elder.ts';
import { insertRows } from './db/insert-rows.ts';
import { listContacts, updateContact, withdrawContact } from './db/sealed.ts';
import { contactRow } from './prepare-people.ts';

type Form = z.output<typeof ContactForm>;
const MOST = 10;

export async function addContact(ctx: Context, elderId: string, form: Form) {
  const elder = await lockLiving(ctx, elderId);
  const known = await listContacts(ctx, elderId);
  const phone = tidyPhone(form.phone);
  if (known.length >= MOST) throw new DomainError('platform.invalid-input', `联系人已有 ${MOST} 位，请先去掉不用的`);
  const twin = known.find(contact => contact.phone === phone);
  if (twin) {
    throw new DomainError('platform.invalid-input', undefined, {
      phone: `这个电话已登记在${twin.name}（${twin.relation}）名下`,
    });
  }
  const contact = { ...form, phone, contactId: newId() };
  const position = Math.max(-1, ...known.map(c => c.position)) + 1;
  await insertRows(ctx.client, { elder_contacts: [contactRow(elder, { contact, position, keys: ctx.keys })] });
  return done(ctx, {
    elder,
    contactId: contact.contactId,
    action: 'elders.add-contact',
    note: `${form.name}，${form.relation}`,
  });
}

export async function changeContact(
  ctx: Context,
  at: { elderId: string; contactId: string },
  changes: { [K in keyof Form]?: Form[K] | undefined },
) {
  const elder = await lockLiving(ctx, at.elderId);
  const known = (await listContacts(ctx, at.elderId)).find(contact => contact.contactId === at.contactId);
  if (!known) throw new DomainError('platform.not-found', '没有这位联系人，可能已被去掉，请刷新');
  const phone = changes.phone ? tidyPhone(changes.phone) : known.phone;
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const next = { ...known, ...given, phone };
  const phoneIndex = blindIndex(ctx.keys, { field: 'phone', part: 'whole' }, phone);
  await updateContact(ctx, at.elderId, { ...next, phoneIndex });
  return done(ctx, {
    elder,
    contactId: at.contactId,
    action: 'elders.change-contact',
    note: `${next.name}，${next.relation}`,
  });
}

export async function removeContact(ctx: Context, at: { elderId: string; contactId: string }) {
  const elder = await lockLiving(ctx, at.elderId);
  if (!(await withdrawContact(ctx, at.elderId, at.contactId))) {
    throw new DomainError('platform.not-found', '没有这位联系人，可能已被去掉，请刷新');
  }
  return done(ctx, { elder, contactId: at.contactId, action: 'elders.remove-contact' });
}

type Done = { elder: { elderId: string; areaCode: string }; contactId: string; action: string; note?: string };

async function done(ctx: Context, { elder, contactId, action, note }: Done) {
  const { elderId, areaCode } = elder;
  await record(ctx, {
    action,
    subject: { kind: 'contact', id: contactId },
    elderId,
    areaCode,
    ...(note ? { note } : {}),
  });
  return { contactId };
}
