import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { getFigure } from '#contracts/indicators.ts';
import { getReport } from '#contracts/publications.ts';
import { type Ingest, startIngest } from '../../src/server/modules/devices/index.ts';
import { open, openBrowser } from '../support/browser.ts';
import { testKeys } from '../support/builders.ts';
import { startCityApp } from '../support/city-app.ts';
import { testConfig } from '../support/database.ts';
import { recordDocuments } from '../support/documents.ts';
import { raiseAlarm } from './steps/alarm.ts';
import { applyForBenefit, assessWang } from './steps/assess.ts';
import { buildBed, signBed } from './steps/bed.ts';
import { serveWang } from './steps/order.ts';
import { registerWang } from './steps/person.ts';
import { asRole, row, type Story } from './steps/story.ts';

/** J01, found alone: the main chain, told by one role after the other against one server with the small city. */
let story: Story;
let ingest: Ingest;
let before: string[][];
const CITY = { role: 'city', areaCode: '110000000000', name: '高志远' } as const;

beforeAll(async () => {
  const city = await startCityApp();
  await city.startWorker();
  const { reportId } = await recordDocuments(city, '2025-06-20');
  ingest = await startIngest(testConfig(), { pool: city.database.pool, keys: testKeys(), report: () => undefined });
  const browser = await openBrowser(city.url);
  const unknown = { elderId: '', areaCode: '', bedPath: '', orderId: '', reportId, pages: [] };
  story = { city, browser, mqttPort: ingest.port, name: '王玉贞', ...unknown };
});

/** What each page showed when a step failed: test-results/loop-0.png and on. */
afterEach(async ({ task }) => {
  const pages = story.pages.splice(0);
  if (task.result?.state === 'fail') {
    for (const [at, page] of pages.entries()) {
      await page.screenshot({ path: `test-results/loop-${at}.png` }).catch(() => undefined);
    }
  }
  for (const page of pages) await page.context().close();
});

afterAll(async () => {
  await story?.browser.close();
  await ingest?.stop();
  await story?.city.stop();
});

test('a department sees its own tasks of the recorded document, the district sees all', async () => {
  const district = await asRole(story, 'district');
  await open(district, '/desk/tasks');
  await district
    .getByText(/共22项/)
    .first()
    .waitFor();
  const own = await asRole(story, 'department');
  await open(own, '/desk/task-assignments');
  await own.locator('.row-link').first().waitFor();
  expect(await own.locator('.row-link').count()).toBeLessThan(22);
});

test('search first, register 87 years old and living alone, verify, admit', () => registerWang(story));
test('two assessors, 26 items, published', () => assessWang(story));
test('a benefit with its reason, applied for and granted', () => applyForBenefit(story));

test('a bed counts as built when it is accepted, and only the sentences that depend on it change', async () => {
  before = await rowsOfReport();
  const built = await bedsBuilt();
  await buildBed(story);
  expect(await bedsBuilt()).toBe(built + 1);
  const after = await rowsOfReport();
  const changed = after.flatMap((cells, index) => (cells.join() === before[index]?.join() ? [] : [index + 1]));
  expect(changed).toEqual([7, 14]);
});

test('both sign the contract and the service begins', () => signBed(story));

test('an order from the wish to the evaluation leaves one settlement line', async () => {
  await serveWang(story);
  const lines = await row<{ n: string }>(story, 'select count(*) n from settle_lines where order_id = $1', [
    story.orderId,
  ]);
  expect(Number(lines.n)).toBe(1);
});

test('a silent water meter raises one alarm, closed at the door', async () => {
  await raiseAlarm(story);
  const alarms = await row<{ n: string }>(story, 'select count(*) n from alarms where elder_id = $1', [story.elderId]);
  expect(Number(alarms.n)).toBe(1);
});

test('her record tells the whole story, with a reason for every tag', async () => {
  const page = await asRole(story, 'street');
  await open(page, `/desk/elders/${story.elderId}`);
  for (const words of ['高龄独居', '家庭养老床位', '摔倒后送医']) await page.getByText(words).first().waitFor();
});

/** The words of each row of this quarter's table, as of today. */
async function rowsOfReport(): Promise<string[][]> {
  const who = await story.city.as(CITY);
  const { body } = await who.call(getReport, { params: { id: story.reportId } });
  return body.rows.map(one => one.items.flatMap(item => item.segments.map(segment => JSON.stringify(segment))));
}

async function bedsBuilt(): Promise<number> {
  const who = await story.city.as(CITY);
  const { body } = await who.call(getFigure, { params: { code: 'home-care-beds-built' } });
  return Number(body.value);
}
