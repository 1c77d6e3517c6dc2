import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import { open } from '../../support/browser.ts';
import { asAccount, asRole, did, press, row, type Story } from './story.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SERIAL = 'WM-LOOP-0001';
const HOPS = ['告警', '受理', '无人接', '派人', '到场', '关闭'];

/** The water meter as a program of its own: four weeks of habit, then silence since 20:00. */
async function tellSilence(story: Story, secret: string): Promise<void> {
  const url = `mqtt://127.0.0.1:${story.mqttPort}`;
  const flags = ['--serial', SERIAL, '--secret', secret, '--url', url];
  const meter = spawn(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'simulators/water-meter/server.ts'), ...flags]);
  try {
    const [line] = (await once(meter.stdout, 'data')) as [Buffer];
    const port = /控制口 (\d+)/.exec(line.toString())?.[1];
    const at = (text: string) => new Date(`${text}:00+08:00`).toISOString();
    for (const span of [
      { from: at('2025-05-21T00:00'), to: at('2025-06-19T12:00') },
      { from: at('2025-06-19T12:00'), to: at('2025-06-20T02:45'), silentSince: at('2025-06-19T20:00') },
    ]) {
      const answer = await fetch(`http://127.0.0.1:${port}/send`, { method: 'POST', body: JSON.stringify(span) });
      if (!answer.ok) throw new Error(`the meter: ${await answer.text()}`);
    }
  } finally {
    meter.kill();
  }
}

/** The community puts a meter into her home at the desk; its secret is read off the screen, once. */
export async function registerMeter(story: Story): Promise<string> {
  const page = await asRole(story, 'community');
  await open(page, '/desk/meters');
  await page.getByRole('button', { name: '登记设备' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('设备编号').fill(SERIAL);
  await dialog.getByLabel('找老年人').fill(story.name);
  await dialog.getByLabel('找老年人').press('Enter');
  await dialog.getByLabel(story.name).check();
  await press(page, '登记', dialog);
  await dialog.getByText('已登记，密钥只显示这一次').waitFor();
  const secret = (await dialog.locator('code').textContent()) ?? '';
  await page.keyboard.press('Escape');
  const device = await row<{ elder_id: string }>(story, 'select elder_id from devices where serial = $1', [SERIAL]);
  expect(device.elder_id).toBe(story.elderId);
  did(story, 'community', '登记智能水表，拿到密钥');
  return secret;
}

/** Silence since 20:00, one alarm at 02:45, acknowledged, called in vain, somebody sent, on site, closed with its cause. */
export async function raiseAlarm(story: Story): Promise<void> {
  await tellSilence(story, await registerMeter(story));
  const id = await untilAlarm(story);
  // between the alarm and the doorstep a quarter of an hour passes; the test does not wait for it
  await story.city.database.admin.query(
    "update alarms set raised_at = raised_at - interval '15 minutes' where alarm_id = $1",
    [id],
  );
  const duty = await asRole(story, 'centre');
  await open(duty, '/desk/alarms');
  await duty.locator(`a[href="/desk/alarms/${id}"]`).first().click();
  await press(duty, '受理');
  await duty.getByLabel('无人接').check();
  await press(duty, '记下');
  await duty.getByLabel('派谁去').selectOption({ index: 1 });
  await press(duty, '派人');
  await duty.getByText('已派人').first().waitFor();
  did(story, 'centre', '受理告警、打电话无人接、派人上门');
  const sent = await row<{ assignee_id: string }>(story, 'select assignee_id from alarms where alarm_id = $1', [id]);
  const worker = await asAccount(story, sent.assignee_id, 'caregiver');
  await open(worker, '/field');
  await worker.locator(`a[href="/field/alarms/${id}"]`).first().click();
  await press(worker, '我到了');
  await worker.getByLabel('属实，老人需要帮助').check();
  await worker.getByLabel('原因').fill('摔倒后送医');
  await press(worker, '关闭告警');
  await worker.getByText('属实：摔倒后送医').first().waitFor();
  did(story, 'caregiver', '到场、写明原因、关闭告警');
  await checkHops(story, id);
}

type Times = Record<'raised' | 'acknowledged' | 'called' | 'dispatched' | 'on_site' | 'closed', string>;

/** Each hop has its time, in this order; the minutes on the screen are those between the alarm and the doorstep. */
async function checkHops(story: Story, id: string): Promise<void> {
  const times = await row<Times>(
    story,
    `select raised_at raised, acknowledged_at acknowledged, called_at called, dispatched_at dispatched,
       on_site_at on_site, closed_at closed from alarms where alarm_id = $1`,
    [id],
  );
  const order = [times.raised, times.acknowledged, times.called, times.dispatched, times.on_site, times.closed];
  expect(order.every(Boolean)).toBe(true);
  expect([...order].sort()).toEqual(order);
  expect(Math.floor((Date.parse(times.on_site) - Date.parse(times.raised)) / 60_000)).toBe(15);
  const duty = await asRole(story, 'centre');
  await open(duty, `/desk/alarms/${id}`);
  await duty.getByText('15分钟到场').waitFor();
  const hops = await duty.locator('ol.hop').textContent();
  for (const hop of HOPS) expect(hops).toContain(hop);
}

async function untilAlarm(story: Story): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const { rows } = await story.city.database.admin.query<{ alarm_id: string }>(
      'select alarm_id from alarms where elder_id = $1',
      [story.elderId],
    );
    if (rows[0]) return rows[0].alarm_id;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error('no alarm within 20 s');
}
