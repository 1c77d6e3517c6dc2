import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAssessments } from '#contracts/assessments/endpoints.ts';
import { readTrialBalance } from '#contracts/books.ts';
import { SIGNAL_TOPICS } from '#contracts/comparison-kinds.ts';
import { listComparisons, listDifferences } from '#contracts/comparisons.ts';
import { listFestivals, listFestivalVisits } from '#contracts/festivals.ts';
import { listAdaptations } from '#contracts/home-adaptations.ts';
import { listRecognisedRatings } from '#contracts/recognised-ratings.ts';
import { listPairs } from '#contracts/register-quality/pairs.ts';
import { listReliefApplications, listWarnings } from '#contracts/relief.ts';
import { RECOGNITION_STATUSES } from '#contracts/relief-lifecycle.ts';
import { readMeans } from '#contracts/relief-means.ts';
import { listRechecks } from '#contracts/relief-rechecks.ts';
import { readRecognition } from '#contracts/relief-recognitions.ts';
import { listStatements } from '#contracts/subsidies.ts';
import { STATEMENT_STATUSES, SUBSIDY_SCHEMES } from '#contracts/subsidy-lifecycle.ts';
import { listVoucherRedemptions, listVoucherSchemes } from '#contracts/vouchers.ts';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { testKeys } from '../../../tests/support/builders.ts';
import { cityDatabase } from '../../../tests/support/city-app.ts';
import { payersOf, payMonth } from '../../../tests/support/paying.ts';
import { defaultPlan, LOGIN_COMMUNITY, makeWorld } from './plan.ts';
import { enterBatch, runStep } from './run-step.ts';
import { loadLaterSubsidies, loadSubsidies } from './steps/subsidies.ts';

let app: TestApp;
beforeAll(async () => {
  const database = await cityDatabase();
  app = await startTestApp(database);
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  await enterBatch(client);
  const world = makeWorld(defaultPlan('small'));
  const loader = { client, keys: testKeys(), world };
  await runStep(loader, { name: 'findings', label: '比对和查重', weight: 1 });
  await runStep(loader, { name: 'festivals', label: '节日慰问', weight: 1 });
  const step = { ...loader, today: '2025-06-20', now: '2025-06-20T00:05:00+08:00' };
  await inOne(client, () => loadSubsidies(step));
  await payMonth(app, await payersOf(app, `${LOGIN_COMMUNITY.slice(0, 6)}000000`), '2025-06');
  await inOne(client, () => loadLaterSubsidies(step));
  await client.end();
});
afterAll(() => app.stop());

async function inOne(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

test('and subsidies of places and festival lists in every state, each by the product’s own steps', async () => {
  const district = await app.as({ role: 'district', areaCode: `${LOGIN_COMMUNITY.slice(0, 6)}000000` });
  const { rows } = (await district.call(listStatements, { query: { limit: 100 } })).body;
  expect([...new Set(rows.map(one => one.status))].sort()).toEqual([...STATEMENT_STATUSES].sort());
  // No district of the demo has set what a bed gets: nothing is paid by beds.
  const paid = SUBSIDY_SCHEMES.filter(scheme => scheme !== 'institutionBeds');
  expect([...new Set(rows.map(one => one.scheme))].sort()).toEqual([...paid].sort());
  expect(rows.map(one => Math.sign(one.differenceFen))).toContain(-1);
  const lists = (await district.call(listFestivals, { query: {} })).body.rows;
  expect(lists.map(one => one.status).sort()).toEqual(['closed', 'draft', 'visiting']);
  const people = (await district.call(listFestivalVisits, { query: { limit: 200 } })).body.rows;
  expect(new Set(people.map(one => one.status))).toEqual(new Set(['done', 'left', 'listed', 'proposed']));
  expect(people.filter(one => one.addedBy).length).toBe(1);
});

test('and a small scheme of service vouchers, partly spent, each line of it on a settlement and in the books', async () => {
  const areaCode = `${LOGIN_COMMUNITY.slice(0, 6)}000000`;
  const district = await app.as({ role: 'district', areaCode });
  const [scheme] = (await district.call(listVoucherSchemes, { query: {} })).body.rows;
  expect(scheme).toMatchObject({ status: 'active', confidence: 'designDefault' });
  expect(scheme?.name).toContain('演示数据');
  const { rows } = await app.database.admin.query('select sum(voucher_fen)::int as fen from settle_lines');
  const used = (await district.call(listVoucherRedemptions, { query: {} })).body;
  expect(used.totalFen).toBe(rows[0]?.fen);
  expect(used.totalFen).toBeGreaterThan(0);
  expect(scheme?.sums.redeemedFen).toBe(used.totalFen);
  const finance = await app.as({ role: 'finance', areaCode });
  const { checks } = (await finance.call(readTrialBalance, { query: {} })).body;
  expect(checks.find(each => each.account === 'voucher-due')).toMatchObject({
    ...{ bookFen: used.totalFen, recordsFen: used.totalFen },
  });
});

test('a newcomer finds differences to judge, pairs that may be one person, a warning and a relief case to decide', async () => {
  const at = `${LOGIN_COMMUNITY.slice(0, 6)}000000`;
  const district = await app.as({ role: 'district', areaCode: at });
  const street = await app.as({ role: 'street', areaCode: `${LOGIN_COMMUNITY.slice(0, 9)}000` });
  const community = await app.as({ role: 'community', areaCode: LOGIN_COMMUNITY });
  const batches = (await district.call(listComparisons, { query: {} })).body.rows;
  expect(new Set(batches.map(one => one.status))).toEqual(new Set(['compared']));
  const kinds = new Set(batches.map(one => one.kind));
  expect([...kinds].sort()).toEqual(['disability', 'hardship', ...SIGNAL_TOPICS].sort());
  const { body: differences } = await community.call(listDifferences, { query: {} });
  expect(differences.total).toBeGreaterThanOrEqual(4);
  const { body: pairs } = await community.call(listPairs, { query: {} });
  expect(pairs.rows.length).toBeGreaterThanOrEqual(4);
  const warnings = (await street.call(listWarnings, { query: {} })).body.rows;
  expect(new Set(warnings.map(one => one.status))).toEqual(new Set(['closed', 'excluded', 'verified', 'warned']));
  expect(warnings.some(one => one.rules.length >= 3 && one.status === 'warned')).toBe(true);
  expect(warnings.some(one => one.due?.kind === 'over')).toBe(true);
  const homes = (await district.call(listAdaptations, { query: {} })).body;
  expect(Object.keys(homes.counts).sort()).toEqual(['applied', 'assigned', 'planned']);
  const reliefs = (await district.call(listReliefApplications, { query: {} })).body.rows;
  const [relief] = reliefs.filter(one => one.kind === 'temporaryRelief');
  expect(relief).toMatchObject({ status: 'applied' });
  const means = await street.call(readMeans, { params: { elderId: relief!.elderId } });
  expect(means.body).toMatchObject({ unverified: 2, spendingFen: 4_680_000 });
});

test('and recognitions in every state with a re-check that is due, LTC benefits, and what other regions decided', async () => {
  const at = `${LOGIN_COMMUNITY.slice(0, 6)}000000`;
  const district = await app.as({ role: 'district', areaCode: at });
  const street = await app.as({ role: 'street', areaCode: `${LOGIN_COMMUNITY.slice(0, 9)}000` });
  const { rows } = (await district.call(listReliefApplications, { query: { limit: 100 } })).body;
  const recognised = rows.filter(one => one.kind !== 'temporaryRelief');
  expect([...new Set(recognised.map(one => one.status))].sort()).toEqual([...RECOGNITION_STATUSES].sort());
  const decided = recognised.filter(one => one.status === 'approved');
  const file = await street.call(readRecognition, { params: { id: decided[0]!.id } });
  expect(file.body).toMatchObject({ fact: { state: 'proposed' }, amountFen: 73_000 });
  const rechecks = (await district.call(listRechecks, { query: {} })).body.rows;
  const drawn = { result: 'drawn', economicClass: '低保' };
  expect(rechecks.sort((a, b) => (a.cause < b.cause ? -1 : 1))).toMatchObject([
    ...[
      { cause: 'periodic', ...drawn },
      { cause: 'signal', ...drawn, reasons: [{ rule: 'incomeRisen', verdict: null }] },
    ],
  ]);
  const ratings = (await district.call(listRecognisedRatings, { query: {} })).body.rows;
  expect(ratings.map(one => one.holds).sort()).toEqual([false, false, true, true]);
  const waiting = (await street.call(listAssessments, { query: { status: 'reviewed' } })).body.rows;
  expect(waiting.length).toBeGreaterThanOrEqual(2);
  const insured = await app.database.admin.query<{ stands: boolean; n: number }>(
    'select to_on is null as stands, count(*)::int as n from benefit_insurances group by 1 order by 1',
  );
  expect(insured.rows.map(row => row.stands)).toEqual([false, true]);
});
