import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { loadAreas } from '../../src/server/modules/areas/index.ts';
import { buildWeb } from '../../src/server/web-build.ts';
import { type Caller, startTestApp, type TestApp } from '../support/app.ts';
import { look, open, openBrowser, type Size } from '../support/browser.ts';
import { buildElder, buildElders, demoIdentityNumber } from '../support/builders.ts';
import { asBatch, cloneDatabase } from '../support/database.ts';

const STREET = '110115003000';
const HERE = '110115003001';
const NEXT_DOOR = '110115003002';
const BORN = '1936-04-02';

let app: TestApp;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let first: string;
let again: string;
const people: Record<string, Caller> = {};

/** One person entered twice: the second clerk heard the name differently and made up the number’s last digits. */
beforeAll(async () => {
  app = await startTestApp(await cloneDatabase(), await buildWeb());
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  await app.startWorker();
  browser = await openBrowser(app.url);
  const person = { name: '欧阳凤霞', bornOn: BORN, phone: '13911112222' };
  first = (await buildElder(app.database, { ...person, areaCode: HERE })).elderId;
  const other = { ...person, name: '欧阳凤瑕', identityNumber: demoIdentityNumber(BORN, '女'), areaCode: NEXT_DOOR };
  again = (await buildElder(app.database, { ...other, diseases: ['高血压'] })).elderId;
  // Weights are learned from the register: a handful of people teaches nothing.
  const neighbours = Array.from({ length: 80 }, (_, i) => ({
    name: `${'王李张刘陈杨赵黄'[i % 8]}${'秀桂玉淑建国志文'[(i * 3) % 8]}${'英兰珍芬强明华霞'[(i * 5 + (i >> 3)) % 8]}`,
    bornOn: `${1930 + ((i * 7) % 30)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-${String(1 + ((i * 11) % 28)).padStart(2, '0')}`,
    compound: `第${i % 9}小区`,
    phone: `1370000${String(1000 + i)}`,
    areaCode: HERE,
  }));
  await buildElders(app.database, neighbours);
  for (const id of [first, again])
    await app.database.admin.query(
      `insert into payment_lines (elder_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name, scheme, month, kind,
         cause, amount_fen, determination_id, status, made_at)
       values ($1, $2, '110115000000', $3, '110115000000', $4, '欧阳凤霞', 'care', '2025-05', 'regular', 'new', 60000, $2, 'paid', now())`,
      [id, newId(), HERE, newId()],
    );
  people.maker = await app.as({ role: 'street', areaCode: STREET, name: '陈岚', title: '养老专干' });
  people.checker = await app.as({ role: 'street', areaCode: STREET, name: '李静', title: '民政科长' });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const as = (who: string, size: Size = 'desk'): Promise<Page> => browser.newPage({ size, session: people[who]?.cookie });

test('the register is checked, the two files stand side by side, one official asks to merge, another approves', async () => {
  const page = await as('maker');
  await open(page, '/desk/elders/duplicates');
  await page.getByRole('button', { name: '把本辖区查一遍' }).click();
  await page.getByText(/查完了：.*1对像是同一人/).waitFor({ timeout: 40_000 });
  await look(page, 'duplicates');
  const phone = await as('maker', 'phone');
  await open(phone, '/desk/elders/duplicates');
  await look(phone, 'duplicates-phone');
  await page.getByText('欧阳凤霞、欧阳凤瑕').or(page.getByText('欧阳凤瑕、欧阳凤霞')).click();
  await page.getByText('手机号相同').waitFor();
  await look(page, 'pair');
  await open(phone, new URL(page.url()).pathname);
  await look(phone, 'pair-phone');
  await page.getByRole('radio', { name: /欧阳凤霞，/ }).check();
  await page.getByRole('radio', { name: /慢性病用.*高血压/ }).check();
  await page.getByLabel('怎么核实是同一人').fill('看了身份证原件，第二份号码抄错');
  await page.getByRole('button', { name: '是同一人，报请合并' }).click();
  await page.getByText('等另一位同事核准合并').waitFor();
  await page.getByRole('button', { name: '核准合并' }).click();
  await page.getByText('不能由您自己核准').waitFor();

  const checker = await as('checker');
  await open(checker, '/desk');
  await checker.getByText('核准合并：').first().waitFor();
  await open(checker, new URL(page.url()).pathname);
  await checker.getByRole('button', { name: '核准合并' }).click();
  await checker.getByText(/已合并，留下/).waitFor();
  await look(checker, 'merged');
});

test('the old address leads to the file that stayed, and the district hears of the month paid twice', async () => {
  const page = await as('maker');
  await open(page, `/desk/elders/${again}`);
  await page.getByText('原来的一份档案已并入这里').waitFor();
  expect(new URL(page.url()).pathname).toBe(`/desk/elders/${first}`);
  await page.getByText('高血压').first().waitFor();
  await look(page, 'merged-file');
  people.district = await app.as({ role: 'district', areaCode: '110115000000', name: '王处', title: '养老科' });
  const district = await as('district');
  await open(district, '/desk/payments/recoveries');
  await district.getByText('重复档案同月各发一笔').first().waitFor();
});

test('the merge was a mistake: undone by two people, both files are back', async () => {
  const page = await as('checker');
  await open(page, '/desk/elders/duplicates?judged=1');
  await page
    .getByText(/欧阳凤霞/)
    .first()
    .click();
  await page.getByRole('button', { name: '弄错了，撤销合并' }).click();
  await page.getByRole('dialog').getByLabel('哪里弄错了').fill('姐妹两人，各有身份证');
  await page.getByRole('dialog').getByRole('button', { name: '报请撤销' }).click();
  await page.getByText('等另一位同事核准撤销合并').waitFor();
  const maker = await as('maker');
  await open(maker, new URL(page.url()).pathname);
  await maker.getByRole('button', { name: '核准撤销' }).click();
  await maker.getByText('先核实，再判断是不是同一人').waitFor();
  await open(maker, `/desk/elders/${again}`);
  await maker.getByRole('heading', { name: '欧阳凤瑕' }).waitFor();
});
