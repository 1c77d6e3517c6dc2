import { hasInsurance } from '#modules/benefits/catalogue/index.ts';
import { itemVersion } from '#modules/catalogue/index.ts';
import { type Split, splitPrice } from '#modules/payments/index.ts';
import { holdVouchers, voucherLimit } from '#modules/vouchers/index.ts';
import type { Context } from '#platform/http/context.ts';
import type * as db from './db.ts';

type Limits = Parameters<typeof splitPrice>[1];
type Priced = { elderId: string; areaCode: string; itemCode: string; on: string; priceFen: number; limits: Limits };

/**
 * Who pays how much of a service on a day: the person's own LTC benefit is asked first, the subsidy and the voucher pay what
 * is left. `isSettling` holds the vouchers for this transaction, otherwise the price is only shown.
 */
export async function splitOn(ctx: Context, priced: Priced, isSettling = false): Promise<Split> {
  const { elderId, on, priceFen, limits } = priced;
  const insured = limits.ltcFen > 0 && (await hasInsurance(ctx, { elderId, on }));
  const takesVouchers = limits.payerOrder.includes('voucher');
  const voucherFen = takesVouchers ? await (isSettling ? holdVouchers(ctx, priced) : voucherLimit(ctx, priced)) : 0;
  return splitPrice(priceFen, limits, { insured, voucherFen });
}

type At = { on: string; priceFen: number; isSettling?: boolean };

/** The amounts of an order at a price, by the payers of its item's version, for a day. */
export async function amountsOf(ctx: Context, order: db.OrderRecord, { isSettling = false, ...at }: At) {
  const item = await itemVersion(ctx, { code: order.item_code, version: order.item_version });
  const kept = { ltcFen: order.ltc_fen, subsidyFen: order.subsidy_fen, payerOrder: ['ltc', 'subsidy'] as const };
  const bought = { elderId: order.elder_id, areaCode: order.area_code, itemCode: order.item_code };
  return amountsFrom(await splitOn(ctx, { ...bought, ...at, limits: item ?? kept }, isSettling));
}

export const amountsFrom = (split: Split) => ({
  ltc_fen: split.ltcFen,
  subsidy_fen: split.subsidyFen,
  voucher_fen: split.voucherFen,
  self_fen: split.selfFen,
});

export const splitFrom = (order: db.OrderRecord): Split => ({
  ltcFen: order.ltc_fen,
  subsidyFen: order.subsidy_fen,
  voucherFen: order.voucher_fen,
  selfFen: order.self_fen,
});
