import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as assessments from '#contracts/assessments/endpoints.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { insertAssessments, loadScale } from '#modules/assessments/index.ts';
import { newId } from '#shared/ids.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { cloneDatabase } from '../support/database.ts';
import { addElder } from '../support/elders.ts';

const DISTRICT = '110115000000';
const STREET = '110115005000';
const COMMUNITY = '110115005001';
const CONTACT = { name: '李敏', phone: '13800002207', door: '3号楼2单元501' };

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elderId: string;
const ids = { first: newId(), second: newId(), third: newId() };
const people: Record<string, Caller> = {};

/** Two published results of the first two assessors; one elder waits for a visit by the first and the second. */
beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  const { admin } = app.database;
  elderId = await addElder(admin, { areaCode: COMMUNITY, name: '王秀兰', bornOn: '1938-03-05' });
  people.community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  people.street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚', title: '养老专干' });
  people.district = await app.as({ role: 'district', areaCode: DISTRICT, name: '周敏', title: '养老科' });
  const names = { first: '马静', second: '韩伟', third: '孙丽' };
  for (const key of ['first', 'second', 'third'] as const) {
    const title = key === 'second' ? '评估员' : '评估员（护士）';
    people[key] = await app.as({ role: 'assessor', areaCode: DISTRICT, name: names[key], title, accountId: ids[key] });
  }
  const scale = loadScale('gbt-42195-2022');
  const items = Object.fromEntries(scale.items.map(item => [item.code, Math.min(1, item.max)]));
  const answers = { items, coma: false, diagnoses: [], riskEvents30Days: 0 };
  const outcome = scoreAssessment(scale, answers);
  if (!outcome.ok) throw new Error('the fixture does not score');
  const { score } = outcome;
  const mark = (key: 'first' | 'second') => ({
    ...{ accountId: ids[key], name: names[key], title: '评估员', organisation: null, medical: true, signedAt: null },
  });
  const past = await Promise.all(['刘桂兰', '张玉珍'].map(name => addElder(admin, { areaCode: COMMUNITY, name })));
  await insertAssessments(
    admin,
    past.map(each => ({
      ...{
        assessmentId: newId(),
        elderId: each,
        areaCode: COMMUNITY,
        reason: '首次评估',
        status: 'published' as const,
      },
      ...{ appliedAt: '2025-06-01T01:00:00.000Z', appliedBy: { accountId: newId(), name: '赵敏' }, visitAt: null },
      ...{ assessors: [mark('first'), mark('second')], answers, score, total: score.total, level: score.level },
      ...{ assessedOn: '2025-06-02', publishedOn: '2025-06-03', validTo: '2026-06-02' },
    })) as Parameters<typeof insertAssessments>[1],
  );
  const applied = await people.community.call(assessments.applyForAssessment, {
    body: { elderId, reason: '首次评估', contact: CONTACT },
  });
  await people.street.call(assessments.scheduleAssessment, {
    params: { id: applied.body.id },
    body: {
      visitAt: '2025-06-23T01:30:00Z',
      assessors: [
        { accountId: ids.first, medical: true },
        { accountId: ids.second, medical: false },
      ],
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });
/** The same page at the desk and on a phone. */
async function both(page: Page, name: string): Promise<void> {
  await look(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, `${name}-phone`);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('a community worker records another questionnaire, and its doubt stands beside the result', async () => {
  const page = await as('community');
  await open(page, '/desk/assessments/forms');
  await both(page, 'forms');
  await open(page, `/desk/assessments/forms/ltci-2021`);
  await both(page, 'form-ltci');
  await open(page, `/desk/assessments/forms/mmse?elderId=${elderId}`);
  await page.getByRole('button', { name: '记下这份量表' }).click();
  await page.getByText('请填').or(page.getByText('缺少')).first().waitFor();
  const fields = page.locator('fieldset.sheet-item');
  const count = await fields.count();
  for (let at = 0; at < count; at++) await fields.nth(at).locator('label').first().click();
  await both(page, 'fill-mmse');
  await page.getByRole('button', { name: '记下这份量表' }).click();
  await page.getByText('按文化程度筛查（文盲，17 分及以下提示有认知障碍）').waitFor();
  await page.getByText('30分，满分30').waitFor();
  await both(page, 'filled-mmse');
  await open(page, `/desk/elders/${elderId}`);
  await page.getByText('简易精神状态检查（MMSE）').waitFor();
});

test('an assessor records a questionnaire at the door for an own elder only', async () => {
  const phone = await as('first', 'phone');
  await open(phone, '/field/assessments');
  await phone.getByRole('link', { name: '王秀兰' }).click();
  await phone.getByText('给这位老人记其他量表').click();
  await phone.getByText('照护风险评估表').waitFor();
  await look(phone, 'field-forms');
  await phone.getByRole('link', { name: '照护风险评估表' }).click();
  await phone.getByLabel('跌倒次数').fill('1');
  await phone.getByLabel('噎食次数').fill('1');
  await look(phone, 'field-care-risk');
  await phone.getByRole('button', { name: '记下这份量表' }).click();
  await phone.getByText('照护风险评估表已记下').waitFor();
});

test('the calendar shows who goes where, and another region’s result waits for publication', async () => {
  const page = await as('street');
  await open(page, '/desk/assessments/calendar');
  await page.getByRole('link', { name: '王秀兰' }).first().waitFor();
  await both(page, 'calendar');
  const other = await addElder(app.database.admin, { areaCode: COMMUNITY, name: '陈桂英' });
  await open(page, `/desk/assessments/recognise?elderId=${other}`);
  await page.getByLabel('做评估的省市').selectOption('天津市');
  await page.getByLabel('评估机构').fill('天津市某评估中心');
  await page.getByLabel('报告或结论书编号').fill('津评2025-001');
  await page.getByLabel('等级（GB/T 42195-2022）').selectOption('3');
  await page.getByLabel('评估日期').fill('2025-03-01');
  await both(page, 'recognise');
  await page.getByRole('button', { name: '登记，交公布' }).click();
  await page.getByText('认定的外地结果').first().waitFor();
  await page.getByRole('button', { name: '公布结果' }).click();
  await page.getByText('打印评估报告').waitFor();
  await both(page, 'recognised');
});

test('a district draws blind assessments, an uninvolved assessor goes, and the agreement stands on the screen', async () => {
  const page = await as('district');
  await open(page, '/desk/assessments/samples');
  await look(page, 'samples-empty');
  await page.getByRole('button', { name: '抽一批' }).click();
  await page.getByLabel('抽几份').fill('1');
  await page.getByLabel('种子').fill('周六开奖号');
  await page.getByRole('button', { name: '抽取' }).click();
  await page.getByText('还没有一份两次都评完的').waitFor();
  await page.getByRole('button', { name: '派评估员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('评估员（没参加过原来的评估）').selectOption({ label: '孙丽，评估员（护士）' });
  await dialog.getByLabel('上门日期').fill('2025-06-24');
  await look(page, 'assign-blind');
  await dialog.getByRole('button', { name: '派出' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const phone = await as('third', 'phone');
  await open(phone, '/field/assessments');
  await phone.locator('.route a').first().click();
  await phone.getByText('这是抽中的盲评').waitFor();
  for (let at = 0; at < 4; at++) {
    const fields = phone.locator('fieldset.sheet-item');
    for (let one = 0; one < (await fields.count()); one++) await fields.nth(one).locator('label').nth(-2).click();
    if (at === 0) await look(phone, 'blind-sheet');
    await phone.getByRole('button', { name: '下一页' }).click();
  }
  await phone.getByRole('button', { name: '签字' }).click();
  await phone.getByText('盲评已交区里比对').waitFor();

  await page.reload();
  await page.getByText('一致程度，比对1份').waitFor();
  expect(await page.getByText('100.0%').count()).toBeGreaterThan(0);
  await both(page, 'sample');
});
