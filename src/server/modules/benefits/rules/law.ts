import type { DateNumber } from './civil-numbers.ts';

/** Other benefits that bear on one scheme, as bits of Facts.benefits. */
export type Conflicts = { excludes: number; chooses: number; higher: number };

/** The parameters in force in one month, compiled to numbers. `tiers` run from the highest to the lowest amount. */
export type MeasureLaw = { inForce: boolean; inForceFrom: DateNumber; graceMonths: number; destituteClass: number };

export type HardshipTier = { amountFen: number; economicClass: number; benefits: number; familyPlanning: boolean };
export type HardshipLaw = { measure: MeasureLaw; conflicts: Conflicts; minAge: number; tiers: readonly HardshipTier[] };

export type CareTier = { amountFen: number; byAbility: boolean; disabilities: number; ifMultiple: number };
export type CareLaw = {
  measure: MeasureLaw;
  conflicts: Conflicts;
  minAge: number;
  minAbilityLevel: number;
  automaticOnAbility: boolean;
  /** 0 = never expires. */
  abilityValidityMonths: number;
  tiers: readonly CareTier[];
  /** Position of the tier that assessed ability meets; −1 none. */
  abilityTier: number;
};

export type AgeTier = { amountFen: number; minAge: number };
export type AdvancedAgeLaw = { measure: MeasureLaw; tiers: readonly AgeTier[] };
