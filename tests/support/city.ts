import pg from 'pg';
import { agreePlan, defaultPlan, enterBatch, makeWorld, phasesOf, runStep } from '../../src/server/demo-load/index.ts';
import { testKeys } from './builders.ts';
import type { TestDatabase } from './database.ts';

/** Logins of the small city: the role is the login, all with this password (see accounts.demo_password). */
export { DEMO_PASSWORD, LOGIN_COMMUNITY } from '../../src/server/demo-load/index.ts';

/**
 * Loads the deterministic small city (枣园社区 of 清源街道 and 槐柏树街北里社区 of 广安门内街道, about 1,300 people with
 * 18 months of history, one login for each role) into a cloned database, in this thread. The same people every time.
 */
export async function loadSmallCity(database: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  try {
    await enterBatch(client);
    const plan = await agreePlan(client, defaultPlan('small'));
    const world = makeWorld(plan);
    const keys = testKeys();
    for (const step of phasesOf(world).flat()) await runStep({ client, keys, world }, step);
    await client.query('update demo_plan set completed_at = now()');
  } finally {
    await client.end();
  }
  // The batch role may not; statistics decide whether a page of people is an index walk.
  await database.admin.query('analyze');
}
