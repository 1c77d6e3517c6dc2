import type { FestivalVisitStatus } from '#contracts/festival-lifecycle.ts';
import type { Festival, FestivalRule, FestivalVisit } from '#contracts/festivals.ts';
import { fenToYuanText } from '#shared/money.ts';

export const giftWords = ({ amountFen, goods }: Pick<FestivalVisit, 'amountFen' | 'goods'>): string =>
  goods ?? `慰问金${fenToYuanText(amountFen ?? 0)}元`;

export function ruleWords(rule: FestivalRule): string {
  return [
    rule.minAge !== null && `${rule.minAge}周岁及以上`,
    rule.economicClasses.length > 0 && rule.economicClasses.join('、'),
    rule.familyPlanningSpecial && '计划生育特殊家庭',
  ]
    .filter(Boolean)
    .join('；');
}

export const visitTone = (status: FestivalVisitStatus): 'pine' | 'today' | 'plain' =>
  status === 'done' ? 'pine' : status === 'listed' || status === 'proposed' ? 'today' : 'plain';

export function progressWords({ counts, status }: Pick<Festival, 'counts' | 'status'>): string {
  if (status === 'draft') return `${counts.proposed}人待复核${counts.removed > 0 ? `，划去${counts.removed}人` : ''}`;
  const left = counts.left > 0 ? `，${counts.left}人没有慰问` : '';
  return `已慰问${counts.done}人，待上门${counts.listed}人${left}`;
}
