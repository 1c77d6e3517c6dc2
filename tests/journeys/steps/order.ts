import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { open } from '../../support/browser.ts';
import { asAccount, asRole, daughter, did, press, row, type Story } from './story.ts';

async function book(page: Page): Promise<string> {
  await open(page, '/elder/orders/new');
  await page.getByLabel('要什么服务').selectOption({ index: 1 });
  await page.getByLabel('老人的情况').fill('腿脚不便，敲门后请等两分钟');
  await press(page, '下单');
  await page.waitForURL(/\/elder\/orders\/[0-9a-f-]{36}/);
  return page.url().split('/').at(-1) ?? '';
}

type Sent = { assignee_id: string; caregiver_name: string };
const lastSent = (story: Story): Promise<Sent> =>
  row<Sent>(
    story,
    'select assignee_id, caregiver_name from order_offers where order_id = $1 order by offer_id desc limit 1',
    [story.orderId],
  );

/** The daughter books; the first caregiver will not come and says why; the next one is asked at once. */
export async function bookAndRefuse(story: Story): Promise<void> {
  const family = await daughter(story);
  story.orderId = await book(family);
  did(story, 'family', '约一次服务');
  const street = await asRole(story, 'street');
  await open(street, `/desk/orders/${story.orderId}`);
  await press(street, /^派给/);
  await street
    .getByText(/^等.+接单/)
    .first()
    .waitFor();
  did(story, 'street', '看理由、派单');
  const first = await lastSent(story);
  const hands = await asAccount(story, first.assignee_id, 'caregiver');
  await open(hands, `/field/orders/${story.orderId}`);
  await hands.getByRole('button', { name: '不接，写明原因' }).click();
  await hands.getByRole('dialog').getByLabel('不接的原因').fill('下午已有两户，赶不到');
  await press(hands, '不接', hands.getByRole('dialog'));
  await hands.getByText('已记下您不接这张单').waitFor();
  const offer = await row<{ answer: string; refusal: string }>(
    story,
    'select answer, refusal from order_offers where order_id = $1 order by offer_id limit 1',
    [story.orderId],
  );
  expect(offer).toEqual({ answer: 'refused', refusal: '下午已有两户，赶不到' });
  const second = await lastSent(story);
  expect(second.assignee_id).not.toBe(first.assignee_id);
  await open(street, `/desk/orders/${story.orderId}`);
  await street
    .getByText(new RegExp(`^等${second.caregiver_name}接单`))
    .first()
    .waitFor();
  await street.getByText('没接：下午已有两户，赶不到').waitFor();
}

/** The second one comes, writes it down; the daughter confirms and evaluates. */
export async function serveWang(story: Story): Promise<void> {
  const { assignee_id } = await lastSent(story);
  const hands = await asAccount(story, assignee_id, 'caregiver');
  await open(hands, `/field/orders/${story.orderId}`);
  await press(hands, '接单');
  await press(hands, /到了，开始服务/);
  await hands.getByLabel('脉搏').fill('76');
  await hands.getByLabel('体温').fill('36.5');
  await press(hands, '做完了，交记录');
  await hands.getByText('记录已交').waitFor();
  // an hour passes at her home; the test does not wait for it
  await story.city.database.admin.query(
    "update service_records set started_at = ended_at - interval '60 minutes' where order_id = $1",
    [story.orderId],
  );
  did(story, 'caregiver', '接单、签到、记录；另一位不接并写明原因');
  const family = await daughter(story);
  await open(family, `/elder/orders/${story.orderId}`);
  await press(family, '做好了，我确认');
  await family.getByLabel('5 分，很满意').check();
  await press(family, '交评价');
  await family.getByText('您给了5分').waitFor();
  did(story, 'family', '确认、评价');
}

/** Another family books for their father and calls it off before anybody was sent: no line, the reason kept. */
export async function cancelAnother(story: Story): Promise<void> {
  const family = await asRole(story, 'family');
  const id = await book(family);
  await family.getByLabel('为什么取消').fill('儿子请假在家，这次不用了');
  await press(family, '取消这次服务');
  await family.getByText('儿子请假在家，这次不用了').first().waitFor();
  const order = await row<{ status: string; lines: string }>(
    story,
    'select status, (select count(*) from settle_lines l where l.order_id = o.order_id) as lines from orders o where order_id = $1',
    [id],
  );
  expect(order.status).toBe('cancelled');
  expect(Number(order.lines)).toBe(0);
  did(story, 'family', '取消一次服务，写明原因');
}
