import { afterAll, beforeAll, expect, test } from 'vitest';
import * as accounts from '#contracts/accounts.ts';
import { ROLES } from '#contracts/roles.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { DEMO_PASSWORD, LOGIN_COMMUNITY, loadSmallCity } from './support/city.ts';
import { asBatch, cloneDatabase, type TestDatabase } from './support/database.ts';

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await cloneDatabase();
  const began = performance.now();
  await loadSmallCity(database);
  console.log(`small city in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  app = await startTestApp(database);
});
afterAll(() => app.stop());

const count = async (sql: string) => Number((await database.admin.query<{ n: number }>(sql)).rows[0]?.n);

test('every role has a login whose password opens a session', async () => {
  const site = await app.visitor.call(accounts.readSite);
  expect(new Set(site.body.demoLogins.map(one => one.role))).toEqual(new Set(ROLES));
  for (const one of site.body.demoLogins) {
    const answer = await app.visitor.call(accounts.login, { body: { login: one.login, password: DEMO_PASSWORD } });
    expect([one.login, answer.status]).toEqual([one.login, 200]);
  }
});

test('the people of the login community are there, sealed and searchable', async () => {
  const people = await count(`select count(*) n from elders where area_code = '${LOGIN_COMMUNITY}'`);
  expect(people).toBe(653);
  expect(await count(`select count(*) n from elder_sealed where area_code = '${LOGIN_COMMUNITY}'`)).toBe(people);
  expect(await count('select count(distinct elder_id) n from elder_grams')).toBe(
    await count('select count(*) n from elders'),
  );
});

test('counts of a community equal its people', async () => {
  const counted = await count(`select sum(elders) n from areas_v_counts where area_code = '${LOGIN_COMMUNITY}'`);
  expect(counted).toBe(653);
});

test('loading again changes nothing', async () => {
  const before = await count('select count(*) n from demo_steps');
  await loadSmallCity(database);
  expect(await count('select count(*) n from demo_steps')).toBe(before);
});

test('the areas are loaded once', async () => {
  await asBatch(database.adminUrl, client => loadAreas(client));
  expect(await asBatch(database.adminUrl, client => loadAreas(client))).toBe(0);
});
