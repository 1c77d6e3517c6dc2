import { afterAll, beforeAll, expect, test } from 'vitest';
import { SIGNING_WORDS } from '#contracts/home-care-bed-lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder, COMMUNITY } from '../support/builders.ts';
import { cloneDatabase } from '../support/database.ts';
import { buildCarer, buildFirm, buildItem, type Carer, type Firm } from '../support/supply.ts';

/** J01 5, 6, 7 and 10 through the screens: a bed from application to service, an order from wish to evaluation. */
let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let firm: Firm;
let carer: Carer;
let elderId: string;
const STREET = `${COMMUNITY.slice(0, 9)}000`;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  await buildItem(app.database);
  firm = await buildFirm(app.database);
  carer = await buildCarer(app.database, firm);
  await buildCarer(app.database, firm, { name: '马丽', status: 'registered', verified_on: null });
  await buildCarer(app.database, firm, { name: '刘桂芬', longitude: 116.35, latitude: 39.75 });
  elderId = (await buildElder(app.database, { abilityLevel: 3, abilityValidTo: '2026-05-19', phone: '15400000001' }))
    .elderId;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function pageOf(role: Role, given: { size?: Size } & Partial<Parameters<TestApp['as']>[0]> = {}) {
  const { size = 'desk', ...person } = given;
  const { cookie } = await app.as({ role, areaCode: STREET, ...person });
  return browser.newPage({ size, session: cookie });
}

test('an order: booked by the daughter, sent with reasons, served, confirmed and evaluated', async () => {
  const family = await pageOf('family', { size: 'elder', elderId, areaCode: COMMUNITY, name: '李敏' });
  await open(family, '/elder/orders/new');
  await look(family, 'elder-book');
  await family.getByLabel('要什么服务').selectOption({ index: 1 });
  await family.getByLabel('老人的情况').fill('腿脚不便，敲门后请等两分钟');
  await family.getByRole('button', { name: '下单' }).click();
  await family.waitForURL(/\/elder\/orders\/[0-9a-f-]{36}/);
  const id = family.url().split('/').at(-1) ?? '';
  await look(family, 'elder-order');

  const street = await pageOf('street', { name: '陈岚' });
  await open(street, '/desk/orders');
  await look(street, 'desk-orders');
  await street
    .getByRole('link', { name: /王秀兰/ })
    .first()
    .click();
  await street.getByText('谁能去：2人').waitFor();
  await look(street, 'desk-order');
  await street.getByText('不能派的1人和原因').click();
  await street.getByText('还没有实名核验').waitFor();
  await street.getByRole('button', { name: '派给杨秀芳' }).click();
  await street.getByText('等杨秀芳接单').waitFor();

  const field = await pageOf('caregiver', {
    size: 'phone',
    accountId: carer.accountId,
    organisationId: firm.providerId,
    name: carer.name,
  });
  await open(field, '/field');
  await look(field, 'field-day');
  await field.getByRole('link', { name: /看新派的单/ }).click();
  await field.getByRole('button', { name: '接单', exact: true }).click();
  await field.getByRole('button', { name: '看门牌和电话' }).click();
  await field.getByText('3号楼2单元501').waitFor();
  await look(field, 'field-order');
  await field.getByRole('button', { name: /到了，开始服务/ }).click();
  await field.getByLabel('脉搏').fill('72');
  await look(field, 'field-record');
  await field.getByRole('button', { name: '做完了，交记录' }).click();
  await field.getByText('记录已交').waitFor();

  await open(family, '/elder');
  await family.getByText('助浴做完了，请确认').waitFor();
  await look(family, 'elder-home');
  await open(family, `/elder/orders/${id}`);
  await family.getByRole('button', { name: '做好了，我确认' }).click();
  await family.getByLabel('5 分，很满意').check();
  await look(family, 'elder-evaluate');
  await family.getByRole('button', { name: '交评价' }).click();
  await family.getByText('您给了5分').waitFor();
  await open(street, `/desk/orders/${id}`);
  await look(street, 'desk-order-done');
});

test('a bed: applied for, checked, built, accepted, signed by both, in service', async () => {
  const street = await pageOf('street', { name: '陈岚' });
  await open(street, `/desk/beds/new?elderId=${elderId}&name=王秀兰`);
  await street.getByText('现在看，符合条件').waitFor();
  await look(street, 'desk-bed-apply');
  await street.getByRole('button', { name: '提交申请' }).click();
  await street.waitForURL(/\/desk\/beds\/[0-9a-f-]{36}/);
  const path = new URL(street.url()).pathname;
  await street.getByRole('button', { name: '核验资格' }).click();
  await street.getByLabel('评估结论').fill('需要助浴和夜里有人应');
  await street.getByLabel('服务商').selectOption({ index: 1 });
  await look(street, 'desk-bed-assess');
  await street.getByRole('button', { name: '登记评估并指定服务商' }).click();

  const provider = await pageOf('provider', { organisationId: firm.providerId, name: '孙立' });
  await street.getByLabel('服务方案').waitFor();
  await open(provider, path);
  await provider.getByLabel('服务方案').fill('每周三次生活照料，夜间有人应');
  await provider.getByLabel('设备').fill('助浴椅、扶手、智能水表');
  await provider.getByRole('button', { name: '提交设计方案' }).click();
  await provider.getByLabel('完工说明').fill('三项装好');
  await provider.getByRole('button', { name: '登记完工' }).click();
  await provider.getByText('验收由街道（乡镇）养老专干办理').waitFor();
  await open(street, path);
  await street.getByLabel('验收结论').fill('三项合格');
  await street.getByRole('button', { name: '验收', exact: true }).click();
  await street.getByText('服务合同').first().waitFor();
  await look(street, 'desk-bed-accepted');

  const family = await pageOf('family', { size: 'elder', elderId, areaCode: COMMUNITY, name: '李敏' });
  await open(family, path.replace('/desk/', '/elder/'));
  await family.getByLabel(/请输入/).fill('同意');
  await family.getByRole('button', { name: '签署合同' }).click();
  await family.locator('.fld.bad .msg').getByText(SIGNING_WORDS).waitFor();
  await look(family, 'elder-contract');
  await family.getByLabel(/请输入/).fill(SIGNING_WORDS);
  await family.getByRole('button', { name: '签署合同' }).click();
  await family.getByText('家属（本人）签署，李敏').waitFor();

  await open(provider, path);
  await provider.getByLabel(/请输入/).fill(SIGNING_WORDS);
  await provider.getByRole('button', { name: '签署合同' }).click();
  await provider.getByRole('button', { name: '开始服务' }).click();
  await provider.getByRole('button', { name: '暂停服务' }).waitFor();
  await open(street, '/desk/beds');
  await street.getByText('今年建成').waitFor();
  expect(await street.locator('.page-head .sentence b').first().textContent()).toBe('1张');
  await look(street, 'desk-beds');
  await open(street, `/desk/elders/${elderId}`);
  await street.getByText('已验收，计入建成数，助浴椅、扶手、智能水表').waitFor();
  await street.getByRole('link', { name: '下服务单' }).waitFor();
  await look(street, 'desk-elder');
});

test('firms, caregivers, items and lines: lists and records, with steps of supervision', async () => {
  const district = await pageOf('district', { areaCode: '110115000000', name: '王处' });
  for (const path of ['/desk/providers', '/desk/caregivers', '/desk/service-items', '/desk/settle-lines']) {
    await open(district, path);
    await district.locator('.tbl tbody tr').first().waitFor();
    await look(district, `desk${path.replaceAll('/', '-').slice(5)}`);
  }
  await open(district, '/desk/caregivers');
  await district.getByRole('link', { name: /刘桂芬/ }).click();
  await district.getByLabel('列入负面清单').check();
  await district.getByLabel('理由').fill('虚报服务时长，查实');
  await district.getByRole('button', { name: '办理' }).click();
  await district.getByText('现在不能派单：在负面清单上：虚报服务时长，查实').waitFor();
  await look(district, 'desk-caregiver');
  await open(district, '/desk/providers');
  await district.getByRole('link', { name: firm.name }).click();
  await district.getByText('服务项目1项').waitFor();
  await look(district, 'desk-provider');
});
