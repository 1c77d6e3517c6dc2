import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/benefits/endpoints.ts';
import { APPLICATION_STATUSES, BATCH_STATUSES, OFFER_STATUSES } from '#contracts/benefits/lifecycle.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { loadKeys } from '#platform/secrets/keys.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testConfig } from '../../../../tests/support/database.ts';
import { addElder, type TestElder } from '../../../../tests/support/elders.ts';
import { insertApplications, insertDeterminations } from './bulk/index.ts';
import { jobs } from './jobs.ts';

const STREET = '110101001000';
const COMMUNITY = '110101001001';

let app: TestApp;
let community: Caller;
let street: Caller;
let elsewhere: Caller;

beforeAll(async () => {
  app = await startTestApp();
  community = await app.as({ role: 'community', areaCode: COMMUNITY });
  street = await app.as({ role: 'street', areaCode: STREET });
  elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
});
afterAll(() => app.stop());

const elder = (given: Partial<TestElder> = {}) => addElder(app.database.admin, { areaCode: COMMUNITY, ...given });
const explain = async (who: Caller, elderId: string, month = '2025-06') =>
  (await who.call(endpoints.explainBenefits, { params: { elderId }, query: { month } })).body;
const apply = async (who: Caller, elderId: string, scheme: 'hardship' | 'care' | 'advancedAge') =>
  who.call(endpoints.applyForBenefit, { body: { elderId, scheme } });
type Decision = { decision: 'grant' | 'refuse' | 'dispute'; note?: string };
const decide = async (who: Caller, id: string, body: Decision) =>
  who.call(endpoints.decideApplication, { params: { id }, body });

/** A published result straight into the table: its making is tested in assessments. */
const assessed = (elderId: string, level: number) =>
  app.database.admin.query(
    `insert into assessments (elder_id, assessment_id, area_code, happened_area, scale, reason, status, applied_at, applied_by, applied_by_name,
       score, total, level, assessed_on, published_on, valid_to)
     values ($1, $2, $3, $3, 'gbt-42195-2022', '首次评估', 'published', '2025-01-01T00:00:00Z', $2, '测试', '{}', 30, $4, '2025-02-10', '2025-02-10', '2026-02-10')`,
    [elderId, newId(), COMMUNITY, level],
  );

describe('一个人的待遇', () => {
  it('says what there is, by which clause, and what would change a refusal', async () => {
    const id = await elder({ bornOn: '1940-03-05' });
    const body = await explain(community, id);
    const age = body.schemes.find(each => each.scheme === 'advancedAge');
    expect(age).toMatchObject({ amountFen: 0, canApply: true, reasons: [{ code: 'no-application' }] });
    expect(age?.nearestYes).toMatchObject({ amountFen: 10_000, sentence: expect.stringContaining('提出申请') });
    expect(age?.reasons[0]).toMatchObject({ documentNumber: '京民养老发〔2019〕160号', confidence: 'found' });
    expect(body.facts.find(each => each.field === 'abilityLevel')).toMatchObject({ value: '没有评估过' });
    expect(body.deadlines.map(each => each.on)).toEqual(['2025-06-20', '2025-06-25']);
  });

  it('pays 重度失能 without an application while the assessment stands, and not after it expired', async () => {
    const id = await elder();
    await assessed(id, 3);
    const care = async (month: string) => (await explain(street, id, month)).schemes.find(s => s.scheme === 'care');
    expect(await care('2025-06')).toMatchObject({ amountFen: 60_000, from: '2025-02' });
    expect(await care('2026-02')).toMatchObject({ amountFen: 60_000 });
    expect(await care('2026-03')).toMatchObject({ amountFen: 0, reasons: [{ code: 'assessment-expired' }] });
  });

  it('takes other benefits into account once they are registered with their proof', async () => {
    const id = await elder();
    await assessed(id, 4);
    const codes = (await app.visitor.call(endpoints.listOtherBenefits, {})).body.rows;
    const rival = codes.find(each => each.effect === 'excludes' && each.schemes.includes('care'));
    const facts = { otherBenefits: [{ code: rival?.code ?? '' }], source: '人社比对 2025-06' };
    const saved = await community.call(endpoints.saveBenefitFacts, { params: { elderId: id }, body: facts });
    expect(saved.body.schemes.find(each => each.scheme === 'care')).toMatchObject({ amountFen: 0 });
    expect(saved.body.facts.find(each => each.field === 'otherBenefits')?.source).toBe('待遇登记：人社比对 2025-06');
    const wrong = { otherBenefits: [{ code: 'nothing' }], source: 'x' };
    expect((await community.call(endpoints.saveBenefitFacts, { params: { elderId: id }, body: wrong })).status).toBe(
      400,
    );
  });

  it('answers a visitor without name, and keeps nothing of the facts', async () => {
    const { status, body } = await app.visitor.call(endpoints.askBenefits, {
      body: { bornOn: '1934-01-01', hukouInBeijing: true, economicClass: '低保' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ month: '2025-06', totalFen: 30_000 + 50_000 });
    const { rows } = await app.database.admin.query(
      "select 1 from audit_entries where action = 'benefits.ask' and (before is not null or after is not null or elder_id is not null)",
    );
    expect(rows).toHaveLength(0);
    const lines = (await app.visitor.call(endpoints.listBenefitParameters, { query: {} })).body.rows;
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.find(each => each.id === 'care.abilityValidityMonths')).toMatchObject({ confidence: 'memory' });
  });
});

describe('申请和决定', () => {
  it('is applied for by the family, decided by the street, and stored with its documents', async () => {
    const id = await elder();
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: id });
    const made = await apply(family, id, 'advancedAge');
    expect(made.body).toMatchObject({ status: 'applied', evaluation: { amountFen: 10_000 } });
    expect((await apply(community, id, 'advancedAge')).error.code).toBe('benefits.already-applied');
    const done = await decide(street, made.body.id, { decision: 'grant' });
    expect(done.body).toMatchObject({ status: 'granted', decidedBy: '测试人员' });
    const mine = await family.call(endpoints.explainMyBenefits, { query: {} });
    expect(mine.body).toMatchObject({ totalFen: 10_000, elderId: id });
    const list = await street.call(endpoints.listDeterminations, { query: { month: '2025-06', elderId: id } });
    expect(list.body).toMatchObject({ total: 1, totalFen: 10_000 });
    const stored = await street.call(endpoints.readDetermination, { params: { id: list.body.rows[0]?.id ?? '' } });
    expect(stored.body.documentNumbers).toContain('京民养老发〔2019〕160号');
    expect(stored.body.reasons.map(each => each.code)).toContain('qualified');
  });

  it('keeps maker and checker apart, and does not grant against the rules', async () => {
    const id = await elder({ bornOn: '1955-01-01' });
    const own = await apply(street, id, 'advancedAge');
    expect((await decide(street, own.body.id, { decision: 'grant' })).error.code).toBe('benefits.same-person');
    expect(own.body.nextActions.find(each => each.action === 'grant')).toMatchObject({ allowed: false });
    const colleague = await app.as({ role: 'street', areaCode: STREET });
    const against = await decide(colleague, own.body.id, { decision: 'grant' });
    expect(against.error).toMatchObject({ code: 'benefits.not-entitled', message: expect.stringContaining('高龄') });
    expect((await decide(colleague, own.body.id, { decision: 'refuse' })).error.code).toBe('benefits.needs-note');
    const refused = await decide(colleague, own.body.id, { decision: 'refuse', note: '未满 80 周岁' });
    expect(refused.body).toMatchObject({ status: 'refused', decisionNote: '未满 80 周岁' });
    expect(refused.body.remedy).toMatchObject({ confidence: 'memory', text: expect.stringContaining('行政复议') });
    expect((await decide(community, own.body.id, { decision: 'grant' })).status).toBe(403);
  });

  it('sends a disputed case to the district with the 25th as its day', async () => {
    const made = await apply(community, await elder(), 'advancedAge');
    const sent = await decide(street, made.body.id, { decision: 'dispute', note: '户籍地址与居住证不符' });
    expect(sent.body).toMatchObject({ status: 'disputed', dueOn: '2025-06-25' });
    const district = await app.as({ role: 'district', areaCode: '110101000000' });
    expect((await decide(district, made.body.id, { decision: 'grant' })).body.status).toBe('granted');
  });

  it('shows another district nothing and a family only its own', async () => {
    const id = await elder();
    const made = await apply(community, id, 'advancedAge');
    const stranger = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: await elder() });
    for (const who of [elsewhere, stranger]) {
      expect((await who.call(endpoints.readApplication, { params: { id: made.body.id } })).status).toBe(404);
      const answer = await who.call(endpoints.explainBenefits, { params: { elderId: id }, query: {} });
      expect(answer.error.code).toBe('benefits.elder-not-here');
    }
    expect((await elsewhere.call(endpoints.listApplications, { query: {} })).body.rows).toEqual([]);
  });
});

describe('按月批量核定', () => {
  const keys = () => {
    const config = testConfig();
    return loadKeys({ file: join(config.keysDir, 'keys.json'), dataFolder: config.dataDir, create: true });
  };
  /** Runs the job as the worker would, without waiting for the queue. */
  const run = async (batchId: string, areaCode: string) => {
    const job = jobs.find(each => each.name === 'benefits.batch');
    await job?.handle(jobTools(app.database.pool, keys()), { batchId, areaCode });
  };

  it('finds who is paid, offers what was never applied for, and says so only once', async () => {
    const area = '110105001000';
    const place = '110105001001';
    const bureau = await app.as({ role: 'street', areaCode: area });
    const worker = await app.as({ role: 'community', areaCode: place });
    const paid = await elder({ areaCode: place, name: '赵甲' });
    await insertAsBatch(paid, place);
    const unaware = await elder({ areaCode: place, name: '钱乙', bornOn: '1930-05-01' });
    await elder({ areaCode: place, name: '孙丙', bornOn: '1950-05-01' });
    const diedInMay = { areaCode: place, name: '李丁', status: 'deceased' };
    await insertAsBatch(await elder({ ...diedInMay, diedOn: '2025-06-02' }), place);

    const begun = await bureau.call(endpoints.startBatch, { body: { month: '2025-06' } });
    expect(begun.body).toMatchObject({ status: 'waiting' });
    const again = await bureau.call(endpoints.startBatch, { body: { month: '2025-06' } });
    expect(again.error.code).toBe('benefits.batch-running');
    await run(begun.body.id, area);
    const { body } = await bureau.call(endpoints.readBatch, { params: { id: begun.body.id } });
    expect(body).toMatchObject({ status: 'done', people: 4, granted: 2, offers: 1, amountFen: 20_000, problems: 0 });

    const offers = await worker.call(endpoints.listOffers, { query: { status: 'found' } });
    expect(offers.body.rows).toMatchObject([{ elderName: '钱乙', scheme: 'advancedAge', amountFen: 50_000 }]);
    const id = offers.body.rows[0]?.id ?? '';
    const silent = await worker.call(endpoints.answerOffer, { params: { id }, body: { answer: 'decline' } });
    expect(silent.error.code).toBe('benefits.needs-note');
    const told = await worker.call(endpoints.answerOffer, { params: { id }, body: { answer: 'notify' } });
    expect(told.body.status).toBe('notified');
    const claimed = await worker.call(endpoints.answerOffer, { params: { id }, body: { answer: 'claim' } });
    expect(claimed.body.status).toBe('claimed');
    expect((await explain(worker, unaware)).schemes.find(s => s.scheme === 'advancedAge')?.application?.status).toBe(
      'applied',
    );

    const second = await bureau.call(endpoints.startBatch, { body: { month: '2025-07' } });
    await run(second.body.id, area);
    const july = await bureau.call(endpoints.readBatch, { params: { id: second.body.id } });
    expect(july.body).toMatchObject({ status: 'done', granted: 1, offers: 0 });
    const late = await bureau.call(endpoints.startBatch, { body: { month: '2025-08' } });
    expect(late.error.code).toBe('benefits.month-out-of-range');
    expect((await elsewhere.call(endpoints.listBatches, {})).body.rows).toEqual([]);
  });

  it('is stopped and goes on where it stood, with the same figures as one that was never stopped', async () => {
    const area = '110105002000';
    const bureau = await app.as({ role: 'street', areaCode: area });
    for (let n = 0; n < 3; n++) await elder({ areaCode: '110105002001', name: `周${n}`, bornOn: '1930-05-01' });
    const begun = await bureau.call(endpoints.startBatch, { body: { month: '2025-06' } });
    expect(begun.body.runId).toBeTruthy();
    const job = jobs.find(each => each.name === 'benefits.batch');
    const payload = { batchId: begun.body.id, areaCode: area };
    const tools = jobTools(app.database.pool, keys());
    await job?.handle({ ...tools, progress: async () => false }, payload);
    await job?.ended?.(tools, payload, { status: 'cancelled', message: '按要求停止；已办的保留' });
    const stopped = await bureau.call(endpoints.readBatch, { params: { id: begun.body.id } });
    expect(stopped.body).toMatchObject({ status: 'stopped', error: '按要求停止；已办的保留' });
    const again = await bureau.call(endpoints.startBatch, { body: { month: '2025-06' } });
    expect(again.body).toMatchObject({ id: begun.body.id, status: 'waiting' });
    expect(again.body.runId).not.toBe(begun.body.runId);
    await run(again.body.id, area);
    const done = await bureau.call(endpoints.readBatch, { params: { id: again.body.id } });
    expect(done.body).toMatchObject({ status: 'done', people: 3, total: 3, offers: 3 });
  });

  const insertAsBatch = async (elderId: string, areaCode: string) => {
    const by = { accountId: newId(), name: '测试' };
    const decided = { by, at: '2025-01-10T02:00:00.000Z', note: null };
    const row = {
      applicationId: newId(),
      elderId,
      areaCode,
      scheme: 'advancedAge' as const,
      status: 'granted' as const,
    };
    await insertApplications(app.database.admin, [{ ...row, appliedOn: '2025-01-09', appliedBy: by, decided }]);
  };

  it('takes determinations of past months in bulk', async () => {
    const id = await elder();
    const row = {
      elderId: id,
      areaCode: COMMUNITY,
      scheme: 'advancedAge' as const,
      amountFen: 10_000,
      from: '2025-01',
    };
    const rows = ['2025-01', '2025-02'].map(month => ({
      ...row,
      month,
      paidBy: '东城区',
      payerCode: '110101000000',
      tier: 'age-80',
      reasons: [],
    }));
    await insertDeterminations(app.database.admin, rows, '2025-02-25T02:00:00.000Z');
    const list = await street.call(endpoints.listDeterminations, { query: { elderId: id } });
    expect(list.body).toMatchObject({ total: 2, totalFen: 20_000 });
  });
});

it('keeps the statuses of the contract and of the CHECK constraints the same', async () => {
  const wanted = { applications: APPLICATION_STATUSES, offers: OFFER_STATUSES, batches: BATCH_STATUSES };
  for (const [table, statuses] of Object.entries(wanted)) {
    const { rows } = await app.database.admin.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [`benefit_${table}_status_check`],
    );
    expect([...(rows[0]?.text.matchAll(/'([^']+)'/g) ?? [])].map(match => match[1])).toEqual([...statuses]);
  }
});
