import { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { type EarlyEnd, enqueue, type JobTools, publishMany } from '#platform/outbox/publish.ts';
import { inTheNameOf } from '#platform/runs/in-the-name-of.ts';
import { startRun } from '#platform/runs/runs.ts';
import * as db from '../db/imports.ts';
import { remakeRollsJob } from '../remake-rolls.ts';
import { seatNewcomers, settleGaps } from '../seat-newcomers.ts';
import { oweCheck } from './decide-changes.ts';
import { judgeRows, nothingSeen, type Verdict } from './judge-rows.ts';
import { dropTable, lockImport } from './read-imports.ts';
import { tally } from './tally.ts';
import { failImport, pagesOf, readerOf } from './walk-rows.ts';
import { startArrivals, trustsFor, writeChanges } from './write-page.ts';

export const LoadJob = {
  name: 'elders.load-import',
  payload: z.object({ importId: z.string(), areaCode: z.string() }),
} as const;
export const AnnounceJob = {
  name: 'elders.announce-import',
  payload: z.object({ importId: z.string(), areaCode: z.string() }),
} as const;
type Payload = z.infer<typeof LoadJob.payload>;

/** Leaves the loading to the background. Who puts people straight on the register must be the one who admits them. */
export async function startLoad(ctx: Context, id: string, arriveAs: 'registered' | 'active'): Promise<void> {
  const row = await lockImport(ctx, id);
  if (row.status !== 'checked') throw new DomainError('platform.wrong-state', '请先检查；正在导入或已经导入的不用再导');
  if (arriveAs === 'active' && ctx.actor.role === 'community') {
    throw new DomainError('platform.not-allowed', '直接在册由街道及以上确认，社区请选“登记，待社区逐人入户核实”');
  }
  const payload = { importId: id, areaCode: row.area_code };
  const about = { title: `导入“${row.file_name}”`, path: `/desk/elders/imports/${id}`, areaCode: row.area_code };
  const runId = await startRun(ctx, LoadJob, { payload, about });
  await db.updateImport(ctx, id, { status: 'loading', arrive_as: arriveAs, run_id: runId, error: null });
  const subject = { kind: 'elder-import', id };
  await record(ctx, { action: 'elders.load-import', subject, areaCode: row.area_code, after: { arriveAs } });
}

class Stopped extends Error {}

/**
 * The job: judges the table once more and writes what is good, all in one transaction that also says that it is done.
 * Killed before its commit nothing of it is there, and it is done from the start; after it the status says so.
 */
export async function runLoad(tools: JobTools, { importId, areaCode }: Payload): Promise<void> {
  try {
    // Rows are compared on a connection of their own, while the other one is busy writing the page before.
    await tools.inArea(areaCode, '导入前对照档案', register =>
      tools.inArea(areaCode, '导入老年人', batch => load(tools, { batch, register }, importId)),
    );
  } catch (error) {
    if (error instanceof Stopped) return;
    throw error;
  }
  await dropTable(importId);
}

/** `batch` writes; `register` sees what stood there before, so nobody is compared with whom this very table brings. */
type Hands = { batch: Context; register: Context };

async function load(tools: JobTools, { batch, register }: Hands, importId: string): Promise<void> {
  const row = await db.findImport(batch, importId, true);
  if (row?.status !== 'loading') return;
  const ctx = inTheNameOf(batch, row);
  const judging = inTheNameOf(register, row);
  await db.preferIndexes(ctx);
  await db.preferIndexes(judging);
  const total = row.counts?.rows ?? 0;
  // The last report is the commit's: until then nothing is imported, and a stop must still be heard.
  const report = async (rows: number, message?: string) => {
    if (!(await tools.progress(Math.min(rows, total - 1), total, message))) throw new Stopped();
  };
  const { waiting, ...found } = await writeRows({ ctx, judging }, row, report);
  const moved = await seatNewcomers(ctx, importId, (done, of) => report(total, `整理找人索引 ${done} / ${of} 个街道`));
  await db.updateImport(ctx, importId, { ...found, faults: row.faults, status: 'loaded', loaded_at: ctx.now });
  if (waiting > 0) await oweCheck(ctx, row, waiting);
  if (found.counts.new > 0) {
    await enqueue(ctx, AnnounceJob, { importId, areaCode: row.area_code });
    // Who was changed, and who came where a few others did, may be many too.
    await enqueue(ctx, remakeRollsJob, {});
  }
  const subject = { kind: 'elder-import', id: importId };
  await record(ctx, { action: 'elders.import-loaded', subject, areaCode: row.area_code, after: found.counts });
  await settleGaps(ctx, moved);
}

/**
 * Judges and writes page by page. While PostgreSQL inserts the people of one page the next is read, judged and sealed
 * here; a page's changes run by the rules of a single edit, which may reach beyond the area, so nothing runs beside them.
 */
async function writeRows(
  { ctx, judging }: { ctx: Context; judging: Context },
  row: db.ImportRow,
  report: (rows: number) => Promise<void>,
) {
  const use = { seen: nothingSeen(), areaCode: row.area_code };
  const read = await readerOf(ctx, row);
  const decisions = await db.listDecisions(ctx, row.import_id);
  const arrivals = startArrivals({ ctx, judging }, { row, decisions });
  const trusts = await trustsFor(ctx, row);
  const sums = tally();
  let waiting = 0;
  let inserting: Promise<void> = Promise.resolve();
  try {
    for await (const page of pagesOf(row, { keys: ctx.keys, read })) {
      const verdicts = (await judgeRows(judging, page, use)).map(verdict => decided(verdict, decisions));
      const prepared = await arrivals.prepare(verdicts);
      await inserting;
      waiting += await writeChanges(ctx, { row, trusts }, verdicts);
      inserting = arrivals.insert(prepared);
      inserting.catch(() => undefined);
      for (const verdict of verdicts) sums.add(verdict);
      await report(sums.counts.rows);
    }
  } catch (error) {
    await inserting.catch(() => undefined);
    throw error;
  }
  await inserting;
  const { formulas: _, ...found } = sums.result();
  return { ...found, waiting };
}

const decided = (verdict: Verdict, decisions: ReadonlyMap<number, db.Decision>): Verdict =>
  verdict.kind === 'look-alike' && decisions.get(verdict.person.row.number)?.decision === 'different'
    ? { kind: 'new', person: verdict.person }
    : verdict;

/** Stopped or failed for good: the transaction rolled back, so the checked table waits as before. */
export async function endLoadEarly(tools: JobTools, of: Payload, how: EarlyEnd): Promise<void> {
  await tools.inArea(of.areaCode, '导入没有办完', async ctx => {
    const row = await db.findImport(ctx, of.importId, true);
    if (row?.status !== 'loading') return;
    if (how.status === 'cancelled') await db.updateImport(ctx, of.importId, { status: 'checked', error: null });
    else await failImport(ctx, of.importId, `${how.message}（一行都没有写入）`);
  });
}

const ANNOUNCED_A_PAGE = 1_000;
const CITY = '110000000000';

/**
 * What other modules do on a registration, for everybody who came in; each page once, wherever the process was killed. They
 * work for the whole city: declared here once, instead of once a person and module.
 */
export async function runAnnounce(tools: JobTools, { importId }: Payload): Promise<void> {
  for (let more = true; more; ) {
    more = await tools.inArea(CITY, '导入后通知各模块', async ctx => {
      const people = await db.takeUnannounced(ctx, importId, ANNOUNCED_A_PAGE);
      const events = people.map(person => ({ name: 'elder.registered' as const, ...person }));
      await publishMany(ctx, 'elder.registered', events);
      return people.length === ANNOUNCED_A_PAGE;
    });
  }
}
