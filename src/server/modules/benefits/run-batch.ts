import { z } from 'zod';
import { offerLifecycle } from '#contracts/benefits/lifecycle.ts';
import type { Batch } from '#contracts/benefits/records.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import type { EarlyEnd, JobTools } from '#platform/outbox/publish.ts';
import { startRun } from '#platform/runs/runs.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/batches.ts';
import { type NewDetermination, removeUnconfirmed, upsertDeterminations } from './db/determinations.ts';
import { type FoundOffer, lapseOffers, upsertOffers } from './db/offers.ts';
import { countPeople, listDeadSince, listLiving } from './db/people.ts';
import { evaluatePerson } from './evaluate-person.ts';
import { monthOrToday } from './explain-benefits.ts';
import type { PersonRow } from './rules/person-facts.ts';

export const BatchJob = {
  name: 'benefits.batch',
  payload: z.object({ batchId: z.string(), areaCode: z.string() }),
} as const;

/** People in one transaction: short enough that requests between two pages do not wait. */
const PAGE = 500;

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

/**
 * Leaves the job with this write; up to the next month, because the next month's money is paid before this one ends.
 * One that was stopped or broke off today goes on where it stood; an older one is begun anew, the register has moved.
 */
export async function startBatch(ctx: Context, asked: string): Promise<Batch> {
  const month = monthOrToday(ctx.today, asked, 1);
  const { areaCode } = ctx.actor;
  const begun = await db.resumeBatch(ctx, { areaCode, month });
  const id = begun ?? newId();
  if (!begun && !(await db.insertBatch(ctx, { id, areaCode, month }))) throw new DomainError('benefits.batch-running');
  const about = { title: `核定${areaName(areaCode)}${monthName(month)}的待遇`, path: '/desk/benefits/months' };
  const runId = await startRun(ctx, BatchJob, { payload: { batchId: id, areaCode }, about });
  await db.noteRun(ctx, id, runId);
  const note = begun ? `${month}，接着上次停下的地方` : month;
  await record(ctx, { action: 'benefits.batch', subject: { kind: 'benefit-batch', id }, areaCode, note });
  return batchOf(await getBatch(ctx, id));
}

const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** The job: pages of people in their stable order; killed or stopped in between it goes on where it stood. */
export async function runBatch(tools: JobTools, batchId: string, areaCode: string): Promise<void> {
  const inArea = <T>(work: (ctx: Context) => Promise<T>) => tools.inArea(areaCode, '批量核定待遇', work);
  const batch = await inArea(async ctx => {
    const found = await db.findBatch(ctx, batchId, true);
    if (!found || found.status === 'done') return undefined;
    const total = await countPeople(ctx);
    await db.beginBatch(ctx, batchId, total);
    return { ...found, total };
  });
  if (!batch) return;
  if (!(await tools.progress(batch.people, batch.total))) return;
  for (let more = true; more; ) {
    const page = await inArea(ctx => runPage(ctx, batchId));
    more = page.more;
    if (!(await tools.progress(page.people, batch.total)) && more) return;
  }
  await inArea(ctx => finish(ctx, batch));
}

/** Stopped, or it will not be tried again: the results stay and the next start goes on from here. */
export async function endBatchEarly(tools: JobTools, of: z.infer<typeof BatchJob.payload>, how: EarlyEnd) {
  const status = how.status === 'cancelled' ? 'stopped' : 'failed';
  await tools.inArea(of.areaCode, '批量核定没有办完', ctx =>
    db.endBatch(ctx, of.batchId, { status, error: how.message }),
  );
}

async function runPage(ctx: Context, batchId: string): Promise<{ more: boolean; people: number }> {
  const batch = await db.findBatch(ctx, batchId, true);
  if (!batch) return { more: false, people: 0 };
  const { after_area: area, after_name: name, after_elder: elder } = batch;
  const people = await listLiving(ctx, area && name && elder ? { area, name, elder } : null, PAGE);
  if (people.length > 0) await store(ctx, batch, people);
  return { more: people.length === PAGE, people: batch.people + people.length };
}

/** Once, after the living: who died in or after the month is still paid for it. */
async function finish(ctx: Context, batch: db.BatchRecord): Promise<void> {
  const dead = await listDeadSince(ctx, `${batch.month}-01`);
  if (dead.length > 0) await store(ctx, batch, dead);
  await db.endBatch(ctx, batch.batch_id, { status: 'done', error: null });
  const subject = { kind: 'benefit-batch', id: batch.batch_id };
  await record(ctx, { action: 'benefits.batch-done', subject, areaCode: batch.area_code, note: batch.month });
}

async function store(ctx: Context, batch: db.BatchRecord, people: readonly PersonRow[]): Promise<void> {
  const { granted, offers, problems } = evaluatePage(people, batch.month);
  const ids = people.map(person => person.elder_id);
  await removeUnconfirmed(ctx, { month: batch.month, people: ids, kept: granted });
  await upsertDeterminations(ctx, granted, batch.batch_id);
  for (const offerId of await lapseOffers(ctx, ids, offers)) await closeDuties(ctx, offerId);
  const names = new Map(people.map(person => [person.elder_id, person.name]));
  const fresh = await upsertOffers(ctx, batch.month, offers);
  for (const offer of fresh) await openOfferDuty(ctx, offer, names.get(offer.elderId) ?? '');
  const last = people.at(-1);
  const living = last && last.died_on === null;
  await db.addProgress(ctx, batch.batch_id, {
    people: people.length,
    granted: granted.length,
    offers: fresh.length,
    amountFen: granted.reduce((sum, each) => sum + each.amountFen, 0),
    problems,
    after: living ? { area: last.area_code, name: last.name, elder: last.elder_id } : null,
  });
}

/** Pure: what a page of people is paid, and who could be paid but has not applied. */
export function evaluatePage(people: readonly PersonRow[], month: string) {
  const granted: NewDetermination[] = [];
  const offers: FoundOffer[] = [];
  let problems = 0;
  for (const person of people) {
    const answer = evaluatePerson(person, { month, explain: false, grantedOnly: true });
    if ('problems' in answer) {
      problems++;
      continue;
    }
    const about = { elderId: person.elder_id, areaCode: person.area_code };
    for (const { scheme, amountFen, from, paidBy, reasons, nearestYes } of answer.results) {
      if (amountFen > 0 && from) granted.push({ ...about, scheme, month, amountFen, from, paidBy, reasons });
      const onlyUnapplied = reasons.length === 1 && reasons[0]?.code === 'no-application';
      if (onlyUnapplied && nearestYes && !person.applications?.[scheme])
        offers.push({ ...about, scheme, amountFen: nearestYes.amountFen, sentence: nearestYes.sentence });
    }
  }
  return { granted, offers, problems };
}

/** The community tells the elder; the limit stands in the offer's lifecycle table. */
async function openOfferDuty(ctx: Context, offer: FoundOffer, name: string): Promise<void> {
  const { elderId, areaCode, scheme } = offer;
  const days = offerLifecycle.transitions.find(each => each.action === 'notify')?.withinWorkingDays ?? 5;
  await openDuty(
    ctx,
    { kind: 'benefit-offer', id: offer.offerId ?? elderId, elderId, areaCode },
    {
      ...{ forRole: 'community', kindLabel: '告知待遇', reason: offer.sentence, withinWorkingDays: days },
      title: `告知${name}可以申请${SCHEME_LABELS[scheme]}`,
      actionLabel: `告知${SCHEME_LABELS[scheme]}`,
      path: `/desk/benefits/elders/${elderId}`,
    },
  );
}
