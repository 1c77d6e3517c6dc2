import type { ComparedField, ComparisonKind } from '#contracts/comparison-kinds.ts';
import type { BatchStatus, RowOutcome } from '#contracts/comparisons.ts';
import { insertMany } from '#platform/database/insert-many.ts';
import type { Context } from '#platform/http/context.ts';

export type BatchRow = {
  batch_id: string;
  area_code: string;
  kind: ComparisonKind;
  origin: 'file' | 'feed';
  sequence: number | null;
  sender: string;
  as_of: string;
  file_name: string;
  file_bytes: number;
  file_sm3: string;
  file_says: string;
  sealed: Buffer;
  sheet: number;
  heading_row: number;
  headings: string[];
  mapping: (ComparedField | null)[];
  notes: string[];
  status: BatchStatus;
  rows: number;
  matched: number;
  differs: number;
  not_found: number;
  ambiguous: number;
  unreadable: number;
  last_row: number;
  full_list: boolean;
  missing: number;
  unsure: number;
  swept_to: string | null;
  run_id: string | null;
  started_by: string;
  started_by_post: string | null;
  started_by_name: string;
  started_by_role: string;
  uploaded_at: string;
  compared_at: string | null;
  error: string | null;
};

const JSON_COLUMNS = new Set(['headings', 'mapping', 'notes']);
const bound = (column: string, value: unknown): unknown => (JSON_COLUMNS.has(column) ? JSON.stringify(value) : value);

/** False when the same batch of a feed has been taken before. */
export async function insertBatch(ctx: Context, row: Partial<BatchRow>): Promise<boolean> {
  const columns = Object.keys(row);
  const { rowCount } = await ctx.client.query(
    `insert into comparison_batches (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})
     on conflict (area_code, kind, sequence) where sequence is not null do nothing`,
    Object.entries(row).map(([column, value]) => bound(column, value)),
  );
  return rowCount === 1;
}

export async function findBatch(ctx: Context, id: string, lock = false): Promise<BatchRow | undefined> {
  const { rows } = await ctx.client.query<BatchRow>(
    `select * from comparison_batches where batch_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function updateBatch(ctx: Context, id: string, change: Partial<BatchRow>): Promise<void> {
  const sets = Object.keys(change).map((column, i) => `${column} = $${i + 2}`);
  const values = Object.entries(change).map(([column, value]) => bound(column, value));
  await ctx.client.query(`update comparison_batches set ${sets.join(', ')} where batch_id = $1`, [id, ...values]);
}

type Asked = { kind: string | null; before: { sort: string; id: string } | undefined; limit: number };

export async function listBatches(ctx: Context, asked: Asked): Promise<BatchRow[]> {
  const { sort, id } = asked.before ?? { sort: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<BatchRow>(
    `select * from comparison_batches where ($1::text is null or kind = $1) and (uploaded_at, batch_id) < ($2, $3::uuid)
     order by uploaded_at desc, batch_id desc limit $4`,
    [asked.kind, sort, id, asked.limit],
  );
  return rows;
}

export async function countOpen(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await ctx.client.query<{ batch_id: string; n: number }>(
    `select batch_id, count(*)::int as n from comparison_differences where batch_id = any ($1) and status = 'open' group by 1`,
    [ids],
  );
  return new Map(rows.map(row => [row.batch_id, row.n]));
}

export type ComparedRow = {
  row_number: number;
  outcome: RowOutcome;
  elder_id: string | null;
  identity_index: Buffer | null;
  sealed: Buffer | null;
  because: string | null;
  difference_id: string | null;
  period: string | null;
  /** Of a signal topic: what the row says, sealed to the batch. */
  facts: Buffer | null;
  /** The row is about this member of the elder's household (an entry of relief), not about the elder. */
  member_id: string | null;
  /** Whom an ambiguous row may mean. */
  maybe: string[] | null;
};

const ROWS = {
  table: 'comparison_rows',
  columns: {
    ...{ batch_id: 'uuid', row_number: 'integer', area_code: 'text', outcome: 'text', elder_id: 'uuid' },
    ...{ identity_index: 'bytea', sealed: 'bytea', because: 'text', difference_id: 'uuid' },
    ...{ period: 'text', facts: 'bytea', member_id: 'uuid', maybe: 'uuid[]' },
  },
};

export async function insertRows(ctx: Context, batch: BatchRow, rows: readonly ComparedRow[]): Promise<void> {
  const own = { batch_id: batch.batch_id, area_code: batch.area_code };
  await insertMany(
    ctx.client,
    ROWS,
    rows.map(row => ({ ...row, ...own })),
  );
}

/** Rows of the pages before that name the same number, by hex index. */
export async function findEarlier(
  ctx: Context,
  batchId: string,
  indexes: readonly Buffer[],
): Promise<Map<string, number>> {
  const { rows } = await ctx.client.query<{ identity_index: Buffer; row_number: number }>(
    `select identity_index, min(row_number) as row_number from comparison_rows
     where batch_id = $1 and identity_index = any ($2) group by 1`,
    [batchId, indexes],
  );
  return new Map(rows.map(row => [row.identity_index.toString('hex'), row.row_number]));
}

type Page = { outcome: string | null; after: number; limit: number };
export type ListedRow = ComparedRow & { elder_name: string | null };

export async function listRows(ctx: Context, batchId: string, page: Page) {
  const { rows } = await ctx.client.query<ListedRow>(
    `select r.*, e.name as elder_name from comparison_rows r left join elders_v_brief e on e.elder_id = r.elder_id
     where r.batch_id = $1 and ($2::text is null or r.outcome = $2) and r.row_number > $3 order by r.row_number limit $4`,
    [batchId, page.outcome, page.after, page.limit],
  );
  const counted = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from comparison_rows where batch_id = $1 and ($2::text is null or outcome = $2)',
    [batchId, page.outcome],
  );
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

type Sender = { areaCode: string; sender: string };

export async function listHeadings(ctx: Context, of: Sender): Promise<Map<string, ComparedField | null>> {
  const { rows } = await ctx.client.query<{ heading: string; field: ComparedField | null }>(
    'select heading, field from comparison_headings where area_code = $1 and sender = $2',
    [of.areaCode, of.sender],
  );
  return new Map(rows.map(row => [row.heading, row.field]));
}

export async function keepHeadings(
  ctx: Context,
  of: Sender,
  headings: ReadonlyMap<string, ComparedField | null>,
): Promise<void> {
  await ctx.client.query(
    `insert into comparison_headings (area_code, sender, heading, field, used_at)
     select $1, $2, h, f, $5 from unnest($3::text[], $4::text[]) as t (h, f)
     on conflict (area_code, sender, heading) do update set field = excluded.field, used_at = excluded.used_at`,
    [of.areaCode, of.sender, [...headings.keys()], [...headings.values()], ctx.now],
  );
}
