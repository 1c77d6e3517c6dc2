import type { ConsentPurpose } from '#contracts/consents.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { listStanding } from './db.ts';
import { PURPOSES } from './load-purposes.ts';
import { HOW, judge, saysWhy } from './rules.ts';

/** Of these people, those whose data may not be shown for this purpose, each with why. */
async function refusals(
  ctx: Context,
  elderIds: readonly string[],
  purpose: ConsentPurpose,
): Promise<Map<string, string>> {
  const rule = PURPOSES.find(one => one.code === purpose);
  if (!rule || elderIds.length === 0) return new Map();
  const standing = await listStanding(ctx, elderIds, purpose);
  const verdicts = elderIds.map(id => ({ id, ...judge(standing.get(id), rule.without) }));
  return new Map(verdicts.filter(one => !one.allowed).map(one => [one.id, saysWhy(rule.name, one.because)]));
}

/** For other modules' answers: the sentence that stands in the place of what is left out, by person. */
export async function withheldFor(
  ctx: Context,
  elderIds: readonly string[],
  purpose: ConsentPurpose,
): Promise<Map<string, string>> {
  const found = await refusals(ctx, elderIds, purpose);
  return new Map([...found].map(([id, because]) => [id, `${because}。${HOW}`]));
}

/** Throws consents.withheld; its next step says how to obtain it. */
export async function refuseWithheld(ctx: Context, elderId: string, purpose: ConsentPurpose): Promise<void> {
  const because = (await refusals(ctx, [elderId], purpose)).get(elderId);
  if (because) throw new DomainError('consents.withheld', because);
}
