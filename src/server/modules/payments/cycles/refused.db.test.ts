import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAppropriation, listBookEntries, readTrialBalance } from '#contracts/books.ts';
import { listLetters } from '#contracts/letters.ts';
import * as cycles from '#contracts/payments/cycles.ts';
import { connectGateways } from '#gateways/connected.ts';
import { issueStops } from '#modules/letters/issue-stops.ts';
import { answerFile } from '../../../../../simulators/bank/answer.ts';
import { startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../../tests/support/books.ts';
import {
  addPaidElder,
  type Payers,
  payersOf,
  prepare,
  step,
  takeFile,
  toolsOf,
} from '../../../../../tests/support/paying.ts';
import { type BankFile, bankNotConnected, type Handed } from '../../../gateways/bank/port.ts';
import { submitFile } from './send-cycle.ts';

const DISTRICT = '110101000000';
const HERE = '110101001001';

let app: TestApp;
let payers: Payers;
let leaving = '';
let says: Handed = { state: 'refused', because: '文件头不对' };
const taken: BankFile[] = [];

beforeAll(async () => {
  app = await startTestApp();
  payers = await payersOf(app, DISTRICT);
  await addPaidElder(app, { name: '张一', areaCode: HERE, account: '6217000000008888' });
  leaving = await addPaidElder(app, { name: '赵四', areaCode: HERE, account: '6217000000006666' });
  const submit = async (file: BankFile) => {
    taken.push(file);
    return says;
  };
  connectGateways({
    bank: { ...bankNotConnected, connected: true, submit, result: async () => ({ state: 'waiting' }) },
  });
});
afterAll(async () => {
  connectGateways({ bank: bankNotConnected });
  await app.stop();
});

const read = async (id: string) => (await payers.finance.call(cycles.readCycle, { params: { id } })).body;
const balance = async (account: string) =>
  (await payers.finance.call(readTrialBalance, { query: {} })).body.rows.find(row => row.account === account)
    ?.balanceFen;

describe('专户和银行', () => {
  it('takes what the treasury sends once by its document', async () => {
    const body = { documentNumber: '东财社〔2025〕88号', receivedOn: '2025-06-16', amountFen: 5_000_000 };
    expect((await payers.finance.call(enterAppropriation, { body })).status).toBe(200);
    expect((await payers.finance.call(enterAppropriation, { body })).error.code).toBe('books.already-entered');
    expect((await payers.maker.call(enterAppropriation, { body })).status).toBe(403);
    const late = { ...body, documentNumber: '东财社〔2025〕89号', receivedOn: '2025-06-30' };
    expect((await payers.finance.call(enterAppropriation, { body: late })).status).toBe(400);
    expect(await balance('funds')).toBe(5_000_000);
  });

  it('a file that the bank refuses as a whole goes back to be sent again, the same file, paid once', async () => {
    const id = await prepare(app, payers, '2025-06');
    for (const [who, act] of [
      ['checker', 'check'],
      ['maker', 'lock'],
      ['finance', 'authorise'],
      ['finance', 'send'],
    ] as const)
      expect((await step(payers[who], id, act)).status).toBe(200);
    await submitFile(toolsOf(app), id);
    await submitFile(toolsOf(app), id);
    expect(await read(id)).toMatchObject({ status: 'authorised', note: expect.stringContaining('文件头不对') });
    expect(await balance('in-transit')).toBe(0);
    expect(await balance('funds')).toBe(5_000_000);
    await expectBooksAgree(app, payers.finance);

    says = { state: 'accepted', reference: 'R-1' };
    expect((await step(payers.finance, id, 'send')).body).toMatchObject({ status: 'sent' });
    await submitFile(toolsOf(app), id);
    expect(taken.map(file => file.sm3)).toEqual([taken[0]?.sm3, taken[0]?.sm3]);
    const answer = answerFile(taken[1]?.content ?? '');
    if ('refused' in answer) throw new Error(answer.refused);
    await takeFile(payers.finance, id, answer.result);
    await takeFile(payers.finance, id, answer.result);
    expect((await step(payers.finance, id, 'reconcile')).body).toMatchObject({ status: 'reconciled' });
    await expectBooksAgree(app, payers.finance);
    const sends = (await payers.finance.call(listBookEntries, { query: { account: 'funds' } })).body.rows;
    expect(sends.map(row => row.credit).filter(account => account === 'funds')).toHaveLength(2);
    expect(await balance('funds')).toBe(5_000_000 - 20_000);
  });

  it('who stops being paid gets one 停发通知书, however often the job is tried', async () => {
    connectGateways({ bank: bankNotConnected });
    const elderId = leaving;
    await app.database.admin.query(
      "update elders set hukou_left_on = '2025-06-02', hukou_in_beijing = false where elder_id = $1",
      [elderId],
    );
    const id = await prepare(app, payers, '2025-07');
    for (const [who, act] of [
      ['checker', 'check'],
      ['maker', 'lock'],
      ['finance', 'authorise'],
    ] as const)
      expect((await step(payers[who], id, act)).status).toBe(200);
    for (const _ of [1, 2]) await toolsOf(app).inArea('110000000000', '出具停发通知书', ctx => issueStops(ctx, id));
    const street = await app.as({ role: 'street', areaCode: '110101001000' });
    const { rows } = (await street.call(listLetters, { query: { elderId } })).body;
    expect(rows).toMatchObject([{ kind: 'stop', issuedBy: '东城区民政局', about: '高龄老年人津贴' }]);
  });
});
