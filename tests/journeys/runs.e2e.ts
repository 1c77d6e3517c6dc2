import { afterAll, beforeAll, expect, test } from 'vitest';
import * as benefits from '#contracts/benefits/endpoints.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser } from '../support/browser.ts';
import { cloneDatabase } from '../support/database.ts';
import { addElder } from '../support/elders.ts';

const STREET = '110115005000';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let street: Caller;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚', title: '养老专干' });
  await addElder(app.database.admin, { areaCode: '110115005001', name: '王秀兰', bornOn: '1938-03-05' });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test('a long determination shows how far it is, is stopped on its page, and goes on when started again', async () => {
  const begun = await street.call(benefits.startBatch, { body: { month: '2025-06' } });
  // The worker is not up yet: the row says what a worker in the middle of a large street would have said.
  await app.database.admin.query(
    `update runs set status = 'running', done = 12500, total = 48210, begun_at = now() - interval '50 seconds', beat_at = now()
     where run_id = $1`,
    [begun.body.runId],
  );
  const page = await browser.newPage({ session: street.cookie });
  await open(page, '/desk/benefits/months');
  const bar = page.getByRole('progressbar', { name: '核定黄村地区2025年6月的待遇的进度' });
  await bar.waitFor();
  await page.getByText('预计还要3分钟').waitFor();
  await page.getByText('/ 48,210人').waitFor();
  await look(page, 'run-desk');
  const phone = await browser.newPage({ size: 'phone', session: street.cookie });
  await open(phone, '/desk/benefits/months');
  await look(phone, 'run-phone');
  await page.getByRole('button', { name: '停止', exact: true }).click();
  await page.getByText('陈岚要求停止，正在停下').waitFor();
  await app.startWorker();
  await page.getByText('已停止').first().waitFor();
  await look(page, 'run-stopped');
  await page.getByRole('button', { name: '核定2025年6月' }).click();
  await page.getByText('已完成').first().waitFor();
  await look(page, 'run-done');
  const { rows } = (await street.call(benefits.listBatches, {})).body;
  expect(rows).toMatchObject([{ id: begun.body.id, status: 'done', people: 1 }]);
});
