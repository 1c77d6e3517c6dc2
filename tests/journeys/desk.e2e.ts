import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftReport } from '#contracts/publications.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { newId } from '#shared/ids.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size, settled } from '../support/browser.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';
import { acceptBeds, assignTask, buildProjects, CITY, oweDues, STREET, writeProgress } from './desk-rows.ts';

const NO_OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let part = '';
let report = '';
let street: string | undefined;
let city: string | undefined;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  const { admin, adminUrl } = app.database;
  await asBatch(adminUrl, loadAreas);
  await oweDues(admin);
  await buildProjects(admin);
  await acceptBeds(admin);
  await writeProgress(admin);
  part = await assignTask(admin);
  street = (await app.as({ role: 'street', areaCode: STREET, name: '陈岚', title: '养老专干' })).cookie;
  const writer = await app.as({ role: 'city', areaCode: CITY, name: '高志远', title: '处长' });
  city = writer.cookie;
  const drafted = await writer.call(draftReport, { body: { period: '2025-Q2' } });
  expect(drafted.error.message).toBeUndefined();
  report = drafted.body.id;
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

type Look = { session?: string | undefined; size?: Size; name: string };

async function visit(path: string, { session = street, size = 'desk', name }: Look) {
  const page = await browser.newPage({ size, session });
  await open(page, path);
  await page.locator('h1').first().waitFor();
  await page
    .getByText(/6月20日|演示/)
    .first()
    .waitFor();
  expect(await page.evaluate(NO_OVERFLOW)).toBe(0);
  await look(page, `${name}-${size}`);
  return page;
}

test('今天 says what is overdue and due, opens rows by J and Enter, and counts by job', async () => {
  const page = await visit('/desk', { name: 'today' });
  await page.getByText('3件已经超期').waitFor();
  await page.getByText('5件今天到期').waitFor();
  expect(await page.locator('.work-row').count()).toBe(8);
  expect(await page.locator('.btn.go').count()).toBe(1);
  expect(await page.locator('.nav .n').first().textContent()).toContain('3');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await page.evaluate('document.activeElement?.textContent')).toContain('季度复核');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk/figures/home-care-beds-built');
  await page.goBack();
  await page.getByRole('link', { name: '展开' }).click();
  await page.getByText('2人评估结果公示期满').waitFor();
});

test('figures: the catalogue, and one figure with its areas and its records', async () => {
  await visit('/desk/figures', { session: city, name: 'figures' });
  const page = await visit('/desk/figures/mutual-aid-completed?asOf=2025-05-31', { session: city, name: 'figure' });
  expect(await page.locator('.figure-value').textContent()).toContain('108');
  await page.getByText('共108条记录').waitFor();
  await page.getByRole('link', { name: '房山区' }).click();
  await page.getByText('共28条记录').waitFor();
  expect(page.url()).toContain('asOf=2025-05-31');
});

test('a progress table: a figure opens its sum, and two people carry it to the lock', async () => {
  await visit('/desk/reports', { session: city, name: 'reports' });
  const page = await visit(`/desk/reports/${report}`, { session: city, name: 'report' });
  await page.locator('.f', { hasText: '108' }).first().click();
  await page.locator('.drawer .breakdown').waitFor();
  await settled(page);
  await look(page, 'report-figure-desk');
  expect(await page.locator('.equation').textContent()).toBe('108 + 30 + 62 = 200');
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await page.getByText('待审批').waitFor();
  await page.getByText('送审人不能批准自己送审的表').waitFor();
  const other = await app.as({ role: 'city', areaCode: CITY, name: '吴静' });
  const second = await browser.newPage({ session: other.cookie });
  await open(second, `/desk/reports/${report}`);
  for (const step of ['批准', '锁定']) {
    await second.getByRole('button', { name: step, exact: true }).click();
    await second.getByRole('dialog').getByRole('button', { name: step }).click();
    await second.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await second.getByText('已锁定').first().waitFor();
});

test('tasks: the ledger, a task, and a street that takes it up and reports', async () => {
  const district = (await app.as({ role: 'district', areaCode: '110115000000' })).cookie;
  const ledger = await visit('/desk/tasks', { session: district, name: 'tasks' });
  await ledger.getByText('1个超期').waitFor();
  await ledger.getByRole('link', { name: /排查助餐空白点/ }).click();
  await ledger.getByText('写明的目标').first().waitFor();
  await settled(ledger);
  await look(ledger, 'task-desk');
  await visit('/desk/task-assignments', { name: 'assignments' });
  const page = await visit(`/desk/task-assignments/${part}`, { name: 'assignment' });
  await page.getByRole('button', { name: '反馈进展' }).click();
  await page.getByLabel('进展情况').fill('已排查22个社区，空白点4个，9月底前补齐。');
  await page.getByRole('dialog').getByRole('button', { name: '反馈进展' }).click();
  await page.getByText('等上级审核').waitFor();
});

test('inbox and audit', async () => {
  const accountId = newId();
  const { cookie } = await app.as({ role: 'street', areaCode: STREET, accountId });
  await app.database.admin.query(
    `insert into messages (message_id, to_account_id, at, template, title, text, path, urgent, about_kind, about_id)
     values ($1, $2, '2025-06-20T01:00:00Z', 'due.escalated', '下级有事超期，请督促', '滨河西里社区的“床位签约等2件”已超期，已升级到您。', '/desk?scope=area', false, 'due-item', $1)`,
    [newId(), accountId],
  );
  const page = await visit('/desk/messages', { session: cookie, name: 'messages' });
  await page.getByRole('button', { name: '标为已读', exact: true }).click();
  await page.getByText('0条未读').waitFor();
  const auditor = (await app.as({ role: 'auditor', areaCode: CITY })).cookie;
  await visit('/desk/audit?kind=write', { session: auditor, name: 'audit' });
});

test('the wall: figures with as-of times and the districts as a sketch', async () => {
  const page = await visit('/screen', { session: city, size: 'wall', name: 'wall' });
  await page.getByText('示意图').waitFor();
  expect(await page.locator('.wall-districts path').count()).toBe(16);
});

test('field and elder homes list what is owed', async () => {
  const [accountId, elderId] = [newId(), newId()];
  const due = ['assessment', '入户评估', '给陈桂兰评估，须当天入户', '滨河西里南区', '去评估', '2025-06-20'] as const;
  await oweDues(app.database.admin, { role: 'assessor', assigneeId: accountId }, [due]);
  await oweDues(app.database.admin, { role: 'elder', elderId }, [
    ['consent', '同意', '请您确认护理方案', '社区已经填好，等您点头', '确认', '2025-06-20'],
  ]);
  const assessor = await app.as({ role: 'assessor', areaCode: STREET, accountId });
  const field = await visit('/field', { session: assessor.cookie, size: 'phone', name: 'field' });
  await field.getByText('须当天入户').waitFor();
  const elder = await app.as({ role: 'elder', areaCode: STREET, elderId, name: '王秀兰' });
  const home = await visit('/elder', { session: elder.cookie, size: 'elder', name: 'elder' });
  await home.getByText('请您确认护理方案').waitFor();
  const seen = await visit('/elder/seen', { session: elder.cookie, size: 'elder', name: 'seen' });
  await seen.getByText('谁看过我的档案').first().waitFor();
});
