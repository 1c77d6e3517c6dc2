import type { EventEmitter } from 'node:events';
import pg from 'pg';

type Options = {
  jobsUrl: string;
  /** The queue's events; a pool of workers names itself there before it takes work. */
  events: EventEmitter;
  everyMs?: number | undefined;
  /** Told the work still in the queue, it ends what will not be taken up again. */
  lost: (inQueue: ReadonlySet<string>) => Promise<void>;
  onError: (what: string, error: unknown) => void;
};

const EVERY_MS = 20_000;
const LOCK = 7220002;

/**
 * Finds work held by a process that is no longer there (kill -9, a machine that went away) and gives it back to the
 * queue at once; by itself the queue waits four hours. A living pool holds an advisory lock named after it (the queue
 * marks work with the pool's name, not the worker's), which PostgreSQL lets go when the connection ends.
 */
export async function watchWorkers(options: Options): Promise<{ stop: () => Promise<void> }> {
  const own = new Set<string>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const take = (id: string) => client?.query('select pg_advisory_lock($1, hashtext($2))', [LOCK, id]);
  const connect = async () => {
    const fresh = new pg.Client({ connectionString: options.jobsUrl });
    fresh.on('error', () => {
      client = undefined;
    });
    await fresh.connect();
    client = fresh;
    for (const id of own) await take(id);
  };
  const look = async () => {
    try {
      if (!client) await connect();
      if (client) await giveBack(client, own);
      if (client) await options.lost(await stillQueued(client));
    } catch (error) {
      if (!stopped) options.onError('jobs.watch', error);
    }
    if (!stopped) timer = setTimeout(look, options.everyMs ?? EVERY_MS);
  };
  await connect();
  options.events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => {
    own.add(workerPool.id);
    take(workerPool.id)?.catch(error => options.onError('jobs.watch', error));
  });
  // The queue makes its tables when it starts; a moment later there is something to look at.
  timer = setTimeout(look, 1_500);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Five seconds' grace: a pool takes its lock in the moment after it is made. */
async function giveBack(client: pg.Client, own: ReadonlySet<string>): Promise<void> {
  const { rows } = await client.query<{ locked_by: string }>(
    "select distinct locked_by from graphile_worker.jobs where locked_by is not null and locked_at < now() - interval '5 seconds'",
  );
  for (const { locked_by: id } of rows.filter(row => !own.has(row.locked_by))) {
    const free = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as free', [
      LOCK,
      id,
    ]);
    if (!free.rows[0]?.free) continue;
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [[id]]);
    await client.query('select pg_advisory_unlock($1, hashtext($2))', [LOCK, id]);
  }
}

async function stillQueued(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>(
    'select key from graphile_worker.jobs where key is not null and (attempts < max_attempts or locked_at is not null)',
  );
  return new Set(rows.map(row => row.key));
}
