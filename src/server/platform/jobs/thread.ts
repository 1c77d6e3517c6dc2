import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode } from '#contracts/errors.ts';
import type { JobTools } from '../outbox/publish.ts';
import type { Keys } from '../secrets/keys.ts';

/** Where jobs marked `inThread` run: the wiring script of the product, and what it needs to be a process of its own. */
export type Threads = { script: URL; url: string; keys: Keys; workFolder: string | undefined };
export type ThreadInput = Omit<Threads, 'script'> & { job: string; payload: unknown };
export type FromThread =
  | { kind: 'progress'; done: number; total: number; message: string | undefined }
  | { kind: 'done' }
  | { kind: 'failed'; message: string; stack: string | undefined; code: ErrorCode | undefined };
/** The answer to a progress report: false = somebody asked to stop. */
export type ToThread = { goOn: boolean };

/**
 * Runs one job's handler on a thread with its own database connection, so that requests never wait for its work. When
 * the process is stopping the thread is ended, its transaction rolls back, and the queue takes the job up again.
 */
export async function runInThread(
  threads: Threads,
  what: { job: string; payload: unknown },
  tools: JobTools,
): Promise<void> {
  const { script, ...own } = threads;
  const input: ThreadInput = { ...own, ...what };
  const worker = new Worker(script, { workerData: input });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (said: FromThread) => {
        if (said.kind === 'done') resolve();
        else if (said.kind === 'failed') reject(errorOf(said));
        else {
          tools.progress(said.done, said.total, said.message).then(goOn => {
            worker.postMessage({ goOn } satisfies ToThread);
          }, reject);
        }
      });
      worker.on('error', reject);
      worker.on('exit', code => reject(new Error(`the thread of ${what.job} ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}

function errorOf(said: FromThread & { kind: 'failed' }): Error {
  if (said.code) return new DomainError(said.code, said.message);
  const error = new Error(said.message);
  if (said.stack) error.stack = said.stack;
  return error;
}
