import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as pairs from '#contracts/register-quality/pairs.ts';
import { NOT_MERGED } from '#platform/merges/images.ts';
import { seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import { loadAreas } from '../src/server/modules/areas/index.ts';
import { type Caller, startTestApp, type TestApp } from './support/app.ts';
import { buildElder, COMMUNITY, testKeys } from './support/builders.ts';
import { asBatch } from './support/database.ts';
import { addRow, personTables } from './support/fill-tables.ts';

const THERE = '110115003002';
/** Asked anew at the next determination after an undo, whatever stood there. */
const WORKING = ['benefit_changes'];

let app: TestApp;
let street: Caller;
let second: Caller;
beforeAll(async () => {
  app = await startTestApp();
  await asBatch(app.database.adminUrl, client => loadAreas(client));
  street = await app.as({ role: 'street', areaCode: '110115003000', name: '陈岚' });
  second = await app.as({ role: 'street', areaCode: '110115003000', name: '李静' });
});
afterAll(() => app.stop());

const sql = async <T extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await app.database.admin.query<T>(text, values)).rows;

/** Sealed columns that addRow filled with nonsense, sealed as the product does. */
const SEALED = [
  ['elder_contacts', 'sealed'],
  ['payment_accounts', 'sealed'],
  ['payment_transfers', 'sealed'],
  ['orders', 'sealed_contact'],
  ['elder_cards', 'sealed'],
  ['home_adaptations', 'sealed_contact'],
  ['relief_means_entries', 'sealed'],
  ['relief_signals', 'sealed'],
  ['relief_reasons', 'sealed'],
] as const;

/** Things under way that a merge waits for, settled; each has its own test. */
const SETTLED = [
  "update alarms set status = 'closed', closed_at = now(), is_true = true, cause = '检查'",
  "update elder_handovers set status = 'accepted'",
  "update elder_life_events set status = 'undone'",
  "update elder_corrections set status = 'refused'",
  "update payment_lines set status = 'paid'",
  "update payment_findings set status = 'found'",
];

async function fill(elderId: string, areaCode: string): Promise<string[]> {
  const { admin } = app.database;
  const tables = (await personTables(admin)).filter(table => !NOT_MERGED.includes(table));
  for (const table of tables) {
    const has = await sql(`select 1 from ${table} where elder_id = $1`, [elderId]);
    if (has.length === 0)
      await addRow(admin, table, { elderId, areaCode }).catch(error => {
        throw new Error(`${table}: ${error.message}`);
      });
  }
  for (const [table, column] of SEALED)
    await sql(`update ${table} set ${column} = $2 where elder_id = $1`, [
      elderId,
      seal(
        testKeys(),
        { table: table === 'payment_transfers' ? 'payment_accounts' : table, elderId },
        { phone: '138' },
      ),
    ]);
  await sql('update payment_transfers set number = elder_id::text where elder_id = $1', [elderId]);
  return tables;
}

async function dump(tables: readonly string[], ids: readonly string[]): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await sql<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t where elder_id = any ($1) order by 1`,
      [ids],
    );
    all[table] = rows.map(one => one.row);
  }
  return all;
}

async function pairOf(a: { elderId: string; areaCode: string }, b: typeof a): Promise<string> {
  const [x, y] = a.elderId < b.elderId ? [a, b] : [b, a];
  const id = newId();
  await sql(
    `insert into register_pairs (pair_id, area_code, a_elder_id, b_elder_id, a_area, b_area, a_name, b_name, probability, levels, source,
       status, found_at) values ($1, $2, $3, $4, $5, $6, 'a', 'b', 0.98, '[{"field":"name","level":"same"}]', 'check', 'open', now())`,
    [id, '110115003000', x.elderId, y.elderId, x.areaCode, y.areaCode],
  );
  return id;
}

const at = (id: string) => ({ params: { id } });
const REASON = '上门核对身份证原件，是同一人';

describe('合并两份档案', () => {
  test('S4-3.1 every table with a person has its rule: nothing is left on the record that goes, and the undo brings every row back as it was', async () => {
    const stays = await buildElder(app.database, { name: '王秀兰' });
    const goes = await buildElder(app.database, { name: '王秀蘭', areaCode: THERE });
    const tables = await fill(stays.elderId, COMMUNITY);
    await fill(goes.elderId, THERE);
    expect(tables.length).toBeGreaterThan(40);
    for (const settled of SETTLED) await sql(settled);
    await sql("update devices set status = 'removed' where elder_id = $1", [goes.elderId]);
    const ids = [stays.elderId, goes.elderId];
    const before = await dump(tables, ids);
    const pair = await pairOf(stays, goes);

    const asked = await street.call(pairs.mergePair, {
      ...at(pair),
      body: { survivorId: stays.elderId, fields: ['identityNumber', 'name', 'phone'], reason: REASON },
    });
    expect(asked.body).toMatchObject({ status: 'merge-asked' });
    expect(await dump(tables, ids)).toEqual(before);
    const own = await street.call(pairs.decideMerge, { ...at(pair), body: { approve: true } });
    expect(own.error.code).toBe('register-quality.same-person');
    const merged = await second.call(pairs.decideMerge, { ...at(pair), body: { approve: true } });
    expect(merged.body).toMatchObject({ status: 'merged' });
    const left = Object.entries(await dump(tables, [goes.elderId])).filter(([, rows]) => rows.length > 0);
    expect(left).toEqual([]);
    expect((await street.call(pairs.findMergedInto, at(goes.elderId))).body.elderId).toBe(stays.elderId);

    const undo = await street.call(pairs.undoMerge, { ...at(pair), body: { reason: '身份证是另一个人的' } });
    expect(undo.body).toMatchObject({ status: 'undo-asked' });
    const undone = await second.call(pairs.decideUndoMerge, { ...at(pair), body: { approve: true } });
    expect(undone.body).toMatchObject({ status: 'open' });
    const exact = tables.filter(table => !WORKING.includes(table));
    expect(await dump(exact, ids)).toEqual(Object.fromEntries(exact.map(table => [table, before[table]])));
    expect((await street.call(pairs.findMergedInto, at(goes.elderId))).body.elderId).toBeNull();
    expect((await sql('select 1 from benefit_changes where elder_id = any ($1)', [ids])).length).toBe(2);
  });
});
