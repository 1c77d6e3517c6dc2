/** Small deterministic generator (sfc32): fast in JavaScript, 128 bits of state, passes PractRand. Not for secrets. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** 32 random bits, unsigned. */
  bits(): number;
  /** Integer in [0, below). */
  below(below: number): number;
};

/** Generator for `seed` and any number of keys (community code, purpose): equal keys give equal streams, in any order. */
export function randomOf(seed: number, ...keys: (string | number)[]): Random {
  const [a, b] = hash(`${seed}|${keys.join('|')}`);
  return sfc32(a, b);
}

function sfc32(seedA: number, seedB: number): Random {
  let [a, b, c, d] = [seedA, seedB, 0x9e3779b9, 1];
  const bits = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) bits();
  const next = () => bits() / 4294967296;
  return { next, bits, below: n => Math.floor(next() * n) };
}

/** 53-bit string hash (cyrb53, two lanes). */
function hash(text: string): [number, number] {
  let [h1, h2] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const ch = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ ch, 2654435761);
    h2 = Math.imul(h2 ^ ch, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return [h1, h2];
}

export const chance = (r: Random, probability: number): boolean => r.next() < probability;

export function pick<T>(r: Random, list: readonly T[]): T {
  if (list.length === 0) throw new Error('pick from an empty list');
  return list[r.below(list.length)] as T;
}

/** Draws from [value, weight] pairs; weights need not add up to one. */
export function weighted<T>(list: readonly (readonly [T, number])[]): (r: Random) => T {
  const sums = new Float64Array(list.length);
  let total = 0;
  list.forEach(([, weight], i) => {
    total += weight;
    sums[i] = total;
  });
  const values = list.map(([value]) => value);
  return r => {
    const at = r.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return values[low] as T;
  };
}

/** Near-normal with mean 0 and deviation 1 (sum of uniforms); good enough for synthetic data. */
export const normal = (r: Random): number => (r.next() + r.next() + r.next() + r.next() - 2) * 1.732;

/** Splits `total` in whole parts in proportion to `weights`; the parts add up exactly (largest remainder). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) throw new Error('apportion needs a positive weight');
  const exact = weights.map(w => (total * w) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((e, i) => [e - Math.floor(e), i] as const).sort((x, y) => y[0] - x[0] || x[1] - y[1]);
  for (let k = 0; k < missing; k++) {
    const i = order[k]?.[1] ?? 0;
    parts[i] = (parts[i] ?? 0) + 1;
  }
  return parts;
}

/** In-place Fisher–Yates; returns the list. */
export function shuffle<T>(r: Random, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = r.below(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
