import pg from 'pg';
import type { Config } from './config.ts';
import type { Database } from './platform/database/connect.ts';
import { initialiseSite } from './platform/database/site.ts';

/** First day of the demo's story (演示日期). */
export const DEMO_STARTS_ON = '2025-06-20';

export type PreparedData = {
  /** Long work that runs while the server already answers: reference data and the demo city. */
  load: (say: (line: string) => void) => Promise<void>;
  greeting: () => Promise<string>;
};

/** Marks the database and gets it ready: reference data always, the demo city only in a demo. */
export async function prepareData(database: Database, config: Config): Promise<PreparedData> {
  if (!database.ownerUrl) return { load: async () => undefined, greeting: async () => '' };
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    "set role yinian_batch; set yinian.area_from = '110000000000'; set yinian.area_to = '120000000000'",
  );
  await initialiseSite(owner, { mode: config.YINIAN_MODE, businessDate: DEMO_STARTS_ON });
  return {
    load: async () => undefined,
    greeting: async () => {
      await owner.end();
      return '';
    },
  };
}
