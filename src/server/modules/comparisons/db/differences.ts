import type { ComparisonKind } from '#contracts/comparison-kinds.ts';
import type { DifferenceStatus } from '#contracts/comparison-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type DiffField = { field: string; ours: unknown; theirs: unknown };
export type OwnerRole = 'community' | 'street' | 'district';

export type DifferenceRow = {
  elder_id: string;
  difference_id: string;
  area_code: string;
  batch_id: string;
  row_number: number;
  kind: ComparisonKind;
  sender: string;
  source_number: string | null;
  as_of: string;
  elder_name: string;
  fields: DiffField[];
  owner_role: OwnerRole;
  missing: boolean;
  status: DifferenceStatus;
  correction_id: string | null;
  note: string | null;
  found_at: string;
  decided_by: string | null;
  decided_at: string | null;
};

/** Judged before: still open, or refused with the same words of the same department. By person. */
export async function listJudged(
  ctx: Context,
  kind: ComparisonKind,
  elderIds: readonly string[],
): Promise<DifferenceRow[]> {
  const { rows } = await ctx.client.query<DifferenceRow>(
    `select * from comparison_differences where elder_id = any ($1) and kind = $2 and status <> 'adopted' order by found_at desc`,
    [elderIds, kind],
  );
  return rows;
}

export type NewDifference = Omit<
  DifferenceRow,
  'status' | 'correction_id' | 'note' | 'found_at' | 'decided_by' | 'decided_at'
>;

export async function insertDifferences(ctx: Context, rows: readonly NewDifference[]): Promise<void> {
  if (rows.length === 0) return;
  const of = <K extends keyof NewDifference>(key: K) => rows.map(row => row[key]);
  await ctx.client.query(
    `insert into comparison_differences (elder_id, difference_id, area_code, batch_id, row_number, kind, sender, source_number, as_of,
       elder_name, fields, owner_role, missing, status, found_at)
     select *, 'open', $14::timestamptz from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::int[], $6::text[], $7::text[],
       $8::text[], $9::date[], $10::text[], $11::jsonb[], $12::text[], $13::boolean[])`,
    [
      ...[of('elder_id'), of('difference_id'), of('area_code'), of('batch_id'), of('row_number'), of('kind')],
      ...[of('sender'), of('source_number'), of('as_of'), of('elder_name')],
      ...[rows.map(row => JSON.stringify(row.fields)), of('owner_role'), of('missing'), ctx.now],
    ],
  );
}

type Set = Partial<Pick<DifferenceRow, 'status' | 'owner_role' | 'correction_id' | 'note'>>;

/** Who decided is set with it. */
export async function setDifference(ctx: Context, id: string, change: Set): Promise<void> {
  const sets = Object.keys(change).map((column, i) => `${column} = $${i + 4}`);
  await ctx.client.query(
    `update comparison_differences set decided_by = $2, decided_at = $3, ${sets.join(', ')} where difference_id = $1`,
    [id, ctx.actor.name, ctx.now, ...Object.values(change)],
  );
}

export async function findDifference(ctx: Context, id: string, lock = false): Promise<DifferenceRow | undefined> {
  const { rows } = await ctx.client.query<DifferenceRow>(
    `select * from comparison_differences where difference_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function findByCorrection(ctx: Context, correctionId: string): Promise<DifferenceRow | undefined> {
  const { rows } = await ctx.client.query<DifferenceRow>(
    'select * from comparison_differences where correction_id = $1 for update',
    [correctionId],
  );
  return rows[0];
}

type Filter = { status: string | null; kind: string | null; batchId: string | null };
type Asked = Filter & { limit: number; after: { sort: string; id: string } | undefined };

const SORT = `(case when d.status = 'open' then '0' || lpad(floor(extract(epoch from d.found_at))::text, 12, '0')
  else '1' || lpad((253402300799 - floor(extract(epoch from d.found_at)))::text, 12, '0') end)`;
const WHERE =
  'where ($1::text is null or d.status = $1) and ($2::text is null or d.kind = $2) and ($3::uuid is null or d.batch_id = $3)';
const FROM = `from comparison_differences d
  left join due_items w on w.subject_id = d.difference_id and w.closed_at is null`;

export type ListedDifference = DifferenceRow & { sort: string; due_on: string | null; provisional: boolean | null };

export async function listDifferences(ctx: Context, asked: Asked): Promise<ListedDifference[]> {
  const { rows } = await ctx.client.query<ListedDifference>(
    `select d.*, w.due_on, w.provisional, ${SORT} as sort ${FROM} ${WHERE}
       and ($4::text is null or (${SORT}, d.difference_id) > ($4, $5::uuid)) order by sort, d.difference_id limit $6`,
    [asked.status, asked.kind, asked.batchId, asked.after?.sort ?? null, asked.after?.id ?? null, asked.limit],
  );
  return rows;
}

export async function countDifferences(ctx: Context, of: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from comparison_differences d ${WHERE}`,
    [of.status, of.kind, of.batchId],
  );
  return rows[0]?.n ?? 0;
}

export async function readListed(ctx: Context, id: string): Promise<ListedDifference | undefined> {
  const { rows } = await ctx.client.query<ListedDifference>(
    `select d.*, w.due_on, w.provisional, '' as sort ${FROM} where d.difference_id = $1`,
    [id],
  );
  return rows[0];
}

export async function moveDifferences(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update comparison_differences set area_code = $2 where elder_id = $1', [
    to.elderId,
    to.areaCode,
  ]);
}
