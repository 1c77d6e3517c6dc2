import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import { startTestApp } from '../../../tests/support/app.ts';
import { testKeys } from '../../../tests/support/builders.ts';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { cityPeople, cityRebuild, cityStart } from './city-steps.ts';
import { agreePlan, refuseHalfCity } from './load-demo.ts';
import { type DemoPlan, makeWorld, type World } from './plan.ts';
import { enterBatch, enterOwner, runStep } from './run-step.ts';
import type { Step } from './step-context.ts';

const PLAN: DemoPlan = { size: 'city', seed: 7, elders: 4_000 };
let world: World;
let databases: TestDatabase[];

beforeAll(async () => {
  world = makeWorld(PLAN);
  databases = [await cloneDatabase(), await cloneDatabase()];
});
afterAll(() => databases[1]?.close());

/** The load's two sessions, as a worker thread opens them. */
async function withLoader<T>(database: TestDatabase, work: (run: Loader) => Promise<T>): Promise<T> {
  const [client, owner] = [database.appUrl, database.adminUrl].map(url => new pg.Client({ connectionString: url }));
  if (!client || !owner) throw new Error('no clients');
  await client.connect();
  await owner.connect();
  try {
    await enterBatch(client);
    await enterOwner(owner);
    const run = async (steps: readonly Step[]) => {
      for (const step of steps) await runStep({ client, owner, keys: testKeys(), world }, step);
    };
    return await work({ client, run });
  } finally {
    await client.end();
    await owner.end();
  }
}
type Loader = { client: pg.Client; run: (steps: readonly Step[]) => Promise<void> };

async function loadWhole(database: TestDatabase): Promise<void> {
  await withLoader(database, async ({ client, run }) => {
    await agreePlan(client, PLAN);
    await run([...cityStart(), ...cityPeople(world)]);
    const { indexes, keys } = await cityRebuild(client, PLAN.elders);
    await run([...indexes, ...keys]);
    await client.query('update demo_plan set completed_at = now()');
  });
}

/** Indexes and constraints of the whole database, as text. */
async function structure(database: TestDatabase): Promise<string[]> {
  const { rows } = await database.admin.query<{ line: string }>(
    `select pg_get_indexdef(indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid
       where c.relnamespace = 'public'::regnamespace
     union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated from pg_constraint
       where connamespace = 'public'::regnamespace
     order by 1`,
  );
  return rows.map(row => row.line);
}

/** Everything about the people that is not drawn afresh for secrecy or as an id. */
async function content(database: TestDatabase): Promise<unknown> {
  const digests: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries({
    elders: 'e.*',
    elder_sealed: 'elder_id, area_code, identity_index, phone_last4_index',
    elder_scopes: 'elder_id, kind, scope_area_code, from_on',
    household_members: 'e.*',
    elder_contacts: 'elder_id, contact_id, name, phone_index, position',
    elder_tags: 'e.*',
    elder_rolls: 'e.*',
    elder_postings: 'e.*',
    benefit_applications: 'e.*',
  })) {
    const { rows } = await database.admin.query(
      `select count(*)::int as n, md5(string_agg(t, '|' order by t collate "C")) as digest
       from (select (select row(${columns})::text) as t from ${table} e) lines`,
    );
    digests[table] = rows[0];
  }
  return digests;
}

test('a load that was killed is refused by a start, goes on where it stopped, and leaves every index and key as it was', async () => {
  const database = databases[0] as TestDatabase;
  const before = await structure(database);
  const streets = cityPeople(world);
  await withLoader(database, async ({ client, run }) => {
    await agreePlan(client, PLAN);
    await run([...cityStart(), ...streets.slice(0, 150)]);
  });
  expect((await structure(database)).length).toBeLessThan(before.length - 20);
  await withLoader(database, async ({ client }) => {
    await expect(refuseHalfCity(client)).rejects.toThrow(
      '还没有装完，不能使用。请运行 npm run -s yinian -- demo --elders 4000 --seed 7 接着装',
    );
  });
  await loadWhole(database);
  expect(await structure(database)).toEqual(before);
  await withLoader(database, ({ client }) => refuseHalfCity(client));
  const people = await database.admin.query('select count(*)::int as n from elders');
  expect(people.rows[0].n).toBe(PLAN.elders);
}, 240_000);

test('the same seed makes the same city', async () => {
  await loadWhole(databases[1] as TestDatabase);
  expect(await content(databases[1] as TestDatabase)).toEqual(await content(databases[0] as TestDatabase));
}, 240_000);

test('whoever was copied is found by the screens’ own list', async () => {
  const database = databases[0] as TestDatabase;
  const app = await startTestApp(database);
  const city = await app.as({ role: 'city', areaCode: '110000000000' });
  const { rows } = await database.admin.query('select elder_id, name, compound from elders order by elder_id limit 12');
  for (const { elder_id, name, compound } of rows) {
    const { body } = await city.call(listElders, { query: { q: `${name} ${compound}`, limit: 200 } });
    expect(body.rows.map(row => row.elderId)).toContain(elder_id);
  }
  const all = await city.call(listElders, { query: {} });
  expect(all.body.total).toBe(PLAN.elders);
  await app.stop();
}, 120_000);
