import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser } from '../support/browser.ts';
import { buildElder, COMMUNITY } from '../support/builders.ts';
import { cloneDatabase } from '../support/database.ts';
import { addRow } from '../support/fill-tables.ts';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let street: Caller;
let orderNumber: string;
let alarmNumber: string;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', title: '养老专干' });
  const { elderId } = await buildElder(app.database, { name: '江玉芝', phone: '15400002222' });
  await buildElder(app.database, { name: '江玉兰', areaCode: '110102001004' });
  const { admin } = app.database;
  const of = { elderId, areaCode: COMMUNITY };
  await addRow(admin, 'orders', of);
  await addRow(admin, 'alarms', of);
  const person = { name: '江玉芝', sex: '女', bornOn: '1938-03-12', living: '独居', place: '幸福里' };
  const raised =
    "update alarms set person = $1, rule = 'one-press-call', raised_at = '2025-06-18T02:00:00Z' returning alarm_id as id";
  const alarm = await admin.query<{ id: string }>(raised, [person]);
  const ordered =
    "update orders set elder_name = '江玉芝', elder_sex = '女', item_name = '助浴', ordered_on = '2025-06-18', ordered_at = '2025-06-18T02:00:00Z' returning order_id as id";
  const order = await admin.query<{ id: string }>(ordered);
  orderNumber = recordNumber('FW', { id: order.rows[0]!.id, on: '2025-06-18' });
  alarmNumber = recordNumber('GJ', { id: alarm.rows[0]!.id, on: '2025-06-18' });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const BOX = '找人、找单、找文件';

test('the box finds people of the own area, pages, orders and alarms by number, with the keyboard alone', async () => {
  const page = await browser.newPage({ session: street.cookie });
  await open(page, '/desk');
  await page.keyboard.press('/');
  await page.keyboard.type('江玉');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /江玉芝/ }).waitFor();
  expect(await page.getByRole('link', { name: /江玉兰/ }).count()).toBe(0);
  await look(page, 'search-people');
  const phone = await browser.newPage({ size: 'phone', session: street.cookie });
  await open(phone, '/desk/search?q=江玉');
  await phone.getByRole('link', { name: /江玉芝/ }).waitFor();
  await look(phone, 'search-phone');

  for (const [q, name] of [
    [orderNumber, /助浴/],
    [alarmNumber.toLowerCase(), /江玉芝/],
    ['按月核定', /按月核定/],
  ] as const) {
    await page.getByRole('searchbox', { name: BOX }).fill(q);
    await page.keyboard.press('Enter');
    await page.locator('a.hit', { hasText: name }).first().waitFor();
  }
  await page.getByRole('searchbox', { name: BOX }).fill('江玉');
  await page.keyboard.press('Enter');
  await page.locator('a.hit', { hasText: '江玉芝' }).waitFor();
  await page.locator('a.hit').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk/elders/*');
});

test('a phone stays out of the address; nothing found and a failing server say so', async () => {
  const page = await browser.newPage({ session: street.cookie });
  await open(page, '/desk');
  await page.getByRole('searchbox', { name: BOX }).fill('15400002222');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /江玉芝/ }).waitFor();
  expect(page.url()).not.toContain('1540');
  await open(page, '/desk');
  await open(page, '/desk/search?q=');
  await page.getByText('写上要找的，再按回车').waitFor();
  await look(page, 'search-empty');
  await open(page, `/desk/search?q=${newId().slice(0, 3)}查无此人`);
  await page.getByText('没有找到老年人').waitFor();
  await look(page, 'search-none');
  await page.route('**/api/elders/find', route => route.abort());
  await open(page, '/desk/search?q=江');
  await page.getByRole('alert').first().waitFor();
  await look(page, 'search-error');
});
