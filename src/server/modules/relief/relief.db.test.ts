import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveBusinessDate } from '#contracts/accounts.ts';
import { SIGNAL_TOPICS, type SignalTopic } from '#contracts/comparison-kinds.ts';
import { listComparisons } from '#contracts/comparisons.ts';
import * as life from '#contracts/elders/life-events.ts';
import { readElder, recordDeath } from '#contracts/elders/record.ts';
import { listMyRelief } from '#contracts/my-relief.ts';
import * as cycles from '#contracts/payments/cycles.ts';
import * as payables from '#contracts/payments/payables.ts';
import { RELIEF_PAID } from '#contracts/payments/payables.ts';
import * as contract from '#contracts/relief.ts';
import {
  APPLICATION_STATUSES,
  CHECK_STATUSES,
  FACT_STATES,
  GRANT_CAUSES,
  RECHECK_CAUSES,
  RECHECK_RESULTS,
  WARNING_STATUSES,
} from '#contracts/relief-lifecycle.ts';
import * as means from '#contracts/relief-means.ts';
import * as monitoring from '#contracts/relief-monitoring.ts';
import * as project from '#contracts/relief-project.ts';
import * as later from '#contracts/relief-rechecks.ts';
import * as rules from '#contracts/relief-rules.ts';
import { connectGateways } from '#gateways/connected.ts';
import { httpExchange } from '#gateways/exchange/http.ts';
import { loadAreas } from '#modules/areas/index.ts';
import type { JobWorker } from '#platform/jobs/worker.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../tests/support/books.ts';
import { buildElder, demoIdentityNumber } from '../../../../tests/support/builders.ts';
import { compare, compared, receive } from '../../../../tests/support/compare.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { type Exchange, startExchange } from '../../../../tests/support/exchange.ts';
import { workerOf } from '../../../../tests/support/import-elders.ts';
import { payersOf, payMonth, prepare } from '../../../../tests/support/paying.ts';
import { permitMedical } from '../../../../tests/support/permit.ts';
import { sleep } from '../../../../tests/support/slow-work.ts';
import { csvOf } from '../../../../tests/support/tables.ts';

const DISTRICT = '110115000000';
const HUKOU = '110102001004';
/** A community of the same street where nobody else of these tests lives. */
const APART = '110115003002';

const HOME_ACCOUNT = newId();
let app: TestApp;
let worker: JobWorker;
let exchange: Exchange;
let district: Caller;
let home: Caller;
let hukou: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await workerOf(app);
  exchange = await startExchange();
  connectGateways({ exchange: httpExchange({ url: exchange.url, account: 'yinian', secret: exchange.secret }) });
  district = await app.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
  home = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', accountId: HOME_ACCOUNT });
  hukou = await app.as({ role: 'street', areaCode: '110102001000', name: '吴凡' });
});
afterAll(async () => {
  exchange.stop();
  await worker.stop();
  await app.stop();
});

const at = (id: string) => ({ params: { id } });
const sql = async (text: string, values: unknown[] = []) => (await app.database.admin.query(text, values)).rows;
const HEAD = ['身份证号', '姓名', '个人自付金额', '年度'];

describe('困难预警', () => {
  test('S0-10.4 S2-9.2 S3-35.1 S3-35.2 a large cost warns the street; visited, relieved under one number, served, closed', async () => {
    const elder = await buildElder(app.database, {
      ...{ name: '高玉芝', bornOn: '1941-03-03', sex: '男', economicClass: '低收入', hukouAreaCode: HUKOU },
    });
    const small = await buildElder(app.database, { name: '花得少' });
    const stranger = demoIdentityNumber('1940-01-09', '女');
    const bytes = csvOf([
      HEAD,
      [elder.identityNumber, '高玉芝', '40000.00', '2024'],
      [small.identityNumber, '花得少', '1200', '2024'],
      [stranger, '外区人', '99999', '2024'],
    ]);
    const batch = await compare(district, bytes, { kind: 'insurance', sender: '区医保局' });
    expect(batch.counts).toEqual({ rows: 3, matched: 2, differs: 0, notFound: 1, ambiguous: 0, unreadable: 0 });
    const { rows } = (await home.call(contract.listWarnings, { query: {} })).body;
    expect(rows).toMatchObject([{ elderName: '高玉芝', status: 'warned', rules: ['medicalCost'] }]);
    // What treatment cost is 医疗数据: no post without the permission reads it.
    const { body: closed } = await home.call(contract.readWarning, at(rows[0]!.id));
    const reason = { batchId: batch.id, confidence: 'designDefault', verdict: null, costSentence: null };
    const withheld = expect.stringContaining('没有“医疗数据”权限');
    expect(closed).toMatchObject({ spentFen: null, withheld, reasons: [reason] });
    await permitMedical(app.database, HOME_ACCOUNT);
    const { body: opened } = await home.call(contract.readWarning, at(rows[0]!.id));
    expect(opened.spentFen).toBe(4_000_000);
    expect(opened.reasons[0]?.costSentence).toBe('2024年个人负担医疗费 40,000 元，超过预警线 30,000 元（区医保局）');
    expect(rows[0]?.due?.dueOn).toBe('2025-06-27');
    await compare(district, bytes, { kind: 'insurance', sender: '区医保局', name: '再送一次.csv' });
    expect((await home.call(contract.listWarnings, { query: {} })).body.total).toBe(1);
    const warning = rows[0]!;
    const ask = { elderId: elder.elderId, warningId: warning.id, spentFen: 4_000_000, reason: '住院自付四万元' };
    expect((await home.call(contract.applyForRelief, { body: ask })).error.message).toContain('上门核实');
    const see = { action: 'verify' as const, note: '上门看过票据，确有困难', verdicts: verdictsOf(opened, 'true') };
    const unsaid = await home.call(contract.stepWarning, { ...at(warning.id), body: { ...see, verdicts: [] } });
    expect(unsaid.error.fields).toEqual({ [`verdicts.${opened.reasons[0]?.id}`]: '请选属实不属实' });
    expect((await home.call(contract.stepWarning, { ...at(warning.id), body: see })).body.status).toBe('verified');
    const made = await home.call(contract.applyForRelief, { body: ask });
    const { id, number } = made.body;

    const list = async (who: Caller) => (await who.call(contract.listReliefApplications, { query: {} })).body.rows;
    expect(await list(home)).toMatchObject([{ number, responsible: false, status: 'applied' }]);
    expect(await list(hukou)).toMatchObject([{ number, responsible: true, status: 'applied' }]);
    const step = (who: Caller, action: 'approve' | 'close', note = '材料齐全，同意') =>
      who.call(contract.stepReliefApplication, { ...at(id), body: { action, note } });
    expect((await step(home, 'approve')).error.message).toContain('由户籍所在的');

    const check = { region: '130000000000' as const, authorised: true as const };
    await hukou.call(contract.askReliefCheck, { ...at(id), body: check });
    await home.call(contract.askReliefCheck, { ...at(id), body: { ...check, region: '120000000000' } });
    const read = async (who: Caller) => (await who.call(contract.readReliefApplication, at(id))).body;
    for (let left = 200; left > 0 && (await read(hukou)).checks.some(one => one.status === 'asked'); left--)
      await sleep(50);
    expect((await read(home)).checks).toMatchObject([
      { regionName: '河北省', status: 'answered', origin: '河北省居民家庭经济状况核对中心' },
      { regionName: '天津市', status: 'refused', because: '这个地区还没有接通核对' },
    ]);
    expect((await read(hukou)).checks[0]?.items[0]?.what).toBe('城乡居民基本养老金');

    expect((await step(hukou, 'approve')).body.status).toBe('approved');
    expect(await read(home)).toMatchObject({ status: 'approved', amountFen: 1_700_000, number });
    expect((await read(home)).lines[0]?.documentNumber).toContain('86号');
    expect((await step(hukou, 'close', '钱已发放')).error.message).toContain('社工服务');
    const service = { what: '陪同办理大病报销', provider: '清源社工站 赵社工', on: '2025-06-20' };
    expect((await home.call(contract.addReliefService, { ...at(id), body: service })).status).toBe(200);
    expect((await read(hukou)).measures.map(each => each.kind)).toEqual(['money', 'service']);
    expect((await step(hukou, 'close', '钱和服务都到位')).error.message).toContain('救助金还没有发到（等区里编制');
    await payTwice(elder.elderId, id);
    expect((await step(hukou, 'close', '钱和服务都到位')).body.status).toBe('closed');
    const close = { action: 'close' as const, note: '已救助 17,000 元并陪同报销' };
    await home.call(contract.stepWarning, { ...at(warning.id), body: close });
    expect((await home.call(contract.readWarning, at(warning.id))).body).toMatchObject({
      ...{ status: 'closed', outcome: close.note, application: { number, status: 'closed' } },
    });
    const elsewhere = await app.as({ role: 'street', areaCode: '110105001000' });
    expect((await elsewhere.call(contract.readReliefApplication, at(id))).status).toBe(404);
    expect((await elsewhere.call(contract.readWarning, at(warning.id))).status).toBe(404);
  });

  test('S0-10.4 a district’s own line holds from its day on, for its streets; the default is shown as ours', async () => {
    const ruleOf = async (who: Caller) => (await who.call(rules.listReliefRules, {})).body.rows[0]!;
    expect(await ruleOf(home)).toMatchObject({
      ...{ rule: 'medicalCost', raised: 1, helped: 1, open: 0, precisionPercent: 100 },
      now: { confidence: 'designDefault', line: 3_000_000, setBy: '本系统默认' },
    });
    const body = { line: 500_000, windowMonths: 18, basis: '区低收入人口监测办法', fromOn: '2025-06-01' };
    await district.call(rules.setReliefRule, {
      params: { rule: 'medicalCost' },
      body: { ...body, documentNumber: '兴民发〔2025〕3号' },
    });
    const theirs = { line: 500_000, confidence: 'seed', documentNumber: '兴民发〔2025〕3号', setBy: '周科长' };
    expect((await ruleOf(home)).now).toMatchObject(theirs);
    expect((await ruleOf(hukou)).now).toMatchObject({ line: 3_000_000 });
    const elder = await buildElder(app.database, { name: '方秀英' });
    const row = [elder.identityNumber, '方秀英', '6000', '2024'];
    await compare(district, csvOf([HEAD, row]), { kind: 'insurance', sender: '区医保局' });
    const { rows } = (await home.call(contract.listWarnings, { query: { status: 'warned' } })).body;
    const { body: read } = await home.call(contract.readWarning, at(rows[0]!.id));
    expect(read.elderName).toBe('方秀英');
    expect(read.reasons[0]?.basis).toBe('周科长，兴民发〔2025〕3号，区低收入人口监测办法');
    const note = '有商业保险，已全部报销';
    const out = { action: 'exclude' as const, note, verdicts: verdictsOf(read, 'no-need') };
    const done = await home.call(contract.stepWarning, { ...at(read.id), body: out });
    expect(done.body.status).toBe('excluded');
  });
});

/** The exchange hands a topic's rows out; they are taken and compared to the end. */
async function arrive(kind: SignalTopic, rows: object[]) {
  await exchange.put({ kind, area: DISTRICT, sender: '市大数据平台', asOf: '2025-06-10', rows });
  expect((await receive(district, kind)).status).toBe('done');
  const [batch] = (await district.call(listComparisons, { query: { kind } })).body.rows;
  return (await compared(district, batch!.id)).counts;
}

test('S0-10.4 a son’s three signals join one visit at the street where the elder lives; 户籍 is told, the elder knows why, each rule learns', async () => {
  const mother = await buildElder(app.database, { name: '曹桂兰', areaCode: APART, hukouAreaCode: HUKOU });
  const [elderId, son] = [mother.elderId, demoIdentityNumber('1974-08-16', '男')];
  const self = await app.as({ role: 'elder', areaCode: APART, elderId, name: '曹桂兰' });
  const signed = { signedBy: '曹桂兰', signedOn: '2025-06-01' };
  await home.call(means.authoriseMeans, { params: { elderId }, body: signed });
  const member = { part: 'member' as const, name: '曹明', relation: '长子', identityNumber: son };
  const sure = { source: 'document' as const, asOf: '2025-06-01', confidence: 'verified' as const };
  const kept = await home.call(means.addMeans, { params: { elderId }, body: { fact: member, ...sure } });
  expect(JSON.stringify(kept.body)).not.toContain(son);

  const counts = { rows: 1, matched: 1, differs: 0, notFound: 0, ambiguous: 0, unreadable: 0 };
  const income = (period: string, amount: string) => [{ identityNumber: son, name: '曹明', amount, period }];
  expect(await arrive('incomeTax', income('2023', '84000'))).toEqual(counts);
  const spell = { identityNumber: son, startedOn: '2025-05-06', amount: '2124' };
  const other = { identityNumber: demoIdentityNumber('1980-02-02', '女'), startedOn: '2025-05-06' };
  const unread = { identityNumber: son, startedOn: '五月' };
  expect(await arrive('unemployment', [spell, other, unread])).toMatchObject({
    ...{ rows: 3, matched: 1, notFound: 1, unreadable: 1 },
  });
  const admin = await app.as({ role: 'administrator', areaCode: '110000000000' });
  await admin.call(moveBusinessDate, { body: { businessDate: '2025-06-23' } });
  await arrive('incomeTax', income('2024', '0'));
  await arrive('subsidisedEnrolment', [{ identityNumber: mother.identityNumber, enrolment: '停保', period: '2025' }]);
  await arrive('incomeTax', income('2024', '0'));

  const mine = (who: Caller) => who.call(contract.listWarnings, { query: { area: APART } });
  const { rows, total } = (await mine(district)).body;
  expect(total).toBe(1);
  const wanted = ['unemploymentBegun', 'incomeFallen', 'enrolmentLapsed'];
  expect(rows).toMatchObject([{ elderName: '曹桂兰', rules: wanted, due: { dueOn: '2025-06-27' } }]);
  const duty = await sql('select title, reason from due_items where subject_id = $1 and closed_at is null', [
    rows[0]!.id,
  ]);
  expect(duty).toMatchObject([
    { title: '上门核实曹桂兰的困难预警', reason: expect.stringMatching(/^3个信号，一次上门/) },
  ]);
  const { body: warning } = await home.call(contract.readWarning, at(rows[0]!.id));
  expect(warning.reasons.map(one => one.sentence)).toEqual([
    '家里的曹明（长子）2025年5月6日起领失业金（市大数据平台）',
    '家里的曹明（长子）2024年申报收入 0 元，上一年 84,000 元，少了100%（市大数据平台）',
    '2025年医保没有参保或已停保（市大数据平台）',
  ]);
  const city = await app.as({ role: 'city', areaCode: '110000000000' });
  const above = (await city.call(contract.readWarning, at(warning.id))).body;
  expect([above.spentFen, above.reasons[1]?.sentence]).toEqual([null, '申报收入大降（内容由社区、街道、区看）']);
  const told = (await hukou.call(contract.listWarningNotices, { query: {} })).body.rows;
  expect(told.find(one => one.number === warning.number)).toMatchObject({ status: 'warned', rules: wanted });
  expect((await hukou.call(contract.readWarning, at(warning.id))).status).toBe(404);
  const { visits } = (await self.call(listMyRelief, {})).body;
  expect(visits).toMatchObject([{ number: warning.number, untilOn: '2025-06-27', visitedAt: null }]);
  expect(visits[0]?.why).toEqual([
    ...['人社的数据说，您家的收入可能少了', '税务的数据说，您家的收入可能少了'],
    '医保的数据说，您家有人的医保可能断了',
  ]);
  const said = await sql(
    'select m.text, d.channel from messages m join message_deliveries d using (message_id) where m.elder_id = $1',
    [elderId],
  );
  expect(said).toMatchObject([{ text: expect.stringContaining('上门看看有没有难处'), channel: 'sms' }]);

  const verdicts = warning.reasons.map((one, i) => ({
    reasonId: one.id,
    verdict: i < 2 ? ('true' as const) : ('false' as const),
  }));
  const step = (action: 'verify' | 'give' | 'close', note: string) =>
    home.call(contract.stepWarning, {
      ...at(warning.id),
      body: { action, note, verdicts: action === 'verify' ? verdicts : [] },
    });
  await step('verify', '儿子失业属实，医保上月已续');
  expect((await step('give', '街道介绍了社区岗位')).body.status).toBe('aided');
  await step('close', '下月上岗');
  // Sent once more when all is done: nobody is sent there again.
  await arrive('incomeTax', income('2024', '0'));
  expect((await mine(district)).body.total).toBe(1);
  const after = (await hukou.call(contract.listWarningNotices, { query: {} })).body.rows;
  expect(after.find(one => one.number === warning.number)?.status).toBe('closed');
  const learnt = (await home.call(rules.listReliefRules, {})).body.rows;
  const percent = (rule: string) => learnt.find(one => one.rule === rule)?.precisionPercent;
  expect([percent('incomeFallen'), percent('enrolmentLapsed'), percent('medicalAidUnaided')]).toEqual([100, 0, null]);
});

test('S0-10.4 income above the standard asks for a re-check and stops nothing; what-if and monitoring count the records', async () => {
  const aided = await buildElder(app.database, { name: '路明', areaCode: APART, economicClass: '低保' });
  await arrive('incomeTax', [{ identityNumber: aided.identityNumber, amount: '62400', period: '2024' }]);
  const drawn = (await district.call(later.listRechecks, { query: {} })).body.rows[0]!;
  expect(drawn).toMatchObject({ elderName: '路明', cause: 'signal', reasons: [{ rule: 'incomeRisen' }] });
  expect((await home.call(readElder, at(aided.elderId))).body.elder.economicClass).toBe('低保');
  await district.call(later.answerRecheck, { ...at(drawn.id), body: { result: 'kept', note: '一次性补发的工资' } });
  const { body: all } = await district.call(rules.listReliefRules, {});
  expect(all.rows.find(one => one.rule === 'incomeRisen')).toMatchObject({ raised: 1, noNeed: 1, precisionPercent: 0 });
  const trial = async (line: number) =>
    (await district.call(rules.tryReliefRule, { params: { rule: 'medicalCost' }, query: { line } })).body;
  const [all4, some, none] = [await trial(0), await trial(3_500_000), await trial(9_000_000)];
  expect([all4.would, some.would, none.would]).toEqual([all4.signals, 1, 0]);
  expect(all4.now).toBe(all.rows[0]?.raised);
  expect((await home.call(rules.tryReliefRule, { params: { rule: 'medicalCost' }, query: { line: 1 } })).status).toBe(
    403,
  );

  for (const who of [district, home]) {
    const { body: view } = await who.call(monitoring.readMonitoring, { query: {} });
    const { total } = (await who.call(contract.listWarnings, { query: {} })).body;
    expect(Object.values(view.total.byState).reduce((sum, n) => sum + n, 0)).toBe(total);
    for (const key of ['households', 'covered', 'signals', 'warnings', 'late', 'rechecks'] as const)
      expect(
        view.rows.reduce((sum, row) => sum + row[key], 0),
        key,
      ).toBe(view.total[key]);
    const { body: signals } = await who.call(monitoring.listSignals, { query: {} });
    expect(signals.total).toBe(view.total.signals);
    const taxes = view.topics.find(one => one.topic === 'incomeTax')!;
    const june = { topic: 'incomeTax' as const, month: '2025-06', area: APART };
    expect((await who.call(monitoring.listSignals, { query: june })).body.total).toBe(taxes.n);
  }
});

test('J18 9 a death ends what nobody has decided yet, at both streets; its correction opens the warning again', async () => {
  const elder = await buildElder(app.database, { name: '崔文', economicClass: '低收入', hukouAreaCode: HUKOU });
  const bytes = csvOf([HEAD, [elder.identityNumber, '崔文', '50000', '2024']]);
  await compare(district, bytes, { kind: 'insurance', sender: '区医保局' });
  const { rows } = (await home.call(contract.listWarnings, { query: { status: 'warned' } })).body;
  const warning = rows.find(row => row.elderName === '崔文')!;
  const { elderId } = elder;
  const ask = { elderId, spentFen: 5_000_000, reason: '住院自付五万元' };
  const made = (await home.call(contract.applyForRelief, { body: ask })).body;
  const drawn =
    'insert into relief_rechecks (elder_id, recheck_id, area_code, elder_name, economic_class, seed, drawn_at, result)';
  await sql(`${drawn} values ($1, $2, $3, '崔文', '低收入', 's', now(), 'drawn')`, [elderId, newId(), elder.areaCode]);
  await home.call(recordDeath, { ...at(elderId), body: { diedOn: '2025-06-10', note: '家属告知' } });
  const read = async () => (await home.call(contract.readWarning, at(warning.id))).body;
  expect(await read()).toMatchObject({ status: 'closed', outcome: '老人已去世' });
  const relief = (await hukou.call(contract.readReliefApplication, at(made.id))).body;
  expect(relief).toMatchObject({ status: 'refused', decisionNote: '老人已去世' });
  expect(await sql('select result from relief_rechecks where elder_id = $1', [elderId])).toEqual([
    { result: 'stopped' },
  ]);
  const owed = "select title from due_items where elder_id = $1 and closed_at is null and subject_kind like 'relief%'";
  expect(await sql(owed, [elderId])).toEqual([]);
  const [death] = (await home.call(life.listLifeEvents, at(elderId))).body.rows;
  const params = { id: elderId, eventId: death!.id };
  await home.call(life.undoLifeEvent, { params, body: { reason: '同名的另一位老人' } });
  const second = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
  await second.call(life.decideUndo, { params, body: { approve: true } });
  expect(await read()).toMatchObject({ status: 'warned', outcome: null });
  expect(await sql(owed, [elderId])).toEqual([{ title: '上门核实崔文的困难预警' }]);
});
/** Every open reason of a warning, judged alike. */
const verdictsOf = (warning: contract.ReliefWarning, verdict: rules.Verdict) =>
  warning.reasons.map(one => ({ reasonId: one.id, verdict }));

/** The bank sends the money back once; a supplementary round pays it, and a third round pays nothing. */
async function payTwice(elderId: string, applicationId: string): Promise<void> {
  const payers = await payersOf(app, '110102000000');
  const account = { kind: 'bank-account' as const, holder: '高玉芝', bank: '北京银行', source: '持卡到窗口' };
  const home = await app.as({ role: 'community', areaCode: '110115003001' });
  const give = (number: string) => home.call(cycles.saveAccount, { params: { elderId }, body: { ...account, number } });
  expect((await give('6217000000000000')).status).toBe(200);
  const money = async () => {
    const params = { kind: 'relief-application' as const, id: applicationId };
    return (await payers.maker.call(payables.readPayableOf, { params })).body.payable;
  };
  const first = await payMonth(app, payers, '2025-06');
  const { body: cycle } = await payers.maker.call(cycles.readCycle, { params: { id: first } });
  expect(cycle.bySchemeKind).toMatchObject([{ scheme: 'temporaryRelief', kind: 'one-off', fen: 1_700_000 }]);
  expect(await money()).toMatchObject({ status: 'waiting', says: '没有发成：账户已销户；账户更正后进下一个批次' });
  await give('6217000000005555');
  const second = await payMonth(app, payers, '2025-06');
  expect(await money()).toMatchObject({ status: 'paid', paidOn: '2025-06-20', cycleId: second });
  await expectBooksAgree(app, payers.finance);
  const third = await prepare(app, payers, '2025-06');
  expect((await payers.maker.call(cycles.readCycle, { params: { id: third } })).body.people).toBe(0);
  const elder = await app.as({ role: 'elder', areaCode: '110115003001', elderId });
  const { body: got } = await elder.call(cycles.readMyReceived, {});
  expect(got.months.flatMap(month => month.lines)).toMatchObject([
    { sentence: expect.stringMatching(/^临时救助 /), status: 'paid', cause: 'returned' },
    { scheme: 'temporaryRelief', status: 'failed', cause: 'granted' },
  ]);
}

test('statuses of the contract and of the CHECK constraints are the same', async () => {
  const wanted = {
    relief_warnings_status_check: WARNING_STATUSES,
    relief_applications_status_check: APPLICATION_STATUSES,
    relief_checks_status_check: CHECK_STATUSES,
    relief_rechecks_result_check: RECHECK_RESULTS,
    relief_rechecks_cause_check: RECHECK_CAUSES,
    relief_reasons_verdict_check: rules.VERDICTS,
    relief_reasons_rule_check: rules.WARNING_RULES,
    relief_thresholds_rule_check: rules.WARNING_RULES,
    relief_signals_topic_check: SIGNAL_TOPICS,
    relief_warning_notices_status_check: WARNING_STATUSES,
    relief_project_stages_stage_check: project.PROJECT_STAGES,
    relief_project_stages_state_check: project.STAGE_STATES,
    relief_grants_cause_check: GRANT_CAUSES,
    relief_grants_scheme_check: RELIEF_PAID,
    relief_household_members_fact_check: FACT_STATES,
  };
  for (const [name, values] of Object.entries(wanted)) {
    const [row] = await sql('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [name]);
    expect(
      [...row.text.matchAll(/'([^']+)'/g)].map((match: string[]) => match[1]),
      name,
    ).toEqual([...values]);
  }
});
