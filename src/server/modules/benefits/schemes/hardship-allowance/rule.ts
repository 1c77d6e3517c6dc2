import { birthday, type MonthSpan, monthOfDate } from '../../rules/civil-numbers.ts';
import { BIT, type Decision } from '../../rules/decision.ts';
import type { Facts } from '../../rules/facts.ts';
import type { HardshipLaw } from '../../rules/law.ts';
import { amountOf, isAfterMonthOf, noLaw, standingBlockers } from '../../rules/standing.ts';
import { startMonth } from '../../rules/start-month.ts';

/** 困难老年人养老服务补贴 of one person in one month, fen (160号二（一）、三、六). Pure; every number comes from `law`. */
export function decideHardship(facts: Facts, law: HardshipLaw, month: MonthSpan): Decision {
  const { measure, conflicts } = law;
  if (!measure.inForce || law.tiers.length === 0) return noLaw(measure);
  let blockers = standingBlockers(facts, month);
  if (isAfterMonthOf(facts.reviewFailedHardship, month)) blockers |= BIT['review-failed'];
  if (isAfterMonthOf(facts.lostHardship, month)) blockers |= BIT['conditions-lost'];
  const oldEnough = birthday(facts.bornOn, law.minAge);
  const belowAge = oldEnough >= month.next;
  if (belowAge) blockers |= BIT['below-age'];

  const tier = tierOf(facts, law);
  if (facts.economicClass === measure.destituteClass) blockers |= BIT.destitute;
  else if (tier < 0) blockers |= BIT['not-qualified'];
  const amountFen = amountOf(law.tiers, tier);

  if (facts.benefits & conflicts.excludes) blockers |= BIT['excluded-by-benefit'];
  if (facts.benefits & conflicts.chooses) blockers |= BIT['chose-other-benefit'];
  if (amountFen > 0 && facts.benefits & conflicts.higher && facts.rivalHardshipFen >= amountFen)
    blockers |= BIT['other-benefit-higher'];

  const applied = facts.appliedHardship;
  if (applied === 0) return { amountFen: 0, blockers: blockers | BIT['no-application'], tier, from: -1, start: -1 };
  // Without a recorded day the class counts as met when applied for; never before the age or the measure.
  const metOn = Math.max(facts.metHardship || applied, oldEnough, measure.inForceFrom);
  const from = startMonth(metOn, applied, measure.graceMonths);
  if (from > month.index && !belowAge) blockers |= BIT['not-started'];
  const start = from === monthOfDate(applied) ? 0 : 1;
  return { amountFen: blockers === 0 ? amountFen : 0, blockers, tier, from, start };
}

/** The first, that is the highest, tier met; −1 none. */
function tierOf(facts: Facts, law: HardshipLaw): number {
  if (facts.economicClass === law.measure.destituteClass) return -1;
  for (let at = 0; at < law.tiers.length; at++) {
    const tier = law.tiers[at];
    if (!tier) continue;
    if (tier.economicClass === facts.economicClass) return at;
    if (facts.benefits & tier.benefits) return at;
    if (tier.familyPlanning && facts.familyPlanningSpecial === 1) return at;
  }
  return -1;
}
