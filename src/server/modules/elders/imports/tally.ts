import { IMPORT_FIELD_LABELS, type ImportCounts, type ImportField } from '#contracts/elders/imports.ts';
import type { Verdict } from './judge-rows.ts';
import type { Fault } from './read-row.ts';

export const labelOf = (field: string): string => IMPORT_FIELD_LABELS[field as ImportField] ?? '整行';

/** Values differ from row to row; kinds of faults are counted by the sentence without them. */
const kindOf = (say: string): string =>
  say
    .replace(/“[^”]*”/g, '“……”')
    .replace(/第 \d+ 行/g, '第 N 行')
    .replace(/\d{4}-\d{2}-\d{2}|\d{8,}|\d+ 位|\d+周岁/g, '……');

const MOST_KINDS = 40;

/** Counts of a table while it is walked. */
export function tally() {
  const counts: ImportCounts = { rows: 0, new: 0, change: 0, same: 0, wrong: 0, lookAlike: 0 };
  const faults = new Map<string, { field: string; say: string; rows: number; firstRow: number }>();
  const fields = new Map<string, number>();
  let formulas = 0;
  const addFault = ({ field, say }: Fault, row: number) => {
    const key = `${field} ${kindOf(say)}`;
    const known = faults.get(key);
    if (known) known.rows++;
    else if (faults.size < MOST_KINDS) faults.set(key, { field: labelOf(field), say, rows: 1, firstRow: row });
  };
  return {
    counts,
    add: (verdict: Verdict): void => {
      const row = 'row' in verdict ? verdict.row : verdict.person.row;
      counts.rows++;
      formulas += row.cells.some(cell => cell?.formula) ? 1 : 0;
      if (verdict.kind === 'look-alike') counts.lookAlike++;
      else counts[verdict.kind]++;
      if (verdict.kind === 'wrong') for (const fault of verdict.faults) addFault(fault, row.number);
      if (verdict.kind === 'change')
        for (const field of verdict.fields) fields.set(field, (fields.get(field) ?? 0) + 1);
    },
    result: () => ({
      counts,
      faults: [...faults.values()].sort((a, b) => b.rows - a.rows),
      changed_fields: [...fields].map(([field, rows]) => ({ field: labelOf(field), rows })),
      formulas,
    }),
  };
}
