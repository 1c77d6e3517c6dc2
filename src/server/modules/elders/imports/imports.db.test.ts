import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideCorrection, listCorrections } from '#contracts/elders/corrections.ts';
import { readFacts } from '#contracts/elders/facts.ts';
import { listElders } from '#contracts/elders/find.ts';
import { decideImportChanges } from '#contracts/elders/import-changes.ts';
import * as endpoints from '#contracts/elders/imports.ts';
import { readElder } from '#contracts/elders/record.ts';
import { allowSource } from '#contracts/elders/trusts.ts';
import { loadAreas } from '#modules/areas/index.ts';
import type { JobWorker } from '#platform/jobs/worker.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { buildElder } from '../../../../../tests/support/builders.ts';
import { asBatch } from '../../../../../tests/support/database.ts';
import { check, load, settled, upload, workerOf } from '../../../../../tests/support/import-elders.ts';
import { demoNumber } from '../../../../../tests/support/numbers.ts';
import { sleep } from '../../../../../tests/support/slow-work.ts';
import { csvOf, rowsOfBook, workbookOf } from '../../../../../tests/support/tables.ts';

const STREET = '110115003000';
const COMMUNITY = '110115003003';
let app: TestApp;
let worker: JobWorker;
let street: Caller;
let elsewhere: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await workerOf(app);
  street = await app.as({ role: 'street', areaCode: STREET, name: '李专干' });
  elsewhere = await app.as({ role: 'street', areaCode: '110102001000' });
});
afterAll(async () => {
  await worker.stop();
  await app.stop();
});

const HEAD = ['姓名', '身份证号', '社区', '居住方式', '小区'];
const number = (bornOn = '1940-05-05', sex: '男' | '女' = '女') => demoNumber(bornOn, sex);
const row = (name: string, identity = number()): string[] => [name, identity, '清源西里社区', '独居', '清源西里'];
const buildIt = (name: string) =>
  buildElder(app.database, { areaCode: COMMUNITY, name, living: '独居', compound: '清源西里', economicClass: 'none' });
const find = async (q: string) => (await street.call(listElders, { query: { q } })).body.rows;

describe('a table of people', () => {
  it('is previewed before anything is written, then loaded; the same file again changes nothing', async () => {
    const known = number('1941-01-01', '男');
    const bytes = await workbookOf({ 台账: [HEAD, row('欧阳春芳'), row('𠮷野·阿依古丽'), row('赵国栋', known)] });
    const checked = await check(street, bytes);
    expect(checked).toMatchObject({
      status: 'checked',
      counts: { rows: 3, new: 3, change: 0, same: 0, wrong: 0, lookAlike: 0 },
      mapping: ['name', 'identityNumber', 'areaCode', 'living', 'compound'],
    });
    expect(await find('欧阳春芳')).toEqual([]);
    const loaded = await load(street, checked.id);
    expect(loaded).toMatchObject({ status: 'loaded', counts: { new: 3 } });
    const [person] = await find('欧阳春芳');
    expect(person).toMatchObject({ areaCode: COMMUNITY, living: '独居', status: 'registered' });
    const record = await street.call(readElder, { params: { id: person!.elderId } });
    expect(record.body).toMatchObject({ updatedBy: '李专干', elder: { source: 'import' } });
    const owed = await app.database.admin.query(
      'select title, for_role from due_items where subject_id = $1 and closed_at is null',
      [person!.elderId],
    );
    expect(owed.rows).toEqual([{ title: '核实欧阳春芳的登记', for_role: 'community' }]);
    expect((await find('𠮷野·阿依古丽')).length).toBe(1);
    expect((await check(street, bytes)).counts).toEqual({
      rows: 3,
      new: 0,
      change: 0,
      same: 3,
      wrong: 0,
      lookAlike: 0,
    });

    const next = await workbookOf({ 台账: [HEAD, ['赵国栋', known, '清源西里社区', '空巢', '清源西里']] });
    const change = await check(street, next);
    expect(change).toMatchObject({ counts: { change: 1 }, changedFields: [{ field: '居住方式', rows: 1 }] });
    await load(street, change.id);
    const [changed] = await find('赵国栋');
    expect(changed).toMatchObject({ living: '空巢' });
    const { rows } = await app.database.admin.query(
      "select before, after, note, actor_name from audit_entries where elder_id = $1 and action = 'elders.change'",
      [changed!.elderId],
    );
    expect(rows).toMatchObject([{ before: { living: '独居' }, after: { living: '空巢' }, actor_name: '李专干' }]);
    expect(rows[0].note).toContain('批量导入');
  });

  it('every person has an audit row, a service-log entry and a step, as at the desk', async () => {
    const checked = await check(street, csvOf([HEAD, row('钱秀珍'), row('孙玉兰')]));
    await load(street, checked.id, 'active');
    const { rows } = await app.database.admin.query(
      `select e.name, e.status, a.actor_name, a.after->>'source' as source, l.kind, s.to_status,
         exists (select 1 from service_log_pending p where p.entry_id = l.entry_id
           union all select 1 from service_log_leaves v where v.entry_id = l.entry_id) as logged
       from elder_import_people p join elders e using (elder_id)
       join audit_entries a on a.elder_id = e.elder_id and a.action = 'elders.register'
       join service_log_entries l on l.entry_id = a.entry_id
       join lifecycle_steps s on s.subject_id = e.elder_id where p.import_id = $1 order by e.name`,
      [checked.id],
    );
    expect(rows).toEqual(
      ['孙玉兰', '钱秀珍'].map(name => ({
        ...{ name, status: 'active', actor_name: '李专干', source: 'import', kind: 'elders.register' },
        ...{ to_status: 'active', logged: true },
      })),
    );
  });

  it('rows that cannot be read come back in a workbook that says what to change, ready to be sent again', async () => {
    const good = number('1950-02-02', '男');
    const table: unknown[][] = [
      HEAD,
      row('吴天明', '110101193803120'),
      row('郑科学', '1.10101E+17'),
      ['周数字', 110101193803120000, '清源西里社区', '独居', ''],
      row('冯?', number()),
      ['陈地方', number(), '不存在社区', '独居', ''],
      ['褚居住', number(), '清源西里社区', '住树上', ''],
      row('卫重复', good),
      row('蒋重复', good),
      row('', number()),
      ['沈年轻', demoNumber('1999-01-01', '女'), '清源西里社区', '独居', ''],
    ];
    const checked = await check(street, await workbookOf({ a: table }));
    expect(checked.counts).toMatchObject({ rows: 10, new: 1, wrong: 9 });
    const wrong = await street.call(endpoints.listWrongRows, { params: { id: checked.id } });
    const says = wrong.body.rows.map(one => one.faults.map(fault => fault.say).join('；'));
    const expected = [
      '15 位旧号码',
      '末几位已经丢了',
      '末几位已经丢了',
      '生僻字',
      '没有“不存在社区”',
      '居住方式“住树上”不认识',
      '与第 8 行的身份证号相同',
      '没有填姓名',
      '不满 60 周岁',
    ];
    for (const [i, part] of expected.entries()) expect(says[i], table[i + 1]?.[0] as string).toContain(part);
    const book = await street.call(endpoints.downloadErrorBook, { params: { id: checked.id } });
    const rows = await rowsOfBook(book.body as Buffer);
    expect(rows[0]).toEqual([...HEAD, '要改什么']);
    expect(rows.length).toBe(10);
    expect(rows[1]?.slice(0, 2)).toEqual(['吴天明', '110101193803120']);
    const mended = rows.map((cells, i) => (i === 1 ? [cells[0], number(), ...cells.slice(2)] : cells)).slice(0, 2);
    const again = await check(street, await workbookOf({ a: mended }));
    expect(again.counts).toMatchObject({ rows: 1, new: 1, wrong: 0 });
  });

  it('a newcomer’s row is told all that is wrong at once; the sheet of people is found behind one of notes', async () => {
    const known = await buildIt('秦在册');
    const people = [
      ['姓名', '身份证号', '性别', '居住方式'],
      ['尤新来', number('1941-03-03', '女'), '男', '住树上'],
      ['秦在册', known.identityNumber, '', '住树上'],
    ];
    const checked = await check(street, await workbookOf({ 说明: [['说明', '请如实填写']], 名单: people }));
    expect(checked.notes).toEqual([
      '工作簿有 2 张表，读的是“名单”',
      '没有哪一列选作社区（村），新登记的人要有：请选一列再检查，或在表里加一列',
    ]);
    const wrong = await street.call(endpoints.listWrongRows, { params: { id: checked.id } });
    expect(wrong.body.rows.map(one => one.faults.map(fault => fault.field))).toEqual([
      ['居住方式', '性别', '社区（村）'],
      ['居住方式'],
    ]);
    const empty = await check(street, csvOf([HEAD]));
    expect(empty).toMatchObject({ counts: { rows: 0 }, notes: ['表头下面没有人'] });
  });

  it('look-alikes wait for a person: skipped, or loaded with the reason remembered', async () => {
    const other = await buildElder(app.database, { areaCode: COMMUNITY, name: '韩桂英', bornOn: '1944-04-04' });
    const bytes = csvOf([HEAD, row('韩桂英', number('1944-04-04')), row('许独一')]);
    const first = await check(street, bytes);
    expect(first).toMatchObject({ counts: { new: 1, lookAlike: 1 }, undecided: 1 });
    const { body } = await street.call(endpoints.listLookAlikes, { params: { id: first.id } });
    expect(body.rows).toMatchObject([
      { row: 2, name: '韩桂英', decision: null, matches: [{ elderId: other.elderId }] },
    ]);
    expect(body.rows[0]?.identityMasked).toMatch(/^119\*{13}/);
    const decision = { decision: 'different' as const, reason: '同小区两位同名老人，身份证都看过' };
    await street.call(endpoints.decideLookAlikes, { params: { id: first.id }, body: { rows: [2], ...decision } });
    const loaded = await load(street, first.id);
    expect(loaded.counts).toMatchObject({ new: 2, lookAlike: 0 });
    const { rows } = await app.database.admin.query(
      'select reason from elder_not_duplicates where other_elder_id = $1',
      [other.elderId],
    );
    expect(rows).toEqual([{ reason: decision.reason }]);
  });

  it('S4-3.1 what a table changes of a verified person’s identity or money waits for a second person, the table as one thing', async () => {
    const head = [...HEAD, '经济状况'];
    const people = [buildIt('冯玉珍'), buildIt('冯玉梅'), buildIt('冯玉芳')];
    const known = await Promise.all(people);
    const line = (one: (typeof known)[number], living: string) => [
      ...[one.name, one.identityNumber, '清源西里社区', living, '清源西里', '低保'],
    ];
    const bytes = csvOf([head, ...known.map(one => line(one, '空巢'))]);
    const checked = await check(street, bytes);
    expect(checked).toMatchObject({ counts: { change: 3 }, changes: null });
    const loaded = await load(street, checked.id);
    expect(loaded.changes).toEqual({ status: 'proposed', proposed: 3, applied: 0, refused: 0, mine: true });
    const states = () =>
      app.database.admin.query(
        `select e.living, e.economic_class, f.source, f.reference from elders e
         left join elder_field_sources f on f.elder_id = e.elder_id and f.field = 'economicClass'
         where e.elder_id = any ($1) order by e.name desc`,
        [known.map(one => one.elderId)],
      );
    expect((await states()).rows).toEqual(
      known.map(() => ({ living: '空巢', economic_class: 'none', source: null, reference: null })),
    );
    const owed = await app.database.admin.query(
      'select title, for_role, path from due_items where closed_at is null and subject_id = $1',
      [checked.id],
    );
    expect(owed.rows).toMatchObject([{ title: '核对“台账.xlsx”带来的更正，3件', for_role: 'street' }]);
    const at = { params: { id: checked.id }, body: { approve: true } };
    expect((await street.call(decideImportChanges, at)).error.code).toBe('elders.same-person');
    const second = await app.as({ role: 'street', areaCode: STREET, name: '王科长' });
    // Somebody else has touched the same fact since: that one stays to be looked at by itself.
    const [first] = (await second.call(listCorrections, { query: { importId: checked.id } })).body.rows;
    expect(first).toMatchObject({ source: 'import', fieldLabels: ['经济状况'] });
    const other = known.find(one => one.elderId !== first?.elderId) as (typeof known)[number];
    await second.call(decideCorrection, {
      params: { id: first!.id },
      body: { approve: false, version: 2, note: '救助名单里没有' },
    });
    expect((await second.call(decideImportChanges, at)).status).toBe(200);
    let now = (await second.call(endpoints.readImport, { params: { id: checked.id } })).body;
    for (let left = 400; left > 0 && now.changes?.status === 'deciding'; left--) {
      await sleep(50);
      now = (await second.call(endpoints.readImport, { params: { id: checked.id } })).body;
    }
    expect(now.changes).toEqual({ status: 'decided', proposed: 0, applied: 2, refused: 1, mine: false });
    const facts = await street.call(readFacts, { params: { id: other.elderId } });
    expect(facts.body.rows.find(row => row.field === 'economicClass')).toMatchObject({
      ...{ value: '最低生活保障家庭', source: 'import', by: '王科长', reference: '台账.xlsx，来源：清源街道' },
    });
    const left = await app.database.admin.query('select from due_items where closed_at is null and subject_id = $1', [
      checked.id,
    ]);
    expect(left.rows).toEqual([]);
  });

  it('a sender whom the district trusts for the field changes it at once, with the rule named', async () => {
    const district = await app.as({ role: 'district', areaCode: '110115000000', name: '周科长' });
    const basis = '大兴区民政局与救助科数据共享约定';
    const fields = ['economicClass' as const];
    await district.call(allowSource, { body: { source: 'hardship', fields, basis, fromOn: '2025-01-01' } });
    const one = await buildIt('卫淑琴');
    const row = [one.name, one.identityNumber, '清源西里社区', '独居', '清源西里', '低保'];
    const uploaded = await upload(street, csvOf([[...HEAD, '经济状况'], row]), '救助名单.csv');
    const body = { mapping: uploaded.mapping, sender: '社会救助数据' };
    await street.call(endpoints.checkImport, { params: { id: uploaded.id }, body });
    expect((await settled(street, uploaded.id)).status).toBe('checked');
    expect((await load(street, uploaded.id)).changes).toBeNull();
    const facts = await street.call(readFacts, { params: { id: one.elderId } });
    const fact = facts.body.rows.find(found => found.field === 'economicClass');
    expect(fact).toMatchObject({ value: '最低生活保障家庭', source: 'import', confidence: 'matched' });
  });

  it('a person registered elsewhere is named by district only, and the holder’s area sees who asked', async () => {
    const identityNumber = number('1939-09-09');
    const abroad = { areaCode: '110102001001', name: '杨外区', identityNumber, bornOn: '1939-09-09' };
    await buildElder(app.database, abroad);
    const checked = await check(street, csvOf([HEAD, row('杨外区', identityNumber)]));
    expect(checked.faults[0]?.say).toContain('已在西城区登记');
    const { rows } = await app.database.admin.query(
      "select area_code, actor_name from audit_entries where action = 'elders.find-identity' and area_code = '110102001001'",
    );
    expect(rows).toMatchObject([{ actor_name: '李专干' }]);
    expect((await elsewhere.call(endpoints.readImport, { params: { id: checked.id } })).status).toBe(404);
    expect((await elsewhere.call(endpoints.listImports, {})).body.rows).toEqual([]);
  });

  it('the columns a sender’s headings are, once chosen, are proposed the next time', async () => {
    const bytes = csvOf([
      ['老人', '证', '村', '咋住'],
      ['何晓', number(), '清源西里社区', '独居'],
    ]);
    const first = await upload(street, bytes, 'a.csv');
    expect(first.mapping).toEqual([null, null, 'areaCode', null]);
    const mapping = ['name', 'identityNumber', 'areaCode', 'living'] as const;
    await street.call(endpoints.checkImport, { params: { id: first.id }, body: { mapping: [...mapping] } });
    expect((await upload(street, bytes, 'b.csv')).mapping).toEqual(mapping);
    const lacking = await street.call(endpoints.checkImport, {
      params: { id: first.id },
      body: { mapping: [null, null, 'areaCode', null] },
    });
    expect(lacking.error.message).toMatch(/还没有选哪一列是姓名、身份证号|不能再检查/);
  });

  it('a file that is no table answers with what to do and leaves nothing behind', async () => {
    const answer = await street.call(endpoints.uploadImport, { file: { name: 'x.xlsx', bytes: Buffer.alloc(0) } });
    expect(answer.error).toMatchObject({ code: 'imports.file', message: expect.stringContaining('0 字节') });
  });
});
