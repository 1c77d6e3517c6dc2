import pg from 'pg';
import type { Config } from './config.ts';
import { defaultPlan, enterBatch, loadDemo, refuseHalfCity } from './demo-load/index.ts';
import { greetingOf } from './greeting.ts';
import { demoLogins, offerFirstAdministrator } from './modules/accounts/index.ts';
import { loadAreas } from './modules/areas/index.ts';
import { shanghai } from './platform/clock/business-date.ts';
import type { Database } from './platform/database/connect.ts';
import { initialiseSite } from './platform/database/site.ts';
import { keyFileOf } from './product-keys.ts';

/** First day of the demo's story (演示日期). */
export const DEMO_STARTS_ON = '2025-06-20';

export type Loading = { say: (line: string) => void; signal?: AbortSignal };

export type PreparedData = {
  /** Long work that runs while the server already answers: the demo city. Nothing in production. */
  load: (how: Loading) => Promise<void>;
  /** What the terminal shows at the end: the demo's logins, or the first administrator's link. */
  greeting: (url: string) => Promise<string>;
};

/** Marks the database as demo or production and puts in the reference data; short, runs before the server listens. */
export async function prepareData(
  database: Database,
  config: Config,
  how = { mayBeHalf: false },
): Promise<PreparedData> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  let token: string | undefined;
  try {
    await enterBatch(client);
    await initialiseSite(client, { mode: config.YINIAN_MODE, businessDate: DEMO_STARTS_ON });
    await loadAreas(client);
    if (!how.mayBeHalf) await refuseHalfCity(client);
    if (config.YINIAN_MODE === 'production') {
      token = await offerFirstAdministrator(client, shanghai(new Date())[0]);
    }
  } finally {
    await client.end();
  }
  if (config.YINIAN_MODE === 'production') {
    return { load: async () => undefined, greeting: async url => greetingOf({ url, token, logins: [] }) };
  }
  return {
    load: async how => {
      await loadDemo({ ...loadingFrom(database, config), ...how, wanted: defaultPlan(config.YINIAN_DEMO) });
    },
    greeting: async url => greetingOf({ url, token, logins: await demoLogins(database.pool) }),
  };
}

/** Where the loader's threads find database and keys. */
export const loadingFrom = (database: Database, config: Config) => ({
  url: database.appUrl,
  ownerUrl: database.ownerUrl,
  keyFile: keyFileOf(config),
  dataFolder: config.dataDir,
});
