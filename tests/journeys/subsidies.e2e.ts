import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPayables, savePayeeAccount } from '#contracts/payments/payables.ts';
import { newId } from '#shared/ids.ts';
import { loadAreas } from '../../src/server/modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';
import { payersOf, payMonth } from '../support/paying.ts';

const HERE = '110115003003';
/** One transparent point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const people: Record<string, Caller> = {};
const numbers: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  browser = await openBrowser(app.url);
  await app.database.admin.query(
    `insert into facilities (facility_id, kind, name, area_code, longitude, latitude, status, opened_on, star, operator_name)
     values ($1, 'station', '清源西里驿站', $2, 116.3, 39.7, 'operating', '2020-01-01', 2, '清源养老服务有限公司')`,
    [newId(), HERE],
  );
  for (const [name, bornOn] of [
    ['高玉芝', '1925-03-01'],
    ['马秀珍', '1940-05-02'],
    ['田小妹', '1960-05-02'],
  ] as const)
    numbers[name] = (await buildElder(app.database, { areaCode: HERE, name, bornOn, living: '独居' })).identityNumber;
  people.community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏', title: '社区工作者' });
  people.street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', title: '养老专干' });
  people.second = await app.as({ role: 'street', areaCode: '110115003000', name: '李静', title: '养老专干' });
  people.district = await app.as({ role: 'district', areaCode: '110115000000', name: '周科长', title: '养老科' });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('SYS-089 a community enters who signed; the street computes; the district checks each person and sends it to payment', async () => {
  const community = await as('community');
  await open(community, '/desk/subsidies/uses');
  await click(community, '登记签约');
  const dialog = community.getByRole('dialog');
  await dialog
    .getByLabel('名单，一行一人')
    .fill(
      `身份证号\t姓名\t开始\t编号\n${numbers.高玉芝}\t高玉芝\t2025/5/6\t协 1\n${numbers.马秀珍}\t马秀真\t2025/5/6\t协 2`,
    );
  await look(community, 'subsidy-enter');
  await dialog.getByRole('button', { name: '登记' }).click();
  await dialog.getByText('第2行：号码相同，姓名不同').waitFor();
  await look(community, 'subsidy-problems');
  await community.keyboard.press('Escape');
  await community.getByText('清源西里驿站').first().waitFor();
  await look(community, 'subsidy-uses');

  const street = await as('street');
  await open(street, '/desk/subsidies/statements');
  await click(street, '算一个月');
  await street.getByRole('dialog').getByLabel('哪个月').selectOption('2025-05');
  await street.getByRole('dialog').getByRole('button', { name: '算', exact: true }).click();
  await street.getByText('算出1张核算单').waitFor();

  const district = await as('district');
  await open(district, '/desk/subsidies/statements');
  await look(district, 'subsidies');
  await district.getByRole('link', { name: '清源西里驿站' }).first().click();
  await district.getByText('二星').first().waitFor();
  await look(district, 'subsidy');
  await click(district, '核对无误，送发放');
  await district.getByText('已批准，送发放').first().waitFor();
  await district.getByRole('link', { name: '看这笔钱' }).click();
  await district.getByText('还没有收款账户').first().waitFor();
  await look(district, 'payable-organisation');
  const { rows } = (await people.district!.call(listPayables, { query: {} })).body;
  const account = { holder: '清源公司', number: '1100010000009999', bank: '北京银行', source: '开户许可证' };
  await people.district!.call(savePayeeAccount, { params: { id: rows[0]?.id ?? '' }, body: account });
  await payMonth(app, await payersOf(app, '110115000000'), '2025-06');
  await open(district, `/desk/payments/payables/${rows[0]?.id}`);
  await click(district, '立追缴');
  await district.getByRole('dialog').getByLabel('追回多少').fill('180');
  await district.getByRole('dialog').getByLabel('复核情况').fill('一份协议是重名，签的不是这位');
  await look(district, 'payable-recover');
  await district.getByRole('dialog').getByRole('button', { name: '立追缴' }).click();
  await district.getByRole('link', { name: /^追缴180/ }).click();
  await district.getByRole('heading', { name: '清源养老服务有限公司' }).waitFor();
  await look(district, 'recovery-organisation');

  const phone = await as('district', 'phone');
  await open(phone, new URL(district.url()).pathname);
  await phone.getByRole('heading', { name: '为什么追' }).waitFor();
  await look(phone, 'recovery-organisation-phone');
  await open(phone, '/desk/subsidies/statements');
  await phone.getByRole('link', { name: '清源西里驿站' }).first().click();
  await phone.getByRole('heading', { name: '怎么算的' }).waitFor();
  await look(phone, 'subsidy-phone');
});

test('a festival list by a stated rule is frozen by a colleague and visited on the phone; who was not at home is explained', async () => {
  const street = await as('street');
  await open(street, '/desk/festivals');
  await click(street, '列一份名单');
  const dialog = street.getByRole('dialog');
  await dialog.getByLabel('哪个节日').selectOption({ label: '重阳节' });
  await dialog.getByText('慰问金区里没有定，只能送慰问品').waitFor();
  await dialog.getByLabel('名称').fill('2025年重阳节');
  await dialog.getByLabel('年满多少周岁的').fill('80');
  await dialog.getByLabel('送的是什么').fill('米面油一份');
  await dialog.getByLabel('依据').fill('区民政局重阳慰问通知');
  await look(street, 'festival-make');
  await click(street, '列名单');
  await street.getByRole('heading', { name: '2025年重阳节慰问' }).waitFor();

  const second = await as('second');
  await open(second, '/desk/festivals');
  await second.getByRole('link', { name: '2025年重阳节' }).click();
  await click(street, '手工添一位');
  const adding = street.getByRole('dialog');
  await adding.getByLabel('身份证号').fill(numbers.田小妹 ?? '');
  await adding.getByLabel('姓名').fill('田小妹');
  await adding.getByLabel('为什么添').fill('独居，刚出院');
  await look(street, 'festival-add');
  await click(street, '添进名单');
  await street.getByText('手工添加：独居，刚出院').waitFor();
  await open(second, new URL(second.url()).pathname);
  await look(second, 'festival');
  await click(second, '复核通过，定下名单');
  await second.getByText('名单已定，正在慰问').first().waitFor();

  const carer = await app.as({ role: 'caregiver', areaCode: HERE, name: '孙护理' });
  const { rows } = await app.database.admin.query<{ account_id: string }>(
    "select account_id from accounts where name = '孙护理' limit 1",
  );
  await app.database.admin.query("update festival_visits set assignee_id = $1 where elder_name = '高玉芝'", [
    rows[0]?.account_id,
  ]);
  const phone = await browser.newPage({ size: 'phone', session: carer.cookie });
  await open(phone, '/field');
  await phone.getByRole('link', { name: '高玉芝' }).click();
  await phone.getByLabel('谁收的').fill('本人');
  await phone.locator('input[type=file]').setInputFiles({ name: '门口.png', mimeType: 'image/png', buffer: PNG });
  await phone.getByText('已传1张').waitFor();
  await look(phone, 'field-festival');
  await click(phone, '记下慰问');
  await phone.getByText('已慰问').first().waitFor();

  const community = await as('community', 'phone');
  await open(community, '/desk/festival-visits?status=listed');
  await look(community, 'festival-visits-phone');
  await click(community, '田小妹没有慰问成');
  await community.getByRole('dialog').getByLabel('为什么没有慰问').fill('回老家了');
  await click(community, '记下来');
  await click(community, '马秀珍没有慰问成');
  await community.getByRole('dialog').getByLabel('为什么没有慰问').fill('住院，家属请节后再来');
  await click(community, '记下来');
  await open(second, new URL(second.url()).pathname);
  await click(second, '办结');
  await second.getByText('已办结').first().waitFor();
  await look(second, 'festival-closed');
  expect(await second.getByText('住院，家属请节后再来').count()).toBeGreaterThan(0);
});
