import { ECONOMIC_CLASSES, SCHEMES } from '#contracts/benefits/schemes.ts';
import { decide } from '../explain/decide.ts';
import type { Law } from '../law/compile.ts';
import { birthday, type DateNumber, firstOfMonth, type MonthSpan, monthOfDate } from '../rules/civil-numbers.ts';
import { BLOCKERS, type Decision } from '../rules/decision.ts';
import { type Facts, noFacts } from '../rules/facts.ts';

/**
 * Whoever has applied for nothing, has no 残疾证 and no ability result that stands, differs from others in a few things
 * only: ten bits and an age. The rules (schemes/…/rule.ts) are asked once for each of these cells and each month, and the
 * table is read for millions of people. It states no rule of its own: every cell is an answer of decide().
 */
export type DecisionTable = {
  /** Outcomes of the schemes by cell; nobody in the table is paid anything. */
  cells: Int32Array;
  monthBegins: DateNumber;
  /** Born before turns[n] = the nth age of the law (ascending) is reached within the month. */
  turns: Int32Array;
  /** A result of this day or later has not expired at the month's beginning. */
  standsFrom: DateNumber;
  /** A level below it needs no day. */
  minAbilityLevel: number;
};

/** Numbers in a cell, one of them spare. */
export const PER_CELL = 4;

/** Bits of a cell's number; the age stands above them. */
export const CELL = { died: 0, hukou: 1, family: 2, class: 3, level: 5, assessed: 8, age: 9 } as const;

/** One number for why: blockers, tier and start. */
export const outcomeOf = ({ blockers, tier, start }: Decision): number =>
  blockers | ((tier + 1) << TIER_AT) | ((start + 1) << START_AT);
const TIER_AT = BLOCKERS.length;
const START_AT = TIER_AT + 8;

/** The blockers of an outcome, as bits. */
export const blockersOf = (outcome: number): number => outcome & ((1 << TIER_AT) - 1);

const tables = new WeakMap<Law, DecisionTable>();

/** The table of a month's law, made at first use: some ten thousand questions to the rules. */
export function tableOf(law: Law): DecisionTable {
  const known = tables.get(law);
  if (known) return known;
  const table = makeTable(law);
  tables.set(law, table);
  return table;
}

function makeTable(law: Law): DecisionTable {
  const ages = [law.hardship.minAge, law.care.minAge, ...law.advancedAge.tiers.map(tier => tier.minAge)];
  const distinct = [...new Set(ages)].sort((a, b) => a - b);
  if (ECONOMIC_CLASSES.length > 4) throw new Error('核定表的格子放不下这么多身份');
  const turns = Int32Array.from(distinct, age => turnOf(age, law.span));
  const { abilityValidityMonths, minAbilityLevel } = law.care;
  const standsFrom = abilityValidityMonths > 0 ? firstOfMonth(law.month - abilityValidityMonths) : 0;
  const cells = new Int32Array((turns.length + 1) * (1 << CELL.age) * PER_CELL);
  for (let cell = 0; cell * PER_CELL < cells.length; cell++) {
    const facts = memberOf(cell, { turns, law });
    for (const [at, scheme] of SCHEMES.entries()) {
      const decision = decide(scheme, facts, law);
      if (decision.from !== -1 || decision.amountFen !== 0)
        throw new Error('核定表里的人没有可以起算的日子，规则却给出了起发月份或者金额');
      cells[cell * PER_CELL + at] = outcomeOf(decision);
    }
  }
  return { cells, turns, standsFrom, minAbilityLevel, monthBegins: law.span.first };
}

/** The first day of birth on which `age` is not reached before the month is over. */
function turnOf(age: number, month: MonthSpan): DateNumber {
  const first = month.next - age * 10_000;
  // Born on 29 February, 1 March of a common year is the birthday; 301 − 72 = 229.
  const leapDay = first - 72;
  return leapDay % 10_000 === 229 && birthday(leapDay, age) >= month.next ? leapDay : first;
}

/** Somebody who belongs in the cell. */
function memberOf(cell: number, { turns, law }: { turns: Int32Array; law: Law }): Facts {
  const bits = (from: number, until: number) => (cell >> from) & ((1 << (until - from)) - 1);
  const age = cell >> CELL.age;
  return {
    ...noFacts(),
    diedOn: bits(CELL.died, CELL.hukou) === 1 ? LONG_AGO : 0,
    hukouInBeijing: bits(CELL.hukou, CELL.family),
    familyPlanningSpecial: bits(CELL.family, CELL.class),
    economicClass: bits(CELL.class, CELL.level),
    abilityLevel: bits(CELL.level, CELL.assessed) - 1,
    // Where results never expire, none of them is read off the table.
    abilityAssessedOn: bits(CELL.assessed, CELL.age) === 1 && law.care.abilityValidityMonths > 0 ? LONG_AGO : 0,
    // The month before a turn: ages are years apart, so no other turn lies between.
    bornOn: age === 0 ? law.span.next : Math.max(LONG_AGO, firstOfMonth(monthOfDate(turns[age - 1] ?? 0) - 1)),
  };
}
const LONG_AGO = 18_000_101;
