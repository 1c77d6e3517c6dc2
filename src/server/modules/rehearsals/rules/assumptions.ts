import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import { Confidence } from '#contracts/confidence.ts';
import { type Draft, DraftField } from '#contracts/rehearsals/draft.ts';
import { institutionParameter } from '#modules/benefits/places/index.ts';

const Deaths = z.strictObject({
  label: z.string(),
  confidence: Confidence,
  values: z.array(z.strictObject({ fromAge: z.int(), yearly: z.number().min(0).max(1) })).min(1),
});
const Funding = z.strictObject({
  document: z.string(),
  documentNumber: z.string(),
  clause: z.string(),
  confidence: Confidence,
  from: z.string(),
  care: z.int(),
  advancedAge: z.array(z.strictObject({ minAge: z.int(), fen: z.int() })),
});
const BedSubsidy = z.strictObject({
  documentNumber: z.string(),
  fields: z.array(
    z.union([
      DraftField.omit({ group: true, documentNumber: true }),
      // A value of the scheme institutionOperating: named, never written twice.
      DraftField.omit({ group: true, documentNumber: true, value: true, confidence: true }).extend({
        sameAs: z.string(),
      }),
    ]),
  ),
});

const read = (name: string) => parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')) as unknown;

export const deaths = z.strictObject({ deaths: Deaths }).parse(read('assumptions.yaml')).deaths;
export const funding = Funding.parse(read('funding.yaml'));

const subsidy = BedSubsidy.parse(read('bed-subsidy.yaml'));
function fieldOf(given: (typeof subsidy.fields)[number]): Omit<DraftField, 'group' | 'documentNumber'> {
  if (!('sameAs' in given)) return given;
  const { sameAs, ...field } = given;
  return { ...field, ...institutionParameter(sameAs) };
}

/** The parameter of 养老机构运营补贴 that a field stands for; undefined = a value of the example alone. */
export function bedParameterOf(id: string): string | undefined {
  const given = subsidy.fields.find(each => each.id === id);
  return given && 'sameAs' in given ? given.sameAs : undefined;
}

/** The fields of the worked example 补床头 → 补人头; no document with amounts was found. */
export const bedFields: DraftField[] = subsidy.fields
  .map(given => fieldOf(given))
  .map(field => ({
    ...field,
    group: field.kind === 'integer' ? '过渡：每年按床位、按人头各发全额的百分之几（样例）' : '机构运营补贴（样例）',
    documentNumber: subsidy.documentNumber,
    ...(field.kind === 'fen' && { min: 0, max: 10_000_000 }),
    ...(field.kind === 'integer' && { min: 0, max: 100 }),
  }));

/** The example's values: the draft's own, else those prepared. */
export function bedValues(changes: Draft['changes']): ReadonlyMap<string, number | boolean | string> {
  const values = new Map(bedFields.map(field => [field.id, field.value]));
  for (const { field, value } of changes.set) values.set(field, value);
  return values;
}

const MOST_MONTHS = 48;
const OLDEST = 125 * 12;
let table: Float64Array | undefined;

/** Chance that somebody of so many months of age is alive `after` months later, by the assumed yearly rates. */
export function survival(ageMonths: number, after: number): number {
  table ??= makeTable();
  const age = Math.min(Math.max(0, ageMonths), OLDEST - 1);
  return table[age * MOST_MONTHS + Math.min(after, MOST_MONTHS - 1)] ?? 0;
}

function makeTable(): Float64Array {
  const monthly = Array.from({ length: OLDEST + MOST_MONTHS }, (_, age) => {
    const yearly = deaths.values.findLast(each => age >= each.fromAge * 12)?.yearly ?? 0;
    return (1 - yearly) ** (1 / 12);
  });
  const made = new Float64Array(OLDEST * MOST_MONTHS);
  for (let age = 0; age < OLDEST; age++) {
    let alive = 1;
    for (let after = 0; after < MOST_MONTHS; after++) {
      made[age * MOST_MONTHS + after] = alive;
      alive *= monthly[age + after] ?? 1;
    }
  }
  return made;
}

/** What the city transfers for one paid person-month (160号八), fen; the district of 户籍 bears the rest. */
export function cityShare(scheme: number, ageMonths: number): number {
  const name: Scheme = SCHEMES[scheme] ?? 'hardship';
  if (name === 'care') return funding.care;
  if (name !== 'advancedAge') return 0;
  return funding.advancedAge.find(tier => ageMonths >= tier.minAge * 12)?.fen ?? 0;
}
