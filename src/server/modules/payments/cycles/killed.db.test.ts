import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as cycles from '#contracts/payments/cycles.ts';
import { startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../../tests/support/books.ts';
import { addElder } from '../../../../../tests/support/elders.ts';
import { grantByMonth } from '../../../../../tests/support/grants.ts';
import { addAccount, addPaidElder, type Payers, payersOf, step } from '../../../../../tests/support/paying.ts';

const HERE = '110101001001';
const PEOPLE = 60;
const LIVING = 120_000;
const SECRET = 'killed-bank';
const file = (path: string) => fileURLToPath(new URL(`../../../../../${path}`, import.meta.url));

let app: TestApp;
let payers: Payers;
let bank: ChildProcess;
let bankUrl = '';

beforeAll(async () => {
  app = await startTestApp();
  payers = await payersOf(app, '110101000000');
  for (let n = 0; n < PEOPLE; n++) {
    const end = n % 10 === 0 ? '0000' : String(4000 + n);
    await addPaidElder(app, { name: `老人${n}`, areaCode: HERE, account: `62170000000${1000 + n}${end}` });
  }
  // And one household on 低保, whose grant the cycle pays beside the allowances.
  const poor = await addElder(app.database.admin, { areaCode: HERE, name: '低保户', bornOn: '1950-03-05' });
  await addAccount(app, { elderId: poor, areaCode: HERE, number: '6217000000009999', holder: '低保户' });
  await grantByMonth(app, {
    elderId: poor,
    areaCode: HERE,
    scheme: 'minimumLiving',
    fromMonth: '2025-06',
    fen: LIVING,
  });
  bank = spawn(process.execPath, [file('simulators/bank/server.ts')], { env: { ...process.env, BANK_SECRET: SECRET } });
  const [said] = (await once(bank.stdout!, 'data')) as [Buffer];
  bankUrl = /http\S+/.exec(said.toString())?.[0] ?? '';
}, 60_000);
afterAll(async () => {
  bank.kill();
  await app.stop();
});

/** Runs the payment jobs; killed with -9 so many milliseconds after they began, or left to end. */
async function work(cycleId: string, killAfter: number | null): Promise<string> {
  const env = { ...process.env, DATABASE: app.database.appUrl, CYCLE: cycleId, BANK_URL: bankUrl, BANK_SECRET: SECRET };
  const child = spawn(process.execPath, [file('tests/support/paying-process.ts')], { env });
  let said = '';
  let errors = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text;
    if (killAfter !== null && said.startsWith('ready')) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  child.stderr.on('data', (text: Buffer) => {
    errors += text;
  });
  await once(child, 'close');
  if (killAfter === null && !said.includes('done')) throw new Error(errors);
  return said;
}

const status = async (id: string) => (await payers.finance.call(cycles.readCycle, { params: { id } })).body.status;

it('killed with -9 while preparing, sending or taking the result, pays nobody twice and loses nobody', async () => {
  const made = await payers.maker.call(cycles.prepareCycle, { body: { month: '2025-06' } });
  const id = made.body.id;
  for (const after of [0, 25, 80]) await work(id, after);
  await work(id, null);
  expect(await status(id)).toBe('draft');
  for (const [who, act] of [
    [payers.checker, 'check'],
    [payers.maker, 'lock'],
    [payers.finance, 'authorise'],
    [payers.finance, 'send'],
  ] as const)
    expect((await step(who, id, act)).status).toBe(200);
  for (const after of [0, 15, 30, 60]) await work(id, after);
  await work(id, null);
  await work(id, null);
  expect(await status(id)).toBe('answered');
  const cycle = (await payers.finance.call(cycles.readCycle, { params: { id } })).body;
  expect(cycle.reconciliation).toEqual({
    sent: { count: PEOPLE + 1, fen: PEOPLE * 10_000 + LIVING },
    paid: { count: 55, fen: 540_000 + LIVING },
    failed: { count: 6, fen: 60_000 },
    waiting: { count: 0, fen: 0 },
  });
  expect(cycle.results).toHaveLength(1);
  expect(cycle.file?.reference).toBe('BANK00000001');
  const { rows } = await app.database.admin.query(
    'select elder_id, count(*) from payment_lines group by 1 having count(*) > 1 union all select elder_id, count(*) from payment_transfers group by 1 having count(*) > 1',
  );
  expect(rows).toEqual([]);
  await expectBooksAgree(app, payers.finance);
  expect((await step(payers.finance, id, 'reconcile')).body.status).toBe('reconciled');
}, 120_000);
