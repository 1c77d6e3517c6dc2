import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideConsent, listConsents } from '#contracts/consents.ts';
import type { Endpoint } from '#contracts/endpoint.ts';
import { decideGuardian, listFamilyLogins, setGuardian } from '#contracts/family-logins.ts';
import { listLetters } from '#contracts/letters.ts';
import { listMyRelief } from '#contracts/my-relief.ts';
import { readMyReceived } from '#contracts/payments/cycles.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { newId } from '#shared/ids.ts';
import { routes } from '../../../../src/server/routes.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';

const HERE = '110115003001';
const PURPOSES = ['family-view', 'family-money', 'family-health'] as const;

/** What a family may call whatever the elder said, each with why; a new endpoint is gated or stands here. */
const FREE: Readonly<Record<string, string>> = {
  '^accounts\\.': '自己的账号',
  '^messages\\.': '发给自己的消息',
  '^work\\.': '派给自己的待办',
  '^runs\\.': '自己发起的后台运行',
  '^(catalogue|providers)\\.': '公开的目录，没有老人的信息',
  '^assessments\\.(scale|forms|form)$': '空白量表，没有老人的信息',
  '^alarms\\.': '紧急情况下保护生命，家属要能赶去；报外出是为了不误报',
  '^consents\\.': '看得到要请老人同意什么',
  '^orders\\.(create|confirm|evaluate|cancel)$': '替老人约服务、确认服务，只涉及这一张服务单',
  '^orders\\.(photos|photo)$': '照片另有“上门服务拍照留存”的同意',
  '^home-care-beds\\.(apply|sign-contract|eligibility)$': '家属代签的合同',
  '^home-adaptations\\.(begin|apply|step)$': '替老人申请、验收，只涉及这一件改造',
  '^home-adaptations\\.products$': '公开的产品目录，没有老人的信息',
  '^benefits\\.(funerals(-export)?|funeral|claim-funeral|decline-funeral)$': '丧葬补贴由家属领取，老人已去世',
};
const ofFamily = routes.filter(each => each.access.roles.includes('family'));
const isFree = (audit: string) => Object.keys(FREE).some(pattern => new RegExp(pattern).test(audit));
const url = (endpoint: Endpoint, elderId: string) =>
  endpoint.path.replace(/:(\w+)/g, (_, name: string) => (name === 'elderId' || name === 'id' ? elderId : newId()));

let app: TestApp;
let elderId: string;
let elder: Caller;
let family: Caller;
let worker: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  elderId = (await buildElder(app.database, { name: '魏淑芬', areaCode: HERE, abilityLevel: 2 })).elderId;
  elder = await app.as({ role: 'elder', areaCode: HERE, elderId });
  family = await app.as({ role: 'family', areaCode: HERE, elderId, name: '魏强', agreed: false });
  worker = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
});
afterAll(() => app.stop());

const say = (purpose: (typeof PURPOSES)[number], decision: 'given' | 'refused') =>
  elder.call(decideConsent, { params: { elderId }, body: { purpose, decision, textVersion: '2025-01' } });

/** The code each gated endpoint answers to the family, by the purpose it stands under. */
async function answersOf(who: Caller): Promise<{ audit: string; purpose: string; code: string | null }[]> {
  const found = [];
  for (const { endpoint, access, audit } of ofFamily.filter(each => each.access.condition)) {
    const answer = await app.app.inject({
      method: endpoint.method,
      url: url(endpoint, elderId),
      headers: { 'x-yinian': 'test', 'idempotency-key': newId() },
      cookies: { yinian_session: who.cookie ?? '' },
      ...(endpoint.method === 'GET' ? {} : { payload: {} }),
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    const code = isJson ? ((answer.json() as { code?: string } | null)?.code ?? null) : null;
    found.push({ audit, purpose: access.condition?.name ?? '', code });
  }
  return found;
}
const refused = (rows: Awaited<ReturnType<typeof answersOf>>) =>
  rows.filter(each => each.code === 'consents.family-withheld');

test('every endpoint a family may call stands under a consent, or has a reason why not', () => {
  const open = ofFamily.filter(each => !each.access.condition && !isFree(each.audit)).map(each => each.audit);
  expect(open).toEqual([]);
  for (const each of ofFamily) if (each.access.condition) expect(PURPOSES).toContain(each.access.condition.name);
  const counts = Map.groupBy(ofFamily, each => each.access.condition?.name ?? 'free');
  for (const purpose of PURPOSES) expect(counts.get(purpose)?.length, purpose).toBeGreaterThan(5);
});

test('S1-18.2 each of them opens and closes with its own consent, money and health only by the elder’s word', async () => {
  const asBorn = await answersOf(family);
  expect(new Set(refused(asBorn).map(each => each.purpose))).toEqual(new Set(['family-money', 'family-health']));
  for (const purpose of PURPOSES) {
    for (const each of PURPOSES) await say(each, each === purpose ? 'given' : 'refused');
    const rows = await answersOf(family);
    expect(refused(rows).map(each => each.audit)).toEqual(
      rows.filter(each => each.purpose !== purpose).map(each => each.audit),
    );
  }
  for (const each of PURPOSES) await say(each, 'refused');
  expect(refused(await answersOf(elder))).toEqual([]);
  const { error } = await family.call(readMyReceived);
  expect(error.message).toBe('老人没有同意“家属看您的待遇和钱”，这里不显示');
  expect(error.doNext).toContain('法定监护人');
  // An application for 低保 says what the household has: money too.
  expect((await family.call(listMyRelief, {})).error.message).toBe(error.message);
  expect((await elder.call(listMyRelief, {})).body).toEqual({ elderName: null, rows: [], visits: [] });
  expect((await family.call(listConsents, { params: { elderId } })).status).toBe(200);
  const { rows } = await app.database.admin.query(
    "select 1 from audit_entries where kind = 'refused' and action = 'payments.mine'",
  );
  expect(rows.length).toBeGreaterThan(0);
});

test('of letters the family sees those it may, and is told of the others', async () => {
  await say('family-view', 'given');
  await say('family-money', 'given');
  const { withheld } = (await family.call(listLetters, { query: {} })).body;
  expect(withheld).toEqual(['老人没有同意“家属看您的健康情况”，这里不显示']);
  expect((await elder.call(listLetters, { query: {} })).body.withheld).toEqual([]);
});

test('a legal guardian sees all of it, by a paper that one person records and another confirms, until it is taken back', async () => {
  for (const each of PURPOSES) await say(each, 'refused');
  const find = async () =>
    (await worker.call(listFamilyLogins, { params: { elderId } })).body.rows.find(row => row.role === 'family');
  const params = { elderId, postId: (await find())?.postId ?? '' };
  const bare = await worker.call(setGuardian, { params, body: { evidence: '' } });
  expect(bare.error.fields?.evidence).toContain('请写依据');
  const evidence = '法院指定监护人判决书（2024）京0115民特12号';
  expect((await worker.call(setGuardian, { params, body: { evidence } })).status).toBe(200);
  expect(await find()).toMatchObject({ guardian: { evidence, askedBy: '赵敏', from: null, confirmedBy: null } });
  const closed = refused(await answersOf(family)).length;
  expect(closed).toBeGreaterThan(20);
  const decision = { params, body: { confirm: true, note: '已看判决书原件' } };
  expect((await worker.call(decideGuardian, decision)).error.code).toBe('accounts.guardian-same-person');
  const { rows: accounts } = await app.database.admin.query('select account_id from posts where post_id = $1', [
    params.postId,
  ]);
  const self = await app.as({ role: 'street', areaCode: '110115003000', accountId: accounts[0]?.account_id });
  expect((await self.call(decideGuardian, decision)).error.code).toBe('accounts.guardian-same-person');
  const street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  const refusal = { params, body: { confirm: false, note: '文书看不清' } };
  expect((await street.call(decideGuardian, refusal)).status).toBe(200);
  expect([await find(), (await street.call(decideGuardian, decision)).error.code]).toMatchObject([
    { guardian: null },
    'platform.wrong-state',
  ]);
  await worker.call(setGuardian, { params, body: { evidence } });
  expect(refused(await answersOf(family)).length).toBe(closed);
  const owed = async () =>
    (
      await app.database.admin.query('select title from due_items where subject_id = $1 and closed_at is null', [
        params.postId,
      ])
    ).rowCount;
  expect([await owed(), (await street.call(decideGuardian, decision)).status, await owed()]).toEqual([1, 200, 0]);
  expect(await find()).toMatchObject({ guardian: { from: '2025-06-20', confirmedBy: '陈岚' } });
  expect(refused(await answersOf(family))).toEqual([]);
  const stranger = await app.as({ role: 'community', areaCode: '110102001004' });
  expect((await stranger.call(setGuardian, { params, body: { evidence: null } })).status).toBe(404);
  await worker.call(setGuardian, { params, body: { evidence: null } });
  expect(refused(await answersOf(family)).length).toBeGreaterThan(20);
});
