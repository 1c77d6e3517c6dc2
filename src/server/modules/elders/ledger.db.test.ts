import { afterAll, beforeAll, expect, test } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import * as ledger from '#contracts/elders/ledger.ts';
import { readTimeline } from '#contracts/elders/record.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElders } from '../../../../tests/support/builders.ts';
import { cityDatabase } from '../../../../tests/support/city-app.ts';
import { setDistrictValue } from '../../../../tests/support/district-values.ts';

const CITY = '110000000000';
const DAXING = '110115000000';
const STREET = '110115003000';
const HERE = '110115003002';

let app: TestApp;
let worker: Caller;
beforeAll(async () => {
  app = await startTestApp(await cityDatabase());
  worker = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
}, 120_000);
afterAll(() => app.stop());

const counts = ({ people, oldestOld, waiting, overdue }: ledger.LedgerCounts) => [people, oldestOld, waiting, overdue];
const sum = (rows: readonly ledger.LedgerCounts[]) =>
  rows.map(counts).reduce((a, b) => a.map((n, i) => n + (b[i] ?? 0)), [0, 0, 0, 0]);

test('S1-3.1 the ledger of every place with people in the demo: the places below add up to it, down to the list of the community', async () => {
  await buildElders(app.database, [
    { areaCode: HERE, name: '甲未满', bornOn: '1945-06-21', status: 'registered' },
    { areaCode: HERE, name: '乙已满', bornOn: '1945-06-20' },
    { areaCode: HERE, name: '丙迁出', status: 'moved-out' },
  ]);
  const official = await app.as({ role: 'city', areaCode: CITY });
  const walked = { city: 0, district: 0, street: 0, community: 0 };
  const walk = async (area: string, level: keyof typeof walked): Promise<ledger.LedgerCounts> => {
    const { total, rows } = (await official.call(ledger.readLedger, { query: { area } })).body;
    walked[level]++;
    expect(sum(rows)).toEqual(counts(total));
    if (level === 'community') {
      const list = (await official.call(listElders, { query: { area, limit: 1 } })).body;
      expect(list.total).toBe(total.people + (area === HERE ? 1 : 0));
      const old = (await official.call(listElders, { query: { area, age: '80-', limit: 1 } })).body;
      expect(old.total).toBe(total.oldestOld + (area === HERE ? 1 : 0));
      const late = (await official.call(ledger.listUnconfirmed, { query: { area, limit: 1 } })).body;
      expect(late.total).toBe(total.overdue);
      return total;
    }
    const below = ({ city: 'district', district: 'street', street: 'community' } as const)[level];
    for (const row of rows.filter(one => one.people > 0))
      expect(counts(await walk(row.areaCode, below)), row.areaName).toEqual(counts(row));
    return total;
  };
  const all = await walk(CITY, 'city');
  const { rows } = await app.database.admin.query<{ n: number; places: number }>(
    `select count(*)::int as n, count(distinct area_code)::int as places from elders where status not in ('deceased', 'moved-out')`,
  );
  expect([all.people, walked.community]).toEqual([rows[0]?.n, rows[0]?.places]);
  expect(walked.community).toBeGreaterThan(2);
  const here = (await worker.call(ledger.readLedger, { query: {} })).body.total;
  expect(here).toMatchObject({ oldestOld: 1, waiting: 1 });
});

test('S1-3.1 not confirmed within the district’s days: a list of the community, confirmed one by one or together, in the history', async () => {
  const day = (on: string) => ({ on, by: '钱进' });
  const [late, edge, other, entered] = await buildElders(app.database, [
    { areaCode: HERE, name: '久未见', confirmed: day('2025-03-21') },
    { areaCode: HERE, name: '正九十', confirmed: day('2025-03-22') },
    { areaCode: HERE, name: '六十天', confirmed: day('2025-04-20') },
    { areaCode: HERE, name: '才登记', status: 'registered', registeredAt: '2025-03-20T16:30:00Z' },
  ]);
  if (!late || !edge || !other || !entered) throw new Error('four people');
  const mine = [late, edge, other, entered].map(one => one.elderId);
  const names = async () =>
    (await worker.call(ledger.listUnconfirmed, { query: { limit: 200 } })).body.rows
      .filter(row => mine.includes(row.elderId))
      .map(row => [row.name, row.days, row.confirmedBy]);
  // Entered at half past midnight of the 21st in Beijing: 91 days, as 久未见; exactly 90 is in time.
  const order = (await names()).toSorted();
  expect(order).toEqual([
    ['久未见', 91, '钱进'],
    ['才登记', 91, null],
  ]);
  const before = (await worker.call(ledger.readLedger, { query: {} })).body;
  expect(before.limits).toEqual([{ areaName: '大兴区', days: 90, confidence: 'designDefault', basis: '' }]);

  const from = '2025-06-01';
  await setDistrictValue(app, 'registerUpkeep', {
    parameter: 'withinDays',
    value: 60,
    from,
    documentNumber: '大民发〔2025〕1号',
  });
  expect((await names()).map(row => row[0]).toSorted()).toEqual(['久未见', '六十天', '才登记', '正九十'].toSorted());
  const after = (await worker.call(ledger.readLedger, { query: {} })).body;
  expect(after.limits).toMatchObject([{ days: 60, confidence: 'found', basis: '大民发〔2025〕1号' }]);

  const body = { elderIds: mine, way: 'home' as const, note: '都在家' };
  const told = (await worker.call(ledger.confirmElders, { body })).body;
  expect(told).toMatchObject({
    confirmed: 3,
    refused: [{ name: '才登记', because: expect.stringContaining('入户核实') }],
  });
  expect((await names()).map(row => row[0])).toEqual(['才登记']);
  const { rows } = (await worker.call(readTimeline, { params: { id: edge.elderId }, query: {} })).body;
  expect(rows[0]).toMatchObject({ label: '台账已核实', note: '上门核实，都在家', actor: '赵敏' });
  expect((await worker.call(ledger.readLedger, { query: {} })).body.total.overdue).toBe(after.total.overdue - 3);
});

test('another place sees, counts and confirms nobody here; families have no ledger', async () => {
  const [person] = await buildElders(app.database, [{ areaCode: HERE, name: '别处看不到' }]);
  const elderId = person?.elderId ?? '';
  const stranger = await app.as({ role: 'community', areaCode: '110102001004' });
  expect((await stranger.call(ledger.readLedger, { query: { area: HERE } })).error.code).toBe('elders.outside-area');
  expect((await stranger.call(ledger.listUnconfirmed, { query: { area: STREET } })).status).toBe(400);
  const body = { elderIds: [elderId], way: 'phone' as const };
  expect((await stranger.call(ledger.confirmElders, { body })).status).toBe(404);
  const above = await app.as({ role: 'district', areaCode: DAXING });
  expect((await above.call(ledger.confirmElders, { body })).status).toBe(403);
  const family = await app.as({ role: 'family', areaCode: HERE, elderId });
  expect((await family.call(ledger.readLedger, { query: {} })).status).toBe(403);
});
