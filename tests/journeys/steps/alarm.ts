import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { registerDevice } from '#contracts/devices.ts';
import { open } from '../../support/browser.ts';
import { asPerson, asRole, row, type Story } from './story.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SERIAL = 'WM-LOOP-0001';

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

/** Silence, one alarm, acknowledged, called, somebody sent, on site, closed with its cause. */
export async function raiseAlarm(story: Story): Promise<void> {
  const community = await story.city.as({ role: 'community', areaCode: story.areaCode });
  const body = { kind: 'water-meter' as const, serial: SERIAL, elderId: story.elderId };
  const meter = await community.call(registerDevice, { body });
  await tellSilence(story, meter.body.secret);
  const duty = await asRole(story, 'centre');
  const id = await untilAlarm(story);
  await open(duty, `/desk/alarms/${id}`);
  await duty.getByRole('button', { name: '受理', exact: true }).click();
  await duty.getByLabel('无人接').check();
  await duty.getByRole('button', { name: '记下' }).click();
  await duty.getByLabel('派谁去').selectOption({ index: 1 });
  await duty.getByRole('button', { name: '派人' }).click();
  await duty.getByText('已派人').first().waitFor();
  const sent = await row<{ assignee_id: string }>(story, 'select assignee_id from alarms where alarm_id = $1', [id]);
  const person = { role: 'caregiver', areaCode: '110115003000', accountId: sent.assignee_id, name: '李建军' } as const;
  const worker = await asPerson(story, person);
  await open(worker, `/field/alarms/${id}`);
  await worker.getByRole('button', { name: '我到了' }).click();
  await worker.getByLabel('属实，老人需要帮助').check();
  await worker.getByLabel('原因').fill('摔倒后送医');
  await worker.getByRole('button', { name: '关闭告警' }).click();
  await worker.getByText('属实：摔倒后送医').first().waitFor();
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
