import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveBusinessDate } from '#contracts/accounts.ts';
import { readTrialBalance } from '#contracts/books.ts';
import { decideCorrection } from '#contracts/elders/corrections.ts';
import * as life from '#contracts/elders/life-events.ts';
import { readElder, recordDeath } from '#contracts/elders/record.ts';
import { listLetters, readLetter } from '#contracts/letters.ts';
import { listMyRelief } from '#contracts/my-relief.ts';
import * as cycles from '#contracts/payments/cycles.ts';
import { RELIEF_PAID } from '#contracts/payments/payables.ts';
import * as recoveries from '#contracts/payments/recoveries.ts';
import * as means from '#contracts/relief-means.ts';
import * as later from '#contracts/relief-rechecks.ts';
import * as recognitions from '#contracts/relief-recognitions.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { expectBooksAgree } from '../../../../../tests/support/books.ts';
import { buildElder } from '../../../../../tests/support/builders.ts';
import { asBatch } from '../../../../../tests/support/database.ts';
import { grantByMonth } from '../../../../../tests/support/grants.ts';
import {
  addAccount,
  type Payers,
  payersOf,
  payMonth,
  prepare,
  step,
  takeFile,
  throughBank,
  toolsOf,
} from '../../../../../tests/support/paying.ts';
import { runPrepare } from '../../payments/cycles/prepare-cycle.ts';
import { runReviews } from './review.ts';

const HUKOU = '110102001004';

let app: TestApp;
let home: Caller;
let hukou: Caller;
let payers: Payers;
const people: Record<string, string> = {};
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  home = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  hukou = await app.as({ role: 'street', areaCode: '110102001000', name: '吴凡' });
  payers = await payersOf(app, '110102000000');
  const here = { bornOn: '1940-01-05', hukouAreaCode: HUKOU };
  for (const name of ['柳大成', '周桂芝', '双份'])
    people[name] = (await buildElder(app.database, { ...here, name })).elderId;
});
afterAll(() => app.stop());

const at = (id: string) => ({ params: { id } });
const sql = async (text: string, values: unknown[] = []) => (await app.database.admin.query(text, values)).rows;

/** The business date. */
let day = '2025-06-20';
/** One household of 西城's 户籍 that lives here, brought up to the decision; `decide` is the district's. */
async function household(elder: { elderId: string; name: string }, members: readonly { elderId: string }[]) {
  const { elderId } = elder;
  const of = { params: { elderId } };
  const base = { elderId, kind: 'minimumLiving' as const, applicant: 'self' as const, reason: '退休金很少，没有积蓄' };
  const { id } = (await home.call(recognitions.applyForRecognition, { body: base })).body;
  const checked = { source: 'check', asOf: '2025-06-01', confidence: 'verified' } as const;
  const add = (fact: means.MeansFact) => home.call(means.addMeans, { ...of, body: { fact, ...checked } });
  await home.call(means.authoriseMeans, { ...of, body: { signedBy: elder.name, signedOn: day } });
  const pension = (fen: number) => add({ part: 'income', of: '', kind: 'pension', fen });
  await pension(90_000);
  for (const member of members) {
    const fact = {
      part: 'member',
      name: '待填',
      relation: '配偶',
      severelyIll: false,
      severelyDisabled: false,
    } as const;
    const { entries } = (await add({ ...fact, ...member })).body;
    const named = entries.map(one => one.fact).findLast(one => one.part === 'member');
    await add({ part: 'income', of: named?.part === 'member' ? named.name : '', kind: 'other', fen: 0 });
  }
  const flags = { singleParent: false, supporterIs60: false, severelyIll: false, severelyDisabled: false };
  const judged = { propertyWithinRule: true, noSupporter: false, ...flags, note: '核对报告：没有房产' };
  await home.call(means.judgeMeans, { ...of, body: judged });
  const survey = { on: day, surveyors: '赵敏、陈岚', finding: '家里陈设简单' };
  await home.call(recognitions.surveyRecognition, { ...at(id), body: survey });
  await hukou.call(recognitions.postRecognition, { ...at(id), body: { postedOn: day, place: '社区公示栏' } });
  const over = `update relief_applications set notice = jsonb_set(notice, '{until}', '"2025-06-19"') where application_id = $1`;
  await sql(over, [id]);
  const take = (who: Caller, action: 'submit' | 'approve') =>
    who.call(recognitions.stepRecognition, { ...at(id), body: { action, note: '核查属实' } });
  return { id, take, of, pension };
}

let case1: Awaited<ReturnType<typeof household>>;
const give = (elderId: string, number: string) => addAccount(app, { elderId, areaCode: HUKOU, number, holder: '本人' });
const linesOf = async (cycleId: string, elderId: string) =>
  (await payers.maker.call(cycles.listPaymentLines, { query: { cycleId, elderId } })).body.rows;
const told = async (cycleId: string, elderId: string) =>
  (await linesOf(cycleId, elderId)).map(each => [each.scheme, each.kind, each.cause, each.amountFen, each.status]);
const grant = (elderId: string, scheme: 'minimumLiving' | 'destituteSupport') =>
  grantByMonth(app, { elderId, areaCode: HUKOU, scheme, fromMonth: '2025-06', fen: 80_000 });
const move = async (businessDate: string) => {
  const administrator = await app.as({ role: 'administrator', areaCode: '110000000000' });
  expect((await administrator.call(moveBusinessDate, { body: { businessDate } })).status).toBe(200);
  day = businessDate;
};
const count = async (rule: string) =>
  (await payers.maker.call(recoveries.listFindings, { query: { rule: rule as 'dead-yet-paid' } })).body.rows;

test('S0-10.1 a standard by consumption ratio: computed, beside the others, new only from its day', async () => {
  const city = await app.as({ role: 'city', areaCode: '110000000000' });
  const query = { consumptionFen: 4_800_000, sharePercent: 38, fromOn: '2025-07-01' };
  const { body } = await city.call(later.tryStandard, { query });
  expect(body).toMatchObject({ computedFen: 152_000, nowFen: 145_000 });
  expect(body.lines.length).toBe(5);
  expect(body.months.map(one => [one.month, one.standardFen, one.isNew])).toEqual([
    ...[
      ['2025-05', 145_000, false],
      ['2025-06', 145_000, false],
      ['2025-07', 152_000, true],
    ],
    ...[
      ['2025-08', 152_000, true],
      ['2025-09', 152_000, true],
      ['2025-10', 152_000, true],
    ],
  ]);
});

test('S0-10.4 the decision grants the household’s amount from the next month, names its elders, and counts nobody twice', async () => {
  case1 = await household({ elderId: people.柳大成!, name: '柳大成' }, [{ elderId: people.周桂芝! }]);
  expect((await case1.take(hukou, 'submit')).error?.message).toBeUndefined();
  expect((await case1.take(payers.maker, 'approve')).body.status).toBe('approved');
  const { body } = await hukou.call(recognitions.readRecognition, at(case1.id));
  // 2 × 1,450 − 900.
  expect(body.grants).toMatchObject([{ fromMonth: '2025-07', toMonth: null, amountFen: 200_000, cause: 'granted' }]);
  expect(body.grants[0]?.why).toMatch(
    /^低保认定（JZ\d{6}-[0-9A-F]{6}），2025年7月起每月2,000元；京民社救发〔2024.80号 标准/,
  );
  expect(body.members).toMatchObject([{ name: '周桂芝', relation: '配偶', fact: { state: 'proposed' } }]);
  const second = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
  for (const id of [body.fact?.correctionId, body.members[0]?.fact?.correctionId])
    expect((await second.call(decideCorrection, { ...at(id ?? ''), body: { approve: true, version: 1 } })).status).toBe(
      200,
    );
  const wife = (await home.call(readElder, at(people.周桂芝!))).body.elder;
  expect([
    wife.economicClass,
    (await hukou.call(recognitions.readRecognition, at(case1.id))).body.members[0]?.fact?.state,
  ]).toEqual(['低保', 'applied']);
  // She cannot be counted in a household of her own as well.
  await sql("update elders set economic_class = 'none' where elder_id = $1", [people.周桂芝]);
  const own = await household({ elderId: people.周桂芝!, name: '周桂芝' }, []);
  expect((await own.take(hukou, 'submit')).error.message).toContain('已经算在柳大成家的认定里');
  await sql("update elders set economic_class = '低保' where elder_id = $1", [people.周桂芝]);
});

test('S0-10.4 the cycle pays it once however often it is prepared, lists who has it elsewhere, pays a difference back, and its books agree', async () => {
  await grant(people.周桂芝!, 'minimumLiving');
  for (const scheme of RELIEF_PAID) await grant(people.双份!, scheme);
  const first = await prepare(app, payers, '2025-07');
  expect(await told(first, people.柳大成!)).toEqual([['minimumLiving', 'regular', 'new', 200_000, 'held']]);
  await give(people.柳大成!, '6217000000007771');
  await give(people.双份!, '6217000000007772');
  expect((await step(payers.checker, first, 'return：补登了账户')).status).toBe(200);
  for (const _ of [1, 2]) await runPrepare(toolsOf(app), first);
  expect(await told(first, people.柳大成!)).toEqual([['minimumLiving', 'regular', 'new', 200_000, 'due']]);
  expect((await linesOf(first, people.柳大成!))[0]?.why).toContain('2024〕80号 标准');
  const [hers] = await linesOf(first, people.周桂芝!);
  expect(hers).toMatchObject({
    status: 'dropped',
    statusReason: expect.stringContaining('已作为柳大成家的成员享受低保'),
  });
  expect(await told(first, people.双份!)).toEqual(
    expect.arrayContaining([
      ['minimumLiving', 'regular', 'new', 80_000, 'dropped'],
      ['destituteSupport', 'regular', 'same', 80_000, 'due'],
    ]),
  );
  await takeFile(payers.finance, first, await throughBank(payers, first));
  await step(payers.finance, first, 'reconcile');
  await expectBooksAgree(app, payers.finance);
  const { rows } = (await payers.finance.call(readTrialBalance, { query: {} })).body;
  expect(rows.find(each => each.account === 'expense.minimumLiving')?.balanceFen).toBe(200_000);
  const second = await prepare(app, payers, '2025-07');
  expect((await payers.maker.call(cycles.readCycle, at(second))).body.people).toBe(0);
  await step(payers.maker, second, 'cancel：没有要补的');

  // The pension falls from July on: the re-check pays the difference of the month that went out.
  const entry = (await home.call(means.readMeans, case1.of)).body.entries.find(one => one.fact.part === 'income')!;
  const params = { elderId: people.柳大成!, id: entry.id };
  await home.call(means.endMeans, { params, body: { note: '换成新的核对报告' } });
  await case1.pension(80_000);
  await sql('update relief_applications set review_on = $2 where application_id = $1', [case1.id, '2025-06-30']);
  await runReviews(toolsOf(app));
  const drawn = (await payers.maker.call(later.listRechecks, { query: { result: 'drawn' } })).body.rows;
  const mine = drawn.find(one => one.elderId === people.柳大成)!;
  const kept = { result: 'kept' as const, note: '核对报告：退休金减少', amountFrom: '2025-07' };
  const answer = await payers.maker.call(later.answerRecheck, { ...at(mine.id), body: kept });
  expect(answer.body.changed).toEqual({ fromMonth: '2025-07', amountFen: 210_000 });
  const third = await payMonth(app, payers, '2025-07');
  expect(await told(third, people.柳大成!)).toEqual([['minimumLiving', 'back-pay', 'rate', 10_000, 'paid']]);
  await expectBooksAgree(app, payers.finance);
});

test('S0-10.4 elder and family see how it goes and what came, by its name; a death stops it, what was paid ahead is asked back', async () => {
  const family = await app.as({ role: 'family', areaCode: HUKOU, elderId: people.柳大成!, name: '柳强' });
  const [mine] = (await family.call(listMyRelief, {})).body.rows;
  expect(mine).toMatchObject({
    ...{
      kind: 'minimumLiving',
      status: 'approved',
      next: null,
      result: '已认定，每月2,100元',
      decidedOn: '2025-06-20',
    },
    steps: ['受理', '核对和入户调查', '评议公示', '报送', '决定'].map(label => ({
      label,
      on: '2025-06-20',
      state: 'done',
    })),
  });
  expect(mine?.money[0]).toMatchObject({ fromMonth: '2025-07', amountFen: 210_000 });
  expect(JSON.stringify(mine)).not.toMatch(/陈设|核查属实|90,?000/);
  const { months } = (await family.call(cycles.readMyReceived, {})).body;
  expect(months.map(each => [each.lines[0]?.scheme, each.totalFen])).toEqual([
    ['minimumLiving', 10_000],
    ['minimumLiving', 200_000],
  ]);
  const [said] = await sql('select label from payments_v_timeline where elder_id = $1 order by at limit 1', [
    people.柳大成,
  ]);
  expect(said.label).toBe('低保金到账2000.00元');
  const waiting = await app.as({ role: 'family', areaCode: HUKOU, elderId: people.周桂芝! });
  const [hers] = (await waiting.call(listMyRelief, {})).body.rows;
  expect(hers).toMatchObject({ result: null, next: { says: '公示期满，街道报送决定，公示到2025年6月19日' } });
  expect(hers?.next?.dueOn).toMatch(/^2025-0[67]/);

  await move('2025-07-21');
  people.搬家 = (await buildElder(app.database, { name: '搬家', bornOn: '1940-01-05', hukouAreaCode: HUKOU })).elderId;
  await give(people.搬家, '6217000000007773');
  await grant(people.搬家, 'minimumLiving');
  await payMonth(app, payers, '2025-08');
  const die = (elderId: string, diedOn: string) =>
    home.call(recordDeath, { ...at(elderId), body: { diedOn, note: '家属告知' } });
  const read = async () => (await hukou.call(recognitions.readRecognition, at(case1.id))).body;
  await die(people.周桂芝!, '2025-07-19');
  expect((await read()).reviewOn).toBe('2025-07-21');
  await die(people.柳大成!, '2025-07-20');
  const died = (await read()).grants[0];
  expect(died).toMatchObject({ toMonth: '2025-07', endedWhy: expect.stringContaining('老人已去世，2025年8月起停发') });
  expect(await count('dead-yet-paid')).toMatchObject([{ scheme: 'minimumLiving', amountFen: 210_000 }]);
  // He had not died: it goes on as it was; then he gives it up, and August had gone out already.
  const [death] = (await home.call(life.listLifeEvents, at(people.柳大成!))).body.rows;
  const undo = { id: people.柳大成!, eventId: death?.id ?? '' };
  await home.call(life.undoLifeEvent, { params: undo, body: { reason: '同名的另一位老人' } });
  const checker = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
  await checker.call(life.decideUndo, { params: undo, body: { approve: true } });
  expect((await read()).grants.map(each => [each.fromMonth, each.toMonth])).toEqual([
    ['2025-07', null],
    ['2025-07', '2025-06'],
  ]);
  expect(await count('dead-yet-paid')).toEqual([]);
  const end = { action: 'end' as const, note: '本人放弃低保' };
  expect((await payers.maker.call(recognitions.stepRecognition, { ...at(case1.id), body: end })).status).toBe(200);
  await payers.maker.call(recoveries.comparePayments, {});
  expect(await count('recognition-ended')).toMatchObject([
    {
      ...{ scheme: 'minimumLiving', amountFen: 210_000 },
      sentence: expect.stringMatching(/^认定已终止：本人放弃低保，2025年8月起停发；京民社救发〔2018.445号 发放/),
    },
  ]);
  await sql("update elders set hukou_area_code = '110101001001' where elder_id = $1", [people.搬家]);
  await move('2025-08-21');
  const last = await prepare(app, payers, '2025-09');
  const stops = (await payers.maker.call(cycles.listStops, { ...at(last), query: {} })).body.rows;
  expect(stops.map(each => [each.elderName, each.scheme, each.reason])).toEqual([
    ['搬家', 'minimumLiving', '户籍已不在本区，由现户籍区发放'],
    ['柳大成', 'minimumLiving', expect.stringContaining('本人放弃低保，2025年8月起停发')],
  ]);
  const east = await payersOf(app, '110101000000');
  const there = await prepare(app, east, '2025-09');
  const moved = await east.maker.call(cycles.listPaymentLines, { query: { cycleId: there, elderId: people.搬家 } });
  expect(moved.body.rows).toMatchObject([{ scheme: 'minimumLiving', kind: 'regular', cause: 'same', status: 'due' }]);
  await step(payers.maker, last, 'cancel：另行编制');
  await expectBooksAgree(app, payers.finance);
});

test('S0-10.4 the applicant dies: the street names another of the household, another person decides, it is paid on without a gap and never twice', async () => {
  for (const name of ['韩德福', '韩秀英', '韩玉'])
    people[name] = (await buildElder(app.database, { name, bornOn: '1942-02-03', hukouAreaCode: HUKOU })).elderId;
  const [husband, wife, sister] = [people.韩德福!, people.韩秀英!, people.韩玉!];
  for (const [at, id] of [husband, wife].entries()) await give(id, `621700000000777${4 + at}`);
  const of3 = await household({ elderId: husband, name: '韩德福' }, [{ elderId: wife }, { elderId: sister }]);
  expect((await of3.take(hukou, 'submit')).error?.message).toBeUndefined();
  expect((await of3.take(payers.maker, 'approve')).body?.status).toBe('approved');
  await sql("update elders set economic_class = '低保' where elder_id = any($1)", [[husband, wife, sister]]);
  await sql("update relief_household_members set fact = 'applied' where application_id = $1", [of3.id]);
  const read = async (id: string) => (await hukou.call(recognitions.readRecognition, at(id))).body;
  // 3 × 1,450 − 900, from the month after.
  expect((await read(of3.id)).grants).toMatchObject([{ fromMonth: '2025-09', toMonth: null, amountFen: 345_000 }]);
  const paid = await payMonth(app, payers, '2025-09');
  expect(await told(paid, husband)).toEqual([['minimumLiving', 'regular', 'new', 345_000, 'paid']]);
  await move('2025-10-20');
  const october = await payMonth(app, payers, '2025-10');
  expect(await told(october, husband)).toEqual([['minimumLiving', 'regular', 'same', 345_000, 'paid']]);

  // He died in September; October had gone out by then.
  await home.call(recordDeath, { ...at(husband), body: { diedOn: '2025-09-28', note: '家属告知' } });
  const gone = await read(of3.id);
  expect(gone).toMatchObject({
    ...{ status: 'closed', succession: { state: 'open', by: null } },
    grants: [{ toMonth: '2025-09' }],
    due: { dueOn: expect.any(String) },
  });
  expect(gone.succession?.candidates.map(each => each.name).toSorted()).toEqual(['韩玉', '韩秀英'].toSorted());
  const file = async (id: string) => (await home.call(readElder, at(id))).body.elder.economicClass;
  expect([await file(wife), await file(sister)]).toEqual(['低保', '低保']);
  const body = { elderId: wife, signedBy: '韩秀英', signedOn: '2025-10-20', note: '配偶接着领，姊妹同住' };
  expect((await payers.maker.call(recognitions.nameSuccessor, { ...at(of3.id), body })).status).toBe(409);
  const none = { ...body, elderId: people.柳大成! };
  expect((await hukou.call(recognitions.nameSuccessor, { ...at(of3.id), body: none })).status).toBe(400);
  const { id } = (await hukou.call(recognitions.nameSuccessor, { ...at(of3.id), body })).body;
  expect((await hukou.call(recognitions.nameSuccessor, { ...at(of3.id), body })).status).toBe(409);
  const next = await read(id);
  // What was his is gone with him: 2 × 1,450 with no income left.
  expect(next).toMatchObject({
    ...{ status: 'surveyed', elderName: '韩秀英', continues: { id: of3.id, elderName: '韩德福' } },
    evaluation: { persons: 2, incomeFen: 0, outcome: { state: 'yes', amountFen: 290_000 } },
  });
  const take = (who: Caller, action: 'submit' | 'approve' | 'withdraw') =>
    who.call(recognitions.stepRecognition, { ...at(id), body: { action, note: '按现在的两口人' } });
  expect((await take(hukou, 'submit')).error?.message).toBeUndefined();
  expect((await take(payers.maker, 'approve')).body.status).toBe('approved');
  const after = await read(id);
  expect(after.grants).toMatchObject([{ fromMonth: '2025-10', toMonth: null, amountFen: 290_000 }]);
  expect((await read(of3.id)).succession).toMatchObject({ state: 'done', by: { id, elderName: '韩秀英' } });
  expect([await file(wife), await file(sister)]).toEqual(['低保', '低保']);

  // October stands on his account: not paid again before it is asked back; from then on each month once, to her.
  await move('2025-10-28');
  const november = await payMonth(app, payers, '2025-11');
  expect(await told(november, wife)).toEqual([['minimumLiving', 'regular', 'new', 290_000, 'paid']]);
  const [twice] = await sql(
    "select because from relief_v_grants_twice t join relief_grants g on g.grant_id = t.grant_id where g.elder_id = $1 and t.from_month = '2025-10'",
    [wife],
  );
  expect(twice?.because).toContain('已经发到韩德福的账户');
  const [late] = await count('dead-yet-paid').then(rows => rows.filter(each => each.elderName === '韩德福'));
  expect(late).toMatchObject({ amountFen: 345_000 });

  // She is told: before, after, why, by which clause, from which month.
  const [letter] = (await home.call(listLetters, { query: { elderId: wife, kind: 'found' } })).body.rows;
  const { paper } = (await home.call(readLetter, at(letter?.id ?? ''))).body;
  expect(paper.title).toBe('低保变更告知书');
  expect(Object.fromEntries(paper.facts.map(each => [each.label, each.value]))).toMatchObject({
    ...{ 变更前: '每月3,450元，由韩德福领取', 变更后: '每月2,900元，由韩秀英领取', 从哪个月起: '2025年10月' },
  });
  expect(paper.paragraphs.join('')).toMatch(/低保认定（JZ.*），接着领.*京民社救发〔2024.80号/);
  const [ofRecheck] = await sql("select paper from letters where elder_id = $1 and kind = 'found'", [people.柳大成]);
  expect(JSON.stringify(ofRecheck?.paper)).toMatch(/每月2,000元.*每月2,100元.*2025年7月/);

  // He had not died: the household is his again; what she has received is not paid a second time.
  const [death] = (await home.call(life.listLifeEvents, at(husband))).body.rows;
  const undo = { id: husband, eventId: death?.id ?? '' };
  await home.call(life.undoLifeEvent, { params: undo, body: { reason: '同名的另一位老人' } });
  const checker = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
  await checker.call(life.decideUndo, { params: undo, body: { approve: true } });
  expect(await read(of3.id)).toMatchObject({ status: 'approved', succession: null });
  expect(await read(id)).toMatchObject({ status: 'closed', grants: [{ toMonth: '2025-10' }] });
  expect([await file(wife), await file(sister)]).toEqual(['低保', '低保']);
  await expectBooksAgree(app, payers.finance);
});
