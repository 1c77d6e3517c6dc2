import { daysBetween } from '#shared/dates.ts';

export type Sheet = { form: string; filledOn: string; filledById: string; levels: string };

/** Two sheets count as one assessment when not further apart; ours (designDefault). */
const TOGETHER_DAYS = 30;

/**
 * Of a scale that wants several assessors: what may be said of this one's result. A level stands when as many different
 * people have come to it.
 */
export function standingOf(sheet: Sheet, all: readonly Sheet[], wanted: number): string | null {
  if (wanted < 2) return null;
  const near = all.filter(
    each => each.form === sheet.form && Math.abs(daysBetween(each.filledOn, sheet.filledOn)) <= TOGETHER_DAYS,
  );
  const others = near.filter(each => each.filledById !== sheet.filledById);
  const agreeing = new Set(near.filter(each => each.levels === sheet.levels).map(each => each.filledById));
  if (agreeing.size >= wanted) return `${agreeing.size}名评估员结果一致`;
  if (others.length === 0) return `还要另一名评估员评，${wanted}人一致才算结果`;
  return '两名评估员结果不一致，请商量后重评';
}
