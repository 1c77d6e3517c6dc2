/**
 * Row A: the decide pass of a determination (three schemes, amounts, first months and reasons of everybody) over columns of
 * numbers, against a loop written by hand for twelve fields and eight rules. `node bench/determination.ts [people]`.
 */
import { createRequire } from 'node:module';
import { decideColumns, newDecisions } from '../src/server/modules/benefits/columnar/decide-columns.ts';
import { newPeople, type PeopleColumns, putPerson } from '../src/server/modules/benefits/columnar/people-columns.ts';
import { lawOf } from '../src/server/modules/benefits/law/compile.ts';
import { monthIndex } from '../src/server/modules/benefits/rules/civil-numbers.ts';
import { noFacts } from '../src/server/modules/benefits/rules/facts.ts';
import { randomOf } from '../src/shared/random.ts';
import { handOver, type Line, median, printLines, rounded } from './lines.ts';

const PEOPLE = Number(process.argv.find(arg => /^\d+$/.test(arg)) ?? 1_000_000);
const ROUNDS = 7;
const MONTH = monthIndex('2025-06');

/** As the register has them: one in a hundred with a benefit of another kind, in prison, moved away … */
function makePeople(): PeopleColumns {
  const r = randomOf(7, 'bench-determination');
  const people = newPeople(PEOPLE);
  const day = (from: number, years: number) =>
    (from + r.below(years)) * 10_000 + (1 + r.below(12)) * 100 + 1 + r.below(28);
  for (let i = 0; i < PEOPLE; i++) {
    const facts = noFacts();
    facts.bornOn = day(1925, 40);
    facts.hukouInBeijing = r.next() < 0.93 ? 1 : 0;
    if (r.next() < 0.01) facts.diedOn = day(2024, 2);
    facts.economicClass = r.next() < 0.9 ? 0 : 1 + r.below(3);
    facts.familyPlanningSpecial = r.next() < 0.01 ? 1 : 0;
    facts.abilityLevel = r.next() < 0.2 ? r.below(5) : -1;
    if (facts.abilityLevel >= 0) facts.abilityAssessedOn = day(2023, 2);
    if (r.next() < 0.08) facts.disabilities = 1 << r.below(24);
    if (r.next() < 0.3) facts.appliedAdvancedAge = day(2020, 5);
    if (r.next() < 0.06) facts.appliedCare = day(2020, 5);
    if (r.next() < 0.04) facts.appliedHardship = day(2020, 5);
    if (r.next() < 0.01) {
      const what = r.below(4);
      if (what < 2) facts.benefits = 1 << r.below(15);
      else if (what === 2) facts.hukouLeftOn = day(2024, 2);
      else facts.lostAdvancedAge = day(2024, 2);
    }
    putPerson(people, i, facts);
  }
  return people;
}

type Out = { amounts: Int32Array; reasons: Int32Array };

/** Twelve fields, eight rules, amounts and reason bits; no law, no starts, no conflicts: what the machine can do. */
function byHand({ usual }: PeopleColumns, { amounts, reasons }: Out): void {
  const { bornOn, hukouInBeijing, diedOn, economicClass, familyPlanningSpecial, abilityLevel } = usual;
  const { abilityAssessedOn, multipleDisability, disabilities, appliedAdvancedAge, appliedCare, appliedHardship } =
    usual;
  for (let i = 0; i < PEOPLE; i++) {
    const born = bornOn[i] as number;
    const age = 2025 - ((born / 10_000) | 0) - (born % 10_000 > 630 ? 1 : 0);
    let standing = hukouInBeijing[i] === 1 ? 0 : 1;
    if (diedOn[i] !== 0 && (diedOn[i] as number) < 20_250_601) standing |= 2;
    const poor = economicClass[i] === 1 || economicClass[i] === 2 || familyPlanningSpecial[i] === 1;
    const hardship = standing | (poor ? 0 : 4) | (appliedHardship[i] === 0 ? 8 : 0);
    const severe = (abilityLevel[i] as number) >= 3 && (abilityAssessedOn[i] as number) > 20_240_601;
    const certificate =
      ((disabilities[i] as number) & 0x111111) !== 0 || (multipleDisability[i] === 1 && disabilities[i] !== 0);
    const care = standing | (severe || (certificate && appliedCare[i] !== 0) ? 0 : 16);
    const old = standing | (age >= 80 ? 0 : 32) | (appliedAdvancedAge[i] === 0 ? 8 : 0);
    amounts[i * 3] = hardship === 0 ? (economicClass[i] === 2 ? 20_000 : 30_000) : 0;
    amounts[i * 3 + 1] = care === 0 ? (severe ? 60_000 : 40_000) : 0;
    amounts[i * 3 + 2] = old === 0 ? (age >= 100 ? 80_000 : age >= 90 ? 50_000 : 10_000) : 0;
    reasons[i * 3] = hardship;
    reasons[i * 3 + 1] = care;
    reasons[i * 3 + 2] = old;
  }
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

const people = makePeople();
const out = newDecisions(PEOPLE);
const handOut: Out = { amounts: new Int32Array(PEOPLE * 3), reasons: new Int32Array(PEOPLE * 3) };
/** Processor time: others share the machine. */
const time = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};
const law = lawOf(MONTH);
decideColumns(people, law, out);
byHand(people, handOut);
const [ours, hand]: [number[], number[]] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  ours.push(time(() => decideColumns(people, law, out)));
  hand.push(time(() => byHand(people, handOut)));
}
const pace = (ms: number) => rounded(PEOPLE / ms / 1_000);
const notRun = ['@gorules/zen-engine', 'json-rules-engine', 'json-logic-js'].filter(name => !isInstalled(name));
const ratio = rounded(median(ours) / median(hand));
const lines: Line[] = [
  {
    row: 'A',
    job: `decide ${PEOPLE.toLocaleString('en')} people, 3 schemes, 28 fields, with reasons`,
    unit: 'M people/s',
    ours: pace(median(ours)),
    limit: pace(median(hand)),
    peer: null,
    ratio,
    goal: '≤ 3 × the columnar loop',
    met: ratio <= 3,
    notRun,
  },
];
console.log(ours.map(Math.round), hand.map(Math.round));
printLines(lines);
handOver(lines);
