import { DomainError } from '#contracts/errors.ts';
import type { Candidate, Order } from '#contracts/orders.ts';
import { itemVersion } from '#modules/catalogue/index.ts';
import { firmsOffering } from '#modules/providers/index.ts';
import { type CaregiverFacts, caregiversFor } from '#modules/workforce/index.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { orderAnswer } from './answer.ts';
import * as db from './db.ts';
import { take } from './duties.ts';
import { rankCandidates } from './matching.ts';
import { orderForStep, withReach } from './reach.ts';
import { answerBy } from './rules.ts';
import { amountsOf } from './split-order.ts';

type Ranking = { ranked: Candidate[]; excluded: Candidate[]; people: CaregiverFacts[] };

/** Who may go and who may not, with reasons. A firm sees its own caregivers only. */
export async function rankFor(ctx: Context, order: db.OrderRecord): Promise<Ranking> {
  const item = await itemVersion(ctx, { code: order.item_code, version: order.item_version });
  const everybody = await caregiversFor(ctx, order.item_code, order.wanted_on);
  const own = ctx.actor.role === 'provider' || ctx.actor.role === 'station';
  const people = own ? everybody.filter(person => person.providerId === ctx.actor.organisationId) : everybody;
  const offers = await db.listOffers(ctx, order.order_id);
  const declined = offers.filter(offer => offer.answer === 'refused' || offer.answer === 'timeout');
  const home =
    order.longitude !== null && order.latitude !== null ? ([order.longitude, order.latitude] as const) : null;
  const { ranked, excluded } = rankCandidates(
    {
      staffLevel: item?.staffLevel ?? 1,
      certificate: item?.certificate ?? null,
      home,
      declined: new Set(declined.map(offer => offer.caregiver_id)),
      servedBefore: await db.servedBefore(ctx, order.elder_id),
    },
    people,
    { firms: await firmsOffering(ctx, order.item_code), load: await db.loadOn(ctx, order.wanted_on) },
  );
  return { ranked, excluded, people };
}

export function findCandidates(ctx: Context, id: string) {
  return withReach(ctx, async inner => {
    const order = await db.findOrder(inner, id);
    if (!order) throw new DomainError('platform.not-found');
    ctx.saw(order.elder_id);
    const { ranked, excluded } = await rankFor(inner, order);
    return { ranked: ranked.slice(0, 20), excluded: excluded.slice(0, 20) };
  });
}

/** Sends an order to one caregiver: refuses whoever is excluded, with the reason the list shows. */
export function dispatchOrder(ctx: Context, id: string, caregiverId: string): Promise<Order> {
  return withReach(ctx, async inner => {
    const order = await orderForStep(inner, id);
    const ranking = await rankFor(inner, order);
    const chosen = ranking.ranked.find(candidate => candidate.caregiverId === caregiverId);
    if (!chosen && order.status === 'submitted') throw notSuited(ranking, caregiverId);
    return orderAnswer(inner, await offer(inner, order, { chosen, ranking }));
  });
}

function notSuited(ranking: Ranking, caregiverId: string): DomainError {
  const why = ranking.excluded.find(candidate => candidate.caregiverId === caregiverId);
  if (!why) return new DomainError('orders.candidate-excluded', '这名护理员所在的单位不做这个项目，或没有登记');
  return new DomainError('orders.candidate-excluded', `${why.caregiverName}不能派这张单：${why.excludedBecause}`);
}

type Offered = { chosen: Candidate | undefined; ranking: Ranking; asSystem?: boolean };

/** Takes the dispatch step and keeps what it was decided on. */
export async function offer(ctx: Context, order: db.OrderRecord, of: Offered): Promise<db.OrderRecord> {
  const { chosen, ranking } = of;
  const person = ranking.people.find(p => p.caregiverId === chosen?.caregiverId);
  const until = answerBy(ctx.now);
  const set = chosen && person ? { ...(await assignment(ctx, order, { chosen, person })), answer_by: until } : {};
  const system = of.asSystem ? { asSystem: true } : {};
  const note = chosen && `${chosen.caregiverName}（${chosen.providerName}）：${chosen.reasons.join('，')}`;
  const next = await take(ctx, order, { action: 'dispatch', set, note: note ?? null, ...system });
  if (!chosen || !person) return next;
  await db.insertOffer(ctx, {
    offer_id: newId(),
    order_id: order.order_id,
    elder_id: order.elder_id,
    area_code: order.area_code,
    happened_area: order.happened_area,
    provider_id: person.providerId,
    provider_name: person.providerName,
    caregiver_id: person.caregiverId,
    caregiver_name: person.name,
    assignee_id: person.accountId,
    attempt: (await db.listOffers(ctx, order.order_id)).length + 1,
    answer: 'offered',
    offered_at: ctx.now,
    answer_by: until,
    answered_at: null,
    refusal: null,
    reasons: chosen.reasons,
    candidates: ranking.ranked
      .slice(0, 10)
      .map(c => ({ caregiverId: c.caregiverId, score: c.score, metres: c.metres })),
  });
  return next;
}

/** The firm's own price replaces the catalogue's, split by the same payers. */
async function assignment(ctx: Context, order: db.OrderRecord, to: { chosen: Candidate; person: CaregiverFacts }) {
  const amounts = await amountsOf(ctx, order, { on: order.wanted_on, priceFen: to.chosen.priceFen });
  return {
    provider_id: to.person.providerId,
    provider_name: to.person.providerName,
    caregiver_id: to.person.caregiverId,
    caregiver_name: to.person.name,
    assignee_id: to.person.accountId,
    price_fen: to.chosen.priceFen,
    ...amounts,
    dispatched_at: ctx.now,
  };
}

/** Nobody holds the order any more; a firm that takes back its own offer keeps the order for another caregiver. */
export const released = (order: db.OrderRecord, keepFirm: boolean): Partial<db.OrderRecord> => ({
  ...(keepFirm ? {} : { provider_id: null, provider_name: null }),
  caregiver_id: null,
  caregiver_name: null,
  assignee_id: null,
  dispatched_at: null,
  answer_by: null,
  accepted_at: null,
  price_fen: order.price_fen,
});

/** Takes an offer back before check-in, so that somebody else can be sent. */
export function recallOrder(ctx: Context, id: string, reason: string): Promise<Order> {
  return withReach(ctx, async inner => {
    const order = await orderForStep(inner, id);
    const keepFirm = ctx.actor.role === 'provider' || ctx.actor.role === 'station';
    const next = await take(inner, order, { action: 'recall', set: released(order, keepFirm), note: reason });
    await db.answerOffer(inner, id, { answer: 'withdrawn', answered_at: ctx.now, refusal: reason });
    return orderAnswer(inner, next);
  });
}
