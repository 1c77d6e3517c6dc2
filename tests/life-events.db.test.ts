import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as handovers from '#contracts/elders/handovers.ts';
import * as life from '#contracts/elders/life-events.ts';
import * as file from '#contracts/elders/record.ts';
import { newId } from '#shared/ids.ts';
import { loadAreas } from '../src/server/modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from './support/app.ts';
import { buildElder } from './support/builders.ts';
import { asBatch } from './support/database.ts';
import { addRow, personTables } from './support/fill-tables.ts';

const HERE = '110115003001';
const THERE = '110102001004';
const NEXT_DOOR = '110115003002';

/** Their area is that of the moment: history, never rewritten. */
const APPEND_ONLY = ['audit_entries', 'service_log_entries'];

/** Money answers to the 户籍 area of the district that paid it, wherever the person lives later. */
const PAID = [
  ...[
    'payment_lines',
    // what a table brought stays with the office that sent the table
    'elder_import_people',
    // what a department's table said stays with the office that compared it; relief with the streets that have the case
    'comparison_rows',
    'relief_applications',
    'relief_grants',
    'relief_household_members',
    'relief_warning_notices',
    'payment_transfers',
    'payment_stops',
    'payment_checks',
    'payment_findings',
    'payment_recoveries',
    'payment_payables',
    // who signed, stayed and ate where: the place's district pays
    'place_uses',
    'subsidy_people',
    'rehearsal_residents',
    // what was redeemed is owed by the district that gave the voucher
    'voucher_redemptions',
  ],
  ...['recovery_entries', 'recovery_instalments'],
];

let app: TestApp;
let sender: Caller;
let second: Caller;
let community: Caller;
let receiver: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  sender = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  second = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
  community = await app.as({ role: 'community', areaCode: HERE, name: '赵敏' });
  receiver = await app.as({ role: 'street', areaCode: '110102001000', name: '吴凡' });
});
afterAll(() => app.stop());

const at = (id: string) => ({ params: { id } });
const event = (id: string, eventId: string) => ({ params: { id, eventId } });
const sql = async <T extends Record<string, unknown>>(text: string, values: unknown[]): Promise<T[]> =>
  (await app.database.admin.query<T>(text, values)).rows;

describe('迁居', () => {
  test('every table with a person and an area follows to the area that answers now, and back on the undo', async () => {
    const { elderId } = await buildElder(app.database, { areaCode: HERE });
    const { admin } = app.database;
    const tables = (await personTables(admin)).filter(name => ![...APPEND_ONLY, ...PAID].includes(name));
    expect(tables.length).toBeGreaterThan(35);
    for (const table of tables) {
      const has = await sql(`select 1 from ${table} where elder_id = $1`, [elderId]);
      if (has.length === 0)
        await addRow(admin, table, { elderId, areaCode: HERE }).catch(error => {
          throw new Error(`${table}: ${error.message}`);
        });
    }
    // What the move itself needs to be free of: an open hand-over.
    await admin.query("update elder_life_events set status = 'undone' where elder_id = $1", [elderId]);
    await admin.query("update elder_handovers set status = 'accepted' where elder_id = $1", [elderId]);
    const areas = async () => {
      const found: Record<string, string[]> = {};
      for (const table of tables) {
        const rows = await sql<{ area: string }>(
          `select distinct area_code as area from ${table} where elder_id = $1`,
          [elderId],
        );
        found[table] = rows.map(row => row.area);
      }
      return found;
    };
    const all = (area: string) => Object.fromEntries(tables.map(table => [table, [area]]));
    expect(await areas()).toEqual(all(HERE));
    const body = { toAreaCode: THERE, road: '西长安街', compound: '和平里', door: '1号楼101', movedOn: '2025-06-18' };
    const offered = await sender.call(life.moveElder, { ...at(elderId), body });
    expect(offered.body).toMatchObject({ status: 'offered' });
    const taken = await receiver.call(handovers.decideHandover, {
      ...at(offered.body.eventId),
      body: { accept: true },
    });
    expect(taken.body).toMatchObject({ status: 'accepted', decidedBy: '吴凡' });
    expect(await areas()).toEqual(all(THERE));
    const kept = await sql<{ table: string; area: string }>(
      "select 'orders' as table, happened_area as area from orders where elder_id = $1 union all select 'visits', happened_area from visits where elder_id = $1",
      [elderId],
    );
    expect(new Set(kept.map(row => row.area))).toEqual(new Set([HERE]));

    const other = await app.as({ role: 'district', areaCode: '110102000000', name: '周科长' });
    const asked = await receiver.call(life.undoLifeEvent, {
      ...event(elderId, offered.body.eventId),
      body: { reason: '填错了社区' },
    });
    expect(asked.body).toMatchObject({ status: 'undo-asked' });
    const own = await receiver.call(life.decideUndo, {
      ...event(elderId, offered.body.eventId),
      body: { approve: true },
    });
    expect(own.error.code).toBe('elders.same-person');
    const undone = await other.call(life.decideUndo, {
      ...event(elderId, offered.body.eventId),
      body: { approve: true },
    });
    expect(undone.body).toMatchObject({ status: 'undone' });
    expect(await areas()).toEqual(all(HERE));
  });

  test('the receiving street sees who comes and nothing sealed; nobody else sees either side', async () => {
    const { elderId } = await buildElder(app.database, { areaCode: HERE, name: '钱玉兰' });
    const body = { toAreaCode: THERE, road: '西长安街', door: '9号楼901', movedOn: '2025-06-18', hukouMoves: true };
    const offered = await sender.call(life.moveElder, { ...at(elderId), body });
    const id = offered.body.eventId;
    const twice = await sender.call(life.moveElder, { ...at(elderId), body });
    expect(twice.error.code).toBe('elders.handover-open');
    expect((await receiver.call(file.readElder, at(elderId))).status).toBe(404);
    const seen = await receiver.call(handovers.readHandover, at(id));
    expect(seen.body).toMatchObject({ name: '钱玉兰', status: 'offered', disabledBecause: null });
    expect(JSON.stringify(seen.body)).not.toContain('901');
    expect((await community.call(handovers.readHandover, at(id))).status).toBe(404);
    const owed = await sql('select for_role, area_code from due_items where subject_id = $1 and closed_at is null', [
      id,
    ]);
    expect(owed).toEqual([{ for_role: 'street', area_code: THERE }]);

    const bare = await receiver.call(handovers.decideHandover, { ...at(id), body: { accept: false } });
    expect(bare.error.fields).toHaveProperty('note');
    const no = { accept: false, note: '查无此址' };
    expect((await receiver.call(handovers.decideHandover, { ...at(id), body: no })).body.status).toBe('refused');
    const back = await sender.call(life.listLifeEvents, at(elderId));
    expect(back.body.rows[0]).toMatchObject({ status: 'refused', decisionNote: '查无此址', decidedBy: '吴凡' });
    const duties = await sql(
      'select title from due_items where elder_id = $1 and closed_at is null and subject_id = $2',
      [elderId, id],
    );
    expect(duties).toEqual([{ title: '钱玉兰的移交没有被接收' }]);
  });

  test('inside one’s own area it takes effect at once: address, door, household, scopes, search', async () => {
    const { elderId } = await buildElder(app.database, { areaCode: HERE, name: '孙桂芳' });
    const body = { toAreaCode: NEXT_DOOR, road: '兴华路', compound: '康乐里', door: '2号楼202', movedOn: '2025-06-18' };
    expect((await sender.call(life.moveElder, { ...at(elderId), body })).body.status).toBe('recorded');
    const record = await sender.call(file.readElder, at(elderId));
    expect(record.body.elder).toMatchObject({ areaCode: NEXT_DOOR, road: '兴华路', compound: '康乐里', point: null });
    expect(record.body.scopes.filter(scope => scope.kind === '居住')).toMatchObject([
      { areaCode: NEXT_DOOR, fromOn: '2025-06-18', toOn: null },
      { areaCode: HERE, toOn: '2025-06-18' },
    ]);
    const timeline = await sender.call(file.readTimeline, { ...at(elderId), query: {} });
    expect(timeline.body.rows.map(row => row.label)).toContain('登记迁居');
    expect((await community.call(file.readElder, at(elderId))).status).toBe(404);
    const same = await sender.call(life.moveElder, { ...at(elderId), body });
    expect(same.error.fields).toHaveProperty('toAreaCode');
  });
});

describe('离家和回家', () => {
  const home = async () => {
    const { elderId } = await buildElder(app.database, { areaCode: HERE, living: '独居', bornOn: '1938-03-12' });
    const plan = { wishForVisits: true };
    await community.call(file.changeElder, {
      ...at(elderId),
      body: { version: 1, changes: { leftBehind: true, ...plan } },
    });
    return elderId;
  };
  const state = async (elderId: string) => {
    const [plan] = await sql<{ status: string }>('select status from visit_plans where elder_id = $1', [elderId]);
    const [bed] = await sql<{ status: string }>('select status from home_care_beds where elder_id = $1', [elderId]);
    const notices = await sql('select 1 from away_notices where elder_id = $1 and ended_at is null', [elderId]);
    const orders = await sql<{ status: string }>('select status from orders where elder_id = $1 order by wanted_on', [
      elderId,
    ]);
    return { plan: plan?.status, bed: bed?.status, quiet: notices.length, orders: orders.map(row => row.status) };
  };
  const withBedAndOrders = async (elderId: string) => {
    const { admin } = app.database;
    await addRow(admin, 'home_care_beds', { elderId, areaCode: HERE });
    await admin.query(
      "update home_care_beds set status = 'in-service', accepted_on = '2025-01-02', in_service_on = '2025-01-03', ended_on = null where elder_id = $1",
      [elderId],
    );
    for (const on of ['2025-06-21', '2025-07-30']) {
      await addRow(admin, 'orders', { elderId, areaCode: HERE });
      await admin.query("update orders set wanted_on = $2 where elder_id = $1 and wanted_on = '2025-01-02'", [
        elderId,
        on,
      ]);
    }
    await admin.query("update orders set status = 'submitted' where elder_id = $1", [elderId]);
  };

  test('a hospital stay pauses plan and bed, keeps the alarms quiet and cancels the orders of those days; a return takes it back', async () => {
    const elderId = await home();
    await withBedAndOrders(elderId);
    expect(await state(elderId)).toEqual({
      plan: 'active',
      bed: 'in-service',
      quiet: 0,
      orders: ['submitted', 'submitted'],
    });
    const stay = { kind: 'hospital' as const, fromOn: '2025-06-20', untilOn: '2025-06-30', place: '大兴区人民医院' };
    const made = await community.call(life.recordAbsence, { ...at(elderId), body: stay });
    expect(made.body).toMatchObject({ status: 'recorded' });
    expect(await state(elderId)).toEqual({
      plan: 'paused',
      bed: 'suspended',
      quiet: 1,
      orders: ['cancelled', 'submitted'],
    });
    const again = await community.call(life.recordAbsence, { ...at(elderId), body: { ...stay, kind: 'travel' } });
    expect(again.error).toMatchObject({ code: 'elders.life-event', message: expect.stringContaining('已登记住院') });
    await community.call(life.recordReturn, { ...at(elderId), body: { returnedOn: '2025-06-20' } });
    expect(await state(elderId)).toMatchObject({ plan: 'active', bed: 'in-service', quiet: 0 });
    const list = await community.call(life.listLifeEvents, at(elderId));
    expect(list.body.rows.map(row => row.kind)).toEqual(['return', 'hospital']);
    expect(list.body.rows[1]?.actions).toEqual([]);
  });

  test('an absence and a return recorded by mistake are undone by one person, the newest first', async () => {
    const elderId = await home();
    const body = { kind: 'institution' as const, fromOn: '2025-06-19' };
    const gone = await community.call(life.recordAbsence, { ...at(elderId), body });
    expect((await community.call(file.readElder, at(elderId))).body.elder).toMatchObject({
      living: '住养老机构',
      serviceMode: 'institution',
    });
    const back = await community.call(life.recordReturn, { ...at(elderId), body: { returnedOn: '2025-06-20' } });
    const reason = { reason: '记错了人' };
    const early = await community.call(life.undoLifeEvent, { ...event(elderId, gone.body.eventId), body: reason });
    expect(early.error.message).toContain('请先更正后面的');
    await community.call(life.undoLifeEvent, { ...event(elderId, back.body.eventId), body: reason });
    expect(await state(elderId)).toMatchObject({ plan: 'paused', quiet: 1 });
    await community.call(life.undoLifeEvent, { ...event(elderId, gone.body.eventId), body: reason });
    expect((await community.call(file.readElder, at(elderId))).body.elder).toMatchObject({
      living: '独居',
      serviceMode: 'home',
      away: null,
    });
    expect(await state(elderId)).toMatchObject({ plan: 'active', quiet: 0 });
  });

  test('a death ends plan, bed, orders and alarms and starts the recovery check; its undo needs a second person and brings back', async () => {
    const elderId = await home();
    await withBedAndOrders(elderId);
    const { admin } = app.database;
    await addRow(admin, 'alarms', { elderId, areaCode: HERE });
    const person = { name: '王秀兰', sex: '女', bornOn: '1938-03-12', living: '独居', place: '幸福里' };
    await admin.query(
      "update alarms set status = 'dispatched', person = $2, raised_at = '2025-06-18T02:00:00Z' where elder_id = $1",
      [elderId, person],
    );
    for (const month of ['2025-05', '2025-06']) {
      await admin.query(
        `insert into payment_lines (elder_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name, scheme, month, kind,
           cause, amount_fen, determination_id, status, made_at)
         values ($1, $2, $3, $3, $5, $2, '王秀兰', 'advancedAge', $4, 'regular', 'same', 10000, $2, 'paid', now())`,
        [elderId, newId(), HERE, month, `${HERE.slice(0, 6)}000000`],
      );
    }
    await community.call(file.recordDeath, { ...at(elderId), body: { diedOn: '2025-05-18', note: '家属告知' } });
    expect(await state(elderId)).toEqual({ plan: 'ended', bed: 'ended', quiet: 0, orders: ['cancelled', 'cancelled'] });
    const [alarm] = await sql('select status, is_true, cause from alarms where elder_id = $1', [elderId]);
    expect(alarm).toEqual({ status: 'closed', is_true: true, cause: '老人已于2025年5月18日去世' });
    const recovery =
      "select reason from due_items where elder_id = $1 and subject_kind = 'payment-finding' and closed_at is null";
    expect(await sql(recovery, [elderId])).toEqual([{ reason: '老人于2025年5月18日去世，次月起不应再发' }]);
    const claims = 'select status from funeral_claims where elder_id = $1';
    expect(await sql(claims, [elderId])).toEqual([{ status: 'offered' }]);

    const { rows } = (await sender.call(life.listLifeEvents, at(elderId))).body;
    const death = rows[0]?.id ?? '';
    expect(rows[0]).toMatchObject({ kind: 'death', actions: [{ action: 'undo', disabledBecause: null }] });
    const asked = await sender.call(life.undoLifeEvent, {
      ...event(elderId, death),
      body: { reason: '同名的另一位老人' },
    });
    expect(asked.body.status).toBe('undo-asked');
    expect((await sender.call(file.readElder, at(elderId))).body.elder.status).toBe('deceased');
    const done = await second.call(life.decideUndo, { ...event(elderId, death), body: { approve: true } });
    expect(done.body.status).toBe('undone');
    expect((await sender.call(file.readElder, at(elderId))).body.elder).toMatchObject({
      status: 'active',
      diedOn: null,
    });
    expect(await state(elderId)).toMatchObject({ plan: 'active', bed: 'in-service' });
    expect(await sql(recovery, [elderId])).toEqual([]);
    expect(await sql(claims, [elderId])).toEqual([{ status: 'lapsed' }]);
    const owed = await sql(
      "select title from due_items where elder_id = $1 and kind_label = '恢复停办' and closed_at is null",
      [elderId],
    );
    expect(owed).toHaveLength(1);
    const labels = (await sender.call(file.readTimeline, { ...at(elderId), query: {} })).body.rows.map(
      row => row.label,
    );
    expect(labels).toEqual(expect.arrayContaining(['登记去世', '提出更正', '核准更正', '更正后恢复在册']));
  });

  test('a move out of the city ends what is done here; a rejected undo leaves it so', async () => {
    const elderId = await home();
    const body = { place: '河北省保定市', movedOn: '2025-06-10', hukouMoves: true };
    const made = await community.call(life.moveElderOut, { ...at(elderId), body });
    expect((await community.call(file.readElder, at(elderId))).body.elder).toMatchObject({
      status: 'moved-out',
      hukouLeftOn: '2025-06-10',
    });
    expect((await state(elderId)).plan).toBe('ended');
    await community.call(life.undoLifeEvent, { ...event(elderId, made.body.eventId), body: { reason: '又不走了' } });
    const no = { approve: false, note: '已在外地落户' };
    const kept = await sender.call(life.decideUndo, { ...event(elderId, made.body.eventId), body: no });
    expect(kept.body.status).toBe('recorded');
    expect((await community.call(file.readElder, at(elderId))).body.elder.status).toBe('moved-out');
  });
});

test('keeps the words of the contract and of the CHECK constraints the same', async () => {
  const wanted = {
    elder_life_events_kind_check: life.LIFE_EVENT_KINDS,
    elder_life_events_status_check: life.LIFE_EVENT_STATUSES,
    elder_handovers_status_check: handovers.HANDOVER_STATUSES,
    elders_away_check: life.ABSENCES,
  };
  const fresh = await startTestApp();
  for (const [name, words] of Object.entries(wanted)) {
    const { rows } = await fresh.database.admin.query<{ text: string }>(
      'select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1',
      [name],
    );
    expect(
      [...(rows[0]?.text.matchAll(/'([^']+)'/g) ?? [])].map(match => match[1]),
      name,
    ).toEqual([...words]);
  }
  await fresh.stop();
});
