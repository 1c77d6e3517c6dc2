import { expect } from 'vitest';
import { open } from '../../support/browser.ts';
import { asAccount, asRole, daughter, did, press, row, type Story } from './story.ts';

/** The community signs a family doctor for her: the doctor of the demo's login. */
export async function signFamilyDoctor(story: Story): Promise<void> {
  const page = await asRole(story, 'community');
  await open(page, `/desk/elders/${story.elderId}`);
  await page.getByRole('button', { name: '代签家庭医生' }).click();
  const login = await row<{ name: string }>(story, "select name from accounts where login = 'doctor'");
  const choice = page.getByRole('dialog').getByLabel('家庭医生');
  const label = await choice.locator('option', { hasText: login.name }).textContent();
  await choice.selectOption({ label: label ?? '' });
  await press(page, '签约', page.getByRole('dialog'));
  await page.getByText(`${login.name}，`).first().waitFor();
  did(story, 'community', '代签家庭医生');
}

/** After the true alarm the doctor finds her under 今天, looks in, advises; the daughter reads the advice. */
export async function adviseAfterAlarm(story: Story): Promise<void> {
  const page = await asRole(story, 'doctor');
  await open(page, '/desk');
  await page.getByRole('link', { name: '展开' }).click();
  await page.locator(`a[href="/desk/patients/${story.elderId}"]`).first().click();
  await page.getByText('告警属实，请随访').first().waitFor();
  await page.getByLabel('收缩压（高压）').fill('138');
  await page.getByLabel('看到的情况').fill('右踝扭伤已固定，能扶着走');
  await page.getByLabel('建议', { exact: true }).fill('卫生间装扶手，两周后门诊复查');
  await page.getByLabel('下次随访').fill('2025-07-04');
  await press(page, '记下这次随访');
  await page.getByText('已记下').waitFor();
  await page.getByText(/家庭养老床位服务中/).waitFor();
  const contact = await row<{ about: string; next: string }>(
    story,
    'select about, next_contact_on as next from doctor_contacts where elder_id = $1',
    [story.elderId],
  );
  expect(contact).toEqual({ about: 'after-alarm', next: '2025-07-04' });
  did(story, 'doctor', '接告警送医后的随访，量血压，给建议');
  const family = await daughter(story);
  await open(family, '/elder');
  await family.getByText('卫生间装扶手，两周后门诊复查').waitFor();
}

/** The station that answers for her hands her visits to the volunteer, who goes and finds what she needs. */
export async function visitWang(story: Story): Promise<void> {
  const plan = await row<{ account_id: string }>(
    story,
    `select p.account_id from visit_plans v join posts p using (organisation_id)
     where v.elder_id = $1 and p.role = 'station'`,
    [story.elderId],
  );
  const station = await asAccount(story, plan.account_id, 'station');
  await open(station, `/desk/visits/${story.elderId}`);
  const volunteer = await row<{ name: string }>(story, "select name from accounts where login = 'volunteer'");
  const choice = station.getByLabel('护理员或志愿者');
  const label = await choice.locator('option', { hasText: volunteer.name }).textContent();
  await choice.selectOption({ label: label ?? '' });
  await press(station, '交给这位');
  await station.getByText(`现在是${volunteer.name}`).waitFor();
  did(story, 'station', '把探访交给志愿者');
  // her plan is weekly; the test does not wait for the day
  await story.city.database.admin.query("update visit_plans set next_due_on = '2025-06-20' where elder_id = $1", [
    story.elderId,
  ]);
  const phone = await asRole(story, 'volunteer');
  await open(phone, '/field');
  await phone.getByRole('link', { name: story.name }).click();
  await phone.getByLabel('发现问题').check();
  for (const item of ['精神', '身体', '居家安全']) {
    await phone.getByRole('group', { name: item }).getByLabel('正常').check();
  }
  await phone.getByLabel('吃饭不方便').check();
  await press(phone, '记下这次探访');
  await phone.getByText('已记下').waitFor();
  const visit = await row<{ by_name: string; found_needs: string[] }>(
    story,
    'select by_name, found_needs from visits where elder_id = $1',
    [story.elderId],
  );
  expect(visit).toEqual({ by_name: volunteer.name, found_needs: ['meals'] });
  did(story, 'volunteer', '上门探访，记下吃饭不方便');
}

/** The meal point enters how many ate today. */
export async function countMeals(story: Story): Promise<void> {
  const page = await asRole(story, 'meal-point');
  await open(page, '/desk/own-places');
  await page.getByRole('link', { name: '报今天的人次' }).click();
  await page.getByRole('button', { name: '报今天的人次' }).first().click();
  await page.getByRole('dialog').getByLabel('就餐人次').fill('86');
  await press(page, '报人次', page.getByRole('dialog'));
  await page
    .getByText(/今天86人次/)
    .first()
    .waitFor();
  const login = await row<{ name: string }>(story, "select name from accounts where login = 'meal-point'");
  const count = await row<{ entered_by: string }>(
    story,
    "select entered_by from meal_counts where person_times = 86 and from_on = '2025-06-20'",
  );
  expect(count.entered_by).toBe(login.name);
  did(story, 'meal-point', '报今天的就餐人次');
}

/** The institution says how many beds are free; a visitor without a login sees it at once. */
export async function reportFreeBeds(story: Story): Promise<void> {
  const page = await asRole(story, 'institution');
  await open(page, '/desk/own-places');
  await page.getByRole('button', { name: '报空床' }).first().click();
  await page.getByRole('dialog').getByLabel('空床').fill('17');
  await press(page, '报空床', page.getByRole('dialog'));
  await page.getByText('现在公布空床17张').waitFor();
  did(story, 'institution', '报空床');
  const path = (await page.getByRole('link', { name: '看公众看到的' }).first().getAttribute('href')) ?? '';
  const visitor = await story.browser.newPage({});
  await open(visitor, path);
  await visitor
    .getByText(/空床 ?17 ?张|17 ?张空床/)
    .first()
    .waitFor();
  await visitor.context().close();
}

/** An elder tells that the house will stand empty for some days: no alarm for water not used. */
export async function reportAway(story: Story): Promise<void> {
  const page = await asRole(story, 'elder');
  await open(page, '/elder/away');
  await page.getByLabel('到哪天').fill('2025-06-25');
  await page.getByLabel('住家人那里').check();
  await press(page, '报外出');
  await page.getByText('已报好').waitFor();
  const notice = await row<{ place: string }>(
    story,
    "select place from away_notices n join posts p using (elder_id) where p.role = 'elder' order by away_from desc",
  );
  expect(notice.place).toBe('family');
  did(story, 'elder', '报外出，期间不告警');
}

/** The administrator moves the demo's date; every page says the new day. Last of all: everything is due anew. */
export async function moveDate(story: Story): Promise<void> {
  const page = await asRole(story, 'administrator');
  await open(page, '/desk/system/site');
  await page.getByLabel('业务日期').fill('2025-06-23');
  await press(page, '调整业务日期');
  await page.getByText('业务日期已是').waitFor();
  const clock = await row<{ business_date: string }>(story, 'select business_date from site_clock');
  expect(clock.business_date).toBe('2025-06-23');
  did(story, 'administrator', '调整演示日期');
}
