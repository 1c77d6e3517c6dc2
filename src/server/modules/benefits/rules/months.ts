import { MONTHLY_DEADLINES } from '#contracts/benefits/lifecycle.ts';
import { addMonths, type CivilDate, monthOf } from '#shared/dates.ts';

/** 160号 is in force from here on. */
export const FIRST_MONTH = '2019-10';

/** True for months from the measure's first to `ahead` months after the business date's. */
export const isMonthInRange = (month: string, today: CivilDate, ahead: number): boolean =>
  month >= FIRST_MONTH && month <= monthOf(addMonths(today, ahead));

/** This month's 20th and 25th as days, with what falls due. */
export const monthlyDeadlines = (today: CivilDate) =>
  Object.values(MONTHLY_DEADLINES).map(each => ({
    on: `${monthOf(today)}-${String(each.day).padStart(2, '0')}`,
    label: each.label,
    confidence: each.confidence,
  }));

/** The next such day of the month, today included: after the 25th it is next month's. */
export function nextDeadline(today: CivilDate, which: keyof typeof MONTHLY_DEADLINES): CivilDate {
  const { day } = MONTHLY_DEADLINES[which];
  const month = Number(today.slice(8)) <= day ? monthOf(today) : monthOf(addMonths(`${monthOf(today)}-01`, 1));
  return `${month}-${String(day).padStart(2, '0')}`;
}
