import { z } from 'zod';
import { offerLifecycle } from '#contracts/benefits/lifecycle.ts';
import type { Batch } from '#contracts/benefits/records.ts';
import { SCHEME_LABELS } from '#contracts/benefits/schemes.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { enqueue, type JobTools } from '#platform/outbox/publish.ts';
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
});

export async function getBatch(ctx: Context, id: string): Promise<db.BatchRecord> {
  const row = await db.findBatch(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这次批量核定，或不在您的辖区');
  return row;
}

/** Leaves the job with this write; up to the next month, because the next month's money is paid before this one ends. */
export async function startBatch(ctx: Context, asked: string): Promise<Batch> {
  const month = monthOrToday(ctx.today, asked, 1);
  const id = newId();
  const { areaCode } = ctx.actor;
  if (!(await db.insertBatch(ctx, { id, areaCode, month }))) throw new DomainError('benefits.batch-running');
  await enqueue(ctx, BatchJob, { batchId: id, areaCode });
  await record(ctx, { action: 'benefits.batch', subject: { kind: 'benefit-batch', id }, areaCode, note: month });
  return batchOf(await getBatch(ctx, id));
}

/** The job: pages of people in their stable order; killed in between it goes on where it stood. */
export async function runBatch(tools: JobTools, batchId: string, areaCode: string): Promise<void> {
  const inArea = <T>(work: (ctx: Context) => Promise<T>) => tools.inArea(areaCode, '批量核定待遇', work);
  const batch = await inArea(async ctx => {
    const found = await db.findBatch(ctx, batchId, true);
    if (!found || found.status === 'done') return undefined;
    await db.beginBatch(ctx, batchId, await countPeople(ctx));
    return found;
  });
  if (!batch) return;
  try {
    for (let more = true; more; ) {
      more = await inArea(ctx => runPage(ctx, batchId));
      if (!(await tools.progress(0, batch.total))) throw new Error('有人要求停止');
    }
    await inArea(ctx => finish(ctx, batch));
  } catch (error) {
    await inArea(ctx => db.endBatch(ctx, batchId, '核定中断，已核定的结果保留，请重新发起'));
    throw error;
  }
}

async function runPage(ctx: Context, batchId: string): Promise<boolean> {
  const batch = await db.findBatch(ctx, batchId, true);
  if (!batch) return false;
  const { after_area: area, after_name: name, after_elder: elder } = batch;
  const people = await listLiving(ctx, area && name && elder ? { area, name, elder } : null, PAGE);
  if (people.length === 0) return false;
  await store(ctx, batch, people);
  return people.length === PAGE;
}

/** Once, after the living: who died in or after the month is still paid for it. */
async function finish(ctx: Context, batch: db.BatchRecord): Promise<void> {
  const dead = await listDeadSince(ctx, `${batch.month}-01`);
  if (dead.length > 0) await store(ctx, batch, dead);
  await db.endBatch(ctx, batch.batch_id, null);
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
