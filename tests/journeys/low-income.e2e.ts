import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveBusinessDate } from '#contracts/accounts.ts';
import { connectGateways } from '#gateways/connected.ts';
import { httpExchange } from '#gateways/exchange/http.ts';
import { loadAreas } from '../../src/server/modules/areas/index.ts';
import { insertApplications } from '../../src/server/modules/benefits/bulk/index.ts';
import { runPrepare } from '../../src/server/modules/payments/cycles/prepare-cycle.ts';
import type { JobWorker } from '../../src/server/platform/jobs/worker.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { newId } from '../../src/shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder, demoIdentityNumber } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';
import { type Exchange, startExchange } from '../support/exchange.ts';
import { workerOf } from '../support/import-elders.ts';
import { addAccount, payersOf, payMonth, toolsOf } from '../support/paying.ts';
import { csvOf } from '../support/tables.ts';

const HERE = '110115003003';
const EAST = '110101001001';

let app: TestApp;
let worker: JobWorker;
let exchange: Exchange;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const people: Record<string, Caller> = {};
const numbers: Record<string, string> = {};
let apartId: string;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await workerOf(app);
  exchange = await startExchange();
  connectGateways({ exchange: httpExchange({ url: exchange.url, account: 'yinian', secret: exchange.secret }) });
  browser = await openBrowser(app.url);
  const one = { areaCode: HERE, name: '高玉芝', economicClass: '低收入' as const, hukouAreaCode: '110102001004' };
  const apart = await buildElder(app.database, one);
  numbers.apart = apart.identityNumber;
  apartId = apart.elderId;
  numbers.disabled = (await buildElder(app.database, { areaCode: HERE, name: '马秀珍' })).identityNumber;
  people.community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏', title: '社区工作者' });
  people.street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', title: '养老专干' });
  people.hukou = await app.as({ role: 'street', areaCode: '110102001000', name: '吴凡', title: '养老专干' });
  people.district = await app.as({ role: 'district', areaCode: '110115000000', name: '周科长', title: '养老科' });
});
afterAll(async () => {
  await browser?.close();
  exchange?.stop();
  await worker?.stop();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Uploads a table for comparison and waits for its sentence. */
async function send(page: Page, of: { kind: string; sender: string; rows: string[][] }): Promise<void> {
  await open(page, '/desk/comparisons');
  await page.getByLabel('哪一类数据').selectOption({ label: of.kind });
  await page.getByLabel('哪个部门给的').fill(of.sender);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `${of.kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csvOf(of.rows)) });
  await page.getByRole('heading', { name: '每一列是什么' }).waitFor();
  await look(page, 'comparison-columns');
  await click(page, '和档案比对');
  await page.getByText(/^共\d+行：一致/).waitFor();
}

test('J15 1–6 a batch of the insurer becomes a warning, one number at both streets, money and service, an outcome', async () => {
  const district = await as('district');
  const stranger = demoIdentityNumber('1940-01-09', '女');
  const rows = [
    ['身份证号', '姓名', '个人自付金额', '年度'],
    [numbers.apart ?? '', '高玉芝', '40000', '2024'],
    [stranger, '外区人', '99999', '2024'],
  ];
  await send(district, { kind: '医保支出', sender: '区医保局', rows });
  expect(await district.getByText(/^共\d+行：一致/).textContent()).toMatch(/共2行：一致1行，有差异0行，没比中1行/);
  await look(district, 'comparison-result');
  await district.getByRole('link', { name: '合上预警规则的，看困难预警' }).click();
  await district.getByRole('link', { name: '预警规则', exact: true }).click();
  await district.getByText('系统默认，可配置').first().waitFor();

  const visitor = await as('community');
  await open(visitor, '/desk/relief/warnings');
  await visitor.getByRole('link', { name: '高玉芝' }).first().click();
  await visitor.getByLabel('上门看到的情况').fill('看过票据，积蓄已经花完');
  await click(visitor, '记下上门结果');
  await visitor.getByText('请选属实不属实').first().waitFor();
  await visitor.getByLabel('属实，有困难').check();
  await look(visitor, 'warning-visit');
  await click(visitor, '记下上门结果');
  await visitor.getByText('属实，待救助').first().waitFor();
  const street = await as('street');
  await open(street, '/desk/relief/warnings');
  await look(street, 'warnings');
  await street.getByRole('link', { name: '高玉芝' }).first().click();
  await click(street, '受理临时救助');
  // The post has no 医疗数据: what the insurer sent is not filled in, the sum comes from the receipts shown at home.
  await street.getByLabel('必要支出').fill('40000');
  await look(street, 'relief-apply');
  await click(street, '受理');
  await street.waitForURL(/relief\/applications\//);
  const facts = await street
    .getByText(/^JZ\d{6}-/)
    .first()
    .textContent();
  const number = /JZ\d{6}-[0-9A-F]{6}/.exec(facts ?? '')?.[0] ?? '';
  await street.getByText('由户籍所在的', { exact: false }).first().waitFor();
  await look(street, 'relief-home');

  const hukou = await as('hukou');
  await open(hukou, '/desk/relief/applications');
  await look(hukou, 'reliefs');
  await hukou.getByRole('link', { name: number }).click();
  await hukou.getByText('请外地核对').click();
  await hukou.getByLabel('有本人签的核对授权书').check();
  await click(hukou, '发出核对');
  await hukou.getByText('河北省居民家庭经济状况核对中心').waitFor({ timeout: 30_000 });
  await hukou.getByLabel('审核意见').fill('材料齐全，同意');
  await click(hukou, '批准17,000元');
  await hukou.getByText('安排社工服务').first().waitFor();
  await look(hukou, 'relief-approved');

  await street.reload();
  await street.getByText('记一次社工服务').click();
  await street.getByLabel('做了什么').fill('陪同办理大病报销');
  await street.getByLabel('社工和所在机构').fill('清源社工站 赵社工');
  await click(street, '记下服务');
  await street.getByText('服务：陪同办理大病报销').waitFor();
  await addAccount(app, { elderId: apartId, areaCode: HERE, number: '6217000000005555', holder: '高玉芝' });
  await payMonth(app, await payersOf(app, '110102000000'), '2025-06');
  await hukou.reload();
  await hukou.getByLabel('结果').fill('钱和服务都到位');
  await click(hukou, '办结');
  await hukou.getByText('已办结').first().waitFor();

  await open(street, '/desk/relief/warnings');
  await street.getByRole('link', { name: '高玉芝' }).first().click();
  await street.getByLabel('结果').fill('救助17,000元并陪同报销，生活稳定');
  await click(street, '办结');
  await street.getByText('救助17,000元并陪同报销').first().waitFor();
  await look(street, 'warning-closed');
  const phone = await as('street', 'phone');
  await open(phone, new URL(street.url()).pathname);
  await look(phone, 'warning-phone');
  await judgeRules(district);
});

/** S0-10.4: what the visits said comes back to the rule, another line is tried, and every sum opens its records. */
async function judgeRules(district: Page): Promise<void> {
  await open(district, '/desk/relief/rules');
  const rule = district.getByRole('row', { name: /个人负担医疗费大/ });
  expect(await rule.textContent()).toContain('100%');
  await rule.getByRole('button', { name: '试一试' }).click();
  const dialog = district.getByRole('dialog');
  await dialog.getByLabel('超过多少元预警').fill('50000');
  await dialog.getByRole('button', { name: '算一算' }).click();
  await dialog.getByText(/这条线会预警0\s*户，现在的线1户/).waitFor();
  await look(district, 'rule-trial');
  await open(district, '/desk/relief/monitoring');
  await look(district, 'monitoring');
  await district.getByRole('link', { name: '1条', exact: true }).first().click();
  await district.getByRole('row', { name: /高玉芝.*医保支出/ }).waitFor();
  people.mine = await app.as({ role: 'elder', areaCode: HERE, elderId: apartId, name: '高玉芝' });
  const self = await as('mine', 'elder');
  await open(self, '/elder/relief');
  await self.getByText('医保的数据说，您家自己付的医疗费比较多').waitFor();
  await look(self, 'visit-mine');
  const phone = await as('district', 'phone');
  for (const path of ['rules', 'monitoring', 'signals', 'warnings']) {
    await open(phone, `/desk/relief/${path}`);
    await look(phone, `${path}-phone`);
  }
}

test('a difference goes to the community, is adopted, and changes the file when another has checked it', async () => {
  const street = await as('street');
  const rows = [
    ['身份证号', '姓名', '残疾类别等级'],
    [numbers.disabled ?? '', '马秀珍', '肢体二级'],
  ];
  await send(street, { kind: '残疾', sender: '区残联', rows });
  const community = await as('community');
  await open(community, '/desk/comparisons/differences');
  await look(community, 'differences');
  await community.getByRole('link', { name: '马秀珍' }).first().click();
  await community.getByRole('cell', { name: '肢体二级' }).waitFor();
  await look(community, 'difference');
  await community.getByLabel('怎样核实的').fill('看过残疾人证原件');
  await click(community, '采纳，改档案');
  await community.getByText('已采纳，等另一人核对').first().waitFor();
  await open(street, '/desk/corrections');
  await street.getByRole('link', { name: '马秀珍' }).first().click();
  await click(street, '核对无误，更正');
  await street.getByText('已更正').first().waitFor();
  await community.reload();
  await community.getByText('已采纳，档案已改').first().waitFor();
  const phone = await as('community', 'phone');
  await open(phone, new URL(community.url()).pathname);
  await look(phone, 'difference-phone');
});

test('J15 6 the trial of a standard: the old one before its day, the new one from it on', async () => {
  const district = await as('district');
  await open(district, '/desk/relief/standard');
  await district.getByLabel('上年度全市居民人均消费支出（全年）').fill('48000');
  await district.getByLabel('比例').fill('38');
  await district.getByLabel('从哪天起').fill('2025-07-01');
  await click(district, '测算');
  await district.getByText('新标准每人每月1,520元').first().waitFor();
  const june = district.getByRole('row', { name: /2025-06/ });
  expect(await june.textContent()).toContain('现行标准');
  expect(await district.getByRole('row', { name: /2025-07/ }).textContent()).toContain('新标准');
  await look(district, 'standard');
});

/** 汪德胜 of 东城, on 低保, has had 困难补贴 and 高龄津贴 for June. */
async function paidJune(): Promise<void> {
  const person = {
    name: '汪德胜',
    areaCode: EAST,
    bornOn: '1940-03-05',
    sex: '男' as const,
    economicClass: '低保' as const,
  };
  const { elderId } = await buildElder(app.database, person);
  const by = { accountId: newId(), name: '测试' };
  const decided = { by, at: '2025-01-10T02:00:00.000Z', note: null };
  const made = { elderId, areaCode: EAST, status: 'granted' as const, appliedOn: '2025-01-09', appliedBy: by, decided };
  const rows = (['hardship', 'advancedAge'] as const).map(scheme => ({ ...made, scheme, applicationId: newId() }));
  await insertApplications(app.database.admin, rows);
  await addAccount(app, { elderId, areaCode: EAST, number: '6217000000004444', holder: '汪德胜' });
  await payMonth(app, await payersOf(app, '110101000000'), '2025-06');
}

test('J15 7 a drawn recipient no longer qualifies: stopped by two people, asked back, taken off a later batch', async () => {
  await paidJune();
  people.east = await app.as({ role: 'district', areaCode: '110101000000', name: '何科长', title: '社救科' });
  people.checker = await app.as({ role: 'street', areaCode: '110101001000', name: '郑洁', title: '民政专干' });
  const east = await as('east');
  await open(east, '/desk/relief/rechecks');
  await click(east, '随机抽人');
  await east.getByLabel('抽几人').fill('5');
  await east.getByLabel('种子').fill('2025-06');
  await click(east, '抽人');
  await click(east, '记结果');
  const dialog = east.getByRole('dialog');
  await dialog.getByLabel('结果', { exact: true }).selectOption({ label: '不再符合，停发' });
  await dialog.getByLabel('停发的，从哪个月起不该发').fill('2025-06');
  await dialog.getByLabel('复核情况').fill('子女接走同住，家庭收入超过标准');
  await look(east, 'recheck-answer');
  await dialog.getByRole('button', { name: '记下结果' }).click();
  await east
    .getByRole('row', { name: /不再符合，停发/ })
    .first()
    .waitFor();
  await look(east, 'rechecks');

  const checker = await as('checker');
  await open(checker, '/desk/corrections');
  await checker.getByRole('link', { name: '汪德胜' }).first().click();
  await click(checker, '核对无误，更正');
  await checker.getByText('已更正').first().waitFor();

  await east.getByRole('link', { name: '追缴', exact: true }).click();
  await click(east, '定分期');
  const plan = east.getByRole('dialog');
  await plan.getByLabel('分几期').fill('1');
  await plan.getByLabel('从以后的发放里每次最多抵扣').fill('40');
  await plan.getByRole('button', { name: '定下来' }).click();
  await east.getByText('每次发放最多抵扣40元').first().waitFor();
  await open(east, '/desk/payments/cycles');
  await click(east, '编制2025年7月');
  await east.waitForURL(/cycles\/[0-9a-f-]{36}$/);
  const cycleId = east.url().split('/').at(-1) ?? '';
  await runPrepare(toolsOf(app), cycleId);
  await east.getByText('编制好，待复核').waitFor();
  await open(east, `/desk/payments/lines?cycleId=${cycleId}`);
  const table = east.getByRole('table');
  expect(await table.getByRole('row', { name: /高龄老年人津贴.*100/ }).count()).toBe(1);
  // Of 困难补贴 there is nothing but what is taken back.
  const hardship = table.getByRole('row', { name: /困难老年人/ });
  expect(await hardship.count()).toBe(1);
  expect(await hardship.textContent()).toMatch(/[-−]40/);
  await look(east, 'lines-offset');
});

test('the means of a household: authorised, written down with their sources, and what the law makes of them', async () => {
  const { elderId } = await buildElder(app.database, { areaCode: HERE, name: '柳成', economicClass: '低收入' });
  const street = await as('street');
  await open(street, `/desk/relief/means/${elderId}`);
  await click(street, '登记授权书');
  await click(street, '加一项收入（每月）');
  const dialog = street.getByRole('dialog');
  await dialog.getByLabel('每月多少').fill('900');
  await dialog.getByLabel('来源').selectOption({ label: '单位或机构证明' });
  await dialog.getByLabel('可信程度').selectOption({ label: '已核对' });
  await look(street, 'means-add');
  await click(street, '记下');
  await street.getByText('本人，养老金、退休金900元').waitFor();
  await street.getByText('还要记：家庭财产符合低保的财产规定').first().waitFor();
  await click(street, '认定');
  await dialog.getByLabel('家庭财产符合低保的财产规定').check();
  await dialog.getByLabel('依据').fill('核对报告：没有房产，存款五千元');
  await dialog.getByRole('button', { name: '认定', exact: true }).click();
  await street.getByText('家庭情况已认定').waitFor();
  const minimum = street.getByRole('listitem').filter({ hasText: /^(最低生活保障|低保)/ });
  expect(await minimum.first().textContent()).toContain('550元');
  await look(street, 'means');
  const phone = await as('street', 'phone');
  await open(phone, new URL(street.url()).pathname);
  await look(phone, 'means-phone');

  await open(street, `/desk/elders/${elderId}`);
  await click(street, '受理申请');
  await dialog.getByLabel('申请原因').fill('退休金很少，没有积蓄');
  await look(street, 'recognition-apply');
  await dialog.getByRole('button', { name: '受理', exact: true }).click();
  await street.waitForURL(/relief\/recognitions\//);
  await street.getByLabel('谁去的').fill('赵敏、陈岚');
  await street.getByLabel('看到的情况').fill('一人独住，家里陈设简单');
  await look(street, 'recognition-survey');
  await click(street, '记下调查');
  await street.getByLabel('贴在哪里').fill('社区公示栏');
  await look(street, 'recognition-notice');
  await click(street, '记下评议和公示');
  await street.getByText('公示到2025年6月27日，期满以后才能报送').first().waitFor();
  await look(street, 'recognition-posted');
  await open(phone, new URL(street.url()).pathname);
  await look(phone, 'recognition-phone');
  await decidedAndPaid(street, elderId);
});

/** The notice has run out: the street sends it up, another of the street decides, the month's batch pays it by its name. */
async function decidedAndPaid(street: Page, elderId: string): Promise<void> {
  await app.database.admin.query(
    `insert into benefit_settings (setting_id, district, scheme, parameter, from_on, value, document_number, set_by, set_at)
     values ($1, '110115000000', 'minimumLiving', 'streetDecides', '2025-01-01', 1, '兴民发〔2025〕1号', '周科长', now())`,
    [newId()],
  );
  const administrator = await app.as({ role: 'administrator', areaCode: '110000000000' });
  await administrator.call(moveBusinessDate, { body: { businessDate: '2025-06-28' } });
  await street.reload();
  await street.getByLabel('公示有没有异议').fill('公示期满没有异议');
  await click(street, '报送');
  await street.getByText('报送的人不能决定').first().waitFor();
  people.second = await app.as({ role: 'street', areaCode: '110115003000', name: '李静', title: '民政专干' });
  const second = await as('second');
  await open(second, new URL(street.url()).pathname);
  await second.getByLabel('决定意见').fill('核查属实，予以认定');
  await look(second, 'recognition-decide');
  await click(second, '认定');
  await second.getByText('2025年7月起，每月550元').waitFor();
  await look(second, 'recognition-granted');
  await addAccount(app, { elderId, areaCode: HERE, number: '6217000000006666', holder: '柳成' });
  const cycleId = await payMonth(app, await payersOf(app, '110115000000'), '2025-07');
  await open(second, `/desk/payments/lines?cycleId=${cycleId}`);
  expect(await second.getByRole('row', { name: /柳成/ }).textContent()).toMatch(
    /低保金.*550.*新增低保认定（JZ.*已发到/,
  );
  await look(second, 'lines-living');
  people.self = await app.as({ role: 'elder', areaCode: HERE, elderId, name: '柳成' });
  const self = await as('self', 'elder');
  await open(self, '/elder/relief');
  await self.getByText('已认定，每月550元').waitFor();
  await look(self, 'relief-mine');
}

test('S0-10.2 the platform’s feeds: a batch with a wrong signature is refused in sight, asked for again, and its differences open', async () => {
  const elder = await buildElder(app.database, { areaCode: HERE, name: '田福来', sex: '男' });
  const row = { identityNumber: elder.identityNumber, name: '田福来', diedOn: '2025-06-02', sourceNumber: 'D-1' };
  const batch = { kind: 'death', area: '110115000000', sender: '市大数据平台（死亡登记）', asOf: '2025-06-03' };
  await exchange.put({ ...batch, rows: [row] });
  const connect = (secret: string) =>
    connectGateways({ exchange: httpExchange({ url: exchange.url, account: 'yinian', secret }) });
  connect('another secret');
  const district = await as('district');
  await open(district, '/desk/comparisons');
  await district.getByRole('link', { name: '从市大数据平台收取' }).click();
  const feed = district.getByRole('row', { name: /死亡/ }).first();
  await feed.getByRole('button', { name: '收取' }).click();
  await feed.getByText('收取失败').waitFor();
  await look(district, 'feeds-refused');
  connect(exchange.secret);
  await click(district, '再收一次');
  await feed.getByText('第1批').waitFor();
  await district.getByRole('link', { name: '1条，1条待核' }).waitFor();
  await look(district, 'feeds');
  const phone = await as('district', 'phone');
  await open(phone, new URL(district.url()).pathname);
  await phone.getByRole('heading', { name: '收取记录' }).waitFor();
  await look(phone, 'feeds-phone');
  await district.getByRole('link', { name: '1条，1条待核' }).click();
  await district.getByText('田福来').first().waitFor();
});
