import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { expectNoAxeViolations, open, openBrowser } from '../support/browser.ts';
import { cloneDatabase } from '../support/database.ts';

const PASSWORD = 'pass-word-2025';
const STREET = '110115005000';
let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  const accountId = newId();
  const { admin } = app.database;
  await admin.query("insert into accounts (account_id, login, name, password_hash) values ($1, 'duty', '周立群', $2)", [
    accountId,
    await hash(PASSWORD),
  ]);
  for (const [role, area] of [
    ['street', STREET],
    ['district', '110115000000'],
  ]) {
    await admin.query(
      `insert into posts (post_id, account_id, holder_name, role, title, area_code, from_on)
       values ($1, $2, '周立群', $3, '值守', $4, '2020-01-01')`,
      [newId(), accountId, role, area],
    );
  }
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const session = async (role: Role) => (await app.as({ role, areaCode: STREET })).cookie;
const focused = 'document.activeElement?.getAttribute("name")';

test('a wrong password is told beside the field; after login the page asked for opens', async () => {
  const page = await browser.newPage();
  await open(page, '/desk/devices');
  await page.getByLabel('账号').fill('duty');
  await page.getByLabel('密码').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').or(page.locator('.fld.bad .msg')).first().waitFor();
  await page.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk/devices');
  await page.getByText('这一台').waitFor();
});

test('an expired session asks for the password over the page and keeps what was typed', async () => {
  const page = await browser.newPage({ session: await session('street') });
  await open(page, '/desk/password');
  const keys: (string | undefined)[] = [];
  page.on('request', request => {
    if (request.url().endsWith('/api/account/password')) keys.push(request.headers()['idempotency-key']);
  });
  await page.getByLabel('现在的密码').fill(PASSWORD);
  await page.getByLabel('新密码').fill('another-word-2025');
  await app.database.admin.query("update sessions set expires_at = now() - interval '1 minute'");
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await page.evaluate(focused)).toBe('login');
  await expectNoAxeViolations(page);
  await dialog.getByLabel('账号').fill('duty');
  await dialog.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('密码已改').waitFor();
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
  await app.database.admin.query("update accounts set password_hash = $1 where login = 'duty'", [await hash(PASSWORD)]);
});

test('a draft comes back, rows answer to J, the first bad field gets the focus', async () => {
  const page = await browser.newPage();
  await page.goto('/dev/ui');
  await page.locator('.row-link').first().waitFor();
  await page.keyboard.press('j');
  expect(await page.evaluate('document.activeElement?.className')).toBe('row-link');
  await page.getByRole('button', { name: '登记' }).click();
  await page.getByText('有2处要改').waitFor();
  expect(await page.evaluate(focused)).toBe('name');
  await page.getByLabel('姓名').fill('样例');
  await page.reload();
  await page.getByText('没提交的草稿').waitFor();
});

test('a button that cannot be pressed looks so under the pointer too', async () => {
  const page = await browser.newPage();
  await page.goto('/dev/ui');
  const off = page.locator('.btn[aria-disabled="true"]');
  await off.first().waitFor();
  const colours = () =>
    page.evaluate(
      `[...document.querySelectorAll('.btn[aria-disabled="true"]')].map(e => getComputedStyle(e).backgroundColor)`,
    );
  const before = await colours();
  expect(before).toHaveLength(await off.count());
  expect(await off.count()).toBeGreaterThan(1);
  for (const button of await off.all()) {
    await button.hover({ force: true });
    await page.waitForTimeout(300);
    expect(await colours()).toEqual(before);
  }
});

test('S4-19.2 a post without the right is told who has it', async () => {
  const page = await browser.newPage({ session: await session('street') });
  await open(page, '/desk/system/site');
  await page.getByText('这一页由系统管理员办理').waitFor();
  await expectNoAxeViolations(page);
});

test('a page whose code is late says so; without a network the frame stays, and the page opens by itself later', async () => {
  const page = await browser.newPage({ session: await session('street') });
  await open(page, '/desk');
  await page.route('**/assets/*-page-*.js', async route => {
    await new Promise(done => setTimeout(done, 600));
    await route.continue();
  });
  await page.getByRole('link', { name: '找人' }).first().click();
  await page.getByRole('status').getByText('正在打开').waitFor();
  await page.getByRole('heading', { name: '找人' }).waitFor();
  await page.unrouteAll();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: '批量导入' }).first().click();
  await page.getByText('现在没有连上网').waitFor();
  await page.getByRole('link', { name: '找人' }).first().waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: '批量导入' }).waitFor();
});

test.each(['desk', 'phone'] as const)('the kit itself has nothing for axe and runs off no screen (%s)', async size => {
  const page = await browser.newPage({ size });
  await page.goto('/dev/ui');
  await page.locator('h1').first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  await expectNoAxeViolations(page);
});
