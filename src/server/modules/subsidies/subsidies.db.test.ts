import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordDeath } from '#contracts/elders/record.ts';
import { exportOf } from '#contracts/exports.ts';
import { listPayables, savePayeeAccount } from '#contracts/payments/payables.ts';
import { readRecovery } from '#contracts/payments/recoveries.ts';
import * as contract from '#contracts/subsidies.ts';
import { STATEMENT_STATUSES, SUBSIDY_SCHEMES, USE_KINDS, type UseKind } from '#contracts/subsidy-lifecycle.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../tests/support/books.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { setDistrictValue } from '../../../../tests/support/district-values.ts';
import { payersOf, payMonth } from '../../../../tests/support/paying.ts';
import { rowsOfBook } from '../../../../tests/support/tables.ts';

const DISTRICT = '110115000000';
const MONTH = '2025-05';
const STATION = newId();
const INSTITUTION = newId();
const SECOND = newId();
const MEALS = newId();
const OPERATOR = newId();

let app: TestApp;
let community: Caller;
let street: Caller;
let district: Caller;
const people: Record<string, NewElder> = {};

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  district = await app.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
  await app.database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '驿站公司', 'station', $2)",
    [OPERATOR, COMMUNITY],
  );
  for (const [id, kind, name, star] of [
    [STATION, 'station', '清源西里驿站', 3],
    [INSTITUTION, 'institution', '康乐养老院', null],
    [SECOND, 'institution', '福寿养老院', null],
    [MEALS, 'meal-point', '清源食堂', null],
  ] as const)
    await app.database.admin.query(
      `insert into facilities (facility_id, kind, name, area_code, longitude, latitude, status, opened_on, star, organisation_id, operator_name)
       values ($1, $2, $3, $4, 116.3, 39.7, 'operating', '2020-01-01', $5, $6, $7)`,
      [id, kind, name, COMMUNITY, star, id === STATION ? OPERATOR : null, `${name}运营公司`],
    );
  const given: [string, Partial<NewElder>][] = [
    ['独居八十', { bornOn: '1940-02-01', living: '独居' }],
    ['低保六十', { bornOn: '1960-01-01', economicClass: '低保' }],
    ['补登八十', { bornOn: '1941-04-04', living: '独居' }],
    ['普通六五', { bornOn: '1959-01-01', living: '空巢' }],
    ['住满', { bornOn: '1938-01-01', abilityLevel: 3, living: '住养老机构' }],
    ['十四天', { bornOn: '1938-01-02', abilityLevel: 3, living: '住养老机构' }],
    ['两处', { bornOn: '1938-01-03', abilityLevel: 1, living: '住养老机构', areaCode: '110102001004' }],
  ];
  for (const [name, one] of given) people[name] = await buildElder(app.database, { name, ...one });
});
afterAll(() => app.stop());

const row = (name: string, rest: Partial<contract.UseRow>): contract.UseRow => ({
  ...{ identityNumber: people[name]?.identityNumber ?? '', name, fromOn: '2025-05-01' },
  ...rest,
});
const enter = async (facilityId: string, kind: UseKind, rows: contract.UseRow[]) =>
  (await community.call(contract.enterPlaceUses, { body: { facilityId, kind, rows } })).body;
const compute = async (who: Caller) => (await who.call(contract.computeStatements, { body: { month: MONTH } })).body;
const statement = async (facilityName: string) => {
  const { rows } = (await district.call(contract.listStatements, { query: { month: MONTH } })).body;
  const found = rows.find(each => each.facilityName === facilityName && each.status !== 'cancelled');
  return (await district.call(contract.readStatement, { params: { id: found?.id ?? '' } })).body;
};
const peopleOf = async (id: string) =>
  (await district.call(contract.listStatementPeople, { query: { statementId: id } })).body.rows;
const step = (who: Caller, id: string, body: { action: 'approve' | 'cancel'; note?: string }) =>
  who.call(contract.stepStatement, { params: { id }, body });

describe('机构补贴', () => {
  it('SYS-089 a station gets its signed 基本养老服务对象 and stars; each person is listed, counted or not and why', async () => {
    const answer = await enter(STATION, 'agreement', [
      row('独居八十', { number: '协 1' }),
      row('低保六十', { number: '协 2', fromOn: '2025-05-31' }),
      row('普通六五', { number: '协 3' }),
      row('住满', {}),
      { ...row('住满', { number: '协 4' }), name: '别的名字' },
      row('独居八十', { number: '协 5' }),
    ]);
    expect(answer.entered).toBe(3);
    expect(answer.problems.map(each => [each.row, each.because])).toEqual([
      [4, '没有协议编号'],
      [5, expect.stringContaining('号码相同，姓名不同')],
      [6, '2025年5月1日起已在清源西里驿站签约，没有结束'],
    ]);
    expect(await compute(street)).toMatchObject({ made: 1, skipped: [] });
    const made = await statement('清源西里驿站');
    expect(made).toMatchObject({
      amountFen: 2 * 18_000 + 300_000,
      people: 2,
      obstacles: [],
      station: { rural: false },
    });
    expect(made.lines.map(line => [line.code, line.confidence])).toEqual([
      ['per-elder', 'found'],
      ['star', 'found'],
    ]);
    const each = Object.fromEntries((await peopleOf(made.id)).map(one => [one.elderName, one.counted]));
    expect(each).toEqual({ 低保六十: true, 普通六五: false, 独居八十: true });
    const book = await district.call(exportOf(contract.listStatementPeople), {
      query: { statementId: made.id } as never,
    });
    expect((await rowsOfBook(book.body as Buffer)).length).toBe(4);
  });

  it('is checked by another person while the records stand, then paid through the cycle, once', async () => {
    const made = await statement('清源西里驿站');
    expect((await step(street, made.id, { action: 'approve' })).status).toBe(409);
    const uses = (await community.call(contract.listPlaceUses, { query: { kind: 'agreement' } })).body.rows;
    const end = { toOn: '2025-05-20', because: '老人搬走' };
    const low = uses.find(each => each.elderName === '低保六十')!;
    await app.database.admin.query("update place_uses set from_on = '2025-05-01' where use_id = $1", [low.id]);
    await community.call(contract.endPlaceUse, { params: { id: low.id }, body: end });
    expect((await step(district, made.id, { action: 'approve' })).error.message).toContain('请作废重算');
    expect((await step(street, made.id, { action: 'cancel' })).error.code).toBe('subsidies.needs-note');
    expect((await step(street, made.id, { action: 'cancel', note: '一份协议五月二十日终止' })).body.status).toBe(
      'cancelled',
    );
    await compute(district);
    const again = await statement('清源西里驿站');
    expect(again).toMatchObject({ amountFen: 318_000, people: 1 });
    expect((await step(district, again.id, { action: 'approve' })).error.code).toBe('subsidies.same-person');
    const other = await app.as({ role: 'district', areaCode: DISTRICT, name: '另一位科员' });
    expect((await step(other, again.id, { action: 'approve' })).body.status).toBe('approved');
    const money = (await district.call(listPayables, { query: { scheme: 'station' } })).body.rows;
    expect(money).toMatchObject([{ payeeName: '清源西里驿站运营公司', amountFen: 318_000, elderId: null }]);
    const account = { holder: '运营公司', number: '1100010000009999', bank: '北京银行', source: '开户许可证' };
    await district.call(savePayeeAccount, { params: { id: money[0]!.id }, body: account });
    const payers = await payersOf(app, DISTRICT);
    await payMonth(app, payers, '2025-06');
    expect(await statement('清源西里驿站')).toMatchObject({ status: 'paid', paidOn: '2025-06-20' });
    await expectBooksAgree(app, payers.finance);
    expect((await compute(street)).made).toBe(0);
  });

  it('S3-25.1 a paid month is computed again when its records change: paid in addition, or asked back; nobody twice', async () => {
    const other = await app.as({ role: 'district', areaCode: DISTRICT, name: '复核的科员' });
    const payers = await payersOf(app, DISTRICT);
    await enter(STATION, 'agreement', [row('补登八十', { number: '协 9', fromOn: '2025-05-10' })]);
    // What somebody is today does not reach back to the month that was paid.
    const become = (living: string, bornOn: string) =>
      app.database.admin.query('update elders set living = $2, born_on = $3 where elder_id = $1', [
        ...[people.独居八十?.elderId, living, bornOn],
      ]);
    await become('空巢', '1962-02-01');
    await app.database.admin.query('update facilities set star = 2 where facility_id = $1', [STATION]);
    expect(await compute(street)).toMatchObject({ made: 1, differences: 1, skipped: [] });
    const more = await statement('清源西里驿站');
    expect(more).toMatchObject({ round: 2, amountFen: 336_000, differenceFen: 18_000, status: 'computed' });
    const each = Object.fromEntries((await peopleOf(more.id)).map(one => [one.elderName, one]));
    expect(each.补登八十).toMatchObject({ amountFen: 18_000, formerFen: 0 });
    expect(each.独居八十).toMatchObject({ amountFen: 18_000, formerFen: 18_000, counted: true });
    expect((await compute(street)).made).toBe(0);
    await step(street, more.id, { action: 'cancel', note: '再核对一遍' });
    expect(await compute(street)).toMatchObject({ made: 1, differences: 1 });
    const again = await statement('清源西里驿站');
    expect((await step(other, again.id, { action: 'approve' })).body).toMatchObject({ status: 'approved' });
    expect((await compute(street)).made).toBe(0);
    const money = (await district.call(listPayables, { query: { scheme: 'station' } })).body.rows[0]!;
    expect(money).toMatchObject({ amountFen: 18_000, sentence: '清源西里驿站2025年5月驿站运营扶持补差额，2人' });
    await payMonth(app, payers, '2025-07');
    expect(await statement('清源西里驿站')).toMatchObject({ status: 'paid', round: 2 });

    const uses = (await community.call(contract.listPlaceUses, { query: { kind: 'agreement' } })).body.rows;
    const wrong = { params: { id: uses.find(use => use.elderName === '补登八十')?.id ?? '' } };
    const because = { because: '重名，签的不是这位' };
    expect((await community.call(contract.withdrawPlaceUse, { ...wrong, body: because })).status).toBe(200);
    expect((await community.call(contract.withdrawPlaceUse, { ...wrong, body: because })).status).toBe(409);
    expect(await compute(street)).toMatchObject({ made: 1, differences: 1 });
    const less = await statement('清源西里驿站');
    expect(less).toMatchObject({ round: 3, amountFen: 318_000, differenceFen: -18_000 });
    const gone = (await peopleOf(less.id)).find(one => one.elderName === '补登八十');
    expect(gone).toMatchObject({ counted: false, formerFen: 18_000, because: '当月的记录已经撤销' });
    const settled = (await step(other, less.id, { action: 'approve' })).body;
    expect(settled.status).toBe('settled');
    const owed = (await district.call(readRecovery, { params: { id: settled.recoveryId ?? '' } })).body;
    expect(owed).toMatchObject({
      ...{ payeeName: '清源西里驿站运营公司', elderId: null, balanceFen: 18_000, offsetFen: 18_000 },
      payments: [{ payableId: money.id, fen: 18_000 }],
    });
    expect((await compute(street)).made).toBe(0);
    await expectBooksAgree(app, payers.finance);
    await become('独居', '1940-02-01');
  });

  it('S3-25.1 an institution gets a month from 15 days on, by ability; nobody twice; amounts that nobody has set are not paid', async () => {
    await enter(INSTITUTION, 'stay', [
      row('住满', { fromOn: '2025-01-01' }),
      row('十四天', { fromOn: '2025-05-18' }),
      row('两处', { toOn: '2025-05-15' }),
    ]);
    await enter(SECOND, 'stay', [row('两处', { fromOn: '2025-05-16' })]);
    expect(await compute(street)).toEqual({ made: 2, differences: 0, skipped: [] });
    const first = await statement('康乐养老院');
    expect(first).toMatchObject({ amountFen: 60_000, people: 1 });
    expect(await statement('福寿养老院')).toMatchObject({ amountFen: 30_000, people: 1 });
    expect((await peopleOf(first.id)).find(each => each.elderName === '两处')).toMatchObject({
      ...{ days: 15, counted: false, because: '本月已计入福寿养老院' },
    });
    expect(first.obstacles[0]).toContain('金额没有查到文件');
    expect((await peopleOf(first.id)).find(each => each.elderName === '十四天')).toMatchObject({
      days: 14,
      counted: false,
    });
    expect((await step(district, first.id, { action: 'approve' })).error.code).toBe('subsidies.not-payable');
    const body = { parameter: 'severeFen', value: 65_000, from: '2025-01-01', documentNumber: '兴民发〔2025〕3号' };
    await setDistrictValue(app, 'institutionOperating', body);
    await step(street, first.id, { action: 'cancel', note: '区里定了金额' });
    await compute(street);
    const set = await statement('康乐养老院');
    expect(set).toMatchObject({ amountFen: 65_000, obstacles: [] });
    expect((await step(district, set.id, { action: 'approve' })).body.status).toBe('approved');
  });

  it('S3-25.1 beds are paid as such where the district has set an amount, checked and typed as 补床头; else nothing is computed', async () => {
    const facility = [INSTITUTION, 120];
    await app.database.admin.query('update facilities set beds = $2 where facility_id = $1', facility);
    const bedsOnly = { query: { month: MONTH, scheme: 'institutionBeds' } } as const;
    await compute(street);
    expect((await district.call(contract.listStatements, bedsOnly)).body.rows).toEqual([]);
    const body = { parameter: 'perBedFen', value: 20_000, from: '2025-01-01', documentNumber: '兴民发〔2025〕4号' };
    await setDistrictValue(app, 'institutionBeds', body);
    expect(await compute(street)).toMatchObject({ made: 1, differences: 0 });
    const [made] = (await district.call(contract.listStatements, bedsOnly)).body.rows;
    expect(made).toMatchObject({ facilityName: '康乐养老院', amountFen: 120 * 20_000, people: 0 });
    const read = (await district.call(contract.readStatement, { params: { id: made?.id ?? '' } })).body;
    expect(read.lines).toMatchObject([{ sentence: '120 张床，每张 200元', documentNumber: '兴民发〔2025〕4号' }]);
    // Counted again before it is paid: the register may have changed.
    await app.database.admin.query('update facilities set beds = $2 where facility_id = $1', [INSTITUTION, 100]);
    expect((await step(district, read.id, { action: 'approve' })).error.code).toBe('subsidies.not-payable');
    await app.database.admin.query('update facilities set beds = $2 where facility_id = $1', facility);
    expect((await step(district, read.id, { action: 'approve' })).body.status).toBe('approved');
    const money = (await district.call(listPayables, { query: { scheme: 'institutionBeds' } })).body.rows;
    expect(money).toMatchObject([
      { amountFen: 2_400_000, sentence: '康乐养老院2025年5月养老机构床位补贴，120 张床，每张 200元' },
    ]);
    expect((await compute(street)).made).toBe(0);
  });

  it('a meal point gets 3 yuan a person-day for who lives at home and 5 for 基本养老服务对象, one meal a day', async () => {
    const meal = (name: string, fromOn: string, billFen: number) => row(name, { fromOn, billFen });
    const answer = await enter(MEALS, 'meal', [
      meal('独居八十', '2025-05-06', 1_800),
      meal('独居八十', '2025-05-06', 1_500),
      meal('独居八十', '2025-05-07', 500),
      meal('普通六五', '2025-05-06', 1_800),
      meal('住满', '2025-05-06', 1_800),
    ]);
    expect(answer).toMatchObject({ entered: 4, problems: [{ row: 2 }] });
    await compute(street);
    const made = await statement('清源食堂');
    expect(made).toMatchObject({ amountFen: 3 * 300 + 1 * 500, people: 2 });
    expect(made.lines.map(line => [line.code, line.amountFen])).toEqual([
      ['operator', 900],
      ['diner', 500],
    ]);
    const each = Object.fromEntries((await peopleOf(made.id)).map(one => [one.elderName, one]));
    expect(each).toMatchObject({
      住满: { days: 1, dinerDays: 0, amountFen: 0, counted: false },
      普通六五: { days: 1, dinerDays: 0, amountFen: 300 },
      独居八十: { days: 2, dinerDays: 1, amountFen: 1_100 },
    });
  });

  it('an organisation keeps its own place only; a death ends agreement and stay', async () => {
    const station = await app.as({ role: 'station', areaCode: COMMUNITY, organisationId: OPERATOR });
    expect((await station.call(contract.listUsePlaces, {})).body.rows.map(each => each.name)).toEqual(['清源西里驿站']);
    const wrong = { facilityId: MEALS, kind: 'meal' as const, rows: [row('独居八十', { billFen: 1_000 })] };
    expect((await station.call(contract.enterPlaceUses, { body: wrong })).status).toBe(404);
    const own = (await station.call(contract.listPlaceUses, { query: {} })).body;
    expect(new Set(own.rows.map(each => each.facilityName))).toEqual(new Set(['清源西里驿站']));
    const id = people.独居八十?.elderId ?? '';
    await community.call(recordDeath, { params: { id }, body: { diedOn: '2025-06-10', note: '家属告知' } });
    const after = (await station.call(contract.listPlaceUses, { query: {} })).body.rows;
    expect(after.find(each => each.elderId === id)).toMatchObject({ toOn: '2025-06-10', endedBecause: '老人去世' });
  });
});

it('statuses of the contract and of the CHECK constraints are the same', async () => {
  for (const [name, values] of [
    ['subsidy_statements_status_check', STATEMENT_STATUSES],
    ['subsidy_statements_scheme_check', SUBSIDY_SCHEMES],
    ['place_uses_kind_check', USE_KINDS],
  ] as const) {
    const { rows } = await app.database.admin.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [name],
    );
    expect([...(rows[0]?.text ?? '').matchAll(/'([^']+)'/g)].map(match => match[1])).toEqual([...values]);
  }
});
