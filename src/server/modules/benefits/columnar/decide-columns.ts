import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { decide } from '../explain/decide.ts';
import type { Law } from '../law/compile.ts';
import type { Decision } from '../rules/decision.ts';
import { noFacts } from '../rules/facts.ts';
import { CELL, type DecisionTable, outcomeOf, PER_CELL, tableOf } from './decision-table.ts';
import type { PeopleColumns } from './people-columns.ts';

const WIDTH = SCHEMES.length;

/** Answers by person and scheme, at `person * 3 + position in SCHEMES`: fen, outcome (outcomeOf), first month or −1. */
export type Decisions = { amounts: Int32Array; outcomes: Int32Array; from: Int32Array };

export const newDecisions = (size: number): Decisions => ({
  amounts: new Int32Array(size * WIDTH),
  outcomes: new Int32Array(size * WIDTH),
  from: new Int32Array(size * WIDTH),
});

/** People looked at together: their answers stay in the processor's nearest memory until they are whole. */
const BLOCK = 2_048;

/**
 * What decide() answers for each person and scheme, over columns: whoever has nothing to count from is read off the table
 * of the month, the others are put to the rule one by one. Overwrites `into`.
 */
export function decideColumns(people: PeopleColumns, law: Law, into: Decisions): void {
  const table = tableOf(law);
  const asked = new Uint8Array(BLOCK);
  into.amounts.fill(0);
  into.from.fill(-1);
  for (let first = 0; first < people.size; first += BLOCK) {
    const block = { people, first, until: Math.min(people.size, first + BLOCK), asked, into };
    readTable(block, table);
    askRules(block, law);
  }
  for (const [person, facts] of people.rare)
    for (const [at, scheme] of SCHEMES.entries()) keep(into, person * WIDTH + at, decide(scheme, facts, law));
}

/** `asked`: bits of the schemes that a person's own days decide, 1 hardship, 2 care, 4 advanced age. */
type Block = { people: PeopleColumns; first: number; until: number; asked: Uint8Array; into: Decisions };

function readTable({ people, first, until, asked, into }: Block, table: DecisionTable): void {
  const { usual } = people;
  const { bornOn, hukouInBeijing, diedOn, economicClass, familyPlanningSpecial, abilityLevel } = usual;
  const { abilityAssessedOn, disabilities, appliedHardship, appliedCare, appliedAdvancedAge } = usual;
  const { cells, turns, standsFrom, minAbilityLevel, monthBegins } = table;
  const [turn0 = 0, turn1 = 0, turn2 = 0, turn3 = 0] = turns;
  const { outcomes } = into;
  for (let i = first; i < until; i++) {
    const born = bornOn[i] as number;
    const died = diedOn[i] as number;
    const level = abilityLevel[i] as number;
    const assessed = abilityAssessedOn[i] as number;
    // The sign bit of a difference is the comparison, without a branch to guess wrong.
    let ages = ((born - turn0) >>> 31) + ((born - turn1) >>> 31) + ((born - turn2) >>> 31) + ((born - turn3) >>> 31);
    for (let turn = 4; turn < turns.length; turn++) ages += (born - (turns[turn] as number)) >>> 31;
    const cell =
      ((((0 - died) & (died - monthBegins)) >>> 31) << CELL.died) |
      ((hukouInBeijing[i] as number) << CELL.hukou) |
      ((familyPlanningSpecial[i] as number) << CELL.family) |
      ((economicClass[i] as number) << CELL.class) |
      ((level + 1) << CELL.level) |
      (((0 - assessed) >>> 31) << CELL.assessed) |
      (ages << CELL.age);
    const cares = (disabilities[i] as number) | (appliedCare[i] as number);
    const stands = level >= minAbilityLevel && assessed !== 0 && assessed >= standsFrom;
    asked[i - first] =
      ((0 - (appliedHardship[i] as number)) >>> 31) |
      (cares !== 0 || stands ? 2 : 0) |
      (((0 - (appliedAdvancedAge[i] as number)) >>> 31) << 2);
    const at = i * WIDTH;
    outcomes[at] = cells[cell * PER_CELL] as number;
    outcomes[at + 1] = cells[cell * PER_CELL + 1] as number;
    outcomes[at + 2] = cells[cell * PER_CELL + 2] as number;
  }
}

function askRules({ people, first, until, asked, into }: Block, law: Law): void {
  const { usual } = people;
  const facts = noFacts();
  for (let i = first; i < until; i++) {
    const schemes = asked[i - first] as number;
    if (schemes === 0) continue;
    facts.bornOn = usual.bornOn[i] as number;
    facts.hukouInBeijing = usual.hukouInBeijing[i] as number;
    facts.diedOn = usual.diedOn[i] as number;
    facts.economicClass = usual.economicClass[i] as number;
    facts.familyPlanningSpecial = usual.familyPlanningSpecial[i] as number;
    facts.abilityLevel = usual.abilityLevel[i] as number;
    facts.abilityAssessedOn = usual.abilityAssessedOn[i] as number;
    facts.disabilities = usual.disabilities[i] as number;
    facts.multipleDisability = usual.multipleDisability[i] as number;
    facts.appliedHardship = usual.appliedHardship[i] as number;
    facts.appliedCare = usual.appliedCare[i] as number;
    facts.appliedAdvancedAge = usual.appliedAdvancedAge[i] as number;
    const at = i * WIDTH;
    if (schemes & 1) keep(into, at, decide('hardship', facts, law));
    if (schemes & 2) keep(into, at + 1, decide('care', facts, law));
    if (schemes & 4) keep(into, at + 2, decide('advancedAge', facts, law));
  }
}

function keep(into: Decisions, at: number, decision: Decision): void {
  into.amounts[at] = decision.amountFen;
  into.outcomes[at] = outcomeOf(decision);
  into.from[at] = decision.from;
}
