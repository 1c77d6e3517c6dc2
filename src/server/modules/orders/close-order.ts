import { DomainError } from '#contracts/errors.ts';
import type { Order } from '#contracts/orders.ts';
import { settleRecord, type VerifiedRecord, voucherAtMost } from '#modules/payments/index.ts';
import { addRating } from '#modules/providers/index.ts';
import { spendVouchers } from '#modules/vouchers/index.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { orderAnswer } from './answer.ts';
import * as db from './db.ts';
import { released } from './dispatch-order.ts';
import { take } from './duties.ts';
import { orderForStep, withReach } from './reach.ts';
import { amountsFrom, amountsOf, splitFrom } from './split-order.ts';

/**
 * The record is verified by whom it was for, and only then is there a settlement line: waiting for an evaluation would
 * leave a firm unpaid because nobody gave stars.
 */
export async function confirmOrder(ctx: Context, id: string, note: string | null): Promise<Order> {
  const order = await orderForStep(ctx, id);
  const record = order.record_id ? await db.findRecord(ctx, order.record_id) : undefined;
  // The benefit may have begun or ended since the order was made: the day of the service decides who pays first.
  const at = record && { on: record.served_on, priceFen: order.price_fen, isSettling: true };
  const amounts = at && (await amountsOf(ctx, order, at));
  const set = { confirmed_at: ctx.now, confirmed_by: ctx.actor.name, ...amounts };
  let next = await take(ctx, order, { action: 'confirm', set, note });
  if (!record) throw new DomainError('platform.wrong-state', '这张单还没有服务记录，不能确认');
  const verified = verifiedOf({ ...order, ...amounts }, record);
  const { lineId } = await settleRecord(ctx, verified);
  if (lineId) await payByVoucher(ctx, verified);
  // A day in hospital or away is settled with nobody: the voucher keeps its money.
  else if (next.voucher_fen > 0) {
    const own = amountsFrom(voucherAtMost(splitFrom(next), 0));
    await db.updateOrder(ctx, id, own);
    next = { ...next, ...own };
  }
  const { order_id: orderId, elder_id: elderId, area_code: areaCode } = order;
  await publish(ctx, { name: 'order.confirmed', elderId, areaCode, orderId, recordId: record.record_id });
  return orderAnswer(ctx, next);
}

/** The voucher's part of a settled record, taken from what was held for it. */
export async function payByVoucher(ctx: Context, { split, servedOn, ...of }: VerifiedRecord): Promise<void> {
  if (split.voucherFen > 0) await spendVouchers(ctx, { ...of, on: servedOn, fen: split.voucherFen });
}

export const verifiedOf = (order: db.OrderRecord, record: db.RecordRecord): VerifiedRecord => ({
  recordId: record.record_id,
  orderId: order.order_id,
  elderId: order.elder_id,
  elderName: order.elder_name,
  areaCode: order.area_code,
  happenedArea: order.happened_area,
  providerId: record.provider_id,
  providerName: record.provider_name,
  itemCode: order.item_code,
  itemName: order.item_name,
  servedOn: record.served_on,
  split: splitFrom(order),
});

/** 1–5 and a sentence; feeds the firm's rating. */
export async function evaluateOrder(
  ctx: Context,
  id: string,
  form: { score: number; text: string | null },
): Promise<Order> {
  const order = await orderForStep(ctx, id);
  const set = { score: form.score, evaluation: form.text, evaluated_at: ctx.now };
  const next = await take(ctx, order, { action: 'evaluate', set, note: `${form.score} 分` });
  const firm = order.provider_id;
  const rated = { areaCode: order.area_code, why: '评价计入服务商评分' };
  if (firm) await asBatch(ctx, rated, inner => addRating(inner, firm, form.score));
  return orderAnswer(ctx, next);
}

/** Cancels before check-in, by whoever may; afterwards the service is confirmed or disputed, never cancelled. */
export function cancelOrder(ctx: Context, id: string, reason: string): Promise<Order> {
  return withReach(ctx, async reach => {
    const order = await orderForStep(reach, id);
    const next = await asBatch(reach, { areaCode: order.area_code, why: '取消服务单并收回派单' }, inner =>
      cancelOne(inner, order, { reason, asSystem: false }),
    );
    return orderAnswer(reach, next);
  });
}

async function cancelOne(ctx: Context, order: db.OrderRecord, why: { reason: string; asSystem: boolean }) {
  const set = { cancelled_at: ctx.now, cancelled_by: ctx.actor.name, cancel_reason: why.reason, answer_by: null };
  const next = await take(ctx, order, { action: 'cancel', set, note: why.reason, asSystem: why.asSystem });
  await db.answerOffer(ctx, order.order_id, { answer: 'withdrawn', answered_at: ctx.now, refusal: why.reason });
  const { order_id: orderId, elder_id: elderId, area_code: areaCode } = order;
  await publish(ctx, { name: 'order.cancelled', elderId, areaCode, orderId, reason: why.reason });
  return next;
}

/** Death, hospital, institution: every order not yet begun from that day on is cancelled the same day (entities §12.1). */
export function cancelOpenOrders(
  ctx: Context,
  of: { elderId: string; areaCode: string; from: string; until?: string | null; reason: string },
): Promise<number> {
  return asBatch(ctx, { areaCode: of.areaCode, why: of.reason }, async inner => {
    const open = (await db.listOpenOrders(inner, of)).filter(order => !of.until || order.wanted_on <= of.until);
    for (const order of open) await cancelOne(inner, order, { reason: of.reason, asSystem: true });
    return open.length;
  });
}

/** A firm that left gives its open orders back to the desks, all over the city. */
export function releaseOrdersOf(ctx: Context, of: { providerId: string; reason: string }): Promise<number> {
  return asBatch(ctx, { areaCode: '110000000000', why: of.reason }, async inner => {
    const open = (await db.listOpenOrders(inner, of)).filter(order => order.status !== 'submitted');
    for (const order of open) {
      const set = released(order, false);
      await take(inner, order, { action: 'recall', set, note: of.reason, asSystem: true });
      await db.answerOffer(inner, order.order_id, { answer: 'withdrawn', answered_at: ctx.now, refusal: of.reason });
    }
    return open.length;
  });
}
