import type { Determination } from '#contracts/benefits/determination.ts';
import type { BenefitFacts, Entitlement, Explanation } from '#contracts/benefits/records.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { monthOf } from '#shared/dates.ts';
import { type ApplicationRecord, listOfElder } from './db/applications.ts';
import { type DeterminationRecord, listDeterminedOf } from './db/determinations.ts';
import { listOffersOf, type OfferRecord } from './db/offers.ts';
import { findFacts, findPerson, saveFacts } from './db/people.ts';
import { districtOf, evaluateOrRefuse } from './evaluate-person.ts';
import { definitions, otherBenefitTable } from './law/definitions.ts';
import { markChanged } from './mark-changed.ts';
import { isMonthInRange, monthlyDeadlines } from './rules/months.ts';
import { factLines, type PersonRow } from './rules/person-facts.ts';

/** Screens may look two years ahead; only the batch is bound to the next month. */
const MONTHS_AHEAD = 24;

export function monthOrToday(today: string, month: string | undefined, ahead = MONTHS_AHEAD): string {
  const chosen = month ?? monthOf(today);
  if (!isMonthInRange(chosen, today, ahead))
    throw new DomainError('benefits.month-out-of-range', ahead > 1 ? '只能查 2019-10 到两年后的月份' : undefined, {
      month: '请改选月份',
    });
  return chosen;
}

/** The person with everything a determination needs, or benefits.elder-not-here. */
export async function getPerson(ctx: Context, elderId: string): Promise<PersonRow> {
  const row = await findPerson(ctx, elderId);
  if (!row) throw new DomainError('benefits.elder-not-here');
  return row;
}

/** What one person is entitled to in a month and why, with the state of the paperwork. */
export async function explainBenefits(ctx: Context, elderId: string, asked?: string): Promise<Explanation> {
  const month = monthOrToday(ctx.today, asked);
  const row = await getPerson(ctx, elderId);
  ctx.saw(elderId);
  const results = evaluateOrRefuse(row, month);
  const papers = {
    applications: await listOfElder(ctx, elderId),
    offers: await listOffersOf(ctx, elderId),
    determined: await listDeterminedOf(ctx, elderId, month),
  };
  const benefits = new Map(otherBenefitTable(definitions()).map(each => [each.code, each.nameZh]));
  return {
    elderId,
    elderName: row.name,
    bornOn: row.born_on,
    areaCode: row.area_code,
    areaName: areaName(row.area_code),
    month,
    totalFen: results.reduce((sum, each) => sum + each.amountFen, 0),
    schemes: results.map(result => entitlementOf(result, papers)),
    facts: factLines(row, { district: districtOf(row) ?? '不在本市', benefits }),
    own: await findFacts(ctx, elderId),
    deadlines: monthlyDeadlines(ctx.today),
  };
}

type Papers = { applications: ApplicationRecord[]; offers: OfferRecord[]; determined: DeterminationRecord[] };

function entitlementOf(result: Determination, papers: Papers): Entitlement {
  const application = papers.applications.find(each => each.scheme === result.scheme);
  const offer = papers.offers.find(each => each.scheme === result.scheme);
  const stored = papers.determined.find(each => each.scheme === result.scheme);
  const closed = !application || application.status === 'refused' || application.status === 'withdrawn';
  return {
    ...result,
    application: application
      ? {
          id: application.application_id,
          status: application.status,
          appliedOn: application.applied_on,
          decisionNote: application.decision_note,
        }
      : null,
    offer: offer ? { id: offer.offer_id, status: offer.status } : null,
    determined: stored ? { amountFen: stored.amount_fen, at: stored.determined_at } : null,
    // Paid without an application (重度失能 by assessment) needs none.
    canApply: closed && result.amountFen === 0,
  };
}

/** The elder's own view; a family post is bound to one elder. */
export async function explainMine(ctx: Context, month?: string): Promise<Explanation> {
  if (!ctx.actor.elderId) throw new DomainError('benefits.elder-not-here', '这个岗位没有绑定老年人');
  return explainBenefits(ctx, ctx.actor.elderId, month);
}

/** Facts that only the benefits desk keeps, with the proof they come from. */
export async function keepFacts(ctx: Context, elderId: string, facts: BenefitFacts): Promise<Explanation> {
  const row = await getPerson(ctx, elderId);
  const before = await findFacts(ctx, elderId);
  const known = new Set(otherBenefitTable(definitions()).map(each => each.code));
  for (const [at, each] of facts.otherBenefits.entries()) {
    if (!known.has(each.code))
      throw new DomainError('platform.invalid-input', undefined, {
        [`otherBenefits.${at}.code`]: '没有这项待遇，请从表里选',
      });
  }
  await markChanged(ctx, { elderId, areaCode: row.area_code, because: '待遇登记' });
  await saveFacts(ctx, { id: elderId, areaCode: row.area_code }, facts);
  await record(ctx, {
    action: 'benefits.keep-facts',
    subject: { kind: 'elder', id: elderId },
    elderId,
    areaCode: row.area_code,
    note: facts.source,
    ...(before ? { before } : {}),
    after: { ...facts },
  });
  return explainBenefits(ctx, elderId);
}
