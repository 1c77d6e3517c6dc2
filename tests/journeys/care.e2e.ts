import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as assessments from '#contracts/assessments/endpoints.ts';
import * as benefits from '#contracts/benefits/endpoints.ts';
import { newId } from '#shared/ids.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder } from '../support/builders.ts';
import { cloneDatabase } from '../support/database.ts';
import { addElder } from '../support/elders.ts';

const DISTRICT = '110115000000';
const STREET = '110115005000';
const COMMUNITY = '110115005001';
const CONTACT = { name: '李敏', phone: '13800002207', door: '3号楼2单元501' };

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elderId: string;
const people: Record<string, Caller> = {};

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await app.startWorker();
  browser = await openBrowser(app.url);
  ({ elderId } = await buildElder(app.database, { areaCode: COMMUNITY, name: '王秀兰', bornOn: '1938-03-05' }));
  people.community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  people.street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚', title: '养老专干' });
  people.family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId, name: '李敏' });
  for (const [key, name, title] of [
    ['first', '马静', '评估员（护士）'],
    ['second', '韩伟', '评估员'],
  ] as const) {
    people[key] = await app.as({ role: 'assessor', areaCode: DISTRICT, name, title, accountId: newId() });
  }
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });

test('an assessment goes from the street to two assessors and back to a published report', async () => {
  const made = await people.community?.call(assessments.applyForAssessment, {
    body: { elderId, reason: '首次评估', contact: CONTACT },
  });
  const id = made?.body.id ?? '';
  const street = await as('street');
  await open(street, '/desk/assessments');
  await look(street, 'assessments');
  await street.getByRole('link', { name: '王秀兰' }).click();
  await look(street, 'assessment-applied');
  await street.getByRole('button', { name: '安排评估员' }).click();
  const dialog = street.getByRole('dialog');
  await dialog.getByLabel('第一名评估员').selectOption({ index: 1 });
  await dialog.getByLabel('第二名评估员').selectOption({ index: 2 });
  await dialog.getByLabel('上门日期').fill('2025-06-23');
  await look(street, 'assessment-schedule');
  await dialog.getByRole('button', { name: '派出两名评估员' }).click();
  await dialog.waitFor({ state: 'hidden' });

  for (const who of ['first', 'second']) {
    const phone = await as(who, 'phone');
    await open(phone, '/field/assessments');
    await look(phone, `sheets-${who}`);
    await phone.getByRole('link', { name: '王秀兰' }).click();
    await phone.getByText('3号楼2单元501').waitFor();
    for (let page = 0; page < 4; page++) {
      const fields = phone.locator('fieldset.sheet-item');
      for (let at = 0; at < (await fields.count()); at++) await fields.nth(at).locator('label').nth(1).click();
      if (page === 0) await look(phone, `sheet-${who}`);
      await phone.getByRole('button', { name: '下一页' }).click();
    }
    await look(phone, `sheet-other-${who}`);
    await phone.getByRole('button', { name: '签字' }).click();
    if (who === 'second') await phone.getByText('已签字评分').waitFor();
    else await phone.waitForResponse(answer => answer.url().endsWith('/sign') && answer.ok());
  }

  await open(street, `/desk/assessments/${id}`);
  await street.getByRole('button', { name: '审核通过' }).click();
  await street.getByRole('button', { name: '公布结果' }).click();
  await street.getByRole('link', { name: '打印评估报告' }).waitFor();
  await look(street, 'assessment-published');
  await street.getByRole('link', { name: '打印评估报告' }).click();
  await street.getByText('老年人能力评估报告').waitFor();
  await look(street, 'assessment-report');

  const family = await as('family', 'elder');
  await open(family, '/elder/assessments');
  await look(family, 'assessment-mine');
});

test('a benefit is explained, applied for by the family and granted by the street', async () => {
  const family = await as('family', 'elder');
  await open(family, '/elder/benefits');
  await look(family, 'benefits-mine');
  await family.getByRole('link', { name: '申请这项待遇' }).first().click();
  await family.getByLabel('以上情况属实，自愿申请').check();
  await family.getByRole('button', { name: '提交申请' }).click();
  await family
    .getByRole('link', { name: /受理单/ })
    .first()
    .waitFor();

  const street = await as('street');
  await open(street, '/desk/benefits/applications');
  await look(street, 'benefits-applications');
  await street.getByRole('link', { name: '王秀兰' }).click();
  await look(street, 'benefits-application');
  await street.getByRole('button', { name: '批准', exact: true }).click();
  await street.getByText('已批准').first().waitFor();
  await open(street, `/desk/benefits/elders/${elderId}`);
  await look(street, 'benefits-person');
  await open(street, '/desk/benefits/parameters');
  await look(street, 'benefits-parameters');
});

test('a month is determined in the background and finds who never applied', async () => {
  await addElder(app.database.admin, { areaCode: COMMUNITY, name: '钱国栋', bornOn: '1930-05-01' });
  const street = await as('street');
  await open(street, '/desk/benefits/months');
  await street.getByRole('button', { name: '核定2025年6月' }).click();
  await street.getByText('已完成').waitFor();
  await look(street, 'benefits-months');
  const community = await as('community');
  await open(community, '/desk/benefits/offers');
  await look(community, 'benefits-offers');
  await community.getByRole('button', { name: '已告知钱国栋' }).click();
  await community.locator('.chip', { hasText: '已告知老人' }).waitFor();
  const offers = (await people.community?.call(benefits.listOffers, { query: {} }))?.body.rows;
  expect(offers?.find(row => row.elderName === '钱国栋' && row.scheme === 'advancedAge')?.status).toBe('notified');
});

for (const size of ['desk', 'phone'] as const) {
  test(`a visitor asks without a name (${size})`, async () => {
    const page = await browser.newPage({ size });
    await open(page, '/benefits');
    await page.getByLabel('老人的出生日期').fill('1934-01-01');
    await page.getByLabel('低保家庭').check();
    await page.getByRole('button', { name: '查一查' }).click();
    await page.getByText('每月800元').waitFor();
    await look(page, `benefits-ask-${size}`);
  });
}
