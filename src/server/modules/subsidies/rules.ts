import type { OutcomeLine } from '#contracts/benefits/catalogue.ts';
import { isSure } from '#contracts/confidence.ts';
import type { UseKind } from '#contracts/subsidy-lifecycle.ts';
import { addDays, addMonths, type CivilDate, daysBetween } from '#shared/dates.ts';

/** Which records a kind of place keeps. A station may serve meals as well. */
export const KINDS_OF_PLACE: Readonly<Record<string, readonly UseKind[]>> = {
  station: ['agreement', 'meal'],
  'meal-point': ['meal'],
  institution: ['stay'],
  'care-centre': ['stay', 'meal'],
  'regional-centre': ['stay', 'meal'],
};

/** Kinds of place whose beds are counted; in operation by the month's last day (designDefault). */
const BED_KINDS: readonly string[] = ['institution', 'care-centre'];
type Place = { kind: string; status: string; opened_on: string | null; beds: number | null };
export const hasBedsFor = (place: Place, month: string): boolean =>
  BED_KINDS.includes(place.kind) &&
  place.status === 'operating' &&
  (place.beds ?? 0) > 0 &&
  (place.opened_on ?? '') <= lastDayOf(month);

export const lastDayOf = (month: string): CivilDate => addDays(addMonths(`${month}-01`, 1), -1);

export type Span = { fromOn: CivilDate; toOn: CivilDate | null };

/** Days of a month within a span, first and last included. */
export function daysIn(month: string, { fromOn, toOn }: Span): number {
  const first = `${month}-01`;
  const last = lastDayOf(month);
  const from = fromOn > first ? fromOn : first;
  const to = toOn !== null && toOn < last ? toOn : last;
  return from > to ? 0 : daysBetween(from, to) + 1;
}

/** An agreement counts when it stands on the month's last day (designDefault: the document does not say the day). */
export const standsAt = (day: CivilDate, { fromOn, toOn }: Span): boolean =>
  fromOn <= day && (toOn === null || toOn >= day);

/** Amounts that no document and no district has set: nothing is paid by them. */
export const unsetLines = (lines: readonly OutcomeLine[]): string[] =>
  lines
    .filter(line => (line.amountFen === null || line.amountFen > 0) && !isSure(line.confidence) && !line.setBy)
    .map(line => `“${line.sentence}”：金额没有查到文件，请区里先在“待遇政策”里设置，再作废重算`);
