import type { BatchMode, BatchStatus } from '#contracts/benefits/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { type PeopleOfRun, wherePeople } from '../determine/people-of-run.ts';

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
  added: number;
  changed: number;
  removed: number;
  kept: number;
  mode: BatchMode;
  /** Facts changed by transactions from here on were not seen by this run. */
  through_xid: number | null;
  /** Everything below this area code is done; a job that was killed goes on here. */
  after_area: string | null;
  requested_by: string;
  requested_at: string;
  finished_at: string | null;
  error: string | null;
  run_id: string | null;
};

/** False when one of the same area and month is waiting or running. */
export async function insertBatch(
  ctx: Context,
  row: { id: string; areaCode: string; month: string; mode: BatchMode },
): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into benefit_batches (batch_id, area_code, month, status, requested_by, requested_at, mode) values ($1, $2, $3, 'waiting', $4, $5, $6)
     on conflict (area_code, month) where status in ('waiting', 'running') do nothing`,
    [row.id, row.areaCode, row.month, ctx.actor.name, ctx.now, row.mode],
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
  const { rows } = await ctx.client.query<BatchRecord>('select * from benefit_batches order by batch_id desc limit 50');
  return rows;
}

/** Running; keeps the first attempt's mark, because changes after it may have been seen only in part. */
export async function beginBatch(ctx: Context, id: string, begun: { total: number; mode: BatchMode }): Promise<void> {
  await ctx.client.query(
    `update benefit_batches set status = 'running', total = $2, mode = $3,
       through_xid = coalesce(through_xid, pg_snapshot_xmin(pg_current_snapshot())::text::bigint) where batch_id = $1`,
    [id, begun.total, begun.mode],
  );
}

export type Progress = {
  people: number;
  granted: number;
  offers: number;
  amountFen: number;
  problems: number;
  added: number;
  changed: number;
  removed: number;
  kept: number;
  after: string;
};

/** Adds one part's figures and remembers where the next begins, in the part's own transaction. */
export async function addProgress(ctx: Context, id: string, part: Progress): Promise<void> {
  await ctx.client.query(
    `update benefit_batches set people = people + $2, granted = granted + $3, offers = offers + $4, amount_fen = amount_fen + $5,
       problems = problems + $6, added = added + $7, changed = changed + $8, removed = removed + $9, kept = kept + $10, after_area = $11
     where batch_id = $1`,
    [
      ...[id, part.people, part.granted, part.offers, part.amountFen, part.problems],
      ...[part.added, part.changed, part.removed, part.kept, part.after],
    ],
  );
}

/** Who a run would look at. */
export async function countPeople(ctx: Context, month: string, people: PeopleOfRun): Promise<number> {
  const { sql, values } = wherePeople(people);
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from elders_v_brief e where (e.died_on is null or e.died_on >= $1::date) and ${sql}`,
    [`${month}-01`, ...values],
  );
  return rows[0]?.n ?? 0;
}

/**
 * From which transaction on changes are unseen, if the month has once been determined in full for an area that holds
 * this one; null = look at everybody. A restored database counts transactions anew: then everybody, too.
 */
export async function changesSince(
  ctx: Context,
  of: { month: string; areas: readonly string[] },
): Promise<number | null> {
  const { rows } = await ctx.client.query<{ since: number | null }>(
    `select max(b.through_xid)::bigint as since from benefit_batches b
     where b.month = $1 and b.area_code = any($2::text[]) and b.status = 'done'
       and b.through_xid <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
    [of.month, of.areas],
  );
  return rows[0]?.since ?? null;
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
         order by batch_id desc limit 1)
       and status in ('stopped', 'failed') and (requested_at at time zone 'Asia/Shanghai')::date = $3::date
     returning batch_id`,
    [of.areaCode, of.month, ctx.today],
  );
  return rows[0]?.batch_id;
}
