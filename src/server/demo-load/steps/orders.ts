import type { Selectable } from 'kysely';
import type { OrderStatus } from '#contracts/order-lifecycle.ts';
import { insertOrders, insertRecords, orderDuty, orderSubject } from '#modules/orders/index.ts';
import { insertSettleLines } from '#modules/payments/index.ts';
import type { Orders, ServiceRecords, SettleLines } from '#platform/database/generated/tables.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { insertSteps } from '#platform/lifecycle/insert-steps.ts';
import { seal } from '#platform/secrets/seal.ts';
import type { DemoOrder } from '../../demo/index.ts';
import { itemNamed } from '../catalogue.ts';
import { elderOf, type HistoryContext } from '../history-rows.ts';
import { lookup, relatedId } from '../lookup.ts';
import { orderSteps } from '../order-steps.ts';
import { paidByVoucher } from './vouchers.ts';

/** Orders of one community with records, lines, steps, and what is still to do on the first day. */
export async function loadOrders(h: HistoryContext, orders: readonly DemoOrder[]): Promise<number> {
  const { client } = h.ctx;
  const made = orders.map(o => ({ order: o, row: orderRow(h, o) }));
  const vouchers = paidByVoucher(
    h,
    made.map(each => each.row),
  );
  const rows = made.map(({ order, row }) => ({ order, row: withVoucher(row, vouchers.get(row.order_id) ?? 0) }));
  const done = rows.filter(({ row }) => row.record_id !== null);
  const records = done.map(({ row }) => recordRow(row));
  const lines = done.filter(({ row }) => row.confirmed_at !== null).map(({ row }) => lineRow(row));
  const steps = rows.flatMap(({ order, row }) => orderSteps(h, order, row));
  await insertOrders(
    client,
    rows.map(r => r.row),
  );
  await insertRecords(client, records);
  await insertSettleLines(client, lines);
  await insertSteps(client, steps);
  for (const { row } of rows) {
    const duty = orderDuty(h.ctx, row, row.status as OrderStatus);
    if (duty) await openDuty(h.ctx, orderSubject(row), duty);
  }
  return rows.length + records.length + lines.length + steps.length;
}

export type OrderRow = Selectable<Orders>;

const withVoucher = (row: OrderRow, fen: number): OrderRow => ({
  ...row,
  voucher_fen: fen,
  self_fen: row.self_fen - fen,
});

const SOURCES = { 电话: 'call', 小程序: 'family', 社区代办: 'community', 驿站前台: 'centre', 一键呼: 'call' } as const;

export function statusOf(o: DemoOrder): OrderStatus {
  if (o.cancelledAt) return 'cancelled';
  if (o.settledOn) return 'settled';
  if (o.rating !== null) return 'evaluated';
  if (o.confirmedAt) return 'confirmed';
  if (o.doneAt) return 'done';
  if (o.acceptedAt) return 'accepted';
  return o.dispatchedAt && o.staffId ? 'dispatched' : 'submitted';
}

const OPEN: readonly string[] = ['submitted', 'dispatched', 'accepted', 'started'];

function orderRow(h: HistoryContext, o: DemoOrder): OrderRow {
  const elder = elderOf(h, o.elderId);
  const status = statusOf(o);
  const item = itemNamed(o.service);
  const { door, phone } = elder;
  const at = { table: 'orders', elderId: o.elderId };
  return {
    order_id: o.orderId,
    elder_id: o.elderId,
    area_code: o.areaCode,
    happened_area: o.areaCode,
    status,
    source: SOURCES[o.source],
    item_code: item.item_code,
    item_version: 1,
    item_name: item.name,
    need: null,
    note: null,
    wanted_on: o.scheduledOn,
    wanted_time: null,
    price_fen: o.priceFen,
    ltc_fen: 0,
    subsidy_fen: o.subsidyFen,
    voucher_fen: 0,
    self_fen: o.priceFen - o.subsidyFen,
    elder_name: elder.name,
    elder_sex: elder.sex,
    elder_born_on: elder.bornOn,
    road: elder.road,
    compound: elder.estate,
    longitude: elder.point[0],
    latitude: elder.point[1],
    sealed_contact: OPEN.includes(status) ? seal(h.keys, at, { door, phone }) : null,
    ...workers(h, o, status),
    ordered_at: o.submittedAt,
    ordered_on: dayOf(o.submittedAt),
    ordered_by: elder.contacts[0]?.name ?? elder.name,
    ...progress(o, elder.contacts[0]?.name ?? elder.name),
  };
}

const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const later = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

function workers(h: HistoryContext, o: DemoOrder, status: OrderStatus) {
  if (status === 'submitted' || !o.staffId) {
    return { provider_id: null, provider_name: null, caregiver_id: null, caregiver_name: null, assignee_id: null };
  }
  const { staff, organisations } = lookup(h.world);
  return {
    provider_id: o.organisationId,
    provider_name: organisations.get(o.organisationId)?.name ?? '',
    caregiver_id: o.staffId,
    caregiver_name: staff.get(o.staffId)?.name ?? '',
    assignee_id: o.staffId,
  };
}

/** Instants and people of what has happened so far. */
function progress(o: DemoOrder, family: string) {
  const evaluated = o.rating !== null && o.confirmedAt ? later(o.confirmedAt, 45) : null;
  return {
    dispatched_at: o.staffId ? o.dispatchedAt : null,
    answer_by: o.staffId && o.dispatchedAt ? later(o.dispatchedAt, 120) : null,
    accepted_at: o.acceptedAt,
    started_at: o.startedAt,
    started_longitude: null,
    started_latitude: null,
    started_metres: o.startedAt ? 20 + (Date.parse(o.startedAt) % 60) : null,
    done_at: o.doneAt,
    done_on: o.doneAt && dayOf(o.doneAt),
    record_id: o.doneAt && relatedId(o.orderId, 'record'),
    confirmed_at: o.confirmedAt,
    confirmed_by: o.confirmedAt && family,
    score: o.rating,
    evaluation: null,
    evaluated_at: evaluated,
    settled_on: o.settledOn,
    cancelled_at: o.cancelledAt,
    cancelled_by: o.cancelledAt && family,
    cancel_reason: o.cancelledAt && o.cancelReason,
  };
}

function recordRow(row: OrderRow): Selectable<ServiceRecords> {
  const item = itemNamed(row.item_name);
  const done = row.done_at ?? '';
  return {
    record_id: row.record_id ?? '',
    order_id: row.order_id,
    elder_id: row.elder_id,
    area_code: row.area_code,
    happened_area: row.happened_area,
    provider_id: row.provider_id ?? '',
    provider_name: row.provider_name ?? '',
    caregiver_id: row.caregiver_id ?? '',
    caregiver_name: row.caregiver_name ?? '',
    assignee_id: row.assignee_id ?? '',
    item_code: row.item_code,
    item_name: row.item_name,
    started_at: row.started_at ?? done,
    ended_at: done,
    served_on: row.done_on ?? '',
    start_metres: row.started_metres,
    items_done: item.steps,
    measurements: item.measured ? { 收缩压: 118 + (Date.parse(done) % 27), 舒张压: 70 + (Date.parse(done) % 17) } : {},
    evidence: [],
    note: null,
    recorded_at: done,
    recorded_by: row.caregiver_name ?? '',
    corrects_record_id: null,
    correction_reason: null,
  };
}

function lineRow(row: OrderRow): Selectable<SettleLines> {
  return {
    line_id: relatedId(row.order_id, 'line'),
    kind: 'charge',
    elder_id: row.elder_id,
    area_code: row.area_code,
    happened_area: row.happened_area,
    provider_id: row.provider_id ?? '',
    provider_name: row.provider_name ?? '',
    order_id: row.order_id,
    record_id: row.record_id ?? '',
    item_code: row.item_code,
    item_name: row.item_name,
    elder_name: row.elder_name,
    served_on: row.done_on ?? '',
    ltc_fen: row.ltc_fen,
    subsidy_fen: row.subsidy_fen,
    voucher_fen: row.voucher_fen,
    self_fen: row.self_fen,
    total_fen: row.price_fen,
    voids_line_id: null,
    reason: '服务已确认',
    made_at: row.confirmed_at ?? '',
    batch_id: null,
    settled_on: row.settled_on,
  };
}
