import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '#contracts/agreements.ts';
import * as tasks from '#contracts/tasks.ts';
import { listWork } from '#contracts/work.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { toolsOf } from '../../../../tests/support/paying.ts';
import { jobs } from './jobs.ts';
import { expiryOf } from './rules.ts';

const CITY = '110000000000';
const DAXING = '110115000000';
const PARTIES = [
  { name: '北京市民政局', region: '北京市' },
  { name: '天津市民政局', region: '天津市' },
  { name: '河北省民政厅', region: '河北省' },
];

let app: TestApp;
let city: Caller;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  city = await app.as({ role: 'city', areaCode: CITY, name: '赵处' });
  district = await app.as({ role: 'district', areaCode: DAXING, name: '周科长' });
});
afterAll(() => app.stop());

const register = (who: Caller, given: Record<string, unknown>) =>
  who.call(contract.registerAgreement, {
    body: {
      title: '三地骨灰撒海合作协议',
      subject: 'sea-burial',
      parties: PARTIES,
      signedOn: '2023-11-16',
      ...given,
    } as never,
  });
const at = (id: string) => ({ params: { id } });

test('S2-9.1 of one subject only, with their tasks, whose states are those of the task register', async () => {
  const task = { title: '三地共用撒海船期和预约', unitName: '市殡葬管理处', dueOn: '2025-12-31' };
  const meeting = { meeting: '京津冀民政联席会议', meetingNumber: 7 };
  const sea = await register(city, { ...meeting, endsOn: '2026-11-15', tasks: [task] });
  expect(sea.body).toMatchObject({ meetingNumber: 7, parties: PARTIES, expiry: 'later', status: 'in-force' });
  await register(city, {
    title: '社会救助核对合作协议',
    subject: 'means-check',
    tasks: [{ ...task, title: '核对结果互认' }],
  });
  await register(city, { title: '区域养老服务合作协议', subject: 'elder-care' });
  const list = async (who: Caller, query: object) =>
    (await who.call(contract.listAgreements, { query: query as never })).body;
  expect((await list(city, {})).total).toBe(3);
  const found = await list(city, { subject: 'sea-burial' });
  expect([found.total, found.rows.map(row => row.subject)]).toEqual([1, ['sea-burial']]);
  expect(found.rows[0]?.tasks).toMatchObject([{ ...task, status: 'assigned' }]);
  expect((await list(city, { subject: 'marriage' })).rows).toEqual([]);

  // The unit finds it in its own list, feeds back there; the city accepts; the agreement shows each state.
  const { rows: units } = await app.database.admin.query(
    "select organisation_id from organisations where name = '市殡葬管理处'",
  );
  const unit = await app.as({ role: 'department', areaCode: CITY, organisationId: units[0].organisation_id });
  const own = (await unit.call(tasks.listAssignments, { query: {} as never })).body.rows;
  expect(own.map(row => row.title).sort()).toEqual(['三地共用撒海船期和预约', '核对结果互认']);
  const part = found.rows[0]?.tasks[0]?.assignmentId ?? '';
  const step = (who: Caller, action: string, progress?: string) =>
    who.call(tasks.takeAssignmentStep, { ...at(part), body: { action, ...(progress && { progress }) } as never });
  const stateNow = async () => (await list(city, { subject: 'sea-burial' })).rows[0]?.tasks[0];
  await step(unit, 'start');
  expect((await stateNow())?.status).toBe('in-progress');
  await step(unit, 'report', '船期已共用，预约在商');
  expect(await stateNow()).toMatchObject({ status: 'reported', progress: '船期已共用，预约在商' });
  const owed = (await city.call(listWork, { query: {} as never })).body;
  expect(JSON.stringify(owed)).toContain('三地共用撒海船期和预约');
  expect((await step(city, 'accept')).body.status).toBe('done');
  expect((await stateNow())?.status).toBe('done');

  const more = { title: '撒海补贴标准互通', unitName: '市殡葬管理处' };
  const added = await city.call(contract.addAgreementTask, { ...at(sea.body.id), body: more as never });
  expect(added.body.tasks.map(one => [one.title, one.status])).toEqual([
    ['三地共用撒海船期和预约', 'done'],
    ['撒海补贴标准互通', 'assigned'],
  ]);
  // A district keeps its own; the city sees it, another district does not, and nobody else's is changed.
  const local = await register(district, { title: '大兴与廊坊养老服务合作框架', subject: 'elder-care' });
  expect((await list(city, { subject: 'elder-care' })).total).toBe(2);
  expect((await list(district, {})).rows.map(row => row.id)).toEqual([local.body.id]);
  const other = await app.as({ role: 'district', areaCode: '110102000000' });
  expect((await list(other, {})).rows).toEqual([]);
  expect((await other.call(contract.readAgreement, at(local.body.id))).status).toBe(404);
  const end = { action: 'end', note: '试试' } as const;
  expect((await city.call(contract.stepAgreement, { ...at(local.body.id), body: end })).status).toBe(404);
  expect((await district.call(contract.stepAgreement, { ...at(sea.body.id), body: end })).status).toBe(404);
});

test('before its end somebody owes a renewal; renewed it is quiet, ended it says why', async () => {
  const term = { signedOn: '2022-06-30', endsOn: '2025-07-31' };
  const { body: made } = await register(city, { title: '到期的协议', subject: 'other', ...term });
  expect(made.expiry).toBe('soon');
  const owed = async () => {
    const { rows } = await app.database.admin.query(
      'select for_role, due_on from due_items where subject_id = $1 and closed_at is null',
      [made.id],
    );
    return rows;
  };
  for (const job of jobs) await job.handle(toolsOf(app), {});
  expect(await owed()).toEqual([{ for_role: 'city', due_on: '2025-07-31' }]);
  const step = (body: object) => city.call(contract.stepAgreement, { ...at(made.id), body: body as never });
  expect((await step({ action: 'renew', endsOn: '2025-07-01' })).error.fields).toHaveProperty('endsOn');
  expect((await step({ action: 'renew', endsOn: '2028-07-31' })).body).toMatchObject({ expiry: 'later' });
  for (const job of jobs) await job.handle(toolsOf(app), {});
  expect(await owed()).toEqual([]);
  expect((await step({ action: 'end' })).error.fields).toHaveProperty('note');
  expect((await step({ action: 'end', note: '三方商定不再续' })).body).toMatchObject({
    status: 'ended',
    endedOn: '2025-06-20',
  });
  const task = { title: '晚了的任务', unitName: '某处' };
  const late = await city.call(contract.addAgreementTask, { ...at(made.id), body: task as never });
  expect(late.error.code).toBe('platform.wrong-state');
  const file = { name: '协议.txt', bytes: Buffer.from('三方签章') };
  const kept = await city.call(contract.addAgreementFile, { ...at(made.id), file });
  const read = await city.call(contract.readAgreementFile, { params: { id: made.id, fileId: kept.body.id } });
  expect((read.body as Buffer).toString()).toBe('三方签章');
  expect(
    ['2025-08-01', '2025-07-31', '2025-06-01', '2025-05-31'].map(today =>
      expiryOf({ status: 'in-force', endsOn: '2025-07-31' }, today),
    ),
  ).toEqual(['over', 'soon', 'soon', 'later']);
  const { rows } = await app.database.admin.query(
    "select conname, pg_get_constraintdef(oid) as text from pg_constraint where conname like 'agreements_s%_check' order by 1",
  );
  const said = rows.map(row => [...String(row.text).matchAll(/'([^']+)'/g)].map(m => m[1]));
  expect(said).toEqual([[...contract.AGREEMENT_STATUSES], [...contract.AGREEMENT_SUBJECTS]]);
});
