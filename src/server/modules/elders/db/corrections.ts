import type { CorrectionSource, CorrectionStatus } from '#contracts/elders/correction-lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';

export type CorrectionRow = {
  elder_id: string;
  correction_id: string;
  area_code: string;
  elder_name: string;
  status: CorrectionStatus;
  fields: string[];
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  sealed: Buffer | null;
  base_version: number;
  reason: string;
  evidence: string;
  source_kind: CorrectionSource;
  source_number: string | null;
  as_of: string;
  proposed_by: string;
  proposed_by_name: string;
  proposed_role: Role;
  proposed_at: string;
  decided_by_name: string | null;
  decided_at: string | null;
  decision_note: string | null;
  kept: string[];
  import_id: string | null;
};

type Made = Omit<
  CorrectionRow,
  | 'proposed_by'
  | 'proposed_by_name'
  | 'proposed_role'
  | 'proposed_at'
  | 'decided_by_name'
  | 'decided_at'
  | 'decision_note'
  | 'kept'
>;

/** False when the source's number has been taken before. */
export async function insertCorrection(ctx: Context, row: Made): Promise<boolean> {
  const { accountId, name, role } = ctx.actor;
  const { rowCount } = await ctx.client.query(
    `insert into elder_corrections (elder_id, correction_id, area_code, elder_name, status, fields, before, after, sealed,
       base_version, reason, evidence, source_kind, source_number, as_of, proposed_by, proposed_by_name, proposed_role, proposed_at,
       import_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     on conflict (source_kind, source_number, area_code) where source_number is not null do nothing`,
    [
      ...[row.elder_id, row.correction_id, row.area_code, row.elder_name, row.status, JSON.stringify(row.fields)],
      ...[row.before, row.after, row.sealed, row.base_version, row.reason, row.evidence, row.source_kind],
      ...[row.source_number, row.as_of, accountId, name, role, ctx.now, row.import_id],
    ],
  );
  return rowCount === 1;
}

export async function findCorrection(ctx: Context, id: string, lock = false): Promise<CorrectionRow | undefined> {
  const { rows } = await ctx.client.query<CorrectionRow>(
    `select * from elder_corrections where correction_id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

type Decided = { status: CorrectionStatus; note: string | null; kept?: readonly string[] };

export async function decideRow(ctx: Context, row: CorrectionRow, to: Decided): Promise<void> {
  const { accountId, name } = ctx.actor;
  await ctx.client.query(
    `update elder_corrections set status = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, decision_note = $7,
       kept = $8 where elder_id = $1 and correction_id = $2`,
    [row.elder_id, row.correction_id, to.status, accountId, name, ctx.now, to.note, JSON.stringify(to.kept ?? [])],
  );
}

export type Asked = {
  status: CorrectionStatus | null;
  elderId: string | null;
  importId: string | null;
  limit: number;
  after: { sort: string; id: string } | undefined;
};

/** What waits first, the longest waiting on top; then the decided, newest first. `sort` is the order of a page as text. */
const SORT = `(case when c.status = 'proposed' then '0' || lpad(floor(extract(epoch from c.proposed_at))::text, 12, '0')
  else '1' || lpad((253402300799 - floor(extract(epoch from c.proposed_at)))::text, 12, '0') end)`;
const WHERE = `where ($1::text is null or c.status = $1) and ($2::uuid is null or c.elder_id = $2)
  and ($3::uuid is null or c.import_id = $3)`;
const FROM = `from elder_corrections c
  left join due_items d on d.subject_id = c.correction_id and d.closed_at is null`;

export type ListedRow = CorrectionRow & { sort: string; due_on: string | null; provisional: boolean | null };

export async function listCorrections(ctx: Context, asked: Asked): Promise<ListedRow[]> {
  const { rows } = await ctx.client.query<ListedRow>(
    `select c.*, d.due_on, d.provisional, ${SORT} as sort ${FROM} ${WHERE}
       and ($4::text is null or (${SORT}, c.correction_id) > ($4, $5::uuid))
     order by sort, c.correction_id limit $6`,
    [asked.status, asked.elderId, asked.importId, asked.after?.sort ?? null, asked.after?.id ?? null, asked.limit],
  );
  return rows;
}

export async function readListed(ctx: Context, id: string): Promise<ListedRow | undefined> {
  const { rows } = await ctx.client.query<ListedRow>(
    `select c.*, d.due_on, d.provisional, '' as sort ${FROM} where c.correction_id = $1`,
    [id],
  );
  return rows[0];
}

export async function countCorrections(
  ctx: Context,
  of: Pick<Asked, 'status' | 'elderId' | 'importId'>,
): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from elder_corrections c ${WHERE}`,
    [of.status, of.elderId, of.importId],
  );
  return rows[0]?.n ?? 0;
}

/** An open correction of the same person that already asks for one of these fields. */
export async function findOpen(ctx: Context, elderId: string, fields: readonly string[]): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ proposed_by_name: string }>(
    `select proposed_by_name from elder_corrections
     where elder_id = $1 and status = 'proposed' and fields ?| $2::text[] limit 1`,
    [elderId, fields],
  );
  return rows[0]?.proposed_by_name;
}

/** The person of the caller's area who holds this number; only inside the row rules. */
export async function findByIdentity(ctx: Context, indexes: readonly Buffer[]): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ elder_id: string }>(
    'select elder_id from elder_sealed where identity_index = any ($1) limit 1',
    [indexes],
  );
  return rows[0]?.elder_id;
}

/** How many corrections of each of these tables stand where. */
export async function countByImport(
  ctx: Context,
  importIds: readonly string[],
): Promise<Map<string, Partial<Record<CorrectionStatus, number>>>> {
  const { rows } = await ctx.client.query<{ import_id: string; status: CorrectionStatus; n: number }>(
    `select import_id, status, count(*)::int as n from elder_corrections where import_id = any ($1) group by 1, 2`,
    [importIds],
  );
  const counts = new Map<string, Partial<Record<CorrectionStatus, number>>>();
  for (const row of rows) counts.set(row.import_id, { ...counts.get(row.import_id), [row.status]: row.n });
  return counts;
}

/** The next open corrections of a table, in the order of their ids, each with the person's version now. */
export async function listOpenOfImport(
  ctx: Context,
  importId: string,
  page: { after: string | null; limit: number },
): Promise<{ correction_id: string; version: number }[]> {
  const { rows } = await ctx.client.query<{ correction_id: string; version: number }>(
    `select c.correction_id, e.version from elder_corrections c join elders e using (elder_id)
     where c.import_id = $1 and c.status = 'proposed' and ($2::uuid is null or c.correction_id > $2)
     order by c.correction_id limit $3`,
    [importId, page.after, page.limit],
  );
  return rows;
}
