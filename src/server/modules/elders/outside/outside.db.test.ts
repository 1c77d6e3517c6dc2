import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as outside from '#contracts/elders/outside.ts';
import * as file from '#contracts/elders/record.ts';
import { loadAreas } from '#modules/areas/index.ts';
import { scopeStatements } from '#platform/database/transaction.ts';
import { newId } from '#shared/ids.ts';
import { type Caller, startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { buildElder, buildElders } from '../../../../../tests/support/builders.ts';
import { asBatch } from '../../../../../tests/support/database.ts';

const HOME = '110115003001';
const reason = '老人在西城公园摔倒，要联系家属来接';

let app: TestApp;
let looker: Caller;
let lookerId: string;
let home: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  lookerId = newId();
  looker = await app.as({ role: 'community', areaCode: '110102001001', name: '吴凡', accountId: lookerId });
  home = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
});
afterEach(() => void vi.useRealTimers());
afterAll(() => app.stop());

const open = (who: Caller, body: object) =>
  who.call(outside.openOutside, { body: { purpose: '应急处置', reason, ...body } });
const read = (who: Caller, id: string) => who.call(outside.readOutside, { params: { id } });
const sql = async (text: string, values: unknown[] = []) => (await app.database.admin.query(text, values)).rows;

test('S1-18.2 no access before, read-only access to this one person after a reason, none after three hours', async () => {
  const contacts = [
    {
      contactId: newId(),
      name: '李敏',
      relation: '女儿',
      phone: '16400002207',
      isEmergency: true,
      livesTogether: false,
    },
  ];
  const [elder, other] = await buildElders(app.database, [
    { areaCode: HOME, name: '郝桂兰', phone: '15400003333', contacts },
    { areaCode: HOME, name: '郝桂芝' },
  ]);
  const { elderId, identityNumber } = elder!;
  expect((await looker.call(file.readElder, { params: { id: elderId } })).status).toBe(404);
  expect((await read(looker, newId())).status).toBe(404);
  const short = await open(looker, { identityNumber, reason: '看看' });
  expect(short.error.fields?.reason).toContain('至少 10 个字');
  const opened = await open(looker, { identityNumber });
  expect(Object.keys(opened.body).sort()).toEqual(['lookId', 'until']);
  const { lookId } = opened.body;
  const seen = await read(looker, lookId);
  expect(seen.body.record).toMatchObject({ elder: { elderId, name: '郝桂兰' }, owed: [], actions: [] });
  expect(seen.body.record.household.members).toEqual([]);
  expect(seen.body.reach).toMatchObject({ phone: '15400003333', contacts: [{ phone: '16400002207' }] });
  expect(JSON.stringify(seen.body)).not.toContain(identityNumber);
  // Its own pages and every write stay closed, and so does the look of another account.
  expect((await looker.call(file.readElder, { params: { id: elderId } })).status).toBe(404);
  const edit = { params: { id: elderId }, body: { version: 1, changes: { living: '空巢' } } } as const;
  expect((await looker.call(file.changeElder, edit)).status).toBe(404);
  const colleague = await app.as({ role: 'community', areaCode: '110102001001', name: '同事' });
  expect((await read(colleague, lookId)).status).toBe(404);

  const [look] = await sql('select from_at, until_at from elder_outside_looks where look_id = $1', [lookId]);
  expect(Date.parse(look.until_at) - Date.parse(look.from_at)).toBe(3 * 3_600_000);
  const inDatabase = async (who: { elderId: string; accountId?: string; after: number }) => {
    const at = new Date(Date.parse(look.from_at) + who.after).toISOString();
    const scope = { way: 'granted' as const, accountId: lookerId, at, ...who };
    const client = await app.database.pool.connect();
    try {
      await client.query(`begin; ${scopeStatements(scope)}`);
      const people = await client.query('select elder_id from elders');
      const sealed = await client.query('select elder_id from elder_sealed');
      await client.query('savepoint s');
      const wrote = await client.query('update elders set living = living').then(
        () => 'written',
        (error: Error) => error.message,
      );
      return { people: people.rows.map(row => row.elder_id), sealed: sealed.rowCount, wrote };
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const denied = 'permission denied for table elders';
  const HOURS = 3_600_000;
  expect(await inDatabase({ elderId, after: 3 * HOURS - 1 })).toEqual({ people: [elderId], sealed: 1, wrote: denied });
  expect(await inDatabase({ elderId, after: 3 * HOURS })).toEqual({ people: [], sealed: 0, wrote: denied });
  expect(await inDatabase({ elderId, after: -1 })).toMatchObject({ people: [] });
  expect(await inDatabase({ elderId: other!.elderId, after: 1 })).toMatchObject({ people: [] });
  expect(await inDatabase({ elderId, accountId: newId(), after: 1 })).toMatchObject({ people: [] });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * HOURS + 60_000 });
  const late = await read(looker, lookId);
  expect(['elders.outside-closed', 'platform.not-found']).toContain(late.error.code);
});

test('every step is written down where the person lives; the family sees who, when and why', async () => {
  const { elderId, phone } = await buildElder(app.database, { areaCode: HOME, name: '左秀珍', phone: '15400004444' });
  const station = await app.as({
    ...{ role: 'station', areaCode: '110102001001', name: '值班员小马' },
  });
  const { lookId } = (await open(station, { phone, purpose: '核对身份' })).body;
  const seen = await read(station, lookId);
  expect(seen.body.reach).toBeNull();
  expect(seen.body.record.phoneMasked).toBe('154****4444');
  const family = await app.as({ role: 'family', areaCode: HOME, elderId });
  const { body } = await family.call(file.listLookers, { params: { id: elderId } });
  expect(body.rows.map(row => [row.actor, row.what, row.purpose])).toEqual(
    expect.arrayContaining([
      ['值班员小马', '跨区查看，写了理由', `核对身份：${reason}`],
      ['值班员小马', '跨区打开档案', null],
    ]),
  );
  const audited = await sql('select distinct action, area_code from audit_entries where elder_id = $1 order by 1', [
    elderId,
  ]);
  expect(audited).toEqual(
    expect.arrayContaining([
      { action: 'elders.open-outside', area_code: HOME },
      { action: 'elders.read-outside', area_code: HOME },
    ]),
  );
  const unknown = await open(station, { phone: '15499990000' });
  expect(unknown.error.code).toBe('elders.outside-not-found');
  const missed = await sql(
    "select after from audit_entries where action = 'elders.open-outside' and area_code = '110102001001'",
  );
  expect(missed.map(row => row.after?.found)).toEqual(expect.arrayContaining([0, 1]));
  const worker = await app.as({ role: 'community', areaCode: HOME, name: '赵敏' });
  expect((await open(worker, { elderId })).error.code).toBe('elders.outside-own');
  expect((await open(await app.as({ role: 'finance', areaCode: '110102000000' }), { elderId })).status).toBe(403);
});

test('the home street reviews within days: proper, or improper with a reason, which ends it and goes to the district', async () => {
  const { elderId } = await buildElder(app.database, { areaCode: HOME, name: '卢凤英' });
  const { lookId } = (await open(looker, { elderId })).body;
  const due = await sql('select for_role, due_on, area_code, title from due_items where subject_id = $1', [lookId]);
  expect(due).toMatchObject([{ for_role: 'street', due_on: '2025-06-25', area_code: HOME }]);
  expect(due[0].title).toContain('看了卢凤英的档案');
  const { body: list } = await home.call(outside.listLookReviews, { query: { status: 'unreviewed' } });
  expect(list.rows.find(row => row.id === lookId)).toMatchObject({ by: '吴凡', reason, disabledBecause: null });
  const judge = (who: Caller, body: object) =>
    who.call(outside.reviewLook, { params: { id: lookId }, body: body as never });
  const stranger = await app.as({ role: 'street', areaCode: '110102001000' });
  expect((await judge(stranger, { proper: true, note: '同意' })).status).toBe(404);
  expect((await judge(home, { proper: false, note: '' })).error.fields?.note).toContain('请写理由');
  expect((await judge(home, { proper: false, note: '老人当天在家，没有外出' })).body.status).toBe('improper');
  expect((await read(looker, lookId)).error.code).toBe('elders.outside-closed');
  expect((await judge(home, { proper: true, note: '改判' })).error.code).toBe('platform.wrong-state');
  const next = await sql('select for_role, closed_at from due_items where subject_id = $1 order by opened_at', [
    lookId,
  ]);
  expect(next).toMatchObject([
    { for_role: 'street', closed_at: expect.any(String) },
    { for_role: 'district', closed_at: null },
  ]);
  const mine = (await looker.call(outside.listMyLooks, {})).body.rows.find(row => row.id === lookId);
  expect(mine).toMatchObject({ open: false, status: 'improper', reviewNote: '老人当天在家，没有外出' });
});
