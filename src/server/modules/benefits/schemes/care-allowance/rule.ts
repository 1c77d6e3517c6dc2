import {
  addMonths,
  birthday,
  type DateNumber,
  type MonthIndex,
  type MonthSpan,
  monthOfDate,
} from '../../rules/civil-numbers.ts';
import { BIT, type Decision } from '../../rules/decision.ts';
import type { Facts } from '../../rules/facts.ts';
import type { CareLaw } from '../../rules/law.ts';
import { amountOf, isAfterMonthOf, noLaw, standingBlockers } from '../../rules/standing.ts';
import { startMonth } from '../../rules/start-month.ts';

/** One of the two ways to this allowance: `tier` −1 not met; `from` −1 met but not applied for. */
type Path = { tier: number; from: MonthIndex; start: number; blocker: number };

/**
 * 失能老年人护理补贴 of one person in one month, fen (160号二（二）、三、四（二）、六). Two ways: assessed ability, which
 * starts by itself, and the 残疾证, which is applied for. The higher way that has started is paid.
 */
export function decideCare(facts: Facts, law: CareLaw, month: MonthSpan): Decision {
  const { measure, conflicts } = law;
  if (!measure.inForce || law.tiers.length === 0) return noLaw(measure);
  let blockers = standingBlockers(facts, month);
  if (isAfterMonthOf(facts.reviewFailedCare, month)) blockers |= BIT['review-failed'];
  if (isAfterMonthOf(facts.lostCare, month)) blockers |= BIT['conditions-lost'];
  const oldEnough = birthday(facts.bornOn, law.minAge);
  const belowAge = oldEnough >= month.next;
  if (belowAge) blockers |= BIT['below-age'];
  const floor = Math.max(oldEnough, measure.inForceFrom);

  const ability = abilityPath(facts, law, { month, floor });
  const disability = disabilityPath(facts, law, floor);
  const { tier, from, start } = chooseWay(ability, disability, month.index);
  if (facts.economicClass === measure.destituteClass) blockers |= BIT.destitute;
  if (tier < 0) blockers |= ability.blocker;
  else if (from < 0) blockers |= BIT['no-application'];
  else if (from > month.index && !belowAge) blockers |= BIT['not-started'];

  const amountFen = amountOf(law.tiers, tier);
  if (facts.benefits & conflicts.excludes) blockers |= BIT['excluded-by-benefit'];
  if (facts.benefits & conflicts.chooses) blockers |= BIT['chose-other-benefit'];
  if (amountFen > 0 && facts.benefits & conflicts.higher && facts.rivalCareFen >= amountFen)
    blockers |= BIT['other-benefit-higher'];
  return { amountFen: blockers === 0 ? amountFen : 0, blockers, tier, from, start };
}

/** A result counts from the day of assessment through the month in which its validity ends. */
function abilityPath(facts: Facts, law: CareLaw, at: { month: MonthSpan; floor: DateNumber }): Path {
  const tier = law.abilityTier;
  if (facts.abilityLevel < law.minAbilityLevel || tier < 0)
    return { tier: -1, from: -1, start: -1, blocker: BIT['not-qualified'] };
  const assessed = facts.abilityAssessedOn;
  if (assessed === 0) return { tier: -1, from: -1, start: -1, blocker: BIT['assessment-undated'] };
  const validity = law.abilityValidityMonths;
  if (validity > 0 && addMonths(assessed, validity) < at.month.first)
    return { tier: -1, from: -1, start: -1, blocker: BIT['assessment-expired'] };
  const applied = facts.appliedCare;
  const automatic = law.automaticOnAbility && (applied === 0 || assessed < applied);
  const trigger = automatic ? assessed : applied;
  if (trigger === 0) return { tier, from: -1, start: -1, blocker: 0 };
  const from = startMonth(Math.max(facts.metCare || assessed, at.floor), trigger, law.measure.graceMonths);
  return { tier, from, start: automatic ? 2 : from === monthOfDate(trigger) ? 0 : 1, blocker: 0 };
}

function disabilityPath(facts: Facts, law: CareLaw, floor: DateNumber): Path {
  const tier = facts.disabilities === 0 ? -1 : certificateTier(facts, law);
  const applied = facts.appliedCare;
  if (tier < 0 || applied === 0) return { tier, from: -1, start: -1, blocker: 0 };
  const from = startMonth(Math.max(facts.metCare || applied, floor), applied, law.measure.graceMonths);
  return { tier, from, start: from === monthOfDate(applied) ? 0 : 1, blocker: 0 };
}

/** The highest tier that the 残疾证 meets; −1 none. */
function certificateTier({ disabilities, multipleDisability }: Facts, { tiers }: CareLaw): number {
  for (let at = 0; at < tiers.length; at++) {
    const tier = tiers[at];
    if (!tier) continue;
    if ((disabilities & tier.disabilities) !== 0) return at;
    if (multipleDisability === 1 && (disabilities & tier.ifMultiple) !== 0) return at;
  }
  return -1;
}

/** The highest way that has started by `month`; else the one that starts first; else one still to be applied for. */
function chooseWay(
  ability: Path,
  disability: Path,
  month: MonthIndex,
): { tier: number; from: MonthIndex; start: number } {
  if (ability.tier < 0 || disability.tier < 0) return ability.tier < 0 ? disability : ability;
  if (ability.from < 0 || disability.from < 0) return ability.from < 0 ? disability : ability;
  const first = disability.from < ability.from ? disability : ability;
  if (first.from > month) return first;
  const second = first === ability ? disability : ability;
  if (second.from > month) return first;
  // Both run: the better tier sets the amount, the earlier way is when payment began.
  return { tier: Math.min(ability.tier, disability.tier), from: first.from, start: first.start };
}
