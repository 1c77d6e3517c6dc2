import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import type { InputOf } from '#contracts/endpoint.ts';
import { inTransaction, type RowScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { randomOf } from '#shared/random.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, buildElders, COMMUNITY, testKeys } from '../../../../tests/support/builders.ts';
import { TEST_DATE } from '../../../../tests/support/database.ts';
import { peopleSql, rarestFirst } from './db/search.ts';
import { searchOf } from './find-elders.ts';

const CITY = '110000000000';
const DAXING = '110115000000';
const SIZE = 24_000;
let app: TestApp;
let community: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const r = randomOf(7, 'find-elders');
  const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '曾', '单'];
  const given = ['秀兰', '桂英', '淑珍', '建国', '玉兰', '德海', '志强', '凤英', '文', '永福', '兰', '国栋'];
  const livings = ['独居', '空巢', '与子女同住', '与其他人同住'] as const;
  const areas = [COMMUNITY, '110115003002', '110115001001', '110101001001', '110105001001', '110108001001'];
  for (let made = 0; made < SIZE; made += 4_000) {
    const people = Array.from({ length: 4_000 }, () => ({
      name: (surnames[r.below(12)] ?? '') + (given[r.below(12)] ?? ''),
      sex: r.next() < 0.5 ? ('男' as const) : ('女' as const),
      bornOn: `${1935 + r.below(30)}-0${1 + r.below(9)}-${10 + r.below(19)}`,
      areaCode: areas[r.below(6)] ?? COMMUNITY,
      living: livings[r.below(4)] ?? '空巢',
      abilityLevel: r.next() < 0.1 ? 1 + r.below(4) : null,
      compound: ['清源西里', '兴丰家园', '康庄小区'][r.below(3)] ?? null,
      phone: `154${String(10_000_000 + r.below(89_999_999))}`,
    }));
    await buildElders(app.database, people);
  }
  await app.database.admin.query('vacuum analyze');
  community = await app.as({ role: 'community', areaCode: COMMUNITY });
}, 180_000);
afterAll(() => app.stop());

const find = async (caller: Caller, query: Partial<InputOf<typeof listElders>['query']>) =>
  (await caller.call(listElders, { query })).body;

describe('finding', () => {
  test('by name, part of a name, pinyin initials, pinyin, 小区, last four and whole numbers', async () => {
    const elder = await buildElder(app.database, {
      name: '单秀岚',
      compound: '枣园东里',
      phone: '15400009981',
      bornOn: '1931-02-03',
    });
    const four = elder.identityNumber.slice(-4);
    for (const q of [
      '单秀岚',
      '秀岚',
      'sxl',
      'shanxiulan',
      '单秀岚 枣园',
      '枣园东里',
      '9981',
      four,
      elder.identityNumber,
      '15400009981',
    ]) {
      const { rows } = await find(community, { q });
      expect(
        rows.map(row => row.elderId),
        q,
      ).toContain(elder.elderId);
      expect(JSON.stringify(rows)).not.toContain(elder.identityNumber);
    }
    expect((await find(community, { q: '单秀岚 兴丰' })).rows).toEqual([]);
  });

  test('filters are joined; every row meets all of them; ages are exact to the day', async () => {
    const { rows, total } = await find(community, { living: '独居', age: '80-84', tag: 'oldest-old-alone', q: '秀兰' });
    expect(total).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatchObject({ living: '独居' });
      expect(row.age).toBeGreaterThanOrEqual(80);
      expect(row.age).toBeLessThanOrEqual(84);
      expect(row.tags.map(tag => tag.code)).toContain('oldest-old-alone');
    }
    const all = await find(community, { age: '80-80', limit: '200' });
    const expected = await app.database.admin.query(
      `select count(*)::int as n from elders where area_code = $1 and born_on > '1944-06-20' and born_on <= '1945-06-20'`,
      [COMMUNITY],
    );
    expect(all.total).toBe(expected.rows[0].n);
  });

  test('pages give everybody once, in the order of area, name, id', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await community.call(listElders, {
        query: { q: 'wxl', limit: 20, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...answer.body.rows.map(row => row.elderId));
      cursor = answer.body.nextCursor ?? undefined;
    } while (cursor);
    const { rows } = await app.database.admin.query(
      `select elder_id from elders where area_code = $1 and name in ('王秀兰', '吴秀兰') order by area_code, name, elder_id`,
      [COMMUNITY],
    );
    expect(seen).toEqual(rows.map(row => row.elder_id));
  });

  test('counts are exact to 10,000 and 约 above', async () => {
    const city = await app.as({ role: 'city', areaCode: CITY });
    const all = await find(city, {});
    expect(all.totalIsApproximate).toBe(true);
    expect(all.total).toBeGreaterThan(SIZE * 0.8);
    const some = await find(city, { living: '独居' });
    expect(some.totalIsApproximate).toBe(false);
  });

  test('another district sees no row and no count, whatever it asks', async () => {
    const away = await buildElder(app.database, { name: '欧阳远山', areaCode: '110101001001' });
    const daxing = await app.as({ role: 'district', areaCode: DAXING });
    for (const query of [
      { q: '欧阳远山' },
      { q: away.identityNumber },
      { q: away.identityNumber.slice(-4) },
      { area: '110101001001' },
    ]) {
      const { rows, total } = await find(daxing, query);
      expect(rows.filter(row => !row.areaCode.startsWith('110115'))).toEqual([]);
      if (!query.q || query.q.length > 4) expect(total).toBe(0);
    }
  });

  test('a bad cursor, age or area says what is wrong', async () => {
    const answer = await community.call(listElders, { query: { cursor: 'xx' } });
    expect([answer.status, answer.error.fields?.cursor]).toEqual([400, '请从第一页重新打开']);
    expect((await community.call(listElders, { query: { age: 'old' } })).status).toBe(400);
  });
});

describe('plans', () => {
  const FILTERS = [
    {},
    { q: '王秀兰' },
    { q: 'wxl' },
    { q: '王' },
    { q: '清源西里' },
    { q: '王 清源' },
    { q: '9981' },
    { tag: 'oldest-old-alone' },
    { tag: 'oldest-old', living: '独居' },
    { age: '80-' },
    { age: '60-64', living: '空巢', q: '李' },
    { status: 'active' },
    { area: COMMUNITY, living: '独居' },
  ] as const;
  type Node = { 'Node Type': string; 'Rows Removed by Filter'?: number; 'Actual Loops'?: number; Plans?: Node[] };
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

  for (const areaCode of [CITY, DAXING, COMMUNITY]) {
    test(`no Seq Scan and no filter removing more than 1,000 rows in ${areaCode}`, async () => {
      const { from, to } = areaRange(areaCode);
      const scope: RowScope = { way: 'area', areaFrom: from, areaTo: to };
      await inTransaction(app.database.pool, { scope, readOnly: true }, async tx => {
        const ctx = { ...tx, keys: testKeys(), today: TEST_DATE, actor: { areaCode } } as unknown as Context;
        for (const filter of FILTERS) {
          const wanted = await rarestFirst(ctx, searchOf(ctx, filter));
          for (const after of [undefined, { areaCode, name: '陈', elderId: '00000000-0000-7000-8000-000000000000' }]) {
            const { text, values } = peopleSql(wanted, { after, limit: 51 });
            const { rows } = await tx.client.query(`explain (analyze, format json) ${text}`, values);
            for (const node of flat(rows[0]['QUERY PLAN'][0].Plan)) {
              const removed = (node['Rows Removed by Filter'] ?? 0) * (node['Actual Loops'] ?? 1);
              expect([JSON.stringify(filter), node['Node Type']]).not.toContain('Seq Scan');
              expect(removed, JSON.stringify(filter)).toBeLessThanOrEqual(1_000);
            }
          }
        }
      });
    });
  }
});
