import mqtt from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingsTopic, registerDevice } from '#contracts/devices.ts';
import { newId } from '#shared/ids.ts';
import { readingsBetween } from '../../simulators/water-meter/pattern.ts';
import { type Ingest, startIngest } from '../../src/server/modules/devices/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElders, COMMUNITY, testKeys } from '../support/builders.ts';
import { cloneDatabase, testConfig } from '../support/database.ts';

const STREET = `${COMMUNITY.slice(0, 9)}000`;
const CENTRE = newId();
const WORKER = newId();
const SERIAL = 'WM-STORY-0001';
const at = (text: string) => Date.parse(`${text}:00+08:00`);
let app: TestApp;
let ingest: Ingest;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elderId: string;

/** Publishes over MQTT what the simulated meter of Wang would: four weeks of habit, then silence since 20:00. */
async function tellSilence(secret: string): Promise<void> {
  const meter = await mqtt.connectAsync(`mqtt://127.0.0.1:${ingest.port}`, { username: SERIAL, password: secret });
  for (const span of [
    { from: at('2025-05-21T00:00'), to: at('2025-06-19T12:00') },
    { from: at('2025-06-19T12:00'), to: at('2025-06-20T02:45'), silentSince: at('2025-06-19T20:00') },
  ]) {
    const readings = readingsBetween(SERIAL, span);
    await meter.publishAsync(readingsTopic(SERIAL), JSON.stringify({ readings }), { qos: 1 });
  }
  await meter.endAsync();
}

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await app.startWorker();
  browser = await openBrowser(app.url);
  ingest = await startIngest(testConfig(), { pool: app.database.pool, keys: testKeys(), report: () => undefined });
  await app.database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '清源街道区域养老服务中心', 'centre', $2)",
    [CENTRE, STREET],
  );
  const people = await buildElders(app.database, [
    { living: '独居' },
    { name: '何国栋', sex: '男', living: '空巢', bornOn: '1943-02-02' },
  ]);
  elderId = people[0]?.elderId ?? '';
  await app.as({ role: 'caregiver', areaCode: STREET, accountId: WORKER, name: '李建军', title: '护理员' });
});
afterAll(async () => {
  await browser?.close();
  await ingest?.stop();
  await app?.stop();
});

const page = async (person: Parameters<TestApp['as']>[0], size: Size = 'desk') =>
  browser.newPage({ size, session: (await app.as(person)).cookie });
const desk = { role: 'centre', areaCode: STREET, organisationId: CENTRE, name: '周立群' } as const;
const family = () => ({ role: 'family', areaCode: COMMUNITY, elderId, name: '李敏' }) as const;

test('J01 step 8: silence → alarm on the live rail → every hop, to the cause at the door', async () => {
  const community = await app.as({ role: 'community', areaCode: COMMUNITY });
  const meter = await community.call(registerDevice, { body: { kind: 'water-meter', serial: SERIAL, elderId } });
  const duty = await page(desk);
  await open(duty, '/desk');
  await duty.getByText('现在没有告警').waitFor();
  await tellSilence(meter.body.secret);
  await duty
    .getByText('用水异常，6小时45分没有用水')
    .or(duty.getByText('用水异常，6 小时 45 分没有用水'))
    .first()
    .waitFor();
  await look(duty, 'desk-rail');
  const wall = await page({ role: 'district', areaCode: '110115000000' }, 'wall');
  await open(wall, '/screen');
  await wall.getByText('大兴').first().waitFor();

  await duty.getByRole('link', { name: '去受理' }).click();
  await duty.getByRole('button', { name: '受理', exact: true }).waitFor();
  await look(duty, 'alarm-raised');
  await duty.getByRole('button', { name: '受理', exact: true }).click();
  await duty.getByLabel('无人接').check();
  await duty.getByRole('button', { name: '记下' }).click();
  await duty.getByLabel('派谁去').selectOption({ index: 1 });
  await duty.getByRole('button', { name: '派人' }).click();
  await duty.getByText('已派人').first().waitFor();

  const worker = await page({ role: 'caregiver', areaCode: STREET, accountId: WORKER, name: '李建军' }, 'phone');
  await open(worker, '/field');
  await worker
    .getByRole('link', { name: /王秀兰/ })
    .first()
    .click();
  await worker.getByRole('button', { name: '我到了' }).waitFor();
  await look(worker, 'field-alarm');
  await worker.getByRole('button', { name: '我到了' }).click();
  await worker.getByLabel('属实，老人需要帮助').check();
  await worker.getByLabel('原因').fill('摔倒后送医');
  await worker.getByRole('button', { name: '关闭告警' }).click();
  await worker.getByText('属实：摔倒后送医').first().waitFor();

  await open(duty, '/desk/alarms?tab=today');
  await duty.getByText('摔倒后送医').first().waitFor();
  await look(duty, 'alarms-today');
  const rows = await app.database.admin.query('select status, is_true from alarms where elder_id = $1', [elderId]);
  expect(rows.rows).toEqual([{ status: 'closed', is_true: true }]);
});

test('S4-13.1 the family presses 一键呼 and reports being away', async () => {
  const phone = await page(family(), 'elder');
  await open(phone, '/elder');
  await phone.getByRole('button', { name: /一键呼/ }).click();
  await phone.getByText('已经呼了').waitFor();
  await look(phone, 'elder-home');
  await open(phone, '/elder/away');
  await phone.getByLabel('到哪天').fill('2025-06-25');
  await phone.getByLabel('住家人那里').check();
  await phone.getByRole('button', { name: '报外出' }).click();
  await phone.getByText('已报好').waitFor();
  await look(phone, 'elder-home');
});

test('走访: who is due, the form with its gaps named, the visit kept', async () => {
  const { keepPlan } = await import('../../src/server/modules/visits/index.ts');
  const { jobTools } = await import('#platform/jobs/worker.ts');
  await jobTools(app.database.pool, testKeys()).inArea('110000000000', 'test', ctx =>
    keepPlan(ctx, { elderId, areaCode: COMMUNITY }),
  );
  const community = await page({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  await open(community, '/desk/visits?tab=all');
  await community.getByText('王秀兰').first().waitFor();
  await look(community, 'visits');
  await open(community, `/desk/visits/${elderId}`);
  await community.getByLabel('平安').check();
  await community.getByRole('button', { name: '记下这次探访' }).click();
  await community.getByText('请选精神').first().waitFor();
  await look(community, 'visit-gaps');
  for (const group of ['精神', '身体', '居家安全'])
    await community.getByRole('group', { name: group }).getByLabel('正常').check();
  await community.getByRole('button', { name: '记下这次探访' }).click();
  await community.getByText('已记下').waitFor();
  await open(community, '/desk/meters');
  await community.getByText(SERIAL).waitFor();
  await look(community, 'meters');
});
