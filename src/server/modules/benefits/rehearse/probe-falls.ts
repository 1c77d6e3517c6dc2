import { DISABILITY_KINDS, ECONOMIC_CLASSES, SCHEMES } from '#contracts/benefits/schemes.ts';
import { monthOfDate } from '../rules/civil-numbers.ts';
import { type Facts, UNKNOWN_FEN } from '../rules/facts.ts';
import { type LawPair, standingFacts } from './law-pair.ts';
import { amountOf } from './month-slices.ts';

/** What one step would cost this person a month, under the law in force and under the draft; 0 = no loss. */
export type Fall = { step: string; from: string; to: string; oldLossFen: number; newLossFen: number };

type Neighbour = { step: Fall['step']; from: string; to: string; facts: Facts; gainFen: number };

/** One step away: a birthday, the next class of income, one level, one grade, one yuan of a rival benefit. */
function neighboursOf(facts: Facts, pair: LawPair): Neighbour[] {
  const near: Neighbour[] = [];
  const add = (step: string, [from, to]: readonly [string, string], changed: Partial<Facts>) =>
    near.push({ step, from, to, facts: { ...facts, ...changed }, gainFen: step.startsWith('rival') ? ONE_YUAN : 0 });
  const age = ageIn(facts, pair);
  add('birthday', ['', String(age + 1)], { bornOn: facts.bornOn - 10_000 });
  const at = LADDER.indexOf(ECONOMIC_CLASSES[facts.economicClass] ?? 'none');
  for (const to of [LADDER[at - 1], LADDER[at + 1]])
    if (at >= 0 && to) add('income', [LADDER[at] ?? '', to], { economicClass: ECONOMIC_CLASSES.indexOf(to) });
  const level = facts.abilityLevel;
  if (level >= 0 && facts.abilityAssessedOn > 0)
    for (const to of [level - 1, level + 1])
      if (to >= 0 && to <= 4) add('ability', [String(level), String(to)], { abilityLevel: to });
  for (let bit = 0; bit < DISABILITY_KINDS.length * 4; bit++) {
    if ((facts.disabilities & (1 << bit)) === 0) continue;
    const [kind, grade] = [Math.floor(bit / 4), (bit % 4) + 1];
    for (const to of [grade - 1, grade + 1]) {
      if (to < 1 || to > 4) continue;
      const disabilities = (facts.disabilities & ~(1 << bit)) | (1 << (kind * 4 + to - 1));
      add('grade', [`${DISABILITY_KINDS[kind]}${grade}`, `${DISABILITY_KINDS[kind]}${to}`], { disabilities });
    }
  }
  const { rivalHardshipFen, rivalCareFen } = facts;
  if (rivalHardshipFen > 0 && rivalHardshipFen < UNKNOWN_FEN)
    add('rival-hardship', ['', ''], { rivalHardshipFen: rivalHardshipFen + ONE_YUAN });
  if (rivalCareFen > 0 && rivalCareFen < UNKNOWN_FEN)
    add('rival-care', ['', ''], { rivalCareFen: rivalCareFen + ONE_YUAN });
  return near;
}

const ONE_YUAN = 100;
/** From the poorest to the least poor; the register knows the class, not the income. */
const LADDER = ['特困', '低保', '低收入', 'none'] as const;

/** Full years in the first month: an age counts from the month of its birthday (160号六). */
const ageIn = (facts: Facts, pair: LawPair): number => Math.floor((pair.first - monthOfDate(facts.bornOn)) / 12);

/** The falls of one person in the first month; nobody without money or a claim to it can lose any. */
export function fallsOf(facts: Facts, pair: LawPair): Fall[] {
  const before = { old: totalUnder('old', facts, pair), new: totalUnder('new', facts, pair) };
  if (before.old === 0 && before.new === 0) return [];
  const falls: Fall[] = [];
  for (const { step, from, to, facts: next, gainFen } of neighboursOf(facts, pair)) {
    const loss = (which: 'old' | 'new') => Math.max(0, before[which] - totalUnder(which, next, pair) - gainFen);
    const [oldLossFen, newLossFen] = [loss('old'), loss('new')];
    if (oldLossFen > 0 || newLossFen > 0) falls.push({ step, from, to, oldLossFen, newLossFen });
  }
  return falls;
}

function totalUnder(which: 'old' | 'new', person: Facts, pair: LawPair): number {
  const [law] = pair[which];
  if (!law) return 0;
  const facts = standingFacts(person, pair, law);
  let fen = 0;
  for (let scheme = 0; scheme < SCHEMES.length; scheme++) fen += amountOf(scheme, facts, law).fen;
  return fen;
}
