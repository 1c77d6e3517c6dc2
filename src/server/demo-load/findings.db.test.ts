import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listComparisons, listDifferences } from '#contracts/comparisons.ts';
import { listAdaptations } from '#contracts/home-adaptations.ts';
import { listPairs } from '#contracts/register-quality/pairs.ts';
import { listReliefApplications, listWarnings } from '#contracts/relief.ts';
import { readMeans } from '#contracts/relief-means.ts';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { testKeys } from '../../../tests/support/builders.ts';
import { cityDatabase } from '../../../tests/support/city-app.ts';
import { defaultPlan, LOGIN_COMMUNITY, makeWorld } from './plan.ts';
import { enterBatch, runStep } from './run-step.ts';

let app: TestApp;
beforeAll(async () => {
  const database = await cityDatabase();
  app = await startTestApp(database);
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  await enterBatch(client);
  const world = makeWorld(defaultPlan('small'));
  await runStep({ client, keys: testKeys(), world }, { name: 'findings', label: '比对和查重', weight: 1 });
  await client.end();
});
afterAll(() => app.stop());

test('a newcomer finds differences to judge, pairs that may be one person, a warning and a relief case to decide', async () => {
  const at = `${LOGIN_COMMUNITY.slice(0, 6)}000000`;
  const district = await app.as({ role: 'district', areaCode: at });
  const street = await app.as({ role: 'street', areaCode: `${LOGIN_COMMUNITY.slice(0, 9)}000` });
  const community = await app.as({ role: 'community', areaCode: LOGIN_COMMUNITY });
  const batches = (await district.call(listComparisons, { query: {} })).body.rows;
  expect(batches.map(one => [one.kind, one.status]).sort()).toEqual([
    ['disability', 'compared'],
    ['hardship', 'compared'],
    ['insurance', 'compared'],
  ]);
  const { body: differences } = await community.call(listDifferences, { query: {} });
  expect(differences.total).toBeGreaterThanOrEqual(4);
  const { body: pairs } = await community.call(listPairs, { query: {} });
  expect(pairs.rows.length).toBeGreaterThanOrEqual(4);
  const warnings = (await street.call(listWarnings, { query: {} })).body.rows;
  expect(warnings.map(one => one.status).sort()).toEqual(['verified', 'warned']);
  const homes = (await district.call(listAdaptations, { query: {} })).body;
  expect(Object.keys(homes.counts).sort()).toEqual(['applied', 'assigned', 'planned']);
  const reliefs = (await district.call(listReliefApplications, { query: {} })).body.rows;
  expect(reliefs).toMatchObject([{ status: 'applied' }]);
  const means = await street.call(readMeans, { params: { elderId: reliefs[0]!.elderId } });
  expect(means.body).toMatchObject({ unverified: 2, spendingFen: 4_680_000 });
});
