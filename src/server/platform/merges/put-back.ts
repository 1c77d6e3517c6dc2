import type { Context } from '../http/context.ts';
import { open, seal } from '../secrets/seal.ts';
import { COMPUTED, type Image, imageOf, type Keys, type RowChange } from './images.ts';

/** Written by the platform at each change: no sign that somebody decided something since. */
const BOOKKEEPING = new Set(['version', 'updated_at', 'updated_by', 'changed_at', 'changed_xid']);
/** Kept up to date by what happens to the row later: put back where nobody has written since, else left as they are. */
const KEPT_UP: Readonly<Record<string, readonly string[]>> = {
  visit_plans: ['next_due_on', 'due_because', 'last_visited_on', 'unanswered', 'person', 'reasons'],
  doctor_contracts: ['person', 'next_contact_on', 'contact_because', 'last_contact_on'],
};
/** Door and phone for whoever comes to the house: sealed afresh at each change of the person, gone when the work is done. */
const CONTACT = 'sealed_contact';
const isSoft = (table: string, column: string): boolean =>
  BOOKKEEPING.has(column) || column === CONTACT || (KEPT_UP[table]?.includes(column) ?? false);

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
    `select (to_jsonb(t) - ${COMPUTED})::text as raw from ${table} t where ${whereKey(keys, table)} for update`,
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
  const touched = looked.filter(column => !isSoft(stood.table, column) && !same(now[column], after.row[column]));
  return touched.length > 0 ? touched : undefined;
}

async function insert(ctx: Context, keys: Keys, { table, raw, row }: Image): Promise<void> {
  if (DERIVED.has(table)) await ctx.client.query(`delete from ${table} t where ${whereKey(keys, table)}`, [raw]);
  const columns = Object.keys(row).join(', ');
  await ctx.client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`,
    [raw],
  );
}

/** Only the columns the merge changed; bookkeeping only where nobody has written since. */
async function restore(ctx: Context, keys: Keys, change: { before: Image; after: Image }): Promise<void> {
  const { before, after } = change;
  const { table } = before;
  const now = await find(ctx, keys, after);
  const columns = columnsChanged({ table, ...change }).filter(
    column => !isSoft(table, column) || same(now?.[column], after.row[column]),
  );
  if (!now || columns.length === 0) return;
  if (columns.includes('elder_id')) await bindContact(ctx, keys, { now, after, to: String(before.row.elder_id) });
  const sets = columns.map(column => `${column} = b.${column}`).join(', ');
  const former = `jsonb_populate_record(null::${table}, $2::jsonb) b`;
  await ctx.client.query(`update ${table} t set ${sets} from ${former} where ${whereKey(keys, table)}`, [
    after.raw,
    before.raw,
  ]);
}

type Binding = { now: Image['row']; after: Image; to: string };

/** A contact sealed since the merge is bound to the survivor: it is sealed anew for whom the row returns to. */
async function bindContact(ctx: Context, keys: Keys, { now, after, to }: Binding): Promise<void> {
  const { table, raw, row } = after;
  const text = now[CONTACT];
  if (typeof text !== 'string' || same(text, row[CONTACT])) return;
  const held = { table, elderId: String(row.elder_id) };
  const value = open(ctx.keys, held, Buffer.from(text.slice(2), 'hex'));
  await ctx.client.query(`update ${table} t set ${CONTACT} = $2 where ${whereKey(keys, table)}`, [
    raw,
    seal(ctx.keys, { table, elderId: to }, value),
  ]);
}
