import { afterAll, beforeAll, expect, test } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import { type Endpoint, isRead } from '#contracts/endpoint.ts';
import { exportOf } from '#contracts/exports.ts';
import { ROLE_WAYS, type Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { routes } from '../src/server/routes.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { cityDatabase } from './support/city-app.ts';

/** Everything of 大兴 that a person is known by; a user of another district must not get a byte of it. */
let app: TestApp;
let elderIds: string[];
let recordIds: string[];
let names: string[];

beforeAll(async () => {
  const database = await cityDatabase();
  app = await startTestApp(database);
  const { admin } = database;
  const inDaxing = "area_code >= '110115000000' and area_code < '110116000000'";
  const people = await admin.query<{ elder_id: string; name: string }>(
    `select elder_id, name from elders where ${inDaxing}`,
  );
  elderIds = people.rows.map(row => row.elder_id);
  const elsewhere = await admin.query<{ name: string }>(
    `select name from elders where not (${inDaxing}) union select name from accounts`,
  );
  // Namesakes elsewhere, and holders of accounts (the demo's login page names them), prove nothing.
  const shared = new Set(elsewhere.rows.map(row => row.name));
  const titles = (await admin.query<{ title: string }>('select title from posts')).rows.map(row => row.title).join();
  names = [...new Set(people.rows.map(row => row.name))].filter(
    name => !shared.has(name) && !titles.includes(name) && name.length >= 3,
  );
  recordIds = await oneRecordOfEachTable();
}, 120_000);
afterAll(() => app.stop());

/** The first uuid key of a 大兴 row of every table that belongs to a person: whatever an endpoint's :id may mean. */
async function oneRecordOfEachTable(): Promise<string[]> {
  const { admin } = app.database;
  const { rows: tables } = await admin.query<{ table: string; key: string }>(
    `select c.relname as table, a.attname as key from pg_class c
     join pg_index i on i.indrelid = c.oid and i.indisprimary
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] and a.atttypid = 'uuid'::regtype
     where c.relnamespace = 'public'::regnamespace
       and (select count(*) from pg_attribute x where x.attrelid = c.oid and x.attname in ('elder_id', 'area_code')) = 2`,
  );
  const ids: string[] = [];
  for (const { table, key } of tables) {
    const { rows } = await admin.query(
      `select ${key} as id from ${table} where area_code >= '110115000000' and area_code < '110116000000' and elder_id is not null limit 1`,
    );
    if (rows[0]) ids.push(rows[0].id);
  }
  return ids;
}

type Stranger = { role: Role; areaCode: string; organisationId?: string; elderId?: string };

/** For each role of the endpoint a person of 西城: by area, by an organisation, an assignment or an elder of there. */
async function strangerOf(roles: readonly Role[]): Promise<Stranger | undefined> {
  const role = roles.find(r => ROLE_WAYS[r] === 'area') ?? roles[0];
  if (!role) return undefined;
  const { rows } = await app.database.admin.query(
    `select (select elder_id from elders where area_code < '110103' limit 1) as elder,
       (select organisation_id from organisations where area_code >= '110102' and area_code < '110103' limit 1) as organisation`,
  );
  return { role, areaCode: '110102000000', organisationId: rows[0].organisation, elderId: rows[0].elder };
}

function leaksIn(text: string): string[] {
  return [...elderIds, ...names].filter(secret => text.includes(secret)).slice(0, 3);
}

test('a user of another district gets no byte of 大兴 people from any endpoint: records, lists, counts, exports, files', async () => {
  expect(elderIds.length).toBeGreaterThan(100);
  expect(names.length).toBeGreaterThan(50);
  const cookies = new Map<string, string>();
  let answered = 0;
  for (const { endpoint, access } of routes as readonly { endpoint: Endpoint; access: { roles: readonly Role[] } }[]) {
    if (!isRead(endpoint) || endpoint.raw === 'stream') continue;
    const stranger = await strangerOf(access.roles);
    const key = stranger?.role ?? 'visitor';
    if (stranger && !cookies.has(key)) cookies.set(key, (await app.as(stranger)).cookie ?? '');
    const ids = endpoint.path.includes(':') ? [elderIds[0]!, ...recordIds] : [''];
    for (const id of ids) {
      const path = endpoint.path.replace(/:\w+/g, id);
      // A file is asked for as text: in a compressed one nothing could be found.
      const queries = endpoint.path.startsWith('/api/exports/')
        ? ['?format=csv']
        : ['', `?area=110115000000&q=${encodeURIComponent(names[0]!)}&elderId=${elderIds[0]}&limit=200`];
      for (const query of queries) {
        const cookie = cookies.get(key);
        const asked = endpoint.asks === 'body' ? { payload: Object.fromEntries(new URLSearchParams(query)) } : {};
        const answer = await app.app.inject({
          ...{ method: endpoint.method, url: endpoint.asks === 'body' ? path : path + query, ...asked },
          headers: { 'x-yinian': 'test' },
          ...(cookie ? { cookies: { yinian_session: cookie } } : {}),
        });
        const told = answer.body.replaceAll(id || '\0', '');
        expect(leaksIn(told), `${endpoint.method} ${path}${query} as ${key}`).toEqual([]);
        expect(answer.statusCode, `${path}${query} as ${key}: ${answer.body.slice(0, 200)}`).toBeLessThan(500);
        if (answer.statusCode === 200) answered += 1;
      }
    }
  }
  expect(answered).toBeGreaterThan(30);
  // The same question from 大兴 itself is full of them: the walk would see a leak.
  const own = await app.as({ role: 'district', areaCode: '110115000000' });
  const list = await own.call(listElders, { query: { limit: 200 } });
  expect(leaksIn(JSON.stringify(list.body))).toHaveLength(3);
}, 240_000);

test('a write on another district’s record answers as if it were not there', async () => {
  // A session of its own for each role and hundred requests: nobody may ask more often than a person could.
  const cookies = new Map<string, string>();
  let asked = 0;
  for (const { endpoint, access } of routes as readonly { endpoint: Endpoint; access: { roles: readonly Role[] } }[]) {
    if (isRead(endpoint) || endpoint.public || !endpoint.path.includes(':')) continue;
    const stranger = await strangerOf(access.roles);
    if (!stranger) continue;
    const who = `${stranger.role} ${Math.floor(asked / 100)}`;
    if (!cookies.has(who)) cookies.set(who, (await app.as(stranger)).cookie ?? '');
    asked += recordIds.length;
    for (const id of recordIds) {
      const answer = await app.app.inject({
        method: endpoint.method,
        url: endpoint.path.replace(/:\w+/g, id),
        headers: { 'x-yinian': 'test', 'idempotency-key': newId() },
        cookies: { yinian_session: cookies.get(who)! },
        payload: {},
      });
      expect(
        leaksIn(answer.body.replaceAll(id, '')),
        `${endpoint.method} ${endpoint.path} as ${stranger.role}`,
      ).toEqual([]);
      expect(
        [400, 403, 404, 409],
        `${endpoint.method} ${endpoint.path} as ${stranger.role}: ${answer.body.slice(0, 160)}`,
      ).toContain(answer.statusCode);
    }
  }
}, 240_000);

/** Lists in which `q` looks for names of things, never for a person by number; every export refuses numbers in `q`. */
const NAMES_ONLY = [
  'accounts.list',
  'accounts.organisations',
  'benefits.schemes',
  'construction.list',
  'facilities.list',
  'facilities.search',
];

test('no address carries what a person is known by: whoever is looked for by number is asked for in the body', () => {
  const telling = /^(q|identityNumber|identity|phone|mobile|number4|cardNumber)$/;
  const found = routes
    .filter(({ endpoint }) => endpoint.asks !== 'body')
    .flatMap(({ endpoint, audit }) => {
      const keys = Object.keys((endpoint.query as { shape?: object }).shape ?? {}).filter(key => telling.test(key));
      return keys.length > 0 ? [audit] : [];
    });
  const exports = found.filter(audit => audit.endsWith('-export'));
  expect(found.filter(audit => !NAMES_ONLY.includes(audit) && !exports.includes(audit))).toEqual([]);
  expect(exports).toContain('elders.list-export');
  for (const { endpoint } of routes.filter(route => exports.includes(route.audit))) {
    const refused = endpoint.query.safeParse({ q: '110101194001010026' });
    expect(refused.error?.issues[0]?.message, endpoint.path).toContain('按号码查的不能导出');
  }
  expect(exportOf(listElders).query.safeParse({ q: '王秀英' }).success).toBe(true);
  expect(routes.find(route => route.audit === 'elders.list')?.endpoint).toMatchObject({ method: 'POST', asks: 'body' });
});
