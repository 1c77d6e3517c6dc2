import type { CorrectedField } from '#contracts/elders/corrections.ts';

/** What somebody else did to a field after the correction was proposed. */
export type Meanwhile = { field: string; by: string; at: string; version: number };

/** The last change of each of these fields, of changes newest first. */
export function lastChanges(
  fields: readonly string[],
  others: readonly { actor: string; at: string; version: number; fields: Record<string, unknown> }[],
): Meanwhile[] {
  return fields.flatMap(field => {
    const last = others.find(other => field in other.fields);
    return last ? [{ field, by: last.actor, at: last.at, version: last.version }] : [];
  });
}

/**
 * Which fields of a correction are written. A field that others changed meanwhile needs a choice by somebody who has
 * seen that change (`version` is what was on the screen); `open` are those without one.
 */
export function settleChoices(
  fields: readonly string[],
  meanwhile: readonly Meanwhile[],
  seen: { version: number; choices: Readonly<Record<string, 'take' | 'keep'>> },
): { taken: string[]; kept: string[]; open: Meanwhile[] } {
  const open = meanwhile.filter(one => one.version > seen.version || !seen.choices[one.field]);
  const kept = meanwhile.filter(one => seen.choices[one.field] === 'keep').map(one => one.field);
  return { taken: fields.filter(field => !kept.includes(field)), kept, open };
}

type Rule = {
  source_kind: string;
  fields: readonly string[];
  from_on: string;
  to_on: string | null;
  allowed_by: string;
};

export const inForce = (rule: Pick<Rule, 'from_on' | 'to_on'>, today: string): boolean =>
  rule.from_on <= today && (rule.to_on === null || today < rule.to_on);

/**
 * The rule by which a source's record needs no second look: it covers every field, holds today, and was allowed by
 * another person than the one who brings the record.
 */
export function trustOf<R extends Rule>(
  rules: readonly R[],
  record: { source: string; fields: readonly string[]; by: string; today: string },
): R | undefined {
  return rules.find(
    rule =>
      rule.source_kind === record.source &&
      inForce(rule, record.today) &&
      rule.allowed_by !== record.by &&
      record.fields.every(field => rule.fields.includes(field)),
  );
}

/** Fields of one list in the order in which they are shown. */
export const ordered = (rows: readonly CorrectedField[]): CorrectedField[] =>
  [...rows].sort((a, b) => Number(b.other !== null) - Number(a.other !== null));
