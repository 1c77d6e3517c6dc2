import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import * as file from '#contracts/elders/record.ts';
import * as register from '#contracts/elders/register.ts';
import type { InputOf } from '#contracts/endpoint.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY, demoIdentityNumber } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';

let app: TestApp;
let worker: Caller;
let elsewhere: Caller;
const AWAY = '110101001001';

beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  elsewhere = await app.as({ role: 'district', areaCode: '110101000000', name: '孙立' });
}, 60_000);
afterAll(() => app.stop());

type Form = InputOf<typeof register.registerElder>['body'];
const form = (given: Partial<Form> = {}): Form => ({
  name: '何秀珍',
  identityNumber: demoIdentityNumber('1938-03-12', '女'),
  areaCode: COMMUNITY,
  living: '独居',
  road: '清源路',
  compound: '清源西里',
  door: '5号楼1单元301',
  phone: '154 0000 7788',
  contacts: [{ name: '李敏', relation: '女儿', phone: '16400000001', isEmergency: true }],
  ...given,
});

describe('registering', () => {
  test('an 87-year-old living alone: tags with reason, a duty for the community, event, audit', async () => {
    const { status, body } = await worker.call(register.registerElder, { body: form() });
    expect(status).toBe(200);
    const { body: record } = await worker.call(file.readElder, { params: { id: body.elderId } });
    expect(record.elder).toMatchObject({ age: 87, sex: '女', bornOn: '1938-03-12', status: 'registered', version: 1 });
    expect(record.tags.map(tag => [tag.label, tag.reason])).toEqual([
      ['高龄独居', '2018年3月12日年满80周岁，登记为独居'],
      ['老老人', '2018年3月12日年满80周岁'],
    ]);
    expect(record.areaPath.map(area => area.name).slice(0, 3)).toEqual(['北京市', '大兴区', '清源街道']);
    expect(record).toMatchObject({ phoneMasked: '154****7788', doorMasked: '*号楼*单元***' });
    expect(record.identityMasked).toMatch(/^119\*{13}\d[\dX]$/);
    expect(record.actions[0]).toMatchObject({
      action: 'verify',
      allowed: true,
      due: { dueOn: '2025-06-27', kind: 'left', words: '剩 5 个工作日' },
    });
    const { rows: events } = await app.database.admin.query(
      "select payload from outbox where name = 'elder.registered'",
    );
    expect(events.at(-1)?.payload).toMatchObject({ elderId: body.elderId, areaCode: COMMUNITY });
    const { rows: audit } = await app.database.admin.query(
      "select note, after from audit_entries where action = 'elders.register'",
    );
    expect(JSON.stringify(audit)).not.toContain('15400007788');
  });

  test('the same key twice registers once', async () => {
    const body = form({ name: '冯德海', identityNumber: demoIdentityNumber('1940-01-02', '男'), phone: null });
    const key = newId();
    const [first, second] = [
      await worker.call(register.registerElder, { body, key }),
      await worker.call(register.registerElder, { body, key }),
    ];
    expect(second.body).toEqual(first.body);
    const found = await worker.call(listElders, { query: { q: '冯德海' } });
    expect(found.body.total).toBe(1);
  });

  test('S4-3.1 two desks at the same time: one registers, the other hears that the number is taken', async () => {
    const identityNumber = demoIdentityNumber('1941-05-06', '男');
    const street = await app.as({ role: 'street', areaCode: '110115003000' });
    const answers = await Promise.all([
      worker.call(register.registerElder, { body: form({ name: '钱永福', identityNumber, phone: null }) }),
      street.call(register.registerElder, { body: form({ name: '钱永福', identityNumber, phone: null }) }),
    ]);
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
  });

  test('every fault stands at its field in words', async () => {
    const bad = await worker.call(register.registerElder, { body: form({ identityNumber: '110101193803120021' }) });
    expect(bad.error.fields?.identityNumber).toContain('校验');
    const young = await worker.call(register.registerElder, {
      body: form({ identityNumber: demoIdentityNumber('1990-01-01', '男') }),
    });
    expect(young.error.fields?.identityNumber).toBe('今天35周岁，不满 60 周岁，不在老年人台账登记');
    const cross = await worker.call(register.registerElder, {
      body: form({ identityNumber: demoIdentityNumber('1939-09-09', '女'), sex: '男', bornOn: '1939-09-08' }),
    });
    expect(cross.error.code).toBe('elders.identity-mismatch');
    expect(cross.error.fields).toEqual({
      sex: '身份证号第 17 位表示女性，与填写的“男”不一致，请核对',
      bornOn: '身份证号里的出生日期是1939年9月9日，与填写的1939年9月8日不一致，请核对',
    });
    const away = await worker.call(register.registerElder, { body: form({ areaCode: AWAY }) });
    expect(away.error.code).toBe('elders.outside-area');
    const street = await worker.call(register.registerElder, { body: form({ areaCode: '110115003000' }) });
    expect(street.error.fields?.areaCode).toBe('请选到社区（村）');
    const name = await worker.call(register.registerElder, { body: form({ name: 'a1', contacts: [] }) });
    expect(name.error.fields?.name).toContain('汉字');
  });
});

describe('duplicates', () => {
  test('an identity number held in another district is refused with the district and nothing else', async () => {
    const holder = await buildElder(app.database, { name: '尉迟恭', areaCode: AWAY, phone: '15400003333' });
    const check = await worker.call(register.checkDuplicates, {
      body: { name: '尉迟恭', identityNumber: holder.identityNumber, phone: '15400003333' },
    });
    expect(check.body.identityTaken).toEqual({
      elderId: null,
      districtName: '东城区',
      doNext: '已在东城区登记，请联系东城区民政部门办理迁入，不要重复登记',
    });
    expect(check.body.candidates).toEqual([]);
    expect(JSON.stringify(check.body)).not.toContain(holder.elderId);
    const refused = await worker.call(register.registerElder, {
      body: form({ name: '尉迟恭', identityNumber: holder.identityNumber }),
    });
    expect([refused.status, refused.error.code]).toEqual([409, 'elders.identity-taken']);
    expect(refused.error.message).toContain('东城区');
    // The holder's side sees that somebody asked.
    const seen = await elsewhere.call(file.listLookers, { params: { id: holder.elderId } });
    expect(seen.body.rows[0]).toMatchObject({
      actor: '赵敏',
      what: '登记前按身份证号查重',
      purpose: '按身份证号在全市查重',
    });
  });

  test('probable ones are shown with reasons, refused until decided, and the decision is remembered', async () => {
    const known = await buildElder(app.database, { name: '闫桂兰', bornOn: '1937-07-01', compound: '清源西里' });
    const draft = form({ name: '阎贵兰', identityNumber: demoIdentityNumber('1937-07-01', '女'), phone: null });
    const check = await worker.call(register.checkDuplicates, {
      body: { name: draft.name, identityNumber: draft.identityNumber, compound: '清源西里' },
    });
    expect(check.body.derived).toEqual({ sex: '女', bornOn: '1937-07-01', age: 87 });
    expect(check.body.candidates).toHaveLength(1);
    expect(check.body.candidates[0]).toMatchObject({
      elderId: known.elderId,
      reasons: ['姓名读音相同（闫桂兰）', '出生日期相同', '住同一小区'],
    });
    const refused = await worker.call(register.registerElder, { body: draft });
    expect(refused.error.code).toBe('elders.probable-duplicate');
    const reason = '两人都到场，身份证号不同';
    const done = await worker.call(register.registerElder, {
      body: { ...draft, notDuplicateOf: [{ elderId: known.elderId, reason }] },
    });
    expect(done.status).toBe(200);
    const { rows } = await app.database.admin.query(
      'select reason, decided_by from elder_not_duplicates where elder_id = $1',
      [done.body.elderId],
    );
    expect(rows).toEqual([{ reason, decided_by: '赵敏' }]);
  });

  test('one phone and one name is enough to ask', async () => {
    const known = await buildElder(app.database, { name: '鲁世荣', bornOn: '1945-01-01', phone: '15400005555' });
    const check = await worker.call(register.checkDuplicates, {
      body: { name: '鲁世荣', bornOn: '1944-11-30', phone: '+86 154 0000 5555' },
    });
    expect(check.body.candidates.map(c => c.elderId)).toEqual([known.elderId]);
    expect(check.body.candidates[0]?.phoneMasked).toBe('154****5555');
  });

  test('other roles neither register nor look up', async () => {
    const auditor = await app.as({ role: 'auditor', areaCode: '110000000000' });
    expect((await auditor.call(register.registerElder, { body: form() })).status).toBe(403);
    expect((await auditor.call(register.checkDuplicates, { body: { name: '王秀兰' } })).status).toBe(403);
  });
});

test('people behind one door are one household', async () => {
  const place = { road: '兴丰大街', compound: '康庄小区', door: '2号楼3单元402', phone: null, contacts: [] };
  const one = await worker.call(register.registerElder, {
    body: form({ ...place, name: '苏文华', living: '空巢', identityNumber: demoIdentityNumber('1944-02-02', '男') }),
  });
  const two = await worker.call(register.registerElder, {
    body: form({ ...place, name: '田玉芝', living: '空巢', identityNumber: demoIdentityNumber('1946-08-02', '女') }),
  });
  const { body } = await worker.call(file.readElder, { params: { id: two.body.elderId } });
  expect(body.household.members.map(m => [m.name, m.relation])).toEqual([
    ['田玉芝', '本人'],
    ['苏文华', '同住'],
  ]);
  expect(one.status).toBe(200);
});
