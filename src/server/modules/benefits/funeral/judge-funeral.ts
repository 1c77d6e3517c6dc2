import type { Outcome } from '#contracts/benefits/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaAt } from '#shared/area-codes.ts';
import { evaluateScheme } from '../catalogue/evaluate.ts';
import { funeral } from '../schemes/funeral/rule.ts';

export type FuneralFacts = {
  diedOn: string;
  hukouInBeijing: boolean;
  hukouAreaCode: string;
  /** Null = nobody has said yet: the rule then answers what is missing. */
  otherFuneralBenefit: boolean | null;
};

/** The rule of the scheme's folder on the day of the death (按死亡当天的标准). One row a person stands in for `paidBefore`. */
export function judgeFuneral(facts: FuneralFacts): Outcome {
  const { diedOn, hukouInBeijing, otherFuneralBenefit } = facts;
  const given = { diedOn, hukouInBeijing, ...(otherFuneralBenefit !== null && { otherFuneralBenefit }) };
  const place = { on: diedOn, district: areaAt(facts.hukouAreaCode, 'district'), settings: [] };
  const answer = evaluateScheme(funeral, given, place);
  if ('problems' in answer) throw new DomainError('platform.invalid-input', answer.problems[0]?.message);
  return answer;
}
