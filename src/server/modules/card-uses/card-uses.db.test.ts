import { afterAll, beforeAll, expect, test } from 'vitest';
import * as uses from '#contracts/card-uses.ts';
import { recordCard } from '#contracts/elders/cards.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { toolsOf } from '../../../../tests/support/paying.ts';

import { endTakeEarly, runTake } from './take-uses.ts';

const DAXING = '110115000000';
const HERE = '110115003001';
let app: TestApp;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  district = await app.as({ role: 'district', areaCode: DAXING, name: '周科长' });
});
afterAll(() => app.stop());

const HEAD = '交易流水号,交易日期,卡号,商户名称,商户类型,街道,金额（元）';
const send = (who: Caller, lines: readonly string[], name = '刷卡.csv') =>
  who.call(uses.bringCardUses, {
    query: { sender: '北京银行' },
    file: { name, bytes: Buffer.from([HEAD, ...lines].join('\n')) },
  });
/** Sent and taken: the job runs here as it does in the background. */
const bring = async (who: Caller, lines: readonly string[]) => {
  const { id } = (await send(who, lines)).body;
  await runTake(toolsOf(app), { batchId: id, areaCode: DAXING });
  const { rows } = (await who.call(uses.listCardUseBatches, { query: {} })).body;
  const found = rows.find(row => row.id === id);
  if (!found) throw new Error('the batch is listed');
  return found;
};
const sum = (rows: readonly uses.CardUseSum[]) => [
  rows.reduce((n, row) => n + row.uses, 0),
  rows.reduce((n, row) => n + row.fen, 0),
];

test('S0-2.3 the report by month, kind of merchant, street and age adds up to the transactions, each part for itself', async () => {
  const card = '9900112233445566';
  const { elderId } = await buildElder(app.database, { name: '桂月英', bornOn: '1945-06-20' });
  const worker = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
  await worker.call(recordCard, { params: { id: elderId }, body: { kind: 'elder-disabled', number: card } });
  const streets = ['清源街道', '兴丰街道', '110115005000', '大兴区林校路街道'];
  const types = ['公交', '超市', '药店', '老年餐桌', '公园', '其他'];
  let total = 0;
  const lines = Array.from({ length: 600 }, (_, i) => {
    const fen = i % 50 === 7 ? -500 : 100 + ((i * 37) % 9000);
    total += fen;
    const on = `2025-${String(1 + (i % 6)).padStart(2, '0')}-${String(1 + (i % 19)).padStart(2, '0')}`;
    const who = i % 4 === 0 ? card : `88000000${String(i).padStart(8, '0')}`;
    return `L${i},${on},${who},商户${i % 9},${types[i % 6]},${streets[(i * 7) % 4]},"${(fen / 100).toFixed(2)}"`;
  });
  const bad = [
    'X1,2025-06-31,1,商户,公交,清源街道,1',
    'X2,2025-06-01,1,商户,卖艺,清源街道,1',
    'X3,2025-06-01,1,商户,公交,西长安街街道,1',
    'X4,2025-06-01,1,商户,公交,清源街道,一元',
    'X5,2025-06-21,1,商户,公交,清源街道,1',
    ',2025-06-01,1,商户,公交,清源街道,1',
  ];
  const batch = await bring(district, [...lines, ...bad, lines[0] ?? '']);
  expect(batch).toMatchObject({ rows: 607, taken: 600, repeated: 1, refused: 6, takenFen: total });
  expect(batch.refusals.map(one => one.row)).toEqual([602, 603, 604, 605, 606, 607]);
  const report = (await district.call(uses.readCardUseReport, { query: {} })).body;
  expect(report).toMatchObject({ from: '2024-07', to: '2025-06', total: { uses: 600, fen: total } });
  for (const part of [report.months, report.types, report.areas, report.ages, report.cells])
    expect(sum(part)).toEqual([600, total]);
  expect([report.months.length, report.areas.length, report.cells.length]).toEqual([6, 4, expect.any(Number)]);
  for (const month of report.months)
    expect(sum(report.cells.filter(cell => cell.month === month.month))).toEqual([month.uses, month.fen]);
  for (const area of report.areas) {
    expect(sum(report.cells.filter(cell => cell.areaCode === area.areaCode))).toEqual([area.uses, area.fen]);
    const own = (await district.call(uses.readCardUseReport, { query: { area: area.areaCode } })).body;
    expect([own.total, sum(own.cells)]).toEqual([{ uses: area.uses, fen: area.fen }, [area.uses, area.fen]]);
  }
  // 80 from the birthday on: everything before 20 June is in the seventies.
  expect(Object.fromEntries(report.ages.map(row => [row.age, row.uses]))).toMatchObject({ '70-79': 150, unknown: 450 });

  const again = await bring(district, lines);
  expect(again).toMatchObject({ taken: 0, repeated: 600, takenFen: 0, repeatedFen: total });
  expect((await district.call(uses.readCardUseReport, { query: {} })).body.total).toEqual(report.total);
  const kept = await app.database.admin.query('select to_jsonb(u)::text as row from card_uses u limit 5');
  expect(JSON.stringify(kept.rows)).not.toMatch(/9900112233445566|88000000/);
});

test('a table without a column is refused whole; a street sees its own and brings none; others see nothing', async () => {
  const without = await district.call(uses.bringCardUses, {
    query: { sender: '北京银行' },
    file: { name: '缺.csv', bytes: Buffer.from('流水号,交易日期\n1,2025-06-01') },
  });
  expect(without.error).toMatchObject({ code: 'card-uses.file', message: expect.stringContaining('商户类型') });
  const street = await app.as({ role: 'street', areaCode: '110115003000' });
  expect((await send(street, [])).status).toBe(403);
  const own = (await street.call(uses.readCardUseReport, { query: {} })).body;
  expect(own.areas.map(row => row.areaName)).toEqual(['清源街道']);
  const far = await app.as({ role: 'district', areaCode: '110102000000' });
  expect((await far.call(uses.readCardUseReport, { query: {} })).body.total).toEqual({ uses: 0, fen: 0 });
  expect((await far.call(uses.readCardUseReport, { query: { area: DAXING } })).error.code).toBe(
    'card-uses.outside-area',
  );
  expect((await far.call(uses.listCardUseBatches, { query: {} })).body.rows).toEqual([]);
  const span = { from: '2025-05', to: '2025-04' };
  expect((await district.call(uses.readCardUseReport, { query: span })).error.fields).toHaveProperty('from');
});

test('a table of many pages is taken in the background; stopped it keeps what it took, sent again it takes the rest', async () => {
  const lines = Array.from({ length: 12_000 }, (_, i) => `M${i},2025-05-0${1 + (i % 9)},,商户,公交,清源街道,2.00`);
  const made = (await send(district, lines, '一年.csv')).body;
  expect(made).toMatchObject({ status: 'reading', rows: 0 });
  const ended = { batchId: made.id, areaCode: DAXING };
  let pages = 0;
  // The second page is the last: somebody stopped it.
  await runTake({ ...toolsOf(app), progress: async () => ++pages < 2 }, ended);
  await endTakeEarly(toolsOf(app), ended, { status: 'cancelled', message: '按要求停止' });
  const listed = async (id: string) =>
    (await district.call(uses.listCardUseBatches, { query: {} })).body.rows.find(row => row.id === id);
  expect(await listed(made.id)).toMatchObject({ status: 'stopped', taken: 10_000, error: '按要求停止', rows: 10_000 });

  const run = (await send(district, lines, '一年.csv')).body;
  // Killed after its first page: the next attempt goes on below it and counts nothing twice.
  const broken = { ...toolsOf(app), progress: () => Promise.reject(new Error('killed')) };
  await expect(runTake(broken, { batchId: run.id, areaCode: DAXING })).rejects.toThrow('killed');
  expect(await listed(run.id)).toMatchObject({ status: 'reading', rows: 5_000, repeated: 5_000 });
  await runTake(toolsOf(app), { batchId: run.id, areaCode: DAXING });
  expect(await listed(run.id)).toMatchObject({ status: 'taken', rows: 12_000, taken: 2_000, repeated: 10_000 });
  const empty = (await send(district, [], '空.csv')).body;
  const nothing = runTake(toolsOf(app), { batchId: empty.id, areaCode: DAXING });
  await expect(nothing).rejects.toThrow('表里没有刷卡记录');
});
