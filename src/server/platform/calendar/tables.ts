import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HolidayTables } from './working-days.ts';

const Day = z.object({ on: z.iso.date() });
const File = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      document: z.object({ number: z.string(), confidence: z.string() }),
      daysOff: z.array(Day),
      workingWeekendDays: z.array(Day),
    }),
  ),
});

let kept: HolidayTables | undefined;

/** The published years of data/holidays.json; a year that is not there makes deadlines 暂定. */
export function holidayTables(): HolidayTables {
  kept ??= readTables(join(import.meta.dirname, '../../../../data/holidays.json'));
  return kept;
}

export function readTables(path: string): HolidayTables {
  const { years } = File.parse(JSON.parse(readFileSync(path, 'utf8')));
  const on = (days: { on: string }[]) => days.map(day => day.on);
  const tables = years.map(year => ({
    document: year.document.number,
    confidence: year.document.confidence,
    holidays: on(year.daysOff),
    workdays: on(year.workingWeekendDays),
  }));
  return { years: Object.fromEntries(tables.map((table, i) => [String(years[i]?.year), table])) };
}
