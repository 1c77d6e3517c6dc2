import { DomainError } from '#contracts/errors.ts';
import type { HouseholdMeans, MeansEntry, MeansFact } from '#contracts/relief-means.ts';
import { evaluateHousehold } from '#modules/benefits/catalogue/index.ts';
import { closedBecause } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import * as db from './db.ts';
import { factsOf, totalsOf } from './household-facts.ts';

export const TABLE = 'relief_means_entries';

/** Everything on file of a household, opened; `facts` is what the schemes ask. */
export async function loadMeans(ctx: Context, elderId: string) {
  const elder = await db.findElder(ctx, elderId);
  if (!elder) throw new DomainError('platform.not-found', '没有找到这位老人，或不在您的辖区');
  ctx.saw(elderId);
  const file = await db.findFile(ctx, elderId);
  const rows = file ? await db.listEntries(ctx, elderId) : [];
  const entries = rows.map(row => ({
    ...{ id: row.entry_id, fact: open(ctx.keys, { table: TABLE, elderId }, row.sealed) as MeansFact },
    ...{ source: row.source, asOf: row.as_of, confidence: row.confidence },
    ...{ enteredBy: row.entered_by, enteredAt: row.entered_at, endedNote: row.ended_note },
  }));
  const counted = entries.filter(one => one.endedNote === null);
  const unverified = counted.filter(one => one.confidence !== 'verified').length;
  const totals = totalsOf(counted);
  return { elder, file, entries, unverified, totals, facts: factsOf(elder, file?.judgement ?? null, counted) };
}

/** Everything on file, and what the four schemes say of it today; the look itself is in the audit and the person sees it. */
export async function readMeans(ctx: Context, elderId: string): Promise<HouseholdMeans> {
  const { elder, file, entries, unverified, totals, facts } = await loadMeans(ctx, elderId);
  const housemates = await db.listHousemates(ctx, elderId);
  ctx.saw(...housemates.map(one => one.elderId));
  return {
    ...{ elderId, elderName: elder.name, judgement: file?.judgement ?? null, housemates },
    entries: await openEntries(ctx, elderId, entries),
    ...{ unverified, ...totals },
    authorised: file ? { on: file.authorised_on, by: file.authorised_by, takenBy: file.taken_by } : null,
    ...{ judgedBy: file?.judged_by ?? null, judgedNote: file?.judged_note ?? null },
    outcomes: file ? evaluateHousehold(facts, ctx.today) : [],
  };
}

/** What treatment cost is 医疗数据: without the permission it stands there without the sum and the words. */
async function openEntries(ctx: Context, elderId: string, entries: readonly MeansEntry[]): Promise<MeansEntry[]> {
  const isCost = ({ fact }: MeansEntry) => fact.part === 'spending' && fact.kind === 'medical';
  const withheld = entries.some(isCost) ? await closedBecause(ctx, elderId, 'medical-cost') : null;
  if (!withheld) return [...entries];
  return entries.map(one =>
    isCost(one) && one.fact.part === 'spending'
      ? { ...one, fact: { ...one.fact, fen: null, detail: '' }, withheld }
      : one,
  );
}
