import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAreas } from '../../src/server/modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';

const HERE = '110115003003';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elderId: string;
const people: Record<string, Caller> = {};

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  browser = await openBrowser(app.url);
  elderId = (await buildElder(app.database, { areaCode: HERE })).elderId;
  people.community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏', title: '社区工作者' });
  people.street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', title: '养老专干' });
  people.receiver = await app.as({ role: 'street', areaCode: '110102001000', name: '吴凡', title: '养老专干' });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });

const record = () => `/desk/elders/${elderId}`;

test('a hospital stay and the return are recorded on the person’s page', async () => {
  const page = await as('community');
  await open(page, record());
  await page.getByRole('button', { name: '离家（住院、入住机构、旅居）' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('住院').check();
  await dialog.getByLabel('医院、机构或地方').fill('大兴区人民医院');
  await look(page, 'absence-form');
  await dialog.getByRole('button', { name: '登记离家' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('住院中').waitFor();
  await look(page, 'away');
  await page.getByRole('button', { name: '登记回家' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '登记回家' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('.life-list').getByText('回家', { exact: true }).waitFor();
});

test('a death recorded by mistake is corrected by the other of two people', async () => {
  const page = await as('community');
  await open(page, record());
  await page.getByRole('button', { name: '登记去世' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '登记去世' }).click();
  await page.getByText('已登记去世').first().waitFor();
  await page.getByRole('button', { name: '更正', exact: true }).click();
  await page.getByRole('dialog').getByLabel('哪里登记错了').fill('同名的另一位老人');
  await page.getByRole('button', { name: '提请另一人核准' }).click();
  await page.getByText('更正待核准').waitFor();
  await look(page, 'undo-asked');
  const street = await as('street');
  await open(street, '/desk');
  await street.getByText('核准更正王秀兰的去世登记').waitFor();
  await open(street, record());
  await street.getByRole('button', { name: '核准更正', exact: true }).click();
  await street.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await street.getByText('已更正').first().waitFor();
  await look(street, 'restored');
});

test('a person who moves to another district is handed over and accepted there', async () => {
  const page = await as('community');
  await open(page, record());
  await page.getByRole('button', { name: '迁居', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('区', { exact: true }).selectOption({ label: '西城区' });
  await dialog.getByLabel('街道（乡镇）').selectOption({ label: '西长安街街道' });
  await dialog.getByLabel('社区（村）').selectOption({ index: 1 });
  await dialog.getByLabel('道路').fill('西长安街');
  await look(page, 'move-form');
  await dialog.getByRole('button', { name: '登记迁居' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('等迁入地接收').waitFor();
  const receiver = await as('receiver');
  await open(receiver, '/desk/handovers');
  await look(receiver, 'handovers');
  await receiver.getByRole('link', { name: '王秀兰' }).first().click();
  await receiver.getByRole('button', { name: '接收', exact: true }).waitFor();
  await look(receiver, 'handover');
  const phone = await as('receiver', 'phone');
  await open(phone, new URL(receiver.url()).pathname);
  await look(phone, 'handover-phone');
  await receiver.getByRole('button', { name: '接收', exact: true }).click();
  await receiver.getByRole('link', { name: '看王秀兰的档案' }).click();
  await receiver.getByRole('heading', { level: 1, name: '王秀兰', exact: true }).waitFor();
  await receiver.getByText('西长安街').first().waitFor();
  await look(receiver, 'moved');
  await open(phone, record());
  await look(phone, 'moved-phone');
  await open(page, record());
  await page.getByRole('heading', { name: '没有找到' }).waitFor();
  expect(page.url()).toContain(elderId);
});
