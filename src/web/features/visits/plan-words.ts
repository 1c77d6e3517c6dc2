import {
  FOUND_NEED_LABELS,
  VISIT_METHOD_LABELS,
  VISIT_RESULT_LABELS,
  type Visit,
  type VisitPlan,
} from '#contracts/visits.ts';
import type { Due } from '../../ui/marks.tsx';
import { dateWords } from '../../ui/words.ts';

/** When this person is due, in calendar days: the plan counts days, not working days. */
export function planDue(plan: VisitPlan, today: string | undefined): Due | null {
  if (plan.overdueDays === null || plan.nextDueOn === null) return null;
  if (plan.overdueDays > 0) return { kind: 'over', words: `超期${plan.overdueDays}天` };
  if (plan.overdueDays === 0) return { kind: 'today', words: plan.homeOnly ? '今天上门' : '今天到期' };
  return { kind: 'left', words: `${dateWords(plan.nextDueOn, today)}前` };
}

export const planPerson = (plan: VisitPlan): string => `${plan.name}${plan.age === null ? '' : ` ${plan.age}岁`}`;

export const planGroups = (plan: VisitPlan): string => plan.reasons.map(reason => reason.label).join('、');

export const visitWords = (visit: Visit): string => {
  const needs = visit.needs.map(need => FOUND_NEED_LABELS[need]).join('、');
  return [`${visit.by}，${VISIT_METHOD_LABELS[visit.method]}：${VISIT_RESULT_LABELS[visit.result]}`, needs, visit.note]
    .filter(Boolean)
    .join('，');
};
