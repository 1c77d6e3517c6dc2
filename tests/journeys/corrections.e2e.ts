import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordDoctorContact, signDoctor } from '#contracts/doctors.ts';
import { changeElder } from '#contracts/elders/record.ts';
import { newId } from '#shared/ids.ts';
import { loadAreas } from '../../src/server/modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';

const HERE = '110115003003';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elder: Awaited<ReturnType<typeof buildElder>>;
const people: Record<string, Caller> = {};

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  browser = await openBrowser(app.url);
  elder = await buildElder(app.database, { areaCode: HERE, phone: '15400001111' });
  people.community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏', title: '社区工作者' });
  people.street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', title: '养老专干' });
  people.outside = await app.as({ role: 'community', areaCode: '110102001004', name: '吴凡', title: '社区工作者' });
  people.family = await app.as({ role: 'family', areaCode: HERE, elderId: elder.elderId, name: '王丽' });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });
const record = () => `/desk/elders/${elder.elderId}`;

test('a name is corrected by two people: proposed with its evidence, checked against it, shown with its origin', async () => {
  const page = await as('community');
  await open(page, record());
  await page.getByRole('link', { name: '提出更正' }).click();
  await page.getByLabel('姓名').fill('王秀岚');
  await page.getByLabel('凭什么改').fill('居民户口簿第2页');
  await page.getByLabel('为什么更正').fill('登记时岚字写成了兰');
  await look(page, 'correct-form');
  await page.getByRole('button', { name: '提出更正' }).click();
  await page
    .getByText('更正由您提出，要由另一位同事核对')
    .or(page.getByText('由街道（乡镇）养老专干'))
    .first()
    .waitFor();
  await look(page, 'correction-mine');
  const street = await as('street');
  await open(street, '/desk/corrections');
  await look(street, 'corrections');
  await street.getByRole('link', { name: '王秀兰' }).first().click();
  await street.getByRole('cell', { name: '王秀岚' }).waitFor();
  await look(street, 'correction');
  const phone = await as('street', 'phone');
  await open(phone, new URL(street.url()).pathname);
  await look(phone, 'correction-phone');
  await street.getByRole('button', { name: '核对无误，更正' }).click();
  await street.getByText('已更正').first().waitFor();
  await open(street, record());
  await street.getByRole('button', { name: '看各项从哪来' }).click();
  await street.getByText('居民户口簿第2页').waitFor();
  await look(street, 'fact-sources');
});

test('two people change the same field: both values stand side by side and one is chosen', async () => {
  const page = await as('community');
  await open(page, `${record()}/edit`);
  await page.getByLabel('民族').fill('满');
  const body = { version: 2, changes: { nation: '回' } };
  expect((await people.street!.call(changeElder, { params: { id: elder.elderId }, body })).status).toBe(200);
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByLabel('用我填的：满').check();
  await look(page, 'conflict');
  await page.getByRole('button', { name: '按所选的保存' }).click();
  await page.getByText('民族改为满').first().waitFor();
});

test('the family asks for a correction from its own pages', async () => {
  const page = await as('family', 'phone');
  await open(page, '/elder/file');
  await look(page, 'my-file');
  await page.getByRole('button', { name: '有一项写错了' }).click();
  await page.getByLabel('哪一项').selectOption({ label: '道路' });
  await page.getByLabel('应当是').fill('兴华路');
  await page.getByLabel('怎么错的').fill('道路名登记错了');
  await page.getByLabel('有什么证件能看').fill('房产证');
  await look(page, 'my-file-ask');
  await page.getByRole('button', { name: '请街道核对' }).click();
  await page.getByText('更正道路：待核对').waitFor();
  await page.getByText('由家属王丽代办').waitFor();
});

test('consents: the family sees what stands and why; the worker writes down what the elder said', async () => {
  const worker = await as('community');
  await open(worker, record());
  await worker.getByRole('listitem').filter({ hasText: '家属看您的档案' }).getByRole('button').click();
  const dialog = worker.getByRole('dialog');
  await dialog.getByLabel('不同意，或收回以前的同意').check();
  await dialog.getByLabel('依据').fill('本人当面说的，签了同意书');
  await look(worker, 'consent-form');
  await dialog.getByRole('button', { name: '记下来' }).click();
  await dialog.waitFor({ state: 'hidden' });
  if (process.env.YINIAN_LOOKS) await worker.screenshot({ path: 'test-results/looks/record-full.png', fullPage: true });
  const page = await as('family', 'phone');
  await open(page, '/elder/file');
  await page.getByRole('heading', { name: '老人还没有同意给您看' }).waitFor();
  await look(page, 'my-file-withheld');
  await open(page, '/elder/consents');
  await page.getByText('由赵敏代办').waitFor();
  await look(page, 'my-consents');
});

test('S1-18.2 four classes: services are seen, medical only with the permission and the word; who serves sees its own', async () => {
  const { elderId } = elder;
  const [doctorId, streetId, home] = [newId(), newId(), newId()];
  const doctor = await app.as({ role: 'doctor', areaCode: '110115003000', name: '徐涛', accountId: doctorId });
  await people.community!.call(signDoctor, { params: { elderId }, body: { doctorId } });
  const said = {
    findings: '血压平稳，睡眠可',
    advice: '按时服药，低盐饮食',
    measurements: { systolic: 132, diastolic: 78 },
  };
  await doctor.call(recordDoctorContact, { body: { elderId, way: 'home', about: 'routine', ...said } });
  people.clerk = await app.as({ role: 'street', areaCode: '110115003000', name: '何静', accountId: streetId });
  const page = await as('clerk');
  await open(page, record());
  await page.getByRole('link', { name: '四类数据' }).click();
  await page.getByRole('heading', { name: /的四类数据$/ }).waitFor();
  await page.getByText('您的岗位没有“医疗数据”权限').waitFor();
  await page.getByText('签约中，下次随访').waitFor();
  expect(await page.getByText('低盐饮食').count()).toBe(0);
  await look(page, 'overview-closed');

  people.administrator = await app.as({ role: 'administrator', areaCode: '110000000000' });
  const admin = await as('administrator');
  await open(admin, `/desk/system/accounts/${streetId}`);
  await admin.getByRole('button', { name: '授予医疗数据权限' }).click();
  await admin.getByLabel('为什么').fill('负责医养结合，跟进随访');
  await admin.getByRole('button', { name: '授予', exact: true }).click();
  await admin.getByText('有医疗数据权限', { exact: true }).waitFor();
  await look(admin, 'account-permission');

  const { database } = app;
  await database.admin.query(
    `insert into consents (elder_id, consent_id, area_code, purpose, decision, text_version, valid_from, by_kind, by_name,
       by_account, decided_at) select $1, gen_random_uuid(), $2, p, 'given', '2025-06', '2025-01-01', 'self', '本人', $1, '2025-01-01'
     from unnest(array['official-medical', 'organisation-health']) p`,
    [elderId, HERE],
  );
  await page.reload();
  await page.getByText('建议：按时服药，低盐饮食').waitFor();
  await look(page, 'overview-open');
  const small = await as('clerk', 'phone');
  await open(small, new URL(page.url()).pathname);
  await look(small, 'overview-phone');

  await database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '清源养老院', 'institution', $2)",
    [home, HERE],
  );
  await database.admin.query(
    `insert into place_uses (use_id, kind, facility_id, facility_name, organisation_id, area_code, happened_area, elder_id,
       elder_name, from_on, entered_by, entered_at) values ($1, 'stay', $1, '清源养老院', $1, $2, $2, $3, '王秀兰', '2025-06-01', '测试',
       '2025-06-01T01:00:00Z')`,
    [home, HERE, elderId],
  );
  people.home = await app.as({ role: 'institution', areaCode: HERE, organisationId: home });
  const inside = await as('home');
  await open(inside, '/desk/served');
  await look(inside, 'served');
  await inside.getByRole('link', { name: '王秀兰' }).click();
  await inside.getByText('要老人另外单独同意').first().waitFor();
  await look(inside, 'served-person');
  const tiny = await as('home', 'phone');
  await open(tiny, '/desk/served');
  await look(tiny, 'served-phone');
});

test('a person outside the area is opened with a reason, to read, and the home street judges it', async () => {
  const page = await as('outside');
  await open(page, '/desk/outside');
  await page.getByLabel('手机号').fill('15400001111');
  await page.getByLabel('应急处置').check();
  await page.getByLabel('什么事，为什么要看').fill('老人在西城公园摔倒，要联系家属来接');
  await look(page, 'outside-form');
  await page.getByRole('button', { name: '写明理由，打开档案' }).click();
  await page.getByText('15400001111').waitFor();
  expect(await page.getByRole('link', { name: '修改档案' }).count()).toBe(0);
  await look(page, 'outside-file');
  const small = await as('outside', 'phone');
  await open(small, new URL(page.url()).pathname);
  await look(small, 'outside-file-phone');
  const street = await as('street');
  await open(street, '/desk/outside-reviews');
  await street.getByText('要联系家属来接').waitFor();
  await look(street, 'outside-reviews');
  await street.getByRole('button', { name: '复核', exact: true }).click();
  await street.getByLabel('不妥当').check();
  await street.getByRole('dialog').getByLabel('理由').fill('家属说老人当天在家');
  await look(street, 'outside-judge');
  await street.getByRole('button', { name: '提交复核' }).click();
  await street.getByText('家属说老人当天在家').waitFor();
  await open(page, new URL(page.url()).pathname);
  await page.getByText('已经到时或被收回').waitFor();
  await open(small, '/desk/outside');
  await look(small, 'outside-phone');
});
