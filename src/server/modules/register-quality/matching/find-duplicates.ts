import { findPairs, type Pairs } from './blocking.ts';
import type { Columns } from './columns.ts';
import { LEVELS, MISSING, SAME } from './similarity.ts';
import { type Alike, alikePairs, randomPairs } from './strangers.ts';
import { compare, type Levels, learn, type Model, probability, rarity, weightOf } from './weights.ts';

export type Match = {
  readonly a: number;
  readonly b: number;
  /** 0…1: how sure the two records are one person. */
  readonly probability: number;
  /** Per field: missing, different, far, near, same. */
  readonly levels: readonly (typeof LEVELS)[number][];
};

export type Found = {
  readonly matches: readonly Match[];
  readonly compared: number;
  readonly clusters: readonly number[][];
};

type Options = {
  /** First record of the second file when two files are linked: only pairs across are looked at. */
  readonly secondFrom?: number;
  /** Matches are at least this sure. */
  readonly least?: number;
  /** Pairs' worth of the first guess in what is learned, for registers too small to teach. */
  readonly guessed?: number;
};

/**
 * Pairs of records that are probably one person, the surest first. Blocking adapts to the values, weights are learned
 * from the records themselves. In two files that are each without duplicates a record has one partner at most.
 */
export function findDuplicates(all: Columns, { secondFrom, least = 0.5, guessed }: Options = {}): Found {
  const across = secondFrom ?? 0;
  const mayMeet = across > 0 ? (a: number, b: number) => a < across !== b < across : () => true;
  const pairs = findPairs(all, mayMeet);
  const possible = across > 0 ? across * (all.size - across) : (all.size * (all.size - 1)) / 2;
  const sure = judgePairs(all, pairs, { possible, least, ...(guessed !== undefined && { guessed }) });
  const matches = across > 0 ? onePartner(sure) : sure;
  return { matches, compared: pairs.count, clusters: clustersOf(matches) };
}

type Judging = {
  /** Pairs there could be in all: how rare a match is. */
  possible: number;
  least: number;
  guessed?: number;
  /** Records drawn at random stand first, so many; left out: all are. */
  drawn?: number;
  /** Pairs that share a field; left out: drawn from all. */
  alike?: readonly Alike[];
  /**
   * Pairs that cannot be one person, by how the fields agree: left out before anything is learned. Without it what is
   * commonest wins, and neighbours are commoner than people entered twice.
   */
  conceivable?: (levels: Uint8Array, at: number) => boolean;
};

/** Learns the weights from the pairs and answers the sure ones, the surest first. */
export function judgePairs(all: Columns, given: Pairs, judging: Judging): Match[] {
  const { possible, least, guessed, conceivable } = judging;
  const fields = all.columns.length;
  const every = compare(all, given);
  const { pairs, levels } = conceivable
    ? keep(given, { levels: every, fields, conceivable })
    : { pairs: given, levels: every };
  const drawn = randomPairs(judging.drawn ?? all.size);
  const chance = compare(all, drawn);
  // In a small register one of the pairs drawn may be the very pair looked for: strangers are those that cannot be one.
  const stranger = (own: Uint8Array, at: number) => !conceivable?.(own, at);
  const random = conceivable ? keep(drawn, { levels: chance, fields, conceivable: stranger }).levels : chance;
  const alike = (judging.alike ?? alikePairs(all.columns)).map(one => ({
    field: one.field,
    levels: compare(all, one.pairs),
  }));
  const model = learn({
    fields,
    random,
    alike,
    found: levels,
    all: possible,
    ...(guessed !== undefined && { guessed }),
  });
  const sure: Match[] = [];
  for (let pair = 0; pair < pairs.count; pair++) {
    const a = pairs.left[pair] as number;
    const b = pairs.right[pair] as number;
    const weight = weightOf(model, levels, pair) + rarityOf(all, model, { levels, pair, record: a });
    const chance = probability(model, weight);
    if (chance < least) continue;
    const own = Array.from(levels.subarray(pair * fields, (pair + 1) * fields), level => LEVELS[level] ?? 'missing');
    sure.push({ a, b, probability: chance, levels: own });
  }
  return sure.sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
}

/** The pairs that could be one person, by how their fields agree. */
export function conceivablePairs(all: Columns, given: Pairs, conceivable: Sieve['conceivable']): Pairs {
  return keep(given, { levels: compare(all, given), fields: all.columns.length, conceivable }).pairs;
}

type Sieve = { levels: Uint8Array; fields: number; conceivable: (levels: Uint8Array, at: number) => boolean };

function keep(
  { count, left, right }: Pairs,
  { levels, fields, conceivable }: Sieve,
): { pairs: Pairs; levels: Uint8Array } {
  const kept: number[] = [];
  for (let pair = 0; pair < count; pair++) if (conceivable(levels, pair * fields)) kept.push(pair);
  const own = new Uint8Array(kept.length * fields);
  for (const [at, pair] of kept.entries()) own.set(levels.subarray(pair * fields, (pair + 1) * fields), at * fields);
  const take = (from: Int32Array) => Int32Array.from(kept, pair => from[pair] as number);
  return { pairs: { count: kept.length, left: take(left), right: take(right) }, levels: own };
}

function rarityOf(
  all: Columns,
  model: Model,
  { levels, pair, record }: { levels: Levels; pair: number; record: number },
): number {
  const fields = all.columns.length;
  let sum = 0;
  for (const [field, column] of all.columns.entries()) {
    if (levels[pair * fields + field] !== SAME) continue;
    const parent = model.chance.parents[field] as number;
    const above = parent < 0 ? MISSING : (levels[pair * fields + parent] as number);
    sum += rarity(model, column, { field, code: column.codes[record] ?? 0, above });
  }
  return sum;
}

function onePartner(matches: readonly Match[]): Match[] {
  const taken = new Set<number>();
  return matches.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
}

/** Records that hang together by matches, each group in order of record. */
function clustersOf(matches: readonly Match[]): number[][] {
  const parent = new Map<number, number>();
  const rootOf = (record: number): number => {
    let root = record;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(record, root);
    return root;
  };
  for (const { a, b } of matches) parent.set(rootOf(b), rootOf(a));
  const groups = Map.groupBy([...parent.keys()], rootOf);
  return [...groups.values()].map(group => group.sort((x, y) => x - y));
}
