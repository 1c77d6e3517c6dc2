import type { MonthIndex } from './civil-numbers.ts';

/** Reasons for a refusal, in the order they are told; names are the codes of schemes/reason-codes.yaml. */
export const BLOCKERS = [
  'not-in-force',
  'abolished',
  'died',
  'declared-missing',
  'hukou-left',
  'hukou-not-in-beijing',
  'imprisoned',
  'review-failed',
  'conditions-lost',
  'below-age',
  'destitute',
  'not-qualified',
  'assessment-undated',
  'assessment-expired',
  'excluded-by-benefit',
  'chose-other-benefit',
  'other-benefit-higher',
  'no-application',
  'not-started',
] as const;
export type Blocker = (typeof BLOCKERS)[number];

export const BIT = Object.fromEntries(BLOCKERS.map((name, at) => [name, 1 << at])) as Record<Blocker, number>;

/** How the start was found; names are reason codes. */
export const STARTS = ['from-application-month', 'from-condition-month', 'automatic'] as const;

/** The bare outcome for one scheme and month: numbers only, explained elsewhere. `tier` −1 = none. */
export type Decision = {
  amountFen: number;
  blockers: number;
  tier: number;
  /** First month of payment, known also while it lies ahead; −1 = unknown. */
  from: MonthIndex;
  /** Position in STARTS; −1 = unknown. */
  start: number;
};
