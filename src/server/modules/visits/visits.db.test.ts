import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listNeeds, stepNeed } from '#contracts/needs.ts';
import * as endpoints from '#contracts/visits.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { publish, publishMany } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY, testKeys } from '../../../../tests/support/builders.ts';

const STREET = `${COMMUNITY.slice(0, 9)}000`;
const STATION = newId();
let app: TestApp;
let community: Caller;

const happens = (event: Parameters<typeof publish>[1]) =>
  jobTools(app.database.pool, testKeys()).inArea('110000000000', 'test', ctx => publish(ctx, event));
const registered = async (person: Partial<NewElder> = {}) => {
  const elder = await buildElder(app.database, person);
  await happens({ name: 'elder.registered', elderId: elder.elderId, areaCode: elder.areaCode });
  return elder;
};
const planOf = async (elder: NewElder, who = community) =>
  (await who.call(endpoints.readElderVisits, { params: { elderId: elder.elderId } })).body.plan;
const visit = (elder: NewElder, body: object) =>
  community.call(endpoints.recordVisit, {
    body: { elderId: elder.elderId, method: 'phone', result: 'ok', ...body } as never,
  });
const GOOD = { mood: 'good', health: 'good', safety: 'good' };

beforeAll(async () => {
  app = await startTestApp();
  await app.database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '清源西里社区养老服务驿站', 'station', $2)",
    [STATION, COMMUNITY],
  );
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
});
afterAll(() => app.stop());

describe('plan follows the register', () => {
  test('many who come at once get the plans that each would get alone', async () => {
    const facts: Partial<NewElder>[] = [
      { living: '独居', bornOn: '1935-01-01' },
      { living: '与子女同住', bornOn: '1960-01-01' },
      { living: '独居', bornOn: '1938-01-01', wishForVisits: false },
    ];
    const alone = [];
    for (const one of facts) alone.push(await registered(one));
    const together = await Promise.all(facts.map(one => buildElder(app.database, one)));
    const events = together.map(({ elderId, areaCode }) => ({ name: 'elder.registered' as const, elderId, areaCode }));
    await jobTools(app.database.pool, testKeys()).inArea('110000000000', 'test', async ctx => {
      await publishMany(ctx, 'elder.registered', events);
      await publishMany(ctx, 'elder.registered', events.slice(0, 1));
    });
    const told = async (people: readonly NewElder[]) => {
      const { rows } = await app.database.admin.query(
        `select p.status, p.group_code, p.reasons, p.frequency_days, p.next_due_on, p.organisation_id, p.wish,
           (select count(*)::int from audit_entries a where a.elder_id = e.elder_id and a.action = 'visits.make-plan') as made,
           (select because from benefit_changes c where c.elder_id = e.elder_id) as because
         from unnest($1::uuid[]) with ordinality e (elder_id, n) left join visit_plans p using (elder_id) order by n`,
        [people.map(one => one.elderId)],
      );
      return rows;
    };
    expect(await told(together)).toEqual(await told(alone));
    expect((await told(together)).map(row => row.made)).toEqual([1, 0, 1]);
  });

  test('S1-8.1 a registered elder of a key group has a plan the same day, and who has no group has none', async () => {
    expect(await planOf(await registered())).toMatchObject({
      status: 'active',
      group: 'oldest-alone',
      frequencyDays: 7,
      nextDueOn: '2025-06-27',
    });
    expect(await planOf(await registered({ living: '与子女同住' }))).toBeNull();
  });

  test('S4-4.1 withdrawn wish: excluded from what is due, still on a list to be contacted', async () => {
    const elder = await registered();
    await app.database.admin.query('update elders set wish_for_visits = false where elder_id = $1', [elder.elderId]);
    await happens({
      name: 'elder.changed',
      elderId: elder.elderId,
      areaCode: elder.areaCode,
      fields: ['wishForVisits'],
    });
    expect(await planOf(elder)).toMatchObject({ status: 'excluded', nextDueOn: null });
    const list = await community.call(endpoints.listVisitPlans, { query: { view: 'excluded' } });
    expect(list.body.rows.map(row => row.elderId)).toContain(elder.elderId);
  });

  test('S4-4.1 who wishes and was not visited in the period is listed; who does not wish is not', async () => {
    const late = await registered();
    const unwilling = await registered({ wishForVisits: false });
    await app.database.admin.query(
      "update visit_plans set next_due_on = '2025-06-19' where elder_id = $1 and next_due_on is not null",
      [late.elderId],
    );
    const list = await community.call(endpoints.listVisitPlans, { query: { view: 'overdue' } });
    const ids = list.body.rows.map(row => row.elderId);
    expect([ids.includes(late.elderId), ids.includes(unwilling.elderId)]).toEqual([true, false]);
  });

  test('somebody who moved takes plan and visits along; the former community sees neither', async () => {
    const elder = await registered();
    await visit(elder, { items: GOOD });
    const next = '110115003002';
    await app.database.admin.query('update elders set area_code = $2 where elder_id = $1', [elder.elderId, next]);
    await happens({ name: 'elder.changed', elderId: elder.elderId, areaCode: next, fields: ['areaCode'] });
    expect(await planOf(elder)).toBeNull();
    const there = await app.as({ role: 'community', areaCode: next });
    const seen = await there.call(endpoints.readElderVisits, { params: { elderId: elder.elderId } });
    expect([seen.body.plan?.areaCode, seen.body.visits.length]).toEqual([next, 1]);
  });

  test('a true alarm makes visits weekly', async () => {
    const elder = await registered({ living: '空巢' });
    expect((await planOf(elder))?.frequencyDays).toBe(30);
    const about = { elderId: elder.elderId, areaCode: elder.areaCode, alarmId: newId() };
    await happens({ name: 'alarm.closed', ...about, isTrue: false });
    expect((await planOf(elder))?.frequencyDays).toBe(30);
    await happens({ name: 'alarm.closed', ...about, isTrue: true });
    expect(await planOf(elder)).toMatchObject({ frequencyDays: 7, group: 'true-alarm' });
  });
});

describe('a visit', () => {
  test('S4-4.4 a gap in the standard form is refused field by field', async () => {
    const answer = await visit(await registered(), { items: { mood: 'good' } });
    expect(answer.error).toMatchObject({
      code: 'visits.items-missing',
      fields: { 'items.health': '请选身体', 'items.safety': '请选居家安全' },
    });
  });

  test('S4-4.3 two unanswered calls: a home visit today, in 今天要办; the visit settles it', async () => {
    const elder = await registered();
    expect((await visit(elder, { result: 'no-answer' })).body.plan).toMatchObject({
      nextDueOn: '2025-06-20',
      homeOnly: false,
    });
    expect((await visit(elder, { result: 'no-answer' })).body.plan).toMatchObject({
      homeOnly: true,
      because: '2 次电话无人接，须当天上门',
    });
    const open = () =>
      app.database.admin.query('select title from due_items where elder_id = $1 and closed_at is null', [
        elder.elderId,
      ]);
    expect((await open()).rows).toEqual([{ title: '王秀兰，2 次电话无人接，须当天上门' }]);
    const confirmed = () =>
      app.database.admin
        .query('select confirmed_on, confirmed_by from elders where elder_id = $1', [elder.elderId])
        .then(answer => answer.rows[0]);
    // Nobody answered: that confirms nothing of the record.
    expect((await confirmed()).confirmed_by).toBeNull();
    const home = await visit(elder, {
      method: 'home',
      result: 'problem',
      items: { ...GOOD, mood: 'concern' },
      needs: ['mood'],
    });
    expect(home.body.plan).toMatchObject({ homeOnly: false, nextDueOn: '2025-06-27', lastVisitedOn: '2025-06-20' });
    expect(await confirmed()).toEqual({ confirmed_on: '2025-06-20', confirmed_by: '赵敏，探访时上门看望' });
    expect((await open()).rows).toEqual([{ title: '处理王秀兰的需要' }]);
    const { rows: found } = (await community.call(listNeeds, { query: { elderId: elder.elderId } })).body;
    expect(found).toMatchObject([{ kind: 'mood', status: 'unmet', source: 'visit' }]);
    const params = { id: found[0]?.id ?? '' };
    await community.call(stepNeed, { params, body: { action: 'meet', note: '已转家庭医生' } });
    expect((await open()).rows).toEqual([]);
    const event = await app.database.admin.query(
      "select payload from outbox where name = 'visit.recorded' order by outbox_id desc limit 1",
    );
    expect(event.rows[0].payload.needs).toEqual(['mood']);
  });

  test('coverage counts who wishes and was reached', async () => {
    const before = (await community.call(endpoints.readVisitSummary)).body;
    const elder = await registered();
    await visit(elder, { items: GOOD });
    const after = (await community.call(endpoints.readVisitSummary)).body;
    expect([after.shouldVisit - before.shouldVisit, after.visited - before.visited]).toEqual([1, 1]);
  });
});

describe('who sees what', () => {
  test('another district, a stranger family and an unassigned visitor see nothing; the assigned one sees this plan only', async () => {
    const elder = await registered();
    const plan = (await planOf(elder))!;
    const worker = newId();
    const volunteer = await app.as({ role: 'volunteer', areaCode: STREET, accountId: worker, name: '孙志愿' });
    const none = await volunteer.call(endpoints.listVisitPlans, { query: { view: 'all' } });
    expect(none.body.rows).toEqual([]);
    const visitors = await community.call(endpoints.listVisitors, { params: { id: plan.id } });
    expect(visitors.body.rows.map(row => row.name)).toContain('孙志愿');
    await community.call(endpoints.assignVisitPlan, { params: { id: plan.id }, body: { workerId: worker } });
    const own = await volunteer.call(endpoints.listVisitPlans, { query: { view: 'all' } });
    expect(own.body.rows.map(row => row.id)).toEqual([plan.id]);
    const done = await volunteer.call(endpoints.recordVisit, {
      body: { elderId: elder.elderId, method: 'home', result: 'ok', items: GOOD } as never,
    });
    expect(done.status).toBe(200);
    const other = await app.as({ role: 'district', areaCode: '110105000000' });
    expect((await other.call(endpoints.listVisitPlans, { query: { view: 'all' } })).body.rows).toEqual([]);
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: newId() });
    expect(await planOf(elder, family)).toBeNull();
    const station = await app.as({ role: 'station', areaCode: COMMUNITY, organisationId: STATION });
    expect((await planOf(elder, station))?.id).toBe(plan.id);
  });
});
