import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTimeline } from '#contracts/elders/record.ts';
import * as files from '#contracts/household-files.ts';
import { listWork } from '#contracts/work.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElders } from '../../../../tests/support/builders.ts';
import { cityDatabase } from '../../../../tests/support/city-app.ts';
import { toolsOf } from '../../../../tests/support/paying.ts';
import { takeRelief } from './index.ts';

const HERE = '110115003002';
let app: TestApp;
let worker: Caller;
beforeAll(async () => {
  app = await startTestApp(await cityDatabase());
  worker = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
}, 120_000);
afterAll(() => app.stop());

const counts = (row: files.HouseholdCounts) => [row.households, row.noMeasure, row.noPerson, row.complete];

test('S3-1.2 every place of the demo with households in hardship: what they lack adds up from below and is the list', async () => {
  const official = await app.as({ role: 'city', areaCode: '110000000000' });
  let communities = 0;
  const walk = async (area: string, levels: number): Promise<number[]> => {
    const { total, rows } = (await official.call(files.sumHouseholds, { query: { area } })).body;
    const sum = rows.map(counts).reduce((a, b) => a.map((n, i) => n + (b[i] ?? 0)), [0, 0, 0, 0]);
    expect(sum).toEqual(counts(total));
    const of = async (gap?: files.FileGap) =>
      (await official.call(files.listHouseholds, { query: { area, ...(gap && { gap }), limit: 1 } })).body.total;
    expect([await of(), await of('measure'), await of('person'), await of('none')]).toEqual(counts(total));
    if (levels === 0) communities++;
    else
      for (const row of rows.filter(one => one.households > 0))
        expect(await walk(row.areaCode, levels - 1)).toEqual(counts(row));
    return counts(total);
  };
  const [households = 0] = await walk('110000000000', 3);
  const { rows } = await app.database.admin.query<{ n: number }>(
    `select count(distinct m.household_id)::int as n from elders e join household_members m using (elder_id)
     where e.economic_class <> 'none' and e.status not in ('deceased', 'moved-out')`,
  );
  expect(households).toBe(rows[0]?.n);
  expect(communities).toBeGreaterThan(1);
});

test('S3-1.2 a household gets somebody responsible and a measure with its progress, and leaves the lists of those without', async () => {
  const [poor, spouse] = await buildElders(app.database, [
    { areaCode: HERE, name: '郑淑琴', economicClass: '低保' },
  ]).then(async ([first]) => [
    first,
    ...(await buildElders(app.database, [
      { areaCode: HERE, name: '郑老伴', bornOn: '1950-01-01', householdId: first?.householdId ?? '' },
    ])),
  ]);
  if (!poor || !spouse) throw new Error('two people');
  const params = { id: poor.householdId };
  const lists = async () => {
    const has = async (gap: files.FileGap) =>
      (await worker.call(files.listHouseholds, { query: { gap } })).body.rows.some(
        row => row.householdId === params.id,
      );
    return [await has('measure'), await has('person'), await has('none')];
  };
  expect(await lists()).toEqual([true, true, false]);
  const body = { name: '孙建国', unit: '滨河北里社区居委会，民政专干' };
  expect((await worker.call(files.setResponsible, { params, body })).body).toMatchObject({ ...body, setBy: '赵敏' });
  expect(await lists()).toEqual([true, false, false]);
  const plan = { elderId: poor.elderId, kind: 'contact' as const, what: '每周上门看一次', dueOn: '2025-06-30' };
  const late = await worker.call(files.planMeasure, { params, body: { ...plan, dueOn: '2025-06-19' } });
  expect(late.error.fields).toHaveProperty('dueOn');
  const measure = (await worker.call(files.planMeasure, { params, body: plan })).body;
  expect(await lists()).toEqual([false, false, true]);
  const step = (action: 'report' | 'finish' | 'stop', note: string) =>
    worker.call(files.stepMeasure, { params: { id: measure.id }, body: { action, note } });
  const due = () =>
    app.database.admin
      .query('select title from due_items where subject_id = $1 and closed_at is null', [measure.id])
      .then(answer => answer.rows);
  expect(await due()).toEqual([{ title: '落实郑淑琴家的措施' }]);
  expect((await step('report', '第一周去过了')).body).toMatchObject({ status: 'doing', note: '第一周去过了' });
  expect(await due()).toHaveLength(1);
  const file = (await worker.call(files.readHouseholdFile, { params })).body;
  expect(file.members.map(one => one.name)).toEqual(['郑淑琴', '郑老伴']);
  expect(file).toMatchObject({ responsible: { name: '孙建国' }, measures: [{ status: 'doing', steppedBy: '赵敏' }] });
  expect((await step('finish', '四周都去了')).body.status).toBe('done');
  expect([await due(), await lists()]).toEqual([[], [false, false, true]]);
  expect((await step('stop', '不用了')).error.code).toBe('platform.wrong-state');
  const { rows } = (await worker.call(readTimeline, { params: { id: poor.elderId }, query: {} })).body;
  expect(rows.map(row => row.label)).toEqual(expect.arrayContaining(['帮扶措施：已落实', '帮扶措施：记进展']));

  const second = (await worker.call(files.planMeasure, { params, body: plan })).body;
  await app.database.admin.query("update household_measures set status = 'stopped', note = '试' where elder_id = $1", [
    poor.elderId,
  ]);
  expect([second.status, await lists()]).toEqual(['planned', [true, false, false]]);
});

test('S3-1.2 somebody of the place answers for a household and has its measures in 今天要办; relief that arrived is a measure by itself', async () => {
  const [poor] = await buildElders(app.database, [{ areaCode: HERE, name: '石玉兰', economicClass: '低保' }]);
  const { householdId = '', elderId = '' } = poor ?? {};
  const params = { id: householdId };
  const other = await app.as({ role: 'community', areaCode: HERE, name: '周芳' });
  const own = async (who: Caller) =>
    (await who.call(listWork, { query: { limit: 200 } })).body.groups
      .flatMap(group => group.rows)
      .filter(row => row.path === `/desk/households/${householdId}`);
  const panel = async () => (await worker.call(files.readElderHousehold, { params: { elderId } })).body.file;
  expect(await panel()).toMatchObject({ householdId, responsible: null, measures: 0, next: null });
  const people = (await worker.call(files.listResponsible, { params })).body.rows;
  const chosen = people.find(one => one.name === '周芳');
  const set = (body: object) => worker.call(files.setResponsible, { params, body });
  expect((await set({ accountId: newId() })).error.fields).toHaveProperty('accountId');
  expect((await set({ name: '孙建国' })).error.fields).toEqual({ unit: '请填单位和职务' });
  expect((await set({ accountId: chosen?.accountId ?? '' })).body).toMatchObject({ name: '周芳', unit: chosen?.unit });
  expect((await own(other)).map(row => row.title)).toEqual(['给石玉兰家定帮扶措施']);
  expect(await own(worker)).toEqual([]);
  const plan = { elderId, kind: 'home' as const, what: '卫生间装扶手', dueOn: '2025-07-10' };
  const measure = (await worker.call(files.planMeasure, { params, body: plan })).body;
  expect((await own(other)).map(row => row.title)).toEqual(['落实石玉兰家的措施']);
  expect(await own(worker)).toEqual([]);
  expect(await panel()).toMatchObject({ responsible: `周芳，${chosen?.unit}`, next: { what: '卫生间装扶手' } });
  // Somebody without an account takes it over: the duty is the community's again.
  await set({ name: '孙建国', unit: '热心邻居' });
  expect((await own(worker)).map(row => row.title)).toEqual(['落实石玉兰家的措施']);
  await worker.call(files.stepMeasure, { params: { id: measure.id }, body: { action: 'finish', note: '装好了' } });
  expect(await own(worker)).toEqual([]);

  const paid = { payableId: newId(), elderId, scheme: 'temporaryRelief' as const, amountFen: 435_000 };
  const { inArea } = toolsOf(app);
  for (let told = 0; told < 2; told++)
    await inArea('110000000000', '发放结果', ctx => takeRelief(ctx, { ...paid, paidOn: '2025-06-20' }));
  const { measures } = (await worker.call(files.readHouseholdFile, { params })).body;
  expect(measures.filter(one => one.source === 'paid')).toMatchObject([
    { kind: 'money', status: 'done', what: '临时救助4,350元，2025年6月20日发到' },
  ]);
  const rich = await buildElders(app.database, [{ areaCode: HERE, name: '没有困难' }]);
  const none = await worker.call(files.readElderHousehold, { params: { elderId: rich[0]?.elderId ?? '' } });
  expect(none.body.file).toBeNull();
});

test('an allowance that runs is a measure; another place sees no household here, and nobody’s family', async () => {
  const { rows } = await app.database.admin.query<{ household_id: string; area_code: string; elder_id: string }>(
    `select m.household_id, e.area_code, e.elder_id from benefit_determinations d join elders e using (elder_id)
     join household_members m using (elder_id) where e.economic_class <> 'none' and d.month >= '2025-05' and d.amount_fen > 0
       and e.status = 'active' limit 1`,
  );
  const { household_id: id = '', area_code: areaCode = '', elder_id: elderId = '' } = rows[0] ?? {};
  const here = await app.as({ role: 'community', areaCode });
  const file = (await here.call(files.readHouseholdFile, { params: { id } })).body;
  expect(file.running.map(one => one.what).join()).toMatch(/津贴|补贴.*每月\d+/);
  const lacking = (await here.call(files.listHouseholds, { query: { gap: 'measure', limit: 200 } })).body.rows;
  expect(lacking.map(row => row.householdId)).not.toContain(id);
  const stranger = await app.as({ role: 'street', areaCode: '110108001000' });
  expect((await stranger.call(files.readHouseholdFile, { params: { id } })).status).toBe(404);
  const person = { name: '外人', unit: '别的街道' };
  expect((await stranger.call(files.setResponsible, { params: { id }, body: person })).status).toBe(404);
  const outside = await stranger.call(files.sumHouseholds, { query: { area: areaCode } });
  expect(outside.error.code).toBe('household-files.outside-area');
  const family = await app.as({ role: 'family', areaCode, elderId });
  expect((await family.call(files.listHouseholds, { query: {} })).status).toBe(403);
});
