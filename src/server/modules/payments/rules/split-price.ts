import type { Payer } from '#contracts/catalogue.ts';
import { apportion } from '#shared/random.ts';

/** Parts of a price by payer, fen; a void has the same amounts below zero. */
export type Split = { ltcFen: number; subsidyFen: number; voucherFen: number; selfFen: number };
const NOTHING: Split = { ltcFen: 0, subsidyFen: 0, voucherFen: 0, selfFen: 0 };

/**
 * Splits a price in the payer order: each payer bears at most its limit, the person what is left. Long-term care insurance
 * pays for the insured only (whose own benefit stands on the day: benefits), a voucher at most what is left of it. All integer
 * fen, and the parts always add up to the price.
 */
export function splitPrice(
  priceFen: number,
  limits: { ltcFen: number; subsidyFen: number; payerOrder: readonly Payer[] },
  facts: { insured: boolean; voucherFen: number },
): Split {
  const bears: Split = {
    ...limits,
    ltcFen: facts.insured ? limits.ltcFen : 0,
    voucherFen: facts.voucherFen,
    selfFen: 0,
  };
  const split = { ...NOTHING };
  let left = priceFen;
  for (const payer of limits.payerOrder) {
    if (payer === 'self') break;
    const part = Math.min(left, bears[`${payer}Fen`]);
    split[`${payer}Fen`] += part;
    left -= part;
  }
  split.selfFen = left;
  return split;
}

const negative = (fen: number): number => (fen === 0 ? 0 : -fen);

export const negate = (split: Split): Split => ({
  ltcFen: negative(split.ltcFen),
  subsidyFen: negative(split.subsidyFen),
  voucherFen: negative(split.voucherFen),
  selfFen: negative(split.selfFen),
});

export const totalOf = (split: Split): number => split.ltcFen + split.subsidyFen + split.voucherFen + split.selfFen;

/** What a voucher does not bear after all (spent elsewhere, expired on the corrected day) falls to the person. */
export function voucherAtMost(split: Split, limitFen: number): Split {
  const voucherFen = Math.min(split.voucherFen, limitFen);
  return { ...split, voucherFen, selfFen: split.selfFen + split.voucherFen - voucherFen };
}

/** The part of a split that is owed for `found` of `recorded` minutes: rounded down to the fen, payers in proportion. */
export function shareOf(split: Split, of: { found: number; recorded: number }): Split {
  const total = totalOf(split);
  if (total === 0) return split;
  const parts = [split.ltcFen, split.subsidyFen, split.voucherFen, split.selfFen];
  const owed = apportion(Math.floor((total * of.found) / of.recorded), parts);
  const [ltcFen = 0, subsidyFen = 0, voucherFen = 0, selfFen = 0] = owed;
  return { ltcFen, subsidyFen, voucherFen, selfFen };
}
