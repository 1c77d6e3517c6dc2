import { createHash } from 'node:crypto';
import type { Outcome } from '#contracts/rehearsals/result.ts';
import type { CellSum } from './judge.ts';
import { cliffKey, type Tally } from './tally.ts';

/** Sums of one payer, scheme, month and law; fen. */
export type MonthSum = {
  payer: string;
  scheme: string;
  month: string;
  law: 'old' | 'new';
  fen: number;
  people: number;
  openFen: number;
  openPeople: number;
  expectedFen: number;
  comingFen: number;
  cityFen: number;
  cityExpectedFen: number;
  cityComingFen: number;
};

/** Everything a result is told from, whether stored or still in memory. */
export type ResultRows = {
  months: MonthSum[];
  outcomes: (CellSum & { outcome: Outcome })[];
  cliffs: { key: string; people: number }[];
};

/** The rows of a tally that was not stored (command line). */
export function rowsOf(tally: Tally, monthAt: (offset: number) => string): ResultRows {
  const outcomes = new Map<Outcome, CellSum & { outcome: Outcome }>();
  for (const { key, sum } of tally.cells.values()) {
    const known = outcomes.get(key.outcome);
    if (!known) outcomes.set(key.outcome, { outcome: key.outcome, ...sum });
    else for (const name of CELL_SUMS) known[name] += sum[name];
  }
  const months = [...tally.series].flatMap(([key, series]) => {
    const [payer = '', scheme = '', law] = key.split('|');
    return Array.from({ length: tally.months }, (_, at) => ({
      ...{ payer, scheme, law: law as 'old' | 'new', month: monthAt(at) },
      ...{ fen: series.fen[at] ?? 0, people: series.people[at] ?? 0 },
      ...{ openFen: series.open[at] ?? 0, openPeople: series.openPeople[at] ?? 0 },
      ...{ expectedFen: series.expected[at] ?? 0, comingFen: series.coming[at] ?? 0, cityFen: series.city[at] ?? 0 },
      ...{ cityExpectedFen: series.cityExpected[at] ?? 0, cityComingFen: series.cityComing[at] ?? 0 },
    }));
  });
  const cliffs = [...tally.cliffs.values()].map(cliff => ({ key: cliffKey(cliff), people: cliff.people }));
  return { months, outcomes: [...outcomes.values()], cliffs };
}

const CELL_SUMS = ['people', 'oldFen', 'newFen', 'openOldFen', 'openNewFen'] as const;

/** Fingerprint of an answer: whole numbers only, in one order, so that it does not depend on how the work was split. */
export function markOf({ months, outcomes, cliffs }: ResultRows): string {
  const lines = [
    ...months.map(m => [m.payer, m.scheme, m.month, m.law, m.fen, m.people, m.openFen, m.openPeople, m.cityFen].join()),
    ...outcomes.map(o => [o.outcome, o.people, o.oldFen, o.newFen, o.openOldFen, o.openNewFen].join()),
    ...cliffs.map(c => [c.key, c.people].join()),
  ].sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
