import type { Change, NearestYes } from '#contracts/benefits/determination.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import { dayWords, monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import { type Law, lawOf } from '../law/compile.ts';
import { definitions, otherBenefitTable } from '../law/definitions.ts';
import { birthday, dateText, firstOfMonth, type MonthIndex, monthOfDate, monthText } from '../rules/civil-numbers.ts';
import { BLOCKERS, type Blocker, type Decision } from '../rules/decision.ts';
import type { Facts } from '../rules/facts.ts';
import { decide } from './decide.ts';

type DateField = Extract<keyof Facts, `${'applied' | 'met' | 'lost' | 'reviewFailed'}${string}`>;
type OwnFields = Record<'applied' | 'met' | 'lost' | 'reviewFailed' | 'appliedPath' | 'metPath', string> &
  Record<'applied' | 'met' | 'lost' | 'reviewFailed', DateField>;

/** The fields of one scheme: names in Facts and paths in the person's record. */
const OWN: Record<Scheme, OwnFields> = {
  hardship: {
    ...{ applied: 'appliedHardship', met: 'metHardship', lost: 'lostHardship', reviewFailed: 'reviewFailedHardship' },
    ...{ appliedPath: 'appliedOn.hardship', metPath: 'conditionsMetOn.hardship' },
  },
  care: {
    ...{ applied: 'appliedCare', met: 'metCare', lost: 'lostCare', reviewFailed: 'reviewFailedCare' },
    ...{ appliedPath: 'appliedOn.care', metPath: 'conditionsMetOn.care' },
  },
  advancedAge: {
    ...{ applied: 'appliedAdvancedAge', met: 'metAdvancedAge', lost: 'lostAdvancedAge' },
    ...{ reviewFailed: 'reviewFailedAdvancedAge' },
    ...{ appliedPath: 'appliedOn.advancedAge', metPath: 'conditionsMetOn.advancedAge' },
  },
};

/** A search for the nearest payment: the record as changed so far, and the month it is asked for. */
type Attempt = {
  scheme: Scheme;
  facts: Facts;
  month: MonthIndex;
  law: Law;
  decision: Decision;
  changes: Change[];
  steps: string[];
  impossible: string | null;
};

const NO_WAY: Record<'died' | 'abolished', string> = {
  died: '已去世，自去世次月起停发，不再有可以改变的条件',
  abolished: '该项标准已停止执行，没有可以改变的条件',
};

/**
 * What would turn a refusal into a payment: removes the blockers one after another on a copy of the record (waiting
 * counts as a change of `on`) and decides again, so the promised amount and month are what the rule itself answers.
 */
export function nearestYes(refusal: { scheme: Scheme; facts: Facts; law: Law; decision: Decision }): NearestYes {
  const { scheme, facts, law, decision } = refusal;
  const attempt: Attempt = {
    scheme,
    facts: { ...facts },
    month: law.month,
    law,
    decision,
    changes: [],
    steps: [],
    impossible: null,
  };
  for (let round = 0; round < 8 && attempt.decision.amountFen === 0; round++) {
    // Lowest bit first: the order of BLOCKERS, so a wait is known before a day in that month is named.
    for (let bits = attempt.decision.blockers; bits !== 0 && attempt.impossible === null; bits &= bits - 1)
      FIX_AT[31 - Math.clz32(bits & -bits)]?.(attempt);
    if (attempt.impossible !== null) break;
    attempt.law = lawOf(attempt.month);
    attempt.decision = decide(scheme, attempt.facts, attempt.law);
  }
  const { amountFen, from } = attempt.decision;
  if (amountFen === 0)
    return { sentence: attempt.impossible ?? '没有找到可以改变的条件', amountFen: 0, from: null, changes: [] };
  if (attempt.month !== law.month) change(attempt, 'on', monthText(attempt.month));
  const steps = attempt.steps.filter((step, at, all) => all.indexOf(step) === at).join('，');
  return {
    sentence: `${steps}，自${monthWords(monthText(from))}起每月 ${yuanText(amountFen)} 元`,
    amountFen,
    from: monthText(from),
    changes: attempt.changes,
  };
}

const yuanTexts = new Map<number, string>();

/** A handful of amounts fills millions of sentences; grouping digits each time is the slowest step of all. */
function yuanText(fen: number): string {
  const text = yuanTexts.get(fen) ?? fenToYuanText(fen);
  yuanTexts.set(fen, text);
  return text;
}

function change(attempt: Attempt, field: string, value: unknown): void {
  // A later round may have to name the same field again; lists are a handful long.
  const named = attempt.changes.find(each => each.field === field && each.op === undefined);
  if (named) named.value = value;
  else attempt.changes.push({ field, value });
}

const firstDayText = (month: MonthIndex): string => `${monthText(month)}-01`;

function waitUntil(attempt: Attempt, month: MonthIndex): void {
  attempt.month = Math.max(attempt.month, month);
}

/** A condition that begins now must not be paid back to an older recorded day. */
function conditionsBegin(attempt: Attempt): void {
  const day = firstOfMonth(attempt.month);
  const own = OWN[attempt.scheme];
  attempt.facts[own.met] = day;
  change(attempt, own.metPath, firstDayText(attempt.month));
}

const clear = (fields: readonly (keyof Facts & string)[], step: string) => (attempt: Attempt) => {
  for (const field of fields) {
    attempt.facts[field] = 0;
    change(attempt, field, null);
  }
  conditionsBegin(attempt);
  attempt.steps.push(step);
};

const clearOfScheme = (facts: 'lost' | 'reviewFailed', field: string, step: string) => (attempt: Attempt) => {
  attempt.facts[OWN[attempt.scheme][facts]] = 0;
  change(attempt, `${field}.${attempt.scheme}`, null);
  conditionsBegin(attempt);
  attempt.steps.push(step);
};

function moveToBeijing(attempt: Attempt): void {
  attempt.facts.hukouInBeijing = 1;
  change(attempt, 'hukouInBeijing', true);
  if (attempt.facts.hukouLeftOn !== 0) change(attempt, 'hukouLeftOn', null);
  attempt.facts.hukouLeftOn = 0;
  conditionsBegin(attempt);
  attempt.steps.push('户籍迁入本市后');
}

function growOlder(attempt: Attempt): void {
  const { law, scheme, facts } = attempt;
  const lowest = law.advancedAge.tiers.at(-1)?.minAge ?? 0;
  const age = scheme === 'advancedAge' ? lowest : law[scheme].minAge;
  const day = birthday(facts.bornOn, age);
  waitUntil(attempt, monthOfDate(day));
  attempt.steps.push(`满 ${age} 周岁（${dayWords(dateText(day))}）后`);
}

function qualify(attempt: Attempt): void {
  const { facts, scheme, law } = attempt;
  if (scheme === 'hardship') {
    // 低收入 is the class just above 低保, so it is the nearer one to reach.
    facts.economicClass = 2;
    change(attempt, 'economicClass', '低收入');
    attempt.steps.push('被认定为低收入家庭（或低保、或“计划生育特殊家庭”）后');
  } else {
    facts.abilityLevel = law.care.minAbilityLevel;
    change(attempt, 'abilityLevel', law.care.minAbilityLevel);
    assessNow(attempt, '经能力评估为重度失能后');
  }
  conditionsBegin(attempt);
}

function assessNow(attempt: Attempt, step: string): void {
  const day = firstOfMonth(attempt.month);
  attempt.facts.abilityAssessedOn = day;
  change(attempt, 'abilityAssessedOn', firstDayText(attempt.month));
  attempt.steps.push(step);
}

function leaveDestituteSupport(attempt: Attempt): void {
  const hardship = attempt.scheme === 'hardship';
  attempt.facts.economicClass = hardship ? 1 : 0;
  change(attempt, 'economicClass', hardship ? '低保' : 'none');
  conditionsBegin(attempt);
  attempt.steps.push(hardship ? '退出特困人员供养并被认定为低保后' : '退出特困人员供养后');
}

const giveUp = (kind: 'excludes' | 'chooses' | 'higher', word: string) => (attempt: Attempt) => {
  if (attempt.scheme === 'advancedAge') return;
  const mask = attempt.law[attempt.scheme].conflicts[kind] & attempt.facts.benefits;
  for (const [bit, benefit] of otherBenefitTable(definitions()).entries()) {
    if (!(mask & (1 << bit))) continue;
    attempt.changes.push({ field: 'otherBenefits', value: benefit.code, op: 'remove' });
    attempt.steps.push(`${word}${benefit.nameZh}后`);
  }
  attempt.facts.benefits &= ~mask;
  if (kind === 'higher') attempt.facts[attempt.scheme === 'care' ? 'rivalCareFen' : 'rivalHardshipFen'] = 0;
  conditionsBegin(attempt);
};

function apply(attempt: Attempt): void {
  const day = firstOfMonth(attempt.month);
  const own = OWN[attempt.scheme];
  attempt.facts[own.applied] = day;
  change(attempt, own.appliedPath, firstDayText(attempt.month));
  attempt.steps.push(`在${monthWords(monthText(attempt.month))}提出申请后`);
}

const no = (why: string) => (attempt: Attempt) => {
  attempt.impossible = why;
};

const FIXES: Record<Blocker, (attempt: Attempt) => void> = {
  'not-in-force': attempt => {
    const first = monthOfDate(attempt.law.hardship.measure.inForceFrom);
    if (attempt.month >= first) attempt.impossible = NO_WAY.abolished;
    waitUntil(attempt, first);
    attempt.steps.push(`${monthWords(monthText(first))}办法施行后`);
  },
  abolished: no(NO_WAY.abolished),
  died: no(NO_WAY.died),
  'declared-missing': clear(['declaredMissingOn'], '宣告失踪被撤销后'),
  'hukou-left': moveToBeijing,
  'hukou-not-in-beijing': moveToBeijing,
  imprisoned: clear(['imprisonedOn'], '刑满释放后'),
  'review-failed': clearOfScheme('reviewFailed', 'reviewFailedOn', '重新复核合格后'),
  'conditions-lost': clearOfScheme('lost', 'conditionsLostOn', '重新符合条件后'),
  'below-age': growOlder,
  destitute: leaveDestituteSupport,
  'not-qualified': qualify,
  'assessment-undated': attempt => assessNow(attempt, '补录能力评估日期后'),
  'assessment-expired': attempt => assessNow(attempt, '重新评估仍为重度失能后'),
  'excluded-by-benefit': giveUp('excludes', '停止享受'),
  'chose-other-benefit': giveUp('chooses', '放弃'),
  'other-benefit-higher': giveUp('higher', '停领'),
  'no-application': apply,
  'not-started': attempt => waitUntil(attempt, attempt.decision.from),
};

const FIX_AT = BLOCKERS.map(blocker => FIXES[blocker]);
