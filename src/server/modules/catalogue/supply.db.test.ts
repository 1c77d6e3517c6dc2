import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addItemVersion, getServiceItem, listServiceItems } from '#contracts/catalogue.ts';
import { listDirectoryChanges } from '#contracts/directory-changes.ts';
import { listFacilities, setPrice, takeFacilityStep } from '#contracts/facilities.ts';
import { listProviders, PROVIDER_STATUSES, stepProvider } from '#contracts/providers.ts';
import { CAREGIVER_STATUSES, getCaregiver, listCaregivers, stepCaregiver } from '#contracts/workforce.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { dayOfInstant } from '#shared/dates.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { buildPlaces, IDS } from '../../../../tests/support/places.ts';
import { BATHING, buildCarer, buildFirm, buildItem, type Firm } from '../../../../tests/support/supply.ts';
import { insertFacilities } from '../facilities/index.ts';

let app: TestApp;
let firm: Firm;
let city: Caller;
let district: Caller;

beforeAll(async () => {
  app = await startTestApp();
  await buildItem(app.database);
  firm = await buildFirm(app.database);
  city = await app.as({ role: 'city', areaCode: '110000000000' });
  district = await app.as({ role: 'district', areaCode: '110115000000' });
});
afterAll(() => app.stop());

const version = (given: Record<string, unknown> = {}) => ({
  name: '助浴',
  list: 'market' as const,
  family: '助浴',
  content: '上门协助洗澡',
  steps: ['协助洗浴'],
  minutes: 60,
  priceFen: 9000,
  evidence: ['signature' as const],
  validFrom: '2025-07-01',
  ...given,
});
const params = { code: BATHING };

describe('catalogue', () => {
  test('S4-2.3 a new version takes over on its first day; until then the former price stands', async () => {
    const added = await city.call(addItemVersion, { params, body: version() });
    expect(added.body).toMatchObject({ version: 2, state: 'future', priceFen: 9000 });
    const priceOn = async (on: string) =>
      (await district.call(listServiceItems, { query: { on } })).body.rows.map(item => item.priceFen);
    expect([await priceOn('2025-06-30'), await priceOn('2025-07-01')]).toEqual([[8000], [9000]]);
    const { versions } = (await district.call(getServiceItem, { params })).body;
    expect(versions.map(v => [v.version, v.validFrom, v.validTo])).toEqual([
      [2, '2025-07-01', null],
      [1, '2024-01-01', '2025-07-01'],
    ]);
  });

  test('not in the past, not before a later one, and by the city only', async () => {
    const past = await city.call(addItemVersion, { params, body: version({ validFrom: '2025-06-19' }) });
    expect(past.error.code).toBe('catalogue.starts-in-the-past');
    const before = await city.call(addItemVersion, { params, body: version({ validFrom: '2025-06-25' }) });
    expect(before.error.code).toBe('catalogue.later-version-exists');
    expect((await district.call(addItemVersion, { params, body: version() })).status).toBe(403);
  });
});

describe('providers', () => {
  test('a district steps its own firms only, in order and with a reason', async () => {
    const step = (who: Caller, action: 'admit' | 'warn', reason = '抽查发现问题') =>
      who.call(stepProvider, { params: { id: firm.providerId }, body: { action, reason } });
    expect((await step(district, 'admit')).error.code).toBe('platform.wrong-state');
    const elsewhere = await app.as({ role: 'district', areaCode: '110102000000' });
    expect((await step(elsewhere, 'warn')).status).toBe(404);
    expect((await step(district, 'warn', '')).error.fields).toEqual({ reason: '请写明理由' });
    expect((await step(district, 'warn')).body.status).toBe('warned');
    const found = await district.call(listProviders, { query: { status: 'warned', item: BATHING } });
    expect(found.body).toMatchObject({ total: 1, rows: [{ name: firm.name }] });
  });
});

test('S4-19.3 a change at the district stands in the street’s directories with its source', async () => {
  await asBatch(app.database.adminUrl, async client => {
    await loadAreas(client);
    await insertFacilities(client, buildPlaces(), '2025-06-20T00:00:00Z');
  });
  const clerk = await app.as({ role: 'district', areaCode: '110115000000', name: '周科长' });
  const street = await app.as({ role: 'street', areaCode: '110115003000' });
  const other = await buildFirm(app.database, { name: '永定养老服务', area_code: '110115001001' });
  const rowOf = async (who: Caller) =>
    (await who.call(listProviders, { query: { name: '永定' } })).body.rows.find(row => row.id === other.providerId);
  expect(await rowOf(street)).toMatchObject({ status: 'operating', source: null });
  const body = { action: 'suspend' as const, reason: '消防整改' };
  await clerk.call(stepProvider, { params: { id: other.providerId }, body });
  const suspended = await rowOf(street);
  expect(suspended).toMatchObject({
    status: 'suspended',
    source: { source: '大兴区民政', what: '暂停接单：消防整改' },
  });
  expect(dayOfInstant(suspended?.source?.at ?? '')).toBe('2025-06-20');
  const price = { item: '床位费', unit: '元/月', lowFen: 300_000, highFen: 500_000, fromOn: '2025-06-20' };
  await clerk.call(setPrice, { params: { id: IDS.institution }, body: price });
  await clerk.call(takeFacilityStep, { params: { id: IDS.loose }, body: { action: 'suspend', reason: '装修三个月' } });
  const places = (await street.call(listFacilities, { query: {} as never })).body.rows;
  const sourceOf = (id: string) => places.find(row => row.id === id)?.source;
  expect(sourceOf(IDS.institution)).toMatchObject({ source: '大兴区民政', what: '公布了价格' });
  expect(sourceOf(IDS.loose)?.what).toContain('暂停服务');
  expect(sourceOf(IDS.station)).toBeNull();
  const feed = async (who: Caller) => (await who.call(listDirectoryChanges, { query: {} as never })).body;
  const seen = await feed(street);
  expect(seen.rows.map(row => [row.directory, row.subjectName, row.source, row.by]).slice(0, 3)).toEqual([
    ['facility', '枣园社区养老服务驿站', '大兴区民政', '周科长'],
    ['facility', '清源街道颐和里养老院', '大兴区民政', '周科长'],
    ['provider', '永定养老服务', '大兴区民政', '周科长'],
  ]);
  // A far street has the providers' changes, which are one directory, and none of our places.
  const far = await feed(await app.as({ role: 'street', areaCode: '110102017000' }));
  expect(new Set(far.rows.map(row => row.directory))).toEqual(new Set(['provider']));
});

describe('workforce', () => {
  test('verified, suspended by the firm, listed by the district; a firm sees its own people', async () => {
    const carer = await buildCarer(app.database, firm, { status: 'registered', verified_on: null });
    const other = await buildFirm(app.database, { name: '别家' });
    await buildCarer(app.database, other, { name: '别家人' });
    const provider = await app.as({ role: 'provider', areaCode: '110115000000', organisationId: firm.providerId });
    const own = await provider.call(listCaregivers, {});
    expect(own.body.rows.map(row => row.name)).toEqual(['杨秀芳']);
    const step = (who: Caller, action: 'verify' | 'suspend' | 'blacklist', reason = '核对身份证和证书') =>
      who.call(stepCaregiver, { params: { id: carer.caregiverId }, body: { action, reason } });
    expect((await step(provider, 'verify')).error.message).toContain('实名核验由');
    expect((await step(district, 'verify')).body).toMatchObject({ status: 'active', verifiedOn: '2025-06-20' });
    expect((await step(provider, 'suspend', '请长假')).body.status).toBe('suspended');
    await step(district, 'blacklist', '投诉属实');
    const record = await provider.call(getCaregiver, { params: { id: carer.caregiverId } });
    expect(record.body).toMatchObject({ notDispatchable: '在负面清单上：投诉属实' });
    expect(record.body.certificates[0]).toMatchObject({ kind: '健康证', state: 'valid' });
    expect(record.body.steps.map(s => s.action)).toEqual(['blacklist', 'suspend', 'verify']);
  });
});

test('statuses equal the CHECK constraints', async () => {
  const named = async (constraint: string) => {
    const { rows } = await app.database.admin.query(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [constraint],
    );
    return [...String(rows[0].text).matchAll(/'([^']+)'/g)].map(m => m[1]);
  };
  expect(await named('providers_status_check')).toEqual([...PROVIDER_STATUSES]);
  expect(await named('caregivers_status_check')).toEqual([...CAREGIVER_STATUSES]);
});
