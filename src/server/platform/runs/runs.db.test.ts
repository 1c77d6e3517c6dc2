import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '#contracts/errors.ts';
import * as endpoints from '#contracts/runs.ts';
import { RUN_STATUSES, type Run } from '#contracts/runs.ts';
import { type JobWorker, startWorker } from '#platform/jobs/worker.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testKeys } from '../../../../tests/support/builders.ts';
import { SlowWork, sleep, slowJob } from '../../../../tests/support/slow-work.ts';

const STREET = '110115001000';
let app: TestApp;
let street: Caller;
let elsewhere: Caller;
const accountId = newId();
beforeAll(async () => {
  app = await startTestApp();
  street = await app.as({ role: 'street', areaCode: STREET, accountId, name: '李专干' });
  elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
});
afterAll(() => app.stop());

/** A run as `startRun` leaves it, without a screen of some module before it. */
async function ask(steps: number, stepMs: number): Promise<string> {
  const id = newId();
  const payload = { steps, stepMs };
  await app.database.admin.query(
    `insert into runs (run_id, kind, title, path, payload, area_code, started_by, started_by_name, status, asked_at)
     values ($1, $2, '慢慢数数', '/desk', $3, $4, $5, '李专干', 'queued', now())`,
    [id, SlowWork.name, payload, STREET, accountId],
  );
  await app.database.admin.query("insert into outbox (kind, name, payload) values ('job', $1, $2)", [
    SlowWork.name,
    { ...payload, runId: id },
  ]);
  return id;
}

const read = async (id: string): Promise<Run> => (await street.call(endpoints.readRun, { params: { id } })).body;

async function until(id: string, what: (run: Run) => boolean, seconds = 20): Promise<Run> {
  for (let left = seconds * 20; left > 0; left--) {
    const run = await read(id);
    if (what(run)) return run;
    await sleep(50);
  }
  throw new Error(`still ${JSON.stringify(await read(id))}`);
}

describe('后台办的事', () => {
  let worker: JobWorker;
  let seen: { steps: number[]; ended: { status: string; message: string }[]; fail: Error | undefined };
  beforeEach(async () => {
    seen = { steps: [], ended: [], fail: undefined };
    const step = async (n: number, stepMs: number) => {
      if (seen.fail) throw seen.fail;
      seen.steps.push(n);
      await sleep(stepMs);
    };
    const job = slowJob({ step, ended: how => void seen.ended.push(how) }, async () => 0);
    const { pool, jobsUrl } = app.database;
    worker = await startWorker({
      pool,
      jobsUrl,
      keys: testKeys(),
      jobs: [job],
      onError: () => undefined,
      everyMs: 100,
    });
  });
  afterEach(() => worker.stop());

  it('what was asked last stands first, also past the midnight of a demonstration, whose date stays', async () => {
    const asked: string[] = [];
    for (const at of ['2025-06-20T23:59:00+08:00', '2025-06-20T00:01:00+08:00']) {
      asked.push(newId(Date.now() + asked.length));
      await app.database.admin.query(
        `insert into runs (run_id, kind, title, path, payload, area_code, started_by, started_by_name, status, asked_at, ended_at)
         values ($1, 'test.midnight', '慢慢数数', '/desk', '{}', $2, $3, '李专干', 'done', $4, $4)`,
        [asked.at(-1), STREET, accountId, at],
      );
    }
    const { rows } = (await street.call(endpoints.listRuns, { query: { kind: 'test.midnight' } })).body;
    expect(rows.map(run => run.id)).toEqual(asked.toReversed());
  });

  it('long work is done once: a living process is never taken for one that is gone', async () => {
    const id = await ask(60, 50);
    await until(id, run => run.done > 5);
    await app.database.admin.query("update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'");
    await until(id, run => run.status === 'done');
    const { rows } = await app.database.admin.query('select attempts from runs where run_id = $1', [id]);
    expect(rows).toEqual([{ attempts: 1 }]);
    expect(seen.steps).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('shows how far it is and how long still, writes at most once a second, and ends as done', async () => {
    const before = await writes();
    const id = await ask(90, 50);
    const running = await until(id, run => run.secondsLeft !== null);
    expect(running).toMatchObject({ status: 'running', total: 90, silent: false, mayStop: true });
    expect(running.message).toMatch(/^数到\d+$/);
    expect(running.secondsLeft).toBeLessThan(5);
    const done = await until(id, run => run.status === 'done');
    expect(done).toMatchObject({ done: 90, total: 90, mayStop: false, cancelAskedAt: null });
    expect(seen.steps).toHaveLength(90);
    // 90 steps in some five seconds: begin, about one a second, the last figure, the end.
    expect((await writes()) - before).toBeLessThanOrEqual(10);
  });

  const writes = async (): Promise<number> => {
    await app.database.admin.query('select pg_stat_force_next_flush()').catch(() => undefined);
    const { rows } = await app.database.admin.query<{ n: string }>(
      "select n_tup_upd::text as n from pg_stat_user_tables where relname = 'runs'",
    );
    return Number(rows[0]?.n ?? 0);
  };

  it('is stopped by its starter within about a second and keeps what is done', async () => {
    const id = await ask(2_000, 20);
    await until(id, run => run.done > 0);
    const asked = await street.call(endpoints.stopRun, { params: { id } });
    expect(asked.body).toMatchObject({ status: 'running', cancelAskedBy: '李专干' });
    const ended = await until(id, run => run.status === 'cancelled', 5);
    expect(ended.done).toBeGreaterThan(0);
    expect(ended.message).toContain('已办的保留');
    expect(seen.ended).toMatchObject([{ status: 'cancelled' }]);
    const again = await street.call(endpoints.stopRun, { params: { id } });
    expect(again.error).toMatchObject({ code: 'platform.wrong-state', message: '这件事已经结束，不用再停止' });
    const { rows } = await app.database.admin.query(
      "select action from audit_entries where subject_id = $1 and kind = 'write' order by at, entry_id",
      [id],
    );
    expect(rows.map(row => row.action).sort()).toEqual(['runs.end', 'runs.stop']);
  });

  it('ends as failed with the sentence of the rule it broke, without trying again', async () => {
    seen.fail = new DomainError('platform.wrong-state', '这个月已经锁定，不能再核定');
    const id = await ask(3, 1);
    expect(await until(id, run => run.status === 'failed')).toMatchObject({ message: '这个月已经锁定，不能再核定' });
    expect(seen.ended).toHaveLength(1);
  });

  it('tries again after an error of the program, and says so meanwhile', async () => {
    seen.fail = new Error('broken');
    const id = await ask(3, 1);
    const waiting = await until(
      id,
      run => run.message !== null && run.status === 'running' && run.message.includes('再试'),
    );
    expect(waiting.message).toBe('出了错，稍后自动再试');
    seen.fail = undefined;
    expect(await until(id, run => run.status === 'done')).toMatchObject({ done: 3 });
    expect(seen.ended).toEqual([]);
  });

  it('is seen in its own area only, and listed for its starter', async () => {
    const id = await ask(1, 1);
    await until(id, run => run.status === 'done');
    expect((await elsewhere.call(endpoints.readRun, { params: { id } })).status).toBe(404);
    expect((await elsewhere.call(endpoints.stopRun, { params: { id } })).status).toBe(404);
    const mine = await street.call(endpoints.listRuns, { query: {} });
    expect(mine.body.rows.map(run => run.id)).toContain(id);
    expect((await elsewhere.call(endpoints.listRuns, { query: { scope: 'reach' } })).body.rows).toEqual([]);
  });
});

describe('kill -9 in the middle of the work', () => {
  let child: ChildProcess;
  const start = () => {
    const { appUrl, jobsUrl } = app.database;
    const script = new URL('../../../../tests/support/slow-work.ts', import.meta.url).pathname;
    child = spawn(process.execPath, [script, appUrl, jobsUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  };

  it('the next process takes the work up within seconds', { timeout: 60_000 }, async () => {
    start();
    const id = await ask(2_000, 100);
    await until(id, run => run.done > 0, 30);
    child.kill('SIGKILL');
    // Longer ago than the grace for workers that are just being made.
    await sleep(5_500);
    const steps: number[] = [];
    const left = (await read(id)).done;
    const job = slowJob({ step: async n => void steps.push(n) }, async () => left);
    const { pool, jobsUrl } = app.database;
    const worker = await startWorker({ pool, jobsUrl, keys: testKeys(), jobs: [job], onError: () => undefined });
    expect(await until(id, run => run.status === 'done', 30)).toMatchObject({ done: 2_000 });
    expect(steps[0]).toBe(left);
    await worker.stop();
  });

  it('what nobody will take up again is shown as failed, with a sentence', { timeout: 30_000 }, async () => {
    const id = newId();
    await app.database.admin.query(
      `insert into runs (run_id, kind, title, path, payload, area_code, started_by, started_by_name, status, asked_at, beat_at)
       values ($1, $2, '慢慢数数', '/desk', '{"steps":1,"stepMs":1}', $3, $4, '李专干', 'running', now(), now() - interval '5 minutes')`,
      [id, SlowWork.name, STREET, accountId],
    );
    expect(await read(id)).toMatchObject({ silent: true });
    const { pool, jobsUrl } = app.database;
    const worker = await startWorker({ pool, jobsUrl, keys: testKeys(), jobs: [], onError: () => undefined });
    expect((await until(id, run => run.status === 'failed')).message).toContain('程序多次中断');
    await worker.stop();
  });
});

it('keeps the statuses of the contract and of the CHECK constraint the same', async () => {
  const { rows } = await app.database.admin.query<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'runs_status_check'",
  );
  expect([...(rows[0]?.text.matchAll(/'([^']+)'/g) ?? [])].map(match => match[1])).toEqual([...RUN_STATUSES]);
});
