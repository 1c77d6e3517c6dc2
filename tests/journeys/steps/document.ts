import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { open } from '../../support/browser.ts';
import { asRole, did, press, row, type Story } from './story.ts';

const GOLDEN = join(import.meta.dirname, '../../golden/policies');
const MEASURES = join(GOLDEN, '001_625bb09e4184640c.txt');
const TABLE = join(GOLDEN, '000_9215d62474ba9060.txt');

/** A district's own table of the quarter: what its services and its beds come to. The numbers are the clerk's. */
const DISTRICT_TABLE = [
  '序号 | 任务内容 | 二季度进展情况 |',
  '1 | 加强居家养老服务供给，为居家老年人提供上门服务。 | 今年以来，结算上门服务费38000元。 |',
  '2 | 优化家庭养老床位政策，为重度失能失智等老年人提供服务。 | 截至5月底，2025年新建家庭养老床位8张。 |',
].join('\n');

/** Opens one part by its tick, so that the page does not move on by itself. */
async function openPart(page: Page, at: number): Promise<void> {
  await page.locator('.part-tick').nth(at).click();
  await page.getByText(`第${at + 1}条，共`).waitFor();
}

/** Corrects what the machine could not read in the header. */
async function correctHeader(page: Page, fields: Record<string, string>): Promise<void> {
  await openPart(page, 0);
  const card = page.locator('.review-item');
  await card.getByRole('button', { name: '更正' }).click();
  for (const [label, value] of Object.entries(fields)) await card.getByLabel(label).fill(value);
  await press(page, '保存更正', card);
  await card.getByText('已更正').waitFor();
}

/** Goes on from part to part, in the order of the text, and presses 无误 on each piece; answers how many there were. */
async function confirmRest(page: Page): Promise<number> {
  const sure = page.locator('.review-panel').getByRole('button', { name: '无误' });
  let confirmed = 0;
  for (let at = 0; at < (await page.locator('.part-tick').count()); at++) {
    await openPart(page, at);
    const buttons = await sure.elementHandles();
    for (const button of buttons) await button.click();
    await sure.first().waitFor({ state: 'detached' });
    confirmed += buttons.length;
  }
  return confirmed;
}

async function enterBooks(page: Page): Promise<void> {
  await press(page, '入账');
  await page.getByRole('link', { name: /看 ?\d+ ?项任务/ }).waitFor();
}

/** The district's 措施 as a file: 文号 filled in by hand, each piece confirmed, nothing entered before all are. */
export async function importMeasures(story: Story): Promise<void> {
  const page = await asRole(story, 'district');
  await open(page, '/desk/policies');
  await page.locator('input[type=file]').setInputFiles(MEASURES);
  await page.waitForURL(/\/desk\/policies\/[0-9a-f-]{36}/);
  await page.getByText('文号没有识别到').waitFor();
  expect(await page.getByRole('button', { name: '入账' }).isEnabled()).toBe(false);
  await correctHeader(page, { 文号: '京兴民发〔2025〕9号' });
  expect(await confirmRest(page)).toBe(47);
  await enterBooks(page);
  await page.getByRole('link', { name: /看 ?22 ?项任务/ }).click();
  await page
    .getByText(/共22项/)
    .first()
    .waitFor();
  const document = await row<{ document_number: string }>(
    story,
    `select document_number from policy_documents where status = 'recorded' and area_code = '110115000000'`,
  );
  expect(document.document_number).toBe('京兴民发〔2025〕9号');
  did(story, 'district', '上传文件、更正文号、逐条确认、入账成22项任务');
}

/** The city's table of the quarter, pasted; its title and period are what the text does not say. */
export async function importTable(story: Story): Promise<void> {
  const page = await asRole(story, 'city');
  await paste(page, readFileSync(TABLE, 'utf8'));
  await correctHeader(page, { 文件标题: '二季度重点任务进展', 期次: '2025-Q2' });
  await confirmRest(page);
  await enterBooks(page);
  did(story, 'city', '粘贴进展表、补标题和期次、逐条确认、入账');
}

/** The district's own table; a figure the machine did not recognise gets its indicator from the catalogue. */
export async function importDistrictTable(story: Story): Promise<void> {
  const page = await asRole(story, 'district');
  await paste(page, DISTRICT_TABLE);
  await correctHeader(page, { 文件标题: '大兴区二季度进展', 期次: '2025-Q2' });
  await openPart(page, 1);
  const figure = page.locator('.review-item', { hasText: '38,000' });
  await figure.getByRole('button', { name: '更正' }).click();
  await figure.getByLabel('按哪个指标算').selectOption({ label: '上门服务应结算金额（元）' });
  await press(page, '保存更正', figure);
  await figure.getByText('已更正').waitFor();
  await confirmRest(page);
  await enterBooks(page);
}

async function paste(page: Page, text: string): Promise<void> {
  await open(page, '/desk/policies');
  await page.getByRole('button', { name: '粘贴文字' }).click();
  await page.getByLabel('整份文件的文字').fill(text);
  await page.getByRole('button', { name: '读出内容' }).click();
  await page.waitForURL(/\/desk\/policies\/[0-9a-f-]{36}/);
  await page.locator('.review-panel').waitFor();
}

/** A unit sees its own tasks and no other, takes one up and reports; the district accepts the report. */
export async function reportOnTask(story: Story): Promise<void> {
  const unit = await asRole(story, 'department');
  await open(unit, '/desk/task-assignments');
  await unit.locator('.row-link').first().waitFor();
  expect(await unit.locator('.row-link').count()).toBe(3);
  await unit.locator('.row-link').first().click();
  await unit.waitForURL(/\/desk\/task-assignments\/[0-9a-f-]{36}/);
  const path = new URL(unit.url()).pathname;
  await unit.getByRole('button', { name: '反馈进展' }).click();
  const dialog = unit.getByRole('dialog');
  await dialog.getByLabel('进展情况').fill('已与三家餐饮企业签约，6月底前开办助餐点2个。');
  await press(unit, '反馈进展', dialog);
  await unit.getByText('等上级审核').waitFor();
  did(story, 'department', '看到自己的3项任务，反馈进展');
  const district = await asRole(story, 'district');
  await open(district, path);
  await press(district, '审核办结');
  await district.getByText('已办结').first().waitFor();
  did(story, 'district', '审核责任部门的进展');
}
