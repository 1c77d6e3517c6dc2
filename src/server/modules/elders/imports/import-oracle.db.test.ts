import { afterAll, beforeAll, expect, it } from 'vitest';
import { listElders } from '#contracts/elders/find.ts';
import * as endpoints from '#contracts/elders/imports.ts';
import { changeElder } from '#contracts/elders/record.ts';
import { registerElder } from '#contracts/elders/register.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { inTransaction } from '#platform/database/transaction.ts';
import { batchContext } from '#platform/http/context.ts';
import type { JobWorker } from '#platform/jobs/worker.ts';
import { open } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { randomOf } from '#shared/random.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { buildElders, testKeys } from '../../../../../tests/support/builders.ts';
import { asBatch, TEST_DATE } from '../../../../../tests/support/database.ts';
import { check, load, workerOf } from '../../../../../tests/support/import-elders.ts';
import { demoNumber } from '../../../../../tests/support/numbers.ts';
import { csvOf } from '../../../../../tests/support/tables.ts';
import { remakeRoll } from '../remake-rolls.ts';
import { likenessOf } from '../rules/duplicates.ts';

const STREET = '110115003000';
const COMMUNITIES = ['110115003003', '110115003008'];
const HEAD = ['姓名', '身份证号', '手机号', '社区代码', '小区', '门牌', '居住方式'];
let app: TestApp;
let worker: JobWorker;
let street: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  worker = await workerOf(app);
  street = await app.as({ role: 'street', areaCode: STREET, name: '李专干' });
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await app.stop();
});

type Person = { name: string; bornOn: string; phone: string | null; areaCode: string; compound: string | null };
const r = randomOf(5, 'import-oracle');
const pick = <T>(list: readonly T[]): T => list[r.below(list.length)] as T;
const DAYS = Array.from({ length: 20 }, (_, i) => `19${45 + i}-12-${13 + (i % 15)}`);
/** Few names, days, phones and places, so that every way of being alike and not alike occurs. */
const anybody = (): Person => ({
  name: pick(['王秀兰', '王秀蓝', '王桂兰', '汪秀兰', '李建国', '李健国', '李国', '欧阳建国']),
  bornOn: pick(['1940-03-04', '1940-04-03', '1940-03-05', '1941-03-04', ...DAYS]),
  phone: r.next() < 0.4 ? `1541234${String(1_000 + r.below(12))}` : null,
  areaCode: pick(COMMUNITIES),
  compound: pick(['清源西里', '兴丰家园', '建国里', '枣园', null]),
});

/** Said once more in plain words: who of the register a row has to be compared with, and what of it is found. */
function looksLike(row: Person, known: Person): boolean {
  const samePhone = row.phone !== null && row.phone === known.phone;
  const [year, month, day] = row.bornOn.split('-') as [string, string, string];
  const sameDay = known.bornOn === row.bornOn || (Number(day) <= 12 && known.bornOn === `${year}-${day}-${month}`);
  if (!samePhone && !(sameDay && row.name[0] === known.name[0])) return false;
  if (!samePhone && row.compound && known.compound && row.compound !== known.compound) return false;
  return likenessOf({ ...row, hasPhone: row.phone !== null }, { ...known, samePhone }) !== undefined;
}

it('the rows accepted are those that a plain comparison with everybody accepts', async () => {
  const known = await buildElders(
    app.database,
    Array.from({ length: 60 }, () => ({ ...anybody(), householdId: newId() })),
  );
  const rows = Array.from({ length: 400 }, () => ({ ...anybody(), number: '' }));
  const table = rows.map((row, i) => {
    const again = i % 17 === 0 ? known[r.below(known.length)] : undefined;
    if (again)
      Object.assign(row, { name: again.name, bornOn: again.bornOn, phone: null, number: again.identityNumber });
    else row.number = demoNumber(row.bornOn, '女');
    if (again) [row.areaCode, row.compound] = [again.areaCode, again.compound];
    return [row.name, row.number, row.phone ?? '', row.areaCode, row.compound ?? '', '', '独居'];
  });
  const checked = await check(street, csvOf([HEAD, ...table]));
  const numbers = new Set(known.map(one => one.identityNumber));
  const met = new Map<string, number>();
  const twins = new Set<string>();
  let [fresh, alike] = [0, 0];
  for (const [i, row] of rows.entries()) {
    if (met.has(row.number) || numbers.has(row.number)) {
      met.set(row.number, i);
      continue;
    }
    met.set(row.number, i);
    const key = `${row.name}|${row.bornOn}|${row.areaCode}|${row.compound}`;
    const twin = row.compound !== null && twins.has(key);
    if (row.compound !== null) twins.add(key);
    if (twin || known.some(one => looksLike(row, one))) alike++;
    else fresh++;
  }
  expect(alike).toBeGreaterThan(40);
  expect(fresh).toBeGreaterThan(40);
  expect(checked.counts).toMatchObject({ rows: 400, new: fresh, lookAlike: alike });
  expect((await load(street, checked.id, 'active')).counts).toMatchObject({ new: fresh, lookAlike: alike });
}, 120_000);

/** Every row that stands for a person, without ids, instants, salts and seals; what is sealed is opened. */
async function standing(elderId: string): Promise<Record<string, unknown>> {
  const tables = ['elders', 'elder_scopes', 'household_members', 'elder_tags', 'elder_sealed', 'elder_contacts'];
  const all: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await app.database.admin.query(`select * from ${table} where elder_id = $1`, [elderId]);
    all[table] = rows.map(row => {
      const opened = row.sealed && (open(testKeys(), { table, elderId }, row.sealed) as Record<string, unknown>);
      const { contactId: _, ...sealed } = opened ?? {};
      const own = Object.entries(row).filter(
        ([column]) => !/_id$|_at$|^sealed$|^source$/.test(column) && column !== 'updated_by',
      );
      return { ...Object.fromEntries(own), sealed };
    });
  }
  const audit = await app.database.admin.query(
    `select a.action, a.subject_kind, a.area_code, l.kind, d.title, d.due_on from audit_entries a
     join service_log_entries l on l.entry_id = a.entry_id left join due_items d on d.subject_id::text = a.subject_id
     where a.elder_id = $1 and a.action = 'elders.register'`,
    [elderId],
  );
  return { ...all, audit: audit.rows };
}

it('whoever comes by a table stands on the register as if registered at the desk', async () => {
  const form = {
    areaCode: COMMUNITIES[0] as string,
    living: '空巢' as const,
    phone: '15477770001',
    compound: '兴丰家园',
  };
  const numbers = [demoNumber('1939-08-09', '男'), demoNumber('1939-08-09', '男')] as const;
  const contact = { name: '赵小军', relation: '儿子', phone: '16477770001', isEmergency: true };
  const desk = await street.call(registerElder, {
    body: {
      ...form,
      name: '赵德海',
      identityNumber: numbers[0],
      door: '1号楼101',
      contacts: [contact],
      notDuplicateOf: [],
    } as never,
  });
  expect(desk.status).toBe(200);
  const head = [
    '姓名',
    '身份证号',
    '手机号',
    '社区代码',
    '小区',
    '门牌',
    '居住方式',
    '联系人',
    '联系人关系',
    '联系人电话',
  ];
  const cells = [
    '赵德海',
    numbers[1],
    form.phone,
    form.areaCode,
    form.compound,
    '1号楼102',
    '空巢',
    '赵小军',
    '儿子',
    '16477770001',
  ];
  const checked = await check(street, csvOf([head, cells]));
  const decision = { decision: 'different' as const, reason: '测试，两位不同的老人' };
  await street.call(endpoints.decideLookAlikes, { params: { id: checked.id }, body: decision });
  await load(street, checked.id);
  const { rows } = await app.database.admin.query('select elder_id from elder_import_people where import_id = $1', [
    checked.id,
  ]);
  const [one, other] = [await standing(desk.body.elderId), await standing(rows[0].elder_id)];
  const same = /"(identity\w*_index|since_on|from_on)":(\{[^}]*\}|"[^"]*")/g;
  const told = (what: Record<string, unknown>) =>
    numbers.reduce(
      (text, number) => text.replaceAll(number, 'N'),
      JSON.stringify(what).replace(same, '"$1":0').replaceAll('号楼102', '号楼101'),
    );
  expect(told(other)).toBe(told(one));
}, 60_000);

const QUERIES = ['王', '建国', '欧阳', '刘', 'ls', '刘山 清源', '清源西里', '154', '刘海云'];

async function answers(): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const q of QUERIES) {
    const { body } = await street.call(listElders, { query: { q, limit: 60 } });
    all.push([q, body.total, body.rows.map(row => row.elderId)]);
  }
  return all;
}

it('many newcomers of a community are seated in the roll of its street, also where somebody left it', async () => {
  const remake = () => {
    const scope = { way: 'batch' as const, areaFrom: STREET, areaTo: '110115004000' };
    const clock = { today: TEST_DATE, now: `${TEST_DATE}T01:00:00.000Z`, demo: true };
    return inTransaction(app.database.pool, { scope }, tx =>
      remakeRoll(batchContext(tx, { clock, scope, keys: testKeys(), requestId: newId() }), STREET),
    );
  };
  await remake();
  const [left] = (await street.call(listElders, { query: { q: '李建国', limit: 5 } })).body.rows;
  if (!left) throw new Error('nobody called 李建国');
  const changes = { living: '空巢' as const };
  const change = { params: { id: left.elderId }, body: { version: 1, changes, reason: '老伴搬回来了' } };
  expect((await street.call(changeElder, change)).status).toBe(200);
  const signs = '山海云林江河春夏秋冬'.split('');
  const table = Array.from({ length: 600 }, (_, i) => [
    `刘${signs[i % 10]}${signs[Math.floor(i / 10) % 10]}`,
    demoNumber(`19${40 + (i % 20)}-0${1 + (i % 9)}-${10 + (i % 18)}`, '女'),
    '',
    COMMUNITIES[0] as string,
    i % 3 === 0 ? '清源西里' : '枣园北',
    '',
    '空巢',
  ]);
  const community = await app.as({ role: 'community', areaCode: COMMUNITIES[0] as string });
  const checked = await check(community, csvOf([HEAD, ...table]));
  const before = await answers();
  const loaded = await load(community, checked.id);
  expect(loaded.counts?.new).toBeGreaterThan(400);
  const grams = await app.database.admin.query(
    "select count(distinct name)::int as n from elder_grams where name like '刘%'",
  );
  expect(grams.rows[0].n).toBe(0);
  const after = await answers();
  expect(after).not.toEqual(before);
  await remake();
  expect(await answers()).toEqual(after);
}, 120_000);
