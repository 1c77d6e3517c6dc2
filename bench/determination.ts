/**
 * Row A: the decide pass of a determination (three schemes, amounts, first months and reasons of everybody) over columns of
 * numbers, against a loop written by hand for twelve fields and eight rules; one person explained; zen-engine where it is
 * installed. Processor time, interleaved. `node bench/determination.ts [people]`.
 */

import { generatePeople } from '../src/server/modules/benefits/check/generate-people.ts';
import { decideColumns, newDecisions } from '../src/server/modules/benefits/columnar/decide-columns.ts';
import { newPeople, type PeopleColumns, putPerson } from '../src/server/modules/benefits/columnar/people-columns.ts';
import { determine } from '../src/server/modules/benefits/explain/determine.ts';
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

const ZEN = '@gorules/zen-engine';
type Zen = { ZenEngine: new () => { createDecision(content: Buffer): { evaluate(input: unknown): Promise<unknown> } } };

/** The peer where it is installed: the twelve fields of the loop by hand through one decision table, people a second. */
async function zenPace(): Promise<{ batch: number; single: number } | undefined> {
  const loaded = await import(ZEN).then(
    (module: Zen) => module,
    () => undefined,
  );
  if (!loaded) return undefined;
  const model = (loop: boolean) => Buffer.from(JSON.stringify(zenModel(loop)));
  const engine = new loaded.ZenEngine();
  const [one, many] = [engine.createDecision(model(false)), engine.createDecision(model(true))];
  const persons = Array.from({ length: 5_000 }, (_, i) =>
    Object.fromEntries(Object.entries(people.usual).map(([name, column]) => [name, column[i]])),
  );
  const rate = async (work: () => Promise<void>): Promise<number> => {
    await work();
    const began = performance.now();
    await work();
    return persons.length / ((performance.now() - began) / 1000);
  };
  return {
    single: await rate(async () => {
      for (const person of persons) await one.evaluate(person);
    }),
    batch: await rate(async () => {
      for (let from = 0; from < persons.length; from += 1_000)
        await many.evaluate({ people: persons.slice(from, from + 1_000) });
    }),
  };
}

/** Eight rules over twelve fields in the engine's own format; with `loop` over a list of people. */
function zenModel(loop: boolean) {
  const inputs = Object.keys(people.usual).map((field, at) => ({ id: `i${at}`, name: field, field }));
  const rule = (_id: string, when: Record<string, string>, amount: string) => ({
    _id,
    ...Object.fromEntries(inputs.map(({ id, name }) => [id, when[name] ?? ''])),
    amount,
  });
  const rules = [
    rule('1', { hukouInBeijing: '0' }, '0'),
    rule('2', { diedOn: '[1..20250531]' }, '0'),
    rule('3', { economicClass: '1', appliedHardship: '> 0' }, '30000'),
    rule('4', { economicClass: '2', appliedHardship: '> 0' }, '20000'),
    rule('5', { abilityLevel: '>= 3', abilityAssessedOn: '> 20240601' }, '60000'),
    rule('6', { disabilities: '> 0', appliedCare: '> 0' }, '40000'),
    rule('7', { bornOn: '< 19450701', appliedAdvancedAge: '> 0' }, '10000'),
    rule('8', { familyPlanningSpecial: '1', multipleDisability: '0' }, '10000'),
  ];
  const way = loop ? { executionMode: 'loop', inputField: 'people', outputPath: 'people' } : {};
  const content = {
    hitPolicy: 'first',
    inputs,
    outputs: [{ id: 'amount', name: 'amount', field: 'amount' }],
    rules,
    ...way,
  };
  const at = { x: 0, y: 0 };
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: at },
      { id: 'table', name: 'table', type: 'decisionTableNode', position: at, content },
      { id: 'out', name: 'out', type: 'outputNode', position: at },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
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
const ratio = rounded(median(ours) / median(hand));
const law160 = { row: 'A', limit: null } as const;
const lines: Line[] = [
  {
    row: 'A',
    job: `decide ${PEOPLE.toLocaleString('en')} people, 3 schemes, 28 facts, with reasons`,
    unit: 'M people/s',
    ours: pace(median(ours)),
    limit: pace(median(hand)),
    peer: null,
    ratio,
    goal: '≤ 3 × the columnar loop',
    met: ratio <= 3,
  },
];

/** One person with every sentence, parameter, clause and the nearest yes, as the screen asks it; microseconds. */
const samples = [...generatePeople(2_000, 5)].map(({ person }) => person);
const explained = Array.from({ length: ROUNDS }, () => {
  const ms = time(() => {
    for (const person of samples) determine(person, law, true);
  });
  return (ms * 1000) / samples.length;
});
const single = rounded(median(explained));
const goal = 'tens of µs';
lines.push({
  ...law160,
  job: 'one person explained',
  unit: 'µs',
  ours: single,
  peer: null,
  ratio: single,
  goal,
  met: single < 100,
});

const zen = await zenPace();
if (zen === undefined) {
  const goals = ['≥ 300 × zen-engine in batches', '≥ 1,000 × zen-engine one by one'];
  for (const each of goals)
    lines.push({
      ...law160,
      ...{
        job: 'decide, against zen-engine',
        unit: 'people/s',
        ours: pace(median(ours)) * 1e6,
        peer: null,
        ratio: Number.NaN,
      },
      ...{ goal: each, met: false, notRun: [ZEN] },
    });
} else
  for (const [way, rate, least] of [
    ['in batches of 1,000', zen.batch, 300],
    ['one by one', zen.single, 1_000],
  ] as const) {
    const times = rounded((pace(median(ours)) * 1e6) / rate);
    lines.push({
      ...law160,
      ...{
        job: `decide, against zen-engine ${way}`,
        unit: 'people/s',
        ours: pace(median(ours)) * 1e6,
        peer: rounded(rate),
      },
      ...{ ratio: times, goal: `≥ ${least} ×`, met: times >= least },
    });
  }
printLines(lines);
handOver(lines);
