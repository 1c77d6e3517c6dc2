import { awayOn } from '#modules/home-care-beds/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/settle-lines.ts';
import { negate, type Split, totalOf } from './rules/split-price.ts';

export type VerifiedRecord = {
  recordId: string;
  orderId: string;
  elderId: string;
  elderName: string;
  areaCode: string;
  happenedArea: string;
  providerId: string;
  providerName: string;
  itemCode: string;
  itemName: string;
  servedOn: string;
  split: Split;
};

/** What became of a record: a line, or none and the sentence why. */
export type Settled = { lineId: string; because: null } | { lineId: null; because: string };

/** One line per verified record; none for a day on which the elder was in hospital or away. */
export function settleRecord(ctx: Context, of: VerifiedRecord, reason = '服务已确认'): Promise<Settled> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '服务确认后写结算行' }, inner => settleWithin(inner, of, reason));
}

async function settleWithin(inner: Context, of: VerifiedRecord, reason: string): Promise<Settled> {
  const away = await awayOn(inner, of.elderId, of.servedOn);
  if (away) return { lineId: null, because: `老人${dayWords(of.servedOn)}${away}，当天不结算` };
  const line = lineOf(inner, of, reason);
  await db.insertLine(inner, line);
  await audit(inner, line, 'payments.settle');
  return { lineId: line.line_id, because: null };
}

/**
 * A corrected record: the former line is voided by its negative and, while `next` is given, a new line written. Without a
 * former line (an away day) only the new one is made.
 */
export function resettleRecord(
  ctx: Context,
  of: { formerRecordId: string; areaCode: string; reason: string; next: VerifiedRecord | null },
): Promise<Settled | null> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '服务记录更正后冲销并重写结算行' }, async inner => {
    const former = await db.findCharge(inner, of.formerRecordId);
    if (former) {
      const line = voidOf(inner, former, of.reason);
      await db.insertLine(inner, line);
      await audit(inner, line, 'payments.void');
    }
    return of.next ? settleWithin(inner, of.next, `更正：${of.reason}`) : null;
  });
}

function lineOf(ctx: Context, of: VerifiedRecord, reason: string): db.LineRow {
  const { split } = of;
  return {
    line_id: newId(),
    kind: 'charge',
    elder_id: of.elderId,
    area_code: of.areaCode,
    happened_area: of.happenedArea,
    provider_id: of.providerId,
    provider_name: of.providerName,
    order_id: of.orderId,
    record_id: of.recordId,
    item_code: of.itemCode,
    item_name: of.itemName,
    elder_name: of.elderName,
    served_on: of.servedOn,
    ...amounts(split),
    voids_line_id: null,
    reason,
    made_at: ctx.now,
    batch_id: null,
    settled_on: null,
  };
}

function voidOf(ctx: Context, former: db.LineRow, reason: string): db.LineRow {
  const { ltc_fen: ltcFen, subsidy_fen: subsidyFen, voucher_fen: voucherFen, self_fen: selfFen } = former;
  const split = negate({ ltcFen, subsidyFen, voucherFen, selfFen });
  return {
    ...former,
    line_id: newId(),
    kind: 'void',
    ...amounts(split),
    voids_line_id: former.line_id,
    reason: `冲销：${reason}`,
    made_at: ctx.now,
    batch_id: null,
    settled_on: null,
  };
}

const amounts = (split: Split) => ({
  ltc_fen: split.ltcFen,
  subsidy_fen: split.subsidyFen,
  voucher_fen: split.voucherFen,
  self_fen: split.selfFen,
  total_fen: totalOf(split),
});

const audit = (ctx: Context, line: db.LineRow, action: string) =>
  record(ctx, {
    action,
    subject: { kind: 'settle-line', id: line.line_id },
    elderId: line.elder_id,
    areaCode: line.area_code,
    note: line.reason,
    after: { recordId: line.record_id, totalFen: line.total_fen },
  });
