import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as cycles from '#contracts/payments/cycles.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../../tests/support/books.ts';
import {
  addPaidElder,
  type Payers,
  payersOf,
  prepare,
  step,
  takeFile,
  throughBank,
  toolsOf,
} from '../../../../../tests/support/paying.ts';
import { runPrepare } from './prepare-cycle.ts';

const DISTRICT = '110101000000';
const HERE = '110101001001';
const ELSEWHERE = '110102001001';

let app: TestApp;
let payers: Payers;
let maker: Caller;
let checker: Caller;
let finance: Caller;
let street: Caller;
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp();
  payers = await payersOf(app, DISTRICT);
  ({ maker, checker, finance } = payers);
  street = await app.as({ role: 'street', areaCode: '110101001000' });
  for (const [name, areaCode, account] of [
    ['张一', HERE, '6217000000008888'],
    ['李二', HERE, '6217000000000000'],
    ['王三', ELSEWHERE, '6217000000007777'],
    ['赵四', HERE, null],
  ] as const) {
    ids[name] = await addPaidElder(app, { name, areaCode, ...(account && { account }) });
  }
  await app.database.admin.query('update elders set hukou_area_code = $2 where elder_id = $1', [ids.王三, HERE]);
});
afterAll(() => app.stop());

const read = async (id: string) => (await finance.call(cycles.readCycle, { params: { id } })).body;
const take = (id: string, content: string) => takeFile(finance, id, content);
const booksAgree = () => expectBooksAgree(app, finance);

describe('一个月的发放', () => {
  let id: string;
  let result: string;

  it('is prepared for the 户籍 of the district, people living elsewhere included; who has no account waits', async () => {
    id = await prepare(app, payers, '2025-06');
    const cycle = await read(id);
    expect(cycle).toMatchObject({
      status: 'draft',
      people: 3,
      totalFen: 30_000,
      payBy: '2025-05-31',
      floorMonth: '2025-06',
    });
    expect(cycle.held).toEqual({ count: 1, fen: 10_000 });
    expect(cycle.byCause).toEqual([{ cause: 'new', count: 3, fen: 30_000 }]);
    const lines = await street.call(cycles.listPaymentLines, { query: { status: 'held' } });
    expect(lines.body.rows).toMatchObject([{ elderName: '赵四', statusReason: '没有登记收款账户' }]);
    expect((await maker.call(cycles.prepareCycle, { body: { month: '2025-07' } })).error.code).toBe(
      'payments.cycle-open',
    );
    await booksAgree();
  });

  it('takes three people: maker, checker and authoriser, in words and in the table', async () => {
    const own = await step(maker, id, 'check');
    expect(own.error).toMatchObject({ code: 'payments.same-person', message: '这个批次由您编制，不能由您复核' });
    expect((await step(maker, id, 'authorise')).error.code).toBe('platform.wrong-state');
    expect((await step(checker, id, 'return')).error.code).toBe('payments.needs-note');
    await step(checker, id, 'check');
    await step(maker, id, 'lock');
    expect((await step(checker, id, 'authorise')).error.message).toContain('资金管理');
    const { rows } = await app.database.admin.query<{ prepared_by: string }>('select prepared_by from payment_cycles');
    for (const column of ['checked_by', 'authorised_by']) {
      const forced = app.database.admin.query(`update payment_cycles set ${column} = $1`, [rows[0]!.prepared_by]);
      await expect(forced).rejects.toThrow(/payment_cycles_(checker|authoriser)/);
    }
  });

  it('goes back with a reason before it is authorised, and nothing of it is left over', async () => {
    expect((await step(finance, id, 'return：名单有误')).body.status).toBe('preparing');
    await runPrepare(toolsOf(app), id);
    const { rows } = await app.database.admin.query('select count(*)::int as n from payment_transfers');
    expect(rows).toEqual([{ n: 0 }]);
    expect(await read(id)).toMatchObject({ status: 'draft', people: 3, totalFen: 30_000, checkedBy: null, file: null });
  });

  it('goes to the bank and comes back; what failed returns to the street with its reason', async () => {
    result = await throughBank(payers, id);
    await booksAgree();
    const sent = await read(id);
    expect(sent.reconciliation).toMatchObject({ sent: { count: 3, fen: 30_000 }, waiting: { count: 3 } });
    expect((await step(finance, id, 'reconcile')).error.code).toBe('platform.wrong-state');
    const taken = await take(id, result);
    expect(taken.body).toMatchObject({ again: false, result: { rows: 3, paid: 2, failed: 1, problems: [] } });
    expect(taken.body.cycle).toMatchObject({
      status: 'answered',
      reconciliation: { paid: { fen: 20_000 }, failed: { fen: 10_000 } },
    });
    const failed = await street.call(cycles.listPaymentLines, { query: { status: 'failed' } });
    expect(failed.body.rows).toMatchObject([{ elderName: '李二', statusReason: '账户已销户' }]);
    const { rows } = await app.database.admin.query(
      "select title from due_items where closed_at is null and kind_label = '改账户'",
    );
    expect(rows).toEqual([{ title: '李二2025年6月的补贴 100 元没有发到' }]);
    await booksAgree();
  });

  it('takes the same result twice without any change, and uses nothing of a broken file', async () => {
    const before = await everything();
    expect((await take(id, result)).body.again).toBe(true);
    expect(await everything()).toEqual(before);
    for (const broken of [result.slice(0, -20), result.replace('|P|', '|F|'), 'abc', result.replace('R|', 'X|')]) {
      const answer = await take(id, broken);
      expect(answer.error.code).toBe('payments.not-a-result-file');
    }
    expect((await take(id, '')).error.message).toContain('空的');
    expect(await everything()).toEqual(before);
  });

  it('is reconciled, and recipients are drawn with a seed that draws the same people again', async () => {
    expect((await step(finance, id, 'reconcile')).body.status).toBe('reconciled');
    const drawn = await maker.call(cycles.drawChecks, { params: { id }, body: { count: 1, seed: '2025-06-开奖' } });
    expect(drawn.body).toMatchObject({ checkSeed: '2025-06-开奖', checks: [{ status: 'drawn', draw: 1 }] });
    const { rows } = await app.database.admin.query<{ elder_id: string }>(
      `select elder_id from payment_transfers where status = 'paid' order by sha256(convert_to('2025-06-开奖' || number, 'UTF8')) limit 1`,
    );
    expect(drawn.body.checks[0]?.elderId).toBe(rows[0]?.elder_id);
    expect((await maker.call(cycles.drawChecks, { params: { id }, body: { count: 1 } })).error.code).toBe(
      'payments.already-drawn',
    );
    const check = drawn.body.checks[0]!.id;
    const silent = await maker.call(cycles.answerCheck, { params: { id: check }, body: { status: 'not-received' } });
    expect(silent.error.code).toBe('payments.needs-note');
    const said = await maker.call(cycles.answerCheck, { params: { id: check }, body: { status: 'received' } });
    expect(said.body).toMatchObject({ status: 'received', answeredBy: '编制员' });
  });

  it('pays the next month, the returned and the late ones of this, each once', async () => {
    const body = {
      kind: 'elder-card',
      number: '6217 0000 0000 5555',
      holder: '李二',
      bank: '北京银行',
      source: '本人持卡核对',
    } as const;
    const saved = await street.call(cycles.saveAccount, { params: { elderId: ids.李二! }, body });
    expect(saved.body).toMatchObject({ lastFour: '5555', fault: null });
    const { rows: open } = await app.database.admin.query(
      "select 1 from due_items where closed_at is null and kind_label = '改账户'",
    );
    expect(open).toEqual([]);
    await addPaidElder(app, { name: '孙五', areaCode: HERE, account: '6217000000004444', appliedOn: '2025-06-18' });
    await app.database.admin.query(
      "update elders set status = 'deceased', died_on = '2025-06-03' where elder_id = $1",
      [ids.王三],
    );
    const next = await prepare(app, payers, '2025-07');
    const cycle = await read(next);
    expect(cycle.byCause).toEqual([
      { cause: 'late', count: 1, fen: 10_000 },
      { cause: 'new', count: 1, fen: 10_000 },
      { cause: 'returned', count: 1, fen: 10_000 },
      { cause: 'same', count: 2, fen: 20_000 },
    ]);
    const stops = await maker.call(cycles.listStops, { params: { id: next }, query: {} });
    expect(stops.body.rows).toMatchObject([
      { elderName: '王三', formerFen: 10_000, reason: expect.stringContaining('去世') },
    ]);
    await take(next, await throughBank(payers, next));
    await booksAgree();
    expect((await step(finance, next, 'reconcile')).body.status).toBe('reconciled');
    const twice = await app.database.admin.query(
      `select elder_id, scheme, month, sum(amount_fen) from payment_lines where status in ('sent', 'paid') and kind <> 'offset'
       group by 1, 2, 3 having sum(amount_fen) > 10000`,
    );
    expect(twice.rows).toEqual([]);
    const family = await app.as({ role: 'family', areaCode: HERE, elderId: ids.李二! });
    const mine = await family.call(cycles.readMyReceived, {});
    expect(mine.body.months.map(each => [each.month, each.status, each.totalFen])).toEqual([
      ['2025-07', 'paid', 20_000],
      ['2025-06', 'failed', 10_000],
    ]);
    expect(JSON.stringify(mine.body)).not.toContain('6217');
  });

  it('has nobody’s account number in clear in any table', async () => {
    const { rows } = await app.database.admin.query<{ table: string }>(
      "select relname as table from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
    );
    for (const { table } of rows) {
      const { rowCount } = await app.database.admin.query(
        `select 1 from ${table} t where t::text like '%62170000%' limit 1`,
      );
      expect(rowCount, table).toBe(0);
    }
  });
});

const KEPT = [
  ...['payment_transfers', 'payment_lines', 'payment_results', 'payment_accounts', 'book_entries', 'due_items'],
  'payment_cycles',
];

/** Everything that a repeated result must leave as it is. */
async function everything() {
  const parts: unknown[] = [];
  for (const table of KEPT) parts.push((await app.database.admin.query(`select * from ${table} order by 1, 2`)).rows);
  return JSON.parse(JSON.stringify(parts));
}
