import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as endpoints from '#contracts/account-administration.ts';
import { login } from '#contracts/accounts.ts';
import * as logins from '#contracts/family-logins.ts';
import * as units from '#contracts/organisations.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { cloneDatabase } from '../../../../tests/support/database.ts';
import { addElder } from '../../../../tests/support/elders.ts';

const CITY = '110000000000';
const DAXING = '110115000000';
const STREET = '110115005000';
const COMMUNITY = '110115005005';
const PASSWORD = 'jing-nian-2025';
let app: TestApp;
let city: Caller;
let daxing: Caller;

beforeAll(async () => {
  app = await startTestApp(await cloneDatabase());
  city = await app.as({ role: 'administrator', areaCode: CITY, name: '市管理员' });
  daxing = await app.as({ role: 'administrator', areaCode: DAXING, name: '区管理员' });
});
afterAll(() => app.stop());

const newToken = (): string => randomBytes(32).toString('base64url');
const post = (more: Partial<endpoints.PostBody> = {}): endpoints.PostBody => ({
  role: 'street',
  title: '养老专干',
  areaCode: STREET,
  organisationId: null,
  fromOn: '2025-06-01',
  toOn: null,
  ...more,
});
const open = (by: Caller, name: string, more: Partial<endpoints.PostBody> = {}) =>
  by.call(endpoints.openAccount, { body: { login: name, name: '赵小满', ...post(more) } });
const logIn = (name: string, password = PASSWORD) =>
  app.visitor.call(login, { body: { login: name, password, remember: false } });
const claim = (token: string, password = PASSWORD) =>
  app.visitor.call(endpoints.claimLink, { body: { token, password } });

describe('账号管理', () => {
  it('an account is opened, its holder sets the password by a link that works once, and logs in', async () => {
    const { id } = (await open(daxing, 'zhao.xm')).body;
    expect((await logIn('zhao.xm')).status).toBe(401);
    const token = newToken();
    await daxing.call(endpoints.giveLink, { params: { id }, body: { token } });
    expect((await daxing.call(endpoints.readAccount, { params: { id } })).body.link).not.toBeNull();
    expect((await claim(token, 'short1')).status).toBe(400);
    expect((await claim(token, 'zhao.xm-2025')).error.code).toBe('accounts.weak-password');
    expect((await claim(token)).body).toEqual({ login: 'zhao.xm' });
    expect((await claim(token)).error.code).toBe('accounts.link-used');
    const session = await logIn('zhao.xm');
    expect(session.body.currentPost).toMatchObject({ role: 'street', areaCode: STREET, title: '养老专干' });
    const stored = await app.database.admin.query(
      'select 1 from account_links l where l::text like $1 union all select 1 from idempotency_keys k where k::text like $1',
      [`%${token}%`],
    );
    expect(stored.rows).toEqual([]);
  });

  it('a new link ends the former one, and the new password the former sessions', async () => {
    const { id } = (await open(city, 'qian.er', { role: 'district', areaCode: DAXING })).body;
    const [first, second, third] = [newToken(), newToken(), newToken()];
    await city.call(endpoints.giveLink, { params: { id }, body: { token: first } });
    await city.call(endpoints.giveLink, { params: { id }, body: { token: second } });
    expect((await claim(first)).status).toBe(409);
    await claim(second);
    await logIn('qian.er');
    await city.call(endpoints.giveLink, { params: { id }, body: { token: third } });
    await claim(third, 'jing-nian-2026');
    const live =
      "select 1 from sessions s join accounts a using (account_id) where login = 'qian.er' and ended_at is null";
    expect((await app.database.admin.query(live)).rows).toEqual([]);
    expect((await logIn('qian.er')).status).toBe(401);
    expect((await logIn('qian.er', 'jing-nian-2026')).status).toBe(200);
  });

  it('a district’s administrator reaches the district only, and nobody reaches the own account', async () => {
    expect((await open(daxing, 'sun.san', { areaCode: '110102001000' })).error.code).toBe('accounts.outside-area');
    const { id } = (await open(city, 'li.si', { areaCode: '110102001000' })).body;
    expect((await daxing.call(endpoints.readAccount, { params: { id } })).status).toBe(404);
    expect((await daxing.call(endpoints.suspendAccount, { params: { id }, body: { reason: '离职' } })).status).toBe(
      404,
    );
    const seen = (await daxing.call(endpoints.listAccounts, { query: { limit: 200 } })).body.rows;
    expect(seen.flatMap(row => row.posts).every(one => one.areaCode.startsWith('110115'))).toBe(true);
    const own = (await city.call(endpoints.listAccounts, { query: { q: '市管理员', limit: 5 } })).body.rows[0];
    const given = await city.call(endpoints.givePost, { params: { id: own?.id ?? '' }, body: post() });
    expect(given.error.code).toBe('accounts.own-post');
  });

  it('says by field what does not fit a role', async () => {
    const wrong = async (more: Partial<endpoints.PostBody>) => (await open(city, 'zhou.wu', more)).error;
    expect((await wrong({ role: 'community' })).fields).toEqual({
      areaCode: '社区（村）工作者要选到社区（村）',
    });
    expect((await wrong({ role: 'caregiver' })).fields).toEqual({
      organisationId: '养老护理员要选所在的专业服务商',
    });
    expect((await wrong({ toOn: '2025-05-01' })).fields).toEqual({ toOn: '止期早于起期，请核对' });
    expect((await open(city, 'zhao.xm')).error.code).toBe('accounts.login-taken');
  });

  it('an organisation is registered once, staffed, and not closed while it has posts', async () => {
    const body = { name: '大兴测试护理公司', kind: 'provider' as const, areaCode: STREET, creditCode: null };
    const { id } = (await daxing.call(units.registerOrganisation, { body })).body;
    expect((await daxing.call(units.registerOrganisation, { body })).error.code).toBe('accounts.organisation-known');
    const nurse = (await open(daxing, 'wu.liu', { role: 'caregiver', areaCode: null, organisationId: id })).body;
    const close = () =>
      daxing.call(units.changeOrganisation, { params: { id }, body: { name: body.name, closedOn: '2025-06-20' } });
    expect((await close()).error.code).toBe('accounts.organisation-busy');
    const held = (await daxing.call(endpoints.readAccount, { params: { id: nurse.id } })).body.account.posts[0];
    expect(held).toMatchObject({ areaCode: STREET, organisationName: body.name, inForce: true });
    const at = { id: nurse.id, postId: held?.id ?? '' };
    await daxing.call(endpoints.endPost, { params: at, body: { toOn: '2025-06-19' } });
    expect((await close()).status).toBe(200);
    expect((await daxing.call(endpoints.readAccount, { params: { id: nurse.id } })).body.account.state).toBe('no-post');
    const listed = (await daxing.call(units.listOrganisations, { query: { q: '测试护理', limit: 5 } })).body.rows;
    expect(listed).toMatchObject([{ name: body.name, posts: 0, closedOn: '2025-06-20' }]);
  });

  it('a suspended account is out at once and comes back; the last administrator stays', async () => {
    const { id } = (await open(daxing, 'zheng.qi')).body;
    const token = newToken();
    await daxing.call(endpoints.giveLink, { params: { id }, body: { token } });
    await claim(token);
    expect((await logIn('zheng.qi')).status).toBe(200);
    await daxing.call(endpoints.suspendAccount, { params: { id }, body: { reason: '岗位调整' } });
    expect((await logIn('zheng.qi')).error.code).toBe('accounts.suspended');
    await daxing.call(endpoints.restoreAccount, { params: { id }, body: {} });
    expect((await logIn('zheng.qi')).status).toBe(200);
    const [boss] = (await city.call(endpoints.listAccounts, { query: { q: '区管理员', limit: 5 } })).body.rows;
    const stop = await city.call(endpoints.suspendAccount, {
      params: { id: boss?.id ?? '' },
      body: { reason: '离职' },
    });
    expect(stop.error.code).toBe('accounts.last-administrator');
  });
});

describe('老人和家属的账号', () => {
  it('the community opens a login for the daughter; she sees this elder until it is ended', async () => {
    const worker = await app.as({ role: 'community', areaCode: COMMUNITY });
    const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY, bornOn: '1938-01-01' });
    const token = newToken();
    const body = { role: 'family' as const, login: 'nv-er-01', name: '冯小梅', title: '女儿', token };
    const made = await worker.call(logins.openFamilyLogin, { params: { elderId }, body });
    expect(made.body).toEqual({ linkWorks: true });
    await claim(token);
    const session = (await logIn('nv-er-01')).body;
    expect(session.currentPost).toMatchObject({ role: 'family', elderId, areaCode: COMMUNITY });
    const second = await addElder(app.database.admin, { areaCode: COMMUNITY, bornOn: '1937-01-01' });
    const again = await worker.call(logins.openFamilyLogin, { params: { elderId: second }, body });
    expect(again.body).toEqual({ linkWorks: false });
    const [login1] = (await worker.call(logins.listFamilyLogins, { params: { elderId } })).body.rows;
    await worker.call(logins.endFamilyLogin, { params: { elderId, postId: login1?.postId ?? '' }, body: {} });
    const after = (await logIn('nv-er-01')).body;
    expect(after.posts.map(one => one.elderId)).toEqual([second]);
  });

  it('neither another community nor an official’s password is reached from an elder’s file', async () => {
    const elderId = await addElder(app.database.admin, { areaCode: COMMUNITY, bornOn: '1936-01-01' });
    const worker = await app.as({ role: 'community', areaCode: COMMUNITY });
    const other = await app.as({ role: 'community', areaCode: '110115005006' });
    const body = { role: 'family' as const, login: 'zhao.xm', name: '赵小满', title: '儿子', token: newToken() };
    expect((await other.call(logins.openFamilyLogin, { params: { elderId }, body })).status).toBe(404);
    await worker.call(logins.openFamilyLogin, { params: { elderId }, body });
    const [son] = (await worker.call(logins.listFamilyLogins, { params: { elderId } })).body.rows;
    const at = { elderId, postId: son?.postId ?? '' };
    const renewed = await worker.call(logins.renewFamilyLink, { params: at, body: { token: newToken() } });
    expect(renewed.error.code).toBe('accounts.ask-administrator');
    const wrongName = { ...body, name: '别的人' };
    const taken = await worker.call(logins.openFamilyLogin, { params: { elderId }, body: wrongName });
    expect(taken.error.code).toBe('accounts.login-taken');
  });
});
