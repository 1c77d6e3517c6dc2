import { afterAll, beforeAll, expect, test } from 'vitest';
import * as endpoints from '#contracts/areas.ts';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { loadAreas } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('the divisions load once; the next start costs one query', async () => {
  const counts = await asBatch(app.database.adminUrl, async client => [
    await loadAreas(client),
    await loadAreas(client),
  ]);
  expect(counts).toEqual([7_901, 0]);
});

test('anybody lists children, without login', async () => {
  const districts = await app.visitor.call(endpoints.listAreas);
  expect(districts.body.rows.length).toBe(16);
  const streets = await app.visitor.call(endpoints.listAreas, { query: { parent: '110115000000' } });
  expect(streets.body.rows.length).toBe(26);
  const before = await app.visitor.call(endpoints.listAreas, { query: { parent: '110115000000', on: '2020-01-01' } });
  expect(before.body.rows).toEqual([]);
});

test('S1-1.1 a community answers with the divisions above it', async () => {
  const { body } = await app.visitor.call(endpoints.getArea, { params: { code: '110115003001' } });
  expect(body.path.map(a => a.name)).toEqual(['北京市', '大兴区', '清源街道']);
  const none = await app.visitor.call(endpoints.getArea, { params: { code: '110115003999' } });
  expect([none.status, none.error.code]).toEqual([404, 'platform.not-found']);
});

test('各街镇 of 大兴 are its streets and towns, without the development zones', async () => {
  const { body } = await app.visitor.call(endpoints.expandAreas, {
    query: { parent: '110115000000', phrase: '各街镇' },
  });
  expect([body.level, body.rows.length]).toEqual(['street', 22]);
});

test('outlines carry their label', async () => {
  const { body } = await app.visitor.call(endpoints.getOutlines);
  expect([body.label, body.districts.length]).toEqual(['示意图', 16]);
});
