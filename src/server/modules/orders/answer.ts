import { PAYERS } from '#contracts/catalogue.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { type OfferAnswer, type OrderSource, type OrderStatus, orderLifecycle } from '#contracts/order-lifecycle.ts';
import type { Order, OrderRow, ServiceRecord } from '#contracts/orders.ts';
import { Measurements } from '#contracts/orders.ts';
import { itemVersion } from '#modules/catalogue/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { ageOn } from '#shared/dates.ts';
import * as db from './db.ts';
import { orderNumber } from './rules.ts';

export const placeOf = (row: { road: string | null; compound: string | null }): string =>
  [row.road, row.compound].filter(Boolean).join(' ') || '住址未登记';

export const toOrderRow = (row: db.OrderRecord, today: string): OrderRow => ({
  id: row.order_id,
  number: orderNumber(row.order_id, row.ordered_on),
  elderId: row.elder_id,
  elderName: row.elder_name,
  elderAge: ageOn(row.elder_born_on, today),
  elderSex: row.elder_sex as OrderRow['elderSex'],
  place: placeOf(row),
  areaCode: row.area_code,
  itemCode: row.item_code,
  itemName: row.item_name,
  status: row.status as OrderStatus,
  source: row.source as OrderSource,
  wantedOn: row.wanted_on,
  wantedTime: row.wanted_time,
  priceFen: row.price_fen,
  providerId: row.provider_id,
  providerName: row.provider_name,
  caregiverName: row.caregiver_name,
  orderedAt: row.ordered_at,
  answerBy: row.answer_by,
  startedAt: row.started_at,
  doneAt: row.done_at,
  score: row.score,
});

/** The whole order as the actor may see it; the platform's own steps (超时, 结算) are no buttons. */
export async function orderAnswer(ctx: Context, row: db.OrderRecord): Promise<Order> {
  const item = await itemVersion(ctx, { code: row.item_code, version: row.item_version });
  const records = await db.listRecords(ctx, row.order_id);
  const offers = await db.listOffers(ctx, row.order_id);
  const status = row.status as OrderStatus;
  ctx.saw(row.elder_id);
  return {
    ...toOrderRow(row, ctx.today),
    itemVersion: row.item_version,
    steps: item?.steps ?? [],
    minutes: item?.minutes ?? null,
    need: row.need,
    note: row.note,
    payerOrder: item?.payerOrder ?? [...PAYERS],
    ltcFen: row.ltc_fen,
    subsidyFen: row.subsidy_fen,
    voucherFen: row.voucher_fen,
    selfFen: row.self_fen,
    orderedBy: row.ordered_by,
    acceptedAt: row.accepted_at,
    startMetres: row.started_metres,
    confirmedAt: row.confirmed_at,
    confirmedBy: row.confirmed_by,
    evaluation: row.evaluation,
    cancelReason: row.cancel_reason,
    hasAddress: row.sealed_contact !== null,
    records: recordAnswers(records),
    offers: offers.map(toOffer),
    actions: nextActions(orderLifecycle, status, ctx.actor.role).filter(
      action => !['time-out', 'settle'].includes(action.action),
    ),
    history: await readSteps(ctx, row.order_id),
  };
}

export function recordAnswers(records: readonly db.RecordRecord[]): ServiceRecord[] {
  const replaced = new Set(records.map(record => record.corrects_record_id));
  return records.map(record => ({
    id: record.record_id,
    startedAt: record.started_at,
    endedAt: record.ended_at,
    minutes: Math.max(1, Math.round((Date.parse(record.ended_at) - Date.parse(record.started_at)) / 60_000)),
    startMetres: record.start_metres,
    itemsDone: record.items_done,
    measurements: Measurements.parse(record.measurements),
    evidence: record.evidence,
    note: record.note,
    recordedAt: record.recorded_at,
    recordedBy: record.recorded_by,
    correctsRecordId: record.corrects_record_id,
    correctionReason: record.correction_reason,
    current: !replaced.has(record.record_id),
  }));
}

const toOffer = (offer: db.OfferRecord): Order['offers'][number] => ({
  attempt: offer.attempt,
  caregiverName: offer.caregiver_name,
  providerName: offer.provider_name,
  answer: offer.answer as OfferAnswer,
  offeredAt: offer.offered_at,
  answerBy: offer.answer_by,
  answeredAt: offer.answered_at,
  refusal: offer.refusal,
  reasons: offer.reasons,
});
