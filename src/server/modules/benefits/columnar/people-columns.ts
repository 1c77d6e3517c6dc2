import type { Facts } from '../rules/facts.ts';

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
  // By name: a loop over names looks every one of them up for every person.
  usual.bornOn[at] = facts.bornOn;
  usual.hukouInBeijing[at] = facts.hukouInBeijing;
  usual.diedOn[at] = facts.diedOn;
  usual.economicClass[at] = facts.economicClass;
  usual.familyPlanningSpecial[at] = facts.familyPlanningSpecial;
  usual.abilityLevel[at] = facts.abilityLevel;
  usual.abilityAssessedOn[at] = facts.abilityAssessedOn;
  usual.disabilities[at] = facts.disabilities;
  usual.multipleDisability[at] = facts.multipleDisability;
  usual.appliedHardship[at] = facts.appliedHardship;
  usual.appliedCare[at] = facts.appliedCare;
  usual.appliedAdvancedAge[at] = facts.appliedAdvancedAge;
  if (isRare(facts)) rare.set(at, { ...facts });
}

const isRare = (facts: Facts): boolean =>
  (facts.hukouLeftOn |
    facts.declaredMissingOn |
    facts.imprisonedOn |
    facts.releasedOn |
    facts.benefits |
    facts.rivalHardshipFen |
    facts.rivalCareFen |
    facts.metHardship |
    facts.metCare |
    facts.metAdvancedAge |
    facts.lostHardship |
    facts.lostCare |
    facts.lostAdvancedAge |
    facts.reviewFailedHardship |
    facts.reviewFailedCare |
    facts.reviewFailedAdvancedAge) !==
  0;
