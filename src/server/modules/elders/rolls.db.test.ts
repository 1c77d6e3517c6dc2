import { afterAll, beforeAll, expect, test } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import { changeElder } from '#contracts/elders/record.ts';
import type { InputOf } from '#contracts/endpoint.ts';
import { inTransaction } from '#platform/database/transaction.ts';
import { batchContext } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { randomOf } from '#shared/random.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElders, testKeys } from '../../../../tests/support/builders.ts';
import { TEST_DATE } from '../../../../tests/support/database.ts';
import { listOutside } from './db/remake.ts';
import { remakeRoll } from './remake-rolls.ts';

const CITY = '110000000000';
const STREETS = ['110115003000', '110115110000', '110102017000'];
const AREAS = ['110115003008', '110115003002', '110115110001', '110102017003'];
let app: TestApp;
let callers: Caller[];

beforeAll(async () => {
  app = await startTestApp();
  const r = randomOf(11, 'rolls');
  const surnames = ['王', '李', '张', '欧阳', '单', '𠮷'];
  const given = ['秀兰', '桂英', '建国', '玉兰', '德海', '文', '国建'];
  const people = Array.from({ length: 3_000 }, (_, i) => ({
    name: (surnames[r.below(6)] ?? '') + (given[r.below(7)] ?? ''),
    bornOn: `${1938 + r.below(26)}-0${1 + r.below(9)}-${10 + r.below(19)}`,
    areaCode: AREAS[r.below(4)] ?? '',
    living: (['独居', '空巢', '与子女同住'] as const)[r.below(3)] ?? '空巢',
    abilityLevel: r.next() < 0.2 ? 1 + r.below(4) : null,
    compound: ['清源西里', '兴丰家园', '建国里'][r.below(3)] ?? null,
    phone: `154${String(10_000_000 + i * 7_919)}`,
  }));
  await buildElders(app.database, people);
  await app.database.admin.query('analyze');
  callers = [
    await app.as({ role: 'city', areaCode: CITY }),
    await app.as({ role: 'district', areaCode: '110115000000' }),
    await app.as({ role: 'street', areaCode: '110115003000' }),
    await app.as({ role: 'community', areaCode: '110115003008' }),
  ];
}, 120_000);
afterAll(() => app.stop());

const QUERIES: Partial<InputOf<typeof listElders>['query']>[] = [
  ...[
    '王',
    '建国',
    '秀兰 建国',
    'oydh',
    'wangjianguo',
    '王建国 清源',
    '清源西里',
    '𠮷文',
    '单 wen',
    '不存在',
    'zz',
  ].map(q => ({ q })),
  { tag: 'oldest-old' },
  { living: '独居', tag: 'alone' },
  { age: '80-84' },
  { age: '75-', living: '空巢', q: '李' },
  { status: 'active', q: '王' },
  { status: 'active' },
  {},
];

/** All pages of a query, and its count. */
async function everything(caller: Caller, query: (typeof QUERIES)[number]) {
  const ids: string[] = [];
  let total: number | null = null;
  let cursor: string | undefined;
  do {
    const { body } = await caller.call(listElders, { query: { ...query, limit: 37, ...(cursor ? { cursor } : {}) } });
    ids.push(...body.rows.map(row => row.elderId));
    total ??= body.total;
    cursor = body.nextCursor ?? undefined;
  } while (cursor && ids.length < 100);
  return { ids: ids.slice(0, 100), total };
}

async function answers() {
  const all: Record<string, unknown> = {};
  for (const [i, caller] of callers.entries()) {
    for (const query of QUERIES) all[`${i} ${JSON.stringify(query)}`] = await everything(caller, query);
  }
  return all;
}

async function remake(streets: readonly string[]): Promise<void> {
  for (const street of streets) {
    const scope = { way: 'batch' as const, areaFrom: CITY, areaTo: '120000000000' };
    const clock = { today: TEST_DATE, now: `${TEST_DATE}T01:00:00.000Z`, demo: true };
    await inTransaction(app.database.pool, { scope }, tx =>
      remakeRoll(batchContext(tx, { clock, scope, keys: testKeys(), requestId: newId() }), street),
    );
  }
}

test('people in rolls and people in none are found alike, page by page, at every level', async () => {
  const before = await answers();
  await remake(STREETS.slice(0, 1));
  expect(await answers()).toEqual(before);
  await remake(STREETS);
  expect(await answers()).toEqual(before);
  const { rows } = await app.database.admin.query('select count(*)::int as n from elder_grams');
  expect(rows[0].n).toBe(0);
}, 240_000);

test('who changes leaves the roll at once and is found by the new name only; made anew, the same again', async () => {
  const community = callers[3] as Caller;
  const { body } = await community.call(listElders, { query: { q: '王建国' } });
  const one = body.rows[0];
  if (!one) throw new Error('nobody called 王建国');
  await app.database.admin.query("update elders set status = 'registered' where elder_id = $1", [one.elderId]);
  const answer = await community.call(changeElder, {
    params: { id: one.elderId },
    body: { version: 1, changes: { name: '司马建国' }, reason: '姓名登记有误' },
  });
  expect(answer.status).toBe(200);
  const names = async (caller: Caller, q: string) => (await everything(caller, { q })).ids;
  for (let turn = 0; turn < 2; turn++) {
    for (const caller of callers) {
      expect(await names(caller, '王建国')).not.toContain(one.elderId);
      expect(await names(caller, '司马')).toEqual([one.elderId]);
      expect(await names(caller, '建国 smjg')).toEqual([one.elderId]);
    }
    const scope = { way: 'batch' as const, areaFrom: CITY, areaTo: '120000000000' };
    await inTransaction(app.database.pool, { scope, readOnly: true }, async tx => {
      expect(await listOutside(tx as never, 1)).toEqual(turn === 0 ? ['110115003000'] : []);
    });
    await remake(['110115003000']);
  }
}, 120_000);
