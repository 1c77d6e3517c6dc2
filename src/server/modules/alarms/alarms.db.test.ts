import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as endpoints from '#contracts/alarms.ts';
import { listDevices, readingsTopic, registerDevice } from '#contracts/devices.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { newId } from '#shared/ids.ts';
import { litresAt, readingsBetween } from '../../../../simulators/water-meter/pattern.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY, testKeys } from '../../../../tests/support/builders.ts';
import { testConfig } from '../../../../tests/support/database.ts';
import { type Ingest, startIngest } from '../devices/index.ts';
import { escalateAlarms } from './escalate-alarms.ts';
import { evaluateDevice } from './index.ts';

const STREET = `${COMMUNITY.slice(0, 9)}000`;
const CENTRE = newId();
const OTHER_CENTRE = newId();
const WORKER = newId();
let app: TestApp;
let ingest: Ingest;
let desk: Caller;
let community: Caller;
let elder: NewElder;

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const connect = (who: { serial: string; secret: string }): Promise<MqttClient> =>
  mqtt.connectAsync(`mqtt://127.0.0.1:${ingest.port}`, {
    username: who.serial,
    password: who.secret,
    reconnectPeriod: 0,
    connectTimeout: 5000,
  });
const send = (meter: MqttClient, serial: string, readings: unknown) =>
  meter.publishAsync(readingsTopic(serial), JSON.stringify({ readings }), { qos: 1 });
const open = async () =>
  startIngest(testConfig(), { pool: app.database.pool, keys: testKeys(), report: (what, e) => console.error(what, e) });

/** Waits for what the job queue does a moment after the acknowledgement. */
async function eventually<T>(look: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  for (let i = 0; ; i++) {
    const value = await look();
    if (wanted(value) || i > 100) return value;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
const quietQueue = () =>
  eventually(
    async () =>
      (
        await app.database.admin.query(
          "select (select count(*) from outbox where dispatched_at is null) + (select count(*) from graphile_worker.jobs where task_identifier = 'alarms.evaluate') as n",
        )
      ).rows[0].n as number,
    n => n === 0,
  );
const alarmsOf = async (elderId: string) =>
  (await app.database.admin.query('select * from alarms where elder_id = $1 order by raised_at', [elderId])).rows;
const HISTORY = { from: at('2025-05-21T00:00'), to: at('2025-06-19T12:00') };
/** Six hours and forty-five minutes without water, as in J01 step 8. */
const EVENING = { from: at('2025-06-19T12:00'), to: at('2025-06-20T02:45'), silentSince: at('2025-06-19T20:00') };
/** Serials whose habits draw water at 20:00 on the evening of the story. */
const SERIALS = Array.from({ length: 99 }, (_, i) => `WM-TEST-${1000 + i}`).filter(
  serial => litresAt(serial, EVENING.silentSince) > 1,
);
const meterOf = async (of: NewElder) => {
  const serial = SERIALS.pop()!;
  const answer = await community.call(registerDevice, { body: { kind: 'water-meter', serial, elderId: of.elderId } });
  expect(answer.status).toBe(200);
  return answer.body;
};

beforeAll(async () => {
  app = await startTestApp();
  await app.startWorker();
  for (const [id, area] of [
    [CENTRE, STREET],
    [OTHER_CENTRE, '110105001000'],
  ])
    await app.database.admin.query(
      "insert into organisations (organisation_id, name, kind, area_code) values ($1, '清源区域养老服务中心', 'centre', $2)",
      [id, area],
    );
  elder = await buildElder(app.database, { bornOn: '1938-03-12', living: '独居' });
  desk = await app.as({ role: 'centre', areaCode: STREET, organisationId: CENTRE, name: '周立群' });
  community = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  await app.as({ role: 'caregiver', areaCode: STREET, accountId: WORKER, name: '李建军', title: '护理员' });
  ingest = await open();
});
afterAll(async () => {
  await ingest.stop();
  await app.stop();
});

describe('over real MQTT', () => {
  test('a wrong secret, another device’s topic and reading others are refused', async () => {
    const mine = await meterOf(await buildElder(app.database));
    await expect(connect({ serial: mine.serial, secret: 'guess' })).rejects.toThrow(/Not authorized|Bad User/i);
    await expect(connect({ serial: 'WM-NOBODY', secret: mine.secret })).rejects.toThrow();
    const meter = await connect(mine);
    await expect(meter.subscribeAsync('yinian/devices/#')).rejects.toThrow();
    const closed = new Promise(resolve => meter.on('close', () => resolve('closed')));
    meter.publish(readingsTopic('WM-OTHER-1'), JSON.stringify({ readings: [] }), { qos: 1 });
    expect(await closed).toBe('closed');
    await meter.endAsync(true);
  });

  test('a bad payload is acknowledged, counted with its reason and stops nothing', async () => {
    const mine = await meterOf(await buildElder(app.database));
    const meter = await connect(mine);
    await meter.publishAsync(readingsTopic(mine.serial), 'not json', { qos: 1 });
    await send(meter, mine.serial, [
      { at: '2025-06-20T08:00:00+08:00', litres: 3 },
      { at: '2031-01-01T08:00:00+08:00', litres: 3 },
    ]);
    await meter.endAsync();
    const list = await community.call(listDevices, { query: { serial: mine.serial } });
    expect(list.body.rows[0]).toMatchObject({
      status: 'online',
      rejected: 2,
      lastReadingAt: '2025-06-20T00:00:00.000Z',
    });
  });

  test('S1-18.3 one alarm and only one: over restart, late, repeated and out-of-order readings', async () => {
    const mine = await meterOf(elder);
    let meter = await connect(mine);
    await send(meter, mine.serial, readingsBetween(mine.serial, HISTORY));
    const evening = readingsBetween(mine.serial, EVENING);
    await send(meter, mine.serial, evening.slice(0, 20).reverse());
    await meter.endAsync();
    await ingest.stop();
    ingest = await open();
    meter = await connect(mine);
    for (const reading of evening.slice(20).reverse()) await send(meter, mine.serial, [reading]);
    await send(meter, mine.serial, evening);
    await quietQueue();
    const [raised, ...more] = await eventually(
      () => alarmsOf(elder.elderId),
      rows => rows.length > 0,
    );
    expect(more).toEqual([]);
    expect(raised).toMatchObject({ status: 'raised', level: 'red', quiet_from: '2025-06-19T12:00:00.000Z' });
    expect(raised.evidence.because).toMatch(/20:00 起 6 小时 45 分没有用水；近 28 天里/);
    await send(meter, mine.serial, [{ at: '2025-06-19T22:07:00+08:00', litres: 4 }]);
    await send(
      meter,
      mine.serial,
      readingsBetween(mine.serial, { ...EVENING, from: EVENING.to, to: at('2025-06-20T04:00') }),
    );
    await quietQueue();
    const after = await alarmsOf(elder.elderId);
    expect(after).toHaveLength(1);
    expect(after[0].evidence.added[0].sentence).toMatch(/后补数据显示 22:07 有用水/);
    await meter.endAsync();
  });

  test('the same device judged at the same moment by many workers still has one alarm', async () => {
    const other = await buildElder(app.database, { living: '空巢', bornOn: '1950-01-02' });
    const mine = await meterOf(other);
    const meter = await connect(mine);
    await send(meter, mine.serial, readingsBetween(mine.serial, HISTORY));
    await send(meter, mine.serial, readingsBetween(mine.serial, EVENING));
    const tools = jobTools(app.database.pool, testKeys());
    const id = (await app.database.admin.query('select device_id from devices where serial = $1', [mine.serial]))
      .rows[0].device_id;
    await Promise.all(
      Array.from({ length: 6 }, () => tools.inArea('110000000000', 'test', ctx => evaluateDevice(ctx, id))),
    );
    await quietQueue();
    const rows = await alarmsOf(other.elderId);
    expect(rows).toHaveLength(1);
    expect(rows[0].level).toBe('orange');
    await meter.endAsync();
  });

  test('away: no alarm while the notice lasts', async () => {
    const away = await buildElder(app.database);
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: away.elderId, name: '李敏' });
    const notice = await family.call(endpoints.fileAwayNotice, {
      params: { elderId: away.elderId },
      body: { from: '2025-06-19T19:00:00+08:00', to: '2025-06-22T12:00:00+08:00', place: 'family' },
    });
    expect(notice.status).toBe(200);
    const mine = await meterOf(away);
    const meter = await connect(mine);
    await send(meter, mine.serial, readingsBetween(mine.serial, HISTORY));
    await send(meter, mine.serial, readingsBetween(mine.serial, EVENING));
    await quietQueue();
    expect(await alarmsOf(away.elderId)).toEqual([]);
    await meter.endAsync();
  });
});

describe('from alarm to doorstep', () => {
  test('S1-18.3 acknowledged → called → dispatched → on site → closed, each hop timed, by whom the table says', async () => {
    const live = await desk.call(endpoints.listAlarms, { query: { elderId: elder.elderId } });
    const { id } = live.body.rows[0]!;
    expect(live.body.rows[0]).toMatchObject({
      title: '用水异常，6 小时 45 分没有用水',
      person: { name: '王秀兰', living: '独居' },
    });
    const params = { id };
    const early = await desk.call(endpoints.closeAlarm, { params, body: { isTrue: true, cause: '摔倒' } });
    expect(early.error).toMatchObject({ code: 'platform.wrong-state', message: '告警现在是“待受理”，不能关闭' });
    expect((await desk.call(endpoints.acknowledgeAlarm, { params })).body.status).toBe('acknowledged');
    const called = await desk.call(endpoints.recordAlarmCall, { params, body: { outcome: 'no-answer' } });
    expect(called.body).toMatchObject({ status: 'called', now: '电话无人接，请派人上门' });
    const contact = await desk.call(endpoints.openAlarmContact, { params });
    expect(contact.body.door).toBe('3号楼2单元501');
    const workers = await desk.call(endpoints.listFieldWorkers, { params });
    const worker = workers.body.rows.find(row => row.name === '李建军')!;
    const stranger = await desk.call(endpoints.dispatchAlarm, { params, body: { workerId: newId() } });
    expect(stranger.error.code).toBe('alarms.unknown-worker');
    const sent = await desk.call(endpoints.dispatchAlarm, { params, body: { workerId: worker.accountId } });
    expect(sent.body.assignee).toMatchObject({ name: '李建军', late: false });
    const field = await app.as({ role: 'caregiver', areaCode: STREET, accountId: WORKER, name: '李建军' });
    const task = await field.call(endpoints.getAlarm, { params });
    expect(task.body.actions.find(action => action.action === 'arrive')?.allowed).toBe(true);
    expect((await field.call(endpoints.arriveAtAlarm, { params })).body.status).toBe('on-site');
    const closed = await field.call(endpoints.closeAlarm, { params, body: { isTrue: true, cause: '摔倒后送医' } });
    expect(closed.body).toMatchObject({ status: 'closed', now: '属实：摔倒后送医', isTrue: true });
    expect(closed.body.hops.map(hop => hop.label)).toEqual(['告警', '受理', '无人接', '派人', '到场', '关闭']);
    expect(closed.body.hops.every(hop => hop.at !== null)).toBe(true);
    expect((await desk.call(endpoints.openAlarmContact, { params })).error.code).toBe('platform.wrong-state');
    const record = await desk.call(endpoints.getAlarm, { params });
    expect(record.body.steps.map(step => step.to)).toEqual([
      'closed',
      'on-site',
      'dispatched',
      'called',
      'acknowledged',
      'raised',
    ]);
    expect(record.body.calls).toHaveLength(1);
    const due = await app.database.admin.query('select from due_items where subject_id = $1 and closed_at is null', [
      id,
    ]);
    expect(due.rowCount).toBe(0);
    const facts = await app.database.admin.query(
      'select median_minutes, reached from alarms_v_response where happened_area = $1',
      [COMMUNITY],
    );
    expect(facts.rows[0]).toMatchObject({ reached: 1 });
  });

  test('S1-18.3 nobody acknowledges: family, community, street and the 24 h duty are called in turn, each once', async () => {
    const alone = await buildElder(app.database);
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: alone.elderId });
    const call = await family.call(endpoints.pressCall, { body: {} });
    expect((await family.call(endpoints.pressCall, { body: {} })).body.id).toBe(call.body.id);
    const tools = jobTools(app.database.pool, testKeys());
    const step = async (minutes: number) => {
      await app.database.admin.query(
        'update alarms set raised_at = raised_at - make_interval(mins => $2) where alarm_id = $1',
        [call.body.id, minutes],
      );
      await tools.inArea('110000000000', 'test', escalateAlarms);
      await tools.inArea('110000000000', 'test', escalateAlarms);
      return (await community.call(endpoints.getAlarm, { params: { id: call.body.id } })).body.escalatedTo;
    };
    expect([await step(0), await step(6), await step(5), await step(5)]).toEqual([
      '家属',
      '社区',
      '街道',
      '24 小时值守',
    ]);
    const duties = await app.database.admin.query(
      'select for_role from due_items where subject_id = $1 and closed_at is null',
      [call.body.id],
    );
    expect(duties.rows.map(row => row.for_role).sort()).toEqual(['centre', 'centre', 'community', 'street']);
    const told = await app.database.admin
      .query('select from messages where about_id = $1', [call.body.id])
      .catch(() => null);
    expect(told === null || (told.rowCount ?? 0) > 0).toBe(true);
  });

  test('an away notice silences what nobody was sent to yet, and says who said so', async () => {
    const gone = await buildElder(app.database);
    const tools = jobTools(app.database.pool, testKeys());
    const mine = await meterOf(gone);
    const meter = await connect(mine);
    await send(meter, mine.serial, readingsBetween(mine.serial, HISTORY));
    await send(meter, mine.serial, readingsBetween(mine.serial, EVENING));
    await meter.endAsync();
    const id = (await app.database.admin.query('select device_id from devices where serial = $1', [mine.serial]))
      .rows[0].device_id;
    await tools.inArea('110000000000', 'test', ctx => evaluateDevice(ctx, id));
    await quietQueue();
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: gone.elderId, name: '李敏' });
    const filed = await family.call(endpoints.fileAwayNotice, {
      params: { elderId: gone.elderId },
      body: { from: '2025-06-18T09:00:00+08:00', to: '2025-06-30T09:00:00+08:00', place: 'family' },
    });
    expect(filed.body.silenced).toBe(1);
    const seen = await family.call(endpoints.listAlarms, { query: { scope: 'all' } });
    expect(seen.body.rows.map(row => row.status)).toEqual(['silenced']);
    const bad = await family.call(endpoints.fileAwayNotice, {
      params: { elderId: gone.elderId },
      body: { from: '2025-06-22T09:00:00+08:00', to: '2025-06-21T09:00:00+08:00', place: 'family' },
    });
    expect(bad.error.fields?.to).toBe('结束时间要晚于开始时间');
  });
});

describe('who sees what', () => {
  test('another district, another organisation, another family and an unassigned worker see nothing', async () => {
    const others = await Promise.all([
      app.as({ role: 'district', areaCode: '110105000000' }),
      app.as({ role: 'centre', areaCode: '110105001000', organisationId: OTHER_CENTRE }),
      app.as({ role: 'family', areaCode: COMMUNITY, elderId: newId() }),
      app.as({ role: 'caregiver', areaCode: STREET }),
    ]);
    const { id } = (await desk.call(endpoints.listAlarms, { query: { scope: 'all' } })).body.rows[0]!;
    for (const other of others) {
      expect((await other.call(endpoints.listAlarms, { query: { scope: 'all' } })).body.rows).toEqual([]);
      expect((await other.call(endpoints.getAlarm, { params: { id } })).status).toBe(404);
      expect((await other.call(endpoints.acknowledgeAlarm, { params: { id } })).status).not.toBe(200);
      expect((await other.call(endpoints.openAlarmContact, { params: { id } })).status).not.toBe(200);
    }
    expect((await others[0]!.call(endpoints.readAlarmWall)).body.rows).toEqual([]);
  });

  test('the wall says where and how urgent, never who', async () => {
    const city = await app.as({ role: 'city', areaCode: '110000000000' });
    const wall = await city.call(endpoints.readAlarmWall);
    expect(wall.body.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(wall.body)).not.toMatch(/王秀兰|清源路|清源西里/);
    expect(wall.body.hourly).toHaveLength(24);
  });

  test('the stream shows a desk its own live alarms and a stranger none', async () => {
    const read = async (who: Caller) => {
      const stop = new AbortController();
      const answer = await fetch(`${app.url}/api/alarms/stream`, {
        headers: { cookie: `yinian_session=${who.cookie}` },
        signal: stop.signal,
      });
      expect(answer.headers.get('content-type')).toMatch(/event-stream/);
      const { value } = await answer.body!.getReader().read();
      stop.abort();
      return JSON.parse(/data: (.*)/.exec(new TextDecoder().decode(value))![1]!).rows.length as number;
    };
    expect(await read(desk)).toBeGreaterThan(0);
    expect(await read(await app.as({ role: 'district', areaCode: '110105000000' }))).toBe(0);
  });

  test('readings and secrets are out of reach for families and organisations', async () => {
    for (const role of ['yinian_family', 'yinian_organisation', 'yinian_assigned', 'yinian_public']) {
      const may = await app.database.admin.query(
        "select has_table_privilege($1, 'readings', 'select') or has_table_privilege($1, 'device_bindings', 'select') as may",
        [role],
      );
      expect([role, may.rows[0].may]).toEqual([role, false]);
    }
  });
});
