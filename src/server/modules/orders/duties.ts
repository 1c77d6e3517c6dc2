import { ORDER_LIMITS, type OrderAction, type OrderStatus, orderLifecycle } from '#contracts/order-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty, openDuty, type Subject } from '#platform/lifecycle/advance.ts';
import { ageOn } from '#shared/dates.ts';
import { placeOf } from './answer.ts';
import * as db from './db.ts';

export const subjectOf = (order: db.OrderRecord): Subject => ({
  kind: 'order',
  id: order.order_id,
  elderId: order.elder_id,
  areaCode: order.area_code,
  organisationId: order.provider_id,
  assigneeId: order.assignee_id,
});

/** Who owes the next step of an order, and by when; undefined once it is confirmed or cancelled. */
export function dutyOf(ctx: Context, order: db.OrderRecord, status: OrderStatus): Duty | undefined {
  const who = `${order.elder_name} ${ageOn(order.elder_born_on, ctx.today)} 岁`;
  const when = `${order.wanted_on}${order.wanted_time ? ` ${order.wanted_time}` : ''}`;
  const reason = [placeOf(order), when, order.need].filter(Boolean).join('，');
  // Owed by a role, by nobody in person: only the caregiver's own duties carry an account.
  const desk = { path: `/desk/orders/${order.order_id}`, reason, assigneeId: null };
  const field = { path: `/field/orders/${order.order_id}`, reason, forRole: 'caregiver' as const };
  switch (status) {
    case 'submitted':
      return {
        ...desk,
        forRole: order.source === 'centre' ? 'centre' : 'street',
        kindLabel: '派单',
        title: `给${who}派${order.item_name}`,
        actionLabel: '派单',
        withinWorkingDays: ORDER_LIMITS.dispatchWithinWorkingDays,
      };
    case 'dispatched':
      return {
        ...field,
        kindLabel: '接单',
        title: `${who}的${order.item_name}等您接单`,
        actionLabel: '接单',
        ...(order.answer_by ? { dueAt: order.answer_by } : {}),
      };
    case 'accepted':
      return {
        ...field,
        kindLabel: '上门',
        title: `${when} 给${who}${order.item_name}`,
        actionLabel: '到了，开始服务',
        dueAt: `${order.wanted_on}T16:00:00.000Z`,
      };
    case 'started':
      return {
        ...field,
        kindLabel: '记录',
        title: `${who}的${order.item_name}要写记录`,
        actionLabel: '记录服务',
        withinWorkingDays: 0,
      };
    case 'done':
      return {
        forRole: 'family',
        assigneeId: null,
        kindLabel: '确认',
        title: `${order.item_name}做完了，请确认`,
        reason: `${order.caregiver_name ?? ''}，${order.provider_name ?? ''}`,
        actionLabel: '确认服务',
        path: `/elder/orders/${order.order_id}`,
        withinWorkingDays: ORDER_LIMITS.confirmWithinWorkingDays,
      };
    default:
      return undefined;
  }
}

/** What the family or the desk owes next is written as batch when a caregiver's step brings it up: not a row of theirs. */
async function owe(ctx: Context, order: db.OrderRecord, duty: Duty): Promise<void> {
  const open = (inner: Context) => openDuty(inner, subjectOf(order), duty);
  if (ctx.scope.way !== 'assigned' || duty.assigneeId !== null) return open(ctx);
  return asBatch(ctx, { areaCode: order.area_code, why: '服务做完，请老人或家属确认' }, open);
}

type Step = { action: OrderAction; set: Partial<db.OrderRecord>; note?: string | null; asSystem?: boolean };

/** One step of an order: lifecycle, stored columns, duty, audit. Answers the order as it is now. */
export async function take(ctx: Context, order: db.OrderRecord, step: Step): Promise<db.OrderRecord> {
  const draft = { ...order, ...step.set };
  const from = order.status as OrderStatus;
  const to = orderLifecycle.transitions.find(t => t.action === step.action && t.from.some(s => s === from))?.to;
  const status = await advance(ctx, {
    table: orderLifecycle,
    // A step leaves a trace with the one who took it: the caregiver who refuses still sees the refusal.
    subject: subjectOf({ ...draft, assignee_id: draft.assignee_id ?? order.assignee_id }),
    status: from,
    action: step.action,
    note: step.note ?? null,
    ...(step.asSystem ? { asSystem: true } : {}),
  });
  const duty = to && dutyOf(ctx, draft, to);
  if (duty) await owe(ctx, draft, duty);
  const set = { ...step.set, status };
  await db.updateOrder(ctx, order.order_id, set);
  await record(ctx, {
    action: `orders.${step.action}`,
    subject: { kind: 'order', id: order.order_id },
    elderId: order.elder_id,
    areaCode: order.area_code,
    ...(step.note ? { note: step.note } : {}),
    before: { status: from },
    after: { status },
  });
  return { ...order, ...set };
}
