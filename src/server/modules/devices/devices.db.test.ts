import { type ChildProcess, spawn } from 'node:child_process';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALARM_LEVELS, ALARM_RULES, ALARM_STATUSES, AWAY_PLACES, CALL_OUTCOMES } from '#contracts/alarms.ts';
import * as endpoints from '#contracts/devices.ts';
import { PLAN_STATUSES, VISIT_METHODS, VISIT_RESULTS } from '#contracts/visits.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY, testKeys } from '../../../../tests/support/builders.ts';
import { testConfig } from '../../../../tests/support/database.ts';
import { type Ingest, startIngest } from './index.ts';
import { findOffline } from './keep-upkeep.ts';

const STREET = `${COMMUNITY.slice(0, 9)}000`;
const STATION = newId();
const OTHER = newId();
let app: TestApp;
let ingest: Ingest;
let station: Caller;
let street: Caller;
let counter = 0;

const meter = async () => {
  counter += 1;
  const elder = await buildElder(app.database);
  const body = { kind: 'water-meter' as const, serial: `WM-UP-${1000 + counter}`, elderId: elder.elderId };
  const answer = await station.call(endpoints.registerDevice, { body });
  expect(answer.status).toBe(200);
  return { ...answer.body, elderId: elder.elderId };
};
const connect = (who: { serial: string; secret: string }) =>
  mqtt.connectAsync(`mqtt://127.0.0.1:${ingest.port}`, {
    username: who.serial,
    password: who.secret,
    reconnectPeriod: 0,
  });
const hear = async (who: { serial: string; secret: string }) => {
  const client = await connect(who);
  const readings = [{ at: '2025-06-20T06:00:00+08:00', litres: 4 }];
  await client.publishAsync(endpoints.readingsTopic(who.serial), JSON.stringify({ readings }), { qos: 1 });
  await client.endAsync();
};
const hush = (ids: string[]) =>
  app.database.admin.query(
    "update devices set last_heard_at = last_heard_at - interval '7 hours' where device_id = any($1)",
    [ids],
  );
const sweep = () => jobTools(app.database.pool, testKeys()).inArea('110000000000', 'test', findOffline);
const tasks = async (who: Caller) => (await who.call(endpoints.listDeviceTasks)).body.rows;

beforeAll(async () => {
  app = await startTestApp();
  await app.database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, '清源西里驿站', 'station', $3), ($2, '枣园驿站', 'station', $3)",
    [STATION, OTHER, COMMUNITY],
  );
  station = await app.as({ role: 'station', areaCode: COMMUNITY, organisationId: STATION });
  street = await app.as({ role: 'street', areaCode: STREET });
  ingest = await startIngest(testConfig(), { pool: app.database.pool, keys: testKeys(), report: () => undefined });
});
afterAll(async () => {
  await ingest.stop();
  await app.stop();
});

describe('a device and its secret', () => {
  test('the acknowledgement means committed: the reading is there for anybody who looks then', async () => {
    const mine = await meter();
    await hear(mine);
    const kept = await app.database.admin.query('select litres from readings where device_id = $1', [mine.id]);
    expect(kept.rows).toEqual([{ litres: 4 }]);
    const seen = await station.call(endpoints.listDevices, { query: { serial: mine.serial } });
    expect(seen.body.rows[0]).toMatchObject({ status: 'online', lastReadingAt: '2025-06-19T22:00:00.000Z' });
  });

  test('one serial once in the city, one meter an elder, and the removed one’s secret opens nothing', async () => {
    const mine = await meter();
    const other = await buildElder(app.database);
    const body = { kind: 'water-meter' as const, serial: mine.serial, elderId: other.elderId };
    expect((await station.call(endpoints.registerDevice, { body })).error.code).toBe('devices.serial-taken');
    const second = await station.call(endpoints.registerDevice, {
      body: { ...body, serial: 'WM-SECOND-1', elderId: mine.elderId },
    });
    expect(second.error.code).toBe('devices.elder-has-one');
    expect(
      (await station.call(endpoints.removeDevice, { params: { id: mine.id }, body: { reason: '换装' } })).status,
    ).toBe(200);
    await expect(connect(mine)).rejects.toThrow();
    expect((await station.call(endpoints.registerDevice, { body })).status).toBe(200);
  });

  test('an elder of another street answers like nobody; another organisation sees no device', async () => {
    const away = await buildElder(app.database, { areaCode: '110105001001' });
    const body = { kind: 'water-meter' as const, serial: 'WM-FAR-0001', elderId: away.elderId };
    expect((await station.call(endpoints.registerDevice, { body })).status).toBe(404);
    const other = await app.as({ role: 'station', areaCode: COMMUNITY, organisationId: OTHER });
    expect((await other.call(endpoints.listDevices)).body.rows).toEqual([]);
  });
});

describe('a device nobody hears', () => {
  test('S1-18.4 is a job for its keeper, never an alarm; heard again, the job is done', async () => {
    const mine = await meter();
    await hear(mine);
    await hush([mine.id]);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(await tasks(station)).toMatchObject([{ deviceId: mine.id, deviceCount: 1 }]);
    const alarms = await app.database.admin.query('select from alarms where elder_id = $1', [mine.elderId]);
    expect(alarms.rowCount).toBe(0);
    await hear(mine);
    expect(await tasks(station)).toEqual([]);
  });

  test('five of one street at once are one job for the street: a gateway, not five flats', async () => {
    const many = [];
    for (let i = 0; i < 5; i++) many.push(await meter());
    for (const one of many) await hear(one);
    await hush(many.map(one => one.id));
    expect(await sweep()).toBe(1);
    const [task] = await tasks(street);
    expect(task).toMatchObject({ deviceId: null, deviceCount: 5, areaCode: STREET });
    const closed = await street.call(endpoints.closeDeviceTask, {
      params: { id: task!.id },
      body: { note: '网关断电，已恢复' },
    });
    expect(closed.status).toBe(200);
    expect(await tasks(street)).toEqual([]);
  });
});

describe('the simulated meter is a program of its own', () => {
  let program: ChildProcess;
  afterAll(() => void program?.kill());

  test('logs in with its own secret and reports what its modes say', async () => {
    const mine = await meter();
    program = spawn(process.execPath, [
      'simulators/water-meter/server.ts',
      ...['--serial', mine.serial, '--secret', mine.secret],
      ...['--url', `mqtt://127.0.0.1:${ingest.port}`, '--from', '2025-06-19T12:00:00+08:00'],
    ]);
    const port = await new Promise<string>((resolve, reject) => {
      program.stdout?.on('data', (line: Buffer) => {
        const found = /控制口 (\d+)/.exec(line.toString());
        if (found?.[1]) resolve(found[1]);
      });
      let said = '';
      program.stderr?.on('data', (text: Buffer) => {
        said += text;
      });
      program.on('exit', code => reject(new Error(`the meter stopped with ${code}: ${said}`)));
    });
    const ask = async (path: string, body: object) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body) });
      expect(answer.status).toBe(200);
    };
    const count = async () =>
      (await app.database.admin.query('select count(*)::int as n from readings where device_id = $1', [mine.id]))
        .rows[0].n;
    await ask('/send', { from: '2025-06-19T12:00:00+08:00', to: '2025-06-19T18:00:00+08:00' });
    expect(await count()).toBe(24);
    await ask('/mode', { mode: 'repeated' });
    await ask('/send', { from: '2025-06-19T17:00:00+08:00', to: '2025-06-19T19:00:00+08:00' });
    expect(await count()).toBe(28);
    await ask('/mode', { mode: 'offline' });
    await ask('/send', { from: '2025-06-19T19:00:00+08:00', to: '2025-06-19T20:00:00+08:00' });
    expect(await count()).toBe(28);
    await ask('/mode', { mode: 'late' });
    await ask('/send', { from: '2025-06-19T19:00:00+08:00', to: '2025-06-19T20:00:00+08:00' });
    expect(await count()).toBe(28);
    await ask('/mode', { mode: 'out-of-order' });
    await ask('/send', {
      from: '2025-06-19T20:00:00+08:00',
      to: '2025-06-19T22:00:00+08:00',
      silentSince: '2025-06-19T20:00:00+08:00',
    });
    expect(await count()).toBe(40);
  });
});

test('statuses in the contracts are the statuses in the tables', async () => {
  const lists: [string, string, readonly string[]][] = [
    ['devices', 'status', endpoints.DEVICE_STATUSES],
    ['devices', 'kind', endpoints.DEVICE_KINDS],
    ['device_tasks', 'status', endpoints.DEVICE_TASK_STATUSES],
    ['alarms', 'status', ALARM_STATUSES],
    ['alarms', 'rule', ALARM_RULES],
    ['alarms', 'level', ALARM_LEVELS],
    ['alarm_calls', 'outcome', CALL_OUTCOMES],
    ['away_notices', 'place', AWAY_PLACES],
    ['visit_plans', 'status', PLAN_STATUSES],
    ['visits', 'method', VISIT_METHODS],
    ['visits', 'result', VISIT_RESULTS],
  ];
  for (const [table, column, wanted] of lists) {
    const { rows } = await app.database.admin.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [`${table}_${column}_check`],
    );
    const found = [...(rows[0]?.text ?? '').matchAll(/'([^']+)'/g)].map(match => match[1]);
    expect([table, column, found]).toEqual([table, column, [...wanted]]);
  }
});
