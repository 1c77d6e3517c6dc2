import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { load, open } from '../../support/browser.ts';
import { asRole, did, press, row, type Story } from './story.ts';

/** Her settled record is drawn, found short by a quarter, corrected by a new record; the former stays. */
export async function drawAndCorrect(story: Story): Promise<void> {
  const page = await asRole(story, 'regulator');
  await open(page, '/desk/inspections');
  await page.getByRole('button', { name: '发起抽查' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('抽查名称').fill('六月上门服务抽查');
  await dialog.getByLabel('服务日期从').fill('2025-06-20');
  await press(page, '公布种子', dialog);
  await page.waitForURL(/\/desk\/inspections\/draws\/[0-9a-f-]{36}/);
  await press(page, '抽取');
  await page.locator('.row-link').first().waitFor();
  const check = await row<{ check_id: string }>(
    story,
    `select check_id from inspection_checks c join service_records r using (record_id) where r.order_id = $1`,
    [story.orderId],
  );
  await page.locator(`a[href="/desk/inspections/checks/${check.check_id}"]`).first().click();
  await press(page, '接办');
  await page.getByRole('button', { name: '登记结果' }).click();
  await dialog.getByLabel('时长不足').check();
  await dialog.getByLabel('核实的分钟数').fill('45');
  await dialog.getByLabel('核实依据').fill('单元门口监控录像，老人本人电话');
  await press(page, '登记结果', dialog);
  await page.getByRole('button', { name: '更正记录和结算' }).click();
  await dialog.getByLabel('更正原因').fill('实际服务 45 分钟');
  await press(page, '更正', dialog);
  await page.getByText('本街道的指标跟着变了').waitFor();
  await press(page, '办结');
  await page.getByText('已办结').first().waitFor();
  did(story, 'regulator', '公布种子、抽取、登记时长不足、更正、办结');
}

/** A new record stands, the former is kept; the former line is voided and a smaller one owed. Answers by how many yuan. */
export async function seeCorrection(story: Story): Promise<number> {
  const { rows } = await story.city.database.admin.query<{ minutes: number; current: boolean }>(
    `select minutes, current from service_records_v_facts f join service_records r using (record_id)
     where r.order_id = $1 order by current`,
    [story.orderId],
  );
  expect(rows).toEqual([
    { minutes: 60, current: false },
    { minutes: 45, current: true },
  ]);
  const lines = await row<{ kinds: string; owed: string; first: string }>(
    story,
    `select string_agg(kind, ',' order by line_id) kinds, sum(total_fen) owed, max(total_fen) first
     from settle_lines where order_id = $1`,
    [story.orderId],
  );
  expect(lines.kinds.split(',')).toHaveLength(3);
  expect(Number(lines.owed)).toBe(Math.round(Number(lines.first) * 0.75));
  return (Number(lines.first) - Number(lines.owed)) / 100;
}

/** Finance asks what is owed for her service now and reads the three lines. */
export async function readLines(story: Story): Promise<void> {
  const page = await asRole(story, 'finance');
  await open(page, '/desk/settle-lines?month=2025-06');
  const own = page.locator('tr', { hasText: story.name });
  await own.first().waitFor();
  expect(await own.count()).toBe(3);
  expect(await own.filter({ hasText: '冲销' }).count()).toBe(1);
  did(story, 'finance', '看到冲销行和更正后的结算行');
}

/** The auditor asks who corrected a settled record, and finds the name, the hour and the reason. */
export async function findCorrector(story: Story): Promise<void> {
  const page = await asRole(story, 'auditor');
  await open(page, '/desk/audit');
  await page.getByLabel('岗位').selectOption({ label: '监管检查' });
  await page.getByLabel('做了什么').selectOption({ label: '办理' });
  await page
    .getByText(/随机抽查：实际服务 ?45 ?分钟|实际服务 ?45 ?分钟/)
    .first()
    .waitFor();
  did(story, 'auditor', '查出谁更正了记录、为什么');
}

/** What a figure's own page says it is. */
export async function figureOn(page: Page, code: string): Promise<number> {
  await load(page, `/desk/figures/${code}`);
  const text = await page.locator('.figure-value').textContent();
  return Number((text ?? '').replace(/[^\d.]/g, ''));
}
