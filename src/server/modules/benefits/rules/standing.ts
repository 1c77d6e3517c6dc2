import type { DateNumber, MonthSpan } from './civil-numbers.ts';
import { BIT, type Decision } from './decision.ts';
import type { Facts } from './facts.ts';
import type { MeasureLaw } from './law.ts';

/** True from the month after the event: the month of the event itself is still paid (160号七（二）“次月起”). */
export const isAfterMonthOf = (event: DateNumber, month: MonthSpan): boolean => event !== 0 && event < month.first;

/** Blockers of the person that hold for every scheme, as bits (160号二、七（二）). */
export function standingBlockers(facts: Facts, month: MonthSpan): number {
  let blockers = 0;
  if (isAfterMonthOf(facts.diedOn, month)) blockers |= BIT.died;
  if (isAfterMonthOf(facts.declaredMissingOn, month)) blockers |= BIT['declared-missing'];
  // The day of leaving says more than the flag: the record may already read "not in Beijing" in the last paid month.
  if (facts.hukouLeftOn !== 0) {
    if (isAfterMonthOf(facts.hukouLeftOn, month)) blockers |= BIT['hukou-left'];
  } else if (facts.hukouInBeijing === 0) blockers |= BIT['hukou-not-in-beijing'];
  // Stops the month after the sentence begins, resumes the month after release.
  if (isAfterMonthOf(facts.imprisonedOn, month) && !isAfterMonthOf(facts.releasedOn, month)) blockers |= BIT.imprisoned;
  return blockers;
}

/** The answer of a month without law (before the measure, or the tiers abolished): nothing else is looked at. */
export const noLaw = (measure: MeasureLaw): Decision => ({
  amountFen: 0,
  blockers: measure.inForce ? BIT.abolished : BIT['not-in-force'],
  tier: -1,
  from: -1,
  start: -1,
});

/** Fen of a tier, 0 for none. The test comes first: an array asked for its element −1 is a slow look-up by name. */
export const amountOf = (tiers: readonly { readonly amountFen: number }[], tier: number): number =>
  tier < 0 ? 0 : (tiers[tier]?.amountFen ?? 0);
