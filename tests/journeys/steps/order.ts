import { open } from '../../support/browser.ts';
import { asPerson, asRole, daughter, row, type Story } from './story.ts';

/** The daughter books, the street sends somebody, who comes, writes it down; the daughter confirms and evaluates. */
export async function serveWang(story: Story): Promise<void> {
  const family = await daughter(story);
  await open(family, '/elder/orders/new');
  await family.getByLabel('要什么服务').selectOption({ index: 1 });
  await family.getByLabel('老人的情况').fill('腿脚不便，敲门后请等两分钟');
  await family.getByRole('button', { name: '下单' }).click();
  await family.waitForURL(/\/elder\/orders\/[0-9a-f-]{36}/);
  story.orderId = family.url().split('/').at(-1) ?? '';
  const street = await asRole(story, 'street');
  await open(street, `/desk/orders/${story.orderId}`);
  await street.getByRole('button', { name: /^派给/ }).first().click();
  await street
    .getByText(/^等.+接单/)
    .first()
    .waitFor();
  const sent = await row<{ assignee_id: string; caregiver_name: string; provider_id: string }>(
    story,
    'select assignee_id, caregiver_name, provider_id from order_offers where order_id = $1 order by offer_id desc limit 1',
    [story.orderId],
  );
  const hands = await asPerson(story, {
    role: 'caregiver',
    areaCode: '110115000000',
    accountId: sent.assignee_id,
    organisationId: sent.provider_id,
    name: sent.caregiver_name,
  });
  await open(hands, `/field/orders/${story.orderId}`);
  await hands.getByRole('button', { name: '接单', exact: true }).click();
  await hands.getByRole('button', { name: /到了，开始服务/ }).click();
  for (const label of ['脉搏', '收缩压', '舒张压', '体温']) {
    const field = hands.getByLabel(label);
    if ((await field.count()) > 0)
      await field.first().fill(label === '体温' ? '36.5' : label === '收缩压' ? '130' : '76');
  }
  await hands.getByRole('button', { name: '做完了，交记录' }).click();
  await hands.getByText('记录已交').waitFor();
  await open(family, `/elder/orders/${story.orderId}`);
  await family.getByRole('button', { name: '做好了，我确认' }).click();
  await family.getByLabel('5 分，很满意').check();
  await family.getByRole('button', { name: '交评价' }).click();
  await family.getByText('您给了5分').waitFor();
}
