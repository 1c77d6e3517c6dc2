import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as accounts from '#contracts/accounts.ts';
import { readConfig } from '../src/server/config.ts';
import { openDatabase } from '../src/server/platform/database/connect.ts';
import { makeLogger } from '../src/server/platform/log/logger.ts';
import { startServer } from '../src/server/server.ts';
import { cloneDatabase, type TestDatabase, testConfig } from './support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

const get = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, answer => resolve(answer.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });

test('/metrics answers this machine alone, never through a proxy; with a token only its bearer', async () => {
  const statuses = async (settings: Record<string, string>) => {
    const given = { ...database, close: async () => undefined };
    const server = await startServer(
      { ...testConfig(), ...settings },
      { database: given, log: makeLogger({ level: 'error' }) },
    );
    const url = `${server.url}/metrics`;
    const found = [
      await get(url, {}),
      await get(url, { 'x-forwarded-for': '127.0.0.1' }),
      await get(url, { authorization: 'Bearer a-token-of-sixteen' }),
      await get(url, { authorization: 'Bearer something-else' }),
    ];
    await server.stop();
    return found;
  };
  expect(await statuses({})).toEqual([200, 404, 200, 200]);
  expect(await statuses({ METRICS_TOKEN: 'a-token-of-sixteen' })).toEqual([404, 404, 200, 404]);
  expect(await statuses({ TRUST_PROXY: '127.0.0.1' })).toEqual([200, 404, 200, 200]);
});

test('with TRUST_PROXY each caller behind the proxy has its own limit of logins; without it all share one', async () => {
  const given = { ...database, close: async () => undefined };
  const refusals = async (settings: Record<string, string>) => {
    const server = await startServer(
      { ...testConfig(), ...settings },
      { database: given, log: makeLogger({ level: 'silent' }) },
    );
    const seen = new Set<number>();
    for (let n = 0; n < 70; n++) {
      const answer = await server.app.inject({
        method: 'POST',
        url: accounts.login.path,
        headers: { 'x-yinian': 'test', 'x-forwarded-for': `10.0.0.${n}` },
        payload: {},
      });
      seen.add(answer.statusCode);
    }
    await server.stop();
    return seen.has(429);
  };
  expect(await refusals({})).toBe(true);
  expect(await refusals({ TRUST_PROXY: '127.0.0.1' })).toBe(false);
});

test('DATABASE_DIRECT_URL is where the queue and the owner go; requests stay with DATABASE_URL', async () => {
  const url = database.adminUrl;
  const direct = `${url}&application_name=past_the_pooler`;
  const config = { ...testConfig(), DATABASE_URL: url, DATABASE_DIRECT_URL: direct };
  const opened = await openDatabase(url, config, async () => undefined);
  expect(opened.jobsUrl).toContain('past_the_pooler');
  expect(opened.ownerUrl).toContain('past_the_pooler');
  expect(opened.appUrl).not.toContain('past_the_pooler');
  await opened.close();
});

test('a wrong setting is one sentence that names the variable', () => {
  expect(() => readConfig({ TRUST_PROXY: 'true' })).toThrow('环境变量 TRUST_PROXY 不对：请写代理的地址');
  expect(() => readConfig({ METRICS_TOKEN: 'short' })).toThrow('环境变量 METRICS_TOKEN 不对：至少 16 个字符');
});
