import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportOf } from '#contracts/exports.ts';
import { FILIAL_YEAR_STATUSES, NOMINEE_STATUSES } from '#contracts/filial-lifecycle.ts';
import * as contract from '#contracts/filial-models.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { placesOf, refusePlaces } from './rules.ts';

const DAXING = '110115000000';
const STREET = '110115003000';
const HERE = '110115003001';
const DEEDS = '二十年照顾卧床的婆婆，学会翻身、鼻饲和换药，邻居家有事也搭手。';

let app: TestApp;
let community: Caller;
let street: Caller;
let second: Caller;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚' });
  second = await app.as({ role: 'street', areaCode: STREET, name: '马骏' });
  district = await app.as({ role: 'district', areaCode: DAXING, name: '周科长' });
});
afterAll(() => app.stop());

const at = (id: string) => ({ params: { id } });
const step = (who: Caller, id: string, ...[action, note]: [action: string, note?: string]) =>
  who.call(contract.stepNominee, { ...at(id), body: { action, ...(note && { note }) } as never });
const nominate = (who: Caller, yearId: string, given: Record<string, unknown>) =>
  who.call(contract.nominate, { body: { yearId, areaCode: HERE, deeds: DEEDS, consented: true, ...given } as never });
const openYear = (year: number, places: number, basis?: string) =>
  district.call(contract.openFilialYear, { body: { year, places, basis: basis ?? '区里当年的评选通知' } });
const recommended = async (yearId: string, name: string, given = {}) => {
  const { id } = (await nominate(community, yearId, { name, ...given })).body;
  expect((await step(street, id, 'recommend')).body.status).toBe('recommended');
  return id;
};

test('S1-4.3 the year’s list never holds more names than its places, and shows street and deeds', async () => {
  expect(placesOf(DAXING, '2025-10-01')).toMatchObject({ places: 50, confidence: 'seed' });
  expect(placesOf('110102000000', '2025-10-01')).toMatchObject({ places: 50, confidence: 'designDefault' });
  expect(refusePlaces(51, placesOf(DAXING, '2025-10-01'))).toContain('每年最多50名');
  expect(refusePlaces(51, placesOf('110102000000', '2025-10-01'))).toBeNull();
  const { body: year } = await openYear(2025, 2);
  expect((await openYear(2025, 3)).error.code).toBe('filial-models.year-taken');
  const [first, last, third] = [
    await recommended(year.id, '孙丽'),
    await recommended(year.id, '李强'),
    await recommended(year.id, '何静'),
  ];
  expect((await step(district, first, 'select')).body).toMatchObject({ status: 'selected', place: 1 });
  const both = await Promise.all([step(district, last, 'select'), step(district, third, 'select')]);
  expect(both.map(answer => answer.status).sort()).toEqual([200, 409]);
  const refused = both.find(answer => answer.status === 409);
  expect(refused?.error).toMatchObject({
    code: 'filial-models.full',
    message: '2025年的名额是2名，已经评满；要换人，先撤下一位并写明原因',
  });
  // Whoever goes past the product finds the same wall: no third place, no place twice, no lower number of places.
  const waiting = both[0]?.status === 409 ? last : third;
  const past = (sql: string, id: string) =>
    app.database.admin.query(sql, [id]).then(
      () => 'nothing stopped it',
      error => error.constraint,
    );
  const put = (place: number) =>
    past(`update filial_nominees set status = 'selected', place = ${place} where nominee_id = $1`, waiting);
  expect([await put(3), await put(1)]).toEqual(['filial_nominees_limit', 'filial_nominees_place']);
  expect(await past('update filial_years set places = 1 where year_id = $1', year.id)).toBe('filial_nominees_limit');
  const { rows, total } = (
    await district.call(contract.listNominees, { query: { yearId: year.id, status: 'selected' } as never })
  ).body;
  expect(total).toBe(2);
  for (const row of rows) expect(row).toMatchObject({ streetName: '清源街道', deeds: DEEDS });
  const file = await district.call(exportOf(contract.listNominees), {
    query: { yearId: year.id, status: 'selected', format: 'csv' } as never,
  });
  const lines = (file.body as Buffer).toString().trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('清源街道');
  // One is withdrawn with its reason, and only then the third may come.
  expect((await step(district, first, 'withdraw')).error.fields).toHaveProperty('note');
  expect((await step(district, first, 'withdraw', '本人不愿意参评')).body).toMatchObject({
    status: 'withdrawn',
    place: null,
    note: '本人不愿意参评',
  });
  expect((await step(district, waiting, 'select')).body.place).toBe(1);
});

test('nominated, checked by another, in notice, published; the public reads name, street, deeds of those who agree', async () => {
  const { body: year } = await openYear(2024, 5);
  const own = await nominate(street, year.id, { name: '高洁', areaCode: STREET });
  expect((await step(street, own.body.id, 'recommend')).error.code).toBe('filial-models.same-person');
  expect((await step(second, own.body.id, 'recommend')).body.checkedBy).toBe('马骏');
  expect((await nominate(street, year.id, { name: '高洁', areaCode: STREET })).error.code).toBe(
    'filial-models.nominated-already',
  );
  const file = { name: '邻居的话.txt', bytes: Buffer.from('邻居都看在眼里') };
  const added = await community.call(contract.addNomineeFile, { ...at(own.body.id), file });
  expect(added.status).toBe(404);
  const kept = await street.call(contract.addNomineeFile, { ...at(own.body.id), file });
  const read = await district.call(contract.readNomineeFile, { params: { id: own.body.id, fileId: kept.body.id } });
  expect((read.body as Buffer).toString()).toBe('邻居都看在眼里');
  const shy = await recommended(year.id, '田野', { consented: false, livesAt: '清源西里2号楼' });
  await step(district, own.body.id, 'select');
  await step(district, shy, 'select');
  const run = (action: string, more = {}) =>
    district.call(contract.stepFilialYear, { ...at(year.id), body: { action, ...more } as never });
  expect((await app.visitor.call(contract.listPublicModels, {})).body.lists).toEqual([]);
  expect((await run('notice', { noticeTo: '2025-06-19' })).error.fields).toHaveProperty('noticeTo');
  expect((await run('notice', { noticeTo: '2025-06-24' })).body.status).toBe('noticed');
  const shown = async () => (await app.visitor.call(contract.listPublicModels, {})).body.lists[0];
  expect(await shown()).toMatchObject({
    status: 'noticed',
    year: 2024,
    models: [{ name: '高洁', streetName: '清源街道', deeds: DEEDS }],
  });
  expect((await run('publish')).error.code).toBe('filial-models.notice-runs');
  await app.database.admin.query(
    "update filial_years set notice_from = '2025-06-10', notice_to = '2025-06-19' where year = 2024",
  );
  expect((await run('publish')).body).toMatchObject({ status: 'published', publishedOn: '2025-06-20' });
  // A word changed counts at once, in both directions; nothing else of the person can be read by the way of visitors.
  const say = (id: string, consented: boolean) =>
    street.call(contract.setNomineeConsent, { ...at(id), body: { consented } });
  await say(shy, true);
  expect((await shown())?.models.map(one => one.name)).toEqual(['高洁', '田野']);
  await say(own.body.id, false);
  expect((await shown())?.models.map(one => one.name)).toEqual(['田野']);
  await app.database.admin.query('set role yinian_public');
  const peek = await app.database.admin.query('select lives_at from filial_nominees').catch(error => error.message);
  const { rows } = await app.database.admin.query('select name from filial_nominees');
  await app.database.admin.query('reset role');
  expect([peek, rows]).toEqual(['permission denied for table filial_nominees', [{ name: '田野' }]]);
  expect((await nominate(community, year.id, { name: '来晚了' })).error.message).toContain('不能再提名');
  await step(district, shy, 'withdraw', '公示后核实有误');
  expect((await shown())?.models).toEqual([]);
});

test('another street and another district see nothing and decide nothing; statuses equal the CHECK constraints', async () => {
  const { body: year } = await openYear(2023, 3);
  const { id } = (await nominate(community, year.id, { name: '宋远' })).body;
  const far = await app.as({ role: 'street', areaCode: '110115001000' });
  expect((await far.call(contract.readNominee, at(id))).status).toBe(404);
  expect((await step(far, id, 'recommend')).status).toBe(404);
  const other = await app.as({ role: 'district', areaCode: '110102000000' });
  expect((await other.call(contract.listNominees, { query: {} as never })).body).toMatchObject({ rows: [], total: 0 });
  expect((await other.call(contract.listFilialYears, {})).body.rows).toEqual([]);
  const notice = { action: 'notice', noticeTo: '2025-06-30' } as const;
  expect((await other.call(contract.stepFilialYear, { ...at(year.id), body: notice })).status).toBe(404);
  const outside = await nominate(far, year.id, { name: '邻街人' });
  expect(outside.error.fields).toHaveProperty('areaCode');
  const named = async (constraint: string) => {
    const { rows } = await app.database.admin.query(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [constraint],
    );
    return [...String(rows[0].text).matchAll(/'([^']+)'/g)].map(m => m[1]);
  };
  expect(await named('filial_nominees_status_check')).toEqual([...NOMINEE_STATUSES]);
  expect(await named('filial_years_status_check')).toEqual([...FILIAL_YEAR_STATUSES]);
});
