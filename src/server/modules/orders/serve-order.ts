import { DomainError } from '#contracts/errors.ts';
import type { Order, RecordForm } from '#contracts/orders.ts';
import { itemVersion } from '#modules/catalogue/index.ts';
import { withheldFor } from '#modules/consents/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import { dayOfInstant } from '#shared/dates.ts';
import { haversineMetres } from '#shared/geo.ts';
import { newId } from '#shared/ids.ts';
import { orderAnswer, placeOf } from './answer.ts';
import * as db from './db.ts';
import { take } from './duties.ts';
import { refuseForeignPhotos } from './photos.ts';
import { orderForStep } from './reach.ts';
import { missingEvidence, recordTimes } from './rules.ts';

/** Door and phone, for the caregiver who has accepted, until the record is written; each opening is audited. */
export async function openAddress(ctx: Context, id: string) {
  const order = await orderForStep(ctx, id);
  if (order.status !== 'accepted' && order.status !== 'started') {
    throw new DomainError('platform.wrong-state', '接单以后、服务做完以前才能看门牌和电话');
  }
  if (!order.sealed_contact) throw new DomainError('orders.no-address');
  const at = { table: 'orders', elderId: order.elder_id };
  const contact = open(ctx.keys, at, order.sealed_contact) as { door: string | null; phone: string | null };
  await record(ctx, {
    action: 'orders.open-address',
    subject: { kind: 'order', id },
    elderId: order.elder_id,
    areaCode: order.area_code,
    note: `上门服务：${order.item_name}`,
  });
  return { place: placeOf(order), door: contact.door, phone: contact.phone };
}

type Position = { longitude: number | null; latitude: number | null };

/** Arrival: time, position and distance from the home. A far position is shown to everybody and blocks nobody. */
export async function checkIn(ctx: Context, id: string, position: Position): Promise<Order> {
  const order = await orderForStep(ctx, id);
  await refuseTwoPlaces(ctx, order);
  const metres = distance(order, position);
  const set = {
    started_at: ctx.now,
    started_longitude: position.longitude,
    started_latitude: position.latitude,
    started_metres: metres,
  };
  const note = metres === null ? '没有取到位置' : `离家 ${metres} 米`;
  return orderAnswer(ctx, await take(ctx, order, { action: 'check-in', set, note }));
}

function distance(order: db.OrderRecord, { longitude, latitude }: Position): number | null {
  if (longitude === null || latitude === null || order.longitude === null || order.latitude === null) return null;
  return Math.round(haversineMetres([order.longitude, order.latitude], [longitude, latitude]));
}

/** One caregiver is not in two places (entities §12.2): the service begun earlier is written down first. */
async function refuseTwoPlaces(ctx: Context, order: db.OrderRecord): Promise<void> {
  if (order.status !== 'accepted') return;
  const [other] = await db.listOrders(ctx, { status: 'started', limit: 1 });
  if (other) throw new DomainError('platform.wrong-state', `您在${other.elder_name}家的服务还没有写记录，请先写完`);
}

/** What was done, with start out of the check-in; wants the item's evidence. */
export async function writeRecord(ctx: Context, id: string, form: RecordForm): Promise<Order> {
  const order = await orderForStep(ctx, id);
  if (order.status !== 'started' || !order.started_at) {
    const next = await take(ctx, order, { action: 'record', set: {} });
    return orderAnswer(ctx, next);
  }
  const item = await itemVersion(ctx, { code: order.item_code, version: order.item_version });
  // Whoever does not agree to photos is served and paid all the same; the note and the signature stand for them.
  const noPhotos = (await withheldFor(ctx, [order.elder_id], 'photo-service')).has(order.elder_id);
  const wanted = (item?.evidence ?? []).filter(kind => !(noPhotos && kind === 'photo'));
  const missing = missingEvidence(wanted, form);
  if (missing.length > 0) throw new DomainError('orders.evidence-missing', `还缺：${missing.join('、')}`);
  await refuseForeignPhotos(ctx, id, form.evidence);
  const times = recordTimes(order.started_at, form.endedAt, ctx.now);
  if ('fault' in times) throw new DomainError('platform.invalid-input', undefined, { endedAt: times.fault });
  const row = recordOf(ctx, order, { form, times });
  await db.insertRecord(ctx, row);
  const set = { done_at: ctx.now, done_on: ctx.today, record_id: row.record_id };
  const next = await take(ctx, order, { action: 'record', set, note: form.itemsDone.join('、') });
  return orderAnswer(ctx, next);
}

type Times = { startedAt: string; endedAt: string };

function recordOf(ctx: Context, order: db.OrderRecord, of: { form: RecordForm; times: Times }): db.RecordRecord {
  const { form, times } = of;
  return {
    record_id: newId(),
    order_id: order.order_id,
    elder_id: order.elder_id,
    area_code: order.area_code,
    happened_area: order.area_code,
    provider_id: order.provider_id ?? '',
    provider_name: order.provider_name ?? '',
    caregiver_id: order.caregiver_id ?? '',
    caregiver_name: order.caregiver_name ?? '',
    assignee_id: order.assignee_id ?? '',
    item_code: order.item_code,
    item_name: order.item_name,
    started_at: times.startedAt,
    ended_at: times.endedAt,
    served_on: dayOfInstant(times.startedAt),
    start_metres: order.started_metres,
    items_done: form.itemsDone,
    measurements: form.measurements,
    evidence: form.evidence,
    note: form.note,
    recorded_at: ctx.now,
    recorded_by: ctx.actor.name,
    corrects_record_id: null,
    correction_reason: null,
  };
}
