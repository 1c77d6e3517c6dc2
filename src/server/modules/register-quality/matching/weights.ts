import type { Pairs } from './blocking.ts';
import { type Chance, dependent, independent, type Kinds, WIDTH } from './chance.ts';
import type { Column, Columns } from './columns.ts';
import { DIFFERENT, likeness, MISSING, SAME } from './similarity.ts';

/** Agreement levels of every pair, field after field: levels[pair * fields + field]. */
export type Levels = Uint8Array;

export function compare({ columns }: Columns, pairs: Pick<Pairs, 'count' | 'left' | 'right'>): Levels {
  const levels = new Uint8Array(pairs.count * columns.length);
  for (let pair = 0; pair < pairs.count; pair++) {
    const a = pairs.left[pair] as number;
    const b = pairs.right[pair] as number;
    for (const [field, column] of columns.entries()) levels[pair * columns.length + field] = levelOf(column, a, b);
  }
  return levels;
}

function levelOf({ kind, codes, values }: Column, a: number, b: number): number {
  const one = codes[a] as number;
  const two = codes[b] as number;
  if (one === 0 || two === 0) return MISSING;
  return one === two ? SAME : likeness(kind, values[one] ?? '', values[two] ?? '');
}

/**
 * Chance of each level of each field among pairs of one person (m) and of two (chance); the share of all pairs that match;
 * what a level weighs, by the level of the field's parent.
 */
export type Model = { m: Float64Array; chance: Chance; matching: number; fields: number; logs: Float64Array };

type Evidence = {
  fields: number;
  /** Levels of pairs drawn at random, nearly all of them of two persons. */
  random: Levels;
  /** Levels of pairs drawn from those that share a field. */
  alike: readonly { field: number; levels: Levels }[];
  /** Levels of the pairs to judge. */
  found: Levels;
  /** How many pairs there are in all, judged or not. */
  all: number;
  /** Pairs' worth of the first guess that stay in what is learned: a small register teaches little. */
  guessed?: number;
};

/** Times the dependences are learned anew, each time without the pairs that are one person after all. */
const LOOKS = 2;

/**
 * Fellegi and Sunter (1969): u from pairs drawn at random, m by expectation maximisation over the pairs found, so that
 * nobody has to label pairs. First with each field by itself; then with the dependences among strangers that the pairs
 * sharing a field show, else a neighbour with a like number counts as one person entered twice.
 */
export function learn(evidence: Evidence): Model {
  const { fields, alike } = evidence;
  const random = kindsOf(fields, evidence.random);
  const found = kindsOf(fields, evidence.found);
  const sharing = alike.map(one => ({ field: one.field, kinds: kindsOf(fields, one.levels) }));
  const u = sharesOf(fields, random, null);
  let model = maximise(evidence, found, independent(u));
  for (let look = 0; look < LOOKS; look++) {
    const seen = sharing.map(one => ({ ...one, belief: beliefIn(model, one.kinds) }));
    model = maximise(evidence, found, dependent(u, random, seen));
  }
  return model;
}

/**
 * The share of matches is of all pairs: chance agreement that brought a pair here counts. Pairs that agree alike count
 * together, so that a round costs the kinds of agreement and not the pairs.
 */
function maximise({ fields, all, guessed = 0 }: Evidence, kinds: Kinds, chance: Chance): Model {
  const guess = firstGuess(fields);
  let model = weighed({ m: guess, chance, matching: 0.1 / Math.sqrt(all), fields });
  for (let round = 0; round < ROUNDS; round++) {
    const belief = beliefIn(model, kinds);
    let sum = 0;
    for (let kind = 0; kind < belief.length; kind++) sum += (belief[kind] as number) * (kinds.counts[kind] as number);
    const matching = Math.min(0.5, Math.max(1, sum) / all);
    const moved = Math.abs(matching / model.matching - 1);
    model = weighed({ m: bounded(sharesOf(fields, kinds, { belief, guess, guessed })), chance, matching, fields });
    if (moved < 1e-6) break;
  }
  return model;
}
const ROUNDS = 100;

function beliefIn(model: Model, { levels, counts }: Kinds): Float64Array {
  return Float64Array.from(counts, (_, kind) => probability(model, weightOf(model, levels, kind)));
}

function weighed(model: Omit<Model, 'logs'>): Model {
  const { given } = model.chance;
  const logs = Float64Array.from(given, (share, place) => {
    const level = place % WIDTH;
    const field = Math.floor(place / (WIDTH * WIDTH));
    return level === MISSING ? 0 : Math.log((model.m[field * WIDTH + level] as number) / share);
  });
  return { ...model, logs };
}

function kindsOf(fields: number, levels: Levels): Kinds {
  const counts = new Map<number, number>();
  for (let pair = 0; pair < levels.length / fields; pair++) {
    let kind = 0;
    for (let field = 0; field < fields; field++) kind = kind * WIDTH + (levels[pair * fields + field] as number);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const own = new Uint8Array(counts.size * fields);
  let at = 0;
  for (const kind of counts.keys()) {
    let rest = kind;
    for (let field = fields - 1; field >= 0; field--) {
      own[at * fields + field] = rest % WIDTH;
      rest = Math.floor(rest / WIDTH);
    }
    at++;
  }
  return { levels: own, counts: Float64Array.from(counts.values()) };
}

/** Ours (designDefault): of one person's two records no field differs more often than this. */
const MOST_DIFFERENT = 0.3;

/** Where nobody stands twice the likeliest class of pairs is namesakes of a day: they may not teach that numbers differ. */
function bounded(shares: Float64Array): Float64Array {
  for (let field = 0; field < shares.length; field += WIDTH) {
    const over = (shares[field + DIFFERENT] as number) - MOST_DIFFERENT;
    if (over <= 0) continue;
    shares[field + DIFFERENT] = MOST_DIFFERENT;
    shares[field + SAME] = (shares[field + SAME] as number) + over;
  }
  return shares;
}

const GUESS = [0, 0.05, 0.05, 0.1, 0.8];
const firstGuess = (fields: number): Float64Array =>
  Float64Array.from({ length: fields * WIDTH }, (_, i) => GUESS[i % WIDTH] ?? 0);

type Weighing = { belief: Float64Array; guess: Float64Array; guessed: number };

/** Share of each level among the pairs that give the field, each kind counted by `belief`; never 0. */
function sharesOf(fields: number, { levels, counts }: Kinds, by: Weighing | null): Float64Array {
  const shares = new Float64Array(fields * WIDTH);
  for (let place = 0; place < shares.length; place++)
    shares[place] = 0.5 + (by ? by.guessed * (by.guess[place] as number) : 0);
  for (let at = 0; at < levels.length; at++) {
    const field = at % fields;
    const kind = (at - field) / fields;
    const weight = (counts[kind] as number) * (by ? (by.belief[kind] as number) : 1);
    const place = field * WIDTH + (levels[at] as number);
    shares[place] = (shares[place] as number) + weight;
  }
  for (let field = 0; field < fields; field++) {
    const own = shares.subarray(field * WIDTH, (field + 1) * WIDTH);
    own[MISSING] = 0;
    const sum = own.reduce((all, one) => all + one, 0);
    for (let level = DIFFERENT; level < WIDTH; level++) own[level] = (own[level] as number) / sum;
  }
  return shares;
}

/** Sum of log(m/u) over the fields both records give. */
export function weightOf({ logs, fields, chance }: Model, levels: Levels, pair: number): number {
  let weight = 0;
  for (let field = 0; field < fields; field++) {
    const parent = chance.parents[field] as number;
    const above = parent < 0 ? MISSING : (levels[pair * fields + parent] as number);
    weight += logs[(field * WIDTH + above) * WIDTH + (levels[pair * fields + field] as number)] as number;
  }
  return weight;
}

export const probability = ({ matching }: Model, weight: number): number =>
  1 / (1 + ((1 - matching) / matching) * Math.exp(-weight));

/**
 * What sharing one value tells beyond sharing any: a rare name more, a common one less, in the same logarithm. What the
 * parent's agreement has told already it does not tell again. `above`: the parent's level.
 */
export function rarity({ chance }: Model, column: Column, of: { field: number; code: number; above: number }): number {
  // Others than these two who have the value.
  const share = Math.max((column.counts[of.code] ?? 2) - 2, 0.5) / Math.max(1, column.given);
  const alone = Math.log(chance.u[of.field * WIDTH + SAME] as number);
  const given = Math.log(chance.given[(of.field * WIDTH + of.above) * WIDTH + SAME] as number);
  return Math.min(1, given / alone) * (alone - Math.log(share));
}
