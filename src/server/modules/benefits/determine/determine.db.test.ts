import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '#contracts/benefits/records.ts';
import { jobTools } from '#platform/jobs/worker.ts';
import { startTestApp, type TestApp } from '../../../../../tests/support/app.ts';
import { testKeys } from '../../../../../tests/support/builders.ts';
import { cityDatabase } from '../../../../../tests/support/city-app.ts';
import { addElder } from '../../../../../tests/support/elders.ts';
import { sleep } from '../../../../../tests/support/slow-work.ts';
import { determineMonth } from '../cli-determine.ts';
import { evaluatePage } from '../evaluate-page.ts';
import { markChanged } from '../mark-changed.ts';
import { batchOf, getBatch, openBatch } from '../run-batch.ts';
import { linesOf } from './determine-people.ts';
import { type PersonLine, personRowOf } from './person-line.ts';

const CITY = '110000000000';
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp(await cityDatabase());
}, 120_000);
afterAll(() => app.stop());

const tools = () => jobTools(app.database.pool, testKeys());

/** Transaction ids count for all databases of the server: waits until whatever another test began before now is over. */
async function nothingOlderOpen(): Promise<void> {
  const { admin } = app.database;
  const now = await admin.query<{ xid: string }>('select pg_current_xact_id()::text xid');
  const passed = 'select pg_snapshot_xmin(pg_current_snapshot())::text::bigint > $1::bigint passed';
  while (!(await admin.query<{ passed: boolean }>(passed, [now.rows[0]?.xid])).rows[0]?.passed) await sleep(20);
}

const determine = (month: string, changed = false, area = CITY) => determineMonth(tools(), { month, area, changed });

/** Everything stored of a month but when and by which run. */
const stored = async (month: string) =>
  (
    await app.database.admin.query<Record<string, unknown>>(
      `select elder_id, scheme, area_code, amount_fen, from_month, paid_by, payer_code, tier, facts_mark, reasons, document_numbers
       from benefit_determinations where month = $1 order by elder_id, scheme`,
      [month],
    )
  ).rows;

const mark = (elderId: string) =>
  tools().inArea(CITY, '测试', ctx => markChanged(ctx, { elderId, areaCode: '110115003008', because: 'test' }));

const firstOf = async (scheme: string, month: string) =>
  (
    await app.database.admin.query<{ elder_id: string }>(
      'select elder_id from benefit_determinations where scheme = $1 and month = $2 order by elder_id limit 1',
      [scheme, month],
    )
  ).rows[0]!.elder_id;

describe('按月核定全市', () => {
  it('changes nothing the second time', async () => {
    const first = await determine('2025-07');
    expect(first).toMatchObject({ status: 'done', problems: 0, mode: 'full' });
    expect(first.granted).toBeGreaterThan(100);
    const before = await stored('2025-07');
    expect(before).toHaveLength(first.granted);
    expect(before.reduce((sum, row) => sum + Number(row.amount_fen), 0)).toBe(first.amountFen);
    const second = await determine('2025-07');
    expect(second).toMatchObject({ added: 0, changed: 0, removed: 0, kept: 0, offers: 0 });
    expect(second).toMatchObject({ people: first.people, granted: first.granted, amountFen: first.amountFen });
    expect(await stored('2025-07')).toEqual(before);
  });

  it('says for every person what the careful reader says, amount and reasons', async () => {
    const all = { by: 'area', from: CITY, to: '120000000000', since: null } as const;
    const lines: PersonLine[] = [];
    await tools().inArea(CITY, '测试', async ctx => {
      for await (const page of linesOf(ctx, '2025-07', all)) lines.push(...page);
    });
    await determine('2025-07');
    const { granted } = evaluatePage(lines.map(personRowOf), '2025-07');
    const careful = granted
      .map(({ elderId, scheme, amountFen, from, payerCode, tier, reasons }) => ({
        elderId,
        scheme,
        amountFen,
        from,
        payerCode,
        tier,
        reasons,
      }))
      .sort((a, b) => `${a.elderId} ${a.scheme}`.localeCompare(`${b.elderId} ${b.scheme}`, 'en'));
    const fast = (await stored('2025-07')).map(row => ({
      ...{ elderId: row.elder_id, scheme: row.scheme, amountFen: row.amount_fen, from: row.from_month },
      ...{ payerCode: row.payer_code, tier: row.tier, reasons: row.reasons },
    }));
    expect(fast).toEqual(JSON.parse(JSON.stringify(careful)));
  });

  it('looks only at whose facts changed, and ends with what a full run ends with', async () => {
    await nothingOlderOpen();
    await determine('2025-07');
    const died = await firstOf('advancedAge', '2025-07');
    const richer = await firstOf('hardship', '2025-07');
    const newcomer = await addElder(app.database.admin, {
      areaCode: '110115003008',
      bornOn: '1930-01-01',
      economicClass: '低保',
    });
    await app.database.admin.query(
      "update elders set status = 'deceased', died_on = '2025-04-03' where elder_id = $1",
      [died],
    );
    await app.database.admin.query(
      "update elders set economic_class = 'none', family_planning_special = false where elder_id = $1",
      [richer],
    );
    for (const id of [died, richer, newcomer]) await mark(id);
    const some = await determine('2025-07', true);
    expect(some).toMatchObject({ mode: 'changed', people: 2, added: 0 });
    expect(some.removed).toBeGreaterThanOrEqual(2);
    const after = await stored('2025-07');
    await nothingOlderOpen();
    expect(await determine('2025-07')).toMatchObject({ mode: 'full', added: 0, changed: 0, removed: 0 });
    expect(await stored('2025-07')).toEqual(after);
    expect(await determine('2025-07', true)).toMatchObject({ mode: 'changed', people: 0 });
  });

  it('misses no change of a transaction that was still open when the run began', async () => {
    const elderId = await addElder(app.database.admin, { areaCode: '110115003008', bornOn: '1931-02-02' });
    await nothingOlderOpen();
    const slow = await app.database.pool.connect();
    await slow.query(
      "begin; set local role yinian_batch; set local yinian.area_from = '110000000000'; set local yinian.area_to = '120000000000'",
    );
    await slow.query(
      `insert into benefit_changes (elder_id, area_code, changed_xid, because, changed_at)
       values ($1, '110115003008', pg_current_xact_id()::text::bigint, 'late', now())`,
      [elderId],
    );
    await determine('2025-07');
    await slow.query('commit');
    slow.release();
    expect(await determine('2025-07', true)).toMatchObject({ mode: 'changed', people: 1 });
  });

  it('follows whoever lives in another district now, whichever part of the city comes first', async () => {
    const before = await stored('2025-07');
    const moved = await firstOf('advancedAge', '2025-07');
    const home = before.find(row => row.elder_id === moved)!.area_code as string;
    for (const to of ['110102001004', '110118001001', '110102001004', home]) {
      // A move takes all rows of a person along but those of a month.
      for (const table of ['elders', 'benefit_applications', 'assessments'])
        await app.database.admin.query(`update ${table} set area_code = $2 where elder_id = $1`, [moved, to]);
      const run = await determineMonth(tools(), { month: '2025-07', area: CITY, changed: false, partsAbove: 0 });
      expect(run).toMatchObject({ added: 0, changed: 0, removed: 0, kept: 0 });
      const follows = before.map(row => (row.elder_id === moved ? { ...row, area_code: to } : row));
      expect(await stored('2025-07')).toEqual(follows);
    }
  });

  it('goes on where it was killed, and a part of the city alone is the same as the city', async () => {
    const before = await stored('2025-07');
    await app.database.admin.query("delete from benefit_determinations where month = '2025-07'");
    await app.database.admin.query('delete from benefit_batches');
    let parts = 0;
    const killed = { ...tools(), progress: async () => ++parts < 5 };
    await determineMonth(killed, { month: '2025-07', area: CITY, changed: false, partsAbove: 0 });
    const { rows } = await app.database.admin.query<{ status: string; after_area: string }>(
      'select status, after_area from benefit_batches',
    );
    expect(rows).toMatchObject([{ status: 'running' }]);
    await app.database.admin.query(
      "update benefit_batches set status = 'failed', requested_at = '2025-06-20T02:00:00Z'",
    );
    await determineMonth(tools(), { month: '2025-07', area: CITY, changed: false, partsAbove: 0 });
    const strip = (list: Record<string, unknown>[]) => list.map(({ determination_id: _, ...rest }) => rest);
    expect(strip(await stored('2025-07'))).toEqual(strip(before));
    expect(await determine('2025-07', false, '110115000000')).toMatchObject({ added: 0, changed: 0, removed: 0 });
  });

  it('killed with -9 again and again, goes on part by part and counts everybody once', async () => {
    await app.database.admin.query(
      "delete from benefit_determinations where month = '2025-07'; delete from benefit_batches",
    );
    const inCity = <T>(what: Parameters<ReturnType<typeof tools>['inArea']>[2]) =>
      tools().inArea(CITY, '测试', what) as Promise<T>;
    const { id } = await inCity<{ id: string }>(ctx => openBatch(ctx, { month: '2025-07', mode: 'full' }, CITY));
    for (const after of [0, 60, 200, 350]) await work(id, after);
    await work(id, null);
    const batch = await inCity<Batch>(async ctx => batchOf(await getBatch(ctx, id)));
    const rows = await stored('2025-07');
    const amountFen = rows.reduce((sum, row) => sum + Number(row.amount_fen), 0);
    expect(rows.length).toBeGreaterThan(100);
    const { people } = batch;
    expect(batch).toMatchObject({ status: 'done', granted: rows.length, added: rows.length, changed: 0, amountFen });
    const again = await determine('2025-07');
    expect(again).toMatchObject({ people, granted: rows.length, added: 0, changed: 0, removed: 0, amountFen });
    expect(await stored('2025-07')).toEqual(rows);
  }, 120_000);
});

/** Runs the batch in a process of its own, killed with -9 so many milliseconds after it began, or left to end. */
async function work(batchId: string, killAfter: number | null): Promise<void> {
  const script = fileURLToPath(new URL('../../../../../tests/support/determine-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, app.database.appUrl, batchId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text;
    if (killAfter !== null && said.startsWith('ready')) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  await once(child, 'close');
  if (killAfter === null) expect(said).toContain('done');
}
