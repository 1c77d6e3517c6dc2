import type { ChangesStatus, ImportCounts, ImportMapping, ImportStatus } from '#contracts/elders/imports.ts';
import type { Context } from '#platform/http/context.ts';

/** A row of elder_imports as it stands; `sealed` is opened by imports/import-secret.ts only. */
export type ImportRow = {
  import_id: string;
  area_code: string;
  sender: string;
  file_name: string;
  file_bytes: number;
  file_sm3: string;
  file_says: string;
  sealed: Buffer;
  sheets: { name: string; hidden: boolean }[];
  sheet: number;
  heading_row: number;
  headings: string[];
  mapping: ImportMapping;
  notes: string[];
  arrive_as: 'registered' | 'active';
  status: ImportStatus;
  counts: ImportCounts | null;
  faults: { field: string; say: string; rows: number; firstRow: number }[];
  changed_fields: { field: string; rows: number }[];
  has_error_book: boolean;
  run_id: string | null;
  started_by: string;
  started_by_post: string | null;
  started_by_name: string;
  started_by_role: string;
  uploaded_at: string;
  checked_at: string | null;
  loaded_at: string | null;
  error: string | null;
  changes_status: ChangesStatus | null;
};

const JSON_COLUMNS = new Set(['sheets', 'headings', 'mapping', 'notes', 'counts', 'faults', 'changed_fields']);
const bound = (column: string, value: unknown): unknown =>
  JSON_COLUMNS.has(column) && value !== null ? JSON.stringify(value) : value;

export async function insertImport(ctx: Context, row: Partial<ImportRow>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, i) => `$${i + 1}`).join(', ');
  await ctx.client.query(
    `insert into elder_imports (${columns.join(', ')}) values (${places})`,
    Object.entries(row).map(([column, value]) => bound(column, value)),
  );
}

/** Locked when a step follows, so that two clicks follow each other. */
export async function findImport(ctx: Context, id: string, lock = false): Promise<ImportRow | undefined> {
  const { rows } = await ctx.client.query<ImportRow>(
    `select * from elder_imports where import_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function updateImport(ctx: Context, id: string, change: Partial<ImportRow>): Promise<void> {
  const columns = Object.keys(change);
  const sets = columns.map((column, i) => `${column} = $${i + 2}`).join(', ');
  const values = Object.entries(change).map(([column, value]) => bound(column, value));
  await ctx.client.query(`update elder_imports set ${sets} where import_id = $1`, [id, ...values]);
}

type Before = { sort: string; id: string } | undefined;

export async function listImports(ctx: Context, page: { before: Before; limit: number }): Promise<ImportRow[]> {
  const { sort, id } = page.before ?? { sort: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const { rows } = await ctx.client.query<ImportRow>(
    `select * from elder_imports where (uploaded_at, import_id) < ($1, $2::uuid)
     order by uploaded_at desc, import_id desc limit $3`,
    [sort, id, page.limit],
  );
  return rows;
}

export async function countUndecided(ctx: Context, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await ctx.client.query<{ import_id: string; n: number }>(
    `select import_id, count(*)::int as n from elder_import_rows
     where import_id = any ($1) and kind = 'look-alike' and decision is null group by 1`,
    [ids],
  );
  return new Map(rows.map(row => [row.import_id, row.n]));
}

export type ImportRowRow = {
  row_number: number;
  kind: 'wrong' | 'look-alike';
  faults: { field: string; say: string }[];
  sealed: Buffer | null;
  matches: unknown[];
  decision: 'different' | 'skip' | null;
  reason: string | null;
  decided_by: string | null;
};
export type NewImportRow = Pick<ImportRowRow, 'row_number' | 'kind' | 'faults' | 'sealed' | 'matches'>;

export async function insertImportRows(
  ctx: Context,
  of: Pick<ImportRow, 'import_id' | 'area_code'>,
  rows: readonly NewImportRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.client.query(
    `insert into elder_import_rows (import_id, area_code, row_number, kind, faults, sealed, matches)
     select $1, $2, * from unnest($3::int[], $4::text[], $5::jsonb[], $6::bytea[], $7::jsonb[])
     on conflict do nothing`,
    [
      ...[of.import_id, of.area_code, rows.map(r => r.row_number), rows.map(r => r.kind)],
      ...[rows.map(r => JSON.stringify(r.faults)), rows.map(r => r.sealed), rows.map(r => JSON.stringify(r.matches))],
    ],
  );
}

export const clearImportRows = (ctx: Context, id: string): Promise<unknown> =>
  ctx.client.query('delete from elder_import_rows where import_id = $1', [id]);

export async function listImportRows(
  ctx: Context,
  of: { id: string; kind: ImportRowRow['kind'] },
  page: { after: number; limit: number },
): Promise<{ rows: ImportRowRow[]; total: number }> {
  const { rows } = await ctx.client.query<ImportRowRow>(
    `select row_number, kind, faults, sealed, matches, decision, reason, decided_by from elder_import_rows
     where import_id = $1 and kind = $2 and row_number > $3 order by row_number limit $4`,
    [of.id, of.kind, page.after, page.limit],
  );
  const counted = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from elder_import_rows where import_id = $1 and kind = $2',
    [of.id, of.kind],
  );
  return { rows, total: counted.rows[0]?.n ?? 0 };
}

export async function decideRows(
  ctx: Context,
  id: string,
  how: { rows: readonly number[] | undefined; decision: string; reason: string },
): Promise<number> {
  const { rowCount } = await ctx.client.query(
    `update elder_import_rows set decision = $2, reason = $3, decided_by = $4, decided_at = $5
     where import_id = $1 and kind = 'look-alike' and ($6::int[] is null and decision is null or row_number = any ($6))`,
    [id, how.decision, how.reason, ctx.actor.name, ctx.now, how.rows ?? null],
  );
  return rowCount ?? 0;
}

export type Decision = {
  decision: 'different' | 'skip' | null;
  reason: string | null;
  matches: { elderId: string | null }[];
};

export async function listDecisions(ctx: Context, id: string): Promise<Map<number, Decision>> {
  const { rows } = await ctx.client.query<Decision & { row_number: number }>(
    `select row_number, decision, reason, matches from elder_import_rows
     where import_id = $1 and kind = 'look-alike' and decision is not null`,
    [id],
  );
  return new Map(rows.map(row => [row.row_number, row]));
}

export async function listHeadings(
  ctx: Context,
  of: { areaCode: string; sender: string },
): Promise<Map<string, string | null>> {
  const { rows } = await ctx.client.query<{ heading: string; field: string | null }>(
    'select heading, field from elder_import_headings where area_code = $1 and sender = $2',
    [of.areaCode, of.sender],
  );
  return new Map(rows.map(row => [row.heading, row.field]));
}

export async function keepHeadings(
  ctx: Context,
  of: { areaCode: string; sender: string },
  headings: ReadonlyMap<string, string | null>,
): Promise<void> {
  await ctx.client.query(
    `insert into elder_import_headings (area_code, sender, heading, field, used_at)
     select $1, $2, h, f, $5 from unnest($3::text[], $4::text[]) as t (h, f)
     on conflict (area_code, sender, heading) do update set field = excluded.field, used_at = excluded.used_at`,
    [of.areaCode, of.sender, [...headings.keys()], [...headings.values()], ctx.now],
  );
}

export async function insertImportPeople(
  ctx: Context,
  importId: string,
  people: readonly { elderId: string; areaCode: string; row: number }[],
): Promise<void> {
  await ctx.client.query(
    `insert into elder_import_people (elder_id, area_code, row_number, import_id)
     select *, $4::uuid from unnest($1::uuid[], $2::text[], $3::int[])`,
    [people.map(p => p.elderId), people.map(p => p.areaCode), people.map(p => p.row), importId],
  );
}

/** Takes the next people of whose registration nobody has been told, and marks them told in this transaction. */
export async function takeUnannounced(ctx: Context, importId: string, limit: number) {
  const { rows } = await ctx.client.query<{ elder_id: string; area_code: string }>(
    `update elder_import_people set announced_at = $3 where import_id = $1 and elder_id in (
       select elder_id from elder_import_people where import_id = $1 and announced_at is null order by row_number limit $2)
     returning elder_id, area_code`,
    [importId, limit, ctx.now],
  );
  return rows.map(row => ({ elderId: row.elder_id, areaCode: row.area_code }));
}

/**
 * Statistics know nothing of the rows that this transaction itself makes: on a young register the planner would walk
 * whole tables for every page, and the time would grow with the square of the rows.
 */
export const preferIndexes = (ctx: Context): Promise<unknown> => ctx.client.query('set local enable_seqscan = off');

/** True when this was the last correction of the table that waited for somebody. */
export async function settleChanges(ctx: Context, importId: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `update elder_imports set changes_status = 'decided' where import_id = $1 and changes_status = 'proposed'
       and not exists (select 1 from elder_corrections c where c.import_id = $1 and c.status = 'proposed')`,
    [importId],
  );
  return rowCount === 1;
}
