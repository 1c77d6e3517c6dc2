/** Civil date as ISO text `YYYY-MM-DD` in Asia/Shanghai; never a JS Date, so no time zone can move it. */
export type CivilDate = string;

const DAY_MS = 86_400_000;
const CIVIL = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isCivilDate(text: string): boolean {
  if (!CIVIL.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day > 0 && day <= (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
}

export const civilDateToDays = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const civilDateFromDays = (days: number): CivilDate => new Date(days * DAY_MS).toISOString().slice(0, 10);

export const addDays = (date: CivilDate, days: number): CivilDate => civilDateFromDays(civilDateToDays(date) + days);

export const daysBetween = (from: CivilDate, to: CivilDate): number => civilDateToDays(to) - civilDateToDays(from);

/** Adds calendar months; the 31st clamps to the last day of a shorter month (民法典 第二百零二条). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const index = y * 12 + (m - 1) + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const day = Math.min(d, new Date(Date.UTC(year, month, 0)).getUTCDate());
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const monthOf = (date: CivilDate): string => date.slice(0, 7);

/** 2025-07 → 2025年7月. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

/** 2025-06-20 → 2025年6月20日, as documents write a day; nothing for no day. */
export const dayWords = (date: CivilDate | null | undefined): string =>
  date ? `${monthWords(date)}${Number(date.slice(8, 10))}日` : '';

/** Full years of age on a day: one more on the birthday itself (周岁从生日当天起算；2 月 29 日生者平年在 3 月 1 日满岁). */
export function ageOn(bornOn: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) >= bornOn.slice(5) ? years : years - 1;
}

/** Civil day of an instant in Asia/Shanghai (UTC+8 without summer time since 1992). */
export const dayOfInstant = (instant: string): CivilDate =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
