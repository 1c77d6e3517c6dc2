import type { CreditKind, CreditSubjectKind, SharingScope } from '#contracts/credit-records.ts';
import { underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import type { Subject } from './rules.ts';

export type BatchRow = {
  batch_id: string;
  area_code: string;
  origin: 'file' | 'feed';
  sequence: number | null;
  department: string;
  file_name: string;
  file_sm3: string;
  rows: number;
  taken: number;
  refused: number;
  refusals: { row: number; number: string; because: string }[];
  brought_by: string;
  brought_at: string;
};

/** Undefined: this batch of the feed was taken before. */
export async function insertBatch(ctx: Context, row: BatchRow): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into credit_batches (batch_id, area_code, origin, sequence, department, file_name, file_sm3, rows, taken, refused, refusals,
       brought_by, brought_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (area_code, sequence) where sequence is not null do nothing`,
    [
      ...[row.batch_id, row.area_code, row.origin, row.sequence, row.department, row.file_name, row.file_sm3, row.rows],
      ...[row.taken, row.refused, JSON.stringify(row.refusals), row.brought_by, row.brought_at],
    ],
  );
  return rowCount === 1;
}

export async function setCounts(ctx: Context, row: BatchRow): Promise<void> {
  await ctx.client.query('update credit_batches set taken = $2, refused = $3, refusals = $4 where batch_id = $1', [
    ...[row.batch_id, row.taken, row.refused, JSON.stringify(row.refusals)],
  ]);
}

export type RecordRow = {
  record_id: string;
  batch_id: string;
  department: string;
  source_number: string;
  kind: CreditKind;
  subject_kind: CreditSubjectKind;
  subject_id: string;
  subject_name: string;
  content: string;
  happened_on: string;
  collected_at: string;
  scope: SharingScope;
  area_code: string;
  organisation_id: string | null;
};

/** False when this source's number was taken before, also by an office whose records the caller cannot see. */
export async function insertRecord(ctx: Context, row: RecordRow): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into credit_records (record_id, batch_id, department, source_number, kind, subject_kind, subject_id, subject_name, content,
       happened_on, collected_at, scope, area_code, organisation_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
    [
      ...[row.record_id, row.batch_id, row.department, row.source_number, row.kind, row.subject_kind, row.subject_id],
      ...[row.subject_name, row.content, row.happened_on, row.collected_at, row.scope, row.area_code],
      row.organisation_id,
    ],
  );
  return rowCount === 1;
}

type Paged = { after: { sort: string; id: string } | undefined; limit: number };
export async function listBatches(ctx: Context, of: Paged): Promise<BatchRow[]> {
  const { rows } = await ctx.client.query<BatchRow>(
    `select * from credit_batches where $1::timestamptz is null or (brought_at, batch_id) < ($1, $2::uuid)
     order by brought_at desc, batch_id desc limit $3`,
    [of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

/** The last batch of the feed that this office took. */
export async function lastSequence(ctx: Context, areaCode: string): Promise<number> {
  const { rows } = await ctx.client.query<{ last: number | null }>(
    'select max(sequence) as last from credit_batches where area_code = $1',
    [areaCode],
  );
  return rows[0]?.last ?? 0;
}

type Filter = { kind: string | null; subjectKind: string | null; scope: string | null; name: string | null };
const MATCHES = `($1::text is null or kind = $1) and ($2::text is null or subject_kind = $2)
  and ($3::text is null or scope = $3) and ($4::text is null or subject_name = $4)`;
const valuesOf = (of: Filter) => [of.kind, of.subjectKind, of.scope, of.name];

export async function listRecords(ctx: Context, of: Filter & Paged): Promise<RecordRow[]> {
  const { rows } = await ctx.client.query<RecordRow>(
    `select * from credit_records where ${MATCHES} and ($5::timestamptz is null or (collected_at, record_id) < ($5, $6::uuid))
     order by collected_at desc, record_id desc limit $7`,
    [...valuesOf(of), of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countRecords(ctx: Context, of: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from credit_records where ${MATCHES}`,
    valuesOf(of),
  );
  return rows[0]?.n ?? 0;
}

const ofSubject = async (ctx: Context, subjectId: string): Promise<RecordRow[]> => {
  const { rows } = await ctx.client.query<RecordRow>(
    'select * from credit_records where subject_id = $1 order by happened_on desc, record_id desc limit 200',
    [subjectId],
  );
  return rows;
};

/** What the caller's own row rule shows, and what is public to everybody. */
export async function listOf(ctx: Context, subjectId: string): Promise<RecordRow[]> {
  const own = await ofSubject(ctx, subjectId);
  const open = await underScope(ctx, { inner: { way: 'public' }, outer: ctx.scope }, () => ofSubject(ctx, subjectId));
  const known = new Set(own.map(row => row.record_id));
  return [...own, ...open.filter(row => !known.has(row.record_id))].sort((a, b) =>
    b.happened_on.localeCompare(a.happened_on),
  );
}

export type Firm = Subject & { creditCode: string | null };
export async function findFirms(ctx: Context, by: { codes: string[]; names: string[] }): Promise<Firm[]> {
  const { rows } = await ctx.client.query<Firm>(
    `select provider_id as id, name, area_code as "areaCode", provider_id as "organisationId", credit_code as "creditCode"
     from providers_v_directory where credit_code = any($1::text[]) or name = any($2::text[])`,
    [by.codes.filter(Boolean), by.names],
  );
  return rows;
}

export async function findPlaces(ctx: Context, names: string[]): Promise<Subject[]> {
  const { rows } = await ctx.client.query<Subject>(
    `select facility_id as id, name, area_code as "areaCode", organisation_id as "organisationId" from facilities_v_facts
     where name = any($1::text[])`,
    [names],
  );
  return rows;
}

export type Person = Subject & { employer: string };
export async function findPeople(ctx: Context, names: string[]): Promise<Person[]> {
  const { rows } = await ctx.client.query<Person>(
    `select caregiver_id as id, name, area_code as "areaCode", provider_id as "organisationId", provider_name as employer
     from workforce_v_names where name = any($1::text[]) and status <> 'left'`,
    [names],
  );
  return rows;
}
