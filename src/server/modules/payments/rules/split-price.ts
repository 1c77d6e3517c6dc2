import type { Payer } from '#contracts/catalogue.ts';
import { apportion } from '#shared/random.ts';

export type Split = { ltcFen: number; subsidyFen: number; selfFen: number };

/**
 * Splits a price in the payer order: each payer bears at most its limit, the person what is left. Long-term care insurance
 * pays for the insured only (whose own benefit stands on the day: benefits). All integer fen, and the parts always add up to the price.
 */
export function splitPrice(
  priceFen: number,
  limits: { ltcFen: number; subsidyFen: number; payerOrder: readonly Payer[] },
  facts: { insured: boolean },
): Split {
  const split: Split = { ltcFen: 0, subsidyFen: 0, selfFen: 0 };
  let left = priceFen;
  for (const payer of limits.payerOrder) {
    if (payer === 'self') break;
    const limit = payer === 'ltc' ? (facts.insured ? limits.ltcFen : 0) : limits.subsidyFen;
    const part = Math.min(left, limit);
    split[payer === 'ltc' ? 'ltcFen' : 'subsidyFen'] += part;
    left -= part;
  }
  split.selfFen = left;
  return split;
}

const negative = (fen: number): number => (fen === 0 ? 0 : -fen);

export const negate = (split: Split): Split => ({
  ltcFen: negative(split.ltcFen),
  subsidyFen: negative(split.subsidyFen),
  selfFen: negative(split.selfFen),
});

/** The part of a split that is owed for `found` of `recorded` minutes: rounded down to the fen, payers in proportion. */
export function shareOf(split: Split, of: { found: number; recorded: number }): Split {
  const parts = [split.ltcFen, split.subsidyFen, split.selfFen];
  const total = parts.reduce((a, b) => a + b, 0);
  if (total === 0) return split;
  const [ltcFen = 0, subsidyFen = 0, selfFen = 0] = apportion(Math.floor((total * of.found) / of.recorded), parts);
  return { ltcFen, subsidyFen, selfFen };
}
