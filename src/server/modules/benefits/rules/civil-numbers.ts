/**
 * Civil dates as integers yyyymmdd (0 = no date) and months as year × 12 + month − 1: they compare, and they fit typed
 * arrays, so the same rule runs for one person and over columns of millions.
 */
export type DateNumber = number;
export type MonthIndex = number;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lastDay = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** `YYYY-MM-DD` → number; -1 when it is not a real day. Years 1800 to 2999. */
export function dateNumber(text: string): DateNumber {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return -1;
  let number = 0;
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue;
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  const year = Math.floor(number / 10_000);
  const month = Math.floor(number / 100) % 100;
  const day = number % 100;
  if (year < 1800 || year > 2999 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return -1;
  return number;
}

export const dateText = (date: DateNumber): string => {
  const text = String(date);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};

export const monthOfDate = (date: DateNumber): MonthIndex =>
  ((date / 10_000) | 0) * 12 + (((date / 100) | 0) % 100) - 1;

const monthTexts: string[] = [];

/** A few thousand months serve everybody, so each is written once. */
export function monthText(month: MonthIndex): string {
  const known = monthTexts[month];
  if (known !== undefined) return known;
  const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  if (month >= 0 && month < 36_000) monthTexts[month] = text;
  return text;
}

/** `YYYY-MM` → month; -1 when it is none. */
export const monthIndex = (text: string): MonthIndex => {
  const first = dateNumber(`${text}-01`);
  return text.length === 7 && first > 0 ? monthOfDate(first) : -1;
};

/** A month with its own first day and the next month's: dates are compared with these instead of being taken apart. */
export type MonthSpan = { index: MonthIndex; first: DateNumber; next: DateNumber };

export const spanOf = (month: MonthIndex): MonthSpan => ({
  index: month,
  first: firstOfMonth(month),
  next: firstOfMonth(month + 1),
});

export const firstOfMonth = (month: MonthIndex): DateNumber =>
  Math.floor(month / 12) * 10_000 + ((month % 12) + 1) * 100 + 1;

/** Adds calendar months; the 31st clamps to the last day of a shorter month (民法典 第二百零二条). */
export function addMonths(date: DateNumber, months: number): DateNumber {
  const index = monthOfDate(date) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return year * 10_000 + month * 100 + Math.min(date % 100, lastDay(year, month));
}

/** The day a person completes `age` years: the birthday; born on 29 February, 1 March of a common year. */
export function birthday(bornOn: DateNumber, age: number): DateNumber {
  const date = bornOn + age * 10_000;
  return date % 10_000 === 229 && !isLeapYear(Math.floor(date / 10_000)) ? date + 72 : date;
}
