import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as insurance from '#contracts/benefits/insurance.ts';
import * as endpoints from '#contracts/orders.ts';
import { listSettleLines } from '#contracts/payments.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { publish } from '#platform/outbox/publish.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY, testKeys } from '../../../../tests/support/builders.ts';
import {
  BATHING,
  buildCarer,
  buildFirm,
  buildItem,
  type Carer,
  type Firm,
  insure,
} from '../../../../tests/support/supply.ts';
import { expireOffers } from './answer-offer.ts';
import { cancelOpenOrders, correctRecord } from './index.ts';

let app: TestApp;
let firm: Firm;
let carer: Carer;
let street: Caller;
let hands: Caller;
const TODAY = '2025-06-20';

beforeAll(async () => {
  app = await startTestApp();
  await buildItem(app.database);
  firm = await buildFirm(app.database);
  carer = await buildCarer(app.database, firm);
  street = await app.as({ role: 'street', areaCode: `${COMMUNITY.slice(0, 9)}000`, name: '陈岚' });
  const person = { accountId: carer.accountId, organisationId: firm.providerId, name: carer.name };
  hands = await app.as({ role: 'caregiver', areaCode: '110115000000', ...person });
});
afterAll(() => app.stop());

/** Work as the platform in one area, in its own transaction; as a job or a reaction runs. */
const inArea = <T>(work: Parameters<ReturnType<typeof jobTools>['inArea']>[2]): Promise<T> =>
  jobTools(app.database.pool, testKeys()).inArea('110115000000', '测试', work) as Promise<T>;

async function dispatched(enter: (elder: NewElder) => Promise<unknown> = one => insure(app.database, one)) {
  const elder = await buildElder(app.database, { abilityLevel: 3, abilityValidTo: '2026-05-19' });
  await enter(elder);
  const family = await app.as({ role: 'family', areaCode: elder.areaCode, elderId: elder.elderId, name: '李敏' });
  const body = { elderId: elder.elderId, itemCode: BATHING, wantedOn: TODAY };
  const made = await family.call(endpoints.createOrder, { body });
  expect(made.error.message).toBeUndefined();
  const { id } = made.body;
  const sent = await street.call(endpoints.dispatchOrder, { params: { id }, body: { caregiverId: carer.caregiverId } });
  expect(sent.error.message).toBeUndefined();
  return { elder, family, id };
}

async function confirmed(
  enter?: (elder: NewElder) => Promise<unknown>,
  before?: (elder: NewElder) => Promise<unknown>,
) {
  const made = await dispatched(enter);
  const at = { params: { id: made.id } };
  await hands.call(endpoints.acceptOrder, at);
  await hands.call(endpoints.checkIn, { ...at, body: {} });
  await hands.call(endpoints.writeRecord, { ...at, body: { itemsDone: ['备水'], measurements: { pulse: 70 } } });
  await before?.(made.elder);
  const answer = await made.family.call(endpoints.confirmOrder, { ...at, body: {} });
  expect(answer.body.status).toBe('confirmed');
  return { ...made, recordId: answer.body.records[0]?.id ?? '' };
}

describe('long-term care insurance', () => {
  const at = ({ elderId }: NewElder) => ({ params: { elderId } });
  const entered = { grade: '重度失能Ⅱ级', fromOn: '2025-03-01', evidence: '待遇决定书第21号' };
  const enter = (elder: NewElder) => street.call(insurance.enterInsurance, { ...at(elder), body: entered });
  const lineOf = async ({ id, family }: { id: string; family: Caller }) =>
    (await family.call(listSettleLines, { query: { orderId: id } })).body.rows;

  test('S4-18.1 the person’s own benefit pays first, the subsidy only what is left; without one it pays nothing, whatever the level', async () => {
    const insured = await confirmed(enter);
    expect(await lineOf(insured)).toMatchObject([{ ltcFen: 3000, subsidyFen: 2000, selfFen: 3000, totalFen: 8000 }]);
    // The same ability level, and nothing known of an insurance.
    const none = await confirmed(async () => undefined);
    expect(await lineOf(none)).toMatchObject([{ ltcFen: 0, subsidyFen: 2000, selfFen: 6000, totalFen: 8000 }]);
    const known = (await street.call(insurance.readInsurances, at(none.elder))).body;
    expect(known).toEqual({ rows: [], standing: false, levelReaches: true });
  });

  test('S4-18.1 the day of the service decides: ended before it, the line has no part of the insurance; no two spells overlap', async () => {
    const made = await confirmed(enter, async elder => {
      const twice = await enter(elder);
      expect(twice.error.message).toContain('重叠');
      const [row] = (await street.call(insurance.readInsurances, at(elder))).body.rows;
      const params = { elderId: elder.elderId, id: row!.id };
      const early = await street.call(insurance.endInsurance, {
        params,
        body: { lastOn: '2025-02-01', note: '转出本市' },
      });
      expect(early.error.fields).toHaveProperty('lastOn');
      await street.call(insurance.endInsurance, { params, body: { lastOn: '2025-06-19', note: '复评未达到等级' } });
    });
    expect(await lineOf(made)).toMatchObject([{ ltcFen: 0, subsidyFen: 2000, selfFen: 6000, totalFen: 8000 }]);
    const order = (await made.family.call(endpoints.getOrder, { params: { id: made.id } })).body;
    expect(order).toMatchObject({ ltcFen: 0, selfFen: 6000 });
    const elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
    expect((await elsewhere.call(insurance.readInsurances, at(made.elder))).error.code).toBe('benefits.elder-not-here');
  });
});

describe('correction', () => {
  test('a new record names the former; its line is voided by a negative one and written anew; the sum stays', async () => {
    const { id, family, recordId } = await confirmed();
    const made = await inArea<{ recordId: string }>(ctx =>
      correctRecord(ctx, recordId, { reason: '漏记一项', itemsDone: ['备水', '协助洗浴'] }),
    );
    const order = await family.call(endpoints.getOrder, { params: { id } });
    expect(order.body.records.map(r => [r.id, r.current, r.correctsRecordId, r.itemsDone.length])).toEqual([
      [made.recordId, true, recordId, 2],
      [recordId, false, null, 1],
    ]);
    const lines = await family.call(listSettleLines, { query: { orderId: id } });
    expect(lines.body.rows.map(line => line.totalFen).sort((a, b) => a - b)).toEqual([-8000, 8000, 8000]);
    expect(lines.body.sums).toEqual({ ltcFen: 3000, subsidyFen: 2000, voucherFen: 0, selfFen: 3000, totalFen: 8000 });
    const { rows } = await app.database.admin.query(
      "select payload->>'formerRecordId' as former from outbox where name = 'service-record.corrected'",
    );
    expect(rows).toEqual([{ former: recordId }]);
    const twice = inArea(ctx => correctRecord(ctx, recordId, { reason: '再改' }));
    await expect(twice).rejects.toThrow('这条记录已更正过');
  });

  test('not chargeable: voided, and nothing new is owed', async () => {
    const { id, family, recordId } = await confirmed();
    await inArea(ctx => correctRecord(ctx, recordId, { reason: '没有上门', chargeable: false }));
    const lines = await family.call(listSettleLines, { query: { orderId: id } });
    expect(lines.body.sums.totalFen).toBe(0);
    expect(lines.body.total).toBe(2);
  });

  test('no role of the product may change or remove a record or the amounts of a line', async () => {
    const privileges: [string, string][] = [
      ['service_records', 'update'],
      ['settle_lines', 'update'],
    ];
    for (const way of ['area', 'organisation', 'assigned', 'family', 'batch']) {
      for (const [table, privilege] of privileges) {
        const { rows } = await app.database.admin.query('select has_table_privilege($1, $2, $3) as may', [
          `yinian_${way}`,
          table,
          privilege,
        ]);
        expect(rows[0]?.may, `${way} ${table}`).toBe(false);
      }
    }
  });
});

describe('offers that nobody answers', () => {
  test('past the limit the order goes to the next caregiver, or back to the desk, by the job', async () => {
    const { id } = await dispatched();
    await app.database.admin.query("update orders set answer_by = '2025-06-19T00:00:00Z' where order_id = $1", [id]);
    expect(await inArea<number>(expireOffers)).toBe(1);
    const order = await street.call(endpoints.getOrder, { params: { id } });
    expect(order.body).toMatchObject({ status: 'submitted', caregiverName: null });
    expect(order.body.offers[0]).toMatchObject({ answer: 'timeout', refusal: '杨秀芳超过时限没有回应' });
    expect(await inArea<number>(expireOffers)).toBe(0);
  });
});

test('death cancels what has not begun, the same day, and names the reason', async () => {
  const { id, elder, family } = await dispatched();
  const of = { elderId: elder.elderId, areaCode: elder.areaCode, from: '1900-01-01', reason: '老人已去世' };
  expect(await inArea<number>(ctx => cancelOpenOrders(ctx, of))).toBe(1);
  const order = await family.call(endpoints.getOrder, { params: { id } });
  expect(order.body).toMatchObject({ status: 'cancelled', cancelReason: '老人已去世', actions: [] });
});

test('a person who moves takes orders, records and lines along; where it happened stays', async () => {
  const served = await confirmed();
  const { id, elder } = await dispatched();
  const to = '110115005001';
  const { admin } = app.database;
  for (const table of ['elders', 'elder_sealed']) {
    await admin.query(`update ${table} set area_code = $2 where elder_id = any($1)`, [
      [elder.elderId, served.elder.elderId],
      to,
    ]);
  }
  await admin.query("update elders set compound = '新居', lon = 116.4 where elder_id = $1", [elder.elderId]);
  for (const { elderId } of [elder, served.elder]) {
    const event = { name: 'elder.moved' as const, elderId, fromArea: COMMUNITY, areaCode: to, movedOn: '2025-06-18' };
    await inArea(ctx => publish(ctx, event));
  }
  const { rows: orders } = await admin.query(
    'select area_code, happened_area, compound, longitude from orders where order_id = $1',
    [id],
  );
  expect(orders).toEqual([{ area_code: to, happened_area: COMMUNITY, compound: '新居', longitude: 116.4 }]);
  for (const table of ['service_records', 'settle_lines']) {
    const { rows } = await admin.query(`select area_code, happened_area from ${table} where order_id = $1`, [
      served.id,
    ]);
    expect(rows, table).toEqual([{ area_code: to, happened_area: COMMUNITY }]);
  }
});

test('the sealed contact opens only for its own order table and elder', async () => {
  const { id } = await dispatched();
  const { rows } = await app.database.admin.query('select sealed_contact from orders where order_id = $1', [id]);
  expect(String(rows[0].sealed_contact)).not.toContain('501');
});
