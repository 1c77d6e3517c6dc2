import { addMonths, monthOf } from '#shared/dates.ts';

/** YYYY-MM some months on. */
export const monthsOn = (month: string, by: number): string => monthOf(addMonths(`${month}-01`, by));

export type Segment = { from: string; amountFen: number };

type Walk = {
  /** What is paid now, and since when. */
  former: Segment;
  /** Months are looked at from here up to `until`. */
  from: string;
  until: string;
  /** A lower amount holds from this month on only: what was paid before is not taken back by itself. */
  lowerFrom: string;
  /** The amount of a month by its own law; null = the rules give none. */
  amountIn: (month: string) => number | null;
};

/** The months in which the amount becomes another, oldest first; none where nothing changes. */
export function changesOf({ former, from, until, lowerFrom, amountIn }: Walk): Segment[] {
  const changes: Segment[] = [];
  let now = former.amountFen;
  for (let month = from; month <= until; month = monthsOn(month, 1)) {
    const amountFen = amountIn(month);
    if (amountFen === null || amountFen === now || (amountFen < now && month < lowerFrom)) continue;
    changes.push({ from: month, amountFen });
    now = amountFen;
  }
  return changes;
}
