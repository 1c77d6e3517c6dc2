import { SIGNING_WORDS } from '#contracts/home-care-bed-lifecycle.ts';
import { open } from '../../support/browser.ts';
import { asRole, daughter, did, type Story } from './story.ts';

/** The demo's provider login works here. */
const FIRM = '大兴安泰养老服务有限公司';

/** From the application to acceptance: only acceptance counts as built. */
export async function buildBed(story: Story): Promise<void> {
  const street = await asRole(story, 'street');
  await open(street, `/desk/beds/new?elderId=${story.elderId}&name=${encodeURIComponent(story.name)}`);
  await street.getByText('现在看，符合条件').waitFor();
  await street.getByRole('button', { name: '提交申请' }).click();
  await street.waitForURL(/\/desk\/beds\/[0-9a-f-]{36}/);
  story.bedPath = new URL(street.url()).pathname;
  await street.getByRole('button', { name: '核验资格' }).click();
  await street.getByLabel('评估结论').fill('需要助浴和夜里有人应');
  await street.getByLabel('服务商').selectOption({ label: FIRM });
  await street.getByRole('button', { name: '登记评估并指定服务商' }).click();
  await street.getByLabel('服务方案').waitFor();
  const firm = await asRole(story, 'provider');
  await open(firm, story.bedPath);
  await firm.getByLabel('服务方案').fill('每周三次生活照料，夜间有人应');
  await firm.getByLabel('设备').fill('助浴椅、扶手、智能水表');
  await firm.getByRole('button', { name: '提交设计方案' }).click();
  await firm.getByLabel('完工说明').fill('三项装好');
  await firm.getByRole('button', { name: '登记完工' }).click();
  await firm.getByText('验收由街道（乡镇）养老专干办理').waitFor();
  await open(street, story.bedPath);
  await street.getByLabel('验收结论').fill('三项合格');
  await street.getByRole('button', { name: '验收', exact: true }).click();
  await street.getByText('服务合同').first().waitFor();
  did(story, 'street', '床位申请、核验、评估、验收');
  did(story, 'provider', '床位设计、登记完工');
}

/** Both sides sign the standard contract; then the service begins. */
export async function signBed(story: Story): Promise<void> {
  const family = await daughter(story);
  await open(family, story.bedPath.replace('/desk/', '/elder/'));
  await family.getByLabel(/请输入/).fill(SIGNING_WORDS);
  await family.getByRole('button', { name: '签署合同' }).click();
  await family.getByText('家属（本人）签署，李敏').waitFor();
  did(story, 'family', '签床位合同');
  const firm = await asRole(story, 'provider');
  await open(firm, story.bedPath);
  await firm.getByLabel(/请输入/).fill(SIGNING_WORDS);
  await firm.getByRole('button', { name: '签署合同' }).click();
  await firm.getByRole('button', { name: '开始服务' }).click();
  await firm.getByRole('button', { name: '暂停服务' }).waitFor();
  did(story, 'provider', '签合同、开始服务');
}
