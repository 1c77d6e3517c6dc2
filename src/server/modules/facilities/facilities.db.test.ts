import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveBusinessDate } from '#contracts/accounts.ts';
import * as desk from '#contracts/facilities.ts';
import { FACILITY_KINDS, FACILITY_STATUSES, OWNERSHIPS } from '#contracts/facility-nouns.ts';
import { getFigure } from '#contracts/indicators.ts';
import * as open from '#contracts/public-facilities.ts';
import * as ratings from '#contracts/recognised-ratings.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { buildPlaces, IDS } from '../../../../tests/support/places.ts';
import { insertFacilities } from './index.ts';
import { equivalenceOf } from './recognised/equivalence.ts';

let app: TestApp;
let street: Caller;
let other: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, async client => {
    await loadAreas(client);
    await insertFacilities(client, buildPlaces(), '2025-06-20T00:30:00.000Z');
  });
  street = await app.as({ role: 'street', areaCode: '110115003000' });
  other = await app.as({ role: 'street', areaCode: '110102017000' });
});
afterAll(() => app.stop());

const audits = async (action: string) =>
  (
    await app.database.admin.query('select note, before, after from audit_entries where action = $1 order by at', [
      action,
    ])
  ).rows;

describe('public', () => {
  it('finds places near a community, nearest first, with price, free beds and counter', async () => {
    const { body, status } = await app.visitor.call(open.searchPlaces, {
      query: { kind: 'institution', near: '110115003001' },
    });
    expect(status).toBe(200);
    expect(body.rows[0]).toMatchObject({
      name: '清源街道颐和里养老院',
      prices: [{ item: '床位、护理和餐', unit: '元/月', lowFen: 380_000 }],
      vacancy: { freeBeds: 12 },
      counter: { hotline: '12345', name: '清源街道便民服务窗口' },
    });
    const metres = body.rows.map(r => r.metres ?? 0);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(body.near).toMatchObject({ approximate: true });
    expect(body.counts['meal-point']).toBe(1);
  });
  it('narrows by distance, text, price and free beds, and pages', async () => {
    const at = { longitude: 116.33, latitude: 39.74 };
    const close = await app.visitor.call(open.searchPlaces, { query: { ...at, withinMetres: 3000 } });
    expect(close.body.rows.every(r => (r.metres ?? 0) <= 3000)).toBe(true);
    expect(close.body.rows.map(r => r.id)).not.toContain(IDS.far);
    const named = await app.visitor.call(open.searchPlaces, { query: { q: '颐和里' } });
    expect(named.body.rows.map(r => r.id)).toEqual([IDS.institution]);
    const cheap = await app.visitor.call(open.searchPlaces, { query: { maxFen: 100_000 } });
    expect(cheap.body.total).toBe(0);
    const first = await app.visitor.call(open.searchPlaces, { query: { limit: 2 } });
    const second = await app.visitor.call(open.searchPlaces, { query: { limit: 2, cursor: first.body.nextCursor! } });
    expect(new Set([...first.body.rows, ...second.body.rows].map(r => r.id)).size).toBe(4);
    expect((await app.visitor.call(open.searchPlaces, { query: { ids: 'x' } })).status).toBe(400);
  });
  it('shows an official of another area the same as a visitor, and the same map', async () => {
    const seen = await other.call(open.searchPlaces, { query: { kind: 'institution' } });
    expect(seen.body.rows.map(r => r.id)).toContain(IDS.institution);
    const map = await app.visitor.call(open.mapPlaces, { query: { area: '110115000000' } });
    expect(map.body).toMatchObject({ label: '示意图' });
    expect(map.body.points.map(p => p.id)).not.toContain(IDS.planned);
    expect((await app.visitor.call(open.getPlace, { params: { id: IDS.planned } })).status).toBe(404);
  });
  it('gives no personal data: only the contract answers, and no account or organisation id', async () => {
    const { body } = await app.visitor.call(open.getPlace, { params: { id: IDS.centre } });
    expect(body.linked.map(l => l.id)).toEqual([IDS.station]);
    expect(JSON.stringify(body)).not.toMatch(/organisation|elder|account|entered/i);
  });
});

describe('register', () => {
  it('lists the own area only, counted by kind and status', async () => {
    const own = await street.call(desk.listFacilities);
    expect(own.body.rows.map(r => r.id)).not.toContain(IDS.far);
    expect(own.body.total).toBe(own.body.counts.reduce((n, c) => n + c.count, 0));
    expect((await street.call(desk.listFacilities, { query: { area: '110102017000' } })).status).toBe(404);
    expect((await other.call(desk.getFacility, { params: { id: IDS.institution } })).status).toBe(404);
    const caregiver = await app.as({ role: 'caregiver', areaCode: '110115003000' });
    expect((await caregiver.call(desk.listFacilities)).error.code).toBe('platform.not-allowed');
  });
  it('a meal point exits with day and reason; coverage and figures follow, and a wrong exit is taken back', async () => {
    const district = await app.as({ role: 'district', areaCode: '110115000000' });
    const coverage = async () =>
      (await district.call(getFigure, { params: { code: 'meal-community-coverage' }, query: { area: '110115003000' } }))
        .body.value;
    const before = await coverage();
    const params = { id: IDS.meal };
    const bare = await street.call(desk.takeFacilityStep, { params, body: { action: 'exit', on: '2025-06-18' } });
    expect([bare.error.code, bare.error.fields?.reason]).toEqual(['facilities.reason-missing', '请写明退出原因']);
    const early = await street.call(desk.takeFacilityStep, {
      params,
      body: { action: 'exit', on: '2010-01-01', reason: '房屋租期届满' },
    });
    expect(early.error.code).toBe('facilities.date');
    const exit = await street.call(desk.takeFacilityStep, {
      params,
      body: { action: 'exit', on: '2025-06-18', reason: '房屋租期届满' },
    });
    expect(exit.body).toMatchObject({
      status: 'exited',
      exitedOn: '2025-06-18',
      exitReason: '房屋租期届满',
      covers: [],
    });
    expect((await audits('facilities.exit'))[0]).toMatchObject({
      note: '房屋租期届满',
      after: { exitedOn: '2025-06-18' },
    });
    expect(await coverage()).toBeLessThan(before!);
    const exited = await district.call(getFigure, { params: { code: 'meal-points-exited' }, query: {} });
    expect(exited.body.value).toBe(1);
    const again = await street.call(desk.takeFacilityStep, {
      params,
      body: { action: 'exit', on: '2025-06-19', reason: '重复退出测试' },
    });
    expect(again.error.code).toBe('platform.wrong-state');
    const back = await street.call(desk.takeFacilityStep, {
      params,
      body: { action: 'reinstate', reason: '登记错了点位' },
    });
    expect(back.body).toMatchObject({ status: 'operating', exitedOn: null });
    expect(back.body.covers).toHaveLength(2);
    expect(await coverage()).toBe(before);
    expect(back.body.steps.map(s => s.action)).toEqual(['reinstate', 'exit']);
  });
  it('S0-14.2 S4-12.2 registers a meal point with the communities it serves; blanks shrink by exactly those', async () => {
    const query = { area: '110115003000', limit: 200 };
    const before = (await street.call(desk.listMealBlanks, { query })).body.rows.map(r => r.code);
    const body = {
      ...{
        kind: 'meal-point' as const,
        name: '清源街道枣园助餐点',
        areaCode: '110115003003',
        longitude: 116.33,
        latitude: 39.74,
      },
      ...{ openedOn: '2025-06-19', covers: ['110115003003', '110115003006'] },
    };
    const made = await street.call(desk.registerFacility, { body });
    expect(made.body).toMatchObject({ status: 'operating', openedOn: '2025-06-19' });
    const after = (await street.call(desk.listMealBlanks, { query })).body.rows.map(r => r.code);
    expect(before.filter(c => !after.includes(c))).toEqual(body.covers);
    expect((await street.call(desk.registerFacility, { body })).error.code).toBe('facilities.name-taken');
    const foreign = await street.call(desk.registerFacility, {
      body: { ...body, name: '别区的助餐点', areaCode: '110102017001' },
    });
    expect(foreign.error.code).toBe('facilities.not-a-community');
    const fewer = await street.call(desk.setCoverage, {
      params: { id: made.body.id },
      body: { communities: ['110115003003'], on: '2025-06-20' },
    });
    expect(fewer.body.covers.map(c => c.code)).toEqual(['110115003003']);
  });
  it('links a station to a built centre of the district and says why not otherwise', async () => {
    const params = { id: IDS.loose };
    const planned = await street.call(desk.linkStation, { params, body: { centreId: IDS.planned, on: '2025-06-20' } });
    expect(planned.error.message).toBe('这家“区域养老服务中心”还没有开展服务');
    const linked = await street.call(desk.linkStation, { params, body: { centreId: IDS.centre, on: '2025-06-20' } });
    expect(linked.body.linkedCentre).toMatchObject({ id: IDS.centre, on: '2025-06-20' });
    const off = await street.call(desk.linkStation, { params, body: { centreId: null, on: '2025-06-20' } });
    expect(off.error.code).toBe('facilities.reason-missing');
  });
  it('an institution reports its own free beds and no other', async () => {
    await app.database.admin.query(
      "insert into organisations (organisation_id, name, kind, area_code) values ($1, '颐和里养老院', 'institution', '110115003001')",
      [IDS.organisation],
    );
    const own = await app.as({ role: 'institution', areaCode: '110115003001', organisationId: IDS.organisation });
    const params = { id: IDS.institution };
    const said = await own.call(desk.setVacancy, { params, body: { freeBeds: 3 } });
    expect(said.body.freeBeds).toBe(3);
    expect((await own.call(desk.setVacancy, { params, body: { freeBeds: 900 } })).error.code).toBe(
      'facilities.too-many-beds',
    );
    expect((await own.call(desk.setVacancy, { params: { id: IDS.far }, body: { freeBeds: 0 } })).status).toBe(404);
    expect((await app.visitor.call(open.getPlace, { params })).body.vacancy?.freeBeds).toBe(3);
  });
  it('a price from a day on; the former ends there', async () => {
    const params = { id: IDS.institution };
    const price = { item: '床位、护理和餐', unit: '元/月', lowFen: 390_000, highFen: 620_000, fromOn: '2025-06-20' };
    const set = await street.call(desk.setPrice, { params, body: price });
    expect(set.body.prices).toEqual([price]);
    expect((await street.call(desk.setPrice, { params, body: { ...price, highFen: 1 } })).status).toBe(400);
  });
  it('S1-5.2 S1-16.2 a price set at the desk is the public one from its day on, not before; the former stays in the history', async () => {
    const params = { id: IDS.far };
    const body = { item: '床位、护理和餐', unit: '元/月', lowFen: 820_000, highFen: 820_000, fromOn: '2025-06-21' };
    const shown = async () => (await app.visitor.call(open.getPlace, { params })).body.prices.map(p => p.lowFen);
    expect((await other.call(desk.setPrice, { params, body })).status).toBe(200);
    expect(await shown()).toEqual([800_000]);
    const administrator = await app.as({ role: 'administrator', areaCode: '110000000000' });
    const move = (businessDate: string) => administrator.call(moveBusinessDate, { body: { businessDate } });
    expect((await move('2025-06-21')).status).toBe(200);
    expect(await shown()).toEqual([820_000]);
    expect((await move('2025-06-20')).status).toBe(200);
    const { rows } = await app.database.admin.query(
      'select low_fen, to_on from facility_prices where facility_id = $1 order by from_on',
      [IDS.far],
    );
    expect(rows.map(r => [Number(r.low_fen), r.to_on])).toEqual([
      [800_000, '2025-06-21'],
      [820_000, null],
    ]);
  });
  it('S1-1.1 the layout adds up to the list', async () => {
    const { body } = await street.call(desk.readLayout, { query: {} });
    expect(body.rows.length).toBeGreaterThan(5);
    expect(body.rows.reduce((n, r) => n + r.counts.institution, 0)).toBe(1);
  });
});

it.each([
  ['facilities', 'kind', FACILITY_KINDS],
  ['facilities', 'status', FACILITY_STATUSES],
  ['facilities', 'ownership', OWNERSHIPS],
] as const)('%s.%s has the values of the contract', async (table, column, values) => {
  const { rows } = await app.database.admin.query<{ def: string }>(
    `select pg_get_constraintdef(oid) as def from pg_constraint where conname = $1`,
    [`${table}_${column}_check`],
  );
  const found = [...(rows[0]?.def ?? '').matchAll(/'([^']+)'::text/g)].map(m => m[1]);
  expect(found).toEqual([...values]);
});

describe('外地等级互认', () => {
  const given = {
    ...{
      region: '天津市' as const,
      place: '武清区',
      institution: '武清康宁养老院',
      scale: 'national' as const,
      grade: 4,
    },
    ...{ ratedBy: '天津市民政局', documentNo: '津民发〔2024〕18号', ratedOn: '2024-09-01', validTo: '2027-08-31' },
  };
  it('S2-11.1 a rating of another region appears with its origin and equivalent star; what no document equates says so', async () => {
    const district = await app.as({ role: 'district', areaCode: '110115000000', name: '周科长' });
    const record = (more: object = {}) =>
      district.call(ratings.recordRecognisedRating, { body: { ...given, ...more } });
    const made = await record();
    expect(made.status).toBe(200);
    expect((await record()).error.code).toBe('facilities.rating-taken');
    expect((await record({ documentNo: '津民发9号', ratedOn: '2025-07-01' })).error.fields).toHaveProperty('ratedOn');
    const own = {
      region: '河北省',
      place: '廊坊市',
      institution: '燕郊养护中心',
      scale: 'regional',
      documentNo: '冀民7号',
    };
    await record({ ...own, validTo: '2025-06-19' });
    expect((await street.call(ratings.recordRecognisedRating, { body: given })).status).toBe(403);
    const list = async (query: object = {}) => (await street.call(ratings.listRecognisedRatings, { query })).body.rows;
    expect(await list()).toMatchObject([
      { institution: '燕郊养护中心', holds: false, equivalence: { star: null, confidence: 'uncertain' } },
      { ...given, holds: true, recordedBy: '周科长', equivalence: { star: 4, fromOn: expect.any(String) } },
    ]);
    expect(await list({ region: '河北省' })).toHaveLength(1);
    const params = { id: made.body.id };
    await district.call(ratings.withdrawRecognisedRating, { params, body: { note: '当地已经取消' } });
    expect(await list({ region: '天津市' })).toMatchObject([{ holds: false, withdrawnNote: '当地已经取消' }]);
    expect((await record()).status).toBe(200);
    expect(equivalenceOf({ region: '天津市', scale: 'national', grade: 4 }, '2023-01-01')).toBeNull();
  });
});
