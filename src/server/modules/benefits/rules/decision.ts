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

/** Written out, for a literal's numbers are folded into the rules' machine code; a test compares it with the order above. */
export const BIT = {
  'not-in-force': 1 << 0,
  abolished: 1 << 1,
  died: 1 << 2,
  'declared-missing': 1 << 3,
  'hukou-left': 1 << 4,
  'hukou-not-in-beijing': 1 << 5,
  imprisoned: 1 << 6,
  'review-failed': 1 << 7,
  'conditions-lost': 1 << 8,
  'below-age': 1 << 9,
  destitute: 1 << 10,
  'not-qualified': 1 << 11,
  'assessment-undated': 1 << 12,
  'assessment-expired': 1 << 13,
  'excluded-by-benefit': 1 << 14,
  'chose-other-benefit': 1 << 15,
  'other-benefit-higher': 1 << 16,
  'no-application': 1 << 17,
  'not-started': 1 << 18,
} as const satisfies Record<Blocker, number>;

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
