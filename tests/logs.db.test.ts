import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Endpoint } from '#contracts/endpoint.ts';
import { makeLogger } from '../src/server/platform/log/logger.ts';
import { routes } from '../src/server/routes.ts';
import { startTestApp, type TestApp } from './support/app.ts';

/** Personal data planted wherever a request can carry it; none of it may reach a log line. */
const PLANTED = {
  identity: '110115193803124321',
  phone: '13811112222',
  name: '欧阳植入',
  door: '植入楼三单元 502',
};

const lines: string[] = [];
const sink = new Writable({
  write(chunk, _, done) {
    lines.push(String(chunk));
    done();
  },
});
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp(undefined, undefined, makeLogger({ level: 'debug', destination: sink }));
});
afterAll(() => app.stop());

test('no log line holds personal data, wherever in a request it was planted; every line has the request id', async () => {
  const planted = Object.values(PLANTED);
  const query = new URLSearchParams({ q: planted.join(' '), name: PLANTED.name, phone: PLANTED.phone }).toString();
  const payload = {
    ...PLANTED,
    identityNumber: PLANTED.identity,
    contacts: [{ ...PLANTED }],
    text: planted.join('，'),
    login: PLANTED.name,
    password: PLANTED.phone,
  };
  // A live stream never ends; its request line is logged like any other when it is cut.
  for (const { endpoint, access } of routes.filter(route => route.endpoint.raw !== 'stream')) {
    const role = access.roles[0];
    const cookie = role
      ? (await app.as({ role, areaCode: '110115001001', elderId: '01920000-0000-7000-8000-000000000000' })).cookie
      : undefined;
    const path = (endpoint as Endpoint).path.replace(/:\w+/g, () => encodeURIComponent(PLANTED.identity));
    await app.app.inject({
      method: endpoint.method,
      url: `${path}?${query}`,
      headers: {
        'x-yinian': 'test',
        'idempotency-key': '01920000-0000-7000-8000-000000000001',
        'user-agent': planted.join(' '),
        'x-file-name': encodeURIComponent(PLANTED.name),
      },
      ...(cookie ? { cookies: { yinian_session: cookie } } : {}),
      ...(endpoint.method === 'GET' ? {} : { payload }),
    });
  }
  expect(lines.length).toBeGreaterThan(routes.length * 0.9);
  const text = lines.join('');
  for (const [what, value] of Object.entries(PLANTED)) {
    expect(text.includes(value), `${what} stands in a log line`).toBe(false);
    expect(text.includes(encodeURIComponent(value)), `${what} stands encoded in a log line`).toBe(false);
  }
  for (const line of lines) expect(JSON.parse(line), line).toHaveProperty('requestId');
});
