import type { Pairs } from './blocking.ts';
import type { Column } from './columns.ts';

const RANDOM_PAIRS = 200_000;
/** Blocks looked into for a field, and records taken from each. */
const BLOCKS = 400;
const FROM_BLOCK = 10;
/** A field that so many strangers share is seen often enough in pairs drawn at random. */
const COMMON = 0.05;

/** Pairs of records that share the value of a field. */
export type Alike = { readonly field: number; readonly pairs: Pairs };

/** The same numbers on every run: a linear congruential walk (Numerical Recipes). */
function walk(seed: number): (below: number) => number {
  let at = seed;
  return below => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0;
    return Math.floor((at / 2 ** 32) * below);
  };
}

/** Pairs drawn from all records: what strangers have in common. */
export function randomPairs(size: number): Pairs {
  const count = size < 2 ? 0 : Math.min(RANDOM_PAIRS, size * 20);
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  const next = walk(20250620);
  for (let i = 0; i < count; i++) {
    left[i] = next(size);
    do right[i] = next(size);
    while (right[i] === left[i]);
  }
  return { count, left, right };
}

/**
 * For each field, pairs drawn from those that share its value: what strangers who agree in one field have in common
 * besides. A pair drawn at random hardly ever shares a birth date, so random pairs cannot tell.
 */
export function alikePairs(columns: readonly Column[], blocks = BLOCKS): Alike[] {
  return columns.flatMap((column, field) => {
    const sharing = sharingOf(column);
    const among = column.given * (column.given - 1);
    if (sharing.total === 0 || sharing.total > COMMON * among) return [];
    return [{ field, pairs: drawFrom(column, sharing, blocks) }];
  });
}

/** Ordered pairs of records that share a value, added up value after value. */
function sharingOf({ counts }: Column): { upTo: Float64Array; total: number } {
  const upTo = new Float64Array(counts.length);
  let total = 0;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code] as number;
    total += count * (count - 1);
    upTo[code] = total;
  }
  return { upTo, total };
}

/** Values as often as pairs share them, some records of each, each of these with each. */
function drawFrom({ codes }: Column, { upTo, total }: { upTo: Float64Array; total: number }, blocks: number): Pairs {
  const next = walk(20250621);
  const members = new Map<number, number[]>();
  for (let draw = 0; draw < blocks; draw++) members.set(firstAbove(upTo, next(total)), []);
  for (let at = 0; at < codes.length; at++) members.get(codes[at] as number)?.push(at);
  const [left, right]: [number[], number[]] = [[], []];
  for (const block of members.values()) {
    const some = takeSome(block, next);
    for (let i = 0; i < some.length; i++)
      for (let j = i + 1; j < some.length; j++) {
        left.push(some[i] as number);
        right.push(some[j] as number);
      }
  }
  return { count: left.length, left: Int32Array.from(left), right: Int32Array.from(right) };
}

function takeSome(block: number[], next: (below: number) => number): number[] {
  if (block.length <= FROM_BLOCK) return block;
  const taken = new Set<number>();
  while (taken.size < FROM_BLOCK) taken.add(block[next(block.length)] as number);
  return [...taken];
}

function firstAbove(sums: Float64Array, wanted: number): number {
  let [from, to] = [0, sums.length - 1];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sums[middle] as number) > wanted) to = middle;
    else from = middle + 1;
  }
  return from;
}
