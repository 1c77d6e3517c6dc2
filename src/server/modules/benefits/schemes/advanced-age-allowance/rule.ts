import { birthday, type MonthSpan, monthOfDate } from '../../rules/civil-numbers.ts';
import { BIT, type Decision } from '../../rules/decision.ts';
import type { Facts } from '../../rules/facts.ts';
import type { AdvancedAgeLaw } from '../../rules/law.ts';
import { amountOf, isAfterMonthOf, noLaw, standingBlockers } from '../../rules/standing.ts';
import { startMonth } from '../../rules/start-month.ts';

/**
 * 高龄老年人津贴 of one person in one month, fen (160号二（三）、六). An age counts from the month of its birthday, so the
 * month in which someone turns 90 is paid at the higher amount. Other benefits do not touch it (160号三6 names two only).
 */
export function decideAdvancedAge(facts: Facts, law: AdvancedAgeLaw, month: MonthSpan): Decision {
  const { measure, tiers } = law;
  if (!measure.inForce || tiers.length === 0) return noLaw(measure);
  let blockers = standingBlockers(facts, month);
  if (isAfterMonthOf(facts.reviewFailedAdvancedAge, month)) blockers |= BIT['review-failed'];
  if (isAfterMonthOf(facts.lostAdvancedAge, month)) blockers |= BIT['conditions-lost'];

  let tier = -1;
  for (let at = 0; at < tiers.length && tier < 0; at++)
    if (birthday(facts.bornOn, tiers[at]?.minAge ?? 0) < month.next) tier = at;
  const belowAge = tier < 0;
  if (belowAge) blockers |= BIT['below-age'];

  const applied = facts.appliedAdvancedAge;
  if (applied === 0) return { amountFen: 0, blockers: blockers | BIT['no-application'], tier, from: -1, start: -1 };
  const oldEnough = birthday(facts.bornOn, tiers[tiers.length - 1]?.minAge ?? 0);
  const metOn = Math.max(facts.metAdvancedAge, oldEnough, measure.inForceFrom);
  const from = startMonth(metOn, applied, measure.graceMonths);
  if (from > month.index && !belowAge) blockers |= BIT['not-started'];
  const start = from === monthOfDate(applied) ? 0 : 1;
  return { amountFen: blockers === 0 ? amountOf(tiers, tier) : 0, blockers, tier, from, start };
}
