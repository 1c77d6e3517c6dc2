import { z } from 'zod';
import type { BatchMode } from '#contracts/benefits/lifecycle.ts';
import type { Batch } from '#contracts/benefits/records.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName, readDivisions } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import type { EarlyEnd, JobTools } from '#platform/outbox/publish.ts';
import { startRun } from '#platform/runs/runs.ts';
import { areaLevel, areaRange, isInArea, parentArea } from '#shared/area-codes.ts';
import { monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/batches.ts';
import { upsertOffers } from './db/offers.ts';
import { determinePeople } from './determine/determine-people.ts';
import { monthOrToday } from './explain-benefits.ts';
import { closeOffers, openOfferDuties } from './offer-duties.ts';

export const BatchJob = {
  name: 'benefits.batch',
  payload: z.object({ batchId: z.string(), areaCode: z.string() }),
} as const;

export const batchOf = (row: db.BatchRecord): Batch => ({
  id: row.batch_id,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  month: row.month,
  status: row.status,
  people: row.people,
  total: row.total,
  granted: row.granted,
  offers: row.offers,
  amountFen: row.amount_fen,
  problems: row.problems,
  added: row.added,
  changed: row.changed,
  removed: row.removed,
  kept: row.kept,
  mode: row.mode,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  finishedAt: row.finished_at,
  error: row.error,
  runId: row.run_id,
});

export async function getBatch(ctx: Context, id: string): Promise<db.BatchRecord> {
  const row = await db.findBatch(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这次批量核定，或不在您的辖区');
  return row;
}

type Asked = { month: string; mode: BatchMode };

/**
 * Leaves the job with this write; up to the next month, because the next month's money is paid before this one ends.
 * One that was stopped or broke off today goes on where it stood; an older one is begun anew, the register has moved.
 */
export async function startBatch(ctx: Context, asked: Asked): Promise<Batch> {
  const { id, month, begun } = await openBatch(ctx, asked, ctx.actor.areaCode);
  const { areaCode } = ctx.actor;
  const about = { title: `核定${areaName(areaCode)}${monthWords(month)}的待遇`, path: '/desk/benefits/months' };
  const runId = await startRun(ctx, BatchJob, { payload: { batchId: id, areaCode }, about });
  await db.noteRun(ctx, id, runId);
  const note = begun ? `${monthWords(month)}，接着上次停下的地方` : monthWords(month);
  await record(ctx, { action: 'benefits.batch', subject: { kind: 'benefit-batch', id }, areaCode, note });
  return batchOf(await getBatch(ctx, id));
}

/** The row of a batch, new or taken up again; `benefits.batch-running` when the same one is under way. */
export async function openBatch(ctx: Context, asked: Asked, areaCode: string) {
  const month = monthOrToday(ctx.today, asked.month, 1);
  const begun = await db.resumeBatch(ctx, { areaCode, month });
  const id = begun ?? newId();
  if (!begun && !(await db.insertBatch(ctx, { id, areaCode, month, mode: asked.mode })))
    throw new DomainError('benefits.batch-running');
  return { id, month, begun: begun !== undefined };
}

type Wanted = { batchId: string; areaCode: string; partsAbove?: number | undefined };

/** The job: the area part by part (the city by districts), each in one transaction; killed or stopped it goes on there. */
export async function runBatch(tools: JobTools, { batchId, areaCode, partsAbove = PARTS_ABOVE }: Wanted) {
  const batch = await tools.inArea(CITY, '批量核定待遇：看上次核定到哪里', ctx => begin(ctx, batchId, partsAbove));
  if (!batch) return;
  let { people } = batch.row;
  if (!(await tools.progress(people, batch.total))) return;
  for (const part of batch.parts) {
    people += await tools.inArea(areaCode, '批量核定待遇', ctx =>
      runPart(ctx, batch.row, { ...part, since: batch.since }),
    );
    const isLast = part === batch.parts.at(-1);
    if (!(await tools.progress(people, Math.max(people, batch.total))) && !isLast) return;
  }
  await tools.inArea(areaCode, '批量核定待遇', ctx => finish(ctx, batch.row));
}

/** The whole of a batch in the caller's transaction (batch role), for those who bring many at once; answers the people. */
export async function determineHere(ctx: Context, { month, areaCode }: { month: string; areaCode: string }) {
  const { id } = await openBatch(ctx, { month, mode: 'full' }, areaCode);
  const tools = { inArea: <T>(_area: string, _why: string, work: (inner: Context) => Promise<T>) => work(ctx) };
  await runBatch({ ...tools, progress: async () => true }, { batchId: id, areaCode });
  return (await getBatch(ctx, id)).people;
}

const CITY = '110000000000';
/** Fewer people are one transaction of some seconds; each part scans the other tables once. */
const PARTS_ABOVE = 300_000;

async function begin(ctx: Context, batchId: string, partsAbove: number) {
  const row = await db.findBatch(ctx, batchId, true);
  if (!row || row.status === 'done') return undefined;
  const areas = [row.area_code];
  for (let above = parentArea(row.area_code); above; above = parentArea(above)) areas.push(above);
  const since = row.mode === 'changed' ? await db.changesSince(ctx, { month: row.month, areas }) : null;
  const total = await db.countPeople(ctx, row.month, { by: 'area', ...areaRange(row.area_code), since });
  await db.beginBatch(ctx, batchId, { total, mode: since === null ? 'full' : 'changed' });
  const whole = [areaRange(row.area_code)];
  const parts = (total > partsAbove ? partsOf(row.area_code) : whole).filter(part => part.to > (row.after_area ?? ''));
  return { row, parts, since, total };
}

/** Neighbouring ranges that leave no code out: a person with an unknown code is determined, too. */
export function partsOf(areaCode: string): { from: string; to: string }[] {
  const whole = areaRange(areaCode);
  if (areaLevel(areaCode) !== 'city') return [whole];
  const districts = readDivisions()
    .map(division => division.code)
    .filter(code => areaLevel(code) === 'district' && isInArea(code, areaCode))
    .sort();
  const starts = [whole.from, ...districts.slice(1)];
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? whole.to }));
}

/** Stopped, or it will not be tried again: the results stay and the next start goes on from here. */
export async function endBatchEarly(tools: JobTools, of: z.infer<typeof BatchJob.payload>, how: EarlyEnd) {
  const status = how.status === 'cancelled' ? 'stopped' : 'failed';
  await tools.inArea(of.areaCode, '批量核定没有办完', ctx =>
    db.endBatch(ctx, of.batchId, { status, error: how.message }),
  );
}

type Part = { from: string; to: string; since: number | null };

async function runPart(ctx: Context, { batch_id: batchId, month }: db.BatchRecord, part: Part): Promise<number> {
  // A second worker may hold the same batch for a moment: the part that is done is not counted twice.
  const now = await db.findBatch(ctx, batchId, true);
  if (!now || (now.after_area ?? '') >= part.to) return 0;
  // Offers look ahead: nobody is told in June what could have been had in March.
  const wantsOffers = month >= ctx.today.slice(0, 7);
  const done = await determinePeople(ctx, { month, people: { by: 'area', ...part }, batchId, wantsOffers });
  await closeOffers(ctx, done.lapsedOffers);
  const fresh = await upsertOffers(ctx, month, done.offers);
  await openOfferDuties(ctx, fresh);
  await db.addProgress(ctx, batchId, { ...done, offers: fresh.length, after: part.to });
  return done.people;
}

async function finish(ctx: Context, batch: db.BatchRecord): Promise<void> {
  await db.endBatch(ctx, batch.batch_id, { status: 'done', error: null });
  const subject = { kind: 'benefit-batch', id: batch.batch_id };
  await record(ctx, { action: 'benefits.batch-done', subject, areaCode: batch.area_code, note: batch.month });
}
