import type { Column, Columns } from './columns.ts';

/** Pairs of records worth comparing, each once; the smaller index first. */
export type Pairs = { readonly count: number; readonly left: Int32Array; readonly right: Int32Array };

/** A pass brings together the records that share the values (or beginnings of values) of these fields. */
type Part = { readonly name: string; readonly cut: string; readonly keys: Int32Array };
type Pass = { readonly parts: readonly Part[]; readonly expected: number };

/** What one pass brought together that no pass before it did. */
export type Round = { readonly name: string; readonly pairs: Pairs };
/** Rounds of a search that was broken off: their names and how many pairs they found. */
export type Done = { readonly names: ReadonlySet<string>; readonly pairs: number };

/** At most this many comparisons a record, however the records are distributed. */
const PAIRS_A_RECORD = 3;
/** Pairs of strangers a pass may bring together, a record. */
const WASTE = 0.1;
const MOST_PASSES = 400;
const FEWEST_PASSES = 8;
/** Records times passes that are looked through at most, so that time grows with the records and no faster. */
const LOOKS = 8_000_000;

type MayMeet = (a: number, b: number) => boolean;

/** `mayMeet` leaves out pairs that cannot be, e.g. two records of one file when two files are linked. */
export function findPairs(all: Columns, mayMeet: MayMeet): Pairs {
  return joinPairs([...rounds(all, mayMeet)].map(round => round.pairs));
}

export function joinPairs(parts: readonly Pairs[]): Pairs {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const joined = { count, left: new Int32Array(count), right: new Int32Array(count) };
  let at = 0;
  for (const part of parts) {
    joined.left.set(part.left, at);
    joined.right.set(part.right, at);
    at += part.count;
  }
  return joined;
}

const NOTHING: Done = { names: new Set(), pairs: 0 };
const EACH = 'each with each';

/** Pass after pass; those of `done` are not run again, what they brought together is not brought again. */
export function* rounds(all: Columns, mayMeet: MayMeet, done: Done = NOTHING): Generator<Round> {
  const room = Math.max(1000, all.size * PAIRS_A_RECORD);
  // A handful of records: each with each.
  if (all.size * (all.size - 1) <= 2 * room) {
    if (!done.names.has(EACH)) yield { name: EACH, pairs: eachWithEach(all.size, mayMeet) };
    return;
  }
  let count = done.pairs;
  const before: Pass[] = [];
  for (const pass of planPasses(all)) {
    const name = pass.parts.map(part => `${part.name}${part.cut}`).join(' + ');
    const until = Math.min(room - count, Math.ceil(room / 3));
    if (until <= 0) break;
    if (!done.names.has(name)) {
      const found = { count: 0, left: new Int32Array(until), right: new Int32Array(until) };
      runPass(pass, { size: all.size, before, mayMeet, found, until });
      count += found.count;
      const [left, right] = [found.left.slice(0, found.count), found.right.slice(0, found.count)];
      yield { name, pairs: { count: found.count, left, right } };
    }
    before.push(pass);
  }
}

function eachWithEach(size: number, mayMeet: MayMeet): Pairs {
  const [left, right]: [number[], number[]] = [[], []];
  for (let a = 0; a < size; a++)
    for (let b = a + 1; b < size; b++)
      if (mayMeet(a, b)) {
        left.push(a);
        right.push(b);
      }
  return { count: left.length, left: Int32Array.from(left), right: Int32Array.from(right) };
}

/** Fields, their beginnings, and two of them together; the most telling first, none that would flood. */
function planPasses({ size, columns }: Columns): Pass[] {
  const parts = columns.flatMap(column => partsOf(column));
  const telling = new Map(parts.map(part => [part, chanceOf(part.keys)]));
  const single = parts.map(part => ({ parts: [part], expected: 0.5 * size * size * (telling.get(part) ?? 1) }));
  const most = size * WASTE;
  // Whoever shares two values shares each: where one of them is rare enough for a pass, both together find nothing more.
  const common = parts.filter((_, i) => (single[i]?.expected ?? 0) > most);
  const double = common.flatMap((a, i) =>
    common.slice(i + 1).flatMap(b => {
      if (a.name === b.name) return [];
      const chance = (telling.get(a) ?? 1) * (telling.get(b) ?? 1);
      return [{ parts: [a, b], expected: 0.5 * size * size * chance }];
    }),
  );
  return [...single, ...double]
    .filter(pass => pass.expected <= most)
    .sort((a, b) => a.expected - b.expected)
    .slice(0, Math.max(FEWEST_PASSES, Math.min(MOST_PASSES, Math.floor(LOOKS / size))));
}

/** The whole value, and for words and digits its beginning and its end: a slip spoils one of them only. */
function partsOf(column: Column): Part[] {
  const whole = { name: column.name, cut: '', keys: column.codes };
  if (column.kind === 'code') return [whole];
  const cut = (which: string, take: (value: string) => string): Part => {
    const codeOf = new Map<string, number>();
    const byValue = Int32Array.from(column.values, value => {
      const piece = take(value);
      if (piece === '') return 0;
      const known = codeOf.get(piece) ?? codeOf.size + 1;
      codeOf.set(piece, known);
      return known;
    });
    return { name: column.name, cut: which, keys: column.codes.map(code => byValue[code] ?? 0) };
  };
  const half = (value: string) => Math.ceil(value.length / 2);
  return [
    whole,
    cut(' begins', value => (value.length < 2 ? '' : value.slice(0, half(value)))),
    cut(' ends', value => (value.length < 2 ? '' : value.slice(half(value)))),
  ];
}

/** Chance that two records drawn at random share a key: Σ (n/N)², records without a key never do. */
function chanceOf(keys: Int32Array): number {
  const counts = new Map<number, number>();
  for (const key of keys) if (key !== 0) counts.set(key, (counts.get(key) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum += count * (count - 1);
  return sum / (keys.length * Math.max(1, keys.length - 1));
}

type Run = {
  size: number;
  before: readonly Pass[];
  mayMeet: (a: number, b: number) => boolean;
  found: { count: number; left: Int32Array; right: Int32Array };
  until: number;
};

const share = ({ parts }: Pass, a: number, b: number): boolean => {
  for (const { keys } of parts) if (keys[a] === 0 || keys[a] !== keys[b]) return false;
  return true;
};

/** Small blocks first: where room is short, the rare agreement is the one that tells. */
function runPass(pass: Pass, run: Run): void {
  const { order, starts } = blocksOf(pass, run.size);
  for (let block = 0; block < starts.length; block += 2) {
    const from = starts[block] as number;
    const to = starts[block + 1] as number;
    for (let i = from; i < to; i++)
      for (let j = i + 1; j < to; j++) {
        if (run.found.count >= run.until) return;
        meet(pass, run, [order[i] as number, order[j] as number]);
      }
  }
}

function meet(pass: Pass, { before, mayMeet, found }: Run, [one, two]: readonly [number, number]): void {
  const a = Math.min(one, two);
  const b = Math.max(one, two);
  // Two keys may have one hash, and an earlier pass may have brought these two together.
  if (!share(pass, a, b) || !mayMeet(a, b)) return;
  for (const earlier of before) if (share(earlier, a, b)) return;
  found.left[found.count] = a;
  found.right[found.count++] = b;
}

/** Records in order of their key's hash, and where each block of two or more begins and ends, the smallest first. */
function blocksOf({ parts }: Pass, size: number): { order: Int32Array; starts: Int32Array } {
  const [first, second] = parts.map(part => part.keys);
  const hashes = new Uint32Array(size);
  let kept = new Int32Array(size);
  let count = 0;
  for (let at = 0; at < size; at++) {
    const one = first?.[at] ?? 0;
    const two = second ? (second[at] ?? 0) : 1;
    if (one === 0 || two === 0) continue;
    hashes[at] = Math.imul(Math.imul(one, 0x9e3779b1) ^ (two + (one >>> 15)), 0x85ebca77) >>> 0;
    kept[count++] = at;
  }
  kept = sortByHash(kept.subarray(0, count), hashes);
  const blocks: [from: number, to: number][] = [];
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && hashes[kept[to] as number] === hashes[kept[from] as number]) to++;
    if (to - from > 1) blocks.push([from, to]);
    from = to;
  }
  blocks.sort((a, b) => a[1] - a[0] - (b[1] - b[0]) || a[0] - b[0]);
  return { order: kept, starts: Int32Array.from(blocks.flat()) };
}

/** Radix sort of record numbers by a 32 bit hash, stable. */
function sortByHash(records: Int32Array, hashes: Uint32Array): Int32Array<ArrayBuffer> {
  let from = Int32Array.from(records);
  let to = new Int32Array(records.length);
  for (const shift of [0, 11, 22]) {
    const starts = new Int32Array(2049);
    for (const at of from) {
      const digit = (((hashes[at] as number) >>> shift) & 2047) + 1;
      starts[digit] = (starts[digit] as number) + 1;
    }
    for (let digit = 1; digit < 2049; digit++)
      starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
    for (const at of from) {
      const digit = ((hashes[at] as number) >>> shift) & 2047;
      to[starts[digit] as number] = at;
      starts[digit] = (starts[digit] as number) + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
