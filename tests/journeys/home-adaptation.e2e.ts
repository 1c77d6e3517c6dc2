import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAdaptationProduct } from '#contracts/home-adaptation-products.ts';
import { loadAreas } from '../../src/server/modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';
import { pngOf } from '../support/pictures.ts';
import { buildFirm } from '../support/supply.ts';

const HERE = '110115003003';
const DISTRICT = '110115000000';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let elderId: string;
const people: Record<string, Caller> = {};

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  browser = await openBrowser(app.url);
  const elder = { areaCode: HERE, name: '石桂英', economicClass: '低收入' as const, door: '2号楼1单元302' };
  elderId = (await buildElder(app.database, elder)).elderId;
  const firm = await buildFirm(app.database, { name: '安居适老改造公司' });
  people.community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
  people.district = await app.as({ role: 'district', areaCode: DISTRICT, name: '周科长' });
  people.assessor = await app.as({ role: 'assessor', areaCode: DISTRICT, name: '秦评估' });
  people.family = await app.as({ role: 'family', areaCode: HERE, elderId, name: '石磊' });
  people.provider = await app.as({ role: 'provider', areaCode: DISTRICT, organisationId: firm.providerId });
  people.finance = await app.as({ role: 'finance', areaCode: DISTRICT, name: '孙会计' });
  for (const [of, name, yuan] of [
    ['bathroom', 'L形扶手', 480],
    ['bathroom', '淋浴凳', 260],
    ['floor', '防滑地砖', 3200],
  ] as const) {
    const body = {
      class: of,
      name,
      unit: '件',
      priceFen: yuan * 100,
      payment: 'government' as const,
      basis: '区采购合同',
    };
    await people.district.call(addAdaptationProduct, { body });
  }
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const picture = (page: Page) =>
  page.locator('input[type=file]').setInputFiles({ name: 'home.png', mimeType: 'image/png', buffer: pngOf(800, 600) });

test('a home is adapted: applied for with what is known, assessed, planned, agreed, built, accepted with photos, paid', async () => {
  const community = await as('community');
  await open(community, `/desk/elders/${elderId}`);
  await community.getByRole('link', { name: '申请适老化改造' }).click();
  await community.getByText('低收入家庭（人员档案）').waitFor();
  await community.getByText('系统默认，可配置，区里没有另定').first().waitFor();
  await look(community, 'adaptation-apply');
  await community.getByLabel('哪里不方便，想改什么').fill('卫生间滑，没有扶手');
  await click(community, '提交申请');
  await community.waitForURL(/adaptations\/[0-9a-f-]{36}$/);
  const path = new URL(community.url()).pathname;

  const district = await as('district');
  await open(district, '/desk/adaptations');
  await look(district, 'adaptations');
  await district.getByRole('link', { name: '石桂英' }).first().click();
  await district.getByLabel('属于本区补贴范围的哪一类').fill('低收入家庭');
  await click(district, '核定在补贴范围');
  await district.getByLabel('评估员').selectOption({ label: '秦评估' });
  await click(district, '派评估员');
  await district.getByText('待上门评估').first().waitFor();
  await open(district, '/desk/adaptations/products');
  await district.getByText('还不到两种产品：地面防滑、高差').waitFor();
  await look(district, 'adaptation-products');

  const assessor = await as('assessor', 'phone');
  await open(assessor, '/field/adaptations');
  await look(assessor, 'field-adaptations');
  await assessor.getByRole('link', { name: '石桂英' }).click();
  await assessor.getByText('2号楼1单元302').waitFor();
  await assessor.getByLabel('卫生间、过道没有扶手').check();
  await picture(assessor);
  await assessor.getByText('已传1张').waitFor();
  await look(assessor, 'field-assess');
  await click(assessor, '交评估');
  await assessor.getByText('目录里不到两种，还不能选').waitFor();
  await assessor.getByLabel('L形扶手').fill('2');
  await look(assessor, 'field-plan');
  await click(assessor, '提出方案');
  await assessor.getByText('方案待家里同意').first().waitFor();

  const family = await as('family', 'elder');
  await open(family, '/elder/adaptations');
  await look(family, 'my-adaptations');
  await family.getByRole('link', { name: /方案待家里同意/ }).click();
  await family.getByText('672元').first().waitFor();
  await look(family, 'my-adaptation');
  await family.getByLabel('服务商').selectOption({ label: '安居适老改造公司' });
  await click(family, '同意方案，选服务商');
  await family.getByText('已同意，待施工').first().waitFor();

  const provider = await as('provider');
  await open(provider, path);
  await provider.getByText('2号楼1单元302').waitFor();
  await picture(provider);
  await provider.getByText('已传1张').waitFor();
  await provider.getByLabel('完工说明').fill('扶手两处装好，教会了老人');
  await click(provider, '登记完工');
  await provider.getByText('已完工，待验收').first().waitFor();

  await open(assessor, `/field/adaptations/${path.split('/').at(-1)}`);
  await picture(assessor);
  await assessor.getByText('已传1张').waitFor();
  await assessor.getByLabel('验收结论').fill('两处牢固，高度合适');
  await look(assessor, 'field-accept');
  await click(assessor, '验收合格');
  await assessor.getByText('验收合格，待结算').first().waitFor();

  const finance = await as('finance');
  await open(finance, path);
  await finance.getByLabel('付款凭证号').fill('记-0702');
  await look(finance, 'adaptation-settle');
  await click(finance, '登记结算');
  await finance.getByText('已结算').first().waitFor();
  await open(finance, '/desk/books');
  await finance.getByText('适老化改造补贴，凭证 记-0702').waitFor();
  await open(community, path);
  expect(await community.getByText('288元', { exact: true }).count()).toBeGreaterThan(0);
  await look(community, 'adaptation-settled');
  const phone = await as('community', 'phone');
  await open(phone, path);
  await look(phone, 'adaptation-phone');
});
