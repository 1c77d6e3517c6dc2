import type { FormAnswers } from '#contracts/benefits/one-form.ts';
import { DomainError } from '#contracts/errors.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { findFacts, saveFacts } from '../db/people.ts';
import { definitions, otherBenefitTable } from '../law/definitions.ts';

type Of = { elderId: string; areaCode: string };

/**
 * What the applicant said becomes the desk's knowledge where it had none, marked as said; never over what is known.
 * The family may not write the desk's facts, so it is done on their behalf.
 */
export async function keepAnswers(ctx: Context, { elderId, areaCode }: Of, answers: FormAnswers): Promise<void> {
  const { otherBenefits } = answers;
  if (!otherBenefits || (await findFacts(ctx, elderId))) return;
  const known = new Set(otherBenefitTable(definitions()).map(each => each.code));
  if (otherBenefits.some(code => !known.has(code)))
    throw new DomainError('platform.invalid-input', undefined, { 'answers.otherBenefits': '没有这项待遇，请从表里选' });
  const facts = {
    otherBenefits: otherBenefits.map(code => ({ code, amountFen: null })),
    ...{ imprisonedOn: null, releasedOn: null, declaredMissingOn: null },
    byScheme: { met: {}, lost: {}, reviewFailed: {} },
    source: `申请表，${ctx.actor.name}填写，未核对`,
  };
  await asBatch(ctx, { areaCode, why: '记下申请表上说的其他待遇' }, inner =>
    saveFacts(inner, { id: elderId, areaCode }, facts),
  );
}
