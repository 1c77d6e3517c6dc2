import { afterAll, beforeAll, expect, test } from 'vitest';
import * as consents from '#contracts/consents.ts';
import { listDoctorContracts, readElderDoctor, signDoctor } from '#contracts/doctors.ts';
import { readFacts } from '#contracts/elders/facts.ts';
import { openOutside, readOutside } from '#contracts/elders/outside.ts';
import { readElder, readTimeline } from '#contracts/elders/record.ts';
import { addOrderPhoto, listOrderPhotos } from '#contracts/order-photos.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { addRow } from '../../../../tests/support/fill-tables.ts';

const HERE = '110115003001';
let app: TestApp;
let worker: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
});
afterAll(() => app.stop());

const say = (who: Caller, elderId: string, body: object) =>
  who.call(consents.decideConsent, { params: { elderId }, body: { textVersion: '2025-01', ...body } as never });
const one = async (who: Caller, elderId: string, purpose: string) =>
  (await who.call(consents.listConsents, { params: { elderId } })).body.rows.find(row => row.purpose === purpose);
const own = async (role: 'elder' | 'family', name: string) => {
  const { elderId } = await buildElder(app.database, { name, areaCode: HERE, abilityLevel: 3 });
  return { elderId, who: await app.as({ role, areaCode: HERE, elderId, name }) };
};

test('each purpose stands by default with its source; the person’s word goes before, and a withdrawal is kept beside it', async () => {
  const { elderId, who } = await own('elder', '祝秀英');
  expect(await one(who, elderId, 'publication')).toMatchObject({
    ...{ allowed: false, basis: { source: '个人信息保护法第二十五条', confidence: 'memory' }, history: [] },
  });
  expect((await say(who, elderId, { purpose: 'publication', decision: 'given', validTo: '2025-06-30' })).status).toBe(
    200,
  );
  expect(await one(worker, elderId, 'publication')).toMatchObject({ allowed: true, basis: null });
  await say(who, elderId, { purpose: 'publication', decision: 'refused' });
  const now = await one(worker, elderId, 'publication');
  expect(now).toMatchObject({ allowed: false, basis: null });
  expect(now?.history.map(row => [row.decision, row.byKind])).toEqual([
    ['refused', 'self'],
    ['given', 'self'],
  ]);
  const bare = await say(worker, elderId, { purpose: 'photo-service', decision: 'refused' });
  expect(bare.error.fields?.evidence).toContain('请写依据');
  const paper = { purpose: 'photo-service', decision: 'refused', evidence: '本人当面说的，签了同意书' };
  expect((await say(worker, elderId, paper)).status).toBe(200);
  expect((await one(who, elderId, 'photo-service'))?.history[0]).toMatchObject({ byKind: 'staff', by: '赵敏' });
  const old = await say(who, elderId, { purpose: 'publication', decision: 'given', textVersion: '2020-01' });
  expect(old.error.code).toBe('consents.state');
  const stranger = await app.as({ role: 'community', areaCode: '110102001004' });
  expect((await say(stranger, elderId, paper)).status).toBe(404);
});

test('an agreement that ran out no longer holds: the default does', async () => {
  const { elderId, who } = await own('elder', '申玉兰');
  await say(who, elderId, { purpose: 'publication', decision: 'given' });
  await app.database.admin.query("update consents set valid_from = '2025-01-01', valid_to = '2025-06-19'");
  expect(await one(who, elderId, 'publication')).toMatchObject({
    allowed: false,
    because: '公开个人信息要本人单独同意',
  });
});

test('S1-18.2 without the elder’s word the family sees neither file nor doctor’s advice, and cannot open it for itself', async () => {
  const { elderId, who: family } = await own('family', '袁丽');
  expect((await family.call(readElder, { params: { id: elderId } })).status).toBe(200);
  await say(worker, elderId, { purpose: 'family-view', decision: 'refused', evidence: '老人当面说的' });
  for (const answer of [
    await family.call(readElder, { params: { id: elderId } }),
    await family.call(readFacts, { params: { id: elderId } }),
    await family.call(readTimeline, { params: { id: elderId }, query: {} }),
    await family.call(readElderDoctor, { params: { elderId } }),
  ]) {
    expect([answer.status, answer.error.code]).toEqual([403, 'consents.family-withheld']);
    expect(answer.error.message).toBe('老人没有同意“家属看您的档案”，这里不显示');
    expect(answer.error.doNext).toContain('请社区上门记下他的同意');
  }
  const self = await say(family, elderId, { purpose: 'family-view', decision: 'given' });
  expect(self.error.message).toContain('由老人本人决定');
  const elder = await app.as({ role: 'elder', areaCode: HERE, elderId });
  expect((await elder.call(readElder, { params: { id: elderId } })).status).toBe(200);
  await say(elder, elderId, { purpose: 'family-view', decision: 'given' });
  expect((await family.call(readElder, { params: { id: elderId } })).status).toBe(200);
});

test('S1-18.2 the signed doctor sees ability and bed until the elder says no, then why not', async () => {
  const { elderId } = await own('elder', '耿桂珍');
  const accountId = newId();
  const doctor = await app.as({ role: 'doctor', areaCode: '110115003000', name: '孙医生', accountId });
  const signed = await worker.call(signDoctor, { params: { elderId }, body: { doctorId: accountId } });
  expect(signed.status).toBe(200);
  const seen = async () => (await doctor.call(readElderDoctor, { params: { elderId } })).body.contract;
  expect(await seen()).toMatchObject({ abilityLevel: 3, withheld: null });
  await say(worker, elderId, { purpose: 'health-doctor', decision: 'refused', evidence: '电话里说的，有录音' });
  expect(await seen()).toMatchObject({
    abilityLevel: null,
    bed: null,
    withheld: expect.stringContaining('请老人本人'),
  });
  const { body } = await doctor.call(listDoctorContracts, { query: { view: 'all' } });
  expect(body.rows.find(row => row.elderId === elderId)).toMatchObject({ abilityLevel: null });
});

test('no photo is taken or shown against the elder’s word; a look from outside only in an emergency', async () => {
  const { elderId, who } = await own('elder', '殷素琴');
  const { admin } = app.database;
  await addRow(admin, 'orders', { elderId, areaCode: HERE });
  const { rows } = await admin.query("update orders set status = 'started' where elder_id = $1 returning order_id", [
    elderId,
  ]);
  const params = { id: rows[0].order_id };
  expect((await worker.call(listOrderPhotos, { params })).body.withheld).toBeNull();
  await say(who, elderId, { purpose: 'photo-service', decision: 'refused' });
  expect((await worker.call(listOrderPhotos, { params })).body).toMatchObject({
    ...{ rows: [], withheld: expect.stringContaining('“上门服务拍照留存”') },
  });
  const carer = await app.as({ role: 'caregiver', areaCode: HERE, accountId: newId() });
  await admin.query(
    'update orders set assignee_id = (select account_id from posts where role = $1 order by post_id desc limit 1)',
    ['caregiver'],
  );
  const photo = { params, file: { name: 'a.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') } };
  expect((await carer.call(addOrderPhoto, photo)).error.code).toBe('consents.withheld');
  await say(who, elderId, { purpose: 'cross-area', decision: 'refused' });
  const looker = await app.as({ role: 'community', areaCode: '110102001004' });
  const look = async (purpose: '核对身份' | '应急处置') => {
    const body = { elderId, purpose, reason: '老人在本街道走失，正在核实' };
    const { lookId } = (await looker.call(openOutside, { body })).body;
    return (await looker.call(readOutside, { params: { id: lookId } })).status;
  };
  expect(await look('核对身份')).toBe(403);
  expect(await look('应急处置')).toBe(200);
});
