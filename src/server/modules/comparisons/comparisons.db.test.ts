import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as exchanged from '#contracts/comparison-feeds.ts';
import { COMPARISON_KINDS } from '#contracts/comparison-kinds.ts';
import { DIFFERENCE_STATUSES } from '#contracts/comparison-lifecycle.ts';
import * as contract from '#contracts/comparisons.ts';
import { decideCorrection } from '#contracts/elders/corrections.ts';
import { readFacts } from '#contracts/elders/facts.ts';
import { readElder } from '#contracts/elders/record.ts';
import { allowSource } from '#contracts/elders/trusts.ts';
import { connectGateways } from '#gateways/connected.ts';
import { httpExchange } from '#gateways/exchange/http.ts';
import { loadAreas } from '#modules/areas/index.ts';
import type { JobWorker } from '#platform/jobs/worker.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, demoIdentityNumber } from '../../../../tests/support/builders.ts';
import { compare, compared, receive } from '../../../../tests/support/compare.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { type Exchange, startExchange } from '../../../../tests/support/exchange.ts';
import { workerOf } from '../../../../tests/support/import-elders.ts';
import { csvOf, workbookOf } from '../../../../tests/support/tables.ts';

const HERE = '110115003001';
const DISTRICT = '110115000000';

let app: TestApp;
let worker: JobWorker;
let exchange: Exchange;
let community: Caller;
let street: Caller;
let district: Caller;
let second: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await workerOf(app);
  exchange = await startExchange();
  community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  district = await app.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
  second = await app.as({ role: 'district', areaCode: DISTRICT, name: '许处长' });
});
afterAll(async () => {
  exchange.stop();
  await worker.stop();
  await app.stop();
});

const sql = async (text: string, values: unknown[] = []) => (await app.database.admin.query(text, values)).rows;
const at = (id: string) => ({ params: { id } });
const differencesOf = async (who: Caller, batchId: string) =>
  (await who.call(contract.listDifferences, { query: { batchId } })).body.rows;
const decide = (
  who: Caller,
  id: string,
  body: { action: 'adopt' | 'refuse' | 'transfer'; note: string; to?: string },
) => who.call(contract.decideDifference, { ...at(id), body: body as never });

describe('部门的表', () => {
  test('S0-10.3 matched + differs + unmatched = rows, each row with its reason, and a list to take away', async () => {
    const same = await buildElder(app.database, { name: '刘桂兰', economicClass: '低保' });
    const other = await buildElder(app.database, { name: '孙德福', sex: '男', economicClass: 'none' });
    await buildElder(app.database, { name: '同名一', bornOn: '1939-02-03' });
    await buildElder(app.database, { name: '同名一', bornOn: '1939-02-03', compound: '康庄里' });
    const stranger = demoIdentityNumber('1941-07-07', '女');
    const head = ['姓名', '公民身份号码', '出生日期', '救助类别'];
    const bytes = await workbookOf({
      名单: [
        head,
        ['刘桂兰', same.identityNumber, '', '低保'],
        ['孙德福', other.identityNumber, '', '低收入'],
        ['孙德福', other.identityNumber, '', '低保'],
        ['不认识', stranger, '', '低保'],
        ['同名一', '', '1939-02-03', '低保'],
        ['张冠李', same.identityNumber, '', '低保'],
        ['号码错', '110101193903071234', '', '低保'],
      ],
    });
    const batch = await compare(district, bytes, { kind: 'hardship', sender: '区社会救助科' });
    expect(batch).toMatchObject({
      status: 'compared',
      mapping: ['name', 'identityNumber', 'bornOn', 'economicClass'],
      counts: { rows: 7, matched: 1, differs: 1, notFound: 1, ambiguous: 3, unreadable: 1 },
      openDifferences: 1,
    });
    const { rows } = (await district.call(contract.listComparisonRows, { query: { batchId: batch.id } })).body;
    const because = Object.fromEntries(rows.map(row => [row.row, row.because]));
    expect(because[4]).toBe('与第 3 行的身份证号相同，请来文部门核对以哪一行为准');
    expect(because[6]).toContain('姓名和出生日期相同的有 2 人');
    expect(because[8]).toContain('校验');
    expect(rows[3]).toMatchObject({ name: '不认识', identityMasked: expect.stringContaining('*****') });
    expect(JSON.stringify(await sql('select to_jsonb(r) from comparison_rows r'))).not.toContain(stranger);
    await expect(
      sql('update comparison_batches set matched = matched + 1 where batch_id = $1', [batch.id]),
    ).rejects.toThrow(/comparison_batches_sum/);

    const [difference] = await differencesOf(community, batch.id);
    expect(difference).toMatchObject({ elderName: '孙德福', ownerRole: 'community', status: 'open' });
    const due = await sql('select for_role, due_on from due_items where subject_id = $1 and closed_at is null', [
      difference!.id,
    ]);
    expect(due).toEqual([{ for_role: 'community', due_on: '2025-06-27' }]);
    const { body: seen } = await community.call(contract.readDifference, at(difference!.id));
    expect(seen.fields).toEqual([
      { field: 'economicClass', label: '经济状况', ours: '一般', theirs: '低收入家庭', now: '一般' },
    ]);
    const elsewhere = await app.as({ role: 'district', areaCode: '110102000000' });
    expect(await differencesOf(elsewhere, batch.id)).toEqual([]);
    expect((await elsewhere.call(contract.readComparison, at(batch.id))).status).toBe(404);
  });

  test('adopted: a correction that another checks; handed back when refused; refused here: not asked again', async () => {
    const elder = await buildElder(app.database, { name: '马秀珍' });
    const table = (what: string) =>
      csvOf([
        ['身份证号', '姓名', '残疾类别等级'],
        [elder.identityNumber, '马秀珍', what],
      ]);
    const first = await compare(street, table('肢体二级'), { kind: 'disability', sender: '区残联' });
    const [found] = await differencesOf(community, first.id);
    const adopted = await decide(community, found!.id, { action: 'adopt', note: '看过残疾人证原件' });
    expect(adopted.body).toMatchObject({ status: 'proposed' });
    const check = (approve: boolean, note?: string) =>
      street.call(decideCorrection, {
        ...at(adopted.body.correctionId!),
        body: { approve, version: 1, ...(note && { note }) },
      });
    await check(false, '证件照片看不清');
    expect((await community.call(contract.readDifference, at(found!.id))).body.status).toBe('open');
    const again = await decide(community, found!.id, { action: 'adopt', note: '补拍了残疾人证' });
    await street.call(decideCorrection, { ...at(again.body.correctionId!), body: { approve: true, version: 1 } });
    const { body: done } = await community.call(contract.readDifference, at(found!.id));
    expect(done).toMatchObject({ status: 'adopted', fields: [{ ours: '没有', theirs: '肢体二级', now: '肢体二级' }] });
    const facts = (await community.call(readFacts, at(elder.elderId))).body.rows;
    expect(facts.find(f => f.field === 'disabilities')).toMatchObject({ source: 'comparison', asOf: '2025-06-01' });

    const next = await compare(street, table('肢体一级'), { kind: 'disability', sender: '区残联' });
    const [open] = await differencesOf(community, next.id);
    expect((await decide(community, open!.id, { action: 'transfer', to: 'community', note: '转给自己' })).status).toBe(
      400,
    );
    await decide(community, open!.id, { action: 'transfer', to: 'street', note: '要和残联核对' });
    expect((await decide(community, open!.id, { action: 'refuse', note: '残联说录错了' })).error.message).toContain(
      '街道',
    );
    expect((await decide(street, open!.id, { action: 'refuse', note: '残联说录错了' })).body.status).toBe('refused');
    const third = await compare(street, table('肢体一级'), { kind: 'disability', sender: '区残联' });
    expect(third).toMatchObject({ counts: { differs: 1 }, openDifferences: 0 });
    const { rows } = (await street.call(contract.listComparisonRows, { query: { batchId: third.id } })).body;
    expect(rows[0]?.because).toContain('以前核过不采纳：残联说录错了');
  });
});

describe('市大数据平台', () => {
  const connect = (secret: string) =>
    connectGateways({ exchange: httpExchange({ url: exchange.url, account: 'yinian', secret }) });

  test('S0-10.2 a wrongly signed feed raises a visible alert; batches come once each, in order, however often sent', async () => {
    const { body: before } = await district.call(exchanged.listFeeds, {});
    expect(before).toMatchObject({ connected: false });
    expect((await district.call(exchanged.receiveFeed, { params: { kind: 'death' } })).error.code).toBe(
      'comparisons.exchange',
    );
    const elder = await buildElder(app.database, { name: '田福来', sex: '男' });
    const row = { identityNumber: elder.identityNumber, name: '田福来', diedOn: '2025-06-02', sourceNumber: 'D-1' };
    const batch = {
      kind: 'death',
      area: DISTRICT,
      sender: '市大数据平台（死亡登记）',
      asOf: '2025-06-03',
      rows: [row],
    };
    await exchange.put(batch);
    connect('another secret');
    expect(await receive(district, 'death')).toMatchObject({ status: 'failed' });
    const { body: alert } = await district.call(exchanged.listFeeds, {});
    expect(alert.rows.find(feed => feed.kind === 'death')).toMatchObject({
      ...{ mode: 'online', lastSequence: 0, lastError: expect.stringContaining('401') },
    });
    connect(exchange.secret);
    expect(await receive(district, 'death')).toMatchObject({ status: 'done' });
    await receive(district, 'death');
    const { body: feeds } = await district.call(exchanged.listFeeds, {});
    const feed = feeds.rows.find(one => one.kind === 'death')!;
    expect(feed).toMatchObject({ lastSequence: 1, lastRows: 1, lastError: null });
    const made = await compared(district, feed.batchId!);
    expect(made).toMatchObject({ origin: 'feed', sequence: 1, counts: { rows: 1, differs: 1 } });
    expect(await sql("select count(*)::int as n from comparison_batches where origin = 'feed'")).toEqual([{ n: 1 }]);

    const [found] = await differencesOf(street, made.id);
    const adopted = await decide(street, found!.id, { action: 'adopt', note: '家属已确认' });
    expect(adopted.body.status).toBe('proposed');
    const other = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
    await other.call(decideCorrection, { ...at(adopted.body.correctionId!), body: { approve: true, version: 1 } });
    const { body: file } = await street.call(readElder, at(elder.elderId));
    expect(file.elder).toMatchObject({ status: 'deceased', diedOn: '2025-06-02' });
    expect(
      await sql("select happened_on from elder_life_events where elder_id = $1 and kind = 'death'", [elder.elderId]),
    ).toEqual([{ happened_on: '2025-06-02' }]);
  });

  test('what the district trusts is written by rule, by another than who allowed it', async () => {
    const elder = await buildElder(app.database, { name: '蒋素芬' });
    const body = {
      source: 'hukou' as const,
      fields: ['hukouAreaCode' as const],
      basis: '区数据共享协议第三条',
      fromOn: '2025-01-01',
    };
    expect((await second.call(allowSource, { body })).status).toBe(200);
    connect(exchange.secret);
    const row = { identityNumber: elder.identityNumber, name: '蒋素芬', hukouAreaCode: '110102001004' };
    await exchange.put({
      kind: 'hukou',
      area: DISTRICT,
      sender: '市大数据平台（户籍）',
      asOf: '2025-06-10',
      rows: [row],
    });
    expect(await receive(district, 'hukou')).toMatchObject({ status: 'done' });
    const feeds = (await district.call(exchanged.listFeeds, {})).body.rows;
    const made = await compared(district, feeds.find(feed => feed.kind === 'hukou')!.batchId!);
    expect(made).toMatchObject({ counts: { differs: 1 }, openDifferences: 0 });
    const [done] = await differencesOf(street, made.id);
    expect(done).toMatchObject({ status: 'adopted' });
    expect((await street.call(readElder, at(elder.elderId))).body.elder.hukouAreaCode).toBe('110102001004');
  });
});

test('kinds, statuses and outcomes of the contract and of the CHECK constraints are the same', async () => {
  const wanted = {
    comparison_batches_kind_check: COMPARISON_KINDS,
    comparison_batches_status_check: contract.BATCH_STATUSES,
    comparison_rows_outcome_check: contract.ROW_OUTCOMES,
    comparison_differences_status_check: DIFFERENCE_STATUSES,
  };
  for (const [name, values] of Object.entries(wanted)) {
    const [row] = await sql('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [name]);
    expect(
      [...row.text.matchAll(/'([^']+)'/g)].map((match: string[]) => match[1]),
      name,
    ).toEqual([...values]);
  }
});
