import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeElder } from '#contracts/elders/record.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { newId } from '#shared/ids.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, settled } from '../support/browser.ts';
import { buildElder, buildElders, COMMUNITY, demoIdentityNumber } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let cookie: string | undefined;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  browser = await openBrowser(app.url);
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  cookie = (await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' })).cookie;
  const contact = (name: string, relation: string) => ({
    contactId: newId(),
    name,
    relation,
    phone: `1640000${name.length}207`,
    isEmergency: relation === '女儿',
    livesTogether: false,
  });
  await buildElders(app.database, [
    {
      name: '王秀兰',
      phone: '15400000118',
      abilityLevel: 3,
      abilityValidTo: '2026-05-19',
      contacts: [contact('李敏', '女儿'), contact('赵晓敏', '邻居')],
    },
    { name: '闫桂兰', bornOn: '1937-07-01', compound: '清源西里' },
    { name: '张德海', sex: '男', bornOn: '1951-04-02', living: '空巢' },
    { name: '刘淑珍', bornOn: '1944-10-10', living: '与子女同住', economicClass: '低保' },
    { name: '陈建国', sex: '男', bornOn: '1958-10-10', living: '与子女同住', status: 'verified' },
  ]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test('a community worker finds a person by initials, opens the record and looks at the whole phone with a purpose', async () => {
  const page = await browser.newPage({ session: cookie });
  await open(page, '/desk/elders');
  await page.getByText('共5人').waitFor();
  await look(page, 'elders-list');
  await page.getByRole('searchbox', { name: '找人', exact: true }).fill('wxl');
  await page.keyboard.press('Enter');
  await page.getByText('共1人').waitFor();
  expect(page.url()).toContain('q=wxl');
  await page.getByRole('link', { name: '王秀兰' }).click();
  await page.getByRole('heading', { name: '王秀兰' }).waitFor();
  await settled(page);
  await page.getByText('2018年3月12日年满80周岁，登记为独居').waitFor();
  await look(page, 'elder-record');
  expect(await page.content()).not.toContain('15400000118');
  await page.getByRole('button', { name: '查看完整信息' }).click();
  await page.getByRole('button', { name: '联系本人或家属' }).click();
  await page.getByText('手机 15400000118').waitFor();
  await page.reload();
  await page.getByText('用途“联系本人或家属”').waitFor();
});

test('a whole identity number is looked for without standing in the address', async () => {
  const elder = await buildElder(app.database, { name: '何文华' });
  const page = await browser.newPage({ session: cookie });
  await open(page, '/desk/elders');
  await page.getByRole('searchbox', { name: '找人', exact: true }).fill(elder.identityNumber);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '何文华' }).waitFor();
  expect(page.url()).not.toContain(elder.identityNumber);
});

test('registering: a look-alike is shown beside the form, judged, then the new record waits for its visit', async () => {
  const page = await browser.newPage({ session: cookie });
  await open(page, '/desk/elders/new');
  await page.getByLabel('姓名', { exact: true }).fill('阎贵兰');
  await page.getByLabel('身份证号').fill(demoIdentityNumber('1937-07-01', '女'));
  await page.getByText('有1份档案很像同一个人').waitFor();
  await page.getByLabel('小区或村').fill('清源西里');
  await page.getByText('住同一小区').waitFor();
  await look(page, 'elder-register');
  await page.getByLabel('不是同一人，因为').fill('两人都到场，身份证号不同');
  await page.getByRole('button', { name: '不是同一人' }).click();
  await page.getByText('很像的档案都核对过了').waitFor();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('请选居住方式').first().waitFor();
  await page.getByLabel('独居', { exact: true }).check();
  await page.getByLabel('第一联系人姓名').fill('李敏');
  await page.getByLabel('第一联系人是老人的什么人').fill('女儿');
  await page.getByLabel('第一联系人电话').fill('16400001111');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '阎贵兰' }).waitFor();
  await page.getByRole('button', { name: '登记核实情况' }).click();
  await page.getByLabel('上门看到的情况').fill('本人在家，确为独居');
  await page.getByRole('button', { name: '核实无误' }).click();
  await page.getByText('确认入册由街道（乡镇）养老专干办理').waitFor();
  await page.getByText('本人在家，确为独居').first().waitFor();
});

test('changing one field keeps the rest and shows in the timeline', async () => {
  const elder = await buildElder(app.database, { name: '孙玉兰', economicClass: '低保' });
  const page = await browser.newPage({ session: cookie });
  await open(page, `/desk/elders/${elder.elderId}/edit`);
  await page.getByLabel('与子女同住').check();
  await page.getByLabel('理由').fill('女儿搬来同住');
  await look(page, 'elder-edit');
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByRole('heading', { name: '孙玉兰' }).waitFor();
  await page.getByText('居住方式改为与子女同住').waitFor();
  await page.getByText('登记为最低生活保障家庭').waitFor();
});

test('two people edit one field: the second reads who changed it to what, then decides', async () => {
  const elder = await buildElder(app.database, { name: '魏玉莲' });
  const page = await browser.newPage({ session: cookie });
  await open(page, `/desk/elders/${elder.elderId}/edit`);
  const street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  await street.call(changeElder, { params: { id: elder.elderId }, body: { version: 1, changes: { living: '空巢' } } });
  await page.getByLabel('与子女同住').check();
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('已把居住方式改为“空巢”').first().waitFor();
  await page.getByLabel('用我填的：与子女同住').check();
  await page.getByRole('button', { name: '按所选的保存' }).click();
  await page.getByRole('heading', { name: '魏玉莲' }).waitFor();
  await page.getByText('居住方式改为与子女同住').waitFor();
});
