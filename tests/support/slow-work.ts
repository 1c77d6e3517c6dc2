/** A process of its own with nothing but the worker and one slow job: tests kill it and look what the next one makes of it. */
import pg from 'pg';
import { z } from 'zod';
import { setParsers } from '../../src/server/platform/database/parsers.ts';
import { startWorker } from '../../src/server/platform/jobs/worker.ts';
import { type Job, job } from '../../src/server/platform/outbox/publish.ts';
import type { Keys } from '../../src/server/platform/secrets/keys.ts';

export const SlowWork = { name: 'test.slow', payload: z.object({ steps: z.int(), stepMs: z.int() }) } as const;

type Seen = {
  step: (n: number, stepMs: number) => Promise<void>;
  ended?: (how: { status: string; message: string }) => void;
};

/** Counts to `steps`; what is counted lives in the run's own row, so that the next process goes on from there. */
export const slowJob = (seen: Seen, from: (runId?: string) => Promise<number>): Job =>
  job({
    ...SlowWork,
    title: '慢慢数数',
    handle: async (tools, { steps, stepMs }) => {
      for (let n = await from(); n < steps; n++) {
        if (!(await tools.progress(n, steps, `数到${n}`))) return;
        await seen.step(n, stepMs);
      }
      await tools.progress(steps, steps);
    },
    ended: async (_tools, _payload, how) => seen.ended?.(how),
  });

export const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

const [appUrl, jobsUrl] = process.argv.slice(2);
if (process.argv[1]?.endsWith('slow-work.ts') && appUrl && jobsUrl) {
  setParsers();
  const step = async (n: number, stepMs: number) => {
    console.log(`step ${n}`);
    await sleep(stepMs);
  };
  await startWorker({
    pool: new pg.Pool({ connectionString: appUrl, max: 4 }),
    jobsUrl,
    keys: {} as Keys,
    jobs: [slowJob({ step }, async () => 0)],
    onError: (what, error) => console.error(what, error),
  });
  console.log('ready');
}
