import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCHEMES } from '#contracts/benefits/schemes.ts';
import { BOOK_ACCOUNTS, listBookEntries, readShares, readTrialBalance } from '#contracts/books.ts';
import * as cycles from '#contracts/payments/cycles.ts';
import {
  listPayables,
  ONE_OFF_SCHEMES,
  type OneOffScheme,
  PAID_SCHEMES,
  RELIEF_PAID,
  savePayeeAccount,
} from '#contracts/payments/payables.ts';
import * as recoveries from '#contracts/payments/recoveries.ts';
import { insertApplications } from '#modules/benefits/bulk/index.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../../tests/support/books.ts';
import { buildElder } from '../../../../../tests/support/builders.ts';
import { grantByMonth } from '../../../../../tests/support/grants.ts';
import {
  addAccount,
  type Payers,
  payersOf,
  payMonth,
  prepare,
  step,
  takeFile,
  throughBank,
  toolsOf,
} from '../../../../../tests/support/paying.ts';
import { submitPayable } from './submit-payable.ts';

const DISTRICT = '110101000000';
const HERE = '110101001001';
const ORGANISATION = newId();
const OF_PERSONS: readonly OneOffScheme[] = ['temporaryRelief', 'funeral', 'festivalVisit'];

let app: TestApp;
let payers: Payers;
let elderId: string;
let cycleId: string;

beforeAll(async () => {
  app = await startTestApp();
  payers = await payersOf(app, DISTRICT);
  // 低保, severely disabled and over 80: all three allowances at once.
  const person = {
    areaCode: HERE,
    name: '赵全',
    bornOn: '1940-03-05',
    economicClass: '低保',
    abilityLevel: 3,
  } as const;
  ({ elderId } = await buildElder(app.database, { ...person, disabilities: [{ kind: '肢体', grade: 1 }] }));
  await addAccount(app, { elderId, areaCode: HERE, number: '6217000000005555', holder: '赵全' });
  const by = { accountId: newId(), name: '测试' };
  const granted = { elderId, areaCode: HERE, status: 'granted' as const, appliedOn: '2025-01-09', appliedBy: by };
  const decided = { by, at: '2025-01-10T02:00:00.000Z', note: null };
  const row = (scheme: (typeof SCHEMES)[number]) => ({ ...granted, applicationId: newId(), scheme, decided });
  await insertApplications(app.database.admin, SCHEMES.map(row));
  // The money of a recognition: one household each, none of them twice.
  for (const [at, scheme] of RELIEF_PAID.entries()) {
    const name = `低保${at}`;
    const { elderId: id } = await buildElder(app.database, { areaCode: HERE, name });
    await addAccount(app, { elderId: id, areaCode: HERE, number: `621700000000333${at}`, holder: name });
    await grantByMonth(app, { elderId: id, areaCode: HERE, scheme, fromMonth: '2025-06', fen: 88_000 });
  }
});
afterAll(() => app.stop());

const submit = (scheme: OneOffScheme, amountFen: number) =>
  toolsOf(app).inArea('110000000000', '测试', ctx =>
    submitPayable(ctx, {
      ...{ source: { kind: 'subsidy-statement', id: newId() }, scheme, areaCode: HERE, month: '2025-06', amountFen },
      elderId: OF_PERSONS.includes(scheme) ? elderId : null,
      otherPayeeId: scheme === 'funeral' ? newId() : OF_PERSONS.includes(scheme) ? null : ORGANISATION,
      payeeName: scheme === 'funeral' ? '赵小妹' : OF_PERSONS.includes(scheme) ? '赵全' : '驿站公司',
      sentence: `测试：${scheme}`,
    }),
  );
const payables = async () => (await payers.maker.call(listPayables, { query: { limit: 100 } })).body.rows;
const payable = async (scheme: string) => {
  const found = (await payables()).find(each => each.scheme === scheme);
  if (!found) throw new Error(`no ${scheme}`);
  return found;
};
const ask = async (scheme: string, amountFen?: number) => {
  const lineIds = [(await payable(scheme)).paidLine?.id ?? newId()];
  const body = { lineIds, note: '复核发现不该发', ...(amountFen && { amountFen }) };
  return payers.maker.call(recoveries.openRecovery, { body });
};
const account = { holder: '收款人', number: '6217000000004444', bank: '北京银行', source: '开户许可证' };
const balances = async () => {
  const { rows, checks } = (await payers.finance.call(readTrialBalance, { query: {} })).body;
  return { of: new Map(rows.map(row => [row.account, row.balanceFen])), checks };
};

describe('every kind that is paid', () => {
  it('has its own account, its entries and a record that says the same', async () => {
    for (const [at, scheme] of ONE_OFF_SCHEMES.entries()) await submit(scheme, (at + 1) * 100_000);
    for (const each of await payables())
      if (each.hasOwnAccount) await payers.maker.call(savePayeeAccount, { params: { id: each.id }, body: account });
    cycleId = await payMonth(app, payers, '2025-06');
    await expectBooksAgree(app, payers.finance);
    const { of, checks } = await balances();
    const expenses = PAID_SCHEMES.map(scheme => `expense.${scheme}` as const);
    // Adaptations are paid outside the cycle, by their own voucher.
    expect(BOOK_ACCOUNTS.filter(each => each.startsWith('expense.')).toSorted()).toEqual(
      [...expenses, 'expense.homeAdaptation'].toSorted(),
    );
    for (const name of expenses) {
      expect(of.get(name), name).toBeGreaterThan(0);
      expect(checks.find(each => each.account === name)?.recordsFen, name).toBe(of.get(name));
      const { rows } = (await payers.finance.call(listBookEntries, { query: { account: name } })).body;
      expect(rows, name).toMatchObject([
        { debit: name, credit: 'payable', subject: { kind: 'payment-cycle', id: cycleId } },
      ]);
    }
  });

  it('S3-25.1 says by year how much goes to persons, to organisations for persons, and for beds', async () => {
    const { years } = (await payers.finance.call(readShares, {})).body;
    const { of } = await balances();
    const sum = (schemes: readonly string[]) =>
      schemes.reduce((all, one) => all + (of.get(`expense.${one}` as never) ?? 0), 0);
    const served = sum(['station', 'institutionOperating', 'meal']);
    const bed = sum(['institutionBeds']);
    const person = sum(PAID_SCHEMES) - served - bed;
    const perMille = (fen: number) => Math.round((fen * 1000) / (person + served + bed));
    expect(years).toMatchObject([
      {
        ...{ year: '2025', totalFen: person + served + bed },
        types: [
          { type: 'person', fen: person, perMille: perMille(person) },
          { type: 'served', fen: served, perMille: perMille(served) },
          { type: 'bed', fen: bed, perMille: perMille(bed), schemes: [{ scheme: 'institutionBeds', fen: bed }] },
        ],
      },
    ]);
    expect(bed).toBeGreaterThan(0);
  });

  it.each(ONE_OFF_SCHEMES)('is asked back in part, then in full, never twice: %s', async scheme => {
    const { amountFen, payeeName } = await payable(scheme);
    const part = (await ask(scheme, 30_000)).body;
    expect(part).toMatchObject({ payeeName, scheme, totalFen: 30_000, status: 'open' });
    expect(part.elderId).toBe(OF_PERSONS.includes(scheme) ? elderId : null);
    expect((await ask(scheme, amountFen)).error.code).toBe('payments.more-than-paid');
    expect((await ask(scheme)).body.totalFen).toBe(amountFen - 30_000);
    expect((await ask(scheme)).error.code).toBe('payments.lines-not-paid');
    expect(await payable(scheme)).toMatchObject({
      paidLine: { leftFen: 0 },
      recoveries: [{ balanceFen: 30_000 }, { balanceFen: amountFen - 30_000 }],
    });
    await expectBooksAgree(app, payers.finance);
    expect((await balances()).of.get(`expense.${scheme}`)).toBe(0);
  });
});

describe('an organisation that owes', () => {
  const call = (who: Caller, id: string, amountFen: number) =>
    who.call(recoveries.repayRecovery, { params: { id }, body: { amountFen, note: '转账' } });

  it('repays in instalments, or has it taken from its next subsidy; a line that is dropped is not cut into', async () => {
    const rows = (await payers.maker.call(recoveries.listRecoveries, { query: { status: 'open' } })).body.rows;
    const [owed, ...others] = rows.filter(each => each.payeeName === '驿站公司' && each.scheme === 'station');
    const id = owed?.id ?? '';
    expect(owed).toMatchObject({ elderId: null, balanceFen: 370_000 });
    for (const each of others)
      expect((await call(payers.finance, each.id, each.balanceFen)).body.status).toBe('settled');
    const plan = { instalments: 2, firstOn: '2025-07-01', offsetFen: 90_000 };
    await payers.maker.call(recoveries.planRecovery, { params: { id }, body: plan });
    await submit('station', 80_000);
    await submit('meal', 50_000);
    await submit('temporaryRelief', 40_000);
    const cycle = await prepare(app, payers, '2025-07');
    const lines = async () => {
      const found = await payers.maker.call(cycles.listPaymentLines, { query: { cycleId: cycle, limit: 100 } });
      return found.body.rows.filter(each => each.elderName === '驿站公司' && each.status === 'due');
    };
    const sum = async () => (await lines()).reduce((all, each) => all + each.amountFen, 0);
    expect(await sum()).toBe(40_000);
    // Without the larger subsidy only 50,000 are due: no more than that is taken.
    const large = (await lines()).find(each => each.amountFen === 80_000);
    const drop = { params: { id: large?.id ?? '' }, body: { note: '另行核对' } };
    expect((await payers.checker.call(cycles.dropLine, drop)).status).toBe(200);
    expect((await lines()).map(each => each.amountFen).toSorted((a, b) => a - b)).toEqual([-50_000, 50_000]);
    const result = await throughBank(payers, cycle);
    expect((await payers.maker.call(recoveries.readRecovery, { params: { id } })).body.balanceFen).toBe(320_000);
    await expectBooksAgree(app, payers.finance);
    await takeFile(payers.finance, cycle, result);
    expect((await step(payers.finance, cycle, 'reconcile')).status).toBe(200);
    // What was taken in full has arrived all the same: the decision is done with.
    expect((await payables()).filter(each => each.scheme === 'meal').map(each => each.status)).toEqual([
      'paid',
      'paid',
    ]);
    const person = await payers.maker.call(cycles.listPaymentLines, { query: { cycleId: cycle, elderId } });
    expect(person.body.rows.filter(each => each.kind === 'offset')).toEqual([]);
    await expectBooksAgree(app, payers.finance);
  });
});
