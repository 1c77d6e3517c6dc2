import { hasInsurance } from '#modules/benefits/catalogue/index.ts';
import { itemVersion } from '#modules/catalogue/index.ts';
import { type Split, splitPrice } from '#modules/payments/index.ts';
import type { Context } from '#platform/http/context.ts';
import type * as db from './db.ts';

type Limits = Parameters<typeof splitPrice>[1];
type Priced = { elderId: string; on: string; priceFen: number; limits: Limits };

/** Who pays how much of a service on a day: the person's own LTC benefit is asked first, the subsidy pays what is left. */
export async function splitOn(ctx: Context, { elderId, on, priceFen, limits }: Priced): Promise<Split> {
  const insured = limits.ltcFen > 0 && (await hasInsurance(ctx, { elderId, on }));
  return splitPrice(priceFen, limits, { insured });
}

/** The amounts of an order at a price, by the payers of its item's version, for a day. */
export async function amountsOf(ctx: Context, order: db.OrderRecord, of: { on: string; priceFen: number }) {
  const item = await itemVersion(ctx, { code: order.item_code, version: order.item_version });
  const kept = { ltcFen: order.ltc_fen, subsidyFen: order.subsidy_fen, payerOrder: ['ltc', 'subsidy'] as const };
  const split = await splitOn(ctx, { elderId: order.elder_id, ...of, limits: item ?? kept });
  return { ltc_fen: split.ltcFen, subsidy_fen: split.subsidyFen, self_fen: split.selfFen };
}
