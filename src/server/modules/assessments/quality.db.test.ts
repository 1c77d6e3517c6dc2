import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/assessments/endpoints.ts';
import * as fillings from '#contracts/assessments/fillings.ts';
import * as quality from '#contracts/assessments/quality.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { explainBenefits } from '#contracts/benefits/endpoints.ts';
import { readElderVisits } from '#contracts/visits.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { publish } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testKeys } from '../../../../tests/support/builders.ts';
import { addElder } from '../../../../tests/support/elders.ts';
import { insertAssessments } from './index.ts';
import { jobs } from './jobs.ts';
import { loadScale, loadScaleForm } from './scales/load-scale.ts';

const DISTRICT = '110102000000';
const STREET = '110102001000';
const COMMUNITY = '110102001001';
const VISIT = '2025-06-23T01:00:00.000Z';
const NAMES = ['一', '二', '三', '四'] as const;

let app: TestApp;
let community: Caller;
let street: Caller;
let district: Caller;
let elsewhere: Caller;
const ids = NAMES.map(() => newId());
const assessors: Caller[] = [];
const scale = loadScale('gbt-42195-2022');
const answersOf = (points: (max: number) => number) => ({
  items: Object.fromEntries(scale.items.map(item => [item.code, points(item.max)])),
  ...{ coma: false, diagnoses: [], riskEvents30Days: 0 },
});

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY });
  street = await app.as({ role: 'street', areaCode: STREET });
  district = await app.as({ role: 'district', areaCode: DISTRICT, name: '区养老科' });
  elsewhere = await app.as({ role: 'street', areaCode: '110101001000' });
  for (const [at, accountId] of ids.entries())
    assessors.push(
      await app.as({ role: 'assessor', areaCode: DISTRICT, accountId, name: `评估员${NAMES[at]}`, title: '护士' }),
    );
});
afterAll(() => app.stop());

const elder = () => addElder(app.database.admin, { areaCode: COMMUNITY });
type Given = { elderId: string; validTo?: string; assessedOn?: string };
/** A published result straight into the table; its making is tested in assessments.db.test.ts. */
const published = async ({ elderId, validTo = '2026-06-02', assessedOn = '2025-06-02' }: Given) => {
  const assessmentId = newId();
  const mark = (at: number) => ({
    ...{ accountId: ids[at] ?? '', name: `评估员${NAMES[at]}`, title: '护士', organisation: null },
    ...{ medical: true, signedAt: null },
  });
  const row = { assessmentId, elderId, areaCode: COMMUNITY, reason: '首次评估', status: 'published' } as const;
  const answers = answersOf(max => Math.min(1, max));
  const outcome = scoreAssessment(scale, answers);
  if (!outcome.ok) throw new Error('the fixture does not score');
  const { score } = outcome;
  await insertAssessments(app.database.admin, [
    {
      ...row,
      ...{ appliedAt: '2025-06-01T01:00:00.000Z', appliedBy: { accountId: newId(), name: '导入' }, visitAt: null },
      ...{ assessors: [mark(0), mark(1)], answers, score, total: score.total, level: score.level, assessedOn },
      ...{ publishedOn: assessedOn, validTo },
    },
  ]);
  return assessmentId;
};
const happens = (event: Parameters<typeof publish>[1]) =>
  jobTools(app.database.pool, testKeys()).inArea('110000000000', 'test', ctx => publish(ctx, event));

describe('其他量表', () => {
  it('lists every questionnaire with what is not certain, and scores what is recorded by the same engine', async () => {
    const list = await community.call(fillings.listForms);
    expect(list.body.rows).toHaveLength(10);
    expect(list.body.rows.find(row => row.id === 'ltci-2021')).toMatchObject({ gradingConfidence: 'memory' });
    const elderId = await elder();
    const barthel = loadScaleForm('barthel');
    const items = Object.fromEntries(barthel.items.map(item => [item.code, item.max]));
    const body = { elderId, form: 'barthel', filledOn: '2025-06-19', answers: { items: { ...items, BI9: 0 } } };
    const done = await community.call(fillings.recordFilling, { body });
    expect(done.body.result).toMatchObject({ total: 85, outcomes: [{ level: 1 }, { level: 1, confidence: 'memory' }] });
    const wrong = await community.call(fillings.recordFilling, {
      body: { ...body, answers: { items: { ...items, BI9: 7 } } },
    });
    expect(wrong.error.fields).toMatchObject({ 'answers.items.BI9': expect.stringContaining('只能是 15、10、5、0') });
    const level = await community.call(fillings.recordFilling, { body: { ...body, form: 'gbt-42195-2022' } });
    expect(level.status).toBe(400);
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId });
    expect((await family.call(fillings.listFillings, { query: { elderId } })).body.rows).toHaveLength(1);
    expect((await elsewhere.call(fillings.readFilling, { params: { id: done.body.id } })).status).toBe(404);
    const stranger = await assessors[0]!.call(fillings.recordFilling, { body });
    expect(stranger.error.code).toBe('assessments.not-assigned-to-you');
  });
});

describe('外地结果互认', () => {
  const given = { region: '天津市', organisation: '天津市某评估中心', documentNo: '津评2025-001', level: 3 } as const;
  it('S2-11.1 waits for publication, then stands with its origin, its document and the same grade', async () => {
    const elderId = await elder();
    const body = { ...given, elderId, assessedOn: '2025-03-01' };
    const made = await street.call(quality.recogniseResult, { body });
    expect(made.body).toMatchObject({ status: 'reviewed', standsToday: false, origin: { region: '天津市' } });
    const done = await street.call(endpoints.publishAssessment, { params: { id: made.body.id } });
    expect(done.body).toMatchObject({ status: 'published', level: 3, validTo: '2026-03-01', standsToday: true });
    expect(done.body.steps.map(step => step.note)).toContain('天津市某评估中心，津评2025-001');
    const { rows } = await app.database.admin.query('select ability_level from elders where elder_id = $1', [elderId]);
    expect(rows[0].ability_level).toBe(3);
  });
  it('never stands longer than the other region says, and refuses what has expired or has no ground', async () => {
    const elderId = await elder();
    const body = { ...given, elderId, assessedOn: '2025-03-01' };
    const old = await street.call(quality.recogniseResult, { body: { ...body, assessedOn: '2024-01-01' } });
    expect(old.error.code).toBe('assessments.recognised-expired');
    const far = await street.call(quality.recogniseResult, { body: { ...body, region: '其他省市' } });
    expect(far.error.code).toBe('assessments.recognition-needs-note');
    const short = await street.call(quality.recogniseResult, { body: { ...body, validTo: '2025-09-01' } });
    expect(short.body.origin?.validTo).toBe('2025-09-01');
    expect((await community.call(quality.recogniseResult, { body })).status).toBe(403);
  });
});

describe('盲评抽样', () => {
  it('draws by a recorded seed, hides the first result from the second assessor, and says how far they agree', async () => {
    const assessed = [];
    for (let at = 0; at < 3; at += 1) assessed.push(await published({ elderId: await elder() }));
    const span = { from: '2025-06-01', to: '2025-06-30' };
    expect(
      (await district.call(quality.drawSample, { body: { from: '2019-01-01', to: '2019-01-31' } })).error.code,
    ).toBe('assessments.nothing-to-sample');
    const sample = (await district.call(quality.drawSample, { body: { ...span, size: 2, seed: '2025-06-seed' } })).body;
    const again = (await district.call(quality.drawSample, { body: { ...span, size: 2, seed: '2025-06-seed' } })).body;
    expect(sample.members.map(each => each.assessmentId)).toEqual(again.members.map(each => each.assessmentId));
    expect(sample).toMatchObject({ seed: '2025-06-seed', size: 2, agreement: { compared: 0, levels: null } });
    expect((await street.call(quality.readSample, { params: { id: sample.id } })).status).toBe(403);

    const [one, two] = sample.members;
    const which = { id: sample.id, assessmentId: one!.assessmentId };
    const free = await district.call(quality.listBlindAssessors, { params: which });
    expect(free.body.rows.map(each => each.name)).toEqual(['评估员三', '评估员四'].toSorted());
    const former = await district.call(quality.assignBlind, {
      params: which,
      body: { accountId: ids[0]!, visitAt: VISIT },
    });
    expect(former.error.code).toBe('assessments.took-part-before');
    for (const member of [one!, two!]) {
      const params = { id: sample.id, assessmentId: member.assessmentId };
      const sent = await district.call(quality.assignBlind, { params, body: { accountId: ids[2]!, visitAt: VISIT } });
      expect(sent.status).toBe(200);
    }
    const third = assessors[2]!;
    const mine = (await third.call(endpoints.listAssignments, { query: {} })).body.rows;
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatchObject({ blind: true, reason: '其他' });
    for (const [at, row] of mine.entries()) {
      const sheet = await third.call(endpoints.readAssignment, { params: { id: row.id } });
      expect(sheet.body).toMatchObject({ peer: null, peerName: '', draft: null });
      expect(JSON.stringify(sheet.body)).not.toMatch(/评估员一|评估员二|"level"|"total"/);
      expect((await third.call(endpoints.readAssessment, { params: { id: row.assessmentId } })).status).toBe(403);
      // The first of the two agrees on every item, the second finds the elder able.
      const answers = at === 0 ? answersOf(max => Math.min(1, max)) : answersOf(max => max);
      const signed = await third.call(endpoints.signAssignment, { params: { id: row.id }, body: { answers } });
      expect(signed.body).toMatchObject({ finished: true, contact: null });
    }
    const result = (await district.call(quality.readSample, { params: { id: sample.id } })).body;
    expect(result).toMatchObject({ assigned: 2, done: 2, agreement: { compared: 2, levels: 0.5 } });
    expect(result.agreement.items).toBeGreaterThan(0.5);
    const levels = result.members.map(each => each.second?.level);
    expect(levels.toSorted()).toEqual([0, 4]);
    const first = await street.call(endpoints.readAssessment, { params: { id: one!.assessmentId } });
    expect(first.body).toMatchObject({ status: 'published', level: 4, total: 26 });
  });
});

describe('过期、变化、日历、报告', () => {
  it('an expired result stops new money and never a safety visit', async () => {
    const elderId = await elder();
    await app.database.admin.query("update elders set living = '与子女同住' where elder_id = $1", [elderId]);
    const id = await published({ elderId, assessedOn: '2024-06-10', validTo: '2025-06-10' });
    await app.database.admin.query(
      "update elders set ability_level = 4, ability_valid_to = '2025-06-10' where elder_id = $1",
      [elderId],
    );
    await jobs[0]?.handle(jobTools(app.database.pool, testKeys()), {});
    expect((await street.call(endpoints.readAssessment, { params: { id } })).body.status).toBe('expired');
    const care = async (month: string) =>
      (await street.call(explainBenefits, { params: { elderId }, query: { month } })).body.schemes.find(
        each => each.scheme === 'care',
      );
    expect(await care('2025-06')).toMatchObject({ amountFen: 60_000 });
    expect(await care('2025-07')).toMatchObject({ amountFen: 0, reasons: [{ code: 'assessment-expired' }] });
    await happens({ name: 'elder.changed', elderId, areaCode: COMMUNITY, fields: ['abilityLevel'] });
    const plan = (await community.call(readElderVisits, { params: { elderId } })).body.plan;
    expect(plan).toMatchObject({ status: 'active', reasons: [{ reason: '评估为完全失能（评估已过期，探访照旧）' }] });
  });

  it('an early re-assessment names the change', async () => {
    const elderId = await elder();
    const contact = { name: '李芳', phone: '13800000000', door: '3号楼' };
    const body = { elderId, reason: '即时评估' as const, contact };
    const silent = await community.call(endpoints.applyForAssessment, { body });
    expect(silent.error.fields).toMatchObject({ note: '请写明发生了什么变化' });
    const told = await community.call(endpoints.applyForAssessment, { body: { ...body, note: '骨折出院后不能下床' } });
    expect(told.body).toMatchObject({ status: 'applied', note: '骨折出院后不能下床' });
    const calendar = await district.call(quality.readCalendar, { query: { from: '2025-06-20', days: 7 } });
    expect(calendar.body.waiting.map(row => row.assessmentId)).toContain(told.body.id);
    const sent = await street.call(endpoints.scheduleAssessment, {
      params: { id: told.body.id },
      body: { visitAt: VISIT, assessors: [ids[0]!, ids[3]!].map(accountId => ({ accountId, medical: true })) },
    });
    expect(sent.status).toBe(200);
    const after = await district.call(quality.readCalendar, { query: { from: '2025-06-20', days: 7 } });
    const row = after.body.assessors.find(each => each.accountId === ids[3]);
    expect(row?.visits).toMatchObject([{ assessmentId: told.body.id, day: '2025-06-23', blind: false }]);
    const free = await street.call(endpoints.listAvailableAssessors, { params: { id: told.body.id } });
    expect(free.body.rows.find(each => each.accountId === ids[3])?.busyAt).toEqual([VISIT]);
  });

  it('prints as a Word file and as the same PDF once it is published', async () => {
    const { default: mammoth } = await import('mammoth');
    const id = await published({ elderId: await elder() });
    const file = await street.call(quality.assessmentReport, { params: { id } });
    expect(file.status).toBe(200);
    const { value } = await mammoth.extractRawText({ buffer: file.body as Buffer });
    for (const words of ['老年人能力评估报告', '王秀英', 'B.1.1 进食', '由另外两名评估员复评', '评估员：评估员一'])
      expect(value).toContain(words);
    const pdf = await street.call(quality.assessmentReport, { params: { id }, query: { format: 'pdf' } });
    const { text } = await extractText(new Uint8Array(pdf.body as Buffer), { mergePages: true });
    const bare = (words: string) => words.replace(/\s/g, '').replaceAll('一级指标二级指标评估情况得分', '');
    expect(bare(text)).toBe(bare(value));
  });
});
