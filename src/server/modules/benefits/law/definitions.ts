import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { Confidence } from '#contracts/assessments/scales.ts';
import { BenefitEffect, DISABILITY_KINDS, ECONOMIC_CLASSES, SCHEMES } from '#contracts/benefits/schemes.ts';
import { CivilDateText } from '#contracts/nouns.ts';

const dated = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    label: z.string(),
    unit: z.string(),
    document: z.string(),
    clause: z.string(),
    /** `value: null` = abolished from that day. */
    values: z
      .array(
        z.strictObject({
          from: CivilDateText,
          to: CivilDateText.nullable(),
          value: value.nullable(),
          confidence: Confidence,
        }),
      )
      .min(1),
  });

const tier = { key: z.string(), nameZh: z.string(), amountFen: z.int().positive(), clause: z.string() };
const HardshipTier = z.strictObject({
  ...tier,
  economicClass: z.enum(ECONOMIC_CLASSES).optional(),
  orBenefit: z.string().optional(),
  familyPlanningSpecial: z.literal(true).optional(),
});
const CareTier = z.strictObject({
  ...tier,
  byAbility: z.boolean().default(false),
  disabilities: z.array(
    z.strictObject({
      kinds: z.array(z.enum(DISABILITY_KINDS)),
      grades: z.array(z.int().min(1).max(4)),
      multipleOnly: z.boolean().default(false),
    }),
  ),
});
const AgeTier = z.strictObject({ ...tier, minAge: z.int() });
const OtherBenefit = z.strictObject({
  code: z.string(),
  nameZh: z.string(),
  effect: BenefitEffect,
  schemes: z.array(z.enum(SCHEMES)),
  clause: z.string(),
});
export type OtherBenefit = z.infer<typeof OtherBenefit>;

const file = <T extends z.ZodRawShape>(scheme: string, parameters: T) =>
  z.strictObject({ scheme: z.literal(scheme), nameZh: z.string(), parameters: z.strictObject(parameters) });

const Hardship = file('hardship', { minAge: dated(z.int()), tiers: dated(z.array(HardshipTier)) });
const Care = file('care', {
  minAge: dated(z.int()),
  tiers: dated(z.array(CareTier)),
  minAbilityLevel: dated(z.int()),
  automaticOnAbility: dated(z.boolean()),
  abilityValidityMonths: dated(z.int().positive()),
});
const AdvancedAge = file('advancedAge', { tiers: dated(z.array(AgeTier)) });
const Measure = file('measure', {
  inForce: dated(z.literal(true)),
  hukouInBeijing: dated(z.literal(true)),
  payer: dated(z.string()),
  application: dated(z.literal(true)),
  graceMonths: dated(z.int()),
  stopsNextMonth: dated(z.literal(true)),
  otherBenefits: dated(z.array(OtherBenefit)),
  destituteClass: dated(z.enum(ECONOMIC_CLASSES)),
});

const ReasonCode = z.strictObject({
  code: z.string(),
  nameZh: z.string(),
  parameter: z.string(),
  inputs: z.array(z.string()).default([]),
  refusal: z.boolean().default(false),
});
export type ReasonCode = z.infer<typeof ReasonCode>;

const Source = z.looseObject({ id: z.string(), number: z.string(), title: z.string(), url: z.string().nullable() });
export type Source = z.infer<typeof Source>;

const read = (url: URL) => parse(readFileSync(url, 'utf8')) as unknown;
const schemeFile = (path: string) => read(new URL(`../schemes/${path}`, import.meta.url));

export type Dated<T> = {
  document: string;
  clause: string;
  values: { from: string; to: string | null; value: T | null }[];
};

function load() {
  const sources = z.array(Source).parse(read(new URL('../../../../../policies/sources.yaml', import.meta.url)));
  return {
    measure: Measure.parse(schemeFile('measure-2019-160/parameters.yaml')),
    hardship: Hardship.parse(schemeFile('hardship-allowance/parameters.yaml')),
    care: Care.parse(schemeFile('care-allowance/parameters.yaml')),
    advancedAge: AdvancedAge.parse(schemeFile('advanced-age-allowance/parameters.yaml')),
    reasonCodes: z.array(ReasonCode).parse(schemeFile('reason-codes.yaml')),
    sources: new Map(sources.map(source => [source.id, source])),
  };
}
export type Definitions = ReturnType<typeof load>;

let loaded: Definitions | undefined;

/** All parameters, codes and documents, read once; throws when a data file does not match its shape. */
export function definitions(): Definitions {
  loaded ??= load();
  return loaded;
}

const tables = new WeakMap<Definitions, OtherBenefit[]>();

/** All other benefits ever named, in a stable order: the position is the bit in Facts.benefits (at most 31). */
export function otherBenefitTable(from: Definitions): OtherBenefit[] {
  const known = tables.get(from);
  if (known) return known;
  const table = new Map<string, OtherBenefit>();
  for (const each of from.measure.parameters.otherBenefits.values)
    for (const benefit of each.value ?? []) table.set(benefit.code, benefit);
  if (table.size > 31) throw new Error('其他待遇超过 31 项，位图放不下');
  const list = [...table.values()];
  tables.set(from, list);
  return list;
}

/** The value in force on the first day of a month (`YYYY-MM`); null = none or abolished. */
export function valueIn<T>(parameter: Dated<T>, month: string): T | null {
  const day = `${month}-01`;
  return parameter.values.find(each => each.from <= day && (each.to === null || day <= each.to))?.value ?? null;
}
