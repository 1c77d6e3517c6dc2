import { afterAll, beforeAll, expect, test } from 'vitest';
import * as accounts from '#contracts/accounts.ts';
import { ROLES } from '#contracts/roles.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { routes } from '../src/server/routes.ts';
import { caller, startTestApp, type TestApp } from './support/app.ts';
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

test('S4-19.1 one login with one password reaches every module of its role', async () => {
  const plain = routes.filter(
    ({ endpoint }) =>
      endpoint.method === 'GET' && !endpoint.public && endpoint.raw === 'none' && !endpoint.path.includes(':'),
  );
  const modules = new Set<string>();
  for (const one of (await app.visitor.call(accounts.readSite)).body.demoLogins) {
    const answer = await app.visitor.call(accounts.login, { body: { login: one.login, password: DEMO_PASSWORD } });
    const cookie = /yinian_session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1];
    const me = caller(app, cookie);
    const open = plain.filter(route => route.access.roles.includes(one.role));
    const doors = [...Map.groupBy(open, route => route.audit.split('.')[0])].flatMap(([, [door]]) => door ?? []);
    const reached = await Promise.all(
      doors.map(async ({ endpoint, audit }) => [audit, (await me.call(endpoint, {})).status] as const),
    );
    for (const [audit, status] of reached) {
      // 400: the page of the module asks for more than a bare address; it was reached.
      expect([200, 400, 404, 409], `${one.role} ${audit}`).toContain(status);
      modules.add(audit.split('.')[0] ?? '');
    }
  }
  expect(modules.size).toBeGreaterThan(30);
});

test('S4-19.1 an item’s code is one over the whole platform', async () => {
  const { rows: tables } = await database.admin.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'item_code' and t.table_type = 'BASE TABLE' order by 1`,
  );
  expect(tables.map(row => row.name)).toEqual(expect.arrayContaining(['orders', 'provider_items', 'service_items']));
  const used = tables.map(row => `select '${row.name}' as place, item_code from ${row.name}`).join(' union ');
  const strange = await database.admin.query(
    `select distinct place, item_code from (${used}) u where item_code is not null
       and not exists (select from service_items i where i.item_code = u.item_code)`,
  );
  expect(strange.rows).toEqual([]);
  const twice = await database.admin.query(
    `select a.item_code from service_items a join service_items b on a.item_code = b.item_code and a.version_id < b.version_id
       and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
  );
  expect(twice.rows).toEqual([]);
  const copy = (set: string) =>
    database.admin
      .query(
        `insert into service_items select (jsonb_populate_record(i, ${set})).* from service_items i where valid_to is null limit 1`,
      )
      .catch(error => error.constraint);
  const another = "jsonb_build_object('version_id', gen_random_uuid(), 'name', '另一项', 'valid_from', '2099-01-01'";
  expect(await copy(`${another})`)).toBe('service_items_item_code_version_key');
  expect(await copy(`${another}, 'version', 99)`)).toBe('service_items_one_open');
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

test('every module has something to show on the first day', async () => {
  const tables = [
    ...['orders', 'service_records', 'settle_lines', 'home_care_beds', 'assessments', 'assessment_assignments'],
    ...['visit_plans', 'visits', 'devices', 'readings', 'alarms', 'facilities', 'projects', 'meal_counts'],
    ...['providers', 'caregivers', 'certificates', 'service_items', 'lifecycle_steps', 'due_items', 'area_counts'],
    ...['benefit_applications', 'benefit_determinations'],
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table] = await count(`select count(*) n from ${table}`);
  console.log(JSON.stringify(counts));
  for (const table of tables) expect([table, (counts[table] ?? 0) > 0]).toEqual([table, true]);
});

test('nothing that is open on the first day is without somebody who owes it', async () => {
  const owed = await count(`select count(*) n from orders o where status = 'submitted'
    and not exists (select from due_items d where d.subject_id = o.order_id and d.closed_at is null)`);
  expect(owed).toBe(0);
  expect(await count("select count(*) n from due_items where for_role = 'street'")).toBeGreaterThan(0);
  expect(await count("select count(*) n from alarms where status = 'raised'")).toBeGreaterThan(0);
});

test('the caregiver of the login has orders today, one of them waiting for an answer', async () => {
  const { rows } = await database.admin.query<{ status: string }>(
    `select status from orders o join accounts a on a.account_id = o.assignee_id
     where a.login = 'caregiver' and wanted_on = '2025-06-20' order by status`,
  );
  expect(rows.map(row => row.status)).toEqual(expect.arrayContaining(['accepted', 'dispatched']));
});
