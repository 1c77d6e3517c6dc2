import { expect, test } from 'vitest';
import { negate, shareOf, splitPrice, totalOf, voucherAtMost } from './split-price.ts';

const limits = { ltcFen: 3000, subsidyFen: 2000, payerOrder: ['ltc', 'subsidy', 'voucher', 'self'] as const };
const none = { voucherFen: 0 };

test.each([
  [8000, true, { ltcFen: 3000, subsidyFen: 2000, voucherFen: 0, selfFen: 3000 }],
  [8000, false, { ltcFen: 0, subsidyFen: 2000, voucherFen: 0, selfFen: 6000 }],
  [4000, true, { ltcFen: 3000, subsidyFen: 1000, voucherFen: 0, selfFen: 0 }],
  [2500, true, { ltcFen: 2500, subsidyFen: 0, voucherFen: 0, selfFen: 0 }],
  [0, true, { ltcFen: 0, subsidyFen: 0, voucherFen: 0, selfFen: 0 }],
])('S4-18.1 %i fen, insured %s', (price, insured, split) => {
  expect(splitPrice(price, limits, { insured, ...none })).toEqual(split);
});

test('S3-31.3 the payer order decides who comes first', () => {
  const turned = { ...limits, payerOrder: ['subsidy', 'ltc', 'self'] as const };
  expect(splitPrice(4000, turned, { insured: true, voucherFen: 5000 })).toEqual({
    ltcFen: 2000,
    subsidyFen: 2000,
    voucherFen: 0,
    selfFen: 0,
  });
});

test('S3-31.3 S4-18.1 parts add up to the price at every price', () => {
  for (let price = 0; price < 10_000; price += 7) {
    expect(totalOf(splitPrice(price, limits, { insured: true, voucherFen: 1500 }))).toBe(price);
  }
});

test('a void is the exact negative, and zero stays zero', () => {
  expect(negate({ ltcFen: 3000, subsidyFen: 0, voucherFen: 7, selfFen: 12 })).toEqual({
    ...{ ltcFen: -3000, subsidyFen: 0, voucherFen: -7, selfFen: -12 },
  });
});

test('S3-25.1 a voucher pays its share where the item puts it, never more than it holds, and not where the item has no place for it', () => {
  const asked = { insured: true, voucherFen: 2000 };
  expect(splitPrice(8000, limits, asked)).toEqual({ ltcFen: 3000, subsidyFen: 2000, voucherFen: 2000, selfFen: 1000 });
  expect(splitPrice(6000, limits, asked)).toMatchObject({ voucherFen: 1000, selfFen: 0 });
  const first = { ...limits, payerOrder: ['voucher', 'ltc', 'subsidy', 'self'] as const };
  expect(splitPrice(4000, first, asked)).toMatchObject({ voucherFen: 2000, ltcFen: 2000, subsidyFen: 0 });
  const noPlace = { ...limits, payerOrder: ['ltc', 'subsidy', 'self'] as const };
  expect(splitPrice(8000, noPlace, asked)).toMatchObject({ voucherFen: 0, selfFen: 3000 });
  const half = shareOf(splitPrice(8000, limits, asked), { found: 30, recorded: 60 });
  expect(totalOf(half)).toBe(4000);
  expect(voucherAtMost(half, 300)).toMatchObject({ voucherFen: 300, selfFen: half.selfFen + half.voucherFen - 300 });
});
