import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import * as file from '#contracts/elders/record.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { inTransaction } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, COMMUNITY, demoIdentityNumber, testKeys } from '../../../../tests/support/builders.ts';
import { asBatch, TEST_DATE } from '../../../../tests/support/database.ts';
import { setAbility } from './index.ts';
import { renewTags } from './renew-tags.ts';

let app: TestApp;
let worker: Caller;
let street: Caller;
let stranger: Caller;

beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await app.as({ role: 'community', areaCode: COMMUNITY, name: '赵敏' });
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  stranger = await app.as({ role: 'district', areaCode: '110101000000', name: '孙立' });
}, 60_000);
afterAll(() => app.stop());

const at = (id: string) => ({ params: { id } });

describe('changes', () => {
  test('S4-3.1 tags follow the facts, with a new version, an event and a sentence in the timeline', async () => {
    const kept = { economicClass: '低保', wishForVisits: false, dementia: true } as const;
    const { elderId } = await buildElder(app.database, { name: '丁淑珍', ...kept });
    const answer = await worker.call(file.changeElder, {
      ...at(elderId),
      body: { version: 1, changes: { living: '与子女同住', phone: '15400001111' }, reason: '女儿搬来同住' },
    });
    expect(answer.body).toEqual({ version: 2, changed: ['phone', 'living'] });
    const { body } = await worker.call(file.readElder, at(elderId));
    expect(body.tags.map(tag => tag.code)).toEqual(['dementia', 'oldest-old', 'hardship']);
    expect(body.elder).toMatchObject(kept);
    expect([body.phoneMasked, body.updatedBy]).toEqual(['154****1111', '赵敏']);
    expect((await worker.call(listElders, { query: { q: '丁淑珍', living: '独居' } })).body.total).toBe(0);
    const { body: timeline } = await worker.call(file.readTimeline, at(elderId));
    expect(timeline.rows[0]).toMatchObject({
      label: '手机号已更改，居住方式改为与子女同住',
      note: '女儿搬来同住',
      actor: '赵敏',
    });
    const { rows } = await app.database.admin.query(
      "select payload from outbox where name = 'elder.changed' order by outbox_id desc limit 1",
    );
    expect(rows[0].payload.fields).toEqual(['phone', 'living']);
  });

  test('edits of different fields meet; of the same field the second is told whose and what', async () => {
    const { elderId } = await buildElder(app.database, { name: '方国栋' });
    const change = (caller: Caller, changes: object) =>
      caller.call(file.changeElder, { ...at(elderId), body: { version: 1, changes } });
    expect((await change(street, { living: '空巢' })).status).toBe(200);
    expect((await change(worker, { compound: '康庄小区' })).body.version).toBe(3);
    const refused = await change(worker, { living: '与子女同住' });
    expect([refused.status, refused.error.code]).toEqual([409, 'elders.changed-meanwhile']);
    expect(refused.error.fields?.['changes.living']).toMatch(/^陈岚在6月20日 \d\d:\d\d 已把居住方式改为“空巢”$/);
  });

  test('a corrected identity number frees the wrong one and must agree with the rest', async () => {
    const wrong = await buildElder(app.database, {
      name: '范玉兰',
      bornOn: '1936-01-01',
      status: 'registered',
    });
    const right = demoIdentityNumber('1936-01-02', '女');
    const holder = await buildElder(app.database, { name: '范玉莲', bornOn: '1942-01-02' });
    const change = (changes: object) =>
      worker.call(file.changeElder, { ...at(wrong.elderId), body: { version: 1, changes } });
    expect((await change({ identityNumber: holder.identityNumber })).error.code).toBe('elders.identity-taken');
    expect((await change({ bornOn: '1936-01-05' })).error.fields?.['changes.bornOn']).toContain('不一致');
    expect((await change({ identityNumber: right })).status).toBe(200);
    const { body } = await worker.call(file.readElder, at(wrong.elderId));
    expect(body.elder.bornOn).toBe('1936-01-02');
    expect((await worker.call(listElders, { query: { q: wrong.identityNumber } })).body.rows).toEqual([]);
    const again = await buildElder(app.database, {
      name: '别人',
      identityNumber: wrong.identityNumber,
      bornOn: '1936-01-01',
    });
    expect(again.elderId).toBeTruthy();
  });
});

describe('steps', () => {
  test('verify by the community, admit by the street; the wrong role and order are refused in words', async () => {
    const { elderId } = await buildElder(app.database, { name: '石建国', status: 'registered' });
    expect((await worker.call(file.stepElder, { ...at(elderId), body: { action: 'admit' } })).error.message).toContain(
      '不能确认入册',
    );
    expect(
      (await worker.call(file.stepElder, { ...at(elderId), body: { action: 'verify' } })).error.fields?.note,
    ).toContain('上门');
    const verified = await worker.call(file.stepElder, {
      ...at(elderId),
      body: { action: 'verify', note: '本人在家，确为独居' },
    });
    expect(verified.body.status).toBe('verified');
    expect((await worker.call(file.stepElder, { ...at(elderId), body: { action: 'admit' } })).error.message).toContain(
      '养老专干',
    );
    const { rows } = await app.database.admin.query(
      'select for_role, due_on from due_items where subject_id = $1 and closed_at is null',
      [elderId],
    );
    expect(rows).toEqual([{ for_role: 'street', due_on: '2025-06-25' }]);
    expect((await street.call(file.stepElder, { ...at(elderId), body: { action: 'admit' } })).body.status).toBe(
      'active',
    );
  });

  test('death closes the record, its tags and its place in searches; the dead are found only when asked for', async () => {
    const elder = await buildElder(app.database, { name: '贺永福', bornOn: '1933-01-01', sex: '男' });
    const body = { diedOn: '2025-06-19' };
    expect(
      (await worker.call(file.recordDeath, { ...at(elder.elderId), body: { diedOn: '2025-07-01' } })).error.fields
        ?.diedOn,
    ).toContain('今天之后');
    expect((await worker.call(file.recordDeath, { ...at(elder.elderId), body })).body.status).toBe('deceased');
    expect((await worker.call(listElders, { query: { q: '贺永福' } })).body.total).toBe(0);
    const dead = await worker.call(listElders, { query: { q: '贺永福', status: 'deceased' } });
    expect(dead.body.rows.map(row => row.elderId)).toEqual([elder.elderId]);
    expect((await worker.call(listElders, { query: { status: 'deceased' } })).body.total).toBe(1);
    expect((await worker.call(file.recordDeath, { ...at(elder.elderId), body })).status).toBe(409);
    const edit = await worker.call(file.changeElder, {
      ...at(elder.elderId),
      body: { version: 2, changes: { living: '空巢' } },
    });
    expect(edit.error.code).toBe('elders.deceased');
    const { rows } = await app.database.admin.query("select payload from outbox where name = 'elder.died'");
    expect(rows.at(-1)?.payload.diedOn).toBe('2025-06-19');
  });
});

describe('unmasking', () => {
  test('a purpose first; the values never in the kept answer; ten minutes, same account; the family sees it', async () => {
    const elder = await buildElder(app.database, { name: '江玉芝', phone: '15400002222' });
    const asked = await worker.call(file.revealElder, {
      ...at(elder.elderId),
      body: { purpose: '联系本人或家属', note: '约上门时间', fields: ['phone'] },
    });
    const params = { id: elder.elderId, revealId: asked.body.revealId };
    const shown = await worker.call(file.readReveal, { params });
    expect(shown.body).toEqual({ phone: '15400002222', expiresAt: asked.body.expiresAt });
    expect((await street.call(file.readReveal, { params })).status).toBe(404);
    const { rows: kept } = await app.database.admin.query('select response::text from idempotency_keys');
    expect(JSON.stringify(kept)).not.toContain('15400002222');
    await app.database.admin.query("update elder_reveals set expires_at = '2020-01-01' where reveal_id = $1", [
      params.revealId,
    ]);
    expect((await worker.call(file.readReveal, { params })).error.code).toBe('elders.reveal-expired');
    const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: elder.elderId });
    const { body } = await family.call(file.listLookers, at(elder.elderId));
    expect(body.rows.find(row => row.what === '查看完整信息')).toMatchObject({
      actor: '赵敏',
      purpose: '联系本人或家属：约上门时间',
    });
  });
});

test('the community and the family see every looker, also those of the district and the city', async () => {
  const { elderId } = await buildElder(app.database, { name: '谢玉珍' });
  const district = await app.as({ role: 'district', areaCode: '110115000000', name: '周科长' });
  const city = await app.as({ role: 'city', areaCode: '110000000000', name: '市局小何' });
  for (const who of [district, city]) expect((await who.call(file.readElder, at(elderId))).status).toBe(200);
  const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId });
  for (const who of [worker, family]) {
    const { body } = await who.call(file.listLookers, at(elderId));
    expect(body.rows.map(row => row.actor)).toEqual(expect.arrayContaining(['周科长', '市局小何']));
  }
});

test('contacts: added, changed, removed; masked in the record', async () => {
  const { elderId } = await buildElder(app.database, { name: '尹凤英' });
  const body = { name: '李敏', relation: '女儿', phone: '164-0000-2207' };
  const { body: made } = await worker.call(file.addContact, { ...at(elderId), body });
  const twin = await worker.call(file.addContact, { ...at(elderId), body: { ...body, name: '李刚' } });
  expect(twin.error.fields?.phone).toBe('这个电话已登记在李敏（女儿）名下');
  const params = { id: elderId, contactId: made.contactId };
  await worker.call(file.changeContact, { params, body: { isEmergency: true } });
  await worker.call(file.changeContact, { params, body: { name: '李敏敏' } });
  const { body: record } = await worker.call(file.readElder, at(elderId));
  expect(record.contacts).toEqual([
    {
      contactId: made.contactId,
      name: '李敏敏',
      relation: '女儿',
      phoneMasked: '164****2207',
      isEmergency: true,
      livesTogether: false,
    },
  ]);
  expect((await worker.call(listElders, { query: { q: '16400002207' } })).body.rows[0]?.elderId).toBe(elderId);
  expect((await worker.call(file.removeContact, { params })).status).toBe(200);
  expect((await worker.call(file.removeContact, { params })).status).toBe(404);
});

test('another district gets 404 from every endpoint of a person and changes nothing', async () => {
  const { elderId } = await buildElder(app.database, { name: '别区看不到' });
  const calls = [
    stranger.call(file.readElder, at(elderId)),
    stranger.call(file.readTimeline, at(elderId)),
    stranger.call(file.listLookers, at(elderId)),
    stranger.call(file.changeElder, { ...at(elderId), body: { version: 1, changes: { living: '空巢' } } }),
    stranger.call(file.stepElder, { ...at(elderId), body: { action: 'verify', note: '看过' } }),
    stranger.call(file.recordDeath, { ...at(elderId), body: { diedOn: '2025-06-01' } }),
    stranger.call(file.revealElder, { ...at(elderId), body: { purpose: '核对身份', fields: ['identity'] } }),
    stranger.call(file.addContact, { ...at(elderId), body: { name: '李敏', relation: '女儿', phone: '16400000000' } }),
    stranger.call(file.removeContact, { params: { id: elderId, contactId: newId() } }),
    stranger.call(file.changeContact, { params: { id: elderId, contactId: newId() }, body: { name: '李敏' } }),
  ];
  for (const answer of await Promise.all(calls)) {
    expect(answer.status).toBe(404);
    expect(JSON.stringify(answer.body)).not.toContain('别区看不到');
  }
  const family = await app.as({ role: 'family', areaCode: COMMUNITY, elderId: newId() });
  expect((await family.call(file.readElder, at(elderId))).status).toBe(404);
  const { body } = await worker.call(file.readElder, at(elderId));
  expect(body.elder).toMatchObject({ version: 1, living: '独居' });
});

describe('for other modules', () => {
  const underArea = <T>(work: (ctx: Context) => Promise<T>, today = TEST_DATE) =>
    inTransaction(
      app.database.pool,
      { scope: { way: 'batch', areaFrom: '110000000000', areaTo: '120000000000' } },
      tx => {
        const actor = {
          name: '系统',
          role: 'street',
          accountId: newId(),
          areaCode: '110000000000',
          areaFrom: '110000000000',
          areaTo: '120000000000',
        };
        const scope = { way: 'batch' };
        const ctx = {
          ...tx,
          keys: testKeys(),
          today,
          now: `${today}T01:00:00.000Z`,
          actor,
          scope,
          requestId: newId(),
          recorded: { count: 0 },
        };
        return work(ctx as unknown as Context);
      },
    );

  test('S1-5.3 S3-24.1 setAbility brings the tag with its validity; the day after it ends, the tag goes', async () => {
    const { elderId } = await buildElder(app.database, { name: '武玉兰', bornOn: '1950-03-03' });
    await underArea(ctx => setAbility(ctx, elderId, { level: 3, validTo: '2025-07-01' }));
    const tags = async () =>
      (await worker.call(file.readElder, at(elderId))).body.tags.map(tag => `${tag.label}：${tag.reason}`);
    expect(await tags()).toEqual(['重度失能：能力评估为重度失能，结果有效至2025年7月1日', '独居：居住方式登记为独居']);
    expect(await underArea(renewTags, '2025-07-01')).toBe(0);
    expect(await underArea(renewTags, '2025-07-02')).toBe(1);
    expect(await tags()).toEqual(['独居：居住方式登记为独居']);
  });

  test('who turns 80 tomorrow is 老老人 tomorrow', async () => {
    const { elderId } = await buildElder(app.database, {
      name: '滕志强',
      bornOn: '1945-06-21',
      sex: '男',
      living: '空巢',
    });
    expect(await underArea(renewTags, '2025-06-20')).toBe(0);
    expect(await underArea(renewTags, '2025-06-21')).toBe(1);
    const { rows } = await app.database.admin.query(
      "select reason from elder_tags where elder_id = $1 and code = 'oldest-old'",
      [elderId],
    );
    expect(rows).toEqual([{ reason: '2025年6月21日年满80周岁' }]);
  });

  test('参照执行 reaches those already disabled on the day the measures begin', async () => {
    const { elderId } = await buildElder(app.database, { name: '桑玉珍', bornOn: '1952-01-01', dementia: true });
    const codes = async () =>
      (
        await app.database.admin.query("select code from elder_tags where elder_id = $1 and code = 'assimilated'", [
          elderId,
        ])
      ).rowCount;
    await underArea(renewTags, '2025-09-28');
    expect(await codes()).toBe(0);
    await underArea(renewTags, '2025-09-29');
    expect(await codes()).toBe(1);
    expect(await underArea(renewTags, '2025-09-29')).toBe(0);
  });
});
