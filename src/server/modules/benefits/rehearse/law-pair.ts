import { SCHEMES } from '#contracts/benefits/schemes.ts';
import type { DraftChanges } from '#contracts/rehearsals/draft.ts';
import { compileLaw, type Law, lawOf } from '../law/compile.ts';
import {
  addMonths,
  type DateNumber,
  firstOfMonth,
  type MonthIndex,
  monthIndex,
  monthOfDate,
} from '../rules/civil-numbers.ts';
import type { Facts } from '../rules/facts.ts';
import { draftDefinitions } from './draft-law.ts';

export type Question = {
  startsMonth: string;
  months: number;
  /** Assessments that run out are taken as renewed with the same level. */
  reassessed: boolean;
  changes: DraftChanges;
};

/** The law in force and the law of the draft, month by month; everything that does not depend on a person. */
export type LawPair = {
  first: MonthIndex;
  /** First day of the month before: a stop in that month still changes the first one. */
  since: DateNumber;
  months: number;
  reassessed: boolean;
  old: readonly Law[];
  new: readonly Law[];
  /** Per scheme: does the draft touch it at all? */
  touched: readonly boolean[];
  /** Offsets at which either law differs from the month before. */
  breaks: readonly number[];
  /** Ages at which anything begins or ends under either law. */
  ages: readonly number[];
  validities: readonly number[];
};

/** Compiles both laws for every month of the question; `changes` must have passed checkChanges. */
export function lawPair({ startsMonth, months, reassessed, changes }: Question): LawPair {
  const first = monthIndex(startsMonth);
  const draft = draftDefinitions(changes, startsMonth);
  const series = (compile: (month: MonthIndex) => Law) =>
    Array.from({ length: months }, (_, at) => renewed(compile(first + at), reassessed && at > 0));
  const old = series(lawOf);
  const drafted = series(month => compileLaw(draft, month));
  const texts = (laws: Law[]) => laws.map(law => JSON.stringify({ ...law, month: 0, care: renewed(law, true).care }));
  const [oldTexts, newTexts] = [texts(old), texts(drafted)];
  const differs = (list: string[], at: number) => list[at] !== list[at - 1];
  const all = [...old, ...drafted];
  return {
    ...{ first, since: firstOfMonth(first - 1), months, reassessed, old, new: drafted },
    touched: SCHEMES.map(scheme =>
      old.some((law, at) => JSON.stringify(law[scheme]) !== JSON.stringify(drafted[at]?.[scheme])),
    ),
    breaks: Array.from({ length: months }, (_, at) => at).filter(
      at => at > 0 && (differs(oldTexts, at) || differs(newTexts, at)),
    ),
    ages: [...new Set(all.flatMap(agesIn))].sort((a, b) => a - b),
    validities: [...new Set(all.map(law => law.care.abilityValidityMonths))].filter(months => months > 0),
  };
}

/** From the second month on a result that stands in the first one does not run out. */
const renewed = (law: Law, on: boolean): Law =>
  on ? { ...law, care: { ...law.care, abilityValidityMonths: 0 } } : law;

/** Whoever's result has run out before the first month stays without one: nobody assumes what was not done in time. */
export function standingFacts(facts: Facts, pair: LawPair, law: Law): Facts {
  const validity = law.care.abilityValidityMonths;
  if (!pair.reassessed || validity === 0 || facts.abilityAssessedOn === 0) return facts;
  const ends = monthOfDate(addMonths(facts.abilityAssessedOn, validity));
  return pair.first > ends ? { ...facts, abilityAssessedOn: 0 } : facts;
}

function agesIn(law: unknown): number[] {
  if (typeof law !== 'object' || law === null) return [];
  return Object.entries(law).flatMap(([key, value]) =>
    key === 'minAge' && typeof value === 'number' ? [value] : agesIn(value),
  );
}
