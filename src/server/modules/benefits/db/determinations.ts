import type { Reason } from '#contracts/benefits/determination.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { Keyset } from '../rules/keyset.ts';

export type DeterminationRecord = {
  determination_id: string;
  elder_id: string;
  elder_name: string;
  area_code: string;
  scheme: Scheme;
  month: string;
  amount_fen: number;
  from_month: string;
  paid_by: string | null;
  reasons: Reason[];
  document_numbers: string[];
  determined_at: string;
};

const LISTED =
  'select d.*, e.name as elder_name from benefit_determinations d join elders_v_brief e on e.elder_id = d.elder_id';

type Filter = { month: string | null; scheme: string | null; elderId: string | null };
const WHERE = `where ($1::text is null or d.month = $1) and ($2::text is null or d.scheme = $2) and ($3::uuid is null or d.elder_id = $3)`;

export async function listDeterminations(
  ctx: Context,
  filter: Filter & { before: Keyset | null; limit: number },
): Promise<DeterminationRecord[]> {
  const { rows } = await ctx.client.query<DeterminationRecord>(
    `${LISTED} ${WHERE} and ($4::timestamptz is null or (d.determined_at, d.determination_id) < ($4, $5::uuid))
     order by d.determined_at desc, d.determination_id desc limit $6`,
    [filter.month, filter.scheme, filter.elderId, filter.before?.at ?? null, filter.before?.id ?? null, filter.limit],
  );
  return rows;
}

/** Count and sum, both exact up to 10,000 rows; above that the sum is not given. */
export async function sumDeterminations(ctx: Context, filter: Filter): Promise<{ n: number; fen: number }> {
  const { rows } = await ctx.client.query<{ n: number; fen: number }>(
    `select count(*)::int as n, coalesce(sum(amount_fen), 0)::bigint as fen
     from (select d.amount_fen from benefit_determinations d ${WHERE} limit 10000) c`,
    [filter.month, filter.scheme, filter.elderId],
  );
  return rows[0] ?? { n: 0, fen: 0 };
}

export async function findDetermination(ctx: Context, id: string): Promise<DeterminationRecord | undefined> {
  const { rows } = await ctx.client.query<DeterminationRecord>(`${LISTED} where d.determination_id = $1`, [id]);
  return rows[0];
}

export async function listDeterminedOf(ctx: Context, elderId: string, month: string): Promise<DeterminationRecord[]> {
  const { rows } = await ctx.client.query<DeterminationRecord>(`${LISTED} where d.elder_id = $1 and d.month = $2`, [
    elderId,
    month,
  ]);
  return rows;
}

export type NewDetermination = {
  elderId: string;
  areaCode: string;
  scheme: Scheme;
  month: string;
  amountFen: number;
  from: string;
  paidBy: string | null;
  /** District that pays, 12 digits; null when the 户籍 is outside the city. */
  payerCode: string | null;
  /** Key of the tier met. */
  tier: string | null;
  reasons: Reason[];
};

/** Stores results with money; a repeated run of the month replaces them. `batchId` null = decided one by one. */
export async function upsertDeterminations(
  ctx: Pick<Context, 'client' | 'now'>,
  rows: readonly NewDetermination[],
  batchId: string | null,
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.client.query(
    `insert into benefit_determinations (elder_id, determination_id, area_code, happened_area, scheme, month, amount_fen,
       from_month, paid_by, reasons, document_numbers, determined_at, batch_id, payer_code, tier)
     select r.elder, r.id, r.area, r.area, r.scheme, r.month, r.fen, r.start, r.payer, r.reasons,
       array(select distinct x ->> 'documentNumber' from jsonb_array_elements(r.reasons) x order by 1), $10, $11, r.payer_code, r.tier
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::jsonb[],
       $12::text[], $13::text[]) as r (elder, id, area, scheme, month, fen, start, payer, reasons, payer_code, tier)
     on conflict (elder_id, scheme, month) do update set area_code = excluded.area_code, amount_fen = excluded.amount_fen,
       from_month = excluded.from_month, paid_by = excluded.paid_by, reasons = excluded.reasons,
       document_numbers = excluded.document_numbers, determined_at = excluded.determined_at, batch_id = excluded.batch_id,
       payer_code = excluded.payer_code, tier = excluded.tier`,
    [
      ...[rows.map(r => r.elderId), rows.map(() => newId()), rows.map(r => r.areaCode), rows.map(r => r.scheme)],
      ...[rows.map(r => r.month), rows.map(r => r.amountFen), rows.map(r => r.from), rows.map(r => r.paidBy)],
      ...[rows.map(r => JSON.stringify(r.reasons)), ctx.now, batchId],
      ...[rows.map(r => r.payerCode), rows.map(r => r.tier)],
    ],
  );
}
