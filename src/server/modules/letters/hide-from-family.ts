import type { DomainError } from '#contracts/errors.ts';
import { LETTER_KINDS, type LetterKind } from '#contracts/letters.ts';
import { familyRefusal } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';
import { familyPurposeOf } from './rules.ts';

export type Hidden = ReadonlyMap<LetterKind, DomainError>;

/** Kinds of letters that the elder did not agree to show to this account of the family, each with why; none for others. */
export async function hiddenFromFamily(ctx: Context): Promise<Hidden> {
  const { role, elderId, accountId } = ctx.actor;
  const hidden = new Map<LetterKind, DomainError>();
  if (role !== 'family' || !elderId) return hidden;
  for (const purpose of ['family-money', 'family-health'] as const) {
    const refusal = await familyRefusal(ctx, { elderId, accountId }, purpose);
    if (!refusal) continue;
    for (const kind of LETTER_KINDS) if (familyPurposeOf(kind) === purpose) hidden.set(kind, refusal);
  }
  return hidden;
}
