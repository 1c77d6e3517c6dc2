import type { DateNumber } from './civil-numbers.ts';

/** Amount of another benefit that was named without its amount: never lower than ours. */
export const UNKNOWN_FEN = 2_147_483_647;

/** `economicClass` as a number = position in ECONOMIC_CLASSES. */
export const CLASS_NONE = 0;

/**
 * Everything the rules look at, as 32-bit numbers: dates yyyymmdd with 0 for none, flags 0 or 1, sets as bits. One field
 * is one column. `disabilities`: bit kind × 4 + grade − 1. `benefits`: bit = position in the table of other benefits.
 */
export type Facts = {
  bornOn: DateNumber;
  hukouInBeijing: number;
  hukouLeftOn: DateNumber;
  diedOn: DateNumber;
  declaredMissingOn: DateNumber;
  imprisonedOn: DateNumber;
  releasedOn: DateNumber;
  economicClass: number;
  familyPlanningSpecial: number;
  /** −1 = never assessed. */
  abilityLevel: number;
  abilityAssessedOn: DateNumber;
  disabilities: number;
  multipleDisability: number;
  benefits: number;
  /** The highest 福利性生活补贴 and 护理补贴 drawn, fen a month; 0 none, UNKNOWN_FEN without amount. */
  rivalHardshipFen: number;
  rivalCareFen: number;
  appliedHardship: DateNumber;
  appliedCare: DateNumber;
  appliedAdvancedAge: DateNumber;
  metHardship: DateNumber;
  metCare: DateNumber;
  metAdvancedAge: DateNumber;
  lostHardship: DateNumber;
  lostCare: DateNumber;
  lostAdvancedAge: DateNumber;
  reviewFailedHardship: DateNumber;
  reviewFailedCare: DateNumber;
  reviewFailedAdvancedAge: DateNumber;
};

export const disabilityBit = (kind: number, grade: number): number => 1 << (kind * 4 + grade - 1);

/** A person of whom nothing is known: never assessed, no date, no flag. */
export const noFacts = (): Facts => ({
  bornOn: 0,
  hukouInBeijing: 0,
  hukouLeftOn: 0,
  diedOn: 0,
  declaredMissingOn: 0,
  imprisonedOn: 0,
  releasedOn: 0,
  economicClass: CLASS_NONE,
  familyPlanningSpecial: 0,
  abilityLevel: -1,
  abilityAssessedOn: 0,
  disabilities: 0,
  multipleDisability: 0,
  benefits: 0,
  rivalHardshipFen: 0,
  rivalCareFen: 0,
  appliedHardship: 0,
  appliedCare: 0,
  appliedAdvancedAge: 0,
  metHardship: 0,
  metCare: 0,
  metAdvancedAge: 0,
  lostHardship: 0,
  lostCare: 0,
  lostAdvancedAge: 0,
  reviewFailedHardship: 0,
  reviewFailedCare: 0,
  reviewFailedAdvancedAge: 0,
});
