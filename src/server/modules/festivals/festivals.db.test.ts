import { afterAll, beforeAll, expect, it } from 'vitest';
import { FESTIVAL_STATUSES, FESTIVAL_VISIT_STATUSES, OCCASIONS } from '#contracts/festival-lifecycle.ts';
import * as contract from '#contracts/festivals.ts';
import { listPayables } from '#contracts/payments/payables.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../tests/support/books.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { setDistrictValue } from '../../../../tests/support/district-values.ts';
import { addAccount, payersOf, payMonth } from '../../../../tests/support/paying.ts';

const DISTRICT = '110115000000';
const STREET = '110115003000';
const people: Record<string, NewElder> = {};
/** One transparent point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
let app: TestApp;
let street: Caller;
let second: Caller;
let district: Caller;
let community: Caller;

beforeAll(async () => {
  app = await startTestApp();
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚' });
  second = await app.as({ role: 'street', areaCode: STREET, name: '李静' });
  district = await app.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  for (const [name, given] of [
    ['百岁', { bornOn: '1925-10-29' }],
    ['差一天', { bornOn: '1925-10-30' }],
    ['低保', { bornOn: '1960-01-01', economicClass: '低保' }],
    ['特扶', { bornOn: '1958-01-01', familyPlanningSpecial: true }],
    ['一般', { bornOn: '1958-01-01' }],
  ] as const)
    people[name] = await buildElder(app.database, { name, ...given });
});
afterAll(() => app.stop());

const asked = {
  ...{ occasion: 'ninth' as const, name: '2025年重阳节', onDay: '2025-10-29', basis: '区民政局重阳慰问通知' },
  ...{ rule: { minAge: 100, economicClasses: ['低保' as const], familyPlanningSpecial: true }, gift: 'money' as const },
};
const make = (who: Caller, change: object = {}) => who.call(contract.makeFestival, { body: { ...asked, ...change } });
const step = (who: Caller, id: string, body: { action: 'check' | 'close' | 'cancel'; note?: string }) =>
  who.call(contract.stepFestival, { params: { id }, body });
const visits = async (who: Caller, query: object = {}) =>
  (await who.call(contract.listFestivalVisits, { query: query as never })).body.rows;

it('pays only what the district has set, to whom the stated rule names on the day, each once for an occasion', async () => {
  expect((await make(street)).error.code).toBe('festivals.amount-unset');
  const value = { parameter: 'ninthFen', value: 30_000, from: '2025-01-01', documentNumber: '兴民发〔2025〕9号' };
  await setDistrictValue(app, 'festivalVisit', value);
  const list = (await make(street)).body;
  expect(list).toMatchObject({ listed: 3, elsewhere: 0 });
  const rows = await visits(street, { listId: list.id });
  expect(Object.fromEntries(rows.map(row => [row.elderName, row.because]))).toEqual({
    ...{ 百岁: '100周岁', 低保: '低保', 特扶: '计划生育特殊家庭' },
  });
  expect((await make(district, { rule: { ...asked.rule, minAge: 99 } })).body).toMatchObject({
    listed: 1,
    elsewhere: 3,
  });
  expect((await make(district)).error.code).toBe('festivals.nobody');
  expect((await make(street, { occasion: 'other', name: '建院日', gift: 'money' })).error.code).toBe(
    'festivals.amount-unset',
  );
});

it('S1-7.2 is frozen by another person; delivered with a photo, the money through the cycle once; what is left has a reason', async () => {
  const found = (await street.call(contract.listFestivals, { query: {} })).body.rows;
  const { id } = found.find(each => each.areaCode === STREET)!;
  expect(await visits(community)).toEqual([]);
  const proposed = await visits(street, { listId: id });
  const visit = (name: string) => ({ params: { id: proposed.find(each => each.elderName === name)?.id ?? '' } });
  await street.call(contract.removeFestivalVisit, { ...visit('特扶'), body: { note: '已由区里慰问' } });
  const person = { identityNumber: people.一般?.identityNumber ?? '', name: '一般', because: '独居，刚出院' };
  const add = (who: Caller, body: object = person) =>
    who.call(contract.addToFestival, { params: { id }, body: body as never });
  expect((await add(second, { ...person, name: '别人' })).error.fields?.identityNumber).toContain('姓名不同');
  expect((await add(second)).body).toMatchObject({
    because: '手工添加：独居，刚出院',
    addedBy: '李静',
    amountFen: 30_000,
  });
  expect((await add(street)).error.code).toBe('festivals.listed-already');
  expect((await step(street, id, { action: 'check' })).error.code).toBe('festivals.same-person');
  expect((await step(second, id, { action: 'check' })).error.message).toBe('名单里有您手工添的人，请另一位同事复核');
  const third = await app.as({ role: 'street', areaCode: STREET, name: '孙平' });
  expect((await step(third, id, { action: 'check' })).body.status).toBe('visiting');
  expect((await add(street, { ...person, because: '晚了' })).status).toBe(409);
  const late = await street.call(contract.removeFestivalVisit, { ...visit('低保'), body: { note: '划去' } });
  expect(late.error.code).toBe('platform.wrong-state');

  expect((await visits(community, { status: 'listed' })).map(each => each.elderName).sort()).toEqual([
    '一般',
    '低保',
    '百岁',
  ]);
  const done = { doneOn: '2025-06-20', receiver: '本人' };
  expect((await community.call(contract.doFestivalVisit, { ...visit('百岁'), body: done })).error.code).toBe(
    'festivals.needs-photo',
  );
  const text = { name: '照片.jpg', bytes: Buffer.from('not a picture') };
  expect((await community.call(contract.addFestivalPhoto, { ...visit('百岁'), file: text })).error.code).toBe(
    'platform.file-type',
  );
  const photo = { name: '门口.png', bytes: PNG };
  const added = (await community.call(contract.addFestivalPhoto, { ...visit('百岁'), file: photo })).body;
  expect((await community.call(contract.doFestivalVisit, { ...visit('百岁'), body: done })).body).toMatchObject({
    ...{ status: 'done', photos: 1 },
  });
  const shown = { params: { ...visit('百岁').params, photoId: added.id } };
  expect((await street.call(contract.readFestivalPhoto, shown)).body).toEqual(PNG);
  const elsewhere = await app.as({ role: 'community', areaCode: '110115001001' });
  expect((await elsewhere.call(contract.readFestivalPhoto, shown)).status).toBe(404);
  expect((await community.call(contract.doFestivalVisit, { ...visit('百岁'), body: done })).status).toBe(409);
  expect((await step(street, id, { action: 'close' })).error.message).toContain('还有 2 位没有慰问');
  const refused = { ...done, note: '本人不愿拍照，送到床前' };
  const general = (await visits(street, { listId: id })).find(each => each.elderName === '一般')?.id ?? '';
  expect((await community.call(contract.doFestivalVisit, { params: { id: general }, body: refused })).status).toBe(200);
  await community.call(contract.leaveFestivalVisit, { ...visit('低保'), body: { note: '住院，家属请节后再来' } });
  expect((await step(street, id, { action: 'close' })).body).toMatchObject({
    ...{ status: 'closed', doneFen: 60_000, counts: { done: 2, left: 1, removed: 1, listed: 0 } },
  });

  const money = (await district.call(listPayables, { query: { scheme: 'festivalVisit' } })).body.rows;
  expect(money.find(each => each.payeeName === '百岁')).toMatchObject({
    ...{ amountFen: 30_000, sentence: '2025年重阳节慰问金' },
  });
  expect(money.length).toBe(2);
  await addAccount(app, {
    elderId: people.百岁?.elderId ?? '',
    areaCode: COMMUNITY,
    number: '6217000000008888',
    holder: '百岁',
  });
  const payers = await payersOf(app, DISTRICT);
  await payMonth(app, payers, '2025-06');
  expect((await community.call(contract.readFestivalVisit, visit('百岁'))).body.paidOn).toBe('2025-06-20');
  await expectBooksAgree(app, payers.finance);
});

it('statuses of the contract and of the CHECK constraints are the same', async () => {
  for (const [name, values] of [
    ['festival_lists_status_check', FESTIVAL_STATUSES],
    ['festival_lists_occasion_check', OCCASIONS],
    ['festival_visits_status_check', FESTIVAL_VISIT_STATUSES],
  ] as const) {
    const { rows } = await app.database.admin.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [name],
    );
    expect([...(rows[0]?.text ?? '').matchAll(/'([^']+)'/g)].map(match => match[1])).toEqual([...values]);
  }
});
