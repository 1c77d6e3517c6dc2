import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/assessments/endpoints.ts';
import { ASSESSMENT_STATUSES } from '#contracts/assessments/lifecycle.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import type { Reaction } from '#platform/outbox/publish.ts';
import { loadKeys } from '#platform/secrets/keys.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testConfig } from '../../../../tests/support/database.ts';
import { addElder } from '../../../../tests/support/elders.ts';
import { reactions } from '../../reactions.ts';
import { insertAssessments } from './index.ts';
import { jobs } from './jobs.ts';
import { loadScale } from './scales/load-scale.ts';

const DISTRICT = '110101000000';
const STREET = '110101001000';
const COMMUNITY = '110101001001';
const OTHER_STREET = '110102001000';
const VISIT = '2025-06-23T01:00:00.000Z';
const CONTACT = { name: '李芳', phone: '13800000000', door: '3号楼2单元501' };

let app: TestApp;
let community: Caller;
let street: Caller;
let elsewhere: Caller;
const ids = { first: newId(), second: newId(), third: newId(), fourth: newId() };
const assessors: Record<keyof typeof ids, Caller> = {} as never;

const scale = loadScale('gbt-42195-2022');
/** 90 points less one step on each of the first `steps` items with more than one point. */
const sheet = (points: (item: (typeof scale.items)[number]) => number) => ({
  items: Object.fromEntries(scale.items.map(item => [item.code, points(item)])),
  coma: false,
  diagnoses: [] as string[],
  riskEvents30Days: 0,
});
const severe = sheet(item => Math.min(1, item.max));
const able = sheet(item => item.max);

const productKeys = () => {
  const config = testConfig();
  return loadKeys({ file: join(config.keysDir, 'keys.json'), dataFolder: config.dataDir, create: true });
};

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY });
  street = await app.as({ role: 'street', areaCode: STREET });
  elsewhere = await app.as({ role: 'street', areaCode: OTHER_STREET });
  for (const [key, accountId] of Object.entries(ids)) {
    const title = key === 'first' || key === 'third' ? '评估员（护士）' : '评估员';
    assessors[key as keyof typeof ids] = await app.as({
      ...{ role: 'assessor', areaCode: DISTRICT, accountId, name: `评估员${key}`, title },
    });
  }
});
afterAll(() => app.stop());

const apply = async (elderId: string, by: Caller = community) => {
  const answer = await by.call(endpoints.applyForAssessment, {
    body: { elderId, reason: '首次评估', contact: CONTACT },
  });
  expect(answer.status).toBe(200);
  return answer.body.id;
};

const two = (a: keyof typeof ids, b: keyof typeof ids, medical = true) => ({
  visitAt: VISIT,
  assessors: [
    { accountId: ids[a], medical },
    { accountId: ids[b], medical: false },
  ],
});

const schedule = async (id: string, a: keyof typeof ids = 'first', b: keyof typeof ids = 'second') => {
  const answer = await street.call(endpoints.scheduleAssessment, { params: { id }, body: two(a, b) });
  expect(answer.status).toBe(200);
};

const sheetOf = async (who: Caller, assessmentId: string) => {
  const { body } = await who.call(endpoints.listAssignments, { query: {} });
  return body.rows.find(row => row.assessmentId === assessmentId)?.id ?? '';
};

const bothSign = async (assessmentId: string, answers = severe, pair = ['first', 'second'] as const) => {
  for (const key of pair) {
    const who = assessors[key];
    const id = await sheetOf(who, assessmentId);
    const answer = await who.call(endpoints.signAssignment, { params: { id }, body: { answers } });
    expect(answer.status).toBe(200);
  }
};

const publish = async (id: string) => {
  await street.call(endpoints.reviewAssessment, { params: { id }, body: { decision: 'pass' } });
  return street.call(endpoints.publishAssessment, { params: { id } });
};

describe('能力评估全过程', () => {
  it('goes from application to a published level valid for 12 months', async () => {
    const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY });
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId });
    const id = await apply(elderId, family);
    await schedule(id);
    const first = await sheetOf(assessors.first, id);
    const brief = await assessors.first.call(endpoints.readAssignment, { params: { id: first } });
    expect(brief.body).toMatchObject({ elderName: '王秀英', compound: '幸福里', contact: CONTACT, peer: null });

    const part = { ...severe, items: { 'B.1.1': 1 } };
    const saved = await assessors.first.call(endpoints.saveAssignmentDraft, { params: { id: first }, body: part });
    expect(saved.body).toMatchObject({ answered: 1, items: 26, draft: { items: { 'B.1.1': 1 } } });
    expect((await street.call(endpoints.readAssessment, { params: { id } })).body.status).toBe('on-site');

    await bothSign(id);
    const scored = await street.call(endpoints.readAssessment, { params: { id } });
    expect(scored.body).toMatchObject({ status: 'scored', total: 26, level: 4, assessedOn: '2025-06-20' });
    expect((await family.call(endpoints.readAssessment, { params: { id } })).body).toMatchObject({ level: null });

    const done = await publish(id);
    expect(done.body).toMatchObject({ status: 'published', standsToday: true, validTo: '2026-06-20' });
    expect((await family.call(endpoints.readAssessment, { params: { id } })).body).toMatchObject({
      ...{ level: 4, total: 26, objectUntil: '2025-07-20' },
    });
    const after = await assessors.first.call(endpoints.readAssignment, { params: { id: first } });
    expect(after.body).toMatchObject({ contact: null, finished: true });
    const { rows } = await app.database.admin.query("select name from outbox where name = 'assessment.published'");
    expect(rows).toHaveLength(1);
    const register = await app.database.admin.query<{ ability_level: number; ability_valid_to: string }>(
      'select ability_level, ability_valid_to from elders where elder_id = $1',
      [elderId],
    );
    expect(register.rows[0]).toMatchObject({ ability_level: 4, ability_valid_to: '2026-06-20' });
  });

  it('ends when the elder dies: the step is kept, the assessors lose the address', async () => {
    const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY });
    const id = await apply(elderId);
    await schedule(id);
    const reaction = reactions.find(each => each.event === 'elder.died' && each.does.includes('能力评估'));
    const keys = productKeys();
    await jobTools(app.database.pool, keys).inArea(COMMUNITY, 'test', ctx =>
      (reaction as Reaction & { event: 'elder.died' }).run(ctx, {
        ...{ name: 'elder.died', elderId, areaCode: COMMUNITY, diedOn: '2025-06-19' },
      }),
    );
    const after = await street.call(endpoints.readAssessment, { params: { id } });
    expect(after.body).toMatchObject({
      status: 'cancelled',
      steps: [{ label: '终止评估', note: '老人已去世' }, {}, {}],
    });
    const mine = await sheetOf(assessors.first, id);
    const own = await assessors.first.call(endpoints.readAssignment, { params: { id: mine } });
    expect(own.body).toMatchObject({ contact: null, finished: true });
  });

  it('is scored only when both sign the same answers', async () => {
    const id = await apply(await addElder(app.database.admin, { areaCode: COMMUNITY }));
    await schedule(id);
    const [first, second] = [await sheetOf(assessors.first, id), await sheetOf(assessors.second, id)];
    await assessors.first.call(endpoints.signAssignment, { params: { id: first }, body: { answers: severe } });
    const other = { ...severe, items: { ...severe.items, 'B.1.1': 3 } };
    const differs = await assessors.second.call(endpoints.signAssignment, {
      ...{ params: { id: second }, body: { answers: other, note: '当面看到能自己吃' } },
    });
    expect(differs.body).toMatchObject({ finished: false, peer: { answers: { items: { 'B.1.1': 1 } } } });
    expect((await street.call(endpoints.readAssessment, { params: { id } })).body.status).toBe('on-site');
    const seen = await assessors.first.call(endpoints.readAssignment, { params: { id: first } });
    expect(seen.body.peer?.note).toBe('当面看到能自己吃');
    await assessors.first.call(endpoints.signAssignment, { params: { id: first }, body: { answers: other } });
    expect((await street.call(endpoints.readAssessment, { params: { id } })).body).toMatchObject({
      ...{ status: 'scored', total: 28 },
    });
    const late = await assessors.first.call(endpoints.saveAssignmentDraft, { params: { id: first }, body: severe });
    expect(late.error.code).toBe('assessments.already-signed');
  });

  it('goes back to the assessors with a reason, and their drafts stay', async () => {
    const id = await apply(await addElder(app.database.admin, { areaCode: COMMUNITY }));
    await schedule(id);
    await bothSign(id);
    const silent = await street.call(endpoints.reviewAssessment, { params: { id }, body: { decision: 'return' } });
    expect(silent.error.code).toBe('assessments.return-needs-note');
    const back = await street.call(endpoints.reviewAssessment, {
      ...{ params: { id }, body: { decision: 'return', note: 'B.1.1 与护理记录不符' } },
    });
    expect(back.body).toMatchObject({ status: 'on-site', total: null });
    const mine = await assessors.first.call(endpoints.readAssignment, {
      params: { id: await sheetOf(assessors.first, id) },
    });
    expect(mine.body).toMatchObject({ finished: false, signedAt: null, returnedBecause: 'B.1.1 与护理记录不符' });
    expect(mine.body.answered).toBe(26);
  });

  it('keeps the old result while an objection is examined by two others, then replaces it', async () => {
    const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY });
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId });
    const old = await apply(elderId);
    await schedule(old);
    await bothSign(old, able);
    await publish(old);
    const again = await family.call(endpoints.objectToAssessment, {
      params: { id: old },
      body: { reason: '已不能自理' },
    });
    expect(again.body).toMatchObject({ status: 'applied', replacesId: old, reason: '对评估结果有疑问进行的复评' });
    const id = again.body.id;
    expect((await street.call(endpoints.readAssessment, { params: { id: old } })).body).toMatchObject({
      ...{ status: 'objected', standsToday: true, level: 0, replacedById: id },
    });
    const same = await street.call(endpoints.scheduleAssessment, { params: { id }, body: two('first', 'third') });
    expect(same.error.code).toBe('assessments.took-part-before');
    const list = await street.call(endpoints.listAvailableAssessors, { params: { id } });
    expect(list.body.rows.filter(row => row.disabledBecause !== null)).toHaveLength(2);
    await schedule(id, 'third', 'fourth');
    await bothSign(id, severe, ['third', 'fourth'] as never);
    expect((await publish(id)).body).toMatchObject({ status: 'published', level: 4 });
    expect((await street.call(endpoints.readAssessment, { params: { id: old } })).body).toMatchObject({
      ...{ status: 're-assessed', standsToday: false },
    });
  });
});

describe('拒绝', () => {
  it('refuses one person as both assessors, strangers, and two without medical background', async () => {
    const id = await apply(await addElder(app.database.admin, { areaCode: COMMUNITY }));
    const send = (body: ReturnType<typeof two>) => street.call(endpoints.scheduleAssessment, { params: { id }, body });
    expect((await send(two('first', 'first'))).error.code).toBe('assessments.same-assessor');
    expect((await send(two('first', 'second', false))).error.code).toBe('assessments.no-medical-assessor');
    const stranger = { ...two('first', 'second') };
    stranger.assessors = [stranger.assessors[0] as never, { accountId: newId(), medical: false }];
    expect((await send(stranger)).error.code).toBe('assessments.not-an-assessor');
    expect((await community.call(endpoints.publishAssessment, { params: { id } })).status).toBe(403);
    expect((await street.call(endpoints.publishAssessment, { params: { id } })).error.code).toBe(
      'platform.wrong-state',
    );
  });

  it('names every missing item, and keeps nothing of the signature', async () => {
    const id = await apply(await addElder(app.database.admin, { areaCode: COMMUNITY }));
    await schedule(id);
    const mine = await sheetOf(assessors.first, id);
    const { 'B.1.1': _, ...items } = severe.items as Record<string, number>;
    const answer = await assessors.first.call(endpoints.signAssignment, {
      ...{ params: { id: mine }, body: { answers: { ...severe, items } } },
    });
    expect(answer.status).toBe(400);
    expect(answer.error.fields).toMatchObject({ 'answers.items.B.1.1': expect.stringContaining('进食') });
    expect((await street.call(endpoints.readAssessment, { params: { id } })).body.status).toBe('scheduled');
  });

  it('shows other streets, other families and other assessors nothing', async () => {
    const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY });
    const id = await apply(elderId);
    await schedule(id);
    const stranger = await app.as({
      ...{ role: 'family', areaCode: COMMUNITY, elderId: await addElder(app.database.admin, { areaCode: COMMUNITY }) },
    });
    for (const who of [elsewhere, stranger]) {
      expect((await who.call(endpoints.readAssessment, { params: { id } })).error.code).toBe('platform.not-found');
    }
    expect((await elsewhere.call(endpoints.listAssessments, { query: {} })).body).toMatchObject({ rows: [], total: 0 });
    const mine = await sheetOf(assessors.first, id);
    for (const who of [assessors.second, assessors.third]) {
      const answer = await who.call(endpoints.readAssignment, { params: { id: mine } });
      expect(answer.error.code).toBe('platform.not-found');
      expect((await who.call(endpoints.saveAssignmentDraft, { params: { id: mine }, body: severe })).status).toBe(404);
    }
    const twice = await community.call(endpoints.applyForAssessment, {
      body: { elderId, reason: '常规评估', contact: CONTACT },
    });
    expect(twice.error.code).toBe('assessments.already-open');
    expect((await app.visitor.call(endpoints.listAssessments, { query: {} })).status).toBe(401);
  });

  it('refuses an objection after its last day and elders who are gone', async () => {
    const id = await apply(await addElder(app.database.admin, { areaCode: COMMUNITY }));
    await schedule(id);
    await bothSign(id);
    await publish(id);
    await app.database.admin.query("update assessments set published_on = '2025-05-01' where assessment_id = $1", [id]);
    const late = await community.call(endpoints.objectToAssessment, { params: { id }, body: { reason: '不服' } });
    expect(late.error.code).toBe('assessments.too-late-to-object');
    const gone = await addElder(app.database.admin, { areaCode: COMMUNITY, status: 'deceased', diedOn: '2025-01-01' });
    const answer = await community.call(endpoints.applyForAssessment, {
      body: { elderId: gone, reason: '首次评估', contact: CONTACT },
    });
    expect(answer.error.code).toBe('assessments.elder-not-active');
  });
});

it('expires on the day after its last day, and asks the community for a new one', async () => {
  const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY });
  const id = await apply(elderId);
  await schedule(id);
  await bothSign(id);
  await publish(id);
  const keys = productKeys();
  const expire = () => jobs[0]?.handle(jobTools(app.database.pool, keys), {});
  await app.database.admin.query("update assessments set valid_to = '2025-06-20' where assessment_id = $1", [id]);
  await expire();
  expect((await street.call(endpoints.readAssessment, { params: { id } })).body.status).toBe('published');
  await app.database.admin.query("update assessments set valid_to = '2025-06-19' where assessment_id = $1", [id]);
  await expire();
  const after = await street.call(endpoints.readAssessment, { params: { id } });
  expect(after.body).toMatchObject({ status: 'expired', standsToday: false, dueOn: '2025-07-04' });
});

it('takes past assessments in bulk', async () => {
  const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY });
  const row = { assessmentId: newId(), elderId, areaCode: COMMUNITY, reason: '首次评估', status: 'published' } as const;
  const by = { accountId: newId(), name: '导入' };
  const result = { total: 40, level: 3, assessedOn: '2025-02-10', publishedOn: '2025-02-17', validTo: '2026-02-10' };
  const done = { answers: null, score: { total: 40 }, visitAt: null, assessors: [], ...result };
  await insertAssessments(app.database.admin, [
    { ...row, ...done, appliedAt: '2025-02-01T01:00:00.000Z', appliedBy: by },
  ]);
  const list = await street.call(endpoints.listAssessments, { query: { elderId } });
  expect(list.body.rows).toMatchObject([{ status: 'published', level: 3, validTo: '2026-02-10' }]);
});

it('keeps the statuses of the contract and of the CHECK constraint the same', async () => {
  const { rows } = await app.database.admin.query<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'assessments_status_check'",
  );
  const found = [...(rows[0]?.text.matchAll(/'([^']+)'/g) ?? [])].map(match => match[1]);
  expect(found).toEqual([...ASSESSMENT_STATUSES]);
});
