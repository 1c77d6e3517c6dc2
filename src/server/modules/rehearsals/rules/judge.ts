import type { Outcome } from '#contracts/rehearsals/result.ts';
import type { Groups, groupsOf } from './groups.ts';

/** The shape of one compared person (see benefits): amounts by scheme over months, open = not applied for yet. */
export type Slice = { scheme: number; from: number; until: number; fen: number; open: boolean };
export type Fall = { step: string; from: string; to: string; oldLossFen: number; newLossFen: number };
export type Compared = {
  elderId: string;
  areaCode: string;
  payerCode: string | null;
  living: string;
  ageMonths: number;
  onLeapDay: boolean;
  facts: Parameters<typeof groupsOf>[0]['facts'];
  old: readonly Slice[];
  new: readonly Slice[];
  falls: readonly Fall[];
  mark: number;
};

export type CellSum = { people: number; oldFen: number; newFen: number; openOldFen: number; openNewFen: number };
/** One person whose money or claim the draft changes, or who stands at a cliff that it changes. */
export type ChangedPerson = Omit<CellSum, 'people'> & {
  elderId: string;
  areaCode: string;
  groups: Groups;
  outcome: Outcome;
  /** Offset of the first month that differs, with both amounts in it; null = no month does. */
  firstAt: number | null;
  oldMonthFen: number;
  newMonthFen: number;
  cliffs: string[];
};

export type Judged = Pick<
  ChangedPerson,
  'outcome' | 'firstAt' | 'oldMonthFen' | 'newMonthFen' | 'oldFen' | 'newFen' | 'openOldFen' | 'openNewFen'
>;
const UNTOUCHED = { firstAt: null, oldMonthFen: 0, newMonthFen: 0 } as const;

/** What the draft does to this person over all months together: money first, then claims not yet applied for. */
export function judge({ old, new: drafted }: Compared, months: number): Judged {
  const [oldFen, newFen] = [sumOf(old, false), sumOf(drafted, false)];
  const [openOldFen, openNewFen] = [sumOf(old, true), sumOf(drafted, true)];
  const sums = { oldFen, newFen, openOldFen, openNewFen };
  if (old === drafted) return { ...sums, ...UNTOUCHED, outcome: oldFen > 0 ? 'same' : 'none' };
  const first = firstDifference(old, drafted, months);
  const outcome = outcomeOf(sums, first !== undefined);
  return { ...sums, ...(first ?? UNTOUCHED), outcome };
}

function outcomeOf(sums: Omit<CellSum, 'people'>, paidDiffers: boolean): Outcome {
  const { oldFen, newFen, openOldFen, openNewFen } = sums;
  if (paidDiffers) {
    if (oldFen === newFen) return 'mixed';
    if (newFen > oldFen) return oldFen === 0 ? 'enter' : 'gain';
    return newFen === 0 ? 'leave' : 'lose';
  }
  if (openNewFen > openOldFen) return 'open';
  if (openNewFen < openOldFen) return 'close';
  return oldFen > 0 ? 'same' : 'none';
}

const sumOf = (slices: readonly Slice[], open: boolean): number => {
  let fen = 0;
  for (const slice of slices) if (slice.open === open) fen += slice.fen * (slice.until - slice.from);
  return fen;
};

const paidIn = (slices: readonly Slice[], at: number): number => {
  let fen = 0;
  for (const slice of slices) if (!slice.open && slice.from <= at && at < slice.until) fen += slice.fen;
  return fen;
};

function firstDifference(old: readonly Slice[], drafted: readonly Slice[], months: number) {
  for (let at = 0; at < months; at++) {
    const [oldMonthFen, newMonthFen] = [paidIn(old, at), paidIn(drafted, at)];
    if (oldMonthFen !== newMonthFen) return { firstAt: at, oldMonthFen, newMonthFen };
  }
  return undefined;
}
