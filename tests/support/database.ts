import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '../../src/server/config.ts';
import { type Database, openDatabase } from '../../src/server/platform/database/connect.ts';
import { setParsers } from '../../src/server/platform/database/parsers.ts';
import { initialiseSite } from '../../src/server/platform/database/site.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/server/platform/embedded-postgres/start.ts';

/** One PostgreSQL for the whole test run; every test file works on its own clone of a migrated template. */
const FOLDER = join(
  tmpdir(),
  `yinian-test-${createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 8)}`,
);
const TEMPLATE = 'yinian_template';
export const TEST_DATE = '2025-06-20';

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' };

export const testConfig = (data = FOLDER): Config =>
  readConfig({ PORT: '0', MQTT_PORT: '0', YINIAN_DATA: data, YINIAN_KEYS: `${data}-keys`, LOG_LEVEL: 'silent' });

/** vitest globalSetup: starts the server, migrates the template, tells the workers where it is. */
export async function startTestServer(): Promise<{ server: EmbeddedPostgres; adminUrl: string }> {
  setParsers();
  rmSync(FOLDER, { recursive: true, force: true });
  const server = await startEmbeddedPostgres({ folder: join(FOLDER, 'postgres'), settings: FAST });
  const adminUrl = server.adminUrl();
  await run(adminUrl, `create database ${TEMPLATE}`);
  const template = await openDatabase(server.adminUrl(TEMPLATE), testConfig(), async () => undefined);
  await asBatch(server.adminUrl(TEMPLATE), owner => initialiseSite(owner, { mode: 'demo', businessDate: TEST_DATE }));
  await template.close();
  return { server, adminUrl };
}

const url = (database: string): string => {
  const admin = process.env.YINIAN_TEST_ADMIN_URL;
  if (!admin) throw new Error('run database tests through vitest: its global setup starts PostgreSQL');
  return admin.replace('@/postgres?', `@/${database}?`);
};

export type TestDatabase = Database & {
  name: string;
  adminUrl: string;
  admin: pg.Client;
  /** Closes the connections and keeps the database. */
  leave: () => Promise<void>;
};

/** A fresh clone with its own pools; `admin` is the superuser, for arranging and for acting as an attacker. */
export async function cloneDatabase(from = TEMPLATE): Promise<TestDatabase> {
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await run(url('postgres'), `create database ${name} template ${from} strategy file_copy`);
  const adminUrl = url(name);
  const database = await openDatabase(adminUrl, testConfig(), async () => undefined);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const leave = async () => {
    await admin.end();
    await database.close();
  };
  const close = async () => {
    await leave();
    await run(url('postgres'), `drop database ${name} with (force)`);
  };
  return { ...database, name, adminUrl, admin, leave, close };
}

/** A further template, filled once in a run by whichever test file asks first; the others wait for it. */
export async function templateOf(name: string, fill: (database: TestDatabase) => Promise<unknown>): Promise<string> {
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      const made = await cloneDatabase();
      await fill(made);
      await made.leave();
      await client.query(`alter database ${made.name} rename to ${name}`);
    }
  } finally {
    await client.end();
  }
  return name;
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Runs `work` as the batch role over the whole city: for arranging rows that many modules own. */
export async function asBatch<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(
      "set role yinian_batch; set yinian.area_from = '110000000000'; set yinian.area_to = '120000000000'",
    );
    return await work(client);
  } finally {
    await client.end();
  }
}
