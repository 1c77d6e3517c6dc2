import { z } from 'zod';
import { isFoundScheme } from '#contracts/benefits/catalogue.ts';
import { offerLifecycle } from '#contracts/benefits/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { startRun } from '#platform/runs/runs.ts';
import { areaRange } from '#shared/area-codes.ts';
import { monthOf } from '#shared/dates.ts';
import { drawnOf, findingsOf, type When } from './catalogue/elder-schemes.ts';
import { type ElderFactsRow, pageElderFacts } from './db/elder-facts.ts';
import { countElders, type FoundOffer, setOfferStatus, upsertOffers } from './db/offers.ts';
import { listSettings } from './db/settings.ts';
import { closeOffers, openFoundDuty } from './offer-duties.ts';

/** One page of people is one transaction. */
const PAGE = 1_000;

export const FindJob = { name: 'benefits.find', payload: z.object({ areaCode: z.string() }) } as const;

/** Leaves the run that goes over every person of the caller's area. */
export async function startFinding(ctx: Context): Promise<{ runId: string }> {
  const { areaCode } = ctx.actor;
  const about = { title: `核对${areaName(areaCode)}老年人该享受什么`, path: '/desk/benefits/offers' };
  return { runId: await startRun(ctx, FindJob, { payload: { areaCode }, about, once: true }) };
}

/** The job: page by page; killed or stopped, what was found stays, and the next run finds nothing twice. */
export async function runFinding(tools: JobTools, { areaCode }: z.infer<typeof FindJob.payload>): Promise<void> {
  const why = '核对该享受的待遇和服务';
  const range = areaRange(areaCode);
  const total = await tools.inArea(areaCode, why, ctx => countElders(ctx, range));
  let after: { areaCode: string; elderId: string } | null = null;
  let done = 0;
  for (;;) {
    if (!(await tools.progress(done, Math.max(total, done)))) return;
    const at = { ...range, after, limit: PAGE };
    const rows: ElderFactsRow[] = await tools.inArea(areaCode, why, async ctx => {
      const page = await pageElderFacts(ctx, monthOf(ctx.today), at);
      await offerFindings(ctx, page);
      return page;
    });
    done += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = { areaCode: last.area_code, elderId: last.elder_id };
  }
  await tools.progress(done, done);
}

/** New offers for what these people could have, an end for those that no longer stand, 已办好 for what they have by now. */
export async function offerFindings(ctx: Context, rows: readonly ElderFactsRow[]): Promise<number> {
  const when: When = { on: ctx.today, settings: await listSettings(ctx) };
  const found: FoundOffer[] = [];
  const lapsed: string[] = [];
  for (const row of rows) {
    const findings = findingsOf(row, when);
    for (const each of findings) found.push({ ...each, elderId: row.elder_id, areaCode: row.area_code });
    for (const offer of row.offers) {
      if (!isFoundScheme(offer.scheme)) continue;
      const stands = findings.some(each => each.scheme === offer.scheme);
      if (offer.status === 'claimed' && drawnOf(row, offer.scheme)) await noteArranged(ctx, row, offer.id);
      else if (!stands && (offer.status === 'found' || offer.status === 'notified')) lapsed.push(offer.id);
    }
  }
  await closeOffers(ctx, lapsed);
  const fresh = await upsertOffers(ctx, monthOf(ctx.today), found);
  for (const offers of Map.groupBy(fresh, each => each.elderId).values()) await openFoundDuty(ctx, offers);
  return fresh.length;
}

async function noteArranged(ctx: Context, row: ElderFactsRow, offerId: string): Promise<void> {
  const { elder_id: elderId, area_code: areaCode } = row;
  const subject = { kind: 'benefit-offer', id: offerId, elderId, areaCode };
  const note = '档案里已经有了';
  const step = { table: offerLifecycle, subject, status: 'claimed', action: 'arrange', note, asSystem: true } as const;
  await setOfferStatus(ctx, { elder_id: elderId, offer_id: offerId }, { status: await advance(ctx, step), note });
  await record(ctx, { action: 'benefits.offer-arrange', subject, elderId, areaCode, note });
}
