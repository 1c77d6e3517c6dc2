import { afterAll, beforeAll, expect, test } from 'vitest';
import * as feeds from '#contracts/comparison-feeds.ts';
import * as contract from '#contracts/comparisons.ts';
import { readElder } from '#contracts/elders/record.ts';
import { connectGateways } from '#gateways/connected.ts';
import { httpExchange } from '#gateways/exchange/http.ts';
import { loadAreas } from '#modules/areas/index.ts';
import type { JobWorker } from '#platform/jobs/worker.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder } from '../../../../tests/support/builders.ts';
import { compare, compared, receive } from '../../../../tests/support/compare.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { type Exchange, startExchange } from '../../../../tests/support/exchange.ts';
import { workerOf } from '../../../../tests/support/import-elders.ts';
import { csvOf } from '../../../../tests/support/tables.ts';

const DISTRICT = '110115000000';
const SENDER = '区社会救助科';
let app: TestApp;
let worker: JobWorker;
let exchange: Exchange;
let community: Caller;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await workerOf(app);
  exchange = await startExchange();
  community = await app.as({ role: 'community', areaCode: '110115003001', name: '赵敏' });
  district = await app.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
});
afterAll(async () => {
  exchange.stop();
  await worker.stop();
  await app.stop();
});

const poor = (name: string, more: object = {}) => buildElder(app.database, { name, economicClass: '低保', ...more });
const differencesOf = async (batchId: string) =>
  (await community.call(contract.listDifferences, { query: { batchId } })).body.rows;
const line = (one: { identityNumber: string; name: string }) => [one.name, one.identityNumber, '低保'];
const HEAD = ['姓名', '身份证号', '救助类别'];

test('S0-10.3 who is missing from a full list becomes work with an owner and a deadline; rows still add up', async () => {
  const named = await poor('刘桂兰');
  const gone = await poor('孙德福');
  const unclear = await poor('张玉珍');
  const unread = await poor('赵金生');
  const left = await poor('钱大妈', { status: 'moved-out' });
  const later = await poor('新来的', { registeredAt: '2025-06-10T02:00:00.000Z' });
  await buildElder(app.database, { name: '不在低保', economicClass: 'none' });
  const rows = [
    line(named),
    ['别的名字', unclear.identityNumber, '低保'],
    ['赵金生', '110101193903071234', '低保'],
    ['外区的人', '110102194001010026', '低保'],
  ];
  const table = csvOf([HEAD, ...rows]);
  const part = await compare(district, table, { kind: 'hardship', sender: SENDER });
  expect(part).toMatchObject({ full: false, missing: 0, openDifferences: 0 });

  const batch = await compare(district, table, { kind: 'hardship', sender: SENDER, full: true });
  const { rows: all, matched, differs, notFound, ambiguous, unreadable } = batch.counts;
  expect(batch).toMatchObject({ status: 'compared', full: true, missing: 1, unsure: 2, openDifferences: 1 });
  expect(all).toBe(4);
  expect(matched + differs + notFound + ambiguous + unreadable).toBe(all);
  const [found, ...more] = await differencesOf(batch.id);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ elderId: gone.elderId, missing: true, ownerRole: 'community', status: 'open' });
  for (const other of [left, later]) expect(found?.elderId).not.toBe(other.elderId);
  const { rows: owed } = await app.database.admin.query(
    'select for_role, reason, due_on from due_items where subject_id = $1 and closed_at is null',
    [found?.id],
  );
  expect(owed).toEqual([
    { for_role: 'community', due_on: '2025-06-27', reason: expect.stringContaining('是全量名单，上面没有这个人') },
  ]);
  expect((await community.call(contract.readDifference, { params: { id: found?.id ?? '' } })).body).toMatchObject({
    fields: [{ label: '经济状况', ours: '最低生活保障家庭', theirs: '一般' }],
    steps: [{ note: `${SENDER}，全量名单上没有这个人` }],
  });

  const note = '社会救助科说漏报了，下月补';
  const params = { id: found?.id ?? '' };
  await community.call(contract.decideDifference, { params, body: { action: 'refuse', note } });
  const again = await compare(district, table, { kind: 'hardship', sender: SENDER, full: true });
  expect(again).toMatchObject({ missing: 1, openDifferences: 0 });
  const home = await community.call(readElder, { params: { id: unread.elderId } });
  expect(home.body.elder.economicClass).toBe('低保');
});

test('a part that is called the whole is refused, its rows stay compared; other kinds have no full list', async () => {
  const people = await Promise.all(Array.from({ length: 22 }, (_, at) => poor(`户${at}`)));
  const table = csvOf([HEAD, ...people.slice(0, 3).map(line)]);
  const batch = await compare(district, table, { kind: 'hardship', sender: SENDER, full: true });
  expect(batch).toMatchObject({ status: 'failed', missing: 0, error: expect.stringContaining('不像全量名单') });
  expect(batch.counts.rows).toBe(3);
  const body = { mapping: batch.mapping, full: false };
  await district.call(contract.runComparison, { params: { id: batch.id }, body });
  expect(await compared(district, batch.id)).toMatchObject({ status: 'compared', counts: { rows: 3, matched: 3 } });
  const roster = csvOf([
    ['姓名', '身份证号', '居住方式'],
    ['刘桂兰', people[0]?.identityNumber ?? '', '独居'],
  ]);
  await expect(compare(district, roster, { kind: 'roster', sender: SENDER, full: true })).rejects.toThrow(
    '人员底册的表不能当全量名单比',
  );
});

test('S0-10.2 every receipt is kept: what came, from whom, whether the signature held, why nothing was taken', async () => {
  const connect = (secret: string, url = exchange.url) =>
    connectGateways({ exchange: httpExchange({ url, account: 'yinian', secret }) });
  const disabled = await buildElder(app.database, { name: '马秀珍', disabilities: [{ kind: '肢体', grade: 2 }] });
  const absent = await buildElder(app.database, { name: '田福来', disabilities: [{ kind: '视力', grade: 1 }] });
  const row = { identityNumber: disabled.identityNumber, name: '马秀珍', disabilities: '肢体二级' };
  const sender = '市大数据平台（残联）';
  await exchange.put({ kind: 'disability', area: DISTRICT, sender, asOf: '2025-06-03', rows: [row], full: true });
  connect('another secret');
  await receive(district, 'disability');
  connect(exchange.secret, 'http://127.0.0.1:1');
  await receive(district, 'disability');
  connect(exchange.secret);
  await receive(district, 'disability');
  await receive(district, 'disability');
  const receipts = async () => (await district.call(feeds.listReceipts, { query: { kind: 'disability' } })).body.rows;
  const batchId = (await receipts()).find(each => each.outcome === 'came')?.batchId ?? '';
  expect(await compared(district, batchId)).toMatchObject({ full: true, missing: 1, counts: { rows: 1, matched: 1 } });
  expect(await receipts()).toMatchObject([
    { outcome: 'nothing', signature: 'right', batchId: null },
    { outcome: 'came', signature: 'right', sequence: 1, sender, rows: 1, differs: 1, openDifferences: 1, by: '周科长' },
    { outcome: 'refused', signature: 'unseen', because: '市大数据平台连不上' },
    { outcome: 'refused', because: expect.stringContaining('401') },
  ]);
  expect((await differencesOf(batchId)).map(each => each.elderId)).toEqual([absent.elderId]);
  const elsewhere = await app.as({ role: 'district', areaCode: '110102000000' });
  expect((await elsewhere.call(feeds.listReceipts, { query: {} })).body.rows).toEqual([]);
});
