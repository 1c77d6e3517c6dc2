import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/messages.ts';
import { readSmsSettings } from '#contracts/messages.ts';
import { connectGateways } from '#gateways/connected.ts';
import { DeliveryUnavailable } from '#gateways/delivery.ts';
import { type Mail, mailNotConnected } from '#gateways/mail/port.ts';
import { type Sms, smsNotConnected } from '#gateways/sms/port.ts';
import type { Context } from '#platform/http/context.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { type Keys, loadKeys } from '#platform/secrets/keys.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { testConfig } from '../../../../tests/support/database.ts';
import { notify } from './index.ts';
import { jobs } from './jobs.ts';
import { routes } from './routes.ts';
import { GATHERED_SMS, TEMPLATES } from './templates.ts';

const COMMUNITY = '110101001001';
const config = testConfig();
let keys: Keys;
let app: TestApp;
let worker: Caller;
const workerId = newId();
const about = { kind: 'order', id: newId() };

beforeAll(async () => {
  app = await startTestApp();
  keys = loadKeys({ file: join(config.keysDir, 'keys.json'), dataFolder: config.dataDir, create: true });
  expect(routes).toHaveLength(7);
  worker = await app.as({ role: 'community', areaCode: COMMUNITY, accountId: workerId });
});
afterAll(() => app.stop());
afterEach(async () => {
  connectGateways({ mail: mailNotConnected, sms: smsNotConnected });
  await app.database.admin.query('truncate messages, message_deliveries, message_contacts');
});

const inCity = <T>(work: (ctx: Context) => Promise<T>) =>
  jobTools(app.database.pool, keys).inArea('110000000000', 'test', work);
/** The demo's instant has the running time of day; tests of sending need a fixed one. */
const at = (now: string, work: (ctx: Context) => Promise<unknown>) =>
  inCity(ctx => work({ ...ctx, now, today: now.slice(0, 10) }));
const tell = (now = '2025-06-20T02:00:00.000Z') =>
  at(now, ctx =>
    notify(ctx, {
      ...{ toAccountId: workerId, template: 'application.decided', about },
      values: { what: '养老服务补贴', result: '通过', next: '', path: '/x' },
    }),
  );
const alarm = (now: string) =>
  at(now, ctx =>
    notify(ctx, {
      toAccountId: workerId,
      template: 'alarm.raised',
      about,
      values: { place: '幸福里', what: '一键呼', path: '/a' },
    }),
  );
/** Runs the delivery job as if it were `now`. */
const deliver = async (now: string) => {
  const tools = jobTools(app.database.pool, keys);
  const fixed = {
    ...tools,
    inArea: (<T>(area: string, why: string, work: (ctx: Context) => Promise<T>) =>
      tools.inArea(area, why, ctx => work({ ...ctx, now }))) as typeof tools.inArea,
  };
  await jobs.find(j => j.name === 'messages.deliver')!.handle(fixed, {});
};
const deliveries = async () =>
  (
    await app.database.admin.query(
      'select channel, status, because from message_deliveries order by message_id, channel',
    )
  ).rows;
const leaveContact = () =>
  worker.call(endpoints.changeMessageContact, { body: { mail: 'w@example.com', phone: '13800138001' } });

function gatewayBook() {
  const [mails, texts]: [Mail[], Sms[]] = [[], []];
  connectGateways({
    mail: { send: async m => ({ state: 'sent', reference: `m${mails.push(m)}` }), close: async () => undefined },
    sms: { ...smsNotConnected, send: async s => ({ state: 'sent', reference: `s${texts.push(s)}` }) },
  });
  return { mails, texts };
}

describe('inbox', () => {
  it('shows a message to its recipient only, counts it, marks it read', async () => {
    await tell();
    const other = await app.as({ role: 'community', areaCode: COMMUNITY });
    const mine = await worker.call(endpoints.listMessages);
    expect(mine.body).toMatchObject({ total: 1, rows: [{ title: '您的申请有结果了', path: '/x', readAt: null }] });
    expect((await other.call(endpoints.listMessages)).body.rows).toEqual([]);
    expect((await worker.call(endpoints.countUnreadMessages)).body.unread).toBe(1);
    const id = mine.body.rows[0]!.id;
    expect((await other.call(endpoints.markMessageRead, { params: { id } })).error.code).toBe('messages.not-found');
    const first = await worker.call(endpoints.markMessageRead, { params: { id } });
    expect(first.status).toBe(200);
    expect((await worker.call(endpoints.markMessageRead, { params: { id } })).body.readAt).toBe(first.body.readAt);
    expect((await worker.call(endpoints.countUnreadMessages)).body.unread).toBe(0);
  });
  it('pages without losing or doubling one, and marks all read', async () => {
    for (let i = 0; i < 5; i++) await tell(`2025-06-20T02:00:0${i % 2}.000Z`);
    const ids: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { body } = await worker.call(endpoints.listMessages, {
        query: { limit: 2, ...(cursor ? { cursor } : {}) },
      });
      ids.push(...body.rows.map(r => r.id));
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    expect(new Set(ids).size).toBe(5);
    expect((await worker.call(endpoints.markAllMessagesRead)).body.marked).toBe(5);
    expect((await worker.call(endpoints.listMessages, { query: { unread: 'true' } })).body.rows).toEqual([]);
    expect((await worker.call(endpoints.listMessages, { query: { cursor: 'zz' } })).status).toBe(400);
  });
  it('reaches whoever holds a post, through a job, and is not sent when the write rolls back', async () => {
    const toPost = { role: 'community' as const, areaCode: COMMUNITY };
    const values = { what: '巡访', due: '2025-06-27', path: '/p' };
    await inCity(ctx => notify(ctx, { toPost, template: 'due.opened', values, about }));
    const { rows } = await app.database.admin.query(
      "select payload from outbox where name = 'messages.address' order by outbox_id desc limit 1",
    );
    await jobs.find(j => j.name === 'messages.address')!.handle(jobTools(app.database.pool, keys), rows[0].payload);
    expect((await worker.call(endpoints.listMessages)).body.rows[0]?.text).toBe('巡访，请在2025年6月27日前办。');
    const failing = inCity(async ctx => {
      await notify(ctx, { toAccountId: workerId, template: 'due.opened', values, about });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect((await worker.call(endpoints.listMessages)).body.total).toBe(1);
  });
});

describe('delivery', () => {
  it('without gateways says 未接通 and the manual way', async () => {
    await leaveContact();
    await tell();
    await deliver('2025-06-20T02:01:00.000Z');
    expect(await deliveries()).toMatchObject([
      { channel: 'mail', status: 'not-connected', because: expect.stringContaining('未接通') },
      { channel: 'sms', status: 'not-connected' },
    ]);
  });
  it('gathers one mail and one SMS a day, and waits out the night', async () => {
    const { mails, texts } = gatewayBook();
    await leaveContact();
    await tell();
    await tell();
    await deliver('2025-06-20T02:01:00.000Z');
    expect(mails.map(m => [m.to, m.subject])).toEqual([['w@example.com', '【颐年】您有 2 件事']]);
    expect(texts).toMatchObject([{ phone: '13800138001', template: 'YN_GATHERED', parameters: { count: '2' } }]);
    await tell();
    await deliver('2025-06-20T03:00:00.000Z');
    await deliver('2025-06-20T15:00:00.000Z');
    expect(mails).toHaveLength(1);
    await deliver('2025-06-21T00:31:00.000Z');
    expect(mails).toHaveLength(2);
    expect(texts[1]).toMatchObject({ template: 'YN_DECIDED' });
  });
  it('sends an urgent one at night and alone', async () => {
    const { texts } = gatewayBook();
    await leaveContact();
    await alarm('2025-06-20T18:00:00.000Z');
    await alarm('2025-06-20T18:00:00.000Z');
    await deliver('2025-06-20T18:00:30.000Z');
    expect(texts.map(t => t.template)).toEqual(['YN_ALARM', 'YN_ALARM']);
  });
  it('tries again with the same id when the vendor is away, and says so meanwhile', async () => {
    await leaveContact();
    const ids: string[] = [];
    const send = async (sms: Sms) => {
      if (ids.push(sms.messageId) === 1) throw new DeliveryUnavailable('短信服务连不上');
      return { state: 'sent' as const, reference: 'r' };
    };
    connectGateways({ sms: { ...smsNotConnected, send } });
    await alarm('2025-06-20T02:00:00.000Z');
    await deliver('2025-06-20T02:01:00.000Z');
    expect(await deliveries()).toMatchObject([
      { status: 'waiting', because: expect.stringContaining('10 分钟后再试') },
    ]);
    await deliver('2025-06-20T02:05:00.000Z');
    await deliver('2025-06-20T02:12:00.000Z');
    expect(await deliveries()).toMatchObject([{ status: 'sent', because: null }]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });
  it('without a contact stays in the inbox; contacts are sealed and shown masked', async () => {
    gatewayBook();
    await tell();
    await deliver('2025-06-20T02:01:00.000Z');
    expect(await deliveries()).toMatchObject([{ status: 'no-address' }, { status: 'no-address' }]);
    expect((await leaveContact()).body).toEqual({ mailMasked: 'w***@example.com', phoneMasked: '138****8001' });
    const { rows } = await app.database.admin.query('select sealed from message_contacts');
    expect(rows[0].sealed.includes('13800138001')).toBe(false);
    expect((await worker.call(endpoints.readMessageContact)).body.phoneMasked).toBe('138****8001');
  });
});

it('系统设置 shows every kind that goes by SMS with the carrier’s code, to the administrator alone', async () => {
  const codes = new Map([['YN_ALARM', 'SMS_4711']]);
  connectGateways({ sms: { ...smsNotConnected, connected: true, sign: '颐年', codeOf: name => codes.get(name) } });
  const administrator = await app.as({ role: 'administrator', areaCode: '110000000000' });
  const { body } = await administrator.call(readSmsSettings);
  expect(body).toMatchObject({ connected: true, sign: '颐年' });
  const named = Object.values(TEMPLATES).flatMap(each => each.sms ?? []);
  expect(body.rows.map(row => row.name)).toEqual([...named, GATHERED_SMS]);
  expect(body.rows.filter(row => row.code)).toMatchObject([{ name: 'YN_ALARM', code: 'SMS_4711', urgent: true }]);
  const community = await app.as({ role: 'community', areaCode: '110115001001' });
  expect((await community.call(readSmsSettings)).status).toBe(403);
});
