/**
 * Row A: the decide pass of a determination (three schemes, amounts, first months and reasons of everybody) over columns of
 * numbers, against a loop written by hand for twelve fields and eight rules. `node bench/determination.ts [people]`.
 */
import { createRequire } from 'node:module';
import { decide } from '../src/server/modules/benefits/explain/decide.ts';
import { lawOf } from '../src/server/modules/benefits/law/compile.ts';
import { monthIndex } from '../src/server/modules/benefits/rules/civil-numbers.ts';
import type { Decision } from '../src/server/modules/benefits/rules/decision.ts';
import type { Facts } from '../src/server/modules/benefits/rules/facts.ts';
import { randomOf } from '../src/shared/random.ts';
import { handOver, type Line, median, printLines, rounded } from './lines.ts';

const PEOPLE = Number(process.argv.find(arg => /^\d+$/.test(arg)) ?? 1_000_000);
const ROUNDS = 5;
const MONTH = monthIndex('2025-06');
const NAMES = [
  ...['bornOn', 'hukouInBeijing', 'hukouLeftOn', 'diedOn', 'declaredMissingOn', 'imprisonedOn', 'releasedOn'],
  ...['economicClass', 'familyPlanningSpecial', 'abilityLevel', 'abilityAssessedOn', 'disabilities'],
  ...['multipleDisability', 'benefits', 'rivalHardshipFen', 'rivalCareFen', 'appliedHardship', 'appliedCare'],
  ...['appliedAdvancedAge', 'metHardship', 'metCare', 'metAdvancedAge', 'lostHardship', 'lostCare', 'lostAdvancedAge'],
  ...['reviewFailedHardship', 'reviewFailedCare', 'reviewFailedAdvancedAge'],
] as (keyof Facts)[];
type Columns = Record<keyof Facts, Int32Array>;

function makePeople(): Columns {
  const r = randomOf(7, 'bench-determination');
  const columns = Object.fromEntries(NAMES.map(name => [name, new Int32Array(PEOPLE)])) as Columns;
  const day = (from: number, years: number) =>
    (from + r.below(years)) * 10_000 + (1 + r.below(12)) * 100 + 1 + r.below(28);
  for (let i = 0; i < PEOPLE; i++) {
    columns.bornOn[i] = day(1925, 40);
    columns.hukouInBeijing[i] = r.next() < 0.93 ? 1 : 0;
    if (r.next() < 0.01) columns.diedOn[i] = day(2024, 2);
    columns.economicClass[i] = r.next() < 0.9 ? 0 : 1 + r.below(3);
    columns.familyPlanningSpecial[i] = r.next() < 0.01 ? 1 : 0;
    columns.abilityLevel[i] = r.next() < 0.2 ? r.below(5) : -1;
    if ((columns.abilityLevel[i] ?? -1) >= 0) columns.abilityAssessedOn[i] = day(2023, 2);
    if (r.next() < 0.08) columns.disabilities[i] = 1 << r.below(28);
    if (r.next() < 0.3) columns.appliedAdvancedAge[i] = day(2020, 5);
    if (r.next() < 0.06) columns.appliedCare[i] = day(2020, 5);
    if (r.next() < 0.04) columns.appliedHardship[i] = day(2020, 5);
  }
  return columns;
}

type Reader = (i: number, facts: Facts) => void;
type Out = { amounts: Int32Array; reasons: Int32Array; from: Int32Array };
const newOut = (): Out => ({
  amounts: new Int32Array(PEOPLE * 3),
  reasons: new Int32Array(PEOPLE * 3),
  from: new Int32Array(PEOPLE * 3),
});

function keep({ amounts, reasons, from }: Out, at: number, decision: Decision): void {
  amounts[at] = decision.amountFen;
  reasons[at] = decision.blockers;
  from[at] = decision.from;
}

function decideAll(columns: Columns, out: Out): void {
  const law = lawOf(MONTH);
  // Written out by name, as a typed adapter would be: a loop over names would measure property look-ups.
  const lines = NAMES.map(name => `f.${name} = ${name}[i];`).join('');
  const read = new Function('c', `const { ${NAMES.join(', ')} } = c; return (i, f) => { ${lines} };`)(
    columns,
  ) as Reader;
  const facts = Object.fromEntries(NAMES.map(name => [name, 0])) as Facts;
  for (let i = 0; i < PEOPLE; i++) {
    read(i, facts);
    keep(out, i * 3, decide('hardship', facts, law));
    keep(out, i * 3 + 1, decide('care', facts, law));
    keep(out, i * 3 + 2, decide('advancedAge', facts, law));
  }
}

/** Twelve fields, eight rules, amounts and reason bits; no law, no starts, no conflicts: what the machine can do. */
function byHand(c: Columns, { amounts, reasons }: Out): void {
  const [b, h, d, e, f, l, a, m, s, n, k, p] = [
    ...[c.bornOn, c.hukouInBeijing, c.diedOn, c.economicClass, c.familyPlanningSpecial, c.abilityLevel],
    ...[
      c.abilityAssessedOn,
      c.multipleDisability,
      c.disabilities,
      c.appliedAdvancedAge,
      c.appliedCare,
      c.appliedHardship,
    ],
  ] as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let i = 0; i < PEOPLE; i++) {
    const born = b[i] as number;
    const age = 2025 - ((born / 10_000) | 0) - (born % 10_000 > 630 ? 1 : 0);
    let standing = h[i] === 1 ? 0 : 1;
    if (d[i] !== 0 && (d[i] as number) < 20_250_601) standing |= 2;
    const poor = e[i] === 1 || e[i] === 2 || f[i] === 1;
    const hardship = standing | (poor ? 0 : 4) | (p[i] === 0 ? 8 : 0);
    const severe = (l[i] as number) >= 3 && (a[i] as number) > 20_220_601;
    const certificate = ((s[i] as number) & 0x1111111) !== 0 || (m[i] === 1 && s[i] !== 0);
    const care = standing | (severe || (certificate && k[i] !== 0) ? 0 : 16);
    const old = standing | (age >= 80 ? 0 : 32) | (n[i] === 0 ? 8 : 0);
    amounts[i * 3] = hardship === 0 ? (e[i] === 2 ? 30_000 : 20_000) : 0;
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

const columns = makePeople();
const out = newOut();
const time = (work: () => void): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
decideAll(columns, out);
byHand(columns, newOut());
const [ours, hand]: [number[], number[]] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  ours.push(time(() => decideAll(columns, out)));
  hand.push(time(() => byHand(columns, newOut())));
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
printLines(lines);
handOver(lines);
