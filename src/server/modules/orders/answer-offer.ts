import { DomainError } from '#contracts/errors.ts';
import type { Order } from '#contracts/orders.ts';
import { whyNotAtWork } from '#modules/workforce/index.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { orderAnswer } from './answer.ts';
import * as db from './db.ts';
import { offer, rankFor, released } from './dispatch-order.ts';
import { take } from './duties.ts';
import { orderForStep } from './reach.ts';

/** The caregiver says yes; somebody suspended or listed since the offer is refused with the reason. */
export async function acceptOrder(ctx: Context, id: string): Promise<Order> {
  const order = await orderForStep(ctx, id);
  const because = order.caregiver_id ? await whyNotAtWork(ctx, order.caregiver_id) : null;
  if (because) throw new DomainError('platform.wrong-state', `您现在不能接单：${because}`);
  const set = { accepted_at: ctx.now, answer_by: null };
  const next = await take(ctx, order, { action: 'accept', set });
  await db.answerOffer(ctx, id, { answer: 'accepted', answered_at: ctx.now, refusal: null });
  return orderAnswer(ctx, next);
}

/** The caregiver says no, with the reason; the next on a fresh list is asked at once. Answers who, or null for the desk. */
export async function refuseOrder(ctx: Context, id: string, reason: string): Promise<{ offeredTo: string | null }> {
  const order = await orderForStep(ctx, id);
  const next = await asBatch(ctx, { areaCode: order.area_code, why: '不接的单派给下一位' }, inner =>
    passOn(inner, order, { action: 'refuse', reason }),
  );
  return { offeredTo: next.caregiver_name };
}

type No = { action: 'refuse' | 'time-out'; reason: string };

/** From one caregiver to the next, in the declared scope of the elder's community: the row changes hands. */
export async function passOn(ctx: Context, order: db.OrderRecord, no: No): Promise<db.OrderRecord> {
  const back = await take(ctx, order, { action: no.action, set: released(order, false), note: no.reason });
  await db.answerOffer(ctx, order.order_id, {
    answer: no.action === 'refuse' ? 'refused' : 'timeout',
    answered_at: ctx.now,
    refusal: no.reason,
  });
  const ranking = await rankFor(ctx, back);
  const chosen = ranking.ranked[0];
  return chosen ? offer(ctx, back, { chosen, ranking, asSystem: true }) : back;
}

/** Offers that waited past their time go to the next caregiver, or back to the desk when nobody is left. */
export async function expireOffers(ctx: Context): Promise<number> {
  const waiting = await db.listUnanswered(ctx);
  for (const order of waiting) {
    const reason = `${order.caregiver_name ?? '护理员'}超过时限没有回应`;
    await passOn(ctx, order, { action: 'time-out', reason });
  }
  return waiting.length;
}
