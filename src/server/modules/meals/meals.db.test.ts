import { afterAll, beforeAll, expect, it } from 'vitest';
import { getFigure, listFigureRecords } from '#contracts/indicators.ts';
import * as endpoints from '#contracts/meals.ts';
import { insertFacilities } from '#modules/facilities/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { buildPlaces, IDS } from '../../../../tests/support/places.ts';
import { insertMealCounts } from './index.ts';

let app: TestApp;
let point: Caller;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, async client => {
    await insertFacilities(client, buildPlaces(), '2025-06-20T00:30:00.000Z');
    const may = {
      ...{ facilityId: IDS.meal, facilityName: '清源西里养老助餐点', areaCode: '110115003001' },
      organisationId: IDS.mealOrganisation,
    };
    const rows = [
      { ...may, from: '2025-05-01', to: '2025-05-31', personTimes: 300 },
      { ...may, from: '2025-06-01', to: '2025-06-17', personTimes: 170 },
    ];
    await insertMealCounts(client, rows, { at: '2025-06-17T08:00:00.000Z', by: '演示数据' });
  });
  await app.database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '清源西里助餐点', 'meal-point', '110115003001')",
    [IDS.mealOrganisation],
  );
  point = await app.as({ role: 'meal-point', areaCode: '110115003001', organisationId: IDS.mealOrganisation });
  district = await app.as({ role: 'district', areaCode: '110115000000' });
});
afterAll(() => app.stop());

const enter = (on: string, personTimes: number, because?: string) =>
  point.call(endpoints.enterMealCount, {
    body: { facilityId: IDS.meal, on, personTimes, ...(because ? { because } : {}) },
  });
const served = async (asOf: string) =>
  (await district.call(getFigure, { params: { code: 'meals-served' }, query: { asOf } })).body.value;

it('counts a day; the figure and its records follow', async () => {
  expect(await served('2025-06-20')).toBe(470);
  const own = await point.call(endpoints.listOwnMealPoints);
  expect(own.body.rows).toMatchObject([{ facilityId: IDS.meal, today: null, monthTotal: 170 }]);
  expect(own.body.rows[0]?.missing).toEqual(['2025-06-18', '2025-06-19', '2025-06-20']);
  expect((await enter('2025-06-19', 12)).body).toMatchObject({ personTimes: 12, from: '2025-06-19', to: '2025-06-19' });
  expect(await served('2025-06-20')).toBe(482);
  expect(await served('2025-06-18')).toBe(470);
  const records = await district.call(listFigureRecords, { params: { code: 'meals-served' }, query: {} });
  expect(records.body.rows.map(r => [r.id.slice(-7), r.on])).toEqual([
    ['2025-06', '2025-06-19'],
    ['2025-05', '2025-05-31'],
  ]);
});

it('changes a day only with a reason, and never a day of a whole month', async () => {
  expect((await enter('2025-06-19', 13)).error).toMatchObject({
    code: 'meals.already-entered',
    fields: { because: '请写明更正原因' },
  });
  expect((await enter('2025-06-19', 13, '漏报了一份送餐')).body).toMatchObject({
    personTimes: 13,
    correctedBecause: '漏报了一份送餐',
  });
  expect((await enter('2025-06-10', 5, '想拆开报这一天')).error.message).toContain('按整段报的');
  expect((await enter('2025-06-21', 5)).error.code).toBe('meals.not-serving');
  expect((await enter('2025-06-18', -1)).status).toBe(400);
  const { rows } = await app.database.admin.query(
    "select before, after, note from audit_entries where action = 'meals.correct'",
  );
  expect(rows).toMatchObject([{ before: { personTimes: 12 }, after: { personTimes: 13 }, note: '漏报了一份送餐' }]);
});

it('another organisation sees and writes nothing; officials read only', async () => {
  const other = '0190a000-0000-7000-8000-000000000099';
  await app.database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '别家', 'meal-point', '110115003001')",
    [other],
  );
  const stranger = await app.as({ role: 'meal-point', areaCode: '110115003001', organisationId: other });
  expect((await stranger.call(endpoints.listMealCounts)).body).toMatchObject({ rows: [], total: 0, personTimes: 0 });
  const body = { facilityId: IDS.meal, on: '2025-06-20', personTimes: 1 };
  expect((await stranger.call(endpoints.enterMealCount, { body })).status).toBe(404);
  expect((await district.call(endpoints.enterMealCount, { body })).error.code).toBe('platform.not-allowed');
  const month = await district.call(endpoints.listMealCounts, { query: { month: '2025-06' } });
  expect(month.body).toMatchObject({ total: 2, personTimes: 183 });
});
