import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addItemVersion, getServiceItem, listServiceItems } from '#contracts/catalogue.ts';
import { listProviders, PROVIDER_STATUSES, stepProvider } from '#contracts/providers.ts';
import { CAREGIVER_STATUSES, getCaregiver, listCaregivers, stepCaregiver } from '#contracts/workforce.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { BATHING, buildCarer, buildFirm, buildItem, type Firm } from '../../../../tests/support/supply.ts';

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
