import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAreas } from '../../src/server/modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';
import { payersOf, payMonth } from '../support/paying.ts';

const HERE = '110115003003';
const RARE = '阿依古丽·𬭎玥';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elderId: string;
const people: Record<string, Caller> = {};

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  browser = await openBrowser(app.url);
  elderId = (await buildElder(app.database, { areaCode: HERE, name: RARE, economicClass: '低保' })).elderId;
  people.community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏', title: '社区工作者' });
  people.street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', title: '养老专干' });
  people.finance = await app.as({ role: 'finance', areaCode: '110115000000', name: '孙会计', title: '资金管理' });
  people.family = await app.as({ role: 'family', areaCode: HERE, elderId, name: '阿力木' });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });

test('the family fills only what nobody knows, gets a 受理单, and the decision to print', async () => {
  const family = await as('family', 'elder');
  await open(family, '/elder/benefits');
  await family.getByRole('link', { name: '申请这项待遇' }).first().click();
  await family.getByRole('heading', { name: '困难老年人养老服务补贴申请表' }).waitFor();
  await family.getByText('最低生活保障家庭').waitFor();
  await family.getByRole('button', { name: '居住方式不对' }).click();
  await family.getByText('您说不对').waitFor();
  await look(family, 'one-form');
  await family.getByLabel('以上情况属实，自愿申请').check();
  await family.getByRole('button', { name: '提交申请' }).click();
  await family.getByRole('link', { name: /受理单/ }).click();
  await family.getByText(/清源街道待受〔2025〕\d+号/).waitFor();
  await family.getByText(`${RARE}：`).waitFor();
  await look(family, 'receipt');

  const street = await as('street');
  await open(street, '/desk/benefits/applications');
  await street.getByRole('link', { name: RARE }).click();
  await street.getByText('申请人说档案里不对：居住方式').waitFor();
  await look(street, 'application-said');
  await street.getByRole('button', { name: '批准', exact: true }).click();
  await street.getByText('已批准').first().waitFor();

  await open(street, '/desk/letters');
  await look(street, 'letters');
  await street.getByRole('link', { name: RARE }).first().click();
  await street.getByRole('heading', { name: '准予困难老年人养老服务补贴决定书' }).waitFor();
  await street.getByText('凭经验，待核对').waitFor();
  await look(street, 'letter');
  await street.emulateMedia({ media: 'print' });
  expect(await street.getByRole('button', { name: '打印', exact: true }).isVisible()).toBe(false);
  expect(await street.locator('.print-sheet').isVisible()).toBe(true);
});

test('J18 7, 9: a death brings the funeral benefit to the family, who claims it; it is decided and paid once', async () => {
  const community = await as('community');
  await open(community, `/desk/elders/${elderId}`);
  await community.getByRole('button', { name: '登记去世' }).click();
  await community.getByRole('dialog').getByRole('button', { name: '登记去世' }).click();
  await community.getByText('已登记去世').first().waitFor();

  const family = await as('family', 'elder');
  await open(family, '/elder');
  await family.getByRole('link', { name: '看看能不能申请' }).click();
  await family.getByLabel('办理后事的家属').fill('阿力木');
  await family.getByLabel('与逝者的关系').fill('儿子');
  await family.getByLabel('死亡证明、火化证明的编号').fill('2025-0617');
  await family.getByLabel('没有', { exact: true }).check();
  await look(family, 'funeral-claim');
  await family.getByRole('button', { name: /^申请5,?000/ }).click();
  await family.getByText('已申请，待街道审核').waitFor();

  const street = await as('street');
  await open(street, '/desk/benefits/funerals');
  await look(street, 'funerals');
  await street.getByRole('link', { name: RARE }).click();
  await look(street, 'funeral');
  await street.getByRole('button', { name: '批准', exact: true }).click();
  await street.getByText('已批准，送发放').first().waitFor();

  await street.getByRole('link', { name: '看这笔钱' }).click();
  await street.getByRole('button', { name: '登记收款账户' }).click();
  const dialog = street.getByRole('dialog');
  await dialog.getByLabel('卡号或账号').fill('6217 0000 0000 6666');
  await dialog.getByLabel('开户银行').fill('北京银行');
  await dialog.getByLabel('依据').fill('家属持卡到窗口核对');
  await dialog.getByRole('button', { name: '保存' }).click();
  await street.getByText('等区里编制下一个发放批次').first().waitFor();
  await look(street, 'payable');
  await payMonth(app, await payersOf(app, '110115000000'), '2025-06');
  await open(street, '/desk/payments/payables');
  await street.getByText('2025年6月20日发到').first().waitFor();
  await look(street, 'payables');
  const finance = await as('finance');
  await open(finance, '/desk/books?account=expense.funeral');
  await look(finance, 'books');

  await open(community, '/desk/letters/calls');
  await look(community, 'calls');
  // 9: what was granted stops by itself; nothing is owed for him any more but what a person must still close.
  await open(community, `/desk/elders/${elderId}`);
  await community.getByRole('heading', { name: '去世后的待遇' }).waitFor();
  await community.getByText('按2025年7月计算，共每月0元').waitFor();
  for (const name of ['申请家庭养老床位', '申请适老化改造', '申请评估'])
    expect(await community.getByRole('link', { name }).count()).toBe(0);
  await look(community, 'after-death');
});

test('J18 7 another funeral benefit: the rule refuses with its reason, and the family is told', async () => {
  const name = '耿福来';
  const elder = await buildElder(app.database, { areaCode: HERE, name });
  const community = await as('community');
  await open(community, `/desk/elders/${elder.elderId}`);
  await community.getByRole('button', { name: '登记去世' }).click();
  await community.getByRole('dialog').getByRole('button', { name: '登记去世' }).click();
  await community.getByText('已登记去世').first().waitFor();
  await open(community, '/desk/benefits/funerals');
  await community.getByRole('link', { name }).click();
  await community.getByRole('button', { name: '代家属申请' }).click();
  const dialog = community.getByRole('dialog');
  await dialog.getByLabel('办理后事的家属').fill('耿明');
  await dialog.getByLabel('与逝者的关系').fill('儿子');
  await dialog.getByLabel('死亡证明、火化证明的编号').fill('2025-0618');
  await dialog.getByLabel('有', { exact: true }).check();
  await dialog.getByRole('button', { name: /^申请5,?000/ }).click();
  await community.getByText('已申请，待街道审核').first().waitFor();

  const street = await as('street');
  await open(street, '/desk/benefits/funerals');
  await street.getByRole('link', { name }).click();
  expect(await street.getByRole('button', { name: '批准', exact: true }).isDisabled()).toBe(true);
  await street.getByRole('button', { name: '不予批准' }).click();
  await street.getByRole('dialog').getByLabel('理由，会原样告诉家属').fill('单位已发丧葬补助');
  await street.getByRole('dialog').getByRole('button', { name: '记下来' }).click();
  await street.getByText('单位已发丧葬补助').first().waitFor();
  await look(street, 'funeral-refused');
});
