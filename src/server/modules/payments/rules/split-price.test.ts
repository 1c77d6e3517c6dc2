import { expect, test } from 'vitest';
import { negate, splitPrice } from './split-price.ts';

const limits = { ltcFen: 3000, subsidyFen: 2000, payerOrder: ['ltc', 'subsidy', 'self'] as const };

test.each([
  [8000, true, { ltcFen: 3000, subsidyFen: 2000, selfFen: 3000 }],
  [8000, false, { ltcFen: 0, subsidyFen: 2000, selfFen: 6000 }],
  [4000, true, { ltcFen: 3000, subsidyFen: 1000, selfFen: 0 }],
  [2500, true, { ltcFen: 2500, subsidyFen: 0, selfFen: 0 }],
  [0, true, { ltcFen: 0, subsidyFen: 0, selfFen: 0 }],
])('S4-18.1 %i fen, insured %s', (price, insured, split) => {
  expect(splitPrice(price, limits, { insured })).toEqual(split);
});

test('S3-31.3 the payer order decides who comes first', () => {
  const turned = { ...limits, payerOrder: ['subsidy', 'ltc', 'self'] as const };
  expect(splitPrice(4000, turned, { insured: true })).toEqual({ ltcFen: 2000, subsidyFen: 2000, selfFen: 0 });
});

test('S3-31.3 S4-18.1 parts add up to the price at every price', () => {
  for (let price = 0; price < 10_000; price += 7) {
    const { ltcFen, subsidyFen, selfFen } = splitPrice(price, limits, { insured: true });
    expect(ltcFen + subsidyFen + selfFen).toBe(price);
  }
});

test('a void is the exact negative, and zero stays zero', () => {
  expect(negate({ ltcFen: 3000, subsidyFen: 0, selfFen: 12 })).toEqual({ ltcFen: -3000, subsidyFen: 0, selfFen: -12 });
});
