import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as cycles from '#contracts/payments/cycles.ts';
import {
  CHECK_STATUSES,
  CYCLE_STATUSES,
  LINE_STATUSES,
  TRANSFER_FAILURES,
  TRANSFER_STATUSES,
} from '#contracts/payments/lifecycle.ts';
import * as recoveries from '#contracts/payments/recoveries.ts';
import { FINDING_RULES, FINDING_STATUSES, RECOVERY_STATUSES } from '#contracts/payments/recovery-lifecycle.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../../tests/support/books.ts';
import {
  addPaidElder,
  type Payers,
  payersOf,
  payMonth,
  prepare,
  step,
  takeFile,
  throughBank,
} from '../../../../../tests/support/paying.ts';

const DISTRICT = '110101000000';
const HERE = '110101001001';

let app: TestApp;
let payers: Payers;
let street: Caller;
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  payers = await payersOf(app, DISTRICT);
  street = await app.as({ role: 'street', areaCode: '110101001000' });
  for (const [at, name] of ['张一', '李二', '王三'].entries())
    ids[name] = await addPaidElder(app, { name, areaCode: HERE, account: `621700000000777${at}` });
  await payMonth(app, payers, '2025-06');
});
afterAll(() => app.stop());

const sql = (text: string, values: unknown[] = []) => app.database.admin.query(text, values);
const compare = async () => (await payers.maker.call(recoveries.comparePayments, {})).body.found;
const open = async () => (await payers.maker.call(recoveries.listFindings, { query: { status: 'found' } })).body.rows;
const read = async (id: string) => (await payers.maker.call(recoveries.readRecovery, { params: { id } })).body;

async function confirm(rule: string): Promise<string> {
  const row = (await open()).find(each => each.rule === rule);
  if (!row) throw new Error(`no ${rule}`);
  const body = { decision: 'confirm' as const, note: '与公安数据核对一致' };
  const done = await payers.maker.call(recoveries.decideFinding, { params: { id: row.id }, body });
  expect(done.status, JSON.stringify(done.error)).toBe(200);
  return done.body.recoveryId ?? '';
}

describe('疑点和追缴', () => {
  let id: string;

  it('finds who was paid after death and after leaving the city, each once, and nobody else', async () => {
    expect(await compare()).toBe(0);
    await sql("update elders set status = 'deceased', died_on = '2025-05-20' where elder_id = $1", [ids.张一]);
    await sql("update elders set hukou_left_on = '2025-04-02' where elder_id = $1", [ids.李二]);
    expect(await compare()).toBe(2);
    expect(await compare()).toBe(0);
    const rows = await open();
    expect(rows.map(row => [row.rule, row.elderName, row.amountFen]).sort()).toEqual([
      ['dead-yet-paid', '张一', 10_000],
      ['moved-yet-paid', '李二', 10_000],
    ]);
    expect(rows.find(row => row.elderName === '张一')?.sentence).toBe('老人于2025年5月20日去世，次月起不应再发');
  });

  it('asks money back only when a person has confirmed it, and books it', async () => {
    id = await confirm('dead-yet-paid');
    expect(await read(id)).toMatchObject({ status: 'open', totalFen: 10_000, balanceFen: 10_000 });
    const doubt = (await open())[0];
    const silent = await payers.maker.call(recoveries.decideFinding, {
      params: { id: doubt?.id ?? '' },
      body: { decision: 'dismiss', note: '' },
    });
    expect(silent.status).toBe(400);
    await expectBooksAgree(app, payers.finance);
  });

  it('is paid back in instalments, never more than owed', async () => {
    const plan = { instalments: 3, firstOn: '2025-07-01', offsetFen: 0 };
    const planned = await street.call(recoveries.planRecovery, { params: { id }, body: plan });
    expect(planned.body.instalments.map(part => [part.dueOn, part.amountFen])).toEqual([
      ['2025-07-01', 3_334],
      ['2025-08-01', 3_333],
      ['2025-09-01', 3_333],
    ]);
    const repay = (amountFen: number) =>
      street.call(recoveries.repayRecovery, { params: { id }, body: { amountFen, note: '家属转账' } });
    expect((await repay(10_001)).error.code).toBe('payments.more-than-owed');
    const first = await repay(4_000);
    expect(first.body).toMatchObject({ status: 'instalments', balanceFen: 6_000 });
    expect(first.body.instalments.map(part => part.coveredFen)).toEqual([3_334, 666, 0]);
    await expectBooksAgree(app, payers.finance);
  });

  it('is written off by two people, with the balance on the loss account', async () => {
    const call = (who: Caller, action: 'ask-write-off' | 'approve-write-off', note?: string) =>
      who.call(recoveries.writeOffRecovery, { params: { id }, body: { action, ...(note && { note }) } });
    expect((await call(payers.maker, 'ask-write-off')).error.code).toBe('payments.needs-note');
    expect((await call(payers.maker, 'ask-write-off', '家属失联')).body.status).toBe('write-off-asked');
    const own = sql('update payment_recoveries set write_off_approved_by = write_off_asked_by where recovery_id = $1', [
      id,
    ]);
    await expect(own).rejects.toThrow(/payment_recoveries_write_off/);
    expect((await call(payers.maker, 'approve-write-off')).error.message).toBe('核销由您申请，不能由您决定');
    expect((await call(payers.finance, 'approve-write-off')).body).toMatchObject({
      status: 'written-off',
      balanceFen: 0,
    });
    await expectBooksAgree(app, payers.finance);
  });

  it('is offset from later payments; what the bank returns is owed again', async () => {
    await sql('update elders set hukou_left_on = null where elder_id = $1', [ids.李二]);
    const owed = await confirm('moved-yet-paid');
    const plan = { instalments: 2, firstOn: '2025-07-01', offsetFen: 4_000 };
    await payers.maker.call(recoveries.planRecovery, { params: { id: owed }, body: plan });
    const cycle = await prepare(app, payers, '2025-07');
    const lines = await payers.maker.call(cycles.listPaymentLines, { query: { cycleId: cycle, elderId: ids.李二! } });
    expect(lines.body.totalFen).toBe(6_000);
    // The bank finds the account closed: the file is answered with a failure for this one person.
    const result = await throughBank(payers, cycle);
    expect(await read(owed)).toMatchObject({ balanceFen: 6_000 });
    await expectBooksAgree(app, payers.finance);
    const { rows } = await sql('select number from payment_transfers where cycle_id = $1 and elder_id = $2', [
      cycle,
      ids.李二,
    ]);
    const failed = await refuseOne(result, rows[0].number);
    expect((await takeFile(payers.finance, cycle, failed)).body.result).toMatchObject({ failed: 1 });
    expect(await read(owed)).toMatchObject({ balanceFen: 10_000, status: 'instalments' });
    await expectBooksAgree(app, payers.finance);
    expect((await step(payers.finance, cycle, 'reconcile')).status).toBe(200);
    await expectBooksAgree(app, payers.finance);
  });

  it('finds one person in two files paid by two districts, and institution money beside the care allowance', async () => {
    const other = '110102000000';
    const twin = await addPaidElder(app, { name: '王三', areaCode: '110102001001', account: '6217000000007772' });
    await payMonth(app, await payersOf(app, other), '2025-07');
    expect(await compare()).toBe(1);
    const west = await app.as({ role: 'district', areaCode: other });
    const found = await west.call(recoveries.listFindings, { query: { status: 'found' } });
    expect(found.body.rows).toMatchObject([{ rule: 'two-districts', elderId: twin }]);
    await sql("update payment_lines set scheme = 'care' where elder_id = $1", [ids.王三]);
    await sql(
      `insert into benefit_facts (elder_id, area_code, other_benefits, source, updated_at, updated_by)
       values ($1, $2, '[{"code":"institution-placement-subsidy","amountFen":null}]', '测试', '2025-05-10T00:00:00Z', '测试')`,
      [ids.王三, HERE],
    );
    await compare();
    expect((await open()).map(row => row.rule)).toContain('institution-and-home');
  });

  it('shows neither findings nor recoveries to another district', async () => {
    const elsewhere = await app.as({ role: 'district', areaCode: '110105000000' });
    expect((await elsewhere.call(recoveries.listFindings, { query: {} })).body.rows).toEqual([]);
    expect((await elsewhere.call(recoveries.readRecovery, { params: { id } })).status).toBe(404);
  });
});

/** The bank's answer with one transfer refused, and its checksum made anew. */
async function refuseOne(result: string, number: string): Promise<string> {
  const { sm3 } = await import('#gateways/bank/payment-file.ts');
  const body = result
    .slice(0, result.lastIndexOf('\nT|') + 1)
    .replace(`D|${number}|P||`, `D|${number}|F|01|账户已销户`);
  return `${body}T|${body.trimEnd().split('\n').length - 1}|${sm3(body)}\n`;
}

it('keeps the statuses of the contract and of the CHECK constraints the same', async () => {
  const wanted = {
    payment_cycles_status_check: CYCLE_STATUSES,
    payment_lines_status_check: LINE_STATUSES,
    payment_transfers_status_check: TRANSFER_STATUSES,
    payment_transfers_failure_check: TRANSFER_FAILURES,
    payment_checks_status_check: CHECK_STATUSES,
    payment_findings_rule_check: FINDING_RULES,
    payment_findings_status_check: FINDING_STATUSES,
    payment_recoveries_status_check: RECOVERY_STATUSES,
  };
  for (const [name, statuses] of Object.entries(wanted)) {
    const { rows } = await sql('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [
      name,
    ]);
    const found = [...(rows[0]?.text.matchAll(/'([^']+)'/g) ?? [])].map(match => match[1]);
    expect(found, name).toEqual([...statuses]);
  }
});
