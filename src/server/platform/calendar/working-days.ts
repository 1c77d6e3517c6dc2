import { addDays, type CivilDate, civilDateToDays, dayWords } from '#shared/dates.ts';

/** Holidays as dated data (data/holidays.json): one table a year, as the State Council's yearly notice gives it. */
export type HolidayTables = { readonly years: Readonly<Record<string, HolidayYear | undefined>> };
export type HolidayYear = {
  /** 文号 of the notice. */
  readonly document: string;
  readonly confidence: string;
  /** Days off, weekends among them included or not; working Saturdays and Sundays (调休上班). */
  readonly holidays: readonly CivilDate[];
  readonly workdays: readonly CivilDate[];
};

/** A deadline; `provisional` (暂定) when it was counted through a year whose notice is not out yet. */
export type Deadline = { dueOn: CivilDate; provisional: boolean };

/** The one question everything else asks. Without a table for the year only weekends are days off. */
export function isWorkingDay(tables: HolidayTables, date: CivilDate): boolean {
  const table = sets(tables, date.slice(0, 4));
  if (table?.workdays.has(date)) return true;
  if (table?.holidays.has(date)) return false;
  return weekday(date) < 6;
}

export function hasTable(tables: HolidayTables, date: CivilDate): boolean {
  return tables.years[date.slice(0, 4)] !== undefined;
}

/**
 * The last working day of a limit of `days` working days. The day of the event does not count, counting starts on the
 * next day (民法典 第二百零一条；行政许可法 第八十二条：期限以工作日计算，不含法定节假日). 0 days = that day or the next working day.
 */
export function addWorkingDays(tables: HolidayTables, from: CivilDate, days: number): Deadline {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`工作日数应为不小于 0 的整数，现为 ${days}`);
  let date = from;
  let provisional = false;
  const step = () => {
    date = addDays(date, 1);
    provisional ||= !hasTable(tables, date);
  };
  if (days === 0) {
    provisional = !hasTable(tables, date);
    while (!isWorkingDay(tables, date)) step();
  }
  for (let left = days; left > 0; ) {
    step();
    if (isWorkingDay(tables, date)) left--;
  }
  return { dueOn: date, provisional };
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. addWorkingDays turned round. */
export function workingDaysBetween(tables: HolidayTables, from: CivilDate, to: CivilDate): number {
  if (to < from) return -workingDaysBetween(tables, to, from);
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(tables, date)) count++;
  return count;
}

/** 今天 / 剩 n 个工作日 / 超期 n 个工作日, with 暂定 in brackets where it applies. A limit past on a weekend is 超期 1 day on Monday. */
export function dueWords(tables: HolidayTables, deadline: Deadline, today: CivilDate): string {
  return `${wordsOf(tables, deadline.dueOn, today)}${deadline.provisional ? '（暂定）' : ''}`;
}

function wordsOf(tables: HolidayTables, dueOn: CivilDate, today: CivilDate): string {
  if (dueOn === today) return '今天';
  const days = workingDaysBetween(tables, today, dueOn);
  if (dueOn > today) return days === 0 ? `${dayWords(dueOn)}前` : `剩 ${days} 个工作日`;
  return days === 0 ? '已到期' : `超期 ${-days} 个工作日`;
}

export type OpenDeadline = Deadline & { id: string; from: CivilDate; withinWorkingDays: number };

/** When a year's table has come: the provisional deadlines that now end on another day or are no longer provisional. */
export function recomputeProvisional(tables: HolidayTables, open: readonly OpenDeadline[]): OpenDeadline[] {
  return open.flatMap(item => {
    if (!item.provisional) return [];
    const next = addWorkingDays(tables, item.from, item.withinWorkingDays);
    return next.dueOn === item.dueOn && next.provisional ? [] : [{ ...item, ...next }];
  });
}

/** Sentences on what is wrong with a table: a day in both lists, outside its year, a working day that needs no moving. */
export function faultsOf(tables: HolidayTables): string[] {
  const faults: string[] = [];
  for (const [year, table] of Object.entries(tables.years)) {
    if (!table) continue;
    const off = new Set(table.holidays);
    for (const date of [...table.holidays, ...table.workdays]) {
      if (date.slice(0, 4) !== year) faults.push(`${year} 年的表里有 ${date}`);
    }
    for (const date of table.workdays) {
      if (off.has(date)) faults.push(`${date} 既放假又上班`);
      if (weekday(date) < 6) faults.push(`${date} 本来就是工作日，不用调休`);
    }
  }
  return faults;
}

/** 1 = Monday … 7 = Sunday. 1970-01-01 was a Thursday. */
const weekday = (date: CivilDate): number => ((((civilDateToDays(date) + 3) % 7) + 7) % 7) + 1;

type YearSets = { holidays: ReadonlySet<CivilDate>; workdays: ReadonlySet<CivilDate> };
const cache = new WeakMap<HolidayYear, YearSets>();

function sets(tables: HolidayTables, year: string): YearSets | undefined {
  const table = tables.years[year];
  if (!table) return undefined;
  const known = cache.get(table) ?? { holidays: new Set(table.holidays), workdays: new Set(table.workdays) };
  cache.set(table, known);
  return known;
}
