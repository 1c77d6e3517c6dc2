import { EventEmitter } from 'node:events';
import { type JobHelpers, Logger, parseCronItem, type Runner, run } from 'graphile-worker';
import pg from 'pg';
import { areaRange } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import { businessInstant, readSiteClock } from '../clock/business-date.ts';
import { inTransaction } from '../database/transaction.ts';
import { batchContext } from '../http/context.ts';
import type { Job, JobTools } from '../outbox/publish.ts';
import { carryOut, failLostRuns, queueKey, runIdOf } from '../runs/carry-out.ts';
import type { Keys } from '../secrets/keys.ts';
import { runInThread, type Threads } from './thread.ts';
import { watchWorkers } from './watch-workers.ts';

type Options = {
  pool: pg.Pool;
  jobsUrl: string;
  keys: Keys;
  jobs: readonly Job[];
  /** Without it jobs marked `inThread` run in this process. */
  threads?: Threads;
  onError: (what: string, error: unknown) => void;
  /** How often work of processes that are gone is looked for; 20 s unless a test asks. */
  everyMs?: number;
};

export type JobWorker = { stop: () => Promise<void>; isRunning: () => boolean };

/** Runs background jobs and hands outbox rows to them; its login sees only the queue's own schema. */
export async function startWorker(options: Options): Promise<JobWorker> {
  const jobsPool = new pg.Pool({ connectionString: options.jobsUrl, max: 6 });
  // The queue asks for handlers on the pool and on each of its clients; a lost connection is made again.
  jobsPool.on('error', () => undefined);
  jobsPool.on('connect', client => void client.on('error', () => undefined));
  const tools = jobTools(options.pool, options.keys);
  const jobs = options.jobs.map(job => threaded(job, options.threads));
  const byName = new Map(jobs.map(job => [job.name, job]));
  let stopping = false;
  const taskList = Object.fromEntries(
    jobs.map(job => [
      job.name,
      async (payload: unknown, { job: entry }: JobHelpers) => {
        const runId = runIdOf(payload);
        if (!runId) return job.handle(tools, job.payload.parse(payload ?? {}));
        const lastAttempt = entry.attempts >= entry.max_attempts;
        return carryOut({ pool: options.pool, tools, job, payload, runId, lastAttempt, stopping: () => stopping });
      },
    ]),
  );
  const events = new EventEmitter();
  const lost = (known: ReadonlySet<string>) => failLostRuns({ pool: options.pool, tools, byName, known });
  const watch = await watchWorkers({ ...options, events, lost });
  const parsedCronItems = options.jobs.flatMap(job => (job.schedule ? [cronItem(job.name, job.schedule)] : []));
  const runner: Runner = await run({
    pgPool: jobsPool,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    events,
    parsedCronItems,
    logger: quietLogger(options.onError),
  });
  let running = true;
  runner.promise
    .catch(error => options.onError('jobs', error))
    .finally(() => {
      running = false;
    });
  const dispatcher = startDispatcher(options, { runner, byName });
  return {
    isRunning: () => running,
    stop: async () => {
      stopping = true;
      dispatcher.stop();
      await runner.stop().catch(() => undefined);
      await watch.stop();
      await jobsPool.end();
    },
  };
}

const threaded = (job: Job, threads: Threads | undefined): Job =>
  job.inThread && threads
    ? { ...job, handle: (tools, payload) => runInThread(threads, { job: job.name, payload }, tools) }
    : job;

type Digest = Parameters<ReturnType<typeof parseCronItem>['match']>[0];

/** The text form of a crontab allows no dot in a task's name, and the queue counts in UTC; our schedules are Shanghai's. */
function cronItem(task: string, match: string) {
  const parsed = parseCronItem({ task, match }, task);
  const inShanghai = (at: Digest) => parsed.match(eightHoursOn(at));
  return parseCronItem({ task, match: inShanghai, options: { maxAttempts: 3, backfillPeriod: 0 } }, task);
}

function eightHoursOn(at: Digest): Digest {
  const there = new Date(Date.UTC(new Date().getUTCFullYear(), at.month - 1, at.date, at.hour + 8, at.min));
  const dow = (at.dow + (at.hour >= 16 ? 1 : 0)) % 7;
  return { min: at.min, hour: there.getUTCHours(), date: there.getUTCDate(), month: there.getUTCMonth() + 1, dow };
}

/** Only the queue's errors interest anybody here. */
const quietLogger = (onError: Options['onError']) =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') onError(message, meta?.error ?? message);
  });

/** Moves waiting outbox rows into the queue in batches; a row is marked in the same step, so none is lost or doubled. */
function startDispatcher(options: Options, queue: { runner: Runner; byName: Map<string, Job> }) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tick = async () => {
    try {
      await dispatchOnce(options.pool, queue);
    } catch (error) {
      options.onError('outbox', error);
    }
    if (!stopped) timer = setTimeout(tick, 250);
  };
  timer = setTimeout(tick, 50);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function dispatchOnce(pool: pg.Pool, queue: { runner: Runner; byName: Map<string, Job> }): Promise<void> {
  await inTransaction(pool, { scope: { way: 'batch' } }, async ({ client }) => {
    const { rows } = await client.query<{ outbox_id: number; kind: string; name: string; payload: unknown }>(
      'select outbox_id, kind, name, payload from outbox where dispatched_at is null order by outbox_id limit 500 for update skip locked',
    );
    if (rows.length === 0) return;
    const wanted = rows.filter(row => row.kind === 'job' && queue.byName.has(row.name));
    // The key makes a repeated hand-over (crash between the two commits) the same job, not a second one.
    for (const row of wanted) {
      const runId = runIdOf(row.payload);
      const key = runId
        ? { jobKey: queueKey(runId), jobKeyMode: 'unsafe_dedupe' as const }
        : { jobKey: `outbox-${row.outbox_id}` };
      await queue.runner.addJob(row.name, row.payload, { ...key, maxAttempts: 8 });
    }
    await client.query('update outbox set dispatched_at = now() where outbox_id = any($1)', [
      rows.map(row => row.outbox_id),
    ]);
  });
}

/** Transactions of background work: batch role, declared area, audited under 系统. */
export function jobTools(pool: pg.Pool, keys: Keys): JobTools {
  return {
    inArea: async (areaCode, _why, work) => {
      const clock = await readSiteClock(pool);
      const { from, to } = areaRange(areaCode);
      const scope = { way: 'batch' as const, areaFrom: from, areaTo: to };
      const time = { today: clock.businessDate, now: businessInstant(clock), demo: clock.mode === 'demo' };
      return inTransaction(pool, { scope }, tx =>
        work(batchContext(tx, { clock: time, scope, keys, requestId: newId() })),
      );
    },
    progress: async () => true,
  };
}
