import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAreas } from '#modules/areas/index.ts';
import { insertProjects } from '#modules/construction/index.ts';
import { insertFacilities } from '#modules/facilities/index.ts';
import { insertMealCounts } from '#modules/meals/index.ts';
import { cityMap } from '../../src/server/demo/city-map.ts';
import { facilityRows, mealCountRows, projectRows } from '../../src/server/demo/facility-rows.ts';
import { generateSupply } from '../../src/server/demo/supply.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { expectNoAxeViolations, look, open, openBrowser, settled } from '../support/browser.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';
import { buildServed } from '../support/served.ts';
import { buildCarer, buildFirm, buildItem } from '../support/supply.ts';

const STREET = '110115003000';
/** Faster than any hand: the dialog is opened again between its closing and the browser saying so. */
const PRESS_AS_IT_CLOSES = `(() => {
  const dialog = document.querySelector('dialog[open]');
  const button = [...document.querySelectorAll('button')].find(each => each.textContent === '更正：没有退出');
  new MutationObserver((_, watch) => (watch.disconnect(), button.click())).observe(dialog, { attributes: true });
  dialog.addEventListener('close', () => setTimeout(() => (window.wasSaid = true)));
})()`;
let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const ids = { institution: '', meal: '', project: '', organisation: '' };

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  const supply = generateSupply(cityMap());
  await asBatch(app.database.adminUrl, async client => {
    await loadAreas(client);
    await insertFacilities(client, facilityRows(supply), '2025-06-20T00:30:00.000Z');
    await insertProjects(client, projectRows(supply.facilities));
    await insertMealCounts(client, mealCountRows(supply), { at: '2025-06-19T10:00:00.000Z', by: '演示数据' });
  });
  const inStreet = facilityRows(supply).filter(f => f.areaCode.startsWith(STREET.slice(0, 9)));
  const meal = inStreet.find(f => f.kind === 'meal-point' && f.organisationId && !f.exitedOn);
  ids.institution = inStreet.find(f => f.kind === 'institution')?.facilityId ?? '';
  ids.meal = meal?.facilityId ?? '';
  ids.organisation = meal?.organisationId ?? '';
  ids.project =
    projectRows(supply.facilities).find(
      p => p.programme === 'regional-centre' && p.areaCode.startsWith(STREET.slice(0, 9)),
    )?.projectId ?? '';
  await app.database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, $2, 'meal-point', $3)",
    [ids.organisation, meal?.name, meal?.areaCode],
  );
  await buildItem(app.database);
  const carer = await buildCarer(app.database, await buildFirm(app.database));
  for (let i = 0; i < 3; i++) await buildServed(app, carer);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test('anybody finds a place near home, compares two, and sees how to reach one', async () => {
  const page = await browser.newPage();
  await open(page, '/');
  await page.getByRole('button', { name: '选我的社区' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('区', { exact: true }).selectOption({ label: '大兴区' });
  await dialog.getByLabel('街道（乡镇）').selectOption({ label: '清源街道' });
  await dialog.getByLabel('社区（村）').selectOption({ label: '清源西里社区居委会' });
  await dialog.getByRole('button', { name: '就在这附近找' }).click();
  await page.getByText('3公里内').waitFor();
  await settled(page);
  const metres = await page.locator('.place-rows .ds').allTextContents();
  expect(metres.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: '看全市' }).click();
  await page.getByText('全市由近到远').waitFor();
  await settled(page);
  await page.locator('.compare input').nth(0).click();
  await page.getByText('已选1家').waitFor();
  await page.locator('.compare input').nth(1).click();
  await page.getByRole('link', { name: '比较价格和服务' }).click();
  await page.getByText('最低').first().waitFor();
  await page.locator('.compare-table thead a').first().click();
  await page.getByText('怎么联系').waitFor();
  await page.getByRole('link', { name: /12345/ }).first().waitFor();
});

test('a street exits a meal point with day and reason; its communities become blanks', async () => {
  const page = await browser.newPage({ session: (await app.as({ role: 'street', areaCode: STREET })).cookie });
  await open(page, `/desk/facilities/${ids.meal}`);
  await page.getByRole('button', { name: '登记退出' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '登记退出' }).click();
  await dialog.getByText('请写明').first().waitFor();
  await dialog.getByLabel('退出原因').fill('房屋租期届满');
  await dialog.getByRole('button', { name: '登记退出' }).click();
  await page.getByText('已退出').first().waitFor();
  await page.getByRole('button', { name: '更正：没有退出' }).click();
  await page.evaluate(PRESS_AS_IT_CLOSES);
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await page.waitForFunction('window.wasSaid');
  await page.getByRole('dialog').getByLabel('更正原因').fill('登记错了点位');
  await page.getByRole('dialog').getByRole('button', { name: '更正：没有退出' }).click();
  await page.getByText('运营中').first().waitFor();
});

test('a regulator draws, finds a record short, corrects it and closes', async () => {
  const page = await browser.newPage({
    session: (await app.as({ role: 'regulator', areaCode: '110115000000', name: '周敏' })).cookie,
  });
  await open(page, '/desk/inspections');
  await page.getByRole('button', { name: '发起抽查' }).click();
  await page.getByRole('dialog').getByLabel('抽查名称').fill('六月助浴服务抽查');
  await page.getByRole('dialog').getByRole('button', { name: '公布种子' }).click();
  await page.getByRole('button', { name: '抽取' }).click();
  await page.locator('.row-link').first().waitFor();
  await settled(page);
  await look(page, 'draw-desk');
  await expectNoAxeViolations(page);
  await page.locator('.row-link').first().click();
  await page.getByRole('button', { name: '接办' }).click();
  await page.getByRole('button', { name: '登记结果' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('时长不足').check();
  await dialog.getByLabel('核实的分钟数').fill('45');
  await dialog.getByLabel('核实依据').fill('门口监控录像');
  await dialog.getByRole('button', { name: '登记结果' }).click();
  await page.getByRole('button', { name: '更正记录和结算' }).click();
  await page.getByRole('dialog').getByLabel('更正原因').fill('实际服务 45 分钟');
  await page.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click();
  await page.getByText('本街道的指标跟着变了').waitFor();
  await settled(page);
  await look(page, 'check-desk');
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: '办结' }).click();
  await page.getByText('已办结').first().waitFor();
});
