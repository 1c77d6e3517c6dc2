import type { ParsedDocument } from '#contracts/policies/parsed-document.ts';
import type { Check } from './check.ts';
import { changes, completions, cumulatives, nets, shares } from './figures.ts';
import { findRepeats } from './repeats.ts';
import { type Statement, statementsOf } from './statements.ts';
import { lists, parts, sums, wholes } from './totals.ts';

/** Every sum the document itself allows to be checked; inferred from its amounts, units, states and rows. */
export function findChecks(document: ParsedDocument): Check[] {
  const all = statementsOf(document);
  const rows = new Map<number, Statement[]>();
  for (const one of all) rows.set(one.row, [...(rows.get(one.row) ?? []), one]);
  const checks: Check[] = [];
  for (const statements of rows.values()) {
    const group = { statements, all };
    const sentences = new Map<number, Statement[]>();
    for (const one of statements) sentences.set(one.sentence, [...(sentences.get(one.sentence) ?? []), one]);
    for (const sentence of sentences.values()) checks.push(...sums({ statements: sentence, all }));
    checks.push(
      ...parts(group, document.text),
      ...lists(group),
      ...shares(group),
      ...wholes(group),
      ...nets(group),
      ...cumulatives(group),
      ...completions(group),
      ...changes(group),
    );
  }
  return [...checks, ...findRepeats(all)];
}
