import type { ElderEntitlement, ElderEntitlements } from '#contracts/benefits/catalogue.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords, monthOf } from '#shared/dates.ts';
import { offerActions } from './answer-offer.ts';
import { districtOfElder, drawnOf, hasExpired, outcomesOfElder } from './catalogue/elder-schemes.ts';
import { fileOf, schemeOf } from './catalogue/register.ts';
import { type ElderFactsRow, findElderFacts } from './db/elder-facts.ts';
import { listOffersOf, type OfferRecord } from './db/offers.ts';
import { listSettings } from './db/settings.ts';
import { offerFindings } from './find-entitlements.ts';
import { checkedRules } from './read-schemes.ts';

/** Every scheme that concerns one elder, from his file: entitled, not, or what is still missing, each with its clause. */
export async function explainEntitlements(ctx: Context, elderId: string, asked?: string): Promise<ElderEntitlements> {
  const on = asked ?? ctx.today;
  const row = await getFacts(ctx, elderId, on);
  ctx.saw(elderId);
  const offers = await listOffersOf(ctx, elderId);
  const outcomes = outcomesOfElder(row, { on, settings: await listSettings(ctx) });
  return {
    ...{ elderId, elderName: row.name, areaCode: row.area_code, on, checked: checkedRules() },
    districtName: areaName(districtOfElder(row)),
    notes: notesOf(row, on),
    rows: outcomes.map(outcome => entitlementOf(ctx, { outcome, row, offers })),
  };
}

/** The elder's own view; a family post is bound to one elder. */
export async function explainMyEntitlements(ctx: Context, on?: string): Promise<ElderEntitlements> {
  if (!ctx.actor.elderId) throw new DomainError('benefits.elder-not-here', '这个岗位没有绑定老年人');
  return explainEntitlements(ctx, ctx.actor.elderId, on);
}

/** Offers for what this elder could have and has not, told by the community; nobody is enrolled by it. */
export async function findForElder(ctx: Context, elderId: string): Promise<ElderEntitlements> {
  const row = await getFacts(ctx, elderId, ctx.today);
  const fresh = await offerFindings(ctx, [row]);
  await record(ctx, {
    action: 'benefits.find',
    subject: { kind: 'elder', id: elderId },
    elderId,
    areaCode: row.area_code,
    note: `新的提醒 ${fresh} 条`,
  });
  return explainEntitlements(ctx, elderId);
}

async function getFacts(ctx: Context, elderId: string, on: string): Promise<ElderFactsRow> {
  const row = await findElderFacts(ctx, elderId, monthOf(on));
  if (!row) throw new DomainError('benefits.elder-not-here');
  return row;
}

function notesOf(row: ElderFactsRow, on: string): string[] {
  if (row.died_on) return [`老人已于${dayWords(row.died_on)}去世，只列身后的待遇`];
  if (row.ability_level === null) return ['没有做过能力评估，按能力等级的各项都还看不出来'];
  return hasExpired(row, on) ? [`能力评估已于${dayWords(row.ability_valid_to)}过期，按没有评估算；请先重新评估`] : [];
}

type Found = { outcome: ElderEntitlement['outcome']; row: ElderFactsRow; offers: readonly OfferRecord[] };

function entitlementOf(ctx: Context, { outcome, row, offers }: Found): ElderEntitlement {
  const scheme = schemeOf(outcome.scheme);
  const offer = offers.find(each => each.scheme === outcome.scheme && each.status !== 'lapsed');
  return {
    outcome,
    who: scheme ? fileOf(scheme).who : '',
    how: scheme ? fileOf(scheme).how : '',
    drawn: drawnOf(row, outcome.scheme),
    offer: offer ? { id: offer.offer_id, status: offer.status, nextActions: offerActions(ctx, offer) } : null,
  };
}
