import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAreas } from '#modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser } from '../support/browser.ts';
import { buildElder } from '../support/builders.ts';
import { asBatch } from '../support/database.ts';
import { check, load } from '../support/import-elders.ts';
import { demoNumber } from '../support/numbers.ts';
import { rowsOfBook, workbookOf } from '../support/tables.ts';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  app = await startTestApp(undefined, await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  await buildElder(app.database, {
    areaCode: '110115003003',
    name: '韩桂英',
    bornOn: '1944-04-04',
    compound: '清源西里',
  });
  await app.startWorker();
  browser = await openBrowser(app.url);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const HEAD = ['老人姓名', '身份证号码', '社区', '居住情况', '小区', '登记人'];
const row = (name: string, bornOn = '1940-05-05', living = '独居') => [
  ...[name, demoNumber(bornOn, '女'), '清源西里社区', living, '清源西里', '张三'],
];

test('a table goes from upload through columns, check and decision into the register, its wrong rows come back', async () => {
  const { cookie } = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚', title: '养老专干' });
  const page = await browser.newPage({ session: cookie });
  await open(page, '/desk/elders/imports');
  await look(page, 'imports-empty-desk');
  const rows = [
    ['清源街道老年人台账'],
    HEAD,
    row('欧阳春芳'),
    row('𠮷野·阿依古丽'),
    row('韩桂英', '1944-04-04'),
    row('冯写错', '1941-01-01', '住树上'),
  ];
  const buffer = await workbookOf({ 台账: rows, 说明: [['填表说明']] });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '清源街道台账.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('heading', { name: '清源街道台账.xlsx' }).waitFor();
  await page.getByText('表头在第 2 行').first().waitFor();
  await look(page, 'import-columns-desk');
  await page.getByLabel('这份表来自').fill('清源街道');
  await page.getByRole('button', { name: '检查每一行' }).click();
  await page.getByText('检查了4行').waitFor({ timeout: 60_000 });
  await page.getByText('居住方式“住树上”不认识').first().waitFor();
  await look(page, 'import-preview-desk');
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'import-preview-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel(/判断的理由/).fill('身份证都核对过，同名同生日');
  await page.getByRole('button', { name: '不是同一人', exact: true }).click();
  await page.getByText('不是同一人，要导入').waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: /下载要改的/ })
      .first()
      .click(),
  ]);
  expect(saved.suggestedFilename()).toBe('要改的行-清源街道台账.xlsx');
  const { readFile } = await import('node:fs/promises');
  const book = await rowsOfBook(await readFile(await saved.path()));
  expect(book.map(cells => cells[0])).toEqual(['老人姓名', '冯写错']);
  await page.getByRole('button', { name: /^导入：新增/ }).click();
  await page.getByText('已写入：新增3人，更改0人').waitFor({ timeout: 60_000 });
  await look(page, 'import-result-desk');
  await open(page, '/desk/elders/imports');
  await page.getByText('来源：清源街道').waitFor();
  await look(page, 'imports-desk');
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'imports-phone');
  await open(page, '/desk/elders?q=欧阳春芳');
  await page.getByText('欧阳春芳').first().waitFor();
});

test('what a table changes of verified people is decided by a colleague, the whole table at once', async () => {
  const known = await buildElder(app.database, { areaCode: '110115003003', name: '蒋惠芬', compound: '清源西里' });
  const area = { role: 'street', areaCode: '110115003000' } as const;
  const maker = await app.as({ ...area, name: '陈岚', title: '养老专干' });
  const { id } = await check(
    maker,
    await workbookOf({
      台账: [
        ['姓名', '身份证号', '社区', '居住方式', '小区', '经济状况'],
        ['蒋惠芬', known.identityNumber, '清源西里社区', '独居', '清源西里', '低保'],
      ],
    }),
  );
  await load(maker, id);
  const page = await browser.newPage({ session: maker.cookie });
  await open(page, `/desk/elders/imports/${id}`);
  await page.getByText('由您导入，要由另一位同事核对').waitFor();
  await look(page, 'import-changes-maker-desk');
  const colleague = await browser.newPage({ session: (await app.as({ ...area, name: '李静', title: '科长' })).cookie });
  await open(colleague, '/desk');
  await colleague.getByText('核对“台账.xlsx”带来的更正，1件').first().waitFor();
  await open(colleague, `/desk/elders/imports/${id}`);
  await colleague.getByRole('heading', { name: '1件更正等另一人核对' }).waitFor();
  await look(colleague, 'import-changes-desk');
  await colleague.setViewportSize({ width: 390, height: 844 });
  await look(colleague, 'import-changes-phone');
  await colleague.getByRole('link', { name: '逐件看' }).click();
  await colleague.getByText('只看一份表带来的').waitFor();
  await look(colleague, 'import-changes-list-phone');
  await colleague.getByRole('link', { name: '回到这份表' }).click();
  await colleague.getByRole('button', { name: '核对无误，1件都更正' }).click();
  await colleague.getByText('更正了1件，没有更正0件').waitFor({ timeout: 60_000 });
  await look(colleague, 'import-changes-done-phone');
});
