import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ORDER_STATUSES } from '#contracts/order-lifecycle.ts';
import * as photos from '#contracts/order-photos.ts';
import * as endpoints from '#contracts/orders.ts';
import { listSettleLines } from '#contracts/payments.ts';
import { getProvider, stepProvider } from '#contracts/providers.ts';
import { stepCaregiver } from '#contracts/workforce.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { pngOf } from '../../../../tests/support/pictures.ts';
import {
  BATHING,
  buildCarer,
  buildFirm,
  buildItem,
  type Carer,
  type Firm,
  insure,
} from '../../../../tests/support/supply.ts';

let app: TestApp;
let firm: Firm;
let other: Firm;
let near: Carer;
let far: Carer;
let street: Caller;
const STREET = `${COMMUNITY.slice(0, 9)}000`;
const TODAY = '2025-06-20';

beforeAll(async () => {
  app = await startTestApp();
  await buildItem(app.database);
  firm = await buildFirm(app.database);
  other = await buildFirm(app.database, { name: '大兴安泰居家养老有限公司' });
  near = await buildCarer(app.database, firm);
  far = await buildCarer(app.database, other, { name: '刘桂芬', longitude: 116.36, latitude: 39.76 });
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚' });
});
afterAll(() => app.stop());

const carerCalls = (carer: Carer) =>
  app.as({
    role: 'caregiver',
    areaCode: '110115000000',
    accountId: carer.accountId,
    organisationId: carer.providerId,
    name: carer.name,
  });

async function newElder(given: Parameters<typeof buildElder>[1] = {}) {
  const elder = await buildElder(app.database, {
    abilityLevel: 3,
    abilityValidTo: '2026-05-19',
    phone: '15400000001',
    ...given,
  });
  await insure(app.database, elder);
  const family = await app.as({ role: 'family', areaCode: elder.areaCode, elderId: elder.elderId, name: '李敏' });
  return { elder, family };
}

async function ordered(given: { caregiver?: Carer } = {}) {
  const { elder, family } = await newElder();
  const made = await family.call(endpoints.createOrder, {
    body: { elderId: elder.elderId, itemCode: BATHING, wantedOn: TODAY, wantedTime: '上午', need: '腿脚不便' },
  });
  expect(made.error.message ?? made.status).toBe(200);
  const id = made.body.id;
  if (given.caregiver) {
    const sent = await street.call(endpoints.dispatchOrder, {
      params: { id },
      body: { caregiverId: given.caregiver.caregiverId },
    });
    expect(sent.error.message ?? sent.status).toBe(200);
  }
  return { elder, family, id };
}

const open = (label: string) =>
  app.database.admin
    .query<{ for_role: string; action_label: string }>(
      'select for_role, action_label from due_items where subject_id = $1 and closed_at is null',
      [label],
    )
    .then(answer => answer.rows);

describe('the whole way', () => {
  test('S0-6.5 ordered by the daughter, sent by the street, served, confirmed, evaluated, one settlement line', async () => {
    const { elder, family, id } = await ordered();
    expect(await open(id)).toEqual([{ for_role: 'street', action_label: '派单' }]);

    const list = await street.call(endpoints.findCandidates, { params: { id } });
    expect(list.body.ranked.map(c => c.caregiverName)).toEqual(['杨秀芳', '刘桂芬']);
    expect(list.body.ranked[0]?.reasons.join('；')).toMatch(/离家 \d+ 米/);

    const sent = await street.call(endpoints.dispatchOrder, {
      params: { id },
      body: { caregiverId: near.caregiverId },
    });
    expect(sent.body).toMatchObject({ status: 'dispatched', caregiverName: '杨秀芳', providerName: firm.name });

    const carer = await carerCalls(near);
    expect((await carer.call(endpoints.listOrders, {})).body.rows.map(r => r.id)).toContain(id);
    expect((await carer.call(endpoints.openAddress, { params: { id } })).error.code).toBe('platform.wrong-state');
    expect((await carer.call(endpoints.acceptOrder, { params: { id } })).body.status).toBe('accepted');
    const address = await carer.call(endpoints.openAddress, { params: { id } });
    expect(address.body).toEqual({ place: '清源路 清源西里', door: '3号楼2单元501', phone: '15400000001' });

    const position = { longitude: 116.3312, latitude: 39.7405 };
    const arrived = await carer.call(endpoints.checkIn, { params: { id }, body: position });
    expect(arrived.body.status).toBe('started');
    expect(arrived.body.startMetres).toBeGreaterThan(50);
    expect(arrived.body.startMetres).toBeLessThan(200);

    const photo = (content: Buffer, name = '现场.png') =>
      carer.call(photos.addOrderPhoto, { params: { id }, file: { name, bytes: content } });
    expect((await photo(Buffer.from('MZ not a picture'), '现场.jpg')).error.code).toBe('platform.file-type');
    expect((await photo(Buffer.from('只是文字'))).error.message).toContain('PNG 或 JPEG');
    const picture = pngOf(2, 2);
    const handed = await photo(picture);
    expect(handed.body).toMatchObject({ name: '现场.png', bytes: picture.length });
    const ofAnother = { itemsDone: ['备水'], measurements: { pulse: 70 }, evidence: [newId()] };
    const foreign = await carer.call(endpoints.writeRecord, { params: { id }, body: ofAnother });
    expect(foreign.error.fields).toHaveProperty('evidence');
    const bare = await carer.call(endpoints.writeRecord, { params: { id }, body: { itemsDone: ['备水'] } });
    expect(bare.error).toMatchObject({ code: 'orders.evidence-missing', message: '还缺：测量值' });
    const done = await carer.call(endpoints.writeRecord, {
      params: { id },
      body: {
        itemsDone: ['测体温血压', '协助洗浴'],
        measurements: { temperature: 36.5 },
        evidence: [handed.body.id],
      },
    });
    expect(done.body).toMatchObject({ status: 'done' });
    const at = { params: { id, photoId: handed.body.id } };
    expect(Buffer.compare((await street.call(photos.readOrderPhoto, at)).body as Buffer, picture)).toBe(0);
    const elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
    expect((await elsewhere.call(photos.readOrderPhoto, at)).status).toBe(404);
    expect((await photo(picture)).error.code).toBe('platform.wrong-state');
    expect(done.body.records[0]).toMatchObject({ current: true, recordedBy: '杨秀芳' });
    expect(await open(id)).toEqual([{ for_role: 'family', action_label: '确认服务' }]);

    expect((await family.call(endpoints.confirmOrder, { params: { id }, body: {} })).body.status).toBe('confirmed');
    const rated = await family.call(endpoints.evaluateOrder, { params: { id }, body: { score: 5, text: '很细心' } });
    expect(rated.body).toMatchObject({ status: 'evaluated', score: 5 });
    expect(rated.body.history.map(step => step.action)).toEqual([
      'evaluate',
      'confirm',
      'record',
      'check-in',
      'accept',
      'dispatch',
      'dispatch',
    ]);

    const lines = await family.call(listSettleLines, { query: { orderId: id } });
    expect(lines.body.rows).toHaveLength(1);
    // LTC first up to 30 yuan, subsidy up to 20, the person the rest of 80.
    expect(lines.body.rows[0]).toMatchObject({ ltcFen: 3000, subsidyFen: 2000, selfFen: 3000, totalFen: 8000 });
    expect((await street.call(getProvider, { params: { id: firm.providerId } })).body.provider).toMatchObject({
      rating: 5,
      ratingCount: 1,
    });
    const { rows } = await app.database.admin.query(
      "select actor_name, elder_id from audit_entries where action = 'orders.open-address' and subject_id = $1",
      [id],
    );
    expect(rows).toEqual([{ actor_name: '杨秀芳', elder_id: elder.elderId }]);
  });
});

describe('refusals of the people', () => {
  test('no: the next on the list is asked at once; nobody left: back to the desk', async () => {
    const { id } = await ordered({ caregiver: near });
    const first = await carerCalls(near);
    const passed = await first.call(endpoints.refuseOrder, { params: { id }, body: { reason: '今天家里有事' } });
    expect(passed.body).toEqual({ offeredTo: '刘桂芬' });
    expect((await first.call(endpoints.getOrder, { params: { id } })).status).toBe(404);
    const second = await carerCalls(far);
    const back = await second.call(endpoints.refuseOrder, { params: { id }, body: { reason: '太远' } });
    expect(back.body).toEqual({ offeredTo: null });
    const order = await street.call(endpoints.getOrder, { params: { id } });
    expect(order.body.status).toBe('submitted');
    expect(order.body.offers.map(o => [o.caregiverName, o.answer, o.refusal])).toEqual([
      ['刘桂芬', 'refused', '太远'],
      ['杨秀芳', 'refused', '今天家里有事'],
    ]);
    const again = await street.call(endpoints.dispatchOrder, {
      params: { id },
      body: { caregiverId: near.caregiverId },
    });
    expect(again.error).toMatchObject({
      code: 'orders.candidate-excluded',
      message: '杨秀芳不能派这张单：这张单已派过，没有接',
    });
  });

  test.each([
    [{ name: '未核验', status: 'registered', verified_on: null }, '还没有实名核验'],
    [
      { name: '黑名单', status: 'negative-list', negative_since: '2025-01-01', negative_reason: '虚报服务' },
      '在负面清单上：虚报服务',
    ],
    [{ name: '证过期', healthUntil: '2025-06-01' }, '没有在有效期内的健康证'],
    [{ name: '级别低', level: 1 }, '初级工（五级），项目要求中级工（四级）以上'],
  ])('S1-19.3 S1-17.3 S4-22.1 %j is not dispatchable', async (given, because) => {
    const carer = await buildCarer(app.database, firm, given);
    const { id } = await ordered();
    const list = await street.call(endpoints.findCandidates, { params: { id } });
    const named = list.body.excluded.find(c => c.caregiverId === carer.caregiverId);
    expect(named?.excludedBecause).toBe(because);
    const sent = await street.call(endpoints.dispatchOrder, {
      params: { id },
      body: { caregiverId: carer.caregiverId },
    });
    expect(sent.error).toMatchObject({
      code: 'orders.candidate-excluded',
      message: `${given.name}不能派这张单：${because}`,
    });
  });

  test('S1-19.3 listed after the offer: the caregiver can no longer accept', async () => {
    const carer = await buildCarer(app.database, firm, { name: '后列入' });
    const { id } = await ordered({ caregiver: carer });
    const district = await app.as({ role: 'district', areaCode: '110115000000' });
    const listed = await district.call(stepCaregiver, {
      params: { id: carer.caregiverId },
      body: { action: 'blacklist', reason: '投诉属实' },
    });
    expect(listed.body.status).toBe('negative-list');
    const accepted = await (await carerCalls(carer)).call(endpoints.acceptOrder, { params: { id } });
    expect(accepted.error.message).toBe('您现在不能接单：在负面清单上：投诉属实');
  });
});

describe('refusals of the system', () => {
  test('wrong state, double check-in, cancelling after check-in, a record without check-in', async () => {
    const { family, id } = await ordered({ caregiver: near });
    const carer = await carerCalls(near);
    expect((await carer.call(endpoints.checkIn, { params: { id }, body: {} })).error.message).toBe(
      '服务单现在是“待接单”，不能签到',
    );
    await carer.call(endpoints.acceptOrder, { params: { id } });
    const early = await carer.call(endpoints.writeRecord, { params: { id }, body: { itemsDone: ['备水'] } });
    expect(early.error.code).toBe('platform.wrong-state');
    const arrived = await carer.call(endpoints.checkIn, { params: { id }, body: {} });
    expect(arrived.body).toMatchObject({ status: 'started', startMetres: null });
    expect((await carer.call(endpoints.checkIn, { params: { id }, body: {} })).error.code).toBe('platform.wrong-state');
    const cancelled = await family.call(endpoints.cancelOrder, { params: { id }, body: { reason: '不要了' } });
    expect(cancelled.error).toMatchObject({ code: 'platform.wrong-state', message: '服务单现在是“服务中”，不能取消' });
    // One caregiver is not in two places.
    const second = await ordered({ caregiver: near });
    await carer.call(endpoints.acceptOrder, { params: { id: second.id } });
    const twice = await carer.call(endpoints.checkIn, { params: { id: second.id }, body: {} });
    expect(twice.error.message).toMatch(/还没有写记录/);
    await carer.call(endpoints.writeRecord, {
      params: { id },
      body: { itemsDone: ['备水'], measurements: { pulse: 70 } },
    });
    const third = await second.family.call(endpoints.cancelOrder, {
      params: { id: second.id },
      body: { reason: '改天' },
    });
    expect(third.body).toMatchObject({ status: 'cancelled', cancelReason: '改天' });
  });

  test('a double click with the same key makes one order', async () => {
    const { elder, family } = await newElder();
    const key = newId();
    const body = { elderId: elder.elderId, itemCode: BATHING, wantedOn: TODAY };
    const first = await family.call(endpoints.createOrder, { body, key });
    const again = await family.call(endpoints.createOrder, { body, key });
    expect(again.body.id).toBe(first.body.id);
    expect((await family.call(endpoints.listOrders, {})).body.total).toBe(1);
  });

  test('another firm, another street, another family and another caregiver see nothing', async () => {
    const { id } = await ordered({ caregiver: near });
    const strangers = [
      await app.as({ role: 'provider', areaCode: '110115000000', organisationId: other.providerId }),
      await app.as({ role: 'street', areaCode: '110102003000' }),
      (await newElder()).family,
      await carerCalls(far),
    ];
    for (const stranger of strangers) {
      expect((await stranger.call(endpoints.getOrder, { params: { id } })).status).toBe(404);
      expect((await stranger.call(endpoints.listOrders, {})).body.rows.map(r => r.id)).not.toContain(id);
    }
    const own = await app.as({ role: 'provider', areaCode: '110115000000', organisationId: firm.providerId });
    expect((await own.call(endpoints.getOrder, { params: { id } })).body.status).toBe('dispatched');
    const asProvider = await own.call(endpoints.openAddress, { params: { id } });
    expect(asProvider.status).toBe(403);
  });

  test('an order for somebody else’s elder is refused; a past day and an unknown item too', async () => {
    const { elder, family } = await newElder();
    const { elder: neighbour } = await newElder();
    const wrong = await family.call(endpoints.createOrder, {
      body: { elderId: neighbour.elderId, itemCode: BATHING, wantedOn: TODAY },
    });
    expect(wrong.error.code).toBe('orders.elder-not-found');
    const past = await family.call(endpoints.createOrder, {
      body: { elderId: elder.elderId, itemCode: BATHING, wantedOn: '2025-06-19' },
    });
    expect(past.error.fields).toEqual({ wantedOn: '日期不能早于今天' });
    const unknown = await family.call(endpoints.createOrder, {
      body: { elderId: elder.elderId, itemCode: 'singing', wantedOn: TODAY },
    });
    expect(unknown.error.code).toBe('catalogue.not-in-use');
  });
});

describe('reach', () => {
  test('S0-6.5 a centre takes and dispatches for its own street only, and keeps sight of the order', async () => {
    const organisationId = (await buildFirm(app.database, { name: '清源区域养老服务中心', class: 'centre' }))
      .providerId;
    const centre = await app.as({ role: 'centre', areaCode: COMMUNITY, organisationId });
    const { elder } = await newElder();
    const made = await centre.call(endpoints.createOrder, {
      body: { elderId: elder.elderId, itemCode: BATHING, wantedOn: TODAY },
    });
    expect(made.body).toMatchObject({ status: 'submitted', source: 'centre' });
    const { id } = made.body;
    await centre.call(endpoints.dispatchOrder, { params: { id }, body: { caregiverId: near.caregiverId } });
    expect((await centre.call(endpoints.getOrder, { params: { id } })).body.status).toBe('dispatched');
    const away = await newElder({ areaCode: '110102003001' });
    const refused = await centre.call(endpoints.createOrder, {
      body: { elderId: away.elder.elderId, itemCode: BATHING, wantedOn: TODAY },
    });
    expect(refused.error.code).toBe('orders.elder-not-found');
  });

  test('S4-20.2 a firm that leaves gives its orders back', async () => {
    const leaving = await buildFirm(app.database, { name: '要走的公司' });
    const carer = await buildCarer(app.database, leaving, { name: '孙红' });
    const { id } = await ordered({ caregiver: carer });
    const district = await app.as({ role: 'district', areaCode: '110115000000' });
    const gone = await district.call(stepProvider, {
      params: { id: leaving.providerId },
      body: { action: 'exit', reason: '自愿退出' },
    });
    expect(gone.body.status).toBe('exited');
    const order = await street.call(endpoints.getOrder, { params: { id } });
    expect(order.body).toMatchObject({ status: 'submitted', providerName: null });
  });

  test('statuses equal the CHECK constraint; published views keep their columns', async () => {
    const { rows } = await app.database.admin.query(
      "select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'orders_status_check'",
    );
    const named = [...String(rows[0].text).matchAll(/'([^']+)'/g)].map(m => m[1]);
    expect(named).toEqual([...ORDER_STATUSES]);
    const columns = async (view: string) =>
      (await app.database.admin.query(`select * from ${view} limit 0`)).fields.map(field => field.name).join(' ');
    expect(await columns('orders_v_facts')).toBe(
      'order_id elder_id area_code happened_area item_code status ordered_on done_on provider_id amount_fen',
    );
    expect(await columns('service_records_v_facts')).toBe(
      'record_id order_id elder_id area_code happened_area item_code provider_id caregiver_id served_on minutes current',
    );
    expect(await columns('settle_lines_v_facts')).toBe(
      'line_id kind elder_id area_code happened_area provider_id order_id record_id item_code served_on ltc_fen subsidy_fen self_fen total_fen settled_on voucher_fen',
    );
  });
});
