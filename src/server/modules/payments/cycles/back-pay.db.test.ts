import { afterAll, beforeAll, expect, it } from 'vitest';
import * as benefits from '#contracts/benefits/endpoints.ts';
import * as cycles from '#contracts/payments/cycles.ts';
import { startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import {
  addPaidElder,
  type Payers,
  payersOf,
  payMonth,
  prepare,
  step,
  toolsOf,
} from '../../../../../tests/support/paying.ts';
import { determineMonth } from '../../benefits/cli-determine.ts';

const HERE = '110101001001';

let app: TestApp;
let payers: Payers;
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  payers = await payersOf(app, '110101000000');
  for (const [at, name] of ['张一', '李二', '王三', '赵四'].entries())
    ids[name] = await addPaidElder(app, { name, areaCode: HERE, account: `621700000000666${at}` });
  await payMonth(app, payers, '2025-06');
});
afterAll(() => app.stop());

const sql = (text: string, values: unknown[] = []) => app.database.admin.query(text, values);
const determine = (month: string) => determineMonth(toolsOf(app), { month, area: '110000000000', changed: false });

it('never takes back by itself what was paid: a lower or vanished result of a paid month is kept and said', async () => {
  await sql("update elders set status = 'deceased', died_on = '2025-05-03' where elder_id = $1", [ids.张一]);
  expect(await determine('2025-06')).toMatchObject({ removed: 0, kept: 1, granted: 3 });
  const { rows } = await sql("select 1 from benefit_determinations where elder_id = $1 and month = '2025-06'", [
    ids.张一,
  ]);
  expect(rows).toHaveLength(1);
  expect(await determine('2025-06')).toMatchObject({ added: 0, changed: 0, removed: 0, kept: 1 });
});

it('pays the difference when the rate of a paid month rises, by that month, and takes nothing when it falls', async () => {
  // As if June had been determined and paid under a lower rate for one person and a higher one for another.
  for (const [name, fen] of [['李二', 9_000] as const, ['王三', 11_000] as const])
    for (const table of ['benefit_determinations', 'payment_lines'])
      await sql(`update ${table} set amount_fen = $2 where elder_id = $1 and month = '2025-06'`, [ids[name], fen]);
  const street = await app.as({ role: 'street', areaCode: '110101001000' });
  const facts = { otherBenefits: [], byScheme: { lost: { advancedAge: '2025-06-10' } }, source: '街道复核 2025-06' };
  const kept = await street.call(benefits.saveBenefitFacts, { params: { elderId: ids.赵四! }, body: facts });
  expect(kept.body.facts.find(each => each.field === 'bySchemeDates.lost.advancedAge')?.value).toBe('2025年6月10日');
  const id = await prepare(app, payers, '2025-07');
  const lines = (await payers.maker.call(cycles.listPaymentLines, { query: { cycleId: id } })).body.rows;
  const told = lines.map(line => [line.elderName, line.month, line.kind, line.cause, line.amountFen]).sort();
  expect(told).toEqual([
    ['李二', '2025-06', 'back-pay', 'rate', 1_000],
    ['李二', '2025-07', 'regular', 'raised', 10_000],
    ['王三', '2025-07', 'regular', 'lowered', 10_000],
  ]);
  const stops = (await payers.maker.call(cycles.listStops, { params: { id }, query: {} })).body.rows;
  expect(stops.map(stop => stop.elderName).sort()).toEqual(['张一', '赵四']);
  expect(stops.find(stop => stop.elderName === '赵四')?.reason).toContain('不再符合');
});

it('prepared again it lists the same lines, and a line the checker takes out is not sent', async () => {
  const [open] = (await payers.maker.call(cycles.listCycles, { query: { status: 'draft' } })).body.rows;
  const id = open!.id;
  const list = async () =>
    (await payers.maker.call(cycles.listPaymentLines, { query: { cycleId: id } })).body.rows
      .map(line => `${line.elderName} ${line.month} ${line.kind} ${line.amountFen} ${line.status}`)
      .sort();
  const before = await list();
  await step(payers.checker, id, 'return：核对一遍');
  const { runPrepare } = await import('./prepare-cycle.ts');
  await runPrepare(toolsOf(app), id);
  expect(await list()).toEqual(before);
  const raised = (await payers.checker.call(cycles.listPaymentLines, { query: { cycleId: id, cause: 'rate' } })).body
    .rows[0]!;
  const dropped = await payers.checker.call(cycles.dropLine, {
    params: { id: raised.id },
    body: { note: '标准尚未执行' },
  });
  expect(dropped.body.status).toBe('dropped');
  const cycle = (await payers.maker.call(cycles.readCycle, { params: { id } })).body;
  expect(cycle).toMatchObject({ people: 2, totalFen: 20_000, held: { count: 1, fen: 1_000 } });
});
