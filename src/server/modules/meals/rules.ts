import { addDays, type CivilDate, dayWords } from '#shared/dates.ts';

export type Serving = { openedOn: CivilDate | null; exitedOn: CivilDate | null };

/** Why no meals can be counted on a day; null when the point served. The day of the exit is no serving day. */
export function refuseDay(point: Serving, on: CivilDate, today: CivilDate): string | null {
  if (on > today) return `日期不能晚于今天（${dayWords(today)}）`;
  if (!point.openedOn || on < point.openedOn)
    return `这个助餐点${point.openedOn ?? '还没'}${point.openedOn ? ' 才' : '有'}开业`;
  if (point.exitedOn && on >= point.exitedOn) return `这个助餐点已于${dayWords(point.exitedOn)}退出`;
  return null;
}

/** Days of the last week, today included, on which the point served and nothing was counted, oldest first. */
export function missingDays(point: Serving, counted: ReadonlySet<CivilDate>, today: CivilDate): CivilDate[] {
  return [6, 5, 4, 3, 2, 1, 0]
    .map(back => addDays(today, -back))
    .filter(day => refuseDay(point, day, today) === null && !counted.has(day));
}
