import type { Context } from '../http/context.ts';
import { type Image, imageOf, type Keys, type RowChange } from './images.ts';

/** Written by the platform at each change: no sign that somebody decided something since. */
const BOOKKEEPING = new Set(['version', 'updated_at', 'updated_by', 'changed_at', 'changed_xid']);
/** Follow from facts and are made anew; what stands there now gives way. */
const DERIVED = new Set(['elder_tags', 'benefit_changes']);

/** A row that somebody has changed since, so that its former value cannot simply be put back. */
export type Obstacle = { table: string; columns: string[] };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
export const columnsChanged = ({ before, after }: RowChange): string[] =>
  before && after ? Object.keys(before.row).filter(column => !same(before.row[column], after.row[column])) : [];

/** The row that stands where the image stood. */
async function find(ctx: Context, keys: Keys, { table, raw }: Image): Promise<Image['row'] | undefined> {
  const { rows } = await ctx.client.query<{ raw: string }>(
    `select to_jsonb(t)::text as raw from ${table} t where ${whereKey(keys, table)} for update`,
    [raw],
  );
  return rows[0] && imageOf(table, rows[0].raw).row;
}

/** The row's key compared with a jsonb row in $1. */
const whereKey = (keys: Keys, table: string): string =>
  (keys.get(table) ?? [])
    .map(column => `t.${column} = (select k.${column} from jsonb_populate_record(null::${table}, $1::jsonb) k)`)
    .join(' and ');

/**
 * Puts every row back as it was: made ones go, those put aside return, moved ones get their former person and values,
 * keeping what was written into other columns since. Answers the obstacles and has then changed nothing of use: the
 * caller throws, and the transaction takes all back.
 */
export async function putBack(ctx: Context, keys: Keys, changes: readonly RowChange[]): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  for (const change of changes) {
    const columns = await obstacleOf(ctx, keys, change);
    if (columns) obstacles.push({ table: change.table, columns });
  }
  if (obstacles.length > 0) return obstacles;
  for (const { before, after } of changes)
    if (after && !before)
      await ctx.client.query(`delete from ${after.table} t where ${whereKey(keys, after.table)}`, [after.raw]);
  const aside = changes.flatMap(({ before, after }) => (before && !after ? [before] : []));
  // The register's own row first: others refer to it.
  for (const image of aside) if (image.table === 'elders') await insert(ctx, keys, image);
  for (const { before, after } of changes) if (before && after) await restore(ctx, keys, { before, after });
  for (const image of aside) if (image.table !== 'elders') await insert(ctx, keys, image);
  return [];
}

async function obstacleOf(ctx: Context, keys: Keys, change: RowChange): Promise<string[] | undefined> {
  const { before, after } = change;
  const stood = after ?? before;
  if (!stood || DERIVED.has(stood.table)) return undefined;
  const now = await find(ctx, keys, stood);
  if (!after) return now ? ['*'] : undefined;
  if (!now) return before ? ['*'] : undefined;
  const looked = before ? columnsChanged(change) : Object.keys(after.row);
  const touched = looked.filter(column => !BOOKKEEPING.has(column) && !same(now[column], after.row[column]));
  return touched.length > 0 ? touched : undefined;
}

async function insert(ctx: Context, keys: Keys, { table, raw }: Image): Promise<void> {
  if (DERIVED.has(table)) await ctx.client.query(`delete from ${table} t where ${whereKey(keys, table)}`, [raw]);
  const row = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`;
  await ctx.client.query(row, [raw]);
}

/** Only the columns the merge changed; bookkeeping only where nobody has written since. */
async function restore(ctx: Context, keys: Keys, change: { before: Image; after: Image }): Promise<void> {
  const { before, after } = change;
  const { table } = before;
  const now = await find(ctx, keys, after);
  const columns = columnsChanged({ table, ...change }).filter(
    column => !BOOKKEEPING.has(column) || same(now?.[column], after.row[column]),
  );
  if (!now || columns.length === 0) return;
  const sets = columns.map(column => `${column} = b.${column}`).join(', ');
  const former = `jsonb_populate_record(null::${table}, $2::jsonb) b`;
  await ctx.client.query(`update ${table} t set ${sets} from ${former} where ${whereKey(keys, table)}`, [
    after.raw,
    before.raw,
  ]);
}
