import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFile } from '../../simulators/bank/answer.ts';
import { runPrepare } from '../../src/server/modules/payments/cycles/prepare-cycle.ts';
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

test('a district prepares a month, others check, authorise and send it, and the money comes back reconciled', async () => {
  const district = await as('district');
  await open(district, '/desk/payments/cycles');
  expect(await district.getByRole('row').count()).toBeGreaterThan(2);
  await look(district, 'cycles');
  await district.getByRole('button', { name: '编制2025年7月' }).click();
  await district.waitForURL(/cycles\/[0-9a-f-]{36}$/);
  const id = district.url().split('/').at(-1) ?? '';
  await runPrepare(toolsOf(app), id);
  await district.getByText('编制好，待复核').waitFor();
  await settled(district);
  await look(district, 'cycle-draft');
  const own = district.getByRole('button', { name: '复核通过' });
  expect(await own.isDisabled()).toBe(true);

  const path = `/desk/payments/cycles/${id}`;
  const city = await as('city');
  await open(city, path);
  await city.getByRole('button', { name: '复核通过' }).click();
  await city.getByText('已复核，待锁定').waitFor();
  await open(district, path);
  await district.getByRole('button', { name: '锁定' }).click();
  await district.getByText('已锁定，待授权').waitFor();
  const finance = await as('finance');
  await open(finance, path);
  await look(finance, 'cycle-locked');
  await finance.getByRole('button', { name: '授权发放' }).click();
  await finance.getByText('已授权，待送银行').waitFor();
  const coming = finance.waitForEvent('download');
  await finance.getByRole('button', { name: '下载银行文件' }).first().click();
  const file = await (await coming).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  const answer = answerFile(Buffer.concat(chunks).toString());
  if ('refused' in answer) throw new Error(answer.refused);
  await finance.getByRole('button', { name: '送银行' }).click();
  await finance.getByText('已送银行，待回盘').waitFor();
  await finance
    .locator('input[type=file]')
    .setInputFiles({ name: 'result.txt', mimeType: 'text/plain', buffer: Buffer.from(answer.result) });
  await finance.getByText('回盘已收').waitFor();
  await open(finance, path);
  await finance.getByRole('button', { name: '对账' }).click();
  await finance.getByRole('heading', { name: '抽人核实' }).waitFor();
  await finance.getByLabel('抽几人').fill('3');
  await finance.getByRole('button', { name: '随机抽' }).click();
  await finance.getByText('抽3人').waitFor();
  await settled(finance);
  await look(finance, 'cycle-reconciled');
  const phone = await as('finance', 'phone');
  await open(phone, path);
  await look(phone, 'cycle-390');
  await open(finance, '/desk/books');
  await finance.getByText('借贷相等').waitFor();
  expect(await finance.getByText('不符', { exact: true }).count()).toBe(0);
  await look(finance, 'books');
});

test('the street sees who did not get the money, and puts the account right', async () => {
  const street = await as('street');
  await open(street, '/desk/payments/lines?status=failed');
  await look(street, 'lines-failed');
  await open(street, '/desk/payments/lines');
  await look(street, 'lines');
  await street.locator('tbody a').first().click();
  await street.getByRole('button', { name: '更正收款账户' }).click();
  const dialog = street.getByRole('dialog');
  await dialog.getByLabel('账户种类').selectOption({ label: '社会保障卡' });
  await dialog.getByLabel('卡号或账号').fill('6217 0001 2345 6789');
  await dialog.getByLabel('开户银行').fill('北京农商银行');
  await dialog.getByLabel('依据').fill('本人持卡到窗口核对');
  await look(street, 'account-dialog');
  await dialog.getByRole('button', { name: '保存' }).click();
  await street.getByText('社会保障卡，尾号6789').first().waitFor();
  await settled(street);
  await look(street, 'received');
  const phone = await as('street', 'phone');
  await open(phone, new URL(street.url()).pathname);
  await look(phone, 'received-390');
  await open(phone, '/desk/payments/checks');
  await look(phone, 'checks-390');
});

test('a death that comes to light late is found, decided by a person, and paid back in instalments', async () => {
  const { rows } = await app.database.admin.query(
    "select elder_id, elder_name from payment_lines where status = 'paid' and payer_code = '110115000000' and month = '2025-06' order by line_id limit 1",
  );
  await app.database.admin.query("update elders set status = 'deceased', died_on = '2025-04-15' where elder_id = $1", [
    rows[0].elder_id,
  ]);
  const district = await as('district');
  await open(district, '/desk/payments/recoveries');
  await district.getByRole('button', { name: '现在核对一遍' }).click();
  await district.getByText('新发现').waitFor();
  await look(district, 'findings');
  await district
    .getByRole('button', { name: `${rows[0].elder_name}的疑点属实` })
    .first()
    .click();
  await district.getByRole('dialog').getByLabel('核实情况').fill('与死亡证明核对一致');
  await district.getByRole('dialog').getByRole('button', { name: '立追缴' }).click();
  await district.locator('tr', { hasText: '待追回' }).getByRole('link').first().click();
  await district.getByRole('button', { name: '定分期' }).click();
  await district.getByRole('dialog').getByRole('button', { name: '定下来' }).click();
  await district.getByText('分期追回中').first().waitFor();
  await district.getByRole('button', { name: '记一笔交回' }).click();
  await district.getByRole('dialog').getByLabel('交回多少').fill('50');
  await district.getByRole('dialog').getByLabel('怎么交的').fill('家属转账');
  await district.getByRole('dialog').getByRole('button', { name: '记下' }).click();
  await district.getByRole('cell', { name: '交回' }).first().waitFor();
  await settled(district);
  await look(district, 'recovery');
});

test('the family reads what came, month by month', async () => {
  const family = await as('family', 'elder');
  await open(family, '/elder/money');
  await family.getByRole('heading', { name: '我领到的钱' }).waitFor();
  await look(family, 'mine');
});
