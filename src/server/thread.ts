/** One background job on a thread of its own (see platform/jobs/thread.ts): wiring only. */
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { setParsers } from '#platform/database/parsers.ts';
import { setWorkFolder } from '#platform/files/work-folder.ts';
import type { FromThread, ThreadInput, ToThread } from '#platform/jobs/thread.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { setReactions } from '#platform/outbox/publish.ts';
import { jobs } from './jobs.ts';
import { reactions } from './reactions.ts';

const port = parentPort;
if (!port) throw new Error('this file is the script of a thread');
const { url, keys, workFolder, job: name, payload } = workerData as ThreadInput;
const say = (message: FromThread) => port.postMessage(message);

setParsers();
setReactions(reactions);
z.config(z.locales.zhCN());
if (workFolder) setWorkFolder(workFolder);
const pool = new pg.Pool({ connectionString: url, max: 3 });
pool.on('error', () => undefined);

const progress = (done: number, total: number, message?: string): Promise<boolean> => {
  const answer = new Promise<boolean>(resolve => {
    port.once('message', (said: ToThread) => resolve(said.goOn));
  });
  say({ kind: 'progress', done, total, message });
  return answer;
};

try {
  const job = jobs.find(one => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  await job.handle({ ...jobTools(pool, keys), progress }, job.payload.parse(payload));
  say({ kind: 'done' });
} catch (error) {
  const { message, stack } = error as Error;
  say({ kind: 'failed', message, stack, code: error instanceof DomainError ? error.code : undefined });
} finally {
  await pool.end();
  port.close();
}
