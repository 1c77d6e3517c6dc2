import { STATE_WORDS, type Statement } from './statements.ts';

export const CHECK_KINDS = [
  'sum',
  'part',
  'share',
  'whole',
  'repeat',
  'cumulative',
  'net',
  'completion',
  'change',
] as const;

/** One sum done: `ok` false means the document contradicts itself at `quotes` (rows in `rows`). */
export type Check = {
  kind: (typeof CHECK_KINDS)[number];
  description: string;
  expected: number;
  actual: number;
  ok: boolean;
  quotes: string[];
  rows: number[];
};

/** Sums of decimals as written, without binary dust. */
export const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
export const said = (one: Statement): string => `${STATE_WORDS[one.state]}${one.fact.value}${one.fact.unit}`;
export const rowName = (row: number): string => (row > 0 ? `第${row}行` : '正文');

/** Builds a check; quotes and rows are those of the statements it compares. */
export function checkOf(
  kind: Check['kind'],
  of: readonly Statement[],
  result: { description: string; expected: number; actual: number; ok: boolean },
): Check {
  return {
    kind,
    ...result,
    quotes: [...new Set(of.map(one => one.fact.quote))],
    rows: [...new Set(of.map(one => one.row))],
  };
}

/** The statements of one row or sentence, and all of the document. */
export type Group = { statements: Statement[]; all: readonly Statement[] };
