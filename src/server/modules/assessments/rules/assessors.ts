import { ASSESSMENT_SETTINGS, type ScoreAnswers } from '#contracts/assessments/assessment.ts';
import { STANDING_STATUSES } from '#contracts/assessments/lifecycle.ts';
import type { Scale } from '#contracts/assessments/scales.ts';
import { addDays, addMonths, type CivilDate } from '#shared/dates.ts';

type Chosen = { accountId: string; medical: boolean };
export type AssessorProblem = 'same' | 'no-medical' | 'took-part-before' | null;

/** What is wrong with the two chosen assessors; how many and of what background is data of the scale (memory). */
export function checkAssessors(scale: Scale, chosen: readonly Chosen[], former: readonly string[]): AssessorProblem {
  const ids = chosen.map(each => each.accountId);
  if (new Set(ids).size < scale.assessors.min) return 'same';
  if (ids.some(id => former.includes(id))) return 'took-part-before';
  return scale.assessors.atLeastOneMedical && !chosen.some(each => each.medical) ? 'no-medical' : null;
}

/** A guess from the title; whoever schedules confirms or corrects it. */
export const soundsMedical = (title: string): boolean => /医|护/.test(title);

/** Last day of validity: the same calendar day `months` later (12 months, memory). */
export const validTo = (scale: Scale, assessedOn: CivilDate): CivilDate => addMonths(assessedOn, scale.validity.months);

/** Codes of the items in which two sheets differ; empty and same other answers = they agree. */
export function differences(a: ScoreAnswers, b: ScoreAnswers): string[] {
  const codes = new Set([...Object.keys(a.items), ...Object.keys(b.items)]);
  const items = [...codes].filter(code => a.items[code] !== b.items[code]).sort();
  const others = [
    a.coma !== b.coma && 'coma',
    a.riskEvents30Days !== b.riskEvents30Days && 'riskEvents30Days',
    a.diagnoses.toSorted().join() !== b.diagnoses.toSorted().join() && 'diagnoses',
  ];
  return [...items, ...others.filter(each => each !== false)];
}

export const objectUntil = (publishedOn: CivilDate): CivilDate =>
  addDays(publishedOn, ASSESSMENT_SETTINGS.objectionDays.value);

/** True while the level counts: published (an objection does not suspend it) and not past its last day. */
export const standsOn = (result: { status: string; valid_to: string | null }, today: CivilDate): boolean =>
  (STANDING_STATUSES as readonly string[]).includes(result.status) &&
  result.valid_to !== null &&
  result.valid_to >= today;
