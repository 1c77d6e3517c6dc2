import type { ConsentPurpose } from '#contracts/consents.ts';
import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import type { AccessRule } from '#platform/http/serve.ts';
import { isGuardian, listStanding } from './db.ts';
import { PURPOSES } from './load-purposes.ts';
import { HOW, isOfFamily, judge, saysWhy } from './rules.ts';

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

/** Why this account of the family may not see the elder under a purpose; undefined where it may, or is the guardian. */
export async function familyRefusal(
  ctx: Context,
  who: { elderId: string; accountId: string },
  purpose: ConsentPurpose & `family-${string}`,
): Promise<DomainError | undefined> {
  const because = (await refusals(ctx, [who.elderId], purpose)).get(who.elderId);
  if (!because || (isOfFamily(purpose) && (await isGuardian(ctx, who)))) return undefined;
  return new DomainError('consents.family-withheld', because);
}

/** Of an access rule: the family is let in only while the elder agrees to this purpose; nobody else is asked. */
export const ifElderAgrees = (purpose: ConsentPurpose & `family-${string}`, rule: AccessRule): AccessRule => ({
  ...rule,
  condition: {
    name: purpose,
    roles: ['family'],
    refuses: ctx =>
      ctx.actor.elderId
        ? familyRefusal(ctx, { elderId: ctx.actor.elderId, accountId: ctx.actor.accountId }, purpose)
        : Promise.resolve(undefined),
  },
});
