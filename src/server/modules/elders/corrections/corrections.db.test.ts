import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as contract from '#contracts/elders/corrections.ts';
import { readFacts } from '#contracts/elders/facts.ts';
import * as file from '#contracts/elders/record.ts';
import * as trusts from '#contracts/elders/trusts.ts';
import { listMessages } from '#contracts/messages.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { buildElder, demoIdentityNumber } from '../../../../../tests/support/builders.ts';
import { asBatch } from '../../../../../tests/support/database.ts';

const HERE = '110115003001';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let app: TestApp;
let community: Caller;
let street: Caller;
let second: Caller;
let district: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  second = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
  district = await app.as({ role: 'district', areaCode: '110115000000', name: '周科长' });
});
afterAll(() => app.stop());

const at = (id: string) => ({ params: { id } });
const why = { reason: '登记时看错了证件', evidence: '居民身份证原件' };
const propose = (who: Caller, elderId: string, asked: { version?: number; [field: string]: unknown }) => {
  const { version = 1, ...changes } = asked;
  return who.call(contract.proposeCorrection, { ...at(elderId), body: { version, changes, ...why } });
};
const decide = (who: Caller, id: string, body: object) =>
  who.call(contract.decideCorrection, { ...at(id), body: { approve: true, version: 1, ...body } });
const sql = async (text: string, values: unknown[] = []) => (await app.database.admin.query(text, values)).rows;

describe('更正', () => {
  test('S4-3.1 an edit of what identity hangs on is refused once verified; proposed, checked by another, then written', async () => {
    const elder = await buildElder(app.database, { name: '范玉兰', bornOn: '1936-01-01' });
    const { elderId } = elder;
    const edit = await community.call(file.changeElder, {
      ...at(elderId),
      body: { version: 1, changes: { name: '范玉莲', living: '空巢' } },
    });
    expect([edit.error.code, edit.error.fields?.['changes.name']]).toEqual([
      'elders.needs-correction',
      '姓名要提出更正，由另一人核对',
    ]);
    const right = demoIdentityNumber('1936-01-02', '女');
    const made = await propose(community, elderId, { identityNumber: right, name: '范玉莲' });
    expect(made.body.status).toBe('proposed');
    const { id } = made.body;
    const added = await community.call(contract.addCorrectionFile, {
      ...at(id),
      file: { name: '身份证.png', bytes: PNG },
    });
    expect(added.status).toBe(200);
    const due = await sql('select for_role, due_on, path from due_items where subject_id = $1 and closed_at is null', [
      id,
    ]);
    expect(due).toEqual([{ for_role: 'street', due_on: '2025-06-25', path: `/desk/corrections/${id}` }]);
    const { body: list } = await street.call(contract.listCorrections, { query: { status: 'proposed' } });
    expect(list.rows.map(row => row.id)).toContain(id);
    const { body: seen } = await street.call(contract.readCorrection, at(id));
    expect(seen.fields.map(f => f.field).sort()).toEqual(['bornOn', 'identityNumber', 'name']);
    expect(seen.fields.find(f => f.field === 'bornOn')).toMatchObject({
      before: '1936年1月1日',
      after: '1936年1月2日',
    });
    expect(seen).toMatchObject({ evidence: why.evidence, files: [{ name: '身份证.png' }] });
    expect(JSON.stringify(seen)).not.toContain(right);
    const reveal = await street.call(file.revealElder, {
      ...at(elderId),
      body: { purpose: '核对身份', fields: ['identity'] },
    });
    const params = { id, revealId: reveal.body.revealId };
    const whole = await street.call(contract.readSealedCorrection, { params });
    expect(whole.body.rows).toMatchObject([{ before: elder.identityNumber, after: right }]);
    expect((await second.call(contract.readSealedCorrection, { params })).status).toBe(404);
    expect((await decide(street, id, {})).body.status).toBe('applied');
    const { body: record } = await community.call(file.readElder, at(elderId));
    expect(record.elder).toMatchObject({ name: '范玉莲', bornOn: '1936-01-02', version: 2 });
    const kept = JSON.stringify(await sql('select to_jsonb(c) from elder_corrections c'));
    expect(kept).not.toContain(right);
    const facts = (await community.call(readFacts, at(elderId))).body.rows;
    expect(facts.find(f => f.field === 'name')).toMatchObject({
      ...{ value: '范玉莲', source: 'correction', confidence: 'checked', by: '陈岚', reference: why.evidence },
    });
    expect(facts.find(f => f.field === 'living')).toMatchObject({
      source: 'register',
      confidence: 'checked',
      by: null,
    });
    const timeline = (await community.call(file.readTimeline, { ...at(elderId), query: {} })).body.rows;
    expect(timeline.map(row => row.label)).toEqual(expect.arrayContaining(['提出更正', '核对无误，更正']));
  });

  test('the maker cannot check, nor the community; refused with a reason; told; another street sees nothing', async () => {
    const { elderId } = await buildElder(app.database, { name: '石秀云' });
    const { id } = (await propose(street, elderId, { economicClass: '低保' })).body;
    expect((await decide(street, id, {})).error.code).toBe('elders.same-person');
    expect((await decide(community, id, {})).status).toBe(403);
    const stranger = await app.as({ role: 'street', areaCode: '110102001000', name: '吴凡' });
    expect((await stranger.call(contract.readCorrection, at(id))).status).toBe(404);
    expect((await decide(stranger, id, {})).status).toBe(404);
    const twice = await propose(community, elderId, { economicClass: '低收入' });
    expect(twice.error.message).toContain('陈岚已经对其中一项提出更正');
    expect((await decide(second, id, { approve: false })).error.fields?.note).toContain('为什么不更正');
    const refused = await decide(second, id, { approve: false, note: '低保证已过期' });
    expect(refused.body.status).toBe('refused');
    expect((await decide(second, id, {})).error.code).toBe('platform.wrong-state');
    const inbox = (await street.call(listMessages, { query: {} })).body.rows;
    expect(inbox[0]?.text).toContain('低保证已过期');
    expect(await sql('select 1 from due_items where subject_id = $1 and closed_at is null', [id])).toEqual([]);
    const { body } = await street.call(file.readElder, at(elderId));
    expect(body.elder.economicClass).toBe('none');
    expect((await propose(street, elderId, { economicClass: 'none' })).status).toBe(400);
  });

  test('other fields changed meanwhile merge; the same field is shown with both values and needs a choice', async () => {
    const { elderId } = await buildElder(app.database, { name: '葛桂英', nation: '汉', maritalStatus: '丧偶' });
    const { id } = (await propose(community, elderId, { nation: '满', maritalStatus: '离婚' })).body;
    const edit = (changes: object, version: number) =>
      second.call(file.changeElder, { ...at(elderId), body: { version, changes } });
    await edit({ living: '空巢' }, 1);
    await edit({ nation: '回' }, 2);
    const { body: seen } = await street.call(contract.readCorrection, at(id));
    expect(seen.fields[0]).toMatchObject({
      field: 'nation',
      before: '汉',
      after: '满',
      now: '回',
      other: { by: '李静' },
    });
    const blind = await decide(street, id, { version: 3 });
    expect(blind.error.code).toBe('elders.changed-meanwhile');
    expect(blind.error.fields?.['choices.nation']).toContain('李静在2025年6月20日');
    await edit({ nation: '蒙古' }, 3);
    const stale = await decide(street, id, { version: 3, choices: { nation: 'take' } });
    expect(stale.error.code).toBe('elders.changed-meanwhile');
    expect((await decide(street, id, { version: 4, choices: { nation: 'keep' } })).body.status).toBe('applied');
    const { body } = await street.call(file.readElder, at(elderId));
    expect(body.elder).toMatchObject({ nation: '蒙古', maritalStatus: '离婚', living: '空巢' });
    const done = (await street.call(contract.readCorrection, at(id))).body;
    expect(done).toMatchObject({ keptLabels: ['民族'], decidedBy: '陈岚' });
    const { body: changes } = await street.call(contract.listChanges, { ...at(elderId), query: { since: 1 } });
    expect(changes.rows.find(row => row.field === 'nation')).toMatchObject({ now: '蒙古', by: '李静' });
  });

  test('the family asks from its own pages, sees only its elder, and may take it back', async () => {
    const { elderId } = await buildElder(app.database, { name: '尤素珍' });
    const other = await buildElder(app.database, { name: '别家老人' });
    const family = await app.as({ role: 'family', areaCode: HERE, elderId, name: '尤丽' });
    const { body: made } = await propose(family, elderId, { phone: '164 0000 2207' });
    expect((await propose(family, other.elderId, { nation: '满' })).status).toBe(404);
    const { body: mine } = await family.call(contract.listCorrections, { query: {} });
    expect(mine.rows).toMatchObject([{ id: made.id, source: 'family', proposedBy: '尤丽', fieldLabels: ['手机号'] }]);
    const { body: one } = await family.call(contract.readCorrection, at(made.id));
    expect(one.actions).toMatchObject([{ action: 'withdraw', allowed: true }]);
    expect((await street.call(contract.withdrawCorrection, at(made.id))).error.code).toBe('elders.correction');
    expect((await family.call(contract.withdrawCorrection, at(made.id))).body).toMatchObject({ status: 'withdrawn' });
    const again = (await propose(family, elderId, { phone: '16400002207' })).body;
    expect((await decide(street, again.id, {})).body.status).toBe('applied');
    const { body: record } = await family.call(file.readElder, at(elderId));
    expect(record.phoneMasked).toBe('164****2207');
    const told = (await family.call(listMessages, { query: {} })).body.rows;
    expect(told[0]).toMatchObject({ title: '您提出的更正有结果了', path: '/elder/file' });
    const audited = await sql(
      "select role from audit_entries where action = 'elders.propose-correction' and elder_id = $1",
      [elderId],
    );
    expect(audited).toEqual([{ role: 'family' }, { role: 'family' }]);
  });

  test('a death reported by correction is recorded; the day of a known death is corrected with its event', async () => {
    const { elderId } = await buildElder(app.database, { name: '冯德海', sex: '男' });
    const first = (await propose(community, elderId, { diedOn: '2025-06-18' })).body;
    await decide(street, first.id, {});
    const { body } = await community.call(file.readElder, at(elderId));
    expect(body.elder).toMatchObject({ status: 'deceased', diedOn: '2025-06-18' });
    const next = (await propose(community, elderId, { diedOn: '2025-05-30', version: body.elder.version })).body;
    expect((await decide(street, next.id, { version: body.elder.version })).status).toBe(200);
    expect(await sql('select happened_on from elder_life_events where elder_id = $1', [elderId])).toEqual([
      { happened_on: '2025-05-30' },
    ]);
    expect((await community.call(file.readElder, at(elderId))).body.elder.diedOn).toBe('2025-05-30');
    const name = (await propose(community, elderId, { name: '冯德河', version: 9 })).body;
    expect((await decide(street, name.id, { version: 9 })).body.status).toBe('applied');
  });
});

type Sent = { identityNumber?: string; [field: string]: unknown };

describe('部门送来的记录', () => {
  test('S0-4.3 each has source, number and day; the same number is taken once; trusted fields by rule, of another’s making', async () => {
    const elder = await buildElder(app.database, { name: '韩淑芬' });
    const feed = (who: Caller, number: string, { identityNumber = elder.identityNumber, ...changes }: Sent) =>
      who.call(trusts.takeFeed, {
        body: { source: 'disability', asOf: '2025-06-01', rows: [{ number, identityNumber, changes }] },
      });
    const grade = (n: number) => ({ disabilities: [{ kind: '肢体', grade: n }] });
    expect((await feed(district, 'C-1', grade(2))).body.counts).toMatchObject({ proposed: 1, applied: 0 });
    expect(
      (await feed(district, 'C-9', { ...grade(2), identityNumber: demoIdentityNumber('1940-01-01', '男') })).body
        .rows[0]?.outcome,
    ).toBe('unknown');
    const { body: waiting } = await street.call(contract.listCorrections, { query: { elderId: elder.elderId } });
    await decide(street, waiting.rows[0]!.id, {});
    expect((await feed(district, 'C-2', grade(2))).body.counts).toMatchObject({ same: 1 });
    expect((await feed(district, 'C-1', grade(3))).body.rows[0]).toMatchObject({ outcome: 'duplicate' });
    const rule = {
      source: 'disability' as const,
      fields: ['disabilities' as const],
      basis: '区残联数据共享协议',
      fromOn: '2025-06-01',
    };
    await district.call(trusts.allowSource, { body: rule });
    expect((await feed(district, 'C-3', grade(1))).body.counts).toMatchObject({ proposed: 1 });
    const [open] = (
      await street.call(contract.listCorrections, { query: { status: 'proposed', elderId: elder.elderId } })
    ).body.rows;
    await decide(street, open!.id, { approve: false, version: 2, note: '等区里再核' });
    const clerk = await app.as({ role: 'district', areaCode: '110115000000', name: '区数据员' });
    const { body: taken } = await feed(clerk, 'C-4', grade(1));
    expect(taken.counts).toMatchObject({ applied: 1 });
    const done = (await street.call(contract.readCorrection, at(taken.rows[0]!.correctionId!))).body;
    expect(done.decisionNote).toBe('按可信来源更正，依据：区残联数据共享协议，周科长定');
    const facts = (await street.call(readFacts, at(elder.elderId))).body.rows;
    expect(facts.find(f => f.field === 'disabilities')).toMatchObject({
      ...{ value: '肢体一级', source: 'comparison', asOf: '2025-06-01', confidence: 'matched' },
    });
    const { rows } = (await district.call(trusts.listTrusts, {})).body;
    expect(rows[0]).toMatchObject({ inForce: true, allowedBy: '周科长' });
    await district.call(trusts.endTrust, at(rows[0]!.id));
    expect((await feed(clerk, 'C-5', grade(2))).body.counts).toMatchObject({ proposed: 1 });
    expect((await feed(clerk, 'C-6', { diedOn: '2030-01-01' })).body.rows[0]).toMatchObject({ outcome: 'wrong' });
  });
});
