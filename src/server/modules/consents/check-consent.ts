import type { ConsentPurpose } from '#contracts/consents.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { listStanding } from './db.ts';
import { PURPOSES } from './load-purposes.ts';
import { judge, saysHow } from './rules.ts';

/**
 * Of these people, whose data may not be shown for this purpose, each with the sentence that stands in its place. For
 * other modules' answers.
 */
export async function withheldFor(
  ctx: Context,
  elderIds: readonly string[],
  purpose: ConsentPurpose,
): Promise<Map<string, string>> {
  const rule = PURPOSES.find(one => one.code === purpose);
  if (!rule || elderIds.length === 0) return new Map();
  const standing = await listStanding(ctx, elderIds, purpose);
  const verdicts = elderIds.map(id => ({ id, ...judge(standing.get(id), rule.without) }));
  return new Map(verdicts.filter(one => !one.allowed).map(one => [one.id, saysHow(rule.name, one.because)]));
}

/** Throws consents.withheld with the same sentence. */
export async function refuseWithheld(ctx: Context, elderId: string, purpose: ConsentPurpose): Promise<void> {
  const because = (await withheldFor(ctx, [elderId], purpose)).get(elderId);
  if (because) throw new DomainError('consents.withheld', because);
}
