import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, isRead } from '#contracts/endpoint.ts';
import { ERRORS } from '#contracts/errors.ts';
import { ROLES, type Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { routes } from '../src/server/routes.ts';
import { startTestApp, type TestApp } from './support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const name = ({ method, path }: Endpoint) => `${method} ${path}`;
const url = (endpoint: Endpoint) => endpoint.path.replace(/:(\w+)/g, () => newId());
const headers = () => ({ 'x-yinian': 'test', 'idempotency-key': newId() });

describe('every endpoint', () => {
  test('has a unique route and audit name, an access sentence, and roles unless it is public', () => {
    expect(new Set(routes.map(r => name(r.endpoint))).size).toBe(routes.length);
    for (const route of routes) {
      expect(route.audit, name(route.endpoint)).toMatch(/^[a-z-]+\.[a-z-]+(\.[a-z-]+)?$/);
      expect(route.access.sentence.length, name(route.endpoint)).toBeGreaterThan(3);
      if (!route.endpoint.public) expect(route.access.roles.length, name(route.endpoint)).toBeGreaterThan(0);
    }
  });

  test('answers 401 without a login, with the words of the error table', async () => {
    for (const { endpoint } of routes.filter(r => !r.endpoint.public)) {
      const answer = await app.app.inject({
        method: endpoint.method,
        url: url(endpoint),
        headers: headers(),
        ...(endpoint.method === 'GET' ? {} : { payload: {} }),
      });
      expect(answer.statusCode, name(endpoint)).toBe(401);
      expect(answer.json(), name(endpoint)).toMatchObject({
        code: 'platform.login-required',
        doNext: ERRORS['platform.login-required'].doNext,
      });
    }
  });

  test('S4-19.2 refuses every role that its access rule does not name, and writes the refusal down', async () => {
    const callers = new Map<Role, string>();
    for (const role of ROLES) {
      const bound = { organisationId: undefined, elderId: newId() };
      callers.set(role, (await app.as({ role, areaCode: '110115001001', ...(bound as object) })).cookie!);
    }
    for (const route of routes.filter(r => !r.endpoint.public)) {
      const { endpoint } = route;
      const stranger = ROLES.find(role => !route.access.roles.includes(role));
      if (!stranger) continue;
      const answer = await app.app.inject({
        method: endpoint.method,
        url: url(endpoint),
        headers: headers(),
        cookies: { yinian_session: callers.get(stranger)! },
        ...(endpoint.method === 'GET' ? {} : { payload: {} }),
      });
      expect(answer.statusCode, `${name(endpoint)} as ${stranger}`).toBe(403);
    }
    const { rows } = await app.database.admin.query(
      "select count(*)::int as n from audit_entries where kind = 'refused'",
    );
    expect(rows[0].n).toBeGreaterThan(10);
  });

  test('a write without an idempotency key is refused before anything happens', async () => {
    for (const route of routes.filter(r => !r.endpoint.public && !isRead(r.endpoint))) {
      const role = route.access.roles[0]!;
      const caller = await app.as({ role, areaCode: '110115001001', elderId: newId() });
      const answer = await app.app.inject({
        method: route.endpoint.method,
        url: url(route.endpoint),
        headers: { 'x-yinian': 'test' },
        cookies: { yinian_session: caller.cookie! },
        payload: {},
      });
      expect([400, 404], name(route.endpoint)).toContain(answer.statusCode);
      expect(['platform.idempotency-missing', 'platform.invalid-input'], name(route.endpoint)).toContain(
        answer.json().code,
      );
    }
  });

  test('stands in the OpenAPI document with its errors', async () => {
    const document = (await app.app.inject('/api/openapi.json')).json();
    for (const { endpoint } of routes) {
      const path = document.paths[endpoint.path.replace(/:(\w+)/g, '{$1}')];
      expect(path?.[endpoint.method.toLowerCase()]?.summary, name(endpoint)).toBe(endpoint.summary);
    }
  });
});

describe('every table', () => {
  const WAYS = ['area', 'organisation', 'assigned', 'family', 'public', 'system', 'batch'];

  test('has row level security forced and at most one policy per app role and command', async () => {
    const { rows } = await app.database.admin.query<{ table: string; on: boolean; forced: boolean }>(
      `select c.relname as table, c.relrowsecurity as on, c.relforcerowsecurity as forced from pg_class c
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'`,
    );
    for (const row of rows) expect(row, row.table).toMatchObject({ on: true, forced: true });
    const { rows: twice } = await app.database.admin.query(
      `select tablename, role, cmd, count(*) from pg_policies, unnest(roles) role
       where schemaname = 'public' and role = any($1) group by 1, 2, 3 having count(*) > 1`,
      [WAYS.map(way => `yinian_${way}`)],
    );
    expect(twice).toEqual([]);
  });

  test('no policy of a way of access holds OR or a sub-select', async () => {
    const { rows } = await app.database.admin.query<{ policyname: string; qual: string }>(
      "select policyname, coalesce(qual, '') || coalesce(with_check, '') as qual from pg_policies where schemaname = 'public'",
    );
    for (const row of rows) expect(row.qual, row.policyname).not.toMatch(/\bOR\b|\bSELECT\b/);
  });

  test('no app role owns anything, may log in past the rules, or may delete a person’s rows', async () => {
    const { rows } = await app.database.admin.query(
      `select table_name, grantee from information_schema.role_table_grants
       where table_schema = 'public' and privilege_type in ('DELETE', 'TRUNCATE')
         and grantee in ('yinian_area', 'yinian_organisation', 'yinian_assigned', 'yinian_family', 'yinian_system')`,
    );
    // Search grams and tags are derived and made anew; leaving a household is its members' own list.
    const derived = ['elder_grams', 'elder_tags', 'household_members'];
    expect(rows.filter(row => !derived.includes(row.table_name))).toEqual([]);
  });
});

test('every error has a Chinese sentence and what to do', () => {
  for (const [code, error] of Object.entries(ERRORS)) {
    expect(error.say, code).toMatch(/\p{Script=Han}/u);
    expect(error.doNext, code).toMatch(/\p{Script=Han}/u);
    expect(error.status, code).toBeGreaterThanOrEqual(400);
  }
});
