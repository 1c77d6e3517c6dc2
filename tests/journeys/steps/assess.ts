import * as assessments from '#contracts/assessments/endpoints.ts';
import { open } from '../../support/browser.ts';
import { asPerson, asRole, daughter, row, type Story } from './story.ts';

const CONTACT = { name: '李敏', phone: '16400001111', door: '1号楼2单元501' };

/** Two assessors, 26 items each, the street approves and publishes. */
export async function assessWang(story: Story): Promise<void> {
  const community = await story.city.as({ role: 'community', areaCode: story.areaCode, name: '周涛' });
  const made = await community.call(assessments.applyForAssessment, {
    body: { elderId: story.elderId, reason: '首次评估', contact: CONTACT },
  });
  const { id } = made.body;
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
  const sent = await story.city.database.admin.query<{ assignee_id: string; assessor_name: string }>(
    'select assignee_id, assessor_name from assessment_assignments where assessment_id = $1',
    [id],
  );
  for (const { assignee_id, assessor_name } of sent.rows) await fillSheet(story, { assignee_id, assessor_name });
  await open(street, `/desk/assessments/${id}`);
  await street.getByRole('button', { name: '审核通过' }).click();
  await street.getByRole('button', { name: '公布结果' }).click();
  await street.getByRole('link', { name: '打印评估报告' }).waitFor();
  const done = await row<{ status: string }>(story, 'select status from assessments where assessment_id = $1', [id]);
  if (done.status !== 'published') throw new Error(`assessment is ${done.status}`);
}

async function fillSheet(story: Story, who: { assignee_id: string; assessor_name: string }): Promise<void> {
  const phone = await asPerson(story, {
    role: 'assessor',
    areaCode: '110115000000',
    accountId: who.assignee_id,
    name: who.assessor_name,
  });
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
}

/** The daughter sees what her mother may have and why, applies; the street grants it. */
export async function applyForBenefit(story: Story): Promise<void> {
  const family = await daughter(story);
  await open(family, '/elder/benefits');
  await family.getByRole('button', { name: '申请这项待遇' }).first().click();
  await family.getByText('已申请，待街道审核').first().waitFor();
  const street = await asRole(story, 'street');
  await open(street, '/desk/benefits/applications');
  await street.getByRole('link', { name: story.name }).first().click();
  await street.getByRole('button', { name: '批准', exact: true }).click();
  await street.getByText('已批准').first().waitFor();
}
