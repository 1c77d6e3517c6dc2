import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser } from '../support/browser.ts';
import { cloneDatabase } from '../support/database.ts';
import { addElder } from '../support/elders.ts';

/** How people come into the product: a production site begins with one administrator and nothing else. */
const STREET = '110115005000';
const COMMUNITY = '110115005005';
const PASSWORD = 'jing-nian-2025';
let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function setPassword(link: string, login: string) {
  const page = await browser.newPage();
  await open(page, new URL(link).pathname + new URL(link).search);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '保存密码' }).click();
  await page.waitForURL(/\/login/);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  return page;
}

test('an administrator registers a station, opens an account in it, and its holder sets the password and works', async () => {
  const page = await browser.newPage({ session: (await app.as({ role: 'administrator', areaCode: STREET })).cookie });
  await open(page, '/desk/system/organisations');
  await page.getByRole('button', { name: '登记单位' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('全称').fill('清源枣园养老服务驿站');
  await dialog.getByLabel('类别').selectOption('station');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('cell', { name: '清源枣园养老服务驿站' }).waitFor();

  await page.getByRole('link', { name: '账号和岗位' }).click();
  await page.getByRole('link', { name: '开账号' }).click();
  await page.getByLabel('姓名').fill('何春生');
  await page.getByRole('textbox', { name: '账号' }).fill('hecs');
  await page.getByLabel('角色').selectOption('station');
  await page.getByLabel('岗位名称').fill('枣园驿站站长');
  await page.getByRole('button', { name: '开账号' }).click();
  await page.getByText('驿站要选所在的养老服务驿站').first().waitFor();
  await look(page, 'account-wrong-post');
  await page.getByLabel(/清源枣园养老服务驿站/).check();
  await page.getByRole('button', { name: '开账号' }).click();
  await page.getByRole('button', { name: '给设密码的链接' }).click();
  await look(page, 'account-link');
  const link = (await page.locator('.one-time-link').textContent()) ?? '';
  const theirs = await setPassword(link, 'hecs');
  await theirs.getByText('清源枣园养老服务驿站').first().waitFor();
  await page.reload();
  await page.getByText('在用').waitFor();
});

test('the community opens a login for the daughter on the elder’s file', async () => {
  const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY, name: '冯玉兰', bornOn: '1938-01-01' });
  const page = await browser.newPage({ session: (await app.as({ role: 'community', areaCode: COMMUNITY })).cookie });
  await open(page, `/desk/elders/${elderId}`);
  const panel = page.locator('section', { has: page.getByRole('heading', { name: '老人和家属的账号' }) }).last();
  await panel.getByRole('button', { name: '开账号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('冯小梅');
  await dialog.getByLabel('与老人的关系').fill('女儿');
  await dialog.getByRole('textbox', { name: '账号' }).fill('fxm1966');
  await dialog.getByRole('button', { name: '开账号' }).click();
  const link = (await dialog.locator('.one-time-link').textContent()) ?? '';
  const theirs = await setPassword(link, 'fxm1966');
  await theirs.waitForURL(/\/elder/);
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: '停用' }).click();
  await panel.getByRole('button', { name: '停用' }).waitFor({ state: 'detached' });
  expect(await panel.textContent()).toMatch(/女儿.*停用/);
});
