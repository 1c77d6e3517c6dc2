import type { MergeStatus } from '#contracts/register-quality/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { imageOf, type RowChange } from '#platform/merges/images.ts';

export type MergeRow = {
  merge_id: string;
  pair_id: string;
  area_code: string;
  into_elder_id: string;
  from_elder_id: string;
  from_name: string;
  from_area: string;
  fields: string[];
  reason: string;
  status: MergeStatus;
  asked_by: string;
  asked_by_name: string;
  asked_at: string;
  approved_by_name: string | null;
  done_at: string | null;
  decision_note: string | null;
  keys: Record<string, string[]> | null;
  undo_reason: string | null;
  undo_asked_by: string | null;
  undo_asked_by_name: string | null;
  undo_asked_at: string | null;
  undone_by_name: string | null;
  undone_at: string | null;
  left_behind: { table: string; rows: number }[] | null;
};

export type NewMerge = Pick<
  MergeRow,
  | 'merge_id'
  | 'pair_id'
  | 'area_code'
  | 'into_elder_id'
  | 'from_elder_id'
  | 'from_name'
  | 'from_area'
  | 'fields'
  | 'reason'
>;

export async function insertMerge(ctx: Context, row: NewMerge): Promise<void> {
  await ctx.client.query(
    `insert into register_merges (merge_id, pair_id, area_code, into_elder_id, from_elder_id, from_name, from_area, fields, reason, status,
       asked_by, asked_by_name, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'asked', $10, $11, $12)`,
    [
      ...[row.merge_id, row.pair_id, row.area_code, row.into_elder_id, row.from_elder_id, row.from_name, row.from_area],
      ...[JSON.stringify(row.fields), row.reason, ctx.actor.accountId, ctx.actor.name, ctx.now],
    ],
  );
}

export async function findMerge(ctx: Context, id: string, lock = false): Promise<MergeRow | undefined> {
  const { rows } = await ctx.client.query<MergeRow>(
    `select * from register_merges where merge_id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

type Changeable = Omit<MergeRow, keyof NewMerge | 'asked_by' | 'asked_by_name' | 'asked_at' | 'keys' | 'left_behind'>;
type Change = Partial<Changeable> & { keys?: Record<string, string[]>; left_behind?: MergeRow['left_behind'] };

export async function changeMerge(ctx: Context, id: string, change: Change): Promise<void> {
  const fields = Object.entries(change).map(([column, value]) => ({
    column,
    value: column === 'keys' || column === 'left_behind' ? JSON.stringify(value) : value,
  }));
  const sets = fields.map(({ column }, i) => `${column} = $${i + 2}`).join(', ');
  await ctx.client.query(`update register_merges set ${sets} where merge_id = $1`, [
    id,
    ...fields.map(({ value }) => value),
  ]);
}

/** A later merge in force that this one's undo would have to cut through. */
export async function findLaterMerge(ctx: Context, merge: MergeRow): Promise<MergeRow | undefined> {
  const { rows } = await ctx.client.query<MergeRow>(
    `select * from register_merges where status in ('done', 'undo-asked') and merge_id <> $1
       and (from_elder_id = $2 or into_elder_id = $2) and done_at > $3 order by done_at desc limit 1`,
    [merge.merge_id, merge.into_elder_id, merge.done_at],
  );
  return rows[0];
}

export async function insertRows(ctx: Context, mergeId: string, changes: readonly RowChange[]): Promise<void> {
  await ctx.client.query(
    `insert into register_merge_rows (merge_id, position, table_name, before, after)
     select $1, n, t, b::jsonb, a::jsonb from unnest($2::text[], $3::text[], $4::text[]) with ordinality as x (t, b, a, n)`,
    [
      mergeId,
      changes.map(one => one.table),
      changes.map(one => one.before?.raw ?? null),
      changes.map(one => one.after?.raw ?? null),
    ],
  );
}

export async function readRows(ctx: Context, mergeId: string): Promise<RowChange[]> {
  const { rows } = await ctx.client.query<{ table: string; before: string | null; after: string | null }>(
    `select table_name as "table", before::text as before, after::text as after from register_merge_rows
     where merge_id = $1 order by position`,
    [mergeId],
  );
  return rows.map(({ table, before, after }) => ({
    table,
    before: before === null ? null : imageOf(table, before),
    after: after === null ? null : imageOf(table, after),
  }));
}
