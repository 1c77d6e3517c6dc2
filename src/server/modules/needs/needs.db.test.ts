import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTimeline, recordDeath } from '#contracts/elders/record.ts';
import { NEED_STATUSES } from '#contracts/need-lifecycle.ts';
import * as needs from '#contracts/needs.ts';
import * as orders from '#contracts/orders.ts';
import { recordVisit } from '#contracts/visits.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../tests/support/builders.ts';
import { cityDatabase } from '../../../../tests/support/city-app.ts';
import { BATHING, buildCarer, buildFirm, buildItem } from '../../../../tests/support/supply.ts';

const STREET = `${COMMUNITY.slice(0, 9)}000`;
const TODAY = '2025-06-20';
let app: TestApp;
let street: Caller;
beforeAll(async () => {
  app = await startTestApp(await cityDatabase());
  await buildItem(app.database);
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚' });
}, 120_000);
afterAll(() => app.stop());

const survey = (elderId: string, more: object = {}) =>
  street.call(needs.surveyNeed, { body: { elderId, kind: 'care', urgent: false, ...more } });
const step = (id: string, action: 'match' | 'meet' | 'fail' | 'give-up' | 'reopen', note: string) =>
  street.call(needs.stepNeed, { params: { id }, body: { action, note } });
const ofElder = async (elderId: string) => (await street.call(needs.listNeeds, { query: { elderId } })).body.rows;
const duties = async (elderId: string) =>
  (
    await app.database.admin.query<{ title: string }>(
      "select title from due_items where elder_id = $1 and subject_kind = 'service-need' and closed_at is null order by title",
      [elderId],
    )
  ).rows.map(row => row.title);

test('S4-3.2 every street and community with needs in the demo: the sums by state add up from below and are the list', async () => {
  const official = await app.as({ role: 'city', areaCode: '110000000000' });
  const walked: string[] = [];
  const walk = async (area: string, levels: number): Promise<number[]> => {
    const { total, areas, kinds } = (await official.call(needs.sumNeeds, { query: { area } })).body;
    const all = NEED_STATUSES.map(status => total[status]);
    const sum = (rows: readonly { counts: Record<string, number> }[]) =>
      NEED_STATUSES.map(status => rows.reduce((n, row) => n + (row.counts[status] ?? 0), 0));
    expect([sum(areas), sum(kinds)]).toEqual([all, all]);
    const lists = NEED_STATUSES.map(status => official.call(needs.listNeeds, { query: { area, status, limit: 1 } }));
    expect((await Promise.all(lists)).map(list => list.body.total)).toEqual(all);
    walked.push(area);
    if (levels > 0)
      for (const row of areas.filter(one => NEED_STATUSES.some(status => one.counts[status] > 0)))
        expect(await walk(row.areaCode, levels - 1)).toEqual(NEED_STATUSES.map(status => row.counts[status]));
    return all;
  };
  const all = await walk('110000000000', 3);
  expect(all.every(n => n > 0)).toBe(true);
  expect(walked.filter(area => !area.endsWith('000')).length).toBeGreaterThan(1);
});

test('S4-3.2 a surveyed need is unmet, matched by an order, wanted again when it is cancelled, met when it is confirmed', async () => {
  const elder = await buildElder(app.database, { abilityLevel: 3, abilityValidTo: '2026-05-19', phone: '15400000001' });
  const { elderId } = elder;
  const made = await survey(elderId, { itemCode: BATHING, text: '自己洗不了澡' });
  expect(made.body).toMatchObject({ status: 'unmet', mayOrder: true, item: { code: BATHING } });
  expect((await survey(elderId, { itemCode: BATHING })).error.code).toBe('needs.open-already');
  expect(await duties(elderId)).toEqual(['处理王秀兰的需要']);
  const order = (needId: string, of = elderId) =>
    street.call(orders.createOrder, {
      body: { elderId: of, itemCode: BATHING, wantedOn: TODAY, wantedTime: '上午', need: null, note: null, needId },
    });
  const stranger = await buildElder(app.database, { name: '李桂英' });
  expect((await order(made.body.id, stranger.elderId)).status).toBe(404);
  const first = await order(made.body.id);
  expect((await ofElder(elderId))[0]).toMatchObject({ status: 'matching', orderId: first.body.id, mayOrder: false });
  expect(await duties(elderId)).toEqual([]);
  expect((await order(made.body.id)).status).toBe(409);
  await street.call(orders.cancelOrder, { params: { id: first.body.id }, body: { reason: '老人当天不在家' } });
  expect((await ofElder(elderId))[0]).toMatchObject({
    ...{ status: 'unmet', orderId: null, note: '服务单取消：老人当天不在家' },
  });
  expect(await duties(elderId)).toEqual(['处理王秀兰的需要']);

  const firm = await buildFirm(app.database);
  const carer = await buildCarer(app.database, firm);
  const second = (await order(made.body.id)).body.id;
  const at = { params: { id: second } };
  await street.call(orders.dispatchOrder, { ...at, body: { caregiverId: carer.caregiverId } });
  const worker = await app.as({
    ...{ role: 'caregiver', areaCode: '110115000000', accountId: carer.accountId, name: carer.name },
    organisationId: carer.providerId,
  });
  await worker.call(orders.acceptOrder, at);
  await worker.call(orders.checkIn, { ...at, body: { longitude: 116.3312, latitude: 39.7405 } });
  const record = { itemsDone: ['协助洗浴'], measurements: { temperature: 36.5 } };
  await worker.call(orders.writeRecord, { ...at, body: record });
  const family = await app.as({ role: 'family', areaCode: elder.areaCode, elderId, name: '李敏' });
  expect((await family.call(orders.confirmOrder, { ...at, body: {} })).body.status).toBe('confirmed');
  expect((await ofElder(elderId))[0]).toMatchObject({ status: 'met', note: '服务已确认', orderId: second });
  const told = (await street.call(readTimeline, { params: { id: elderId }, query: {} })).body.rows;
  expect(told.map(row => row.label)).toEqual(expect.arrayContaining(['服务需求：登记需求', '服务需求：已满足']));
});

test('S4-3.2 a need found at a visit is on the list once, given up only with a reason, and ends with the person', async () => {
  const worker = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  const { rows } = await app.database.admin.query<{ elder_id: string; area_code: string }>(
    `select p.elder_id, p.area_code from visit_plans p where p.status = 'active' and p.area_code like '110115%'
       and not exists (select 1 from service_needs n where n.elder_id = p.elder_id) limit 1`,
  );
  const { elder_id: elderId = '', area_code: areaCode = '' } = rows[0] ?? {};
  const visitor = await app.as({ role: 'community', areaCode, name: '赵敏' });
  const items = { mood: 'good', health: 'good', safety: 'good' } as const;
  const visit = (found: ('meals' | 'hazard')[]) =>
    visitor.call(recordVisit, {
      body: { elderId, method: 'home', result: 'ok', items, needs: found, note: '做不动饭' },
    });
  await visit(['meals', 'hazard']);
  await visit(['meals']);
  const found = await ofElder(elderId);
  expect(found.map(need => [need.kind, need.status, need.source, need.foundBy, need.text]).toSorted()).toEqual([
    ['hazard', 'unmet', 'visit', '赵敏', '做不动饭'],
    ['meals', 'unmet', 'visit', '赵敏', '做不动饭'],
  ]);
  const meals = found.find(need => need.kind === 'meals')?.id ?? '';
  expect((await step(meals, 'give-up', ' ')).error.fields).toHaveProperty('note');
  expect((await step(meals, 'reopen', '又想吃')).error.code).toBe('platform.wrong-state');
  expect((await step(meals, 'give-up', '女儿每天送饭')).body).toMatchObject({
    status: 'given-up',
    note: '女儿每天送饭',
  });
  expect((await step(meals, 'reopen', '女儿搬走了')).body.status).toBe('unmet');
  expect((await step(meals, 'match', '清源驿站')).body).toMatchObject({ status: 'matching', steppedBy: '陈岚' });
  expect((await duties(elderId)).length).toBe(2);

  const elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
  expect((await elsewhere.call(needs.listNeeds, { query: { elderId } })).body.rows).toEqual([]);
  const body = { action: 'meet' as const, note: '办好了' };
  expect((await elsewhere.call(needs.stepNeed, { params: { id: meals }, body })).status).toBe(404);
  expect((await elsewhere.call(needs.sumNeeds, { query: { area: STREET } })).error.code).toBe('needs.outside-area');
  const family = await app.as({ role: 'family', areaCode, elderId });
  expect((await family.call(needs.listNeeds, { query: {} })).status).toBe(403);
  expect((await worker.call(needs.listNeeds, { query: { elderId } })).body.rows).toEqual([]);

  await visitor.call(recordDeath, { params: { id: elderId }, body: { diedOn: TODAY } });
  expect((await ofElder(elderId)).map(need => [need.status, need.note])).toEqual([
    ['given-up', '老人已去世'],
    ['given-up', '老人已去世'],
  ]);
  expect(await duties(elderId)).toEqual([]);
});

test('S4-3.2 the centre of the street and the station that answers for the community see, take and step its needs, no other one does', async () => {
  const person = { abilityLevel: 3, abilityValidTo: '2026-05-19', phone: '15400000002' };
  const { elderId } = await buildElder(app.database, { name: '高玉芝', ...person });
  const bath = (await survey(elderId, { itemCode: BATHING })).body;
  const meals = (await survey(elderId, { kind: 'meals' })).body;
  const { rows } = await app.database.admin.query<{ mine: string; other: string; centre: string }>(
    `select n.organisation_id as mine, (select organisation_id from organisations o where o.kind = 'station'
       and o.organisation_id <> n.organisation_id limit 1) as other,
       (select organisation_id from organisations o where o.kind = 'centre' limit 1) as centre
     from service_needs n where need_id = $1`,
    [bath.id],
  );
  const { mine = '', other = '', centre: anyCentre = '' } = rows[0] ?? {};
  const station = await app.as({ role: 'station', areaCode: COMMUNITY, organisationId: mine, name: '站长' });
  const centre = await app.as({ role: 'centre', areaCode: STREET, organisationId: anyCentre, name: '中心主任' });
  const stepBy = (who: Caller, id: string, action: 'match' | 'meet' | 'fail' | 'give-up' | 'reopen') =>
    who.call(needs.stepNeed, { params: { id }, body: { action, note: '和老人说好了' } });
  for (const [who, name, mayOrder] of [
    [station, '站长', false],
    [centre, '中心主任', true],
  ] as const) {
    const listed = (await who.call(needs.listNeeds, { query: { elderId } })).body.rows;
    expect(listed.map(need => [need.kind, need.mayOrder]).sort()).toEqual([
      ['care', mayOrder],
      ['meals', mayOrder],
    ]);
    const { total } = (await who.call(needs.sumNeeds, { query: {} })).body;
    expect(total.unmet).toBe((await who.call(needs.listNeeds, { query: { status: 'unmet', limit: 1 } })).body.total);
    const { id } = meals;
    expect((await stepBy(who, id, 'match')).body).toMatchObject({ status: 'matching', steppedBy: name });
    expect((await stepBy(who, id, 'fail')).body.status).toBe('unmet');
    expect(await duties(elderId)).toContain('处理高玉芝的需要');
    expect((await stepBy(who, id, 'meet')).body.status).toBe('met');
    expect((await stepBy(who, id, 'reopen')).body.status).toBe('unmet');
    expect((await stepBy(who, id, 'give-up')).body.status).toBe('given-up');
    expect((await stepBy(who, id, 'reopen')).body.status).toBe('unmet');
    expect((await who.call(needs.surveyNeed, { body: { elderId, kind: 'mood' } })).status).toBe(403);
  }
  const wanted = { elderId, itemCode: BATHING, wantedOn: TODAY, needId: bath.id };
  const order = await centre.call(orders.createOrder, { body: wanted });
  expect(order.status).toBe(200);
  expect((await ofElder(elderId)).find(need => need.id === bath.id)).toMatchObject({
    ...{ status: 'matching', orderId: order.body.id },
  });

  const strangers = [
    await app.as({ role: 'station', areaCode: COMMUNITY, organisationId: other }),
    await app.as({ role: 'centre', areaCode: '110102001000', organisationId: anyCentre }),
  ];
  for (const stranger of strangers) {
    expect((await stranger.call(needs.listNeeds, { query: { elderId } })).body.rows).toEqual([]);
    expect((await stepBy(stranger, meals.id, 'match')).status).toBe(404);
  }
  const firm = await app.as({ role: 'provider', areaCode: COMMUNITY, organisationId: other });
  expect((await firm.call(needs.listNeeds, { query: {} })).status).toBe(403);
});
