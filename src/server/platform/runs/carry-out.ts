import type pg from 'pg';
import { DomainError } from '#contracts/errors.ts';
import { record } from '../audit/record.ts';
import { inTransaction, type Transaction } from '../database/transaction.ts';
import type { EarlyEnd, Job, JobTools } from '../outbox/publish.ts';

/** The process is being stopped; the queue tries again and the next process goes on. */
export class RunInterrupted extends Error {}

export type Execution = {
  pool: pg.Pool;
  tools: JobTools;
  job: Job;
  payload: unknown;
  runId: string;
  lastAttempt: boolean;
  stopping: () => boolean;
};

const WRITE_EVERY_MS = 1_000;
const CRASHED = '程序多次中断，没有办完；已办的保留，可以重新发起';
const BROKE = '程序出错，没有办完；已办的保留。请稍后重新发起，仍不行请联系管理员';
const STOPPED = '按要求停止；已办的保留，重新发起会接着办';

export const queueKey = (runId: string): string => `run-${runId}`;

export function runIdOf(payload: unknown): string | undefined {
  const runId = (payload as { runId?: unknown } | null)?.runId;
  return typeof runId === 'string' ? runId : undefined;
}

/** Runs one attempt of a job that has a row in `runs`, and keeps that row true to the end. */
export async function carryOut(it: Execution): Promise<void> {
  const begun = await begin(it);
  if (!begun) return;
  const payload = it.job.payload.parse(it.payload ?? {});
  const close = (how: EarlyEnd) => endEarly(it, payload, { ...how, areaCode: begun.area_code });
  if (begun.stop) return close({ status: 'cancelled', message: STOPPED });
  const meter = progressMeter(it);
  try {
    await it.job.handle({ ...it.tools, progress: meter.progress }, payload);
  } catch (error) {
    if (error instanceof RunInterrupted) throw error;
    const known = error instanceof DomainError;
    if (!known && !it.lastAttempt) await beat(it, { message: '出了错，稍后自动再试' });
    else await close({ status: 'failed', message: known ? error.message : BROKE });
    if (known) return;
    throw error;
  }
  await meter.flush();
  if (meter.stopped()) return close({ status: 'cancelled', message: STOPPED });
  await end(it, { status: 'done', message: null, areaCode: begun.area_code });
}

/** Ends runs whose job is no longer in the queue: killed at its last attempt, nobody would say so otherwise. */
export async function failLostRuns(given: {
  pool: pg.Pool;
  tools: JobTools;
  byName: ReadonlyMap<string, Job>;
  known: ReadonlySet<string>;
}): Promise<void> {
  const { pool, tools, byName, known } = given;
  const silent = await overAll(pool, async ({ client }) => {
    const { rows } = await client.query<{ run_id: string; kind: string; area_code: string; payload: unknown }>(
      `select run_id, kind, area_code, payload from runs where status = 'running' and beat_at < clock_timestamp() - interval '60 seconds'`,
    );
    return rows;
  });
  for (const run of silent.filter(row => !known.has(queueKey(row.run_id)))) {
    const how = { status: 'failed' as const, message: CRASHED, areaCode: run.area_code };
    const job = byName.get(run.kind);
    if (job) await job.ended?.(tools, job.payload.parse(run.payload), how);
    await end({ tools, runId: run.run_id }, how);
  }
}

/** At most one write a second; between two writes the last answer stands. Nothing left to do = nothing to stop. */
function progressMeter(it: Execution) {
  let latest: { done: number; total: number; message?: string } | undefined;
  let written = 0;
  let stop = false;
  const write = async () => {
    const first = written === 0;
    written = Date.now();
    stop = await beat(it, { ...latest, first });
  };
  return {
    progress: async (done: number, total: number, message?: string): Promise<boolean> => {
      if (it.stopping()) throw new RunInterrupted('服务正在停止');
      latest = { done, total, ...(message !== undefined && { message }) };
      if (Date.now() - written >= WRITE_EVERY_MS) await write();
      return !stop || (total > 0 && done >= total);
    },
    flush: async () => {
      if (latest) await write();
    },
    stopped: () => stop && !(latest && latest.total > 0 && latest.done >= latest.total),
  };
}

/** The platform's own table, over all areas. */
const overAll = <T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(pool, { scope: { way: 'batch', areaFrom: '0', areaTo: '~' } }, work);

async function begin({ pool, runId }: Execution): Promise<{ area_code: string; stop: boolean } | undefined> {
  return overAll(pool, async ({ client }) => {
    const { rows } = await client.query<{ area_code: string; stop: boolean }>(
      `update runs set status = 'running', begun_at = clock_timestamp(), begun_done = done, beat_at = clock_timestamp(),
         attempts = attempts + 1, message = null
       where run_id = $1 and status in ('queued', 'running')
       returning area_code, cancel_asked_at is not null as stop`,
      [runId],
    );
    return rows[0];
  });
}

/** Writes how far it is; answers whether somebody asked to stop. The pace counts from the attempt's first report. */
async function beat(
  { pool, runId }: Pick<Execution, 'pool' | 'runId'>,
  said: { done?: number; total?: number; message?: string; first?: boolean },
): Promise<boolean> {
  return overAll(pool, async ({ client }) => {
    const { rows } = await client.query<{ stop: boolean }>(
      `update runs set done = coalesce($2, done), total = coalesce($3, total), message = coalesce($4, message),
         begun_done = case when $5 then coalesce($2, done) else begun_done end,
         begun_at = case when $5 then clock_timestamp() else begun_at end, beat_at = clock_timestamp()
       where run_id = $1 returning cancel_asked_at is not null as stop`,
      [runId, said.done ?? null, said.total ?? null, said.message ?? null, said.first ?? false],
    );
    return rows[0]?.stop ?? false;
  });
}

async function endEarly(it: Execution, payload: unknown, how: EarlyEnd & { areaCode: string }): Promise<void> {
  await it.job.ended?.(it.tools, payload, how);
  await end(it, how);
}

type End = { status: 'done' | EarlyEnd['status']; message: string | null; areaCode: string };

async function end({ tools, runId }: Pick<Execution, 'tools' | 'runId'>, how: End): Promise<void> {
  await tools.inArea(how.areaCode, '后台工作结束', async ctx => {
    const { rowCount } = await ctx.client.query(
      `update runs set status = $2, message = coalesce($3, message), ended_at = $4, beat_at = clock_timestamp()
       where run_id = $1 and status in ('queued', 'running')`,
      [runId, how.status, how.message, ctx.now],
    );
    if (rowCount === 0) return;
    const note = how.message ?? '已办完';
    await record(ctx, { action: 'runs.end', subject: { kind: 'run', id: runId }, areaCode: how.areaCode, note });
  });
}
