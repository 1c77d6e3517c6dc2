import { open } from '../../support/browser.ts';
import { asAccount, asRole, daughter, did, press, row, type Story } from './story.ts';

/** The community applies from her record. */
async function apply(story: Story): Promise<string> {
  const page = await asRole(story, 'community');
  await open(page, `/desk/elders/${story.elderId}`);
  await page.getByRole('link', { name: '申请评估' }).click();
  await page.getByLabel('上门联系人').fill('李敏');
  await page.getByLabel('联系电话').fill('16400001111');
  await page.getByLabel('门牌').fill('1号楼2单元501');
  await press(page, '提交申请');
  await page.waitForURL(/\/desk\/assessments\/[0-9a-f-]{36}/);
  did(story, 'community', '申请能力评估');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Two assessors, 26 items each, the street approves and publishes. */
export async function assessWang(story: Story): Promise<void> {
  const id = await apply(story);
  const street = await asRole(story, 'street');
  await open(street, `/desk/assessments/${id}`);
  await street.getByRole('button', { name: '安排评估员' }).click();
  const dialog = street.getByRole('dialog');
  await dialog.getByLabel('第一名评估员').selectOption({ index: 1 });
  await dialog.getByLabel('第二名评估员').selectOption({ index: 2 });
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel('上门日期').fill('2025-06-23');
  await dialog.getByRole('button', { name: '派出两名评估员' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const sent = await story.city.database.admin.query<{ assignee_id: string }>(
    'select assignee_id from assessment_assignments where assessment_id = $1',
    [id],
  );
  for (const { assignee_id } of sent.rows) await fillSheet(story, assignee_id);
  await open(street, `/desk/assessments/${id}`);
  await press(street, '审核通过');
  await press(street, '公布结果');
  await street.getByRole('link', { name: '打印评估报告' }).waitFor();
  const done = await row<{ status: string }>(story, 'select status from assessments where assessment_id = $1', [id]);
  if (done.status !== 'published') throw new Error(`assessment is ${done.status}`);
  did(story, 'street', '派两名评估员、审核、公布');
}

async function fillSheet(story: Story, assessorId: string): Promise<void> {
  const phone = await asAccount(story, assessorId, 'assessor');
  await open(phone, '/field/assessments');
  await phone.getByRole('link', { name: story.name }).click();
  await phone.locator('fieldset.sheet-item').first().waitFor();
  for (let page = 0; page < 4; page++) {
    const fields = phone.locator('fieldset.sheet-item');
    // the second answer from the bottom: a severe loss of ability
    for (let at = 0; at < (await fields.count()); at++) await fields.nth(at).locator('label').nth(-2).click();
    await phone.getByRole('button', { name: '下一页' }).click();
  }
  const signed = phone.waitForResponse(answer => answer.url().endsWith('/sign') && answer.ok());
  await phone.getByRole('button', { name: '签字' }).click();
  await signed;
  did(story, 'assessor', '上门填26项、签字');
}

/** The daughter sees what her mother may have and why, applies; the street grants it. */
export async function applyForBenefit(story: Story): Promise<void> {
  const family = await daughter(story);
  await open(family, '/elder/benefits');
  await family.getByRole('link', { name: '申请这项待遇' }).first().click();
  await family.getByLabel('以上情况属实，自愿申请').check();
  await family.getByRole('button', { name: '提交申请' }).click();
  await family
    .getByRole('link', { name: /受理单/ })
    .first()
    .waitFor();
  const street = await asRole(story, 'street');
  await open(street, '/desk/benefits/applications');
  await street.getByRole('link', { name: story.name }).first().click();
  await street.getByRole('button', { name: '批准', exact: true }).click();
  await street.getByText('已批准').first().waitFor();
  did(story, 'street', '批准待遇');
}
