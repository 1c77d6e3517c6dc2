import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BED_STATUSES, SIGNING_WORDS } from '#contracts/home-care-bed-lifecycle.ts';
import type { BedStep } from '#contracts/home-care-beds.ts';
import * as endpoints from '#contracts/home-care-beds.ts';
import * as orders from '#contracts/orders.ts';
import { listSettleLines } from '#contracts/payments.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { BATHING, buildCarer, buildFirm, buildItem, type Carer, type Firm } from '../../../../tests/support/supply.ts';

let app: TestApp;
let firm: Firm;
let carer: Carer;
let street: Caller;
let provider: Caller;
const STREET = `${COMMUNITY.slice(0, 9)}000`;
const TODAY = '2025-06-20';

beforeAll(async () => {
  app = await startTestApp();
  await buildItem(app.database);
  firm = await buildFirm(app.database);
  carer = await buildCarer(app.database, firm);
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚' });
  provider = await app.as({
    role: 'provider',
    areaCode: '110115000000',
    organisationId: firm.providerId,
    name: '孙立',
  });
});
afterAll(() => app.stop());

async function applied(given: Parameters<typeof buildElder>[1] = {}) {
  const elder = await buildElder(app.database, { abilityLevel: 3, abilityValidTo: '2026-05-19', ...given });
  const family = await app.as({ role: 'family', areaCode: elder.areaCode, elderId: elder.elderId, name: '李敏' });
  const made = await family.call(endpoints.applyForBed, { body: { elderId: elder.elderId, wish: '想在家养老' } });
  expect(made.error.message ?? made.status).toBe(200);
  return { elder, family, id: made.body.id };
}

const step = (who: Caller, id: string, body: BedStep) => who.call(endpoints.stepBed, { params: { id }, body });

async function accepted() {
  const made = await applied();
  const { id } = made;
  const say = async (who: Caller, body: BedStep) => {
    const answer = await step(who, id, body);
    expect(answer.error.message ?? answer.status, body.action).toBe(200);
    return answer.body;
  };
  await say(street, { action: 'check' });
  await say(street, { action: 'assess', findings: '需助浴和夜间巡视', providerId: firm.providerId, evidence: [] });
  const design = { carePackage: '每周三次生活照料', devices: ['助浴椅', '智能水表'], evidence: [] };
  await say(provider, { action: 'design', ...design });
  await say(provider, { action: 'build', note: '3 项装好', evidence: [] });
  const bed = await say(street, { action: 'accept', note: '3 项合格', evidence: [] });
  return { ...made, bed };
}

const sign = (who: Caller, bed: { id: string; hash: string }, confirmation = SIGNING_WORDS) =>
  who.call(endpoints.signBedContract, { params: { id: bed.id }, body: { confirmation, bodyHash: bed.hash } });

async function inService() {
  const made = await accepted();
  const bed = { id: made.id, hash: made.bed.contract?.bodyHash ?? '' };
  await sign(made.family, bed);
  await sign(provider, bed);
  const started = await step(provider, made.id, { action: 'start', on: TODAY });
  expect(started.body.status).toBe('in-service');
  return made;
}

describe('the whole way', () => {
  test('S2-6.4 S3-26.3 applied to in service, in order, with actors, deadlines, contract and trace; 建成 from acceptance', async () => {
    const { id, family, elder, bed } = await accepted();
    expect(bed).toMatchObject({ status: 'accepted', built: true, acceptedOn: TODAY, providerName: firm.name });
    // 5 working days from Friday 2025-06-20.
    expect(bed).toMatchObject({
      dueOn: '2025-06-27',
      dueProvisional: false,
      nextLabel: '签约',
      limitsAreDefault: true,
    });
    expect(bed.contract?.body).toContain('每周三次生活照料');
    const contract = { id, hash: bed.contract?.bodyHash ?? '' };

    const wrong = await sign(family, contract, '同意');
    expect(wrong.error).toMatchObject({ code: 'home-care-beds.confirmation-wrong' });
    expect(wrong.error.fields?.confirmation).toContain(SIGNING_WORDS);
    expect((await sign(family, { id, hash: 'other' })).error.code).toBe('home-care-beds.contract-changed');
    const half = await sign(family, contract);
    expect(half.body).toMatchObject({ status: 'accepted', contract: { familySigner: '李敏', providerSigner: null } });
    expect((await sign(family, contract)).error.code).toBe('home-care-beds.already-signed');
    const both = await sign(provider, contract);
    expect(both.body.status).toBe('contracted');
    expect(both.body.contract?.traces.map(t => [t.action, t.actorName, t.bodyHash === contract.hash])).toEqual([
      ['made', '陈岚', true],
      ['family-signed', '李敏', true],
      ['provider-signed', '孙立', true],
    ]);
    const started = await step(provider, id, { action: 'start', on: TODAY });
    const seen = await street.call(endpoints.getBed, { params: { id } });
    expect(seen.body.milestones.map(m => [m.label, m.by, m.state])).toEqual([
      ['申请', '李敏', 'done'],
      ['资格核验', '陈岚', 'done'],
      ['评估', '陈岚', 'done'],
      ['设计', '孙立', 'done'],
      ['建设', '孙立', 'done'],
      ['验收', '陈岚', 'done'],
      ['签约', '孙立', 'done'],
      ['服务中', '孙立', 'done'],
    ]);
    expect(started.body.dueOn).toBeNull();
    const { rows } = await app.database.admin.query("select name from outbox where payload->>'bedId' = $1", [id]);
    expect(rows).toEqual([{ name: 'home-care-bed.accepted' }]);
    const own = await family.call(endpoints.listBeds, { query: { elderId: elder.elderId } });
    expect(own.body).toMatchObject({ total: 1, built: 1, builtThisYear: 1, counts: { 'in-service': 1 } });
  });

  test('hospital: open orders stop the same day, service in those days is not settled, and it goes on afterwards', async () => {
    const { id, elder, family } = await inService();
    const order = async () => {
      const body = { elderId: elder.elderId, itemCode: BATHING, wantedOn: TODAY };
      return (await family.call(orders.createOrder, { body })).body.id;
    };
    const waiting = await order();
    const served = await order();
    const person = { accountId: carer.accountId, organisationId: firm.providerId };
    const hands = await app.as({ role: 'caregiver', areaCode: '110115000000', ...person });
    await street.call(orders.dispatchOrder, { params: { id: served }, body: { caregiverId: carer.caregiverId } });
    await hands.call(orders.acceptOrder, { params: { id: served } });
    await hands.call(orders.checkIn, { params: { id: served }, body: {} });

    const paused = await step(street, id, { action: 'suspend', pause: 'hospital', on: TODAY });
    expect(paused.body).toMatchObject({
      status: 'suspended',
      built: true,
      pauses: [{ reason: 'hospital', toOn: null }],
    });
    const stopped = await family.call(orders.getOrder, { params: { id: waiting } });
    expect(stopped.body).toMatchObject({ status: 'cancelled', cancelReason: '床位暂停：住院' });

    const body = { itemsDone: ['备水'], measurements: { pulse: 70 } };
    await hands.call(orders.writeRecord, { params: { id: served }, body });
    expect((await family.call(orders.confirmOrder, { params: { id: served }, body: {} })).body.status).toBe(
      'confirmed',
    );
    const lines = await family.call(listSettleLines, { query: { elderId: elder.elderId } });
    expect(lines.body.rows).toEqual([]);

    const again = await step(street, id, { action: 'resume', on: TODAY });
    expect(again.body).toMatchObject({ status: 'in-service', pauses: [{ reason: 'hospital', toOn: TODAY }] });
  });
});

describe('refusals', () => {
  test('S0-7.1 not severe: the street is told every reason, and may reject with its own', async () => {
    const { id, elder, family } = await applied({ abilityLevel: 2 });
    const seen = await family.call(endpoints.checkEligibility, { query: { elderId: elder.elderId } });
    expect(seen.body.eligible).toBe(false);
    const refused = await step(street, id, { action: 'check' });
    expect(refused.error).toMatchObject({
      code: 'home-care-beds.not-eligible',
      message: '还不符合条件：能力评估为中度失能，建床对象是：重度失能；失智',
    });
    const rejected = await step(street, id, { action: 'reject', reason: '能力等级不够' });
    expect(rejected.body).toMatchObject({ status: 'rejected', built: false, endReason: '能力等级不够' });
    const next = await family.call(endpoints.applyForBed, { body: { elderId: elder.elderId } });
    expect(next.status).toBe(200);
  });

  test('a second bed, a step out of order, a step by the wrong role, a firm that may not take orders', async () => {
    const { id, elder, family } = await applied();
    const twice = await family.call(endpoints.applyForBed, { body: { elderId: elder.elderId } });
    expect(twice.error.code).toBe('home-care-beds.already-open');
    const early = await step(street, id, { action: 'accept', note: '合格', evidence: [] });
    expect(early.error).toMatchObject({
      code: 'platform.wrong-state',
      message: '家庭养老床位现在是“已申请”，不能验收',
    });
    const community = await app.as({ role: 'community', areaCode: COMMUNITY });
    expect((await step(community, id, { action: 'check' })).error.code).toBe('platform.wrong-state');
    expect((await step(family, id, { action: 'check' })).status).toBe(403);
    await step(street, id, { action: 'check' });
    const closed = await buildFirm(app.database, { name: '停业公司', status: 'suspended' });
    const body: BedStep = { action: 'assess', findings: '需照料', providerId: closed.providerId, evidence: [] };
    expect((await step(street, id, body)).error.code).toBe('providers.not-operating');
  });

  test('S3-26.3 acceptance fails: back to building, not counted', async () => {
    const { id } = await applied();
    await step(street, id, { action: 'check' });
    await step(street, id, { action: 'assess', findings: '需照料', providerId: firm.providerId, evidence: [] });
    await step(provider, id, { action: 'design', carePackage: '每周两次', devices: ['扶手'], evidence: [] });
    await step(provider, id, { action: 'build', note: '装好', evidence: [] });
    const back = await step(street, id, { action: 'rework', reason: '扶手松动' });
    expect(back.body).toMatchObject({ status: 'designed', built: false });
    expect((await step(provider, id, { action: 'accept', note: '合格', evidence: [] })).error.code).toBe(
      'platform.wrong-state',
    );
  });

  test('another firm, street and family see nothing', async () => {
    const { id } = await accepted();
    const stranger = await buildFirm(app.database, { name: '别家' });
    const strangers = [
      await app.as({ role: 'provider', areaCode: '110115000000', organisationId: stranger.providerId }),
      await app.as({ role: 'street', areaCode: '110102003000' }),
      (await applied()).family,
    ];
    for (const who of strangers) {
      expect((await who.call(endpoints.getBed, { params: { id } })).status).toBe(404);
      expect((await who.call(endpoints.listBeds, {})).body.rows.map(row => row.id)).not.toContain(id);
    }
  });

  test('S1-9.1 a signed trace cannot be changed by any role of the product', async () => {
    const client = app.database.admin;
    for (const way of ['area', 'organisation', 'family', 'batch']) {
      const { rows } = await client.query(
        "select has_table_privilege($1, 'home_care_contract_traces', 'update') as may",
        [`yinian_${way}`],
      );
      expect(rows[0]?.may, way).toBe(false);
    }
  });
});

test('statuses equal the CHECK constraint; the published view keeps its columns', async () => {
  const { admin } = app.database;
  const { rows } = await admin.query(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'home_care_beds_status_check'",
  );
  expect([...String(rows[0].text).matchAll(/'([^']+)'/g)].map(m => m[1])).toEqual([...BED_STATUSES]);
  const { fields } = await admin.query('select * from home_care_beds_v_facts limit 0');
  expect(fields.map(field => field.name).join(' ')).toBe(
    'bed_id elder_id area_code happened_area status applied_on accepted_on in_service_on ended_on',
  );
});
