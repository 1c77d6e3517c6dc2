import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as endpoints from '#contracts/accounts.ts';
import { newId } from '#shared/ids.ts';
import { caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';

let app: TestApp;
const PASSWORD = 'Sunflower-2025';

beforeAll(async () => {
  app = await startTestApp();
  const accountId = newId();
  const { admin } = app.database;
  const passwordHash = await hash(PASSWORD);
  await admin.query("insert into accounts (account_id, login, name, password_hash) values ($1, 'duty', '周立群', $2)", [
    accountId,
    passwordHash,
  ]);
  for (const [role, area] of [
    ['street', '110115001000'],
    ['community', '110115001001'],
  ]) {
    await admin.query(
      `insert into posts (post_id, account_id, holder_name, role, title, area_code, from_on) values ($1, $2, '周立群', $3, '值班', $4, '2024-01-01')`,
      [newId(), accountId, role, area],
    );
  }
});
afterAll(() => app.stop());

const logIn = (body: { login: string; password: string }) => app.visitor.call(endpoints.login, { body });
const cookieOf = (headers: Record<string, unknown>) =>
  /yinian_session=([^;]+)/.exec(String(headers['set-cookie']))?.[1];

describe('login', () => {
  test('a right password opens a session with an HttpOnly same-site cookie', async () => {
    const answer = await logIn({ login: 'duty', password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    const me = caller(app, cookieOf(answer.headers));
    const session = await me.call(endpoints.readSession);
    expect(session.body).toMatchObject({ name: '周立群', currentPost: { role: 'street', way: 'area' } });
    expect(session.body.posts).toHaveLength(2);
  });

  test('a wrong password answers 401 with what to do and says nothing about the account', async () => {
    const known = await logIn({ login: 'duty', password: 'wrong' });
    const unknown = await logIn({ login: 'nobody', password: 'wrong' });
    expect([known.status, unknown.status]).toEqual([401, 401]);
    expect(known.error.message).toBe(unknown.error.message);
  });

  test('five failures lock the login from that address only: the duty desk elsewhere still gets in', async () => {
    for (let i = 0; i < 5; i++) {
      await app.app.inject({
        method: 'POST',
        url: '/api/login',
        headers: { 'x-yinian': 'test' },
        remoteAddress: '10.0.0.9',
        payload: { login: 'duty', password: 'guess' },
      });
    }
    const attacker = await app.app.inject({
      method: 'POST',
      url: '/api/login',
      headers: { 'x-yinian': 'test' },
      remoteAddress: '10.0.0.9',
      payload: { login: 'duty', password: PASSWORD },
    });
    expect(attacker.json()).toMatchObject({ code: 'accounts.locked' });
    expect((await logIn({ login: 'duty', password: PASSWORD })).status).toBe(200);
  });
});

describe('session', () => {
  test('listed, revoked, and then refused', async () => {
    const first = caller(app, cookieOf((await logIn({ login: 'duty', password: PASSWORD })).headers));
    const second = caller(app, cookieOf((await logIn({ login: 'duty', password: PASSWORD })).headers));
    const list = await first.call(endpoints.listSessions);
    const other = list.body.rows.find(row => !row.current)!;
    const revoked = await first.call(endpoints.revokeSession, { params: { id: other.id } });
    expect(revoked.status).toBe(200);
    const ids = (await first.call(endpoints.listSessions)).body.rows.map(row => row.id);
    expect(ids).not.toContain(other.id);
    expect([200, 401]).toContain((await second.call(endpoints.readSession)).status);
  });

  test('switching the post changes role and area; a stranger’s post is refused', async () => {
    const me = caller(app, cookieOf((await logIn({ login: 'duty', password: PASSWORD })).headers));
    const session = await me.call(endpoints.readSession);
    const community = session.body.posts.find(post => post.role === 'community')!;
    const switched = await me.call(endpoints.switchPost, { body: { postId: community.id } });
    expect(switched.body.currentPost).toMatchObject({ role: 'community', areaCode: '110115001001' });
    expect((await me.call(endpoints.switchPost, { body: { postId: newId() } })).error.code).toBe(
      'accounts.not-your-post',
    );
  });

  test('the same idempotency key with another body is refused with 409', async () => {
    const me = await app.as({ role: 'administrator', areaCode: '110000000000' });
    const key = newId();
    const first = await me.call(endpoints.moveBusinessDate, { body: { businessDate: '2025-06-21' }, key });
    const again = await me.call(endpoints.moveBusinessDate, { body: { businessDate: '2025-06-21' }, key });
    const other = await me.call(endpoints.moveBusinessDate, { body: { businessDate: '2025-06-22' }, key });
    expect([first.status, again.status, other.status]).toEqual([200, 200, 409]);
    expect(again.body).toEqual(first.body);
  });

  test('a write without our header, or from another site, is refused', async () => {
    const bare = await app.app.inject({
      method: 'POST',
      url: '/api/login',
      payload: { login: 'duty', password: PASSWORD },
    });
    expect(bare.json()).toMatchObject({ code: 'platform.cross-site' });
    const elsewhere = await app.app.inject({
      method: 'POST',
      url: '/api/login',
      headers: { 'x-yinian': 'web', origin: 'https://elsewhere.example', host: 'localhost' },
      payload: { login: 'duty', password: PASSWORD },
    });
    expect(elsewhere.statusCode).toBe(403);
  });
});
