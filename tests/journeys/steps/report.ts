import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { load, open, settled } from '../../support/browser.ts';
import { asNew, asRole, did, press, type Story } from './story.ts';

/** Drafts this quarter's table as of today; answers the page's path. */
export async function draftTable(story: Story, role: 'city' | 'district'): Promise<string> {
  const page = await asRole(story, role);
  await open(page, '/desk/reports');
  await page.getByRole('button', { name: '起草一期' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('期次').selectOption('2025-Q2');
  await dialog.getByLabel('数据截至').fill('2025-06-20');
  await press(page, '起草', dialog);
  await page.waitForURL(/\/desk\/reports\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The sentences of each row, as they stand on the screen. */
export async function sentencesOf(page: Page, path: string): Promise<string[]> {
  await load(page, path);
  await page.locator('.progress tbody tr').first().waitFor();
  return page.locator('.progress tbody tr').allTextContents();
}

/** Numbers (from 1) of the rows whose words differ. */
export const changedRows = (before: readonly string[], after: readonly string[]): number[] =>
  after.flatMap((text, index) => (text === before[index] ? [] : [index + 1]));

async function take(page: Page, step: string, note?: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (note) await dialog.getByRole('textbox').fill(note);
  await press(page, step, dialog);
  await dialog.waitFor({ state: 'hidden' });
  await settled(page);
}

/** Submitted by one, approved and locked by another, then revised with a reason: a second version, the first one kept. */
export async function approveLockRevise(story: Story): Promise<void> {
  const writer = await asRole(story, 'city');
  await open(writer, story.cityReport);
  await take(writer, '送审', '家庭养老床位按全市台账，与上期口径一致');
  await writer.getByText('送审人不能批准自己送审的表').first().waitFor();
  const second = await asNew(story, { role: 'city', areaCode: '110000000000', name: '吴静', title: '副处长' });
  await open(second, story.cityReport);
  await take(second, '批准');
  await take(second, '锁定');
  await second.getByText('已锁定').first().waitFor();
  const locked = await sentencesOf(second, story.cityReport);
  await open(second, story.cityReport);
  await take(second, '修订', '房山区补报 1 个邻里互助点');
  await second.waitForURL(url => url.pathname !== story.cityReport);
  await second.getByText('修订原因：房山区补报 1 个邻里互助点').waitFor();
  await second.getByText('第2版').first().waitFor();
  expect(await sentencesOf(second, story.cityReport)).toEqual(locked);
  await second.getByText('已被修订版取代').first().waitFor();
  did(story, 'city', '起草、送审；另一位批准、锁定、写明原因修订');
}
