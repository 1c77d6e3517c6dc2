import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '#contracts/credit-records.ts';
import { connectGateways } from '#gateways/connected.ts';
import { httpExchange } from '#gateways/exchange/http.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { dayOfInstant } from '#shared/dates.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { type Exchange, startExchange } from '../../../../tests/support/exchange.ts';
import { toolsOf } from '../../../../tests/support/paying.ts';
import { buildPlaces } from '../../../../tests/support/places.ts';
import { buildCarer, buildFirm, type Firm } from '../../../../tests/support/supply.ts';
import { insertFacilities } from '../facilities/index.ts';
import { receiveFeed } from './receive-feed.ts';

const CITY = '110000000000';
const DAXING = '110115000000';
const HEAD = '来源编号,记录类型,主体类型,主体名称,统一社会信用代码,所在单位,内容,日期,共享范围';

let app: TestApp;
let exchange: Exchange;
let firm: Firm;
let city: Caller;
let district: Caller;
let street: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, async client => {
    await loadAreas(client);
    await insertFacilities(client, buildPlaces(), '2025-06-20T00:00:00Z');
  });
  firm = await buildFirm(app.database, { credit_code: '91110115MA01ABCD2X', area_code: '110115003001' });
  await buildFirm(app.database, { name: '西城颐乐服务中心', area_code: '110102001001' });
  await buildCarer(app.database, firm, { area_code: '110115003001' });
  exchange = await startExchange();
  city = await app.as({ role: 'city', areaCode: CITY, name: '赵处' });
  district = await app.as({ role: 'district', areaCode: DAXING, name: '周科长' });
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
});
afterAll(async () => {
  exchange.stop();
  await app.stop();
});

const bring = (who: Caller, department: string, lines: readonly string[]) =>
  who.call(contract.bringCreditRecords, {
    query: { department },
    file: { name: '信用.csv', bytes: Buffer.from([HEAD, ...lines].join('\n')) },
  });
const numbers = async (who: Caller, query: object = {}) =>
  (await who.call(contract.listCreditRecords, { query: query as never })).body.rows.map(row => row.sourceNumber).sort();
const of = async (who: Caller, id: string) =>
  (await who.call(contract.listCreditOf, { params: { subjectId: id } })).body.rows.map(row => row.sourceNumber).sort();

test('S0-4.3 each has source, collection time and sharing scope; the same source number is refused by row and nothing taken is lost', async () => {
  const code = '91110115MA01ABCD2X';
  const lines = [
    `XK-1,登记许可,服务商,${firm.name},${code},,养老服务许可,2024-03-01,向社会公开`,
    `CF-1,行政处罚,服务商,${firm.name},,,超范围经营,2025-02-01,市区共享`,
    `PJ-1,评级评估,机构,清源街道颐和里养老院,,,二星,2024-06-01,市区街共享`,
    `RY-1,表彰奖励,护理员,杨秀芳,,${firm.name},技能比赛一等奖,2025-05-01,公开`,
    `CF-1,行政处罚,服务商,${firm.name},,,又一次,2025-03-01,公开`,
    `XK-9,登记许可,服务商,没有这家公司,,,许可,2024-03-01,公开`,
    `XK-8,登记许可,服务商,西城颐乐服务中心,,,许可,2024-03-01,公开`,
    `XK-7,登记许可,服务商,${firm.name},,,许可,2024-03-01,`,
    `XK-6,登记许可,服务商,改过名的公司,${code},,许可,2024-03-01,公开`,
    `XK-5,秘密,服务商,${firm.name},,,许可,2024-03-01,公开`,
    `XK-4,登记许可,服务商,${firm.name},,,许可,2025-06-21,公开`,
    `XK-3,登记许可,服务商,${firm.name},,,只给市里,2025-06-01,仅市级`,
  ];
  const { body: batch } = await bring(district, '市市场监管局', lines);
  expect(batch).toMatchObject({ rows: 12, taken: 4, refused: 8, origin: 'file' });
  expect(batch.refusals.map(one => [one.row, one.number])).toEqual(
    [6, 7, 8, 9, 10, 11, 12, 13].map((row, i) => [row, lines[i + 4]?.split(',')[0]]),
  );
  const because = batch.refusals.map(one => one.because);
  expect(because[0]).toBe('来源编号“CF-1”和第3行相同，只收一次');
  for (const [i, words] of [
    '没有“没有这家公司”',
    '不在大兴区',
    '没有写共享范围',
    '不一致',
    '“秘密”不认识',
    '今天之后',
    '仅市级',
  ].entries())
    expect(because[i + 1]).toContain(words);
  // The same table again, a colleague's copy, another spacing of the department: nothing twice, nothing lost, each row says so.
  const again = (await bring(city, '市 市场监管局', lines.slice(0, 4))).body;
  expect(again).toMatchObject({ rows: 4, taken: 0, refused: 4 });
  expect(again.refusals[0]?.because).toBe('市市场监管局的来源编号“XK-1”以前收过，不重复收');
  expect((await bring(city, '市民政局', lines.slice(0, 1))).body.taken).toBe(1);
  expect(await numbers(city)).toEqual(['CF-1', 'PJ-1', 'RY-1', 'XK-1', 'XK-1']);
  const { rows } = (await district.call(contract.listCreditRecords, { query: { kind: 'penalty' } as never })).body;
  expect(rows).toMatchObject([{ department: '市市场监管局', scope: 'district', subjectName: firm.name }]);
  expect(dayOfInstant(rows[0]?.collectedAt ?? '')).toBe('2025-06-20');
  const short = await district.call(contract.bringCreditRecords, {
    query: { department: '市市场监管局' },
    file: { name: '缺列.csv', bytes: Buffer.from('来源编号,主体名称\n1,2') },
  });
  expect(short.error).toMatchObject({ code: 'credit-records.file', message: expect.stringContaining('共享范围') });
});

test('who sees a record follows from its sharing scope, on the lists and on the provider’s page', async () => {
  await bring(city, '市委办', [`M-1,其他,服务商,${firm.name},,,只给市里看,2025-06-01,仅市级`]);
  expect(await numbers(district)).toEqual(['CF-1', 'PJ-1', 'RY-1', 'XK-1', 'XK-1']);
  expect(await numbers(street)).toEqual(['PJ-1', 'RY-1', 'XK-1', 'XK-1']);
  expect(await numbers(city, { name: firm.name })).toEqual(['CF-1', 'M-1', 'XK-1', 'XK-1']);
  const far = await app.as({ role: 'district', areaCode: '110102000000' });
  expect(await numbers(far)).toEqual([]);
  // On the firm's page: all four for the city, its own for the firm, the public ones for a rival or a far district.
  const provider = await app.as({ role: 'provider', areaCode: DAXING, organisationId: firm.providerId });
  const rival = await app.as({
    role: 'provider',
    areaCode: DAXING,
    organisationId: (await buildFirm(app.database, { name: '对手' })).providerId,
  });
  const family = await app.as({ role: 'family', areaCode: DAXING, elderId: firm.providerId, agreed: false });
  const id = firm.providerId;
  expect(await of(city, id)).toEqual(['CF-1', 'M-1', 'XK-1', 'XK-1']);
  expect(await of(provider, id)).toEqual(['CF-1', 'XK-1', 'XK-1']);
  expect((await family.call(contract.listCreditOf, { params: { subjectId: id } })).status).toBe(403);
  for (const who of [rival, far]) expect(await of(who, id)).toEqual(['XK-1', 'XK-1']);
  expect((await provider.call(contract.listCreditRecords, { query: {} as never })).status).toBe(403);
  // Past the product the same rows: the row rules themselves, not the handler.
  const { admin } = app.database;
  await admin.query("set role yinian_area; set yinian.area_from = '110115003000'; set yinian.area_to = '110115004000'");
  const seen = await admin.query('select source_number from credit_records order by 1');
  await admin.query('reset role');
  expect(seen.rows.map(row => row.source_number)).toEqual(['PJ-1', 'RY-1', 'XK-1', 'XK-1']);
});

test('batches of the city’s platform come once and in order, through the same rules', async () => {
  const asked = await district.call(contract.receiveCreditRecords);
  expect(asked.error).toMatchObject({ code: 'credit-records.exchange', message: expect.stringContaining('没有接通') });
  connectGateways({ exchange: httpExchange({ url: exchange.url, account: 'yinian', secret: exchange.secret }) });
  const row = (number: string, more: object = {}) => ({
    ...{ number, kind: '行政处罚', subjectKind: '服务商', name: firm.name, content: '消防检查不合格', scope: '公开' },
    ...{ happenedOn: '2025-06-01', ...more },
  });
  const put = (rows: object[]) =>
    exchange.put({ kind: 'credit', area: DAXING, sender: '市消防救援总队', asOf: '2025-06-10', rows });
  await put([row('XF-1'), row('XF-2', { name: '查无此家' })]);
  const payload = {
    ...{ area_code: DAXING, started_by: firm.providerId, started_by_post: null },
    ...{ started_by_name: '周科长', started_by_role: 'district' as const },
  };
  const receive = () => receiveFeed(toolsOf(app), payload);
  await receive();
  await put([row('XF-1'), row('XF-3')]);
  await receive();
  await receive();
  const { rows } = (await district.call(contract.listCreditBatches, { query: {} as never })).body;
  const feeds = rows.filter(one => one.origin === 'feed').map(one => [one.sequence, one.taken, one.refused]);
  expect(feeds).toEqual([
    [2, 1, 1],
    [1, 1, 1],
  ]);
  expect(rows.find(one => one.sequence === 2)?.refusals[0]?.because).toContain('以前收过');
  expect((await numbers(district)).filter(number => number.startsWith('XF'))).toEqual(['XF-1', 'XF-3']);
  const named = async (constraint: string) => {
    const found = await app.database.admin.query(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [constraint],
    );
    return [...String(found.rows[0].text).matchAll(/'([^']+)'/g)].map(m => m[1]);
  };
  expect(await named('credit_records_scope_check')).toEqual([...contract.SHARING_SCOPES]);
  expect(await named('credit_records_kind_check')).toEqual([...contract.CREDIT_KINDS]);
  expect(await named('credit_records_subject_kind_check')).toEqual([...contract.CREDIT_SUBJECT_KINDS]);
});
