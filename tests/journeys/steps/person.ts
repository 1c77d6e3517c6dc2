import { open } from '../../support/browser.ts';
import { demoIdentityNumber } from '../../support/builders.ts';
import { asRole, did, row, type Story } from './story.ts';

/** Search first, register Wang, 87, living alone, see that she is no duplicate, verify at the door, admit. */
export async function registerWang(story: Story): Promise<void> {
  const page = await asRole(story, 'community');
  await open(page, '/desk/elders');
  await page.getByRole('searchbox', { name: '找人', exact: true }).fill(story.name);
  await page.keyboard.press('Enter');
  await page.getByText('共0人').or(page.getByText(/没有/)).first().waitFor();
  await open(page, '/desk/elders/new');
  await page.getByLabel('姓名', { exact: true }).fill(story.name);
  await page.getByLabel('身份证号').fill(demoIdentityNumber('1938-03-05', '女'));
  await page.getByText('身份证号没有登记过').waitFor();
  await page.getByText('今天87周岁').waitFor();
  await page.getByLabel('小区或村').fill('枣园1号院');
  await page.getByLabel('独居', { exact: true }).check();
  await page.getByLabel('第一联系人姓名').fill('李敏');
  await page.getByLabel('第一联系人是老人的什么人').fill('女儿');
  await page.getByLabel('第一联系人电话').fill('16400001111');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: story.name }).waitFor();
  story.elderId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByText('高龄独居').first().waitFor();
  await page.getByRole('button', { name: '登记核实情况' }).click();
  await page.getByLabel('上门看到的情况').fill('本人在家，确为独居，腿脚不便');
  await page.getByRole('button', { name: '核实无误' }).click();
  await page.getByText('确认入册由街道（乡镇）养老专干办理').waitFor();
  did(story, 'community', '先找人、登记、查重、上门核实');
  const street = await asRole(story, 'street');
  await open(street, `/desk/elders/${story.elderId}`);
  await street
    .getByRole('button', { name: /确认入册|列入/ })
    .first()
    .click();
  await street.getByText('在册').first().waitFor();
  const elder = await row<{ area_code: string }>(story, 'select area_code from elders where elder_id = $1', [
    story.elderId,
  ]);
  story.areaCode = elder.area_code;
  did(story, 'street', '确认入册');
}
