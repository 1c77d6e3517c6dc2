import type { Pairs } from './blocking.ts';
import type { Column, Columns } from './columns.ts';
import { DIFFERENT, LEVELS, likeness, MISSING, SAME } from './similarity.ts';

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

/** Chance of each level of each field among pairs of one person (m) and of two persons (u); the share of all pairs that match. */
export type Model = { m: Float64Array; u: Float64Array; matching: number; fields: number };

const WIDTH = LEVELS.length;

type Evidence = {
  fields: number;
  /** Levels of pairs drawn at random, nearly all of them of two persons. */
  random: Levels;
  /** Levels of the pairs to judge. */
  found: Levels;
  /** How many pairs there are in all, judged or not. */
  all: number;
  /** Pairs' worth of the first guess that stay in what is learned: a small register teaches little. */
  guessed?: number;
};

/**
 * Fellegi and Sunter (1969): u from pairs drawn at random, m by expectation maximisation over the pairs found, so that
 * nobody has to label pairs. The share of matches is of all pairs: chance agreement that brought a pair here counts.
 * Pairs that agree alike count together, so that a round costs the kinds of agreement and not the pairs.
 */
export function learn({ fields, random, found, all, guessed = 0 }: Evidence): Model {
  const kinds = kindsOf(fields, found);
  const first = firstGuess(fields);
  const model: Model = {
    m: first,
    u: sharesOf(fields, kindsOf(fields, random), null),
    matching: 0.1 / Math.sqrt(all),
    fields,
  };
  const belief = new Float64Array(kinds.counts.length);
  for (let round = 0; round < 40; round++) {
    let sum = 0;
    for (let kind = 0; kind < belief.length; kind++) {
      belief[kind] = probability(model, weightOf(model, kinds.levels, kind));
      sum += (belief[kind] as number) * (kinds.counts[kind] as number);
    }
    const matching = Math.min(0.5, Math.max(1, sum) / all);
    const moved = Math.abs(matching / model.matching - 1);
    model.m = sharesOf(fields, kinds, { belief, guess: first, guessed });
    model.matching = matching;
    if (moved < 1e-6) break;
  }
  return model;
}

/** Each kind of agreement once, and how many pairs agree so. */
type Kinds = { levels: Levels; counts: Float64Array };

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
export function weightOf({ m, u, fields }: Model, levels: Levels, pair: number): number {
  let weight = 0;
  for (let field = 0; field < fields; field++) {
    const level = levels[pair * fields + field] as number;
    if (level !== MISSING)
      weight += Math.log((m[field * WIDTH + level] as number) / (u[field * WIDTH + level] as number));
  }
  return weight;
}

export const probability = ({ matching }: Model, weight: number): number =>
  1 / (1 + ((1 - matching) / matching) * Math.exp(-weight));

/** What sharing one value tells beyond sharing any: a rare name more, a common one less, in the same logarithm. */
export function rarity({ u }: Model, column: Column, { field, code }: { field: number; code: number }): number {
  const chance = Math.max((column.counts[code] ?? 1) - 1, 0.5) / Math.max(1, column.given);
  return Math.log((u[field * WIDTH + SAME] as number) / chance);
}
