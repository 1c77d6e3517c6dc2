import { type Selectable, sql } from 'kysely';
import type pg from 'pg';
import type { OrderOffers, Orders, ServiceRecords } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { readCursor } from '#platform/http/paging.ts';
import { addDays } from '#shared/dates.ts';
import { readRecordNumber } from '#shared/record-number.ts';

export type OrderRecord = Selectable<Orders>;
export type OfferRecord = Selectable<OrderOffers>;
export type RecordRecord = Selectable<ServiceRecords>;

export type Filter = {
  status?: string | undefined;
  itemCode?: string | undefined;
  elderId?: string | undefined;
  providerId?: string | undefined;
  wantedFrom?: string | undefined;
  wantedTo?: string | undefined;
  name?: string | undefined;
  number?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

function filtered(ctx: Context, filter: Omit<Filter, 'limit'>) {
  let query = ordersOf(ctx);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.itemCode) query = query.where('item_code', '=', filter.itemCode);
  if (filter.elderId) query = query.where('elder_id', '=', filter.elderId);
  if (filter.providerId) query = query.where('provider_id', '=', filter.providerId);
  if (filter.wantedFrom) query = query.where('wanted_on', '>=', filter.wantedFrom);
  if (filter.wantedTo) query = query.where('wanted_on', '<=', filter.wantedTo);
  if (filter.name) query = query.where('elder_name', '=', filter.name);
  if (filter.number !== undefined) query = byNumber(query, filter.number);
  return query;
}

/** The day narrows by index, the tail of the id tells the few of that day apart. */
function byNumber(query: ReturnType<typeof ordersOf>, text: string) {
  const number = readRecordNumber(text);
  if (number?.kind !== 'FW') return query.where(sql<boolean>`false`);
  const from = `${number.on}T00:00:00+08:00`;
  const to = `${addDays(number.on, 1)}T00:00:00+08:00`;
  return query
    .where('ordered_at', '>=', from)
    .where('ordered_at', '<', to)
    .where(sql<boolean>`right(order_id::text, 6) = ${number.tail}`);
}

const ordersOf = (ctx: Context) => ctx.db.selectFrom('orders');

export async function listOrders(ctx: Context, filter: Filter): Promise<OrderRecord[]> {
  const after = readCursor(filter.cursor);
  let query = filtered(ctx, filter).selectAll();
  if (after) query = query.where(eb => eb(eb.refTuple('ordered_at', 'order_id'), '<', eb.tuple(after.sort, after.id)));
  return query
    .orderBy('ordered_at', 'desc')
    .orderBy('order_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Counts by status under all filters but the status itself: the tabs of the list. */
export async function countOrders(ctx: Context, filter: Filter): Promise<Record<string, number>> {
  const rows = await filtered(ctx, { ...filter, status: undefined })
    .select(eb => ['status', eb.fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute();
  return Object.fromEntries(rows.map(row => [row.status, Number(row.n)]));
}

export const findOrder = (ctx: Context, id: string): Promise<OrderRecord | undefined> =>
  ctx.db.selectFrom('orders').selectAll().where('order_id', '=', id).executeTakeFirst();

/** For a write: locked until commit, so that two people never take the same step. */
export const lockOrder = (ctx: Context, id: string): Promise<OrderRecord | undefined> =>
  ctx.db.selectFrom('orders').selectAll().where('order_id', '=', id).forUpdate().executeTakeFirst();

export async function insertOrder(ctx: Context, row: OrderRecord): Promise<void> {
  await ctx.db.insertInto('orders').values(row).execute();
}

export async function updateOrder(ctx: Context, id: string, set: Partial<OrderRecord>): Promise<void> {
  await ctx.db.updateTable('orders').set(set).where('order_id', '=', id).execute();
}

export const listOffers = (ctx: Context, orderId: string): Promise<OfferRecord[]> =>
  ctx.db.selectFrom('order_offers').selectAll().where('order_id', '=', orderId).orderBy('attempt', 'desc').execute();

export async function insertOffer(ctx: Context, row: OfferRecord): Promise<void> {
  const candidates = JSON.stringify(row.candidates);
  await ctx.db
    .insertInto('order_offers')
    .values({ ...row, candidates })
    .execute();
}

export async function answerOffer(
  ctx: Context,
  orderId: string,
  set: Pick<OfferRecord, 'answer' | 'answered_at' | 'refusal'>,
): Promise<void> {
  await ctx.db
    .updateTable('order_offers')
    .set(set)
    .where('order_id', '=', orderId)
    .where('answer', 'in', ['offered', 'accepted'])
    .execute();
}

export const listRecords = (ctx: Context, orderId: string): Promise<RecordRecord[]> =>
  ctx.db
    .selectFrom('service_records')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('recorded_at', 'desc')
    .execute();

export const findRecord = (ctx: Context, id: string): Promise<RecordRecord | undefined> =>
  ctx.db.selectFrom('service_records').selectAll().where('record_id', '=', id).executeTakeFirst();

export const findCorrectionOf = (ctx: Context, id: string): Promise<RecordRecord | undefined> =>
  ctx.db.selectFrom('service_records').selectAll().where('corrects_record_id', '=', id).executeTakeFirst();

export async function insertRecord(ctx: Context, row: RecordRecord): Promise<void> {
  await ctx.db
    .insertInto('service_records')
    .values({ ...row, measurements: JSON.stringify(row.measurements) })
    .execute();
}

/** Orders of one day by caregiver and firm, over all areas: counts only. */
export async function loadOn(ctx: Context, on: string) {
  const { rows } = await ctx.client.query<{ provider_id: string; caregiver_id: string; orders: number }>(
    'select * from orders_load($1)',
    [on],
  );
  const firms = new Map<string, number>();
  for (const row of rows) firms.set(row.provider_id, (firms.get(row.provider_id) ?? 0) + row.orders);
  return { caregivers: new Map(rows.map(row => [row.caregiver_id, row.orders])), firms };
}

/** How often each caregiver has already served this elder. */
export async function servedBefore(ctx: Context, elderId: string): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('service_records')
    .select(eb => ['caregiver_id', eb.fn.countAll<number>().as('n')])
    .where('elder_id', '=', elderId)
    .where('corrects_record_id', 'is', null)
    .groupBy('caregiver_id')
    .execute();
  return new Map(rows.map(row => [row.caregiver_id, Number(row.n)]));
}

/** Open orders (not yet begun) of an elder from a day on, or of a firm. */
export async function listOpenOrders(
  ctx: Context,
  of: { elderId: string; from: string } | { providerId: string },
): Promise<OrderRecord[]> {
  const query = ctx.db.selectFrom('orders').selectAll().where('status', 'in', ['submitted', 'dispatched', 'accepted']);
  return 'elderId' in of
    ? query.where('elder_id', '=', of.elderId).where('wanted_on', '>=', of.from).forUpdate().execute()
    : query.where('provider_id', '=', of.providerId).forUpdate().execute();
}

export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['orders', 'order_offers', 'service_records'] as const) {
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
  }
}

export const listUnanswered = (ctx: Context): Promise<OrderRecord[]> =>
  ctx.db
    .selectFrom('orders')
    .selectAll()
    .where('status', '=', 'dispatched')
    .where('answer_by', '<', ctx.now)
    .orderBy('answer_by')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute();

/** Brief of a person in reach (published view of elders). */
export const findElder = (ctx: Context, elderId: string) =>
  ctx.db.selectFrom('elders_v_brief').selectAll().where('elder_id', '=', elderId).executeTakeFirst();

/** Bulk loads in the batch role. */
export async function insertOrders(client: pg.ClientBase, rows: readonly OrderRecord[]): Promise<void> {
  const plain = rows.map(row => ({ ...row, sealed_contact: hex(row.sealed_contact) }));
  await client.query(
    'insert into orders select * from jsonb_populate_recordset(null::orders, $1::jsonb) on conflict do nothing',
    [JSON.stringify(plain)],
  );
}
const hex = (bytes: Buffer | null): string | null => bytes && `\\x${bytes.toString('hex')}`;

export async function insertRecords(client: pg.ClientBase, rows: readonly RecordRecord[]): Promise<void> {
  await client.query(
    'insert into service_records select * from jsonb_populate_recordset(null::service_records, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}
