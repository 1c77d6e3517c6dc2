import { z } from 'zod';
import type { MessageContact } from '#contracts/messages.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import { open, seal } from '#platform/secrets/seal.ts';
import { findContact, putContact } from './db.ts';
import { maskMail, maskPhone } from './rules.ts';

const Contact = z.object({ mail: z.string().nullable(), phone: z.string().nullable() });
export type Contact = z.infer<typeof Contact>;

const boundTo = (accountId: string) => ({ table: 'message_contacts', elderId: accountId });

export const openContact = (keys: Keys, accountId: string, sealed: Buffer): Contact =>
  Contact.parse(open(keys, boundTo(accountId), sealed));

export async function readContact(ctx: Context): Promise<z.infer<typeof MessageContact>> {
  const sealed = await findContact(ctx);
  return masked(sealed ? openContact(ctx.keys, ctx.actor.accountId, sealed) : { mail: null, phone: null });
}

/** Replaces both; the audit row says that they changed, not what they are. */
export async function changeContact(ctx: Context, contact: Contact): Promise<z.infer<typeof MessageContact>> {
  const { accountId } = ctx.actor;
  await putContact(ctx, seal(ctx.keys, boundTo(accountId), contact));
  await record(ctx, { action: 'messages.change-contact', subject: { kind: 'account', id: accountId } });
  return masked(contact);
}

const masked = ({ mail, phone }: Contact) => ({
  mailMasked: mail ? maskMail(mail) : null,
  phoneMasked: phone ? maskPhone(phone) : null,
});
