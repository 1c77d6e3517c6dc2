import {
  type PlanStatus,
  VISIT_GROUP_LABELS,
  type VisitGroup,
  type VisitMethod,
  type VisitResult,
} from '#contracts/visits.ts';
import { addDays, ageOn, type CivilDate } from '#shared/dates.ts';
import {
  AFTER_ALARM_DAYS,
  CALLS_BEFORE_HOME,
  DISTRICTS,
  ELSEWHERE,
  FIRST_VISIT_DAYS,
  FREQUENCY,
  type Tier,
} from './parameters.ts';

/** What the register says about a person, as far as visits need it. */
export type VisitFacts = {
  areaCode: string;
  bornOn: CivilDate;
  living: string;
  leftBehind: boolean;
  abilityLevel: number | null;
  abilityValidTo: CivilDate | null;
  dementia: boolean;
  /** Kind and grade of disability certificates; grades 1 and 2 are 重度 (GB/T 26341). */
  disabilities: readonly { kind: string; grade: number }[];
  familyPlanningSpecial: boolean;
  wish: boolean;
  serviceMode: string;
  /** In hospital, in an institution or travelling, as recorded. */
  away?: boolean;
  alive: boolean;
};

export type Reason = { group: VisitGroup; label: string; reason: string; tier: Tier; until?: CivilDate };

const TIERS: readonly Tier[] = ['high', 'medium', 'low'];

/** Says why a person belongs to a group, or nothing. */
const FITS: Record<Exclude<VisitGroup, 'true-alarm'>, (facts: VisitFacts, today: CivilDate) => string | undefined> = {
  'oldest-alone': (f, today) =>
    f.living === '独居' && ageOn(f.bornOn, today) >= 80 ? `${ageOn(f.bornOn, today)} 岁，独居` : undefined,
  'oldest-empty-nest': (f, today) =>
    f.living === '空巢' && ageOn(f.bornOn, today) >= 80 ? `${ageOn(f.bornOn, today)} 岁，子女不在身边` : undefined,
  'disabled-dementia': (f, today) => (f.dementia ? '登记为失智' : disabled(f, today)),
  disabled: (f, today) => disabled(f, today),
  'severe-certificate': f => {
    const worst = f.disabilities.find(one => one.grade <= 2);
    return worst && `${worst.kind}残疾${worst.grade === 1 ? '一' : '二'}级`;
  },
  'special-family': f => (f.familyPlanningSpecial ? '登记为计划生育特殊家庭' : undefined),
  alone: f => (f.living === '独居' ? '居住方式登记为独居' : undefined),
  'empty-nest': f => (f.living === '空巢' ? '夫妻同住，子女不在身边' : undefined),
  'left-behind': f => (f.leftBehind ? '子女长期在外' : undefined),
};

const LEVELS = ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能'];

function disabled(f: VisitFacts, today: CivilDate): string | undefined {
  if (f.abilityLevel === null || f.abilityLevel < 1) return undefined;
  // An expired result stops new money, never a safety visit: the last known level counts until a new one is published.
  const expired = f.abilityValidTo !== null && f.abilityValidTo < today;
  return `评估为${LEVELS[f.abilityLevel] ?? '失能'}${expired ? '（评估已过期，探访照旧）' : ''}`;
}

/** Key groups the person's district names that this person falls into, the most frequent first. */
export function groupsOf(facts: VisitFacts, today: CivilDate): Reason[] {
  const district = DISTRICTS[facts.areaCode.slice(0, 6)] ?? ELSEWHERE;
  return district.groups
    .flatMap(({ group, tier }) => {
      const reason = group === 'true-alarm' ? undefined : FITS[group](facts, today);
      return reason ? [{ group, tier, reason, label: VISIT_GROUP_LABELS[group] }] : [];
    })
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

export const afterAlarm = (today: CivilDate): Reason => ({
  group: 'true-alarm',
  label: VISIT_GROUP_LABELS['true-alarm'],
  reason: `告警属实，${AFTER_ALARM_DAYS} 天内每 ${FREQUENCY.high} 天探访一次`,
  tier: 'high',
  until: addDays(today, AFTER_ALARM_DAYS),
});

export type KnownPlan = {
  reasons: readonly Reason[];
  lastVisitedOn: CivilDate | null;
  nextDueOn: CivilDate | null;
  frequencyDays: number;
};

export type Plan = {
  status: PlanStatus;
  group: VisitGroup;
  reasons: Reason[];
  frequencyDays: number;
  nextDueOn: CivilDate | null;
};

/**
 * The plan a person should have today; undefined when no group applies and none is known. Who does not wish to be
 * visited is excluded from the plan and stays contactable; who lives in an institution is paused.
 */
export function planOf(facts: VisitFacts, known: KnownPlan | undefined, today: CivilDate): Plan | undefined {
  const kept = known?.reasons.filter(reason => reason.until !== undefined && reason.until >= today) ?? [];
  const reasons = [...kept, ...groupsOf(facts, today)];
  const first = reasons[0] ?? known?.reasons[0];
  if (!first) return undefined;
  const status = statusOf(facts, reasons.length > 0);
  const frequencyDays = FREQUENCY[first.tier];
  const nextDueOn = status === 'active' ? dueOf(known, frequencyDays, today) : null;
  return { status, group: first.group, reasons: reasons.length > 0 ? reasons : [first], frequencyDays, nextDueOn };
}

function statusOf(facts: VisitFacts, fits: boolean): PlanStatus {
  if (!facts.alive) return 'ended';
  if (facts.away) return 'paused';
  if (!fits) return 'ended';
  if (facts.serviceMode !== 'home' || facts.living === '住养老机构') return 'paused';
  return facts.wish ? 'active' : 'excluded';
}

/** A changed frequency counts from the last visit, and never makes something due in the past. */
function dueOf(known: KnownPlan | undefined, frequencyDays: number, today: CivilDate): CivilDate {
  if (known?.nextDueOn && known.frequencyDays === frequencyDays) return known.nextDueOn;
  if (!known?.lastVisitedOn) return addDays(today, Math.min(FIRST_VISIT_DAYS, frequencyDays));
  const due = addDays(known.lastVisitedOn, frequencyDays);
  return due < today ? today : due;
}

export type After = { nextDueOn: CivilDate; unanswered: number; because: string | null; homeToday: boolean };

/** What a visit means for the next one: no answer is due again today, and two unanswered calls go to the door today. */
export function afterVisit(
  visit: { method: VisitMethod; result: VisitResult },
  plan: { unanswered: number; frequencyDays: number },
  today: CivilDate,
): After {
  if (visit.result !== 'no-answer')
    return { nextDueOn: addDays(today, plan.frequencyDays), unanswered: 0, because: null, homeToday: false };
  const unanswered = plan.unanswered + 1;
  if (visit.method === 'home')
    return { nextDueOn: today, unanswered, because: '上门无人应，请联系家属核实去向', homeToday: true };
  const homeToday = unanswered >= CALLS_BEFORE_HOME;
  const because = homeToday ? `${unanswered} 次电话无人接，须当天上门` : '电话无人接，今天再打一次';
  return { nextDueOn: today, unanswered, because, homeToday };
}

/** Items of the standard form that are missing although somebody answered. */
export const missingItems = (
  visit: { result: VisitResult; items: Partial<Record<string, string>> },
  wanted: readonly string[],
) => (visit.result === 'no-answer' ? [] : wanted.filter(item => !visit.items[item]));
