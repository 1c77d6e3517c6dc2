import type { Consent } from '#contracts/consents.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';
import { PURPOSES, type Purpose } from './load-purposes.ts';
import { judge, standing, textOn, whyNot } from './rules.ts';

/** Each purpose with what holds today, why, and what was said before. */
export async function readConsents(ctx: Context, elderId: string): Promise<{ rows: Consent[] }> {
  if (!(await db.findPerson(ctx, elderId))) throw new DomainError('platform.not-found');
  ctx.saw(elderId);
  const rows = await db.listConsents(ctx, elderId);
  return {
    rows: PURPOSES.map(purpose =>
      consentOf(
        ctx,
        purpose,
        rows.filter(row => row.purpose === purpose.code),
      ),
    ),
  };
}

function consentOf(ctx: Context, purpose: Purpose, rows: readonly db.ConsentRow[]): Consent {
  const verdict = judge(standing(rows, ctx.today), purpose.without);
  const text = textOn(purpose.texts, ctx.today);
  const { source, confidence } = purpose.without;
  return {
    ...{ purpose: purpose.code, name: purpose.name, usedFor: purpose.usedFor },
    ...{ text: text?.text ?? '', textVersion: text?.version ?? '' },
    ...{ allowed: verdict.allowed, because: verdict.because, basis: verdict.decided ? null : { source, confidence } },
    history: rows.map(row => ({
      ...{ decision: row.decision, textVersion: row.text_version, validFrom: row.valid_from, validTo: row.valid_to },
      ...{ byKind: row.by_kind, by: row.by_name, evidence: row.evidence, at: row.decided_at },
    })),
    disabledBecause: whyNot(purpose.code, ctx.actor.role),
  };
}
