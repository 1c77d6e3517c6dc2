import type { z } from 'zod';
import { CONSENT_DECISION_LABELS, type decideConsent as endpoint } from '#contracts/consents.ts';
import { DomainError } from '#contracts/errors.ts';
import { tellHelped } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { PURPOSES } from './load-purposes.ts';
import { textOn, whyNot } from './rules.ts';

type Body = z.output<typeof endpoint.body>;

/** One decision in the wording that was read; staff write how they know. Former decisions stay. */
export async function decideConsent(ctx: Context, elderId: string, body: Body) {
  const person = await db.findPerson(ctx, elderId);
  const purpose = PURPOSES.find(one => one.code === body.purpose);
  if (!person || !purpose) throw new DomainError('platform.not-found');
  const { role } = ctx.actor;
  const refused = whyNot(body.purpose, role);
  if (refused) throw new DomainError('consents.state', refused);
  if (textOn(purpose.texts, ctx.today)?.version !== body.textVersion)
    throw new DomainError('consents.state', '这件事的问法已经换了，请刷新后照新的再问一遍');
  if (body.validTo && body.validTo < ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { validTo: '到期日在今天之前，请核对' });
  const byKind = role === 'elder' ? 'self' : role === 'family' ? 'family' : 'staff';
  if (byKind === 'staff' && !body.evidence)
    throw new DomainError('platform.invalid-input', undefined, {
      evidence: '请写依据，如“本人当面说的，签了纸质同意书”',
    });
  const id = newId();
  const { areaCode } = person;
  await db.insertConsent(ctx, {
    ...{ elder_id: elderId, consent_id: id, area_code: areaCode, purpose: body.purpose, decision: body.decision },
    ...{ text_version: body.textVersion, valid_from: ctx.today, valid_to: body.validTo ?? null },
    ...{ by_kind: byKind, evidence: body.evidence || null },
  });
  await record(ctx, {
    action: 'consents.decide',
    subject: { kind: 'consent', id },
    ...{ elderId, areaCode, note: `${CONSENT_DECISION_LABELS[body.decision]}：${purpose.name}` },
    after: { purpose: body.purpose, decision: body.decision, textVersion: body.textVersion, byKind },
  });
  const what = `${CONSENT_DECISION_LABELS[body.decision]}“${purpose.name}”`;
  await tellHelped(ctx, { elderId, areaCode, what, path: '/elder/consents', about: { kind: 'consent', id } });
  return { id };
}
