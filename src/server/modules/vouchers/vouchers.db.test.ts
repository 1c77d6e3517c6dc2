import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readShares } from '#contracts/books.ts';
import type { DomainEvent } from '#contracts/events.ts';
import * as orders from '#contracts/orders.ts';
import { listPayables, savePayeeAccount } from '#contracts/payments/payables.ts';
import { listSettleLines } from '#contracts/payments.ts';
import * as life from '#contracts/voucher-lifecycle.ts';
import * as contract from '#contracts/vouchers.ts';
import { loadAreas } from '#modules/areas/index.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { correctRecord } from '#modules/orders/index.ts';
import { publish } from '#platform/outbox/publish.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../tests/support/books.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { addRow } from '../../../../tests/support/fill-tables.ts';
import { type Payers, payersOf, payMonth, toolsOf } from '../../../../tests/support/paying.ts';
import { BATHING, buildCarer, buildFirm, buildItem, type Carer } from '../../../../tests/support/supply.ts';
import { issueVouchers } from '../letters/issue-vouchers.ts';
import { runReminders } from './remind.ts';

const TODAY = '2025-06-20';
const DISTRICT = '110115000000';
const THERE = '110102001004';
let app: TestApp;
let maker: Caller;
let checker: Caller;
let street: Caller;
let payers: Payers;
const carers: Carer[] = [];
const people: Record<string, NewElder> = {};
let schemeId: string;

beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  await buildItem(app.database, { ltc_fen: 0, subsidy_fen: 0, payer_order: ['ltc', 'subsidy', 'voucher', 'self'] });
  for (const name of ['大兴颐康养老服务有限公司', '大兴安泰居家养老有限公司'])
    carers.push(
      await buildCarer(app.database, await buildFirm(app.database, { name }), { name: `${name.slice(2, 4)}护理员` }),
    );
  maker = await app.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
  checker = await app.as({ role: 'district', areaCode: DISTRICT, name: '吴副科长' });
  street = await app.as({ role: 'street', areaCode: `${COMMUNITY.slice(0, 9)}000`, name: '陈岚' });
  payers = await payersOf(app, DISTRICT);
  for (const [name, given] of [
    ['两家', { abilityLevel: 3 }],
    ['同时', { abilityLevel: 2 }],
    ['更正', { abilityLevel: 4 }],
    ['去世', { abilityLevel: 3 }],
    ['迁走', { abilityLevel: 3 }],
    ['划去', { abilityLevel: 3 }],
    ['过期', { abilityLevel: 3, abilityValidTo: '2025-05-31' }],
    ['轻度', { abilityLevel: 1 }],
    ['外区', { abilityLevel: 3, areaCode: THERE }],
  ] as const)
    people[name] = await buildElder(app.database, { name, abilityValidTo: '2026-05-19', ...given });
});
afterAll(() => app.stop());

const one = (name: string): NewElder => people[name] ?? expect.fail(name);
const form = {
  ...{ name: '失能老年人居家服务券', valueFen: 10_000, period: 'month' as const, items: [BATHING] },
  rule: { minAge: null, abilityLevels: [2, 3, 4], economicClasses: [], tags: [] },
  ...{ validFrom: '2025-06-01', validTo: '2025-12-31', basis: '大兴区试点方案，局长办公会第6次' },
};
const make = (who: Caller, body: object = {}) => who.call(contract.makeVoucherScheme, { body: { ...form, ...body } });
const stepScheme = (who: Caller, action: 'check' | 'stop' | 'discard') =>
  who.call(contract.stepVoucherScheme, { params: { id: schemeId }, body: { action } });
const list = (who: Caller, month = '2025-06') =>
  who.call(contract.makeVoucherIssue, { params: { id: schemeId }, body: { month } });
const check = (who: Caller, id: string) =>
  who.call(contract.stepVoucherIssue, { params: { id }, body: { action: 'check' } });
const holders = async (query: object = {}) =>
  (await maker.call(contract.listVouchers, { query: query as never })).body.rows;
const held = async (name: string) =>
  (await street.call(contract.readElderVouchers, { params: { elderId: one(name).elderId } })).body;
const tell = (event: DomainEvent) => toolsOf(app).inArea('110000000000', '测试', ctx => publish(ctx, event));

/** A bath by one of the two firms, up to the record; confirmed by the family unless asked otherwise. */
async function bathed(name: string, carer: Carer | undefined, confirms = true) {
  const { elderId, areaCode } = one(name);
  const family = await app.as({ role: 'family', areaCode, elderId, name: '女儿' });
  const made = await family.call(orders.createOrder, { body: { elderId, itemCode: BATHING, wantedOn: TODAY } });
  expect(made.error.message ?? made.status).toBe(200);
  const at = { params: { id: made.body.id } };
  const sent = await street.call(orders.dispatchOrder, { ...at, body: { caregiverId: carer?.caregiverId ?? '' } });
  expect(sent.error.message ?? sent.status).toBe(200);
  const { accountId = '', providerId = '' } = carer ?? {};
  const hands = await app.as({ role: 'caregiver', areaCode: DISTRICT, accountId, organisationId: providerId });
  await hands.call(orders.acceptOrder, at);
  await hands.call(orders.checkIn, { ...at, body: {} });
  const done = await hands.call(orders.writeRecord, {
    ...at,
    body: { itemsDone: ['备水'], measurements: { pulse: 70 } },
  });
  const confirm = () => family.call(orders.confirmOrder, { ...at, body: {} });
  const recordId = done.body.records[0]?.id ?? '';
  return {
    id: made.body.id,
    shown: made.body.voucherFen,
    recordId,
    confirm,
    answer: confirms ? (await confirm()).body : null,
  };
}
const linesOf = async (orderId: string) =>
  (await maker.call(listSettleLines, { query: { orderId } })).body.rows.map(row => [row.voucherFen, row.selfFen]);

test('S3-25.1 a scheme is the district’s configuration and an issue a list by its rule: each checked by another person, nobody twice for a period', async () => {
  const nobody = { ...form.rule, abilityLevels: [] };
  expect((await make(maker, { rule: nobody })).error.message).toBe('请至少写一条发给谁');
  expect((await make(maker, { items: ['nothing'] })).error.code).toBe('catalogue.not-in-use');
  const made = (await make(maker)).body;
  schemeId = made.id;
  // No document gives the value: it says so wherever it is shown.
  expect(made).toMatchObject({ status: 'draft', confidence: 'designDefault', areaCode: DISTRICT });
  expect((await make(maker, { documentNumber: '兴民发〔2025〕3号' })).body.confidence).toBe('found');
  expect((await list(maker)).error.code).toBe('platform.wrong-state');
  expect((await stepScheme(maker, 'check')).error.code).toBe('vouchers.same-person');
  expect((await stepScheme(checker, 'check')).body).toMatchObject({
    status: 'active',
    periods: ['2025-06', '2025-07'],
  });

  expect((await list(maker, '2025-05')).error.fields?.month).toContain('本月和下月');
  const both = await Promise.all([list(maker), list(checker)]);
  expect(both.map(each => each.status).sort()).toEqual([200, 409]);
  expect(both.find(each => each.status === 409)?.error.code).toBe('vouchers.draft-open');
  const issue = both.find(each => each.status === 200)?.body ?? expect.fail('no list');
  const [first, second] = issue.madeBy === '周科长' ? [maker, checker] : [checker, maker];
  const listed = await holders({ issueId: issue.id });
  expect(Object.fromEntries(listed.map(row => [row.elderName, row.because]))).toEqual({
    ...{ 两家: '重度失能', 同时: '中度失能', 更正: '完全失能', 去世: '重度失能', 迁走: '重度失能', 划去: '重度失能' },
  });
  // Nothing is the person's before the check.
  expect(await held('两家')).toMatchObject({ balanceFen: 0, vouchers: [] });
  const off = { params: { id: listed.find(row => row.elderName === '划去')?.id ?? '' }, body: { note: '住养老机构' } };
  expect((await first.call(contract.endVoucher, off)).body.status).toBe('removed');
  expect((await check(first, issue.id)).error.code).toBe('vouchers.same-person');
  expect((await check(second, issue.id)).body).toMatchObject({ status: 'issued', people: 5, totalFen: 50_000 });
  expect((await check(second, issue.id)).error.code).toBe('platform.wrong-state');

  // Again: only who is new; who was taken off by hand stays off.
  expect((await list(maker)).error.code).toBe('vouchers.nobody');
  people.后来 = await buildElder(app.database, { name: '后来', abilityLevel: 3, abilityValidTo: '2026-05-19' });
  const later = (await list(maker)).body;
  expect(later).toMatchObject({ people: 1, totalFen: 10_000 });
  expect((await check(checker, later.id)).body.people).toBe(1);
  expect((await held('两家')).vouchers).toMatchObject([
    { valueFen: 10_000, state: 'usable', validFrom: '2025-06-01', validTo: '2025-06-30', confidence: 'designDefault' },
  ]);
});

test('S3-25.1 the same voucher pays at two different providers, never more than its balance; who may see it', async () => {
  const before = await held('两家');
  expect(before).toMatchObject({ balanceFen: 10_000 });
  expect(before.places.map(place => place.name).sort()).toEqual([
    '大兴安泰居家养老有限公司',
    '大兴颐康养老服务有限公司',
  ]);
  const first = await bathed('两家', carers[0]);
  expect(first.answer).toMatchObject({ voucherFen: 8_000, selfFen: 0 });
  const second = await bathed('两家', carers[1]);
  expect([second.shown, second.answer?.voucherFen, second.answer?.selfFen]).toEqual([2_000, 2_000, 6_000]);
  const third = await bathed('两家', carers[1]);
  expect(third.answer).toMatchObject({ voucherFen: 0, selfFen: 8_000 });
  expect(await linesOf(second.id)).toEqual([[2_000, 6_000]]);
  const { elderId } = one('两家');
  const elder = await app.as({ role: 'elder', areaCode: COMMUNITY, elderId });
  const mine = (await elder.call(contract.readMyVouchers, {})).body;
  expect(mine).toMatchObject({ balanceFen: 0, vouchers: [{ state: 'used-up' }] });
  expect(mine.redemptions.map(row => [row.providerName.slice(2, 4), row.servedOn, row.amountFen])).toEqual([
    ['安泰', TODAY, 2_000],
    ['颐康', TODAY, 8_000],
  ]);

  const used = { query: {} };
  for (const [carer, fen] of [
    [carers[0], 8_000],
    [carers[1], 2_000],
  ] as const) {
    const firm = await app.as({ role: 'provider', areaCode: DISTRICT, organisationId: carer?.providerId ?? '' });
    expect((await firm.call(contract.listVoucherRedemptions, used)).body).toMatchObject({ total: 1, totalFen: fen });
    expect((await firm.call(contract.readElderVouchers, { params: { elderId } })).status).toBe(403);
  }
  const elsewhere = await app.as({ role: 'district', areaCode: '110102000000' });
  expect((await elsewhere.call(contract.readVoucherScheme, { params: { id: schemeId } })).status).toBe(404);
  expect((await elsewhere.call(contract.listVoucherRedemptions, used)).body.total).toBe(0);
  expect((await elsewhere.call(contract.readElderVouchers, { params: { elderId } })).status).toBe(404);
  const withheld = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: one('轻度').elderId, agreed: false });
  expect((await withheld.call(contract.readMyVouchers, {})).error.code).toBe('consents.family-withheld');
});

test('S3-25.1 two orders confirmed at the same moment spend a voucher once: the second gets what the first has left', async () => {
  const waiting = [await bathed('同时', carers[0], false), await bathed('同时', carers[1], false)];
  // Another connection holds the voucher until both confirmations, on connections of their own, wait for it.
  const holder = new pg.Client({ connectionString: app.database.adminUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from vouchers where elder_id = $1 for update', [one('同时').elderId]);
  const answers = Promise.all(waiting.map(each => each.confirm()));
  for (let waiters = 0, asked = 0; waiters < 2; asked++) {
    expect(asked, 'both must wait for the voucher').toBeLessThan(5_000);
    const { rows } = await app.database.admin.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    waiters = rows[0]?.n ?? 0;
  }
  await holder.query('commit');
  await holder.end();
  expect((await answers).map(each => [each.status, each.body.voucherFen]).sort()).toEqual([
    [200, 2_000],
    [200, 8_000],
  ]);
  expect((await held('同时')).vouchers[0]?.balanceFen).toBe(0);
});

describe('S3-25.1 what was wrong is given back by a record of its own', () => {
  test('no service, less service, another day; nothing on a day in hospital', async () => {
    const made = await bathed('更正', carers[0]);
    const asOffice = (recordId: string, changes: Parameters<typeof correctRecord>[2]) =>
      toolsOf(app).inArea(DISTRICT, '测试', ctx => correctRecord(ctx, recordId, changes));
    const { recordId } = await asOffice(made.recordId, {
      reason: '只洗了一半',
      owedShare: { found: 30, recorded: 60 },
    });
    expect(await linesOf(made.id)).toEqual(
      expect.arrayContaining([
        [8_000, 0],
        [-8_000, 0],
        [4_000, 0],
      ]),
    );
    expect((await held('更正')).balanceFen).toBe(6_000);
    await asOffice(recordId, { reason: '没有上门', chargeable: false });
    const after = await held('更正');
    expect(after.balanceFen).toBe(10_000);
    expect(after.redemptions.map(row => row.amountFen).sort((a, b) => a - b)).toEqual([-8_000, -4_000, 4_000, 8_000]);
    expect(after.redemptions.find(row => row.amountFen === -4_000)).toMatchObject({
      kind: 'return',
      reason: '退回：没有上门',
    });

    const away = await bathed('后来', carers[0], false);
    await addRow(app.database.admin, 'home_care_bed_pauses', { elderId: one('后来').elderId, areaCode: COMMUNITY });
    expect((await away.confirm()).body).toMatchObject({ status: 'confirmed', voucherFen: 0, selfFen: 8_000 });
    expect(await linesOf(away.id)).toEqual([]);
    expect((await held('后来')).balanceFen).toBe(10_000);
  });

  test('an expired voucher pays nothing and says so', async () => {
    const { admin } = app.database;
    await admin.query("update vouchers set valid_to = '2025-06-19' where elder_id = $1", [one('更正').elderId]);
    const late = await bathed('更正', carers[0]);
    expect(late.answer).toMatchObject({ voucherFen: 0, selfFen: 8_000 });
    expect(await held('更正')).toMatchObject({ balanceFen: 0, vouchers: [{ state: 'expired', balanceFen: 10_000 }] });
  });
});

test('S3-25.1 a death stops it, the service before that day is still paid; a move to another district replaces it; both are taken back', async () => {
  const before = await bathed('去世', carers[0], false);
  const died = { elderId: one('去世').elderId, areaCode: COMMUNITY };
  await tell({ name: 'elder.died', ...died, diedOn: TODAY });
  expect((await held('去世')).vouchers).toMatchObject([{ state: 'stopped', note: '老人已去世', balanceFen: 10_000 }]);
  expect((await before.confirm()).body.voucherFen).toBe(8_000);
  await tell({ name: 'elder.restored', ...died, after: 'death', stoppedOn: TODAY });
  expect(await held('去世')).toMatchObject({ balanceFen: 2_000 });

  const west = await app.as({ role: 'district', areaCode: '110102000000', name: '西城周科长' });
  const other = await app.as({ role: 'district', areaCode: '110102000000', name: '西城吴科长' });
  const there = (await make(west, { name: '西城服务券' })).body.id;
  await other.call(contract.stepVoucherScheme, { params: { id: there }, body: { action: 'check' } });
  const { elderId } = one('迁走');
  const move = (fromArea: string, areaCode: string) =>
    tell({ name: 'elder.moved', elderId, fromArea, areaCode, movedOn: TODAY });
  await app.database.admin.query('update elders set area_code = $2 where elder_id = $1', [elderId, THERE]);
  await move(COMMUNITY, THERE);
  const moved = (await west.call(contract.readElderVouchers, { params: { elderId } })).body;
  expect(moved.vouchers).toMatchObject([{ state: 'stopped', payerName: '大兴区' }]);
  const { rows: owed } = await app.database.admin.query(
    'select title, area_code from due_items where subject_id = $1 and closed_at is null',
    [there],
  );
  expect(owed).toEqual([{ title: '迁入的老人补发西城服务券', area_code: '110102000000' }]);
  await app.database.admin.query('update elders set area_code = $2 where elder_id = $1', [elderId, COMMUNITY]);
  await move(THERE, COMMUNITY);
  expect(await held('迁走')).toMatchObject({ balanceFen: 10_000, vouchers: [{ state: 'usable' }] });
});

test('S3-25.1 what providers redeemed goes through the cycle to each of them, the books say the same, and the report counts it as money to persons', async () => {
  const scheme = (await maker.call(contract.readVoucherScheme, { params: { id: schemeId } })).body;
  expect(scheme.sums).toMatchObject({ people: 6, issuedFen: 60_000, providers: 2 });
  await expectBooksAgree(app, payers.finance);
  const { open } = (await maker.call(contract.listVoucherStatements, { query: {} })).body;
  expect(open.reduce((sum, row) => sum + row.amountFen, 0)).toBe(scheme.sums.redeemedFen);
  const settle = () => maker.call(contract.makeVoucherStatements, { body: { month: '2025-06' } });
  const twice = await Promise.all([settle(), settle()]);
  expect(twice.map(each => each.status).sort()).toEqual([200, 409]);
  expect(twice.find(each => each.status === 200)?.body).toEqual({ statements: 2, amountFen: scheme.sums.redeemedFen });
  const payables = (await maker.call(listPayables, { query: { scheme: 'voucher' } })).body;
  expect(payables).toMatchObject({ total: 2, totalFen: scheme.sums.redeemedFen });
  const account = { number: '6217000000004444', bank: '北京银行', source: '开户许可证' };
  for (const { id, payeeName } of payables.rows)
    await maker.call(savePayeeAccount, { params: { id }, body: { ...account, holder: payeeName } });
  await payMonth(app, payers, '2025-06');
  const { rows } = (await maker.call(contract.listVoucherStatements, { query: {} })).body;
  expect(rows.map(row => [row.status, row.paidOn])).toEqual([
    ['paid', TODAY],
    ['paid', TODAY],
  ]);
  await expectBooksAgree(app, payers.finance);
  const { years } = (await payers.finance.call(readShares, {})).body;
  expect(years[0]?.types.find(each => each.type === 'person')?.schemes).toEqual([
    { scheme: 'voucher', fen: scheme.sums.redeemedFen },
  ]);

  // Corrected after it was paid: taken off what the provider redeems next.
  const { rows: spent } = await app.database.admin.query<{ record_id: string }>(
    'select record_id from voucher_redemptions where elder_id = $1 and amount_fen = 8000',
    [one('两家').elderId],
  );
  const record = spent[0]?.record_id ?? '';
  await toolsOf(app).inArea(DISTRICT, '测试', ctx =>
    correctRecord(ctx, record, { reason: '没有上门', chargeable: false }),
  );
  expect((await maker.call(contract.listVoucherStatements, { query: {} })).body.open).toMatchObject([
    { amountFen: -8_000 },
  ]);
  expect((await settle()).error.code).toBe('vouchers.nothing-to-settle');
  await expectBooksAgree(app, payers.finance);
});

test('statuses of the contract and of the CHECK constraints are the same', async () => {
  for (const [name, values] of [
    ['voucher_schemes_status_check', life.VOUCHER_SCHEME_STATUSES],
    ['voucher_schemes_period_check', life.VOUCHER_PERIODS],
    ['voucher_issues_status_check', life.VOUCHER_ISSUE_STATUSES],
    ['vouchers_status_check', life.VOUCHER_STATUSES],
    ['voucher_redemptions_kind_check', life.REDEMPTION_KINDS],
    ['voucher_statements_status_check', life.VOUCHER_STATEMENT_STATUSES],
  ] as const) {
    const { rows } = await app.database.admin.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [name],
    );
    const named = [...(rows[0]?.text ?? '').matchAll(/'([^']+)'::text/g)].map(found => found[1]);
    expect(named, name).toEqual([...values]);
  }
});

test('S3-25.1 who got a voucher is told once on paper, by message or on the call list; again before it runs out, and when it is stopped', async () => {
  const { issues } = (await maker.call(contract.readVoucherScheme, { params: { id: schemeId } })).body;
  const [issue] = issues.toSorted((a, b) => b.people - a.people);
  const issueId = issue?.id ?? '';
  const given = (await holders({ issueId, status: 'active' })) as contract.Voucher[];
  expect(given.length).toBeGreaterThan(1);
  const told = async (kind: 'found' | 'stop') =>
    (
      await app.database.admin.query(
        "select elder_id, subject_id, version, receivers, paper, reason from letters where subject_kind = 'voucher' and kind = $1 order by version",
        [kind],
      )
    ).rows;
  for (const _ of [1, 2]) await issueVouchers(toolsOf(app), { issueId });
  const letters = await told('found');
  expect(letters.map(each => each.subject_id).toSorted()).toEqual(given.map(each => each.id).toSorted());
  const said = (paper: { facts: { label: string; value: string }[] }) =>
    Object.fromEntries(paper.facts.map(each => [each.label, each.value]));
  const [first] = letters;
  expect(said(first.paper)).toMatchObject({ 服务券: form.name, 面值: '100元', 可以买: expect.any(String) });
  // Nobody of them has an account: each stands on the call list once, whatever number of papers there is to tell.
  const { rows: calls } = await app.database.admin.query(
    "select elder_id from letter_tellings where status in ('waiting', 'visiting') and elder_id = any($1)",
    [letters.filter(each => each.receivers === 0).map(each => each.elder_id)],
  );
  expect(new Set(calls.map(each => each.elder_id)).size).toBe(calls.length);
  expect(calls.length).toBe(letters.filter(each => each.receivers === 0).length);

  const spare = given.find(each => each.balanceFen > 0)!;
  await app.database.admin.query("update vouchers set valid_to = '2025-06-26' where voucher_id = $1", [spare.id]);
  for (const _ of [1, 2]) await runReminders(toolsOf(app));
  const again = (await told('found')).filter(each => each.version > 1);
  expect(again).toMatchObject([{ subject_id: spare.id, reason: '快到期，还没有用完' }]);
  expect(said(again[0].paper)).toMatchObject({ 什么时候用: expect.stringContaining('到2025年6月26日') });

  const end = { params: { id: spare.id }, body: { note: '本人不要' } };
  expect((await maker.call(contract.endVoucher, end)).status).toBe(200);
  expect((await told('stop')).map(each => [each.subject_id, each.paper.paragraphs[0]])).toEqual([
    [spare.id, `您的${form.name}停用，理由：本人不要。停用那天和以前的服务照付。`],
  ]);
});
