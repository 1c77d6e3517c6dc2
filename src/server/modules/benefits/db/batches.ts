import type { BatchStatus } from '#contracts/benefits/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import type { After } from './people.ts';

export type BatchRecord = {
  batch_id: string;
  area_code: string;
  month: string;
  status: BatchStatus;
  people: number;
  total: number;
  granted: number;
  offers: number;
  amount_fen: number;
  problems: number;
  after_area: string | null;
  after_name: string | null;
  after_elder: string | null;
  requested_by: string;
  requested_at: string;
  finished_at: string | null;
  error: string | null;
  run_id: string | null;
};

/** False when one of the same area and month is waiting or running. */
export async function insertBatch(
  ctx: Context,
  row: { id: string; areaCode: string; month: string },
): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into benefit_batches (batch_id, area_code, month, status, requested_by, requested_at) values ($1, $2, $3, 'waiting', $4, $5)
     on conflict (area_code, month) where status in ('waiting', 'running') do nothing`,
    [row.id, row.areaCode, row.month, ctx.actor.name, ctx.now],
  );
  return rowCount === 1;
}

export async function findBatch(ctx: Context, id: string, lock = false): Promise<BatchRecord | undefined> {
  const { rows } = await ctx.client.query<BatchRecord>(
    `select * from benefit_batches where batch_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function listBatches(ctx: Context): Promise<BatchRecord[]> {
  const { rows } = await ctx.client.query<BatchRecord>(
    'select * from benefit_batches order by requested_at desc, batch_id desc limit 50',
  );
  return rows;
}

export const beginBatch = (ctx: Context, id: string, total: number) =>
  ctx.client.query("update benefit_batches set status = 'running', total = $2 where batch_id = $1", [id, total]);

export type Progress = {
  people: number;
  granted: number;
  offers: number;
  amountFen: number;
  problems: number;
  after: After;
};

/** Adds one page's figures and remembers where the next page starts, in the page's own transaction. */
export async function addProgress(ctx: Context, id: string, page: Progress): Promise<void> {
  await ctx.client.query(
    `update benefit_batches set people = people + $2, granted = granted + $3, offers = offers + $4, amount_fen = amount_fen + $5,
       problems = problems + $6, after_area = coalesce($7, after_area), after_name = coalesce($8, after_name), after_elder = coalesce($9::uuid, after_elder)
     where batch_id = $1`,
    [
      ...[id, page.people, page.granted, page.offers, page.amountFen, page.problems],
      ...[page.after?.area ?? null, page.after?.name ?? null, page.after?.elder ?? null],
    ],
  );
}

type BatchEnd = { status: 'done' | 'failed' | 'stopped'; error: string | null };

export const endBatch = (ctx: Context, id: string, { status, error }: BatchEnd) =>
  ctx.client.query(
    `update benefit_batches set status = $2, finished_at = $3, error = $4 where batch_id = $1 and status in ('waiting', 'running')`,
    [id, status, ctx.now, error],
  );

export const noteRun = (ctx: Context, id: string, runId: string) =>
  ctx.client.query('update benefit_batches set run_id = $2 where batch_id = $1', [id, runId]);

/** The last batch of the month, when it was stopped or broke off on this same day: waiting again, nothing lost. */
export async function resumeBatch(ctx: Context, of: { areaCode: string; month: string }): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ batch_id: string }>(
    `update benefit_batches set status = 'waiting', finished_at = null, error = null
     where batch_id = (select batch_id from benefit_batches where area_code = $1 and month = $2
         order by requested_at desc, batch_id desc limit 1)
       and status in ('stopped', 'failed') and (requested_at at time zone 'Asia/Shanghai')::date = $3::date
     returning batch_id`,
    [of.areaCode, of.month, ctx.today],
  );
  return rows[0]?.batch_id;
}
