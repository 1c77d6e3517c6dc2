import type pg from 'pg';
import { DEMO_START } from '../demo/index.ts';
import { VACUUM, workOf } from './step.ts';
import type { Step, StepContext } from './step-context.ts';

/** The instant that loaded records carry as their making: the night before the demo's first working day. */
export const LOADED_AT = `${DEMO_START}T00:05:00+08:00`;

/** Session of the loader: the batch role over the city; a lost last second costs one step, so no commit waits for the disk. */
export async function enterBatch(client: pg.ClientBase): Promise<void> {
  await client.query(
    "set role yinian_batch; set yinian.area_from = '110000000000'; set yinian.area_to = '120000000000'; set synchronous_commit = off",
  );
}

/** Session above the row rules, for what is the size of the city. A client that has gone is noticed within a second. */
export async function enterOwner(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB';
     set max_parallel_maintenance_workers = 0; set max_parallel_workers_per_gather = 0; set client_connection_check_interval = '1s'`,
  );
}

/** VACUUM stands in no transaction. Postings came street by street and are read gram by gram: neighbours come together. */
async function tidy(client: pg.ClientBase, table: string): Promise<void> {
  if (table === 'elder_postings') await client.query('cluster elder_postings using elder_postings_pkey');
  await client.query(`vacuum (analyze) ${table}`);
}

/** One step in one transaction with its mark in demo_steps; a step done before is passed over. */
export async function runStep(ctx: Omit<StepContext, 'today' | 'now'>, step: Step): Promise<number> {
  const client = step.asOwner ? ctx.owner : ctx.client;
  if (!client) throw new Error('装载全市要由 yinian demo 命令来做');
  if (step.name.startsWith(VACUUM)) await tidy(client, step.name.slice(VACUUM.length));
  await client.query('begin');
  try {
    const known = await client.query<{ rows: number }>('select rows from demo_steps where name = $1', [step.name]);
    const before = known.rows[0]?.rows;
    if (before !== undefined) {
      await client.query('rollback');
      return before;
    }
    const rows = await workOf({ ...ctx, client, today: DEMO_START, now: LOADED_AT }, step);
    await client.query('insert into demo_steps (name, rows) values ($1, $2)', [step.name, rows]);
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
