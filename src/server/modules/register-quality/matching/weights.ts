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
};

/**
 * Fellegi and Sunter (1969): u from pairs drawn at random, m by expectation maximisation over the pairs found, so that
 * nobody has to label pairs. The share of matches is of all pairs: chance agreement that brought a pair here counts.
 */
export function learn({ fields, random, found, all }: Evidence): Model {
  const belief = new Float64Array(found.length / fields);
  const model: Model = {
    m: firstGuess(fields),
    u: sharesOf(fields, random, null),
    matching: 0.1 / Math.sqrt(all),
    fields,
  };
  for (let round = 0; round < 40; round++) {
    let sum = 0;
    for (let pair = 0; pair < belief.length; pair++) {
      belief[pair] = probability(model, weightOf(model, found, pair));
      sum += belief[pair] as number;
    }
    const matching = Math.min(0.5, Math.max(1, sum) / all);
    const moved = Math.abs(matching / model.matching - 1);
    model.m = sharesOf(fields, found, belief);
    model.matching = matching;
    if (moved < 1e-6) break;
  }
  return model;
}

const GUESS = [0, 0.05, 0.05, 0.1, 0.8];
const firstGuess = (fields: number): Float64Array =>
  Float64Array.from({ length: fields * WIDTH }, (_, i) => GUESS[i % WIDTH] ?? 0);

/** Share of each level among the pairs that give the field, each pair counted by `belief`; never 0. */
function sharesOf(fields: number, levels: Levels, belief: Float64Array | null): Float64Array {
  const shares = new Float64Array(fields * WIDTH).fill(0.5);
  for (let at = 0; at < levels.length; at++) {
    const field = at % fields;
    const weight = belief ? (belief[(at - field) / fields] as number) : 1;
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
