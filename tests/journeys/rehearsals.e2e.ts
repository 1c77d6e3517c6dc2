import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOutRehearsal } from '../../src/server/modules/rehearsals/run-rehearsal.ts';
import { look, open, openBrowser, type Size, settled } from '../support/browser.ts';
import { type CityApp, startCityApp } from '../support/city-app.ts';
import { toolsOf } from '../support/paying.ts';

let app: CityApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  app = await startCityApp();
  browser = await openBrowser(app.url);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = async (role: Parameters<CityApp['session']>[0], size: Size = 'desk') =>
  browser.newPage({ size, session: await app.session(role) });

/** The worker's part, done here and now. */
async function work(): Promise<void> {
  const { rows } = await app.database.admin.query<{ rehearsal_id: string }>(
    "select rehearsal_id from rehearsals where result_status = 'running'",
  );
  for (const row of rows) await carryOutRehearsal(toolsOf(app), { rehearsalId: row.rehearsal_id });
}

test('an official drafts 80 to 89 from 100 to 120, sees cost, winners by street and the people, and another signs', async () => {
  const page = await as('district');
  await open(page, '/desk/rehearsals');
  await page.getByRole('link', { name: '起草', exact: true }).click();
  await page.getByLabel('草案的名字').fill('80至89岁高龄津贴提到120元');
  await page.getByLabel('依据').fill('区长办公会纪要〔2025〕6号');
  const amount = page.getByLabel('80 周岁至 89 周岁：每人每月');
  expect(await amount.inputValue()).toBe('100');
  await amount.fill('0');
  await settled(page);
  await look(page, 'rehearsal-draft');
  await page.getByRole('button', { name: '存草案' }).click();
  await page.getByText('金额要大于 0').first().waitFor();
  await amount.fill('120');
  await page.getByRole('button', { name: '存草案' }).click();
  await page.waitForURL(/rehearsals\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: '预演', exact: true }).click();
  await page.getByRole('heading', { name: '正在预演' }).or(page.getByText('正在预演')).first().waitFor();
  await work();
  await page.getByText('已申请的人按草案发').waitFor();
  await settled(page);
  await look(page, 'rehearsal-result');
  const path = new URL(page.url()).pathname;
  await page.getByRole('table', { name: '谁变多，谁变少' }).getByRole('link').first().click();
  await page.getByText('100元变120元').first().waitFor();
  await look(page, 'rehearsal-people');
  await open(page, path);
  await page.getByRole('button', { name: '提交签批' }).click();
  await page.getByText('起草或提交的人不能自己签批').waitFor();
  const other = await browser.newPage({
    session: (await app.as({ role: 'district', areaCode: '110115000000', name: '孙副处' })).cookie,
  });
  await open(other, path);
  await other.getByRole('button', { name: '签批' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByLabel('决定').fill('同意，报区政府后2026年1月起执行');
  await dialog.getByRole('button', { name: '签批' }).click();
  await other.getByText('孙副处签批', { exact: true }).waitFor();
  expect(await other.getByRole('button', { name: '重新预演' }).count()).toBe(0);
  await settled(other);
  await look(other, 'rehearsal-signed');
  const phone = await as('district', 'phone');
  await open(phone, path);
  await look(phone, 'rehearsal-390');
});

test('a draft that changes nothing says so; the worked example 补床头 → 补人头 runs', async () => {
  const page = await as('city');
  await open(page, '/desk/rehearsals/new');
  await page.getByLabel('草案的名字').fill('空草案');
  await page.getByRole('button', { name: '存草案' }).click();
  await page.getByRole('button', { name: '预演', exact: true }).click();
  await page.getByText('正在预演').first().waitFor();
  await work();
  await page.getByText('这份草案对任何人都没有影响').waitFor();
  await open(page, '/desk/rehearsals');
  await page.getByRole('link', { name: '样例：补床头改补人头' }).click();
  await page.getByText('金额没有查到正式文件').waitFor();
  await settled(page);
  await look(page, 'rehearsal-example');
  await page.getByRole('button', { name: '存草案' }).click();
  await page.getByRole('button', { name: '预演', exact: true }).click();
  await page.getByText('正在预演').first().waitFor();
  await work();
  await page.getByText('钱跟着人走以后').waitFor();
  await settled(page);
  await look(page, 'rehearsal-beds');
  await page.getByRole('link', { name: '各机构', exact: true }).click();
  await page.getByRole('heading', { name: '各机构变多变少' }).waitFor();
  await look(page, 'rehearsal-places');
});

test('finance enters a budget, has the coming years computed and sees whether it is enough', async () => {
  const page = await as('finance');
  await open(page, '/desk/budgets');
  await page.getByRole('button', { name: '登记预算' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('哪项待遇').selectOption({ label: '高龄老年人津贴' });
  await dialog.getByLabel('预算', { exact: true }).fill('1000');
  await dialog.getByLabel('依据').fill('大财预〔2025〕1号');
  if (!(await dialog.getByLabel('哪个区').inputValue())) await dialog.getByLabel('哪个区').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: '登记' }).click();
  await page.getByText('大财预〔2025〕1号').waitFor();
  await page.getByRole('button', { name: '重新测算' }).click();
  await page.getByText('正在估算').or(page.getByText('排队中')).first().waitFor();
  await work();
  await page
    .getByText(/预计还要/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: '要是人变多了' }).waitFor();
  await settled(page);
  await look(page, 'budgets');
  expect(await page.getByText(/缺[\d,.]+元/).count()).toBeGreaterThan(0);
  const phone = await as('finance', 'phone');
  await open(phone, '/desk/budgets');
  await look(phone, 'budgets-390');
});
