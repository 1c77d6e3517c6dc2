import type { Selectable } from 'kysely';
import type pg from 'pg';
import type { SettleLine } from '#contracts/payments.ts';
import type { SettleLines } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { readCursor } from '#platform/http/paging.ts';
import { addMonths } from '#shared/dates.ts';

export type LineRow = Selectable<SettleLines>;

export const toLine = (row: LineRow): SettleLine => ({
  id: row.line_id,
  kind: row.kind as SettleLine['kind'],
  elderId: row.elder_id,
  elderName: row.elder_name,
  areaCode: row.area_code,
  providerId: row.provider_id,
  providerName: row.provider_name,
  orderId: row.order_id,
  recordId: row.record_id,
  itemCode: row.item_code,
  itemName: row.item_name,
  servedOn: row.served_on,
  ltcFen: row.ltc_fen,
  subsidyFen: row.subsidy_fen,
  voucherFen: row.voucher_fen,
  selfFen: row.self_fen,
  totalFen: row.total_fen,
  voidsLineId: row.voids_line_id,
  reason: row.reason,
  madeAt: row.made_at,
  settledOn: row.settled_on,
});

export type Filter = {
  month?: string | undefined;
  elderId?: string | undefined;
  orderId?: string | undefined;
  providerId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

function filtered(ctx: Context, filter: Filter) {
  let query = ctx.db.selectFrom('settle_lines');
  if (filter.month) {
    const from = `${filter.month}-01`;
    query = query.where('served_on', '>=', from).where('served_on', '<', addMonths(from, 1));
  }
  if (filter.elderId) query = query.where('elder_id', '=', filter.elderId);
  if (filter.orderId) query = query.where('order_id', '=', filter.orderId);
  if (filter.providerId) query = query.where('provider_id', '=', filter.providerId);
  return query;
}

export async function listLines(ctx: Context, filter: Filter): Promise<LineRow[]> {
  const after = readCursor(filter.cursor);
  let query = filtered(ctx, filter).selectAll();
  if (after) query = query.where(eb => eb(eb.refTuple('made_at', 'line_id'), '<', eb.tuple(after.sort, after.id)));
  return query
    .orderBy('made_at', 'desc')
    .orderBy('line_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function sumLines(ctx: Context, filter: Filter) {
  const row = await filtered(ctx, filter)
    .select(eb => [
      eb.fn.countAll<number>().as('n'),
      eb.fn.sum<number>('ltc_fen').as('ltc'),
      eb.fn.sum<number>('subsidy_fen').as('subsidy'),
      eb.fn.sum<number>('voucher_fen').as('voucher'),
      eb.fn.sum<number>('self_fen').as('self'),
      eb.fn.sum<number>('total_fen').as('total'),
    ])
    .executeTakeFirstOrThrow();
  const sums = {
    ltcFen: Number(row.ltc ?? 0),
    subsidyFen: Number(row.subsidy ?? 0),
    voucherFen: Number(row.voucher ?? 0),
    selfFen: Number(row.self ?? 0),
    totalFen: Number(row.total ?? 0),
  };
  return { total: Number(row.n), sums };
}

export const findCharge = (ctx: Context, recordId: string): Promise<LineRow | undefined> =>
  ctx.db
    .selectFrom('settle_lines')
    .selectAll()
    .where('record_id', '=', recordId)
    .where('kind', '=', 'charge')
    .executeTakeFirst();

export async function insertLine(ctx: Context, row: LineRow): Promise<void> {
  await ctx.db.insertInto('settle_lines').values(row).execute();
}

export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update settle_lines set area_code = $2 where elder_id = $1 and area_code <> $2', [
    to.elderId,
    to.areaCode,
  ]);
}

/** Bulk load in the batch role. */
export async function insertSettleLines(client: pg.ClientBase, rows: readonly LineRow[]): Promise<void> {
  await client.query(
    'insert into settle_lines select * from jsonb_populate_recordset(null::settle_lines, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
}
