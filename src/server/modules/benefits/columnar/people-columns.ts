import { type Facts, noFacts } from '../rules/facts.ts';

/** Facts that say something of many people: a column each. */
export const USUAL_FACTS = [
  'bornOn',
  'hukouInBeijing',
  'diedOn',
  'economicClass',
  'familyPlanningSpecial',
  'abilityLevel',
  'abilityAssessedOn',
  'disabilities',
  'multipleDisability',
  'appliedHardship',
  'appliedCare',
  'appliedAdvancedAge',
] as const satisfies readonly (keyof Facts)[];
export type UsualFact = (typeof USUAL_FACTS)[number];

const RARE_FACTS = (Object.keys(noFacts()) as (keyof Facts)[]).filter(
  name => !(USUAL_FACTS as readonly string[]).includes(name),
);

/**
 * People as columns of 32-bit numbers (units of Facts). The other sixteen facts (other benefits, prison, days by scheme …)
 * concern one person in a hundred: whoever has one of them stands in `rare`, whole, and the columns of that row are not read.
 */
export type PeopleColumns = {
  readonly size: number;
  readonly usual: Readonly<Record<UsualFact, Int32Array>>;
  readonly rare: Map<number, Facts>;
};

/** Room for so many people, nothing known of any yet. */
export const newPeople = (size: number): PeopleColumns => ({
  size,
  usual: Object.fromEntries(USUAL_FACTS.map(name => [name, new Int32Array(size)])) as Record<UsualFact, Int32Array>,
  rare: new Map(),
});

/** Writes one person, where none stood before. */
export function putPerson({ usual, rare }: PeopleColumns, at: number, facts: Facts): void {
  for (const name of USUAL_FACTS) usual[name][at] = facts[name];
  if (RARE_FACTS.some(name => facts[name] !== 0)) rare.set(at, { ...facts });
}
