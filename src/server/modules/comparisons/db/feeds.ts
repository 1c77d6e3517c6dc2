import type { ComparisonKind } from '#contracts/comparison-kinds.ts';
import type { Context } from '#platform/http/context.ts';

export type FeedRow = {
  area_code: string;
  kind: ComparisonKind;
  last_sequence: number;
  last_at: string | null;
  last_rows: number | null;
  last_error: string | null;
  failed_at: string | null;
  batch_id: string | null;
};

/** The feeds of one office, with the batch that came last. */
export async function listFeeds(ctx: Context, areaCode: string): Promise<FeedRow[]> {
  const { rows } = await ctx.client.query<FeedRow>(
    `select f.*, b.batch_id from comparison_feeds f left join comparison_batches b
       on b.area_code = f.area_code and b.kind = f.kind and b.sequence = f.last_sequence where f.area_code = $1`,
    [areaCode],
  );
  return rows;
}

type Of = { areaCode: string; kind: ComparisonKind };

export async function feedCame(ctx: Context, of: Of, last: { sequence: number; rows: number }): Promise<void> {
  await ctx.client.query(
    `insert into comparison_feeds (area_code, kind, last_sequence, last_at, last_rows) values ($1, $2, $3, $4, $5)
     on conflict (area_code, kind) do update set last_sequence = greatest(comparison_feeds.last_sequence, excluded.last_sequence),
       last_at = excluded.last_at, last_rows = excluded.last_rows, last_error = null, failed_at = null`,
    [of.areaCode, of.kind, last.sequence, ctx.now, last.rows],
  );
}

/** Came and there was nothing new. */
export async function feedAnswered(ctx: Context, of: Of): Promise<void> {
  await ctx.client.query(
    'update comparison_feeds set last_error = null, failed_at = null where area_code = $1 and kind = $2',
    [of.areaCode, of.kind],
  );
}

export async function feedFailed(ctx: Context, of: Of, because: string): Promise<void> {
  await ctx.client.query(
    `insert into comparison_feeds (area_code, kind, last_error, failed_at) values ($1, $2, $3, $4)
     on conflict (area_code, kind) do update set last_error = excluded.last_error, failed_at = excluded.failed_at`,
    [of.areaCode, of.kind, because, ctx.now],
  );
}
