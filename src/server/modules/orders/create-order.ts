import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { orderLifecycle } from '#contracts/order-lifecycle.ts';
import type { Order, OrderForm } from '#contracts/orders.ts';
import { itemInForce } from '#modules/catalogue/index.ts';
import { contactForService } from '#modules/elders/index.ts';
import { tellHelped } from '#modules/messages/index.ts';
import type { Split } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { seal } from '#platform/secrets/seal.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { orderAnswer } from './answer.ts';
import * as db from './db.ts';
import { dutyOf, subjectOf } from './duties.ts';
import { withReach } from './reach.ts';
import { sourceOf } from './rules.ts';
import { splitOn } from './split-order.ts';

/** Takes an order for somebody in the actor's reach, at the catalogue's price of the day it is wanted. */
export function createOrder(ctx: Context, form: z.output<typeof OrderForm>): Promise<Order> {
  return withReach(ctx, async inner => {
    const elder = await db.findElder(inner, form.elderId);
    if (!elder) throw new DomainError('orders.elder-not-found');
    refuseUnserved(inner, { status: elder.status, mode: elder.service_mode, name: elder.name });
    if (form.wantedOn < ctx.today) {
      throw new DomainError('platform.invalid-input', undefined, { wantedOn: '日期不能早于今天' });
    }
    const item = await itemInForce(inner, form.itemCode, form.wantedOn);
    const { elderId, wantedOn } = form;
    const bought = { itemCode: item.code, areaCode: elder.area_code, limits: item };
    const split = await splitOn(inner, { elderId, on: wantedOn, priceFen: item.priceFen, ...bought });
    const order = await newOrder(inner, { form, elder, item, split });
    await advance(inner, {
      table: orderLifecycle,
      subject: subjectOf(order),
      status: null,
      action: 'dispatch',
      note: form.need,
      duty: dutyOf(inner, order, 'submitted'),
    });
    await db.insertOrder(inner, order);
    await record(inner, {
      action: 'orders.create',
      subject: { kind: 'order', id: order.order_id },
      elderId: order.elder_id,
      areaCode: order.area_code,
      after: { item: item.code, wantedOn: form.wantedOn, priceFen: item.priceFen },
    });
    const { order_id: orderId, area_code: areaCode } = order;
    if (form.needId)
      await publish(inner, { name: 'order.made', elderId, areaCode, orderId, needId: form.needId, what: item.name });
    await tellHelped(inner, {
      ...{ elderId: order.elder_id, areaCode: order.area_code, what: `约${item.name}，${dayWords(form.wantedOn)}` },
      ...{ path: `/elder/orders/${order.order_id}`, about: { kind: 'order', id: order.order_id } },
    });
    return orderAnswer(inner, order);
  });
}

function refuseUnserved(_ctx: Context, elder: { status: string; mode: string; name: string }): void {
  const because =
    elder.status === 'deceased'
      ? '已去世'
      : elder.status === 'moved-out'
        ? '已迁出'
        : elder.mode === 'institution'
          ? '现在住养老机构'
          : null;
  if (because) throw new DomainError('orders.elder-not-served', `${elder.name}${because}，不能下上门服务单`);
}

type Made = {
  form: z.output<typeof OrderForm>;
  elder: NonNullable<Awaited<ReturnType<typeof db.findElder>>>;
  item: Awaited<ReturnType<typeof itemInForce>>;
  split: Split;
};

/** Door and phone are taken once, under the orderer's reach, and sealed again for this table: firms never reach elders. */
async function newOrder(ctx: Context, { form, elder, item, split }: Made): Promise<db.OrderRecord> {
  const contact = await contactForService(ctx, elder.elder_id);
  const centre = ctx.actor.role === 'centre';
  return {
    ...EMPTY,
    order_id: newId(),
    elder_id: elder.elder_id,
    area_code: elder.area_code,
    happened_area: elder.area_code,
    status: 'submitted',
    source: sourceOf(ctx.actor.role),
    item_code: item.code,
    item_version: item.version,
    item_name: item.name,
    need: form.need,
    note: form.note,
    wanted_on: form.wantedOn,
    wanted_time: form.wantedTime,
    price_fen: item.priceFen,
    ltc_fen: split.ltcFen,
    subsidy_fen: split.subsidyFen,
    voucher_fen: split.voucherFen,
    self_fen: split.selfFen,
    elder_name: elder.name,
    elder_sex: elder.sex,
    elder_born_on: elder.born_on,
    road: elder.road,
    compound: elder.compound,
    longitude: elder.lon,
    latitude: elder.lat,
    sealed_contact: contact && seal(ctx.keys, { table: 'orders', elderId: elder.elder_id }, contact),
    provider_id: centre ? ctx.actor.organisationId : null,
    ordered_at: ctx.now,
    ordered_on: ctx.today,
    ordered_by: ctx.actor.name,
  };
}

const EMPTY = {
  provider_name: null,
  caregiver_id: null,
  caregiver_name: null,
  assignee_id: null,
  dispatched_at: null,
  answer_by: null,
  accepted_at: null,
  started_at: null,
  started_longitude: null,
  started_latitude: null,
  started_metres: null,
  done_at: null,
  done_on: null,
  record_id: null,
  confirmed_at: null,
  confirmed_by: null,
  score: null,
  evaluation: null,
  evaluated_at: null,
  settled_on: null,
  cancelled_at: null,
  cancelled_by: null,
  cancel_reason: null,
} as const satisfies Partial<db.OrderRecord>;
