import type { z } from 'zod';
import {
  type revealElder as endpoint,
  type REVEAL_FIELDS,
  REVEAL_MINUTES,
  type REVEAL_PURPOSES,
} from '#contracts/elders/record.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { findElder } from './db/people.ts';
import { findReveal, insertReveal } from './db/reveals.ts';
import { listContacts, readSealed } from './db/sealed.ts';

type Body = z.output<typeof endpoint.body>;
type Field = (typeof REVEAL_FIELDS)[number];

/**
 * Unmasking in two steps: the purpose is written down first and answers no personal data (answers of writes are kept
 * for idempotency), then the same account reads for ten minutes.
 */
export async function revealElder(ctx: Context, elderId: string, body: Body) {
  const elder = await findElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found');
  const revealId = newId();
  const expiresAt = new Date(Date.parse(ctx.now) + REVEAL_MINUTES * 60_000).toISOString();
  await insertReveal(ctx, { ...body, elderId, areaCode: elder.areaCode, revealId, expiresAt });
  await record(ctx, {
    action: 'elders.reveal',
    subject: { kind: 'reveal', id: revealId },
    elderId,
    areaCode: elder.areaCode,
    note: `${body.purpose}${body.note ? `：${body.note}` : ''}`,
    after: { fields: body.fields },
  });
  return { revealId, expiresAt };
}

export async function readReveal(ctx: Context, at: { id: string; revealId: string }) {
  const reveal = await findReveal(ctx, at.id, at.revealId);
  if (!reveal) throw new DomainError('platform.not-found');
  if (reveal.expiresAt < ctx.now) throw new DomainError('elders.reveal-expired');
  ctx.saw(at.id);
  const sealed = await readSealed(ctx, at.id);
  if (!sealed) throw new DomainError('platform.not-found');
  const may = (field: Field) => reveal.fields.includes(field);
  const contacts = may('contacts') ? await listContacts(ctx, at.id) : [];
  return {
    expiresAt: reveal.expiresAt,
    ...(may('identity') ? { identityNumber: sealed.identityNumber } : {}),
    ...(may('phone') ? { phone: sealed.phone } : {}),
    ...(may('door') ? { door: sealed.door } : {}),
    ...(may('note') ? { note: sealed.note } : {}),
    ...(may('contacts') ? { contacts: contacts.map(({ contactId, phone }) => ({ contactId, phone })) } : {}),
  };
}

/**
 * For other modules' writes (dispatch, alarms): the whole address and phones, logged with the purpose. Never put the
 * result into an answer of a write, an audit row or a log.
 */
export async function openSealed(ctx: Context, elderId: string, purpose: (typeof REVEAL_PURPOSES)[number]) {
  await revealElder(ctx, elderId, { purpose, fields: ['identity', 'phone', 'door', 'note', 'contacts'] });
  const sealed = await readSealed(ctx, elderId);
  if (!sealed) throw new DomainError('platform.not-found');
  const contacts = await listContacts(ctx, elderId);
  return { ...sealed, contacts };
}
