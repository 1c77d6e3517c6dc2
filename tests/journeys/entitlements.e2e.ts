import { afterAll, beforeAll, test } from 'vitest';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser } from '../support/browser.ts';
import { buildElder, COMMUNITY } from '../support/builders.ts';
import { cloneDatabase } from '../support/database.ts';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elderId: string;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  ({ elderId } = await buildElder(app.database, { name: '王桂兰', bornOn: '1938-03-12' }));
  await app.database.admin.query(
    "update elders set living = '独居', ability_level = 3, ability_valid_to = '2026-03-01' where elder_id = $1",
    [elderId],
  );
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** J01 step 4. */
test('what an elder should have is listed with reason and version; the daughter wants one and declines another', async () => {
  const worker = await app.as({ role: 'community', areaCode: COMMUNITY, name: '陈岚' });
  const page = await browser.newPage({ session: worker.cookie });
  await open(page, `/desk/elders/${elderId}`);
  await page.getByRole('link', { name: '看理由' }).click();
  await page.getByRole('button', { name: '核对并列入告知' }).click();
  await page.getByRole('button', { name: '家庭养老床位：已告知' }).waitFor();
  for (const name of ['家庭养老床位', '基本养老服务对象签约', '助餐补贴', '家庭医生优先签约', '一键呼叫'])
    await page.getByRole('button', { name: `${name}：已告知` }).waitFor();
  await look(page, 'entitlements-desk');
  const phone = await browser.newPage({ size: 'phone', session: worker.cookie });
  await open(phone, `/desk/benefits/elders/${elderId}`);
  await look(phone, 'entitlements-phone');

  const daughter = await app.as({ role: 'family', areaCode: COMMUNITY, elderId, name: '王敏' });
  const home = await browser.newPage({ size: 'elder', session: daughter.cookie });
  await open(home, '/elder/benefits');
  await home.getByRole('button', { name: '家庭养老床位：要，请社区来办' }).click();
  await home.getByText('您要了，社区在办').waitFor();
  await home.getByRole('button', { name: '助餐补贴：不要' }).click();
  await home.getByLabel('为什么不要').fill('女儿做饭');
  await home.getByRole('button', { name: '记下' }).click();
  await home.getByText('您说不要').waitFor();
  await look(home, 'entitlements-home');

  await page.reload();
  await page.getByRole('button', { name: '家庭养老床位：已办好' }).waitFor();
  await page.getByRole('link', { name: '去申请床位' }).click();
  await page
    .getByRole('heading', { name: /王桂兰/ })
    .first()
    .waitFor();
});

test('a family whom the elder has not let see money is told what to ask for, of whom', async () => {
  const mother = await buildElder(app.database, { name: '蒋淑兰' });
  const son = await app.as({
    role: 'family',
    areaCode: COMMUNITY,
    elderId: mother.elderId,
    name: '蒋强',
    agreed: false,
  });
  for (const size of ['phone', 'desk'] as const) {
    const page = await browser.newPage({ size, session: son.cookie });
    await open(page, '/elder/benefits');
    await page.getByRole('heading', { name: '老人还没有同意给您看' }).waitFor();
    await look(page, `family-withheld-${size}`);
    await page.getByRole('link', { name: '看看要请老人同意哪几件事' }).click();
    await page.getByRole('heading', { name: '家属看您的待遇和钱' }).waitFor();
  }
});

test('the overview finds a scheme, a day changes its value, and the calculator answers with its clause', async () => {
  const page = await browser.newPage();
  await open(page, '/benefits');
  await page.getByRole('link', { name: '待遇一览' }).click();
  await look(page, 'schemes-public');
  await page.getByRole('searchbox').fill('最低生活保障');
  await page.keyboard.press('Enter');
  await page.getByLabel('按哪天').fill('2024-06-30');
  await page.getByText('1,395元/人·月').waitFor();
  await page.getByRole('link', { name: '最低生活保障（低保）' }).click();
  await page.getByLabel(/^月收入/).fill('800');
  await page.getByRole('button', { name: '算一算' }).click();
  await page.getByRole('heading', { name: '595元/月' }).waitFor();
  await look(page, 'scheme-public');
  const phone = await browser.newPage({ size: 'phone' });
  await open(phone, '/benefits/schemes/institutionOperating');
  await look(phone, 'scheme-phone');
  await open(phone, '/benefits/schemes');
  await look(phone, 'schemes-phone');

  const district = await app.as({ role: 'district', areaCode: '110115000000', name: '刘洋' });
  const desk = await browser.newPage({ session: district.cookie });
  await open(desk, '/desk/benefits/schemes/festivalVisit');
  await desk.getByRole('button', { name: '设置本区的春节慰问金' }).click();
  await desk.getByLabel('本区的值').fill('500');
  await desk.getByLabel('从哪天起').fill('2025-01-01');
  await desk.getByLabel('按哪份文件').fill('区民政局 2025 年慰问方案');
  await desk.getByRole('button', { name: '提出，请另一人核准' }).click();
  await desk.getByText('等另一人核准').waitFor();
  await desk.getByRole('link', { name: '看区定的值' }).click();
  await desk.getByRole('button', { name: '核准', exact: true }).waitFor();
  await look(desk, 'settings-desk');
  const other = await app.as({ role: 'district', areaCode: '110115000000', name: '许静' });
  const confirming = await browser.newPage({ session: other.cookie });
  await open(confirming, '/desk/benefits/settings?status=proposed');
  await confirming.getByRole('button', { name: '核准', exact: true }).click();
  await open(confirming, '/desk/benefits/schemes/festivalVisit');
  await confirming.getByRole('cell', { name: /500元\/人·次/ }).waitFor();
  await look(confirming, 'scheme-desk');
});
