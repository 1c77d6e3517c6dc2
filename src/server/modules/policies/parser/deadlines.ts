import { clauseAt, type Range } from './clauses.ts';
import type { DatePhrase } from './dates.ts';
import type { Quantity } from './quantities.ts';

/** A stretch of the normalised text whose amounts are read alike; `kind` says what an unmarked amount is. */
export type Passage = Range & {
  kind: 'task' | 'progress' | 'plan' | 'report';
  measure: number | null;
  row: number | null;
  /** Deadline stated for the whole passage (完成时限 column or line). */
  deadline: string | null;
};

export type Sentence = { shadow: string; start: number; dates: DatePhrase[]; quantities: Quantity[] };
/** An amount in its clause (`words`), sentence and passage; `year` is the year of the document. */
export type Context = {
  sentence: Sentence;
  quantity: Quantity;
  clause: Range;
  words: string;
  passage: Passage;
  year: number | null;
};

export const FORECAST = /预计|有望|拟于/;
const FULFILLED =
  /^(?:(?:全面|全部|基本|力争|确保|须|要|应)*(?:完成|建成|投入|实现|开工|达到|启用|运营|到位|落实|交付|开业|竣工)[\u4e00-\u9fff]{0,6})?$/;

export const inside = (date: DatePhrase, range: Range): boolean => date.start >= range.start && date.end <= range.end;

/** "2025年,中心城区…": a year that is a clause of its own dates what follows like "到2025年". */
function yearClause({ sentence: { shadow }, passage, year }: Context, date: DatePhrase): DatePhrase[] {
  // In a report "2025年,…" tells what was done, unless the year is still to come or the sentence aims.
  const aims =
    passage.kind === 'plan' || Number(date.date) > (year ?? 9999) || /将(?!近)|计划|力争|确保|打算|拟/.test(shadow);
  if (!aims) return [];
  const alone =
    date.kind === 'period' && shadow[date.end] === ',' && /^(?:\d{1,2}\.)?$|[,;。:]$/.test(shadow.slice(0, date.start));
  return alone ? [{ ...date, date: `${date.date}-12-31` }] : [];
}

/** A deadline said after the amount: "新建…3个,10月底前完成". */
function laterDeadline({ sentence, quantity, clause, words }: Context, by: readonly DatePhrase[]): DatePhrase | null {
  const after = by.find(date => date.kind === 'by' && date.start >= clause.end);
  if (!after || /已/.test(words)) return null;
  const gap = sentence.shadow.slice(quantity.end, after.start);
  const place = clauseAt(sentence.shadow, after.start);
  const tail = sentence.shadow.slice(after.end, place.end);
  const free = !sentence.quantities.some(other => inSameClause(other, place)) || inSameClause(quantity, place);
  return free && gap.length <= 60 && !gap.includes(';') && FULFILLED.test(tail) ? after : null;
}

/** "2026年新建15家" in a plan: the year before the verb is when it must be done. */
function yearOfAim({ sentence, quantity, passage, words }: Context): DatePhrase[] {
  if (passage.kind !== 'plan' && !/将(?!近)|计划|力争|确保/.test(words)) return [];
  return sentence.dates
    .filter(date => date.kind === 'period' && date.end <= quantity.start)
    .map(date => ({ ...date, date: `${date.date}-12-31` }));
}

/** The date that binds the amount: in its clause, else the last one before it, else one right after it. */
export function governing(context: Context): DatePhrase | null {
  const { sentence, quantity, clause, words } = context;
  // "较“十三五”末增长" compares with a day, it sets none.
  const compared = (date: DatePhrase): boolean => /(?:较|(?<!占)比)$/.test(sentence.shadow.slice(0, date.start));
  const by = sentence.dates.flatMap(date => {
    if (compared(date)) return [];
    return date.kind === 'by' && date.date !== null ? [date] : yearClause(context, date);
  });
  const distance = (date: DatePhrase): number => Math.abs(date.start - quantity.start);
  const own = [...by, ...yearOfAim(context)]
    .filter(date => inside(date, clause))
    .sort((a, b) => distance(a) - distance(b))[0];
  if (own) return own;
  const later = laterDeadline(context, by);
  const before = by.filter(date => date.end <= quantity.start).at(-1);
  if (!before || /已/.test(words) || (before.kind === 'period' && later)) return later;
  const reset = sentence.dates.some(
    date => (date.kind === 'asOf' || date.kind === 'now') && date.start > before.start && date.end <= quantity.start,
  );
  const forecast = FORECAST.test(sentence.shadow.slice(Math.max(0, before.start - 4), before.end));
  const ended = forecast && sentence.shadow.slice(before.end, quantity.start).includes(';');
  return reset || ended ? later : before;
}

const inSameClause = (quantity: Quantity, clause: Range): boolean =>
  quantity.start >= clause.start && quantity.end <= clause.end;

export function stateDay({ sentence, quantity, clause, words }: Context): string | null {
  const before = sentence.dates
    .filter(date => (date.kind === 'asOf' || date.kind === 'now') && date.start <= quantity.start)
    .at(-1);
  const aside = /预计|将于|计划/.exec(words);
  if (aside && clause.start + aside.index < quantity.start) return null;
  return before?.kind === 'asOf' ? before.date : null;
}
