import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ROLES } from '#contracts/roles.ts';
import { type Ingest, startIngest } from '../../src/server/modules/devices/index.ts';
import { open, openBrowser } from '../support/browser.ts';
import { testKeys } from '../support/builders.ts';
import { startCityApp } from '../support/city-app.ts';
import { testConfig } from '../support/database.ts';
import { raiseAlarm } from './steps/alarm.ts';
import { applyForBenefit, assessWang } from './steps/assess.ts';
import { buildBed, signBed } from './steps/bed.ts';
import { importDistrictTable, importMeasures, importTable, reportOnTask } from './steps/document.ts';
import {
  adviseAfterAlarm,
  countMeals,
  moveDate,
  reportAway,
  reportFreeBeds,
  signFamilyDoctor,
  visitWang,
} from './steps/neighbours.ts';
import { bookAndRefuse, cancelAnother, serveWang } from './steps/order.ts';
import { registerWang } from './steps/person.ts';
import { approveLockRevise, changedRows, draftTable, sentencesOf } from './steps/report.ts';
import { asRole, row, type Story } from './steps/story.ts';
import { drawAndCorrect, figureOn, findCorrector, readLines, seeCorrection } from './steps/supervise.ts';

/** The main job from a policy document to a doorstep and back: every step by clicks, each by the role whose job it is. */
let story: Story;
let ingest: Ingest;

beforeAll(async () => {
  const city = await startCityApp();
  await city.startWorker();
  ingest = await startIngest(testConfig(), { pool: city.database.pool, keys: testKeys(), report: () => undefined });
  const browser = await openBrowser(city.url);
  const unknown = { elderId: '', areaCode: '', bedPath: '', orderId: '', cityReport: '', districtReport: '' };
  const name = '王玉贞';
  story = { city, browser, mqttPort: ingest.port, name, ...unknown, pages: new Map(), acts: new Map() };
});

/** What every page of the story showed when a step failed: test-results/loop-<who>.png. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [who, page] of story.pages) {
    await page.screenshot({ path: `test-results/loop-${who}.png` }).catch(() => undefined);
  }
});

afterAll(async () => {
  await story?.browser.close();
  await ingest?.stop();
  await story?.city.stop();
});

test('a document is uploaded, its doubtful piece corrected, every piece confirmed; 22 tasks appear', () =>
  importMeasures(story));
test('a department sees its own tasks and no other, and reports', () => reportOnTask(story));
test('the tables of the quarter are pasted, reviewed and entered; both reports are drafted', async () => {
  await importTable(story);
  await importDistrictTable(story);
  story.cityReport = await draftTable(story, 'city');
  story.districtReport = await draftTable(story, 'district');
});

test('search first, register 87 years old and living alone, verify, admit', () => registerWang(story));
test('applied for, two assessors, 26 items, published', () => assessWang(story));
test('a benefit with its reason, applied for and granted', () => applyForBenefit(story));

test('a bed counts as built when it is accepted, and only the sentences that depend on it change', async () => {
  const page = await asRole(story, 'city');
  const built = await figureOn(page, 'home-care-beds-built');
  const before = await sentencesOf(page, story.cityReport);
  await buildBed(story);
  expect(await figureOn(page, 'home-care-beds-built')).toBe(built + 1);
  const after = await sentencesOf(page, story.cityReport);
  expect(changedRows(before, after)).toEqual([7, 14]);
});

test('the community signs a family doctor for her', () => signFamilyDoctor(story));
test('both sign the contract and the service begins', () => signBed(story));
test('an order is booked, refused by the first caregiver and goes to the next', () => bookAndRefuse(story));
test('another order is cancelled with its reason and leaves no line', () => cancelAnother(story));

test('the order served, confirmed and evaluated leaves one settlement line', async () => {
  await serveWang(story);
  const sql = 'select count(*) n from settle_lines where order_id = $1';
  const lines = await row<{ n: string }>(story, sql, [story.orderId]);
  expect(Number(lines.n)).toBe(1);
});

test('a silent water meter raises one alarm, each hop timed, closed at the door', async () => {
  await raiseAlarm(story);
  const sql = 'select count(*) n from alarms where elder_id = $1';
  expect(Number((await row<{ n: string }>(story, sql, [story.elderId])).n)).toBe(1);
});

test('the family doctor takes her over after the alarm and advises', () => adviseAfterAlarm(story));
test('the station hands her visits to a volunteer, who finds a need', () => visitWang(story));
test('a meal point, an institution and an elder say what only they know', async () => {
  await countMeals(story);
  await reportFreeBeds(story);
  await reportAway(story);
});

test('the settled record is drawn, found short and corrected; line, figure and report follow', async () => {
  const page = await asRole(story, 'district');
  const minutes = await figureOn(page, 'service-minutes');
  const owed = await figureOn(page, 'service-settled');
  const before = await sentencesOf(page, story.districtReport);
  await drawAndCorrect(story);
  const less = await seeCorrection(story);
  expect(await figureOn(page, 'service-minutes')).toBe(minutes - 15);
  expect(await figureOn(page, 'service-settled')).toBeCloseTo(owed - less, 2);
  const after = await sentencesOf(page, story.districtReport);
  expect(changedRows(before, after)).toEqual([1]);
  expect(before[0]).toContain(`${owed}元`);
  await readLines(story);
  await findCorrector(story);
});

test('the report is submitted, approved by another, locked, and revised with a reason', () => approveLockRevise(story));

test('her record tells the whole story, with a reason for every tag', async () => {
  const page = await asRole(story, 'street');
  await open(page, `/desk/elders/${story.elderId}`);
  for (const words of ['高龄独居', '家庭养老床位', '摔倒后送医']) await page.getByText(words).first().waitFor();
});

test('the administrator moves the date', () => moveDate(story));

test('every role of the contract did its part by its own login and its own clicks', () => {
  expect(ROLES.filter(role => !story.acts.has(role))).toEqual([]);
});
