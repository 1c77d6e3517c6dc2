import type { Selectable } from 'kysely';
import type { AdaptationStatus } from '#contracts/home-adaptation-lifecycle.ts';
import type { PlanItem } from '#contracts/home-adaptations.ts';
import type { HomeAdaptationProducts, HomeAdaptations } from '#platform/database/generated/tables.ts';
import type { Context } from '#platform/http/context.ts';
import { readCursor } from '#platform/http/paging.ts';

export type AdaptationRecord = Omit<Selectable<HomeAdaptations>, 'status' | 'plan' | 'known'> & {
  status: AdaptationStatus;
  plan: PlanItem[];
  known: { label: string; value: string; source: string }[];
};
export type ProductRecord = Selectable<HomeAdaptationProducts>;

export type Filter = {
  status?: AdaptationStatus | undefined;
  elderId?: string | undefined;
  name?: string | undefined;
  due?: 'overdue' | undefined;
  cursor?: string | undefined;
  limit: number;
};

function filtered(ctx: Context, filter: Omit<Filter, 'limit'>) {
  let query = ctx.db.selectFrom('home_adaptations');
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.elderId) query = query.where('elder_id', '=', filter.elderId);
  if (filter.name) query = query.where('elder_name', '=', filter.name);
  if (filter.due) query = query.where('next_due_on', '<', ctx.today);
  return query;
}

export async function listAdaptations(ctx: Context, filter: Filter): Promise<AdaptationRecord[]> {
  const after = readCursor(filter.cursor);
  let query = filtered(ctx, filter).selectAll();
  if (after)
    query = query.where(eb => eb(eb.refTuple('applied_on', 'adaptation_id'), '<', eb.tuple(after.sort, after.id)));
  const rows = await query
    .orderBy('applied_on', 'desc')
    .orderBy('adaptation_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return rows as unknown as AdaptationRecord[];
}

/** Counts by status under all filters but the status. */
export async function countAdaptations(ctx: Context, filter: Filter) {
  const rows = await filtered(ctx, { ...filter, status: undefined })
    .select(eb => ['status', eb.fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute();
  const counts = Object.fromEntries(rows.map(row => [row.status, Number(row.n)]));
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return { counts, total: filter.status ? (counts[filter.status] ?? 0) : all };
}

/** `lock`: the row stays as it is until the step is taken, so that two people cannot take it twice. */
export async function findAdaptation(ctx: Context, id: string, lock = false): Promise<AdaptationRecord | undefined> {
  const query = ctx.db.selectFrom('home_adaptations').selectAll().where('adaptation_id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row as unknown as AdaptationRecord | undefined;
}

export async function findOpen(ctx: Context, elderId: string): Promise<AdaptationRecord | undefined> {
  const row = await ctx.db
    .selectFrom('home_adaptations')
    .selectAll()
    .where('elder_id', '=', elderId)
    .where('status', 'not in', ['settled', 'rejected', 'ended'])
    .executeTakeFirst();
  return row as unknown as AdaptationRecord | undefined;
}

export async function insertAdaptation(ctx: Context, row: Partial<AdaptationRecord>): Promise<void> {
  await ctx.db
    .insertInto('home_adaptations')
    .values(bound(row) as never)
    .execute();
}

export async function updateAdaptation(ctx: Context, id: string, set: Partial<AdaptationRecord>): Promise<void> {
  await ctx.db
    .updateTable('home_adaptations')
    .set(bound({ ...set, changed_at: ctx.now }) as never)
    .where('adaptation_id', '=', id)
    .execute();
}

/** Arrays go into jsonb as text. */
const bound = (row: Partial<AdaptationRecord>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, Array.isArray(value) ? JSON.stringify(value) : value]),
  );

/** What the household had before, by settled adaptations of all who live together; needs the district's reach. */
export async function paidToHousehold(ctx: Context, elderId: string): Promise<number> {
  const { rows } = await ctx.client.query<{ fen: number }>(
    `select coalesce(sum(a.subsidy_fen), 0)::bigint as fen from home_adaptations a
     where a.status = 'settled' and (a.elder_id = $1 or a.elder_id in (
       select other.elder_id from elders_v_household own join elders_v_household other on other.household_id = own.household_id
       where own.elder_id = $1))`,
    [elderId],
  );
  return rows[0]?.fen ?? 0;
}

/** Rows follow the person; an open one takes the new street. */
export async function moveAdaptations(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update home_adaptations set area_code = $2 where elder_id = $1 and area_code <> $2', [
    to.elderId,
    to.areaCode,
  ]);
  await ctx.client.query(
    `update home_adaptations a set elder_name = e.name, road = e.road, compound = e.compound from elders_v_brief e
     where e.elder_id = a.elder_id and a.elder_id = $1 and a.status not in ('settled', 'rejected', 'ended')`,
    [to.elderId],
  );
}

export const listProducts = (ctx: Context, areaCode: string): Promise<ProductRecord[]> =>
  ctx.db
    .selectFrom('home_adaptation_products')
    .selectAll()
    .where('area_code', '=', areaCode)
    .where('withdrawn_on', 'is', null)
    .orderBy('class')
    .orderBy('name')
    .execute();

export async function insertProduct(ctx: Context, row: ProductRecord): Promise<void> {
  await ctx.db.insertInto('home_adaptation_products').values(row).execute();
}

export async function withdrawProduct(ctx: Context, id: string, areaCode: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `update home_adaptation_products set withdrawn_on = $2 where product_id = $1 and area_code = $3 and withdrawn_on is null`,
    [id, ctx.today, areaCode],
  );
  return rowCount === 1;
}

/** Brief of a person in the actor's reach (published view of elders). */
export const findElder = (ctx: Context, elderId: string) =>
  ctx.db.selectFrom('elders_v_brief').selectAll().where('elder_id', '=', elderId).executeTakeFirst();
