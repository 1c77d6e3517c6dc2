import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import type { Endpoint } from '#contracts/endpoint.ts';
import { exportOf } from '#contracts/exports.ts';
import type { Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../tests/support/app.ts';
import { buildElders, COMMUNITY } from '../../tests/support/builders.ts';
import { rowsOfBook } from '../../tests/support/tables.ts';
import { EXPORTS } from './exports.ts';
import { routes } from './routes.ts';

let app: TestApp;
let street: Caller;
beforeAll(async () => {
  app = await startTestApp();
  street = await app.as({ role: 'street', areaCode: '110115003000' });
  const names = Array.from({ length: 450 }, (_, i) => ({
    name: `王${String.fromCodePoint(0x4e00 + i)}`,
    compound: i === 7 ? '=cmd|x' : '清源西里',
  }));
  await buildElders(
    app.database,
    names.map(one => ({ ...one, areaCode: COMMUNITY })),
  );
  await buildElders(app.database, [{ name: '李外区', areaCode: '110102001001' }]);
});
afterAll(() => app.stop());

it('the whole list leaves under the row rules, page after page, and everybody in it sees that it left', async () => {
  const answer = await street.call(exportOf(listElders), { query: {} as never });
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('老年人名单'));
  const rows = await rowsOfBook(answer.body as Buffer);
  expect(rows.length).toBe(451);
  expect(rows[0]?.slice(0, 2)).toEqual(['姓名', '性别']);
  expect(rows.flat().join()).not.toContain('李外区');
  expect(rows.flat().join()).not.toMatch(/\d{17}/);
  const { rows: seen } = await app.database.admin.query(
    "select count(distinct elder_id)::int as n from audit_entries where action = 'elders.list-export' and elder_id is not null",
  );
  expect(seen[0].n).toBe(450);
});

it('filters hold, and a text file quotes what a spreadsheet would run', async () => {
  const one = await street.call(exportOf(listElders), { query: { q: '王丁', format: 'csv' } as never });
  expect((one.body as Buffer).toString().trim().split('\r\n').length).toBe(2);
  const all = await street.call(exportOf(listElders), { query: { format: 'csv' } as never });
  expect((all.body as Buffer).toString()).toContain(",'=cmd|x,");
});

/** Lists without a file, and why. */
const NO_FILE: Readonly<Record<string, string>> = {
  'GET /api/messages': '本人收到的消息，别人不看',
  'GET /api/elders/:id/timeline': '一位老人的经过，随档案打印',
  'GET /api/elder-imports/:id/look-alikes': '一行一行当面定，定完就没有了',
  'GET /api/elder-imports/:id/wrong-rows': '有自己的错误表，改好再传',
  'GET /api/public/facilities': '公众按远近查，各处的清单在设施里导出',
};
/** Screens whose list is no page of records: a catalogue or one record's own lines, a screenful at most. */
const NO_FILE_SCREENS = [
  'assessments/forms-page',
  'assessments/samples-page',
  'catalogue/items-page',
  'figures/figures-page',
  'policies/documents-page',
  'reports/reports-page',
  'tasks/task-page',
];
const isPage = ({ response }: Endpoint): boolean => {
  const shape = (response as { shape?: object }).shape ?? {};
  return 'rows' in shape && 'nextCursor' in shape;
};

it('every list that comes in pages can be saved as a file, with the few that cannot and why', () => {
  const saved = new Set(EXPORTS.map(one => one.list));
  const without = routes.filter(({ endpoint }) => isPage(endpoint) && !saved.has(endpoint));
  expect(without.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`).sort()).toEqual(
    Object.keys(NO_FILE).sort(),
  );
  expect(saved.size).toBe(EXPORTS.length);
  expect(routes.filter(one => one.endpoint.savedAs && !saved.has(one.endpoint)).map(one => one.audit)).toEqual([]);
  const screens = globSync('src/web/features/**/*.tsx').filter(file =>
    readFileSync(file, 'utf8').includes('<DataList'),
  );
  expect(screens.length).toBeGreaterThan(60);
  const unread = screens.filter(file => !readFileSync(file, 'utf8').includes('usePagesOf('));
  expect(unread.map(file => file.replace('src/web/features/', '').replace('.tsx', '')).sort()).toEqual(NO_FILE_SCREENS);
});

it('every file begins with its columns; a list that refuses answers a sentence and no broken file', async () => {
  const callers = new Map<Role, Promise<Caller>>();
  const callerOf = (role: Role) => {
    if (!callers.has(role)) callers.set(role, app.as({ role, areaCode: COMMUNITY }));
    return callers.get(role) as Promise<Caller>;
  };
  const params = new Proxy({}, { get: () => newId() });
  for (const { list, columns } of EXPORTS) {
    const roles = routes.find(route => route.endpoint === list)?.access.roles ?? [];
    const [may] = roles;
    const query = { format: 'csv', batchId: newId(), statementId: newId() };
    const answer = await (await callerOf(may as Role)).call(exportOf(list), { params, query } as never);
    expect([200, 404], `${list.path} as ${may}`).toContain(answer.status);
    const [head = ''] = (answer.body as Buffer).toString().split('\r\n');
    if (answer.status === 200) expect(head, list.path).toBe(`\ufeff${Object.keys(columns).join(',')}`);
    else expect(answer.error.message, list.path).toMatch(/没有/);
  }
});
