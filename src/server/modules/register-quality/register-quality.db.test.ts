import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as find from '#contracts/elders/find.ts';
import * as file from '#contracts/elders/record.ts';
import * as recoveries from '#contracts/payments/recoveries.ts';
import * as pairs from '#contracts/register-quality/pairs.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { open, seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { buildElder, buildElders, demoIdentityNumber, testKeys } from '../../../../tests/support/builders.ts';
import { asBatch } from '../../../../tests/support/database.ts';
import { addRow } from '../../../../tests/support/fill-tables.ts';
import { loadAreas } from '../areas/index.ts';
import type { NewElder } from '../elders/index.ts';
import { runCheck } from './check-register.ts';

const STREET = '110115003000';
const HERE = '110115003001';
const NEXT_DOOR = '110115003002';
const WEST = '110102001004';

let app: TestApp;
let street: Caller;
let second: Caller;
let community: Caller;
let city: Caller;
const known: Record<string, string> = {};

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'秀英桂兰玉珍淑芬建国志强文德明华凤霞春梅福生'];
/** Strangers as a street has them: common names, birthdays of thirty years. */
function strangers(count: number): Partial<NewElder>[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `${SURNAMES[(i * 7) % 20]}${GIVEN[(i * 3 + Math.floor(i / 20)) % 20]}${GIVEN[(i * 11 + Math.floor(i / 37)) % 20]}`,
    sex: i % 2 ? ('男' as const) : ('女' as const),
    bornOn: `${1928 + ((i * 13) % 35)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-${String(1 + ((i * 17) % 28)).padStart(2, '0')}`,
    areaCode: i % 3 ? HERE : NEXT_DOOR,
    compound: `第${i % 40}小区`,
    phone: i % 4 ? `1380000${String(1000 + i)}` : null,
  }));
}

/** One person entered twice: another number, and what the clerk heard or typed differently. */
async function twice(of: Partial<NewElder>, again: Partial<NewElder>): Promise<[string, string]> {
  const first = await buildElder(app.database, of);
  const bornOn = again.bornOn ?? first.bornOn;
  const other = await buildElder(app.database, {
    ...{ name: first.name, sex: first.sex, compound: first.compound, phone: first.phone, areaCode: first.areaCode },
    ...{ bornOn, identityNumber: demoIdentityNumber(bornOn, first.sex), ...again },
  });
  return [first.elderId, other.elderId];
}

beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  street = await app.as({ role: 'street', areaCode: STREET, name: '陈岚' });
  second = await app.as({ role: 'street', areaCode: STREET, name: '李静' });
  community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
  city = await app.as({ role: 'city', areaCode: '110000000000', name: '周处长' });
  await buildElders(app.database, strangers(600));
  [known.heard, known.typed] = await twice(
    { name: '欧阳凤霞', bornOn: '1936-04-02', phone: '13911112222', compound: '清源西里', diseases: ['高血压'] },
    { name: '欧阳凤瑕' },
  );
  [known.near, known.far] = await twice(
    { name: '端木永昌', sex: '男', bornOn: '1940-09-15', phone: '13933334444' },
    { areaCode: NEXT_DOOR, compound: '兴华里' },
  );
  [known.south, known.west] = await twice(
    { name: '司徒静宜', bornOn: '1933-12-24', phone: '13955556666' },
    { areaCode: WEST, compound: '和平里' },
  );
}, 60_000);
afterAll(() => app.stop());

const at = (id: string) => ({ params: { id } });
const check = (areaCode: string) => runCheck(jobTools(app.database.pool, testKeys()), { areaCode });
const waiting = async (who: Caller) => (await who.call(pairs.listPairs, { query: {} })).body.rows;
const pairWith = async (who: Caller, elderId: string) =>
  (await waiting(who)).find(pair => pair.a.elderId === elderId || pair.b.elderId === elderId)!;
const sql = async (text: string, values: unknown[] = []) => (await app.database.admin.query(text, values)).rows;
const REASON = '上门核对原件，是同一人';

/** A process of its own checks the city and is killed when it has kept so many rounds. */
async function killAfter(rounds: number): Promise<void> {
  const script = `
    import pg from 'pg';
    import { runCheck } from './src/server/modules/register-quality/check-register.ts';
    import { setParsers } from './src/server/platform/database/parsers.ts';
    import { jobTools } from './src/server/platform/jobs/worker.ts';
    import { testKeys } from './tests/support/builders.ts';
    setParsers();
    const tools = jobTools(new pg.Pool({ connectionString: process.argv[1], max: 2 }), testKeys());
    let kept = 0;
    const progress = async (done, total, message) => {
      if (message?.startsWith('比了') && ++kept === ${rounds}) process.kill(process.pid, 'SIGKILL');
      return true;
    };
    await runCheck({ ...tools, progress }, { areaCode: '110000000000', keepEveryMs: 0 });
    process.exit(0);`;
  const args = ['--input-type=module', '-e', script, app.database.appUrl];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

/** The rows as they stand after a year of edits: read without an order they come in another one. */
const layOutAnew = () =>
  sql(`set session_replication_role = replica;
    update elders set name = name where elder_id in (select elder_id from elders order by md5(elder_id::text) limit 400);
    reset session_replication_role`);

describe('底册查重', () => {
  test('S4-3.1 finds one person entered twice among six hundred, says why field by field, and nothing else', async () => {
    const checked = await check('110000000000');
    expect(checked).toMatchObject({ people: 606, found: 3 });
    expect(checked!.compared).toBeLessThanOrEqual(3 * 606);
    const heard = await pairWith(city, known.heard!);
    expect(heard.probability).toBeGreaterThan(0.9);
    const reasons = Object.fromEntries(heard.reasons.map(reason => [reason.field, reason.level]));
    expect(reasons).toMatchObject({ bornOn: 'same', phone: 'same', sex: 'same' });
    expect(reasons.name).not.toBe('same');
    expect(await check('110000000000')).toMatchObject({ found: 3 });
    expect((await waiting(city)).length).toBe(3);
  });

  test('killed with -9 it goes on after the rounds it has done, and ends where a check in one go ends', async () => {
    const whole = await check('110000000000');
    const seen = await sql(
      'select a_elder_id, b_elder_id, probability, levels, status from register_pairs order by 1, 2',
    );
    await killAfter(3);
    await layOutAnew();
    await killAfter(5);
    const [left] = await sql('select count(*)::int as kept, sum(compared)::int as compared from register_check_rounds');
    expect(left.kept).toBeGreaterThanOrEqual(7);
    expect(await check('110000000000')).toEqual({ ...whole, takenUp: left.kept });
    expect(
      await sql('select a_elder_id, b_elder_id, probability, levels, status from register_pairs order by 1, 2'),
    ).toEqual(seen);
    expect(await sql('select 1 from register_check_rounds')).toEqual([]);
    expect(await check('110000000000')).toMatchObject({ takenUp: 0 });
  }, 60_000);

  test('asked for twice at once, by two people too, it is one piece of work; another area has its own', async () => {
    const ask = async (who: Caller) => (await who.call(pairs.checkRegister, {})).body.id;
    const [once, again, other] = await Promise.all([ask(street), ask(second), ask(community)]);
    expect(again).toBe(once);
    expect(other).not.toBe(once);
    expect(await sql('select 1 from runs where area_code = $1', [STREET])).toHaveLength(1);
  });

  test('a pair is decided by the smallest area that holds both; the sides below hear the other’s district only', async () => {
    expect((await pairWith(street, known.near!)).areaName).toContain('清源');
    expect((await waiting(community)).map(pair => pair.areaCode)).toEqual([HERE]);
    expect(await pairWith(street, known.south!)).toBeUndefined();
    const sides = await street.call(pairs.listPairSides, {});
    expect(sides.body.rows).toMatchObject([
      { elderId: known.south, name: '司徒静宜', otherDistrict: '西城区', decidedIn: '北京市' },
    ]);
    expect(JSON.stringify(sides.body)).not.toContain(known.west!);
    const theirs = await pairWith(city, known.south!);
    expect((await street.call(pairs.readPair, at(theirs.id))).status).toBe(404);
    expect((await city.call(pairs.readPair, at(theirs.id))).body.fields.length).toBeGreaterThan(15);
  });

  test('two people stay two people: the reason is kept, no later check asks again, and a second thought may', async () => {
    const pair = await pairWith(street, known.near!);
    const body = { reason: '两兄弟，户口本上都有' };
    expect((await street.call(pairs.distinguishPair, { ...at(pair.id), body })).body.status).toBe('distinct');
    expect(await check(STREET)).toMatchObject({ found: 1 });
    expect(await pairWith(street, known.near!)).toBeUndefined();
    expect((await sql('select 1 from elder_not_duplicates where other_elder_id = $1', [known.near])).length).toBe(1);
    expect((await street.call(pairs.reopenPair, at(pair.id))).body.status).toBe('open');
    expect(await check(STREET)).toMatchObject({ found: 2 });
    expect((await pairWith(street, known.near!)).id).toBe(pair.id);
  });
});

describe('合并与撤销', () => {
  test('without money one official merges; the chosen values survive, the old address leads on, search finds one', async () => {
    const pair = await pairWith(street, known.heard!);
    const seen = (await street.call(pairs.readPair, at(pair.id))).body;
    expect(seen).toMatchObject({ needsChecker: false, hanging: [] });
    expect(seen.fields.find(one => one.field === 'name')).toMatchObject({ differs: true, fixedBecause: null });
    await addRow(app.database.admin, 'orders', { elderId: known.heard!, areaCode: HERE });
    await sql("update orders set sealed_contact = $2, wanted_on = $3, status = 'submitted' where elder_id = $1", [
      ...[known.heard, seal(testKeys(), { table: 'orders', elderId: known.heard! }, { door: '1' }), '2025-06-25'],
    ]);
    const body = { survivorId: known.typed!, fields: ['name', 'identityNumber'], reason: REASON };
    expect((await street.call(pairs.mergePair, { ...at(pair.id), body })).body.status).toBe('merged');
    expect((await street.call(file.readElder, at(known.heard!))).status).toBe(404);
    expect((await street.call(pairs.findMergedInto, at(known.heard!))).body.elderId).toBe(known.typed);
    const record = (await street.call(file.readElder, at(known.typed!))).body;
    expect(record.elder.name).toBe('欧阳凤霞');
    const found = await street.call(find.listElders, { query: { q: '欧阳凤霞' } });
    expect(found.body.rows.map(row => row.elderId)).toEqual([known.typed]);
    const logged = await sql(
      "select elder_id from audit_entries where action = 'register.merge' and subject_kind = 'register-merge'",
    );
    expect(new Set(logged.map(row => row.elder_id))).toEqual(new Set([known.heard, known.typed]));
  });

  test('undone, both are found again; what came since stays with the survivor and is listed', async () => {
    const pair = (await street.call(pairs.listPairs, { query: { status: 'merged' } })).body.rows[0]!;
    const contact = { name: '欧阳小明', relation: '儿子', phone: '13977778888' };
    await street.call(file.addContact, { ...at(known.typed!), body: contact });
    const { elder } = (await street.call(file.readElder, at(known.typed!))).body;
    const change = { version: elder.version, changes: { diseases: ['糖尿病'] }, reason: '病历' };
    expect((await street.call(file.changeElder, { ...at(known.typed!), body: change })).status).toBe(200);
    const undone = await street.call(pairs.undoMerge, { ...at(pair.id), body: { reason: '其实是姐妹两人' } });
    expect(undone.body).toMatchObject({ status: 'open' });
    const { merge } = (await street.call(pairs.readPair, at(pair.id))).body;
    expect(merge).toMatchObject({ status: 'undone', leftBehind: [{ label: '联系人', rows: 1 }] });
    for (const name of ['欧阳凤霞', '欧阳凤瑕']) {
      const found = await street.call(find.listElders, { query: { q: name } });
      expect(found.body.rows.map(row => row.name)).toEqual([name]);
    }
    const back = (await street.call(file.readElder, at(known.heard!))).body;
    expect(back.contacts).toEqual([]);
    // The order was sealed anew for the survivor meanwhile; back with its person it opens for its person.
    const [order] = await sql('select sealed_contact from orders where elder_id = $1', [known.heard]);
    expect(open(testKeys(), { table: 'orders', elderId: known.heard! }, order.sealed_contact)).toBeTruthy();
  });

  test('an undo is refused when a value the merge took was changed since, and changes nothing', async () => {
    const pair = await pairWith(street, known.heard!);
    const body = { survivorId: known.typed!, fields: ['diseases'], reason: REASON };
    await street.call(pairs.mergePair, { ...at(pair.id), body });
    const { elder } = (await street.call(file.readElder, at(known.typed!))).body;
    const change = { version: elder.version, changes: { diseases: ['高血压', '糖尿病'] }, reason: '病历' };
    expect((await street.call(file.changeElder, { ...at(known.typed!), body: change })).status).toBe(200);
    const undo = await street.call(pairs.undoMerge, { ...at(pair.id), body: { reason: '弄错了，是两个人' } });
    expect(undo.error).toMatchObject({ code: 'register-quality.cannot-undo' });
    expect(undo.error.message).toContain('慢性病');
    expect((await street.call(pairs.readPair, at(pair.id))).body.pair.status).toBe('merged');
  });

  test('money paid twice for one month stays on the books and becomes a finding for the district; the second person approves', async () => {
    const cycle = newId();
    for (const id of [known.near, known.far])
      await sql(
        `insert into payment_lines (elder_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name, scheme, month, kind,
           cause, amount_fen, determination_id, status, made_at)
         values ($1, $2, '110115000000', $3, '110115000000', $4, '端木永昌', 'care', '2025-05', 'regular', 'new', 60000, $5, 'paid', now())`,
        [id, newId(), HERE, cycle, newId()],
      );
    const pair = await pairWith(street, known.near!);
    const body = { survivorId: known.near!, fields: [], reason: REASON };
    expect((await street.call(pairs.mergePair, { ...at(pair.id), body })).body.status).toBe('merge-asked');
    const duty = await sql('select for_role, title from due_items where subject_id = $1 and closed_at is null', [
      pair.id,
    ]);
    expect(duty).toMatchObject([{ for_role: 'street' }]);
    expect((await second.call(pairs.decideMerge, { ...at(pair.id), body: { approve: true } })).body.status).toBe(
      'merged',
    );
    const lines = await sql('select amount_fen, status from payment_lines where elder_id = $1', [known.near]);
    expect(lines).toEqual([
      { amount_fen: 60_000, status: 'paid' },
      { amount_fen: 60_000, status: 'paid' },
    ]);
    const district = await app.as({ role: 'district', areaCode: '110115000000' });
    const found = await district.call(recoveries.listFindings, { query: { status: 'found' } });
    expect(found.body.rows).toMatchObject([{ rule: 'two-files', elderId: known.near, amountFen: 60_000 }]);
  });

  test('a merge waits for what is under way: an alarm, a list at the bank, a death said by one record only', async () => {
    const [a, b] = await twice({ name: '皇甫玉珍', bornOn: '1931-01-01', phone: '13912120000' }, {});
    await check(HERE);
    const pair = await pairWith(community, a);
    const merge = () =>
      community.call(pairs.mergePair, { ...at(pair.id), body: { survivorId: a, fields: [], reason: REASON } });
    await sql("update elders set status = 'deceased', died_on = '2025-06-01' where elder_id = $1", [b]);
    expect((await merge()).error.message).toContain('去世');
    await sql("update elders set status = 'active', died_on = null where elder_id = $1", [b]);
    const died = await community.call(pairs.mergePair, {
      ...at(pair.id),
      body: { survivorId: newId(), fields: [], reason: REASON },
    });
    expect(died.error.code).toBe('register-quality.field');
    expect((await merge()).body.status).toBe('merged');
  });
});
