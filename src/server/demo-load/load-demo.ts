import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { cityEnd, cityRebuild } from './city-steps.ts';
import type { WorkerAnswer, WorkerInput } from './load-worker.ts';
import { type DemoPlan, makeWorld } from './plan.ts';
import { progress } from './progress.ts';
import { enterBatch } from './run-step.ts';
import { phasesOf } from './step.ts';
import type { Step } from './step-context.ts';

/** Two threads: on two cores a third would only take turns with PostgreSQL. */
const THREADS = 2;

/** Rows live as long as their COPY: a small nursery would copy them over and over. */
const ROOM = { maxYoungGenerationSizeMb: 192, maxOldGenerationSizeMb: 1_536 };

export type LoadOptions = Omit<WorkerInput, 'plan'> & {
  wanted: DemoPlan | undefined;
  /** Refuse, when the database already holds another city (the command); a start goes on with the one it holds. */
  exact?: boolean;
  say: (line: string) => void;
  /** Called once when the community worker's list is complete. */
  onUsable?: () => void;
  signal?: AbortSignal;
};

/**
 * Loads the synthetic city into a demo database, or what is still missing of it. Answers true when something was loaded.
 * Throws a Chinese sentence when the database already holds another city than the one wanted.
 */
export async function loadDemo(options: LoadOptions): Promise<boolean> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await enterBatch(client);
    const plan = await agreePlan(client, options.wanted);
    if (options.exact && options.wanted && !samePlan(plan, options.wanted)) throw new Error(otherCity(plan));
    if (plan.complete) return false;
    const done = await client.query<{ name: string }>('select name from demo_steps');
    await runPhases(plan, new Set(done.rows.map(row => row.name)), options);
    await client.query('update demo_plan set completed_at = now()');
    return true;
  } finally {
    await client.end();
  }
}

/** Said by a start on a database whose whole city was never finished: it has no indexes and answers nobody. */
export async function refuseHalfCity(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<DemoPlan>('select size, seed, elders from demo_plan where completed_at is null');
  const half = rows[0];
  if (half?.size !== 'city') return;
  throw new Error(
    `这个库里的全市演示城市还没有装完，不能使用。请运行 npm run -s yinian -- demo --elders ${half.elders} --seed ${half.seed} 接着装，或换一个 YINIAN_DATA`,
  );
}

type AgreedPlan = DemoPlan & { complete: boolean };

/** The plan is written down once: a killed load goes on with the same city, whatever it is asked for later. */
export async function agreePlan(client: pg.ClientBase, wanted: DemoPlan | undefined): Promise<AgreedPlan> {
  if (wanted) {
    await client.query(
      'insert into demo_plan (size, seed, elders) values ($1, $2, $3) on conflict (only_row) do nothing',
      [wanted.size, wanted.seed, wanted.elders],
    );
  }
  const { rows } = await client.query<DemoPlan & { completed_at: string | null }>(
    'select size, seed, elders, completed_at from demo_plan',
  );
  const found = rows[0];
  if (!found) throw new Error('这个库里还没有演示城市');
  return { size: found.size, seed: found.seed, elders: found.elders, complete: found.completed_at !== null };
}

const otherCity = ({ elders, seed, size }: DemoPlan): string =>
  `这个库里已经是另一座演示城市（${{ small: '两个社区', streets: '四个街道', city: `全市 ${elders} 人` }[size]}，种子 ${seed}）。要换一座，请换一个 YINIAN_DATA`;

const samePlan = (a: DemoPlan, b: DemoPlan): boolean => a.size === b.size && a.seed === b.seed && a.elders === b.elders;

/** Runs phase after phase. What the whole city has to put up again is known only when it has been taken down. */
async function runPhases(plan: DemoPlan, done: ReadonlySet<string>, options: LoadOptions): Promise<void> {
  const phases = phasesOf(makeWorld(plan));
  const workers = Array.from({ length: THREADS }, () => openWorker({ ...options, plan }));
  const pass = (phase: readonly Step[], said: (step: Step, rows: number) => void) =>
    runPhase(
      workers,
      phase.filter(step => !done.has(step.name)),
      said,
    );
  try {
    if (plan.size === 'city') {
      await pass(phases.shift() ?? [], () => undefined);
      phases.splice(1, 1, ...(await rebuildPhases(plan, options, phases[1] ?? [])));
      phases.push(cityEnd(plan.elders));
    }
    const bar = progress(phases.flat(), done, options.say);
    for (const [i, phase] of phases.entries()) {
      await pass(phase, bar.stepDone);
      options.signal?.throwIfAborted();
      if (i === 1) options.onUsable?.();
    }
    bar.end();
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/** Indexes beside the small tables, then the keys that stand on them. */
async function rebuildPhases(plan: DemoPlan, options: LoadOptions, supply: readonly Step[]): Promise<Step[][]> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await enterBatch(client);
    const { indexes, keys } = await cityRebuild(client, plan.elders);
    return [[...indexes, ...supply], keys];
  } finally {
    await client.end();
  }
}

function openWorker({ url, ownerUrl, plan, keyFile, dataFolder, signal }: LoadOptions & { plan: DemoPlan }): Worker {
  const owner = plan.size === 'city' ? ownerUrl : undefined;
  const input: WorkerInput = { url, ownerUrl: owner, plan, keyFile, dataFolder };
  const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData: input, resourceLimits: ROOM });
  // Its connection drops with it and PostgreSQL takes the step back: the next start does it again.
  signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
  return worker;
}

/** Every worker takes the next step when it has finished one; the first failure ends the phase. */
async function runPhase(
  workers: readonly Worker[],
  steps: readonly Step[],
  stepDone: (step: Step, rows: number) => void,
): Promise<void> {
  const queue = [...steps];
  const drain = async (worker: Worker) => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const answer = await ask(worker, step);
      if ('failure' in answer) {
        queue.length = 0;
        throw new Error(`载入演示数据失败，${answer.failure}。再运行一次会从这一步接着载入`);
      }
      stepDone(step, answer.rows);
    }
  };
  await Promise.all(workers.map(drain));
}

function ask(worker: Worker, step: Step): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (answer: WorkerAnswer) => {
      finish();
      resolve(answer);
    };
    const onError = (error: Error) => {
      finish();
      reject(error);
    };
    const onExit = () => {
      finish();
      reject(new Error('载入演示数据被中断，再运行一次会接着载入'));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(step);
  });
}
