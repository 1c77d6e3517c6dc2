import { DISABILITY_KINDS, ECONOMIC_CLASSES } from '#contracts/benefits/schemes.ts';
import { dateNumber, type MonthIndex, type MonthSpan, monthText, spanOf } from '../rules/civil-numbers.ts';
import { disabilityBit } from '../rules/facts.ts';
import type { AdvancedAgeLaw, CareLaw, CareTier, Conflicts, HardshipLaw, MeasureLaw } from '../rules/law.ts';
import { type Definitions, definitions, type OtherBenefit, otherBenefitTable, valueIn } from './definitions.ts';

/** The law of one month as numbers; the three rules read nothing else. */
export type Law = {
  month: MonthIndex;
  span: MonthSpan;
  hardship: HardshipLaw;
  care: CareLaw;
  advancedAge: AdvancedAgeLaw;
};

const compiled = new Map<MonthIndex, Law>();

/** Compiles the parameters in force in a month, once per month and process. */
export function lawOf(month: MonthIndex): Law {
  const known = compiled.get(month);
  if (known) return known;
  const law = compileLaw(definitions(), month);
  compiled.set(month, law);
  return law;
}

/** Compiles any definitions (a draft law, too) for a month. */
export function compileLaw(from: Definitions, month: MonthIndex): Law {
  const text = monthText(month);
  const measure = compileMeasure(from, text);
  const table = otherBenefitTable(from);
  const inForce = valueIn(from.measure.parameters.otherBenefits, text) ?? [];
  const conflictsOf = (scheme: 'hardship' | 'care'): Conflicts => {
    const bits = (effect: OtherBenefit['effect']) =>
      maskOf(table, each =>
        inForce.some(it => it.code === each.code && it.effect === effect && it.schemes.includes(scheme)),
      );
    return { excludes: bits('excludes'), chooses: bits('elder-chooses'), higher: bits('higher') };
  };
  const hardship = from.hardship.parameters;
  const care = from.care.parameters;
  const careTiers = descending(valueIn(care.tiers, text) ?? []).map(compileCareTier);
  return {
    month,
    span: spanOf(month),
    hardship: {
      measure,
      conflicts: conflictsOf('hardship'),
      minAge: valueIn(hardship.minAge, text) ?? 0,
      tiers: descending(valueIn(hardship.tiers, text) ?? []).map(tier => ({
        amountFen: tier.amountFen,
        economicClass: tier.economicClass ? ECONOMIC_CLASSES.indexOf(tier.economicClass) : -1,
        benefits: maskOf(table, each => each.code === tier.orBenefit),
        familyPlanning: tier.familyPlanningSpecial === true,
      })),
    },
    care: {
      measure,
      conflicts: conflictsOf('care'),
      minAge: valueIn(care.minAge, text) ?? 0,
      minAbilityLevel: valueIn(care.minAbilityLevel, text) ?? Number.POSITIVE_INFINITY,
      automaticOnAbility: valueIn(care.automaticOnAbility, text) ?? false,
      abilityValidityMonths: valueIn(care.abilityValidityMonths, text) ?? 0,
      tiers: careTiers,
      abilityTier: careTiers.findIndex(each => each.byAbility),
    },
    advancedAge: { measure, tiers: descending(valueIn(from.advancedAge.parameters.tiers, text) ?? []) },
  };
}

const descending = <T extends { amountFen: number }>(tiers: T[]): T[] =>
  tiers.toSorted((a, b) => b.amountFen - a.amountFen);

const maskOf = (table: OtherBenefit[], matches: (benefit: OtherBenefit) => boolean): number =>
  table.reduce((mask, benefit, bit) => (matches(benefit) ? mask | (1 << bit) : mask), 0);

function compileMeasure(from: Definitions, month: string): MeasureLaw {
  const { inForce, graceMonths, destituteClass } = from.measure.parameters;
  const destitute = valueIn(destituteClass, month);
  return {
    inForce: valueIn(inForce, month) === true,
    // 160号六 counts late applications 自实施之日起, so nothing is met before the first day of the measure.
    inForceFrom: dateNumber(inForce.values[0]?.from ?? ''),
    graceMonths: valueIn(graceMonths, month) ?? 0,
    destituteClass: destitute ? ECONOMIC_CLASSES.indexOf(destitute) : -1,
  };
}

type CareTierData = NonNullable<Definitions['care']['parameters']['tiers']['values'][number]['value']>[number];

function compileCareTier(tier: CareTierData): CareTier {
  let always = 0;
  let ifMultiple = 0;
  for (const { kinds, grades, multipleOnly } of tier.disabilities)
    for (const kind of kinds)
      for (const grade of grades) {
        const bit = disabilityBit(DISABILITY_KINDS.indexOf(kind), grade);
        if (multipleOnly) ifMultiple |= bit;
        else always |= bit;
      }
  return { amountFen: tier.amountFen, byAbility: tier.byAbility, disabilities: always, ifMultiple };
}
