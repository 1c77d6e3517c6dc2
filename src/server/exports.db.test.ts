import { afterAll, beforeAll, expect, it } from 'vitest';
import * as exported from '#contracts/exports.ts';
import { type Caller, startTestApp, type TestApp } from '../../tests/support/app.ts';
import { buildElders, COMMUNITY } from '../../tests/support/builders.ts';
import { rowsOfBook } from '../../tests/support/tables.ts';

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
  const answer = await street.call(exported.exportElders, { query: {} as never });
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('老年人名单'));
  const rows = await rowsOfBook(answer.body as Buffer);
  expect(rows.length).toBe(451);
  expect(rows[0]?.slice(0, 2)).toEqual(['姓名', '性别']);
  expect(rows.flat().join()).not.toContain('李外区');
  expect(rows.flat().join()).not.toMatch(/\d{17}/);
  const { rows: seen } = await app.database.admin.query(
    "select count(distinct elder_id)::int as n from audit_entries where action = 'elders.export' and elder_id is not null",
  );
  expect(seen[0].n).toBe(450);
});

it('filters hold, and a text file quotes what a spreadsheet would run', async () => {
  const one = await street.call(exported.exportElders, { query: { q: '王丁', format: 'csv' } as never });
  expect((one.body as Buffer).toString().trim().split('\r\n').length).toBe(2);
  const all = await street.call(exported.exportElders, { query: { format: 'csv' } as never });
  expect((all.body as Buffer).toString()).toContain(",'=cmd|x,");
});

it('every exported list answers an empty table as well, and refuses who may not read the list', async () => {
  const elder = await app.as({ role: 'administrator', areaCode: '110000000000' });
  const lists = [
    exported.exportAssessments,
    exported.exportOffers,
    exported.exportDeterminations,
    exported.exportOrders,
  ];
  for (const list of lists) {
    const answer = await street.call(list, { query: { format: 'csv' } as never });
    expect(answer.status, list.path).toBe(200);
    expect((answer.body as Buffer).toString().split('\r\n').length, list.path).toBe(2);
    expect((await elder.call(list, { query: {} as never })).status, list.path).toBe(403);
  }
});
