/**
 * Packed lists of seats and the sets made of them. A seat is a person's place in the roll of a street; a key is street
 * and seat in one number, so that ascending keys are people in their one order (area_code, name, elder_id).
 */

/** Seats a street may have; 9 digits of a street × 2²² stay below 2⁵³. */
const SEATS = 2 ** 22;

export const keyOf = (streetCode: string, seat: number): number => Number(streetCode.slice(0, 9)) * SEATS + seat;
export const seatOf = (key: number): { streetCode: string; seat: number } => {
  const street = Math.floor(key / SEATS);
  return { streetCode: `${street}000`, seat: key - street * SEATS };
};

/** Ascending seats as the gaps between them, each LEB128: one byte up to 127, two up to 16,383. */
export function packSeats(seats: readonly number[]): Buffer {
  const bytes: number[] = [];
  let before = -1;
  for (const seat of seats) {
    let gap = seat - before - 1;
    if (gap < 0) throw new RangeError('seats must ascend');
    before = seat;
    for (; gap > 127; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap);
  }
  return Buffer.from(bytes);
}

/** What packSeats packed. */
export function unpackSeats(packed: Buffer): number[] {
  const seats: number[] = [];
  let before = -1;
  for (let at = 0; at < packed.length; ) {
    let gap = 0;
    let byte = 128;
    for (let shift = 0; byte > 127; shift += 7) {
      byte = packed[at++] as number;
      gap |= (byte & 127) << shift;
    }
    before += gap + 1;
    seats.push(before);
  }
  return seats;
}

/** A run of (street code 12 bytes, length 4 bytes, packed seats), one street after the other, as ascending keys. */
export function readRuns(bytes: Buffer): Float64Array {
  // A seat takes at least one byte, so this is enough for all of them.
  const keys = new Float64Array(bytes.length);
  let n = 0;
  for (let at = 0; at < bytes.length; ) {
    const streetCode = bytes.toString('latin1', at, at + 12);
    const from = at + 16;
    at = from + bytes.readUInt32BE(at + 12);
    n = readSeats(bytes.subarray(from, at), { keys, n, before: keyOf(streetCode, 0) - 1 });
  }
  return keys.subarray(0, n);
}

type Reading = { keys: Float64Array; n: number; before: number };

function readSeats(packed: Buffer, { keys, n, before }: Reading): number {
  let key = before;
  let next = n;
  for (let at = 0; at < packed.length; ) {
    let byte = packed[at++] as number;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = packed[at++] as number;
      gap |= (byte & 127) << shift;
    }
    key += gap + 1;
    keys[next++] = key;
  }
  return next;
}

export const NOBODY = new Float64Array(0);

export function intersect(a: Float64Array, b: Float64Array): Float64Array {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  const both = new Float64Array(small.length);
  let n = 0;
  let j = 0;
  // A list far shorter than the other is looked up by halving; otherwise both are walked.
  const halve = small.length * 16 < large.length;
  for (const key of small) {
    if (halve) j = lowerBound(large, key, j);
    else while (j < large.length && (large[j] as number) < key) j++;
    if (j === large.length) break;
    if (large[j] === key) both[n++] = key;
  }
  return both.subarray(0, n);
}

export function unite(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all = new Float64Array(a.length + b.length);
  let [i, j, n] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const x = i < a.length ? (a[i] as number) : Number.POSITIVE_INFINITY;
    const y = j < b.length ? (b[j] as number) : Number.POSITIVE_INFINITY;
    if (x <= y) i++;
    if (y <= x) j++;
    all[n++] = Math.min(x, y);
  }
  return all.subarray(0, n);
}

/** Many lists at once, halved again and again: each key is moved log₂ times instead of once a list. */
export function uniteAll(lists: readonly Float64Array[]): Float64Array {
  if (lists.length < 2) return lists[0] ?? NOBODY;
  const half = lists.length >> 1;
  return unite(uniteAll(lists.slice(0, half)), uniteAll(lists.slice(half)));
}

export function subtract(a: Float64Array, b: Float64Array): Float64Array {
  if (b.length === 0) return a;
  let j = 0;
  return a.filter(key => {
    while (j < b.length && (b[j] as number) < key) j++;
    return b[j] !== key;
  });
}

/** First index at or after `from` whose key is not below `key`. */
export function lowerBound(keys: Float64Array, key: number, from = 0): number {
  let [low, high] = [from, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
