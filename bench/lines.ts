/** One line of the table that `npm run bench` prints. `ours`, `limit` and `peer` are in `unit`. */
export type Line = {
  /** Letter of the job in the goals. */
  row: string;
  job: string;
  unit: string;
  ours: number;
  /** What nothing can be quicker than; null where none was measured. */
  limit: number | null;
  /** The best of the peers that ran; a peer that is not installed is named in `notRun`. */
  peer: number | null;
  /** What the goal is about. */
  ratio: number;
  goal: string;
  met: boolean;
  notRun?: string[];
};

export const rounded = (value: number): number => Number(value.toPrecision(3));

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function printLines(lines: readonly Line[]): void {
  console.table(
    lines.map(({ notRun, limit, peer, met, ...line }) => ({
      ...line,
      limit: limit ?? '–',
      peer: peer ?? (notRun ? 'not run' : '–'),
      met: met ? 'met' : 'NOT met',
    })),
  );
  const missing = [...new Set(lines.flatMap(line => line.notRun ?? []))];
  if (missing.length > 0) console.log(`not run (not installed): ${missing.join(', ')}`);
}

/** Scripts run by bench.ts hand their lines over as the last line of their output. */
export const MARK = 'yinian-bench ';
export const handOver = (lines: readonly Line[]): void => {
  if (process.argv.includes('--json')) console.log(MARK + JSON.stringify(lines));
};
