import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { crossTable, itemAgreement, type Pair, percentAgreement, weightedKappa } from './agreement.ts';
import { defaultSize, drawSample } from './sample.ts';

/** Pairs of a cross table: rows the first, columns the second. */
const pairsOf = (table: number[][]): Pair[] =>
  table.flatMap((row, first) => row.flatMap((n, second) => Array.from({ length: n }, () => ({ first, second }))));

describe('agreement', () => {
  it('is Cohen’s own arithmetic on the textbook table (20, 5, 10, 15): 70 %, kappa 0.4', () => {
    const pairs = pairsOf([
      [20, 5],
      [10, 15],
    ]);
    expect(percentAgreement(pairs)).toBeCloseTo(0.7);
    for (const weights of ['none', 'linear', 'quadratic'] as const)
      expect(weightedKappa(pairs, { categories: [0, 1], weights })).toBeCloseTo(0.4);
  });
  it('weighs a neighbour less than a far level (worked by hand)', () => {
    const pairs = pairsOf([
      [4, 1, 0],
      [0, 2, 1],
      [0, 0, 2],
    ]);
    // linear: observed (1·½ + 1·½)/10 = 0.1; expected from margins .5 .3 .2 × .4 .3 .3 =
    // ½(.5·.3 + .3·.4 + .3·.3 + .2·.3) + 1(.5·.3 + .2·.4) = .21 + .23 = .44
    expect(weightedKappa(pairs, { categories: [0, 1, 2], weights: 'linear' })).toBeCloseTo(1 - 0.1 / 0.44);
    // quadratic: observed 2·¼/10 = 0.05; expected ¼·.42 + .23 = .335
    expect(weightedKappa(pairs, { categories: [0, 1, 2], weights: 'quadratic' })).toBeCloseTo(1 - 0.05 / 0.335);
    expect(crossTable(pairs, [0, 1, 2])).toEqual([
      [4, 1, 0],
      [0, 2, 1],
      [0, 0, 2],
    ]);
  });
  it('says nothing where there is nothing to say', () => {
    expect(percentAgreement([])).toBeNull();
    expect(weightedKappa([], { categories: [0, 1], weights: 'linear' })).toBeNull();
    expect(weightedKappa(pairsOf([[5, 0]]), { categories: [0, 1], weights: 'linear' })).toBeNull();
    expect(itemAgreement([])).toBeNull();
    expect(itemAgreement([{ first: { a: 1, b: 2 }, second: { a: 1, b: 3 } }])).toBe(0.5);
  });
});

describe('the sample', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const ids = Array.from({ length: 200 }, (_, at) => `id-${at}`);
  it('is the same for the same seed in any order, and another for another seed', () => {
    const once = drawSample(ids, { size: 10, seed: 'a', hash });
    expect(drawSample(ids.toReversed(), { size: 10, seed: 'a', hash })).toEqual(once);
    expect(drawSample(ids, { size: 10, seed: 'b', hash })).not.toEqual(once);
    expect(new Set(once).size).toBe(10);
  });
  it('takes 5 per cent, at least one', () => {
    expect([0, 1, 20, 21, 200].map(defaultSize)).toEqual([0, 1, 1, 2, 10]);
  });
});
