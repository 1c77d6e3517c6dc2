import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainBenefits } from '#contracts/benefits/endpoints.ts';
import { decideCorrection } from '#contracts/elders/corrections.ts';
import { readElder, recordDeath } from '#contracts/elders/record.ts';
import * as letters from '#contracts/letters.ts';
import * as cycles from '#contracts/payments/cycles.ts';
import * as recoveries from '#contracts/payments/recoveries.ts';
import { listReliefApplications } from '#contracts/relief.ts';
import { FACT_STATES, RECHECK_CAUSES, RELIEF_KINDS, type RecognitionKind } from '#contracts/relief-lifecycle.ts';
import * as contract from '#contracts/relief-means.ts';
import { MEANS_CONFIDENCES, MEANS_SOURCES } from '#contracts/relief-means.ts';
import * as project from '#contracts/relief-project.ts';
import * as later from '#contracts/relief-rechecks.ts';
import * as recognitions from '#contracts/relief-recognitions.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { buildElder, COMMUNITY } from '../../../../../tests/support/builders.ts';
import { asBatch } from '../../../../../tests/support/database.ts';
import { addAccount, payersOf, payMonth, prepare, toolsOf } from '../../../../../tests/support/paying.ts';
import { loadAreas } from '../../areas/index.ts';
import { insertApplications } from '../../benefits/bulk/index.ts';
import { runReviews } from '../recognitions/review.ts';

let app: TestApp;
let community: Caller;
let street: Caller;
let second: Caller;
let hukou: Caller;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  second = await app.as({ role: 'street', areaCode: `${COMMUNITY.slice(0, 9)}000`, name: '李静' });
  hukou = await app.as({ role: 'street', areaCode: '110102001000', name: '吴凡' });
  district = await app.as({ role: 'district', areaCode: '110102000000', name: '郑科长' });
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  street = await app.as({ role: 'street', areaCode: `${COMMUNITY.slice(0, 9)}000`, name: '陈岚' });
});
afterAll(() => app.stop());

const of = (elderId: string) => ({ params: { elderId } });
const DECLARED = { source: 'declared', asOf: '2025-06-01', confidence: 'declared' } as const;

test('S0-10.4 means of a household: authorised first, each entry with its source, 低保 by the deductions and the children’s duty', async () => {
  const { elderId } = await buildElder(app.database, { name: '柳成', bornOn: '1941-02-02', sex: '男' });
  const add = (fact: contract.MeansFact, source: object = DECLARED) =>
    community.call(contract.addMeans, { ...of(elderId), body: { fact, ...DECLARED, ...source } });
  const pension = { part: 'income', of: '', kind: 'pension', fen: 160_000 } as const;
  expect((await add(pension)).error.code).toBe('relief.no-authorisation');
  const signed = { signedBy: '柳成', signedOn: '2025-06-10' };
  expect((await community.call(contract.authoriseMeans, { ...of(elderId), body: signed })).status).toBe(200);
  await add(pension, { source: 'document', confidence: 'verified' });
  const stranger = await add({ part: 'income', of: '周桂芝', kind: 'pension', fen: 50_000 });
  expect(stranger.error.fields).toHaveProperty(['fact.of']);
  await add({ part: 'member', name: '周桂芝', relation: '配偶', severelyIll: true, severelyDisabled: false });
  const known = (await add({ part: 'spending', kind: 'medical', fen: 3_000_000, detail: '住院' })).body;
  // Of the wife's income nothing is written down: that is not an income of nothing.
  expect(known.outcomes.find(one => one.scheme === 'minimumLiving')).toMatchObject({ state: 'incomplete' });
  await add({ part: 'income', of: '周桂芝', kind: 'other', fen: 0 });
  // The son: (15,000 − 1.5 × 1,450 × 3) × 20 % ÷ 1 = 1,695 a month.
  const child = {
    part: 'child',
    name: '柳强',
    fen: 1_500_000,
    persons: 3,
    parentFamilies: 1,
    onAssistance: false,
  } as const;
  await add(child);
  const judge = { propertyWithinRule: true, singleParent: false, supporterIs60: true };
  const rest = {
    severelyIll: false,
    severelyDisabled: false,
    noSupporter: false,
    note: '核对报告：一处住房，存款两万元',
  };
  const refused = await community.call(contract.judgeMeans, { ...of(elderId), body: { ...judge, ...rest } });
  expect(refused.status).toBe(403);
  const { body } = await street.call(contract.judgeMeans, { ...of(elderId), body: { ...judge, ...rest } });
  expect(body).toMatchObject({ persons: 2, incomeFen: 160_000, spendingFen: 3_000_000, unverified: 4 });
  const minimum = body.outcomes.find(one => one.scheme === 'minimumLiving')!;
  // Counted: 1,600 + 1,695 − 150 % × 1,450 = 1,120; the standard of two less it, and 35 % more for the wife's illness.
  expect(minimum).toMatchObject({ state: 'yes', amountFen: 290_000 - 112_000 + 50_750 });
  expect(minimum.lines.map(line => line.documentNumber.slice(-4))).toEqual(['〕80号', '445号']);
  const states = Object.fromEntries(body.outcomes.map(one => [one.scheme, one.state]));
  expect(states).toMatchObject({ lowIncomeFamily: 'no', destituteSupport: 'no', temporaryRelief: 'yes' });

  // The son is on assistance himself, as it turns out: the entry stays, and counts no more.
  const wrong = body.entries.find(one => one.fact.part === 'child')!;
  const params = { elderId, id: wrong.id };
  const ended = await community.call(contract.endMeans, { params, body: { note: '柳强家在领低保，申报有误' } });
  expect(ended.body.entries.find(one => one.id === wrong.id)?.endedNote).toContain('申报有误');
  const after = (await add({ ...child, onAssistance: true })).body.outcomes.find(one => one.scheme === 'minimumLiving');
  expect(after?.amountFen).toBe(290_000 + 50_750);

  const city = await app.as({ role: 'city', areaCode: '110000000000' });
  expect((await city.call(contract.readMeans, of(elderId))).status).toBe(403);
  const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId });
  expect((await family.call(contract.readMeans, of(elderId))).status).toBe(403);
  const elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
  expect((await elsewhere.call(contract.readMeans, of(elderId))).status).toBe(404);
  const before = await looks(elderId);
  await street.call(contract.readMeans, of(elderId));
  expect(await looks(elderId)).toBe(before + 1);
  const { rows } = await app.database.admin.query<{ text: string }>(
    "select string_agg(encode(sealed, 'escape'), '') as text from relief_means_entries where elder_id = $1",
    [elderId],
  );
  expect(rows[0]?.text).not.toContain('pension');
});

const at = (id: string) => ({ params: { id } });
const JUDGED = {
  ...{ propertyWithinRule: true, singleParent: false, supporterIs60: false, severelyIll: false },
  ...{ severelyDisabled: false, noSupporter: false, note: '核对报告：没有房产，存款五千元' },
};
type Action = 'submit' | 'approve' | 'refuse' | 'end' | 'record';
/** Steps of one application: who takes which. */
const stepping =
  (id: string) =>
  (who: Caller, action: Action, note = '情况属实') =>
    who.call(recognitions.stepRecognition, { ...at(id), body: { action, note } });

/** Lives here, 户籍 in 西城, with one income a month. */
async function applied(name: string, incomeFen: number, kind: RecognitionKind = 'minimumLiving') {
  const elder = await buildElder(app.database, { name, bornOn: '1940-01-05', hukouAreaCode: '110102001004' });
  const { elderId } = elder;
  const body = {
    elderId,
    kind,
    applicant: 'community' as const,
    reason: '退休金很少，没有积蓄',
  };
  const { id, number } = (await community.call(recognitions.applyForRecognition, { body })).body;
  const survey = { on: '2025-06-20', surveyors: '赵敏、陈岚', finding: '一人独住，家里陈设简单' };
  const early = await street.call(recognitions.surveyRecognition, { ...at(id), body: survey });
  expect(early.error.code).toBe('relief.no-authorisation');
  await community.call(contract.authoriseMeans, { ...of(elderId), body: { signedBy: name, signedOn: '2025-06-20' } });
  const fact = { part: 'income', of: '', kind: 'pension', fen: incomeFen } as const;
  await community.call(contract.addMeans, { ...of(elderId), body: { fact, ...DECLARED } });
  await street.call(contract.judgeMeans, { ...of(elderId), body: JUDGED });
  await street.call(recognitions.surveyRecognition, { ...at(id), body: survey });
  const read = async (who: Caller) => (await who.call(recognitions.readRecognition, at(id))).body;
  return { elderId, id, number, read, fact, step: stepping(id) };
}

test('S0-10.4 低保 from application to decision: one number at both streets, amount by the rules, another decides, the file follows by a second person', async () => {
  const { elderId, id, number, read, fact, step } = await applied('尤春梅', 90_000);
  const twice = { elderId, kind: 'minimumLiving' as const, applicant: 'self' as const, reason: '再申请一次' };
  const again = await street.call(recognitions.applyForRecognition, { body: twice });
  expect(again.error.message).toContain(number);
  const rows = (await hukou.call(listReliefApplications, { query: { kind: 'minimumLiving' } })).body.rows;
  expect(rows).toMatchObject([{ number, responsible: true, status: 'surveyed', kind: 'minimumLiving' }]);
  expect(rows[0]?.due?.dueOn).toBe('2025-06-26');
  // What is only declared is no ground: checked, then worked out anew.
  const notice = { postedOn: '2025-06-20', appraisedOn: '2025-06-20', agreed: 9, against: 0, place: '社区公示栏' };
  const post = (who: Caller) => who.call(recognitions.postRecognition, { ...at(id), body: notice });
  expect((await post(hukou)).error.message).toContain('还有1项没有核对');
  const entry = (await street.call(contract.readMeans, of(elderId))).body.entries[0]!;
  await street.call(contract.endMeans, { params: { elderId, id: entry.id }, body: { note: '换成核对报告' } });
  const checked = { ...DECLARED, source: 'check', confidence: 'verified' } as const;
  await street.call(contract.addMeans, { ...of(elderId), body: { fact, ...checked } });
  expect((await post(street)).error.message).toContain('由户籍所在的');
  expect((await post(hukou)).status).toBe(200);
  const posted = await read(hukou);
  expect(posted).toMatchObject({ status: 'posted', seesMeans: false, notice: { until: '2025-06-27' } });
  expect(posted.evaluation?.outcome).toMatchObject({ state: 'yes', amountFen: 55_000 });
  expect(posted.evaluation?.outcome.lines[0]?.documentNumber).toContain('80号');
  expect((await step(hukou, 'submit')).error.message).toContain('期满以后才能报送');
  const over = `update relief_applications set notice = jsonb_set(notice, '{until}', '"2025-06-19"') where application_id = $1`;
  await app.database.admin.query(over, [id]);
  expect((await step(hukou, 'submit', '公示没有异议')).body.status).toBe('submitted');
  expect((await step(hukou, 'approve')).error.message).toContain('由西城区民政局决定');
  // The pension rises while the district looks: what was sent up is not what would be decided.
  const rise = { part: 'income', of: '', kind: 'transfer', fen: 5_000 } as const;
  const added = (await street.call(contract.addMeans, { ...of(elderId), body: { fact: rise, ...checked } })).body;
  expect((await step(district, 'approve')).error.code).toBe('relief.means-changed');
  await district.call(recognitions.evaluateRecognition, { ...at(id), body: {} });
  expect(added.incomeFen).toBe(95_000);
  expect((await step(district, 'approve', '核查属实，予以认定')).body.status).toBe('approved');
  const granted = await read(street);
  expect(granted).toMatchObject({ amountFen: 50_000, reviewOn: '2026-06-20', fact: { state: 'proposed' } });

  const by = { accountId: newId(), name: '测试' };
  const decided = { by, at: '2025-06-10T02:00:00.000Z', note: null };
  const wanted = { applicationId: newId(), elderId, areaCode: COMMUNITY, scheme: 'hardship' as const };
  const asked = { ...wanted, status: 'granted' as const, appliedOn: '2025-06-09', appliedBy: by, decided };
  await insertApplications(app.database.admin, [asked]);
  // The file: proposed, checked by the street where the person lives, then 困难补贴 follows.
  const hardship = async () =>
    (await street.call(explainBenefits, { params: { elderId }, query: { month: '2025-07' } })).body.schemes.find(
      one => one.scheme === 'hardship',
    )?.amountFen;
  expect(await hardship()).toBe(0);
  const correction = { ...at(granted.fact!.correctionId!), body: { approve: true, version: 1 } };
  expect((await second.call(decideCorrection, correction)).status).toBe(200);
  expect((await read(district)).fact?.state).toBe('applied');
  expect((await street.call(readElder, at(elderId))).body.elder.economicClass).toBe('低保');
  expect(await hardship()).toBe(30_000);
  const papers = (await street.call(letters.listLetters, { query: { elderId } })).body.rows;
  expect(papers.map(one => [one.kind, one.about])).toEqual([
    ['grant', '低保'],
    ['receipt', '低保'],
  ]);
  const { paper } = (await street.call(letters.readLetter, at(papers[0]!.id))).body;
  expect(paper.organisation).toBe('西城区民政局');
  expect(JSON.stringify(paper)).toContain('每月500元，从2025年7月起');
  expect(paper.paragraphs.join('')).toMatch(/减去可计收入 950元.*2018〕445号|2024〕80号/);

  // A year on the job asks for a re-check, once; it ends the recognition, and the file is corrected again.
  await app.database.admin.query("update relief_applications set review_on = '2025-07-01' where application_id = $1", [
    id,
  ]);
  await runReviews(toolsOf(app));
  await runReviews(toolsOf(app));
  const drawn = (await district.call(later.listRechecks, { query: {} })).body.rows.filter(
    one => one.elderId === elderId,
  );
  expect(drawn).toMatchObject([{ cause: 'periodic', economicClass: '低保', result: 'drawn', seed: number }]);
  const stop = { result: 'stopped' as const, note: '子女接走，收入超过标准' };
  expect((await district.call(later.answerRecheck, { ...at(drawn[0]!.id), body: stop })).status).toBe(200);
  const ended = await read(hukou);
  expect(ended).toMatchObject({ status: 'closed', outcome: '复核：子女接走，收入超过标准', reviewOn: null });
  await second.call(decideCorrection, {
    ...at(ended.fact!.correctionId!),
    body: { approve: false, note: '再核实一下', version: 2 },
  });
  expect((await read(hukou)).fact?.state).toBe('refused');
  expect((await step(district, 'record', '已向子女核实')).status).toBe(200);
  expect((await read(hukou)).fact?.state).toBe('proposed');
  const kinds = (await street.call(letters.listLetters, { query: { elderId } })).body.rows.map(one => one.kind);
  expect(kinds).toEqual(['stop', 'grant', 'receipt']);
});

test('S0-10.4 a no goes up without a notice and says what would change it; a death ends what is under way; others see nothing', async () => {
  const { elderId, id, read, step } = await applied('秦有余', 200_000);
  const surveyed = await read(hukou);
  expect(surveyed.evaluation?.outcome).toMatchObject({
    state: 'no',
    nearestYes: '家庭每月可计收入减少到 1,450元 以下',
  });
  expect(surveyed.actions.find(one => one.action === 'post')?.disabledBecause).toContain('收入不低于标准');
  expect((await step(hukou, 'submit', '收入超过标准')).body.status).toBe('submitted');
  const clerk = await app.as({ role: 'district', areaCode: '110102000000', name: '何科长' });
  expect((await step(clerk, 'approve')).error.message).toContain('按规则不能认定');
  expect((await step(clerk, 'refuse', '收入超过标准')).body.status).toBe('refused');
  const [paper] = (await street.call(letters.listLetters, { query: { elderId } })).body.rows;
  const refused = (await street.call(letters.readLetter, at(paper!.id))).body;
  expect(refused.kind).toBe('refuse');
  expect(refused.paper.paragraphs.at(-1)).toBe('家庭每月可计收入减少到 1,450元 以下的，可以再次申请。');
  expect(refused.paper.remedies.length).toBeGreaterThan(0);

  const other = await applied('毕生', 80_000);
  await street.call(recordDeath, { ...at(other.elderId), body: { diedOn: '2025-06-19', note: '家属告知' } });
  expect(await other.read(hukou)).toMatchObject({ status: 'withdrawn', outcome: '老人已去世' });

  const elsewhere = await app.as({ role: 'street', areaCode: '110105001000' });
  expect((await elsewhere.call(recognitions.readRecognition, at(id))).status).toBe(404);
  const city = await app.as({ role: 'city', areaCode: '110000000000' });
  expect((await city.call(recognitions.readRecognition, at(id))).body).toMatchObject({
    evaluation: null,
    status: 'refused',
  });
});

test('S0-10.4 低收入 where the district leaves it to the street: another of the street decides, a status without money, ended with a reason', async () => {
  await app.database.admin.query(
    `insert into benefit_settings (setting_id, district, scheme, parameter, from_on, value, document_number, set_by, set_at)
     values ($1, '110102000000', 'lowIncomeFamily', 'streetDecides', '2025-01-01', 1, '西民发〔2025〕1号', '郑科长', now())`,
    [newId()],
  );
  const { elderId, id, read, step, fact } = await applied('邹德顺', 200_000, 'lowIncomeFamily');
  const entry = (await street.call(contract.readMeans, of(elderId))).body.entries[0]!;
  await street.call(contract.endMeans, { params: { elderId, id: entry.id }, body: { note: '换成核对报告' } });
  const checked = { ...DECLARED, source: 'check', confidence: 'verified' } as const;
  await street.call(contract.addMeans, { ...of(elderId), body: { fact, ...checked } });
  const notice = { postedOn: '2025-06-20', place: '社区公示栏' };
  expect((await hukou.call(recognitions.postRecognition, { ...at(id), body: notice })).error.message).toBeUndefined();
  const over = `update relief_applications set notice = jsonb_set(notice, '{until}', '"2025-06-19"') where application_id = $1`;
  await app.database.admin.query(over, [id]);
  await step(hukou, 'submit');
  expect((await read(hukou)).procedure.find(one => one.key === 'streetDecides')).toMatchObject({
    ...{ words: '街道决定', documentNumber: '西民发〔2025〕1号', confidence: 'found' },
  });
  expect((await step(district, 'approve')).error.message).toContain('决定');
  expect((await step(hukou, 'approve')).error.code).toBe('relief.same-person');
  const clerk = await app.as({ role: 'street', areaCode: '110102001000', name: '孟秋' });
  expect((await step(clerk, 'approve')).body.status).toBe('approved');
  expect((await step(clerk, 'end', '本人放弃')).error.message).toContain('核对以后才能终止');
  const agree = async (version: number) => {
    const params = { id: (await read(clerk)).fact!.correctionId! };
    await second.call(decideCorrection, { params, body: { approve: true, version } });
    return (await street.call(readElder, at(elderId))).body.elder.economicClass;
  };
  expect(await agree(1)).toBe('低收入');
  const [paper] = (await street.call(letters.listLetters, { query: { elderId } })).body.rows;
  const { organisation, facts } = (await street.call(letters.readLetter, at(paper!.id))).body.paper;
  expect([organisation, facts[2]?.value]).toEqual(['西城区西长安街街道办事处', '认定资格，没有按月的现金']);
  expect((await step(clerk, 'end', '本人放弃')).body.status).toBe('closed');
  expect(await agree(2)).toBe('none');
});

/** Reads of the person's means in the audit. */
async function looks(elderId: string): Promise<number> {
  const { rows } = await app.database.admin.query<{ n: number }>(
    "select count(*)::int as n from audit_entries where action = 'relief.means' and elder_id = $1 and kind = 'read'",
    [elderId],
  );
  return rows[0]?.n ?? 0;
}

test('words of the contract and of the CHECK constraints are the same', async () => {
  for (const [name, values] of [
    ['relief_means_entries_source_check', MEANS_SOURCES],
    ['relief_means_entries_confidence_check', MEANS_CONFIDENCES],
    ['relief_applications_kind_check', RELIEF_KINDS],
    ['relief_applications_fact_check', FACT_STATES],
    ['relief_rechecks_cause_check', RECHECK_CAUSES],
  ] as const) {
    const found = 'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1';
    const { rows } = await app.database.admin.query<{ text: string }>(found, [name]);
    expect([...(rows[0]?.text ?? '').matchAll(/'([^']+)'/g)].map(match => match[1])).toEqual([...values]);
  }
});

test('a drawn recipient (S3-35.3) no longer qualifies: stopped by two people, recovered from a later batch', async () => {
  const area = '110101001001';
  const payer = '110101000000';
  const payers = await payersOf(app, payer);
  const { elderId: id } = await buildElder(app.database, {
    ...{ name: '汪德胜', areaCode: area, bornOn: '1940-03-05', sex: '男', economicClass: '低保' },
  });
  const by = { accountId: newId(), name: '测试' };
  const granted = {
    applicationId: newId(),
    elderId: id,
    areaCode: area,
    scheme: 'advancedAge' as const,
    status: 'granted' as const,
  };
  const decided = { by, at: '2025-01-10T02:00:00.000Z', note: null };
  await insertApplications(app.database.admin, [{ ...granted, appliedOn: '2025-01-09', appliedBy: by, decided }]);
  await addAccount(app, { elderId: id, areaCode: area, number: '6217000000004444', holder: '汪德胜' });
  await payMonth(app, payers, '2025-06');
  // What was paid stands for 困难补贴 here: a whole determination of it is another module's test.
  await app.database.admin.query("update payment_lines set scheme = 'hardship' where elder_id = $1", [id]);
  const east = await app.as({ role: 'district', areaCode: payer, name: '东城科长' });
  const drawn = await east.call(later.drawRechecks, { body: { count: 5, seed: 'july' } });
  expect(drawn.body).toEqual({ seed: 'july', drawn: 1 });
  const [row] = (await east.call(later.listRechecks, { query: {} })).body.rows;
  const body = { result: 'stopped' as const, note: '子女接走，收入超标', wrongSince: '2025-06' };
  const done = await east.call(later.answerRecheck, { params: { id: row!.id }, body });
  expect(done.body.recoveryId).toBeTruthy();
  const checker = await app.as({ role: 'street', areaCode: '110101001000', name: '核对人' });
  await checker.call(decideCorrection, {
    params: { id: done.body.correctionId! },
    body: { approve: true, version: 1 },
  });
  expect((await checker.call(readElder, { params: { id } })).body.elder.economicClass).toBe('none');
  const plan = { instalments: 1, firstOn: '2025-08-01', offsetFen: 4_000 };
  await payers.maker.call(recoveries.planRecovery, { params: { id: done.body.recoveryId! }, body: plan });
  const cycle = await prepare(app, payers, '2025-07');
  const { body: lines } = await payers.maker.call(cycles.listPaymentLines, { query: { cycleId: cycle, elderId: id } });
  expect(lines.rows.find(line => line.kind === 'offset')).toMatchObject({ amountFen: -4_000 });
});

test('S0-10.5 the project record says what passed and what runs, since when, and only the city writes it', async () => {
  const city = await app.as({ role: 'city', areaCode: '110000000000', name: '社会救助处' });
  const passed = { stage: 'preliminary-acceptance' as const, state: 'passed' as const, on: '2025-05-22' };
  const runs = { stage: 'trial-run' as const, state: 'running' as const, on: '2025-06-03', document: '试运行方案' };
  const document = '初步验收专家评审意见';
  expect((await district.call(project.keepProjectStage, { body: { ...passed, document } })).status).toBe(403);
  await city.call(project.keepProjectStage, { body: { ...passed, document, opinion: '经专家评审通过' } });
  await city.call(project.keepProjectStage, { body: runs });
  expect((await street.call(project.listProjectStages, {})).body.rows).toMatchObject([runs, { ...passed, document }]);
});
