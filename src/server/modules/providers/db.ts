import type { Selectable } from 'kysely';
import type pg from 'pg';
import type { DirectorySource } from '#contracts/directory-changes.ts';
import type { Ownership, Provider, ProviderClass, ProviderStatus } from '#contracts/providers.ts';
import type { ProviderItems, Providers } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { readCursor } from '#platform/http/paging.ts';

export type ProviderRow = Selectable<Providers>;
export type ProviderItemRow = Selectable<ProviderItems>;

export const ratingOf = (row: { rating_sum: number; rating_count: number }): number | null =>
  row.rating_count === 0 ? null : Math.round((row.rating_sum / row.rating_count) * 10) / 10;

type Beside = { items: readonly ProviderItemRow[]; sources: ReadonlyMap<string, DirectorySource> };
export const toProvider = (row: ProviderRow, { items, sources }: Beside): Provider => ({
  id: row.provider_id,
  name: row.name,
  class: row.class as ProviderClass,
  ownership: row.ownership as Ownership,
  creditCode: row.credit_code,
  status: row.status as ProviderStatus,
  areaCode: row.area_code,
  longitude: row.longitude,
  latitude: row.latitude,
  capacityPerDay: row.capacity_per_day,
  rating: ratingOf(row),
  ratingCount: row.rating_count,
  items: items
    .filter(item => item.provider_id === row.provider_id)
    .map(item => ({ code: item.item_code, priceFen: item.price_fen })),
  admittedOn: row.admitted_on,
  exitedOn: row.exited_on,
  source: sources.get(row.provider_id) ?? null,
});

export type Filter = {
  name?: string | undefined;
  class?: string | undefined;
  status?: string | undefined;
  item?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

function filtered(ctx: Context, filter: Filter) {
  let query = ctx.db.selectFrom('providers');
  if (filter.class) query = query.where('class', '=', filter.class);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.name) query = query.where('name', 'like', `%${filter.name.replace(/[%_\\]/g, '\\$&')}%`);
  const { item } = filter;
  if (item) {
    query = query.where('provider_id', 'in', eb =>
      eb.selectFrom('provider_items').select('provider_id').where('item_code', '=', item),
    );
  }
  return query;
}

/** One row more than the page, name order. */
export async function listProviders(ctx: Context, filter: Filter): Promise<ProviderRow[]> {
  const after = readCursor(filter.cursor);
  let query = filtered(ctx, filter).selectAll();
  if (after) query = query.where(eb => eb(eb.refTuple('name', 'provider_id'), '>', eb.tuple(after.sort, after.id)));
  return query
    .orderBy('name')
    .orderBy('provider_id')
    .limit(filter.limit + 1)
    .execute();
}

export async function countProviders(ctx: Context, filter: Filter): Promise<number> {
  const row = await filtered(ctx, filter)
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export const findProvider = (ctx: Context, id: string): Promise<ProviderRow | undefined> =>
  ctx.db.selectFrom('providers').selectAll().where('provider_id', '=', id).executeTakeFirst();

export const itemsOf = async (ctx: Context, ids: readonly string[]): Promise<ProviderItemRow[]> =>
  ids.length === 0
    ? []
    : ctx.db
        .selectFrom('provider_items')
        .selectAll()
        .where('provider_id', 'in', [...ids])
        .orderBy('item_code')
        .execute();

export const listOffering = (ctx: Context, itemCode: string) =>
  ctx.db
    .selectFrom('providers as p')
    .innerJoin('provider_items as i', 'i.provider_id', 'p.provider_id')
    .selectAll('p')
    .select('i.price_fen')
    .where('i.item_code', '=', itemCode)
    .where('p.status', '<>', 'exited')
    .execute();

export async function updateProvider(ctx: Context, id: string, set: Partial<ProviderRow>): Promise<void> {
  await ctx.db.updateTable('providers').set(set).where('provider_id', '=', id).execute();
}

export async function addRating(ctx: Context, id: string, score: number): Promise<void> {
  await ctx.client.query(
    'update providers set rating_sum = rating_sum + $2, rating_count = rating_count + 1 where provider_id = $1',
    [id, score],
  );
}

/** Bulk load in the batch role. */
export async function insertProviders(
  client: pg.ClientBase,
  rows: readonly ProviderRow[],
  items: readonly ProviderItemRow[],
): Promise<void> {
  await client.query(
    'insert into providers select * from jsonb_populate_recordset(null::providers, $1::jsonb) on conflict do nothing',
    [JSON.stringify(rows)],
  );
  await client.query(
    'insert into provider_items select * from jsonb_populate_recordset(null::provider_items, $1::jsonb) on conflict do nothing',
    [JSON.stringify(items)],
  );
}
