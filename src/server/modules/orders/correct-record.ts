import { DomainError } from '#contracts/errors.ts';
import { resettleRecord, shareOf, type VerifiedRecord, voucherAtMost } from '#modules/payments/index.ts';
import { holdVouchers, returnVouchers } from '#modules/vouchers/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { dayOfInstant } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { payByVoucher, verifiedOf } from './close-order.ts';
import * as db from './db.ts';

export type Correction = {
  reason: string;
  startedAt?: string;
  endedAt?: string;
  itemsDone?: string[];
  measurements?: Record<string, number>;
  note?: string | null;
  /** False: nothing is owed for this service any more (it did not take place, or elsewhere). */
  chargeable?: boolean;
  /** Part of the price that is owed, when less was served than recorded: found minutes of recorded minutes. */
  owedShare?: { found: number; recorded: number };
};

const SETTLED = ['confirmed', 'evaluated', 'settled'];

/**
 * Corrects a service record: a new record names the former, which stays; the former settlement line is voided by a negative
 * one and a new line written (none when not chargeable, or not confirmed yet). Publishes service-record.corrected.
 * Throws platform.not-found, and platform.conflict when the record has been corrected already.
 */
export async function correctRecord(
  ctx: Context,
  recordId: string,
  changes: Correction,
): Promise<{ recordId: string }> {
  const former = await db.findRecord(ctx, recordId);
  const order = former && (await db.lockOrder(ctx, former.order_id));
  if (!former || !order) throw new DomainError('platform.not-found');
  if (await db.findCorrectionOf(ctx, recordId)) {
    throw new DomainError('platform.conflict', '这条记录已更正过，请在最新的一条上更正');
  }
  const next = corrected(ctx, former, changes);
  if (next.ended_at <= next.started_at) {
    throw new DomainError('platform.invalid-input', undefined, { endedAt: '结束时间不能早于开始' });
  }
  await db.insertRecord(ctx, next);
  await db.updateOrder(ctx, order.order_id, { record_id: next.record_id });
  await record(ctx, {
    action: 'orders.correct-record',
    subject: { kind: 'service-record', id: next.record_id },
    elderId: next.elder_id,
    areaCode: next.area_code,
    note: changes.reason,
    before: { recordId, startedAt: former.started_at, endedAt: former.ended_at, itemsDone: former.items_done },
    after: { startedAt: next.started_at, endedAt: next.ended_at, itemsDone: next.items_done },
  });
  const owed = SETTLED.includes(order.status) && changes.chargeable !== false;
  const { elder_id: elderId, area_code: areaCode } = next;
  const verified = owed ? verifiedOf(order, next) : null;
  await settleAnew(ctx, { formerRecordId: recordId, areaCode: order.area_code, changes, next: verified });
  const event = { elderId, areaCode, recordId: next.record_id, formerRecordId: recordId };
  await publish(ctx, { name: 'service-record.corrected', ...event });
  return { recordId: next.record_id };
}

type Anew = { formerRecordId: string; areaCode: string; changes: Correction; next: VerifiedRecord | null };

/** The voucher has its money back first; then it pays its part of what is still owed, at most what it holds on that day. */
async function settleAnew(ctx: Context, { formerRecordId, areaCode, changes, next }: Anew): Promise<void> {
  const { reason, owedShare } = changes;
  await returnVouchers(ctx, { recordId: formerRecordId, reason });
  const shared = next && (owedShare ? shareOf(next.split, owedShare) : next.split);
  const limit = next && shared?.voucherFen ? await holdVouchers(ctx, { ...next, on: next.servedOn }) : 0;
  const settling = next && shared && { ...next, split: voucherAtMost(shared, limit) };
  const settled = await resettleRecord(ctx, { formerRecordId, areaCode, reason, next: settling });
  if (settling && settled?.lineId) await payByVoucher(ctx, settling);
}

function corrected(ctx: Context, former: db.RecordRecord, changes: Correction): db.RecordRecord {
  const startedAt = changes.startedAt ?? former.started_at;
  return {
    ...former,
    record_id: newId(),
    started_at: startedAt,
    ended_at: changes.endedAt ?? former.ended_at,
    served_on: dayOfInstant(startedAt),
    items_done: changes.itemsDone ?? former.items_done,
    measurements: changes.measurements ?? former.measurements,
    note: changes.note === undefined ? former.note : changes.note,
    recorded_at: ctx.now,
    recorded_by: ctx.actor.name,
    corrects_record_id: former.record_id,
    correction_reason: changes.reason,
  };
}
