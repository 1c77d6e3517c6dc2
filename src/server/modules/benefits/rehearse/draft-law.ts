import { createHash } from 'node:crypto';
import type { DraftChanges, DraftField } from '#contracts/rehearsals/draft.ts';
import { type Definitions, definitions } from '../law/definitions.ts';
import {
  type BenefitData,
  draftFields,
  entryIn,
  MOST_FEN,
  type Parameter,
  type ParameterSet,
  setsOf,
  type TierData,
} from './draft-fields.ts';

export type FieldProblems = Record<string, string>;

/** What is wrong with a draft's changes: path in the changes → one Chinese sentence. Empty = nothing. */
export function checkChanges(changes: DraftChanges, month: string): FieldProblems {
  const fields = new Map(draftFields(month).map(field => [field.id, field]));
  const problems: FieldProblems = {};
  const seen = new Set<string>();
  for (const { field: id, value } of changes.set) {
    const field = fields.get(id);
    const said = !field
      ? '现行规定里没有这一项，可能已经取消'
      : seen.has(id)
        ? '同一项改了两次'
        : sayWrong(field, value);
    if (said) problems[id] = said;
    seen.add(id);
  }
  const tiers = new Set([...fields.keys()].flatMap(id => (id.endsWith('.amountFen') ? [id.slice(0, -10)] : [])));
  for (const id of changes.dropTiers) if (!tiers.has(id)) problems[id] = '现行规定里没有这一档';
  for (const [at, tier] of changes.addAgeTiers.entries()) {
    const same = agesOf(changes, fields).filter(age => age === tier.minAge).length > 1;
    if (same) problems[`addAgeTiers.${at}.minAge`] = `已经有从 ${tier.minAge} 岁起的一档，请改那一档的金额`;
  }
  return problems;
}

function sayWrong(field: DraftField, value: unknown): string | undefined {
  if (field.kind === 'boolean') return typeof value === 'boolean' ? undefined : '请选是或否';
  if (field.kind === 'choice')
    return field.choices?.some(each => each.value === value) ? undefined : '请从给出的几种里选一种';
  if (typeof value !== 'number' || !Number.isInteger(value))
    return field.kind === 'fen' ? '金额请填数字，最多到分' : '请填整数';
  const { min = 0, max = MOST_FEN } = field;
  if (value >= min && value <= max) return undefined;
  return field.kind === 'fen'
    ? `金额要大于 0，不超过 ${MOST_FEN / 100} 元；要取消这一档请选“取消这一档”`
    : `请填 ${min} 到 ${max} 之间的数`;
}

/** Ages of all tiers of 高龄津贴 under the draft. */
function agesOf(changes: DraftChanges, fields: ReadonlyMap<string, DraftField>): number[] {
  const set = new Map(changes.set.map(each => [each.field, each.value]));
  const ages = [...fields.values()]
    .filter(field => /^advancedAge\.tiers\..*\.minAge$/.test(field.id))
    .filter(field => !changes.dropTiers.includes(field.id.slice(0, -7)))
    .map(field => Number(set.get(field.id) ?? field.value));
  return [...ages, ...changes.addAgeTiers.map(tier => tier.minAge)];
}

/**
 * The definitions with the draft's values from the first day of `month` on; what the law itself changes later stays.
 * `changes` must have passed checkChanges.
 */
export function draftDefinitions(changes: DraftChanges, month: string): Definitions {
  const { sources, ...data } = definitions();
  const draft: Definitions = { ...structuredClone(data), sources };
  const sets = new Map(setsOf(draft).map(set => [set.scheme, set]));
  for (const { field, value } of changes.set) setField(sets, field, { value, month });
  for (const id of changes.dropTiers) {
    const { parameter, rest } = parameterAt(sets, id);
    changeFrom(parameter, month, tiers => (tiers as TierData[]).filter(tier => tier.key !== rest[0]));
  }
  for (const tier of changes.addAgeTiers) {
    const parameter = parameterAt(sets, 'advancedAge.tiers').parameter;
    const { minAge, amountFen } = tier;
    const made = { key: `age-${minAge}`, nameZh: `${minAge} 周岁及以上`, minAge, amountFen, clause: '草案' };
    changeFrom(parameter, month, tiers => [...(tiers as TierData[]), made]);
  }
  return draft;
}

type Sets = ReadonlyMap<string, ParameterSet>;

function parameterAt(sets: Sets, id: string): { parameter: Parameter; rest: string[] } {
  const [scheme = '', key = '', ...rest] = id.split('.');
  const parameter = sets.get(scheme)?.parameters[key];
  if (!parameter) throw new Error(`no parameter ${id}`);
  return { parameter, rest };
}

function setField(sets: Sets, id: string, { value, month }: { value: unknown; month: string }): void {
  const { parameter, rest } = parameterAt(sets, id);
  const [key, part] = rest;
  if (key === undefined) {
    changeFrom(parameter, month, () => value);
    return;
  }
  const isIt = (each: TierData | BenefitData) => ('key' in each ? each.key : each.code) === key;
  changeFrom(parameter, month, list =>
    (list as (TierData | BenefitData)[]).map(each => (isIt(each) ? { ...each, [part ?? '']: value } : each)),
  );
}

/** Splits the entry in force at the month's first day: the law before, the draft's value from that day to its end. */
function changeFrom(parameter: Parameter, month: string, change: (value: unknown) => unknown): void {
  const entry = entryIn(parameter, month);
  if (!entry) return;
  const day = `${month}-01`;
  const value = change(entry.value);
  if (entry.from === day) {
    entry.value = value;
    return;
  }
  const at = parameter.values.indexOf(entry);
  const before = { ...entry, to: dayBefore(day) };
  parameter.values.splice(at, 1, before, { ...entry, from: day, value, confidence: 'designDefault' });
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

let known: string | undefined;

/** Fingerprint of the law as the product knows it now; it changes when any value, date or code does. */
export function lawMark(): string {
  const { sources: _, ...data } = definitions();
  known ??= createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
  return known;
}
