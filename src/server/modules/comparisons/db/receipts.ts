import type { FeedReceipt } from '#contracts/comparison-feeds.ts';
import type { ComparisonKind } from '#contracts/comparison-kinds.ts';
import type { BatchStatus } from '#contracts/comparisons.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

type Made = Pick<FeedReceipt, 'kind' | 'outcome' | 'signature'> &
  Partial<Pick<FeedReceipt, 'sequence' | 'sender' | 'rows' | 'batchId' | 'because'>>;

export async function insertReceipt(ctx: Context, made: Made): Promise<void> {
  await ctx.client.query(
    `insert into comparison_receipts (receipt_id, area_code, kind, outcome, signature, sequence, sender, rows, batch_id,
       because, at, by_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[newId(), ctx.actor.areaCode, made.kind, made.outcome, made.signature, made.sequence ?? null],
      ...[made.sender ?? null, made.rows ?? null, made.batchId ?? null, made.because ?? null, ctx.now, ctx.actor.name],
    ],
  );
}

export type ReceiptRow = {
  receipt_id: string;
  kind: ComparisonKind;
  outcome: FeedReceipt['outcome'];
  signature: FeedReceipt['signature'];
  sequence: number | null;
  sender: string | null;
  rows: number | null;
  batch_id: string | null;
  because: string | null;
  at: string;
  by_name: string;
  status: BatchStatus | null;
  differs: number | null;
  open: number | null;
};
type Filter = { kind: string | null; outcome: string | null };
const WHERE = 'where ($1::text is null or c.kind = $1) and ($2::text is null or c.outcome = $2)';

export async function listReceipts(
  ctx: Context,
  of: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<ReceiptRow[]> {
  const { rows } = await ctx.client.query<ReceiptRow>(
    `select c.*, b.status, b.differs + b.missing as differs, case when b.batch_id is not null then (select count(*)::int
       from comparison_differences d where d.batch_id = b.batch_id and d.status = 'open') end as open
     from comparison_receipts c left join comparison_batches b on b.batch_id = c.batch_id
     ${WHERE} and ($3::timestamptz is null or (c.at, c.receipt_id) < ($3, $4::uuid))
     order by c.at desc, c.receipt_id desc limit $5`,
    [of.kind, of.outcome, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countReceipts(ctx: Context, of: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from comparison_receipts c ${WHERE}`,
    [of.kind, of.outcome],
  );
  return rows[0]?.n ?? 0;
}
