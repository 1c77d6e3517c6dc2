import { afterAll, beforeAll, expect, it } from 'vitest';
import { listFigures } from '#contracts/indicators.ts';
import { mapPlaces, searchPlaces } from '#contracts/public-facilities.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { insertProjects } from '#modules/construction/index.ts';
import { insertFacilities } from '#modules/facilities/index.ts';
import { insertMealCounts } from '#modules/meals/index.ts';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { asBatch } from '../../../tests/support/database.ts';
import { cityMap } from './city-map.ts';
import { facilityRows, mealCountRows, projectRows } from './facility-rows.ts';
import { generateSupply } from './supply.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const supply = generateSupply(cityMap());
  await asBatch(app.database.adminUrl, async client => {
    await loadAreas(client);
    await insertFacilities(client, facilityRows(supply), '2025-06-20T00:30:00.000Z');
    await insertProjects(client, projectRows(supply.facilities));
    await insertMealCounts(client, mealCountRows(supply), { at: '2025-06-19T10:00:00.000Z', by: '演示数据' });
  });
});
afterAll(() => app.stop());

/** The figures of the municipal progress table (2025 年二季度, as of 31 May), computed from single records by the product. */
const PUBLISHED = {
  'meal-points-opened': 160,
  'meal-points-exited': 42,
  'meal-points-net': 118,
  'meal-points-built': 2_666,
  'meals-served': 4_548_559,
  'centres-planned': 50,
  'centres-operator-recruited': 45,
  'centres-acceptance-started': 8,
  'centres-accepted': 2,
  'stations-linked': 323,
  'mutual-aid-planned': 200,
  'mutual-aid-completed': 108,
  'mutual-aid-operating': 80,
  'mutual-aid-under-construction': 30,
  'mutual-aid-not-started': 62,
  'mutual-aid-built': 915,
  'barrier-free-planned': 36,
  'barrier-free-completed': 3,
  'barrier-free-under-construction': 23,
  'barrier-free-to-start': 10,
} as const;

it('S0-14.1 S0-14.2 S0-8.2 S0-6.2 S3-28.4 every figure of the progress table comes out of the loaded records', async () => {
  const city = await app.as({ role: 'city', areaCode: '110000000000' });
  const codes = [...Object.keys(PUBLISHED), 'meal-community-coverage'].join(',');
  const { body } = await city.call(listFigures, { query: { asOf: '2025-05-31', codes } });
  const values = Object.fromEntries(body.rows.map(r => [r.code, r.value]));
  const { 'meal-community-coverage': coverage, ...rest } = values;
  expect(rest).toEqual(PUBLISHED);
  // 九成: the exits of the year have left their communities to other points.
  expect(coverage).toBe(90);
});

it('the public finds the places of the whole city, quickly', async () => {
  const near = await app.visitor.call(searchPlaces, {
    query: { near: '110115003003', kind: 'institution', withinMetres: 5000 },
  });
  expect(near.body.rows.length).toBeGreaterThan(0);
  const all = await app.visitor.call(mapPlaces, { query: { kind: 'institution' } });
  expect(all.body.total).toBe(577);
  const started = performance.now();
  for (let i = 0; i < 5; i++) await app.visitor.call(searchPlaces, { query: { near: '110115003003', limit: 50 } });
  expect((performance.now() - started) / 5).toBeLessThan(400);
});
