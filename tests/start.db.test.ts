import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlace, type Place, type Product, postgresOn, startProduct, untilNoPostgres } from './support/product.ts';

const HEADERS = { 'content-type': 'application/json', 'x-yinian': 'test' };

async function logIn(product: Product, form: { login: string; password: string }): Promise<string> {
  const answer = await fetch(`${product.url}/api/login`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify(form),
  });
  expect(answer.status).toBe(200);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('npm start of a demo whose load was killed', () => {
  let place: Place;
  let product: Product;
  beforeAll(async () => {
    place = makePlace();
    // The load is killed on its way: everything below is asked of one that went on where it stopped.
    const first = await startProduct(place);
    await first.until('/healthz', 180);
    await first.stop('SIGKILL');
    await untilNoPostgres(place);
    product = await startProduct(place);
    await product.until('/readyz', 180);
  }, 420_000);
  afterAll(async () => {
    await product.stop();
    place.clear();
  });

  test('it says its address and a login for each role', () => {
    expect(product.output()).toContain(product.url);
    expect(product.output()).toMatch(/演示数据/);
    expect(product.output()).toMatch(/community\s+社区（村）工作者/);
  });

  test('the community worker’s login lists all elders of the community', async () => {
    const cookie = await logIn(product, { login: 'community', password: 'yinian2025' });
    const headers = { cookie, 'x-yinian': 'test', 'content-type': 'application/json' };
    const answer = await fetch(`${product.url}/api/elders/find`, { method: 'POST', headers, body: '{"limit":1}' });
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { total: number }).total).toBeGreaterThan(600);
  });

  test('a second start on the same data folder is refused in one sentence', async () => {
    const second = await startProduct(place);
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('这个数据文件夹正被另一个颐年使用');
    await product.until('/readyz', 5);
  });

  test('a busy port is refused before anything is started', async () => {
    const other = makePlace();
    const second = await startProduct(other, { PORT: new URL(product.url).port });
    expect(await second.exited).toBe(1);
    expect(second.output().trim()).toMatch(/^端口 \d+ 已被别的程序占用，请先停掉它，或换一个端口：PORT=\d+ npm start$/);
    expect(postgresOn(other)).toEqual([]);
    other.clear();
  });

  test('Ctrl-C stops everything, and a restart is ready within seconds', { timeout: 240_000 }, async () => {
    expect(await product.stop('SIGINT')).toBe(0);
    expect(postgresOn(place)).toEqual([]);
    const began = performance.now();
    product = await startProduct(place);
    await product.until('/readyz', 180);
    console.log(`restart ${((performance.now() - began) / 1000).toFixed(1)} s`);
    expect(product.output()).not.toContain('载入演示数据：');
  });

  test('kill -9 of Node leaves no PostgreSQL and the next start works', { timeout: 240_000 }, async () => {
    await product.stop('SIGKILL');
    await untilNoPostgres(place);
    expect(postgresOn(place)).toEqual([]);
    product = await startProduct(place);
    await product.until('/readyz', 180);
  });

  test('the folder of a demo does not start as production', { timeout: 240_000 }, async () => {
    await product.stop('SIGINT');
    const wrong = await startProduct(place, { YINIAN_MODE: 'production' });
    expect(await wrong.exited).toBe(1);
    expect(wrong.output()).toContain('这个库建立时定为演示系统，不能当正式系统启动');
    expect(postgresOn(place)).toEqual([]);
  });
});

test('Ctrl-C while the demo is loading stops everything', { timeout: 240_000 }, async () => {
  const place = makePlace();
  const product = await startProduct(place);
  await product.until('/healthz', 180);
  expect(await product.stop('SIGINT')).toBe(0);
  expect(postgresOn(place)).toEqual([]);
  expect(product.output()).not.toContain('[出错]');
  place.clear();
});

describe('npm start that cannot work says in one sentence what to do', () => {
  test('a folder that cannot be written', async () => {
    const place = makePlace();
    writeFileSync(join(place.folder, 'file'), '');
    const product = await startProduct({ ...place, data: join(place.folder, 'file', 'data') });
    expect(await product.exited).toBe(1);
    expect(product.output()).toMatch(/不能写入（ENOTDIR），请换一个 YINIAN_/);
    place.clear();
  });

  test('a wrong setting', async () => {
    const place = makePlace();
    const product = await startProduct(place, { PORT: 'web' });
    expect(await product.exited).toBe(1);
    expect(product.output()).toContain('环境变量 PORT 不对');
    place.clear();
  });

  test('an address that this computer does not have', async () => {
    const place = makePlace();
    const product = await startProduct(place, { HOST: '192.0.2.1' });
    expect(await product.exited).toBe(1);
    expect(product.output()).toContain('本机没有 192.0.2.1 这个地址');
    place.clear();
  });

  test('a database that does not answer', async () => {
    const place = makePlace();
    const silent = createServer(socket => socket.destroy());
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const product = await startProduct(place, { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nothing` });
    expect(await product.exited).toBe(1);
    expect(product.output()).toContain('连不上数据库');
    silent.close();
    place.clear();
  });
});

describe('npm start of a production site', () => {
  let place: Place;
  let product: Product;
  beforeAll(async () => {
    place = makePlace();
    product = await startProduct(place, { YINIAN_MODE: 'production' });
    await product.until('/readyz', 180);
  }, 240_000);
  afterAll(async () => {
    await product.stop();
    place.clear();
  });

  const post = (body: object) =>
    fetch(`${product.url}/api/password-links/claim`, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
  const tokenOf = () => /set-password\?token=([\w-]+)/.exec(product.output())?.[1] ?? '';

  test('there is no demo account and no password that anybody knows', async () => {
    const site = (await (await fetch(`${product.url}/api/site`)).json()) as { mode: string; demoLogins: unknown[] };
    expect(site).toMatchObject({ mode: 'production', demoData: false, demoLogins: [] });
    const answer = await fetch(`${product.url}/api/login`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify({ login: 'administrator', password: 'yinian2025' }),
    });
    expect(answer.status).toBe(401);
  });

  test('the printed link sets the administrator’s password once', async () => {
    const token = tokenOf();
    expect(token.length).toBeGreaterThan(30);
    expect((await post({ token, password: 'short' })).status).toBe(400);
    expect((await post({ token: `${token}x`, password: 'Sunflower-2025' })).status).toBe(409);
    expect((await post({ token, password: 'Sunflower-2025' })).status).toBe(200);
    expect((await post({ token, password: 'Other-2025-xx' })).status).toBe(409);
    await logIn(product, { login: 'administrator', password: 'Sunflower-2025' });
  });

  test('after that no link is printed any more', { timeout: 240_000 }, async () => {
    await product.stop();
    product = await startProduct(place, { YINIAN_MODE: 'production' });
    await product.until('/readyz', 180);
    expect(product.output()).not.toContain('set-password');
  });
});
