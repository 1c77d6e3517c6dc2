import { DomainError } from '#contracts/errors.ts';
import { post } from '#modules/books/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords, monthOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as redemptions from './db-redemptions.ts';
import * as db from './db-vouchers.ts';
import { shareOut } from './rules.ts';

const CITY = '110000000000';
type Wanted = { elderId: string; itemCode: string; on: string };

const sumOf = (rows: readonly db.VoucherRow[]): number => rows.reduce((sum, row) => sum + row.balance_fen, 0);

/** What the person's vouchers could pay of an item on a day (fen): for a price that is only shown. A firm sees no vouchers. */
export async function voucherLimit(ctx: Context, of: Wanted & { areaCode: string }): Promise<number> {
  if (ctx.scope.way !== 'organisation') return sumOf(await db.listPaying(ctx, of));
  return asBatch(ctx, { areaCode: of.areaCode, why: '派单时按服务券余额算谁付多少' }, async inner =>
    sumOf(await db.listPaying(inner, of)),
  );
}

/**
 * The same for a settlement: the vouchers are held until the transaction ends, so that no other order spends them meanwhile.
 * Whoever confirms a service reaches the person's vouchers; where there are none, nothing is locked.
 */
export async function holdVouchers(ctx: Context, of: Wanted): Promise<number> {
  if ((await db.listPaying(ctx, of)).length === 0) return 0;
  return asBatch(ctx, { areaCode: CITY, why: '结算前占住老人的服务券' }, async inner =>
    sumOf(await db.listPaying(inner, of, true)),
  );
}

export type Spent = Wanted & {
  areaCode: string;
  fen: number;
  elderName: string;
  itemName: string;
  providerId: string;
  providerName: string;
  orderId: string;
  recordId: string;
};

/** Takes an amount from the vouchers that were held for it, one redemption each, and books what the district now owes. */
export function spendVouchers(ctx: Context, of: Spent): Promise<void> {
  return asBatch(ctx, { areaCode: CITY, why: '结算用服务券（发券的区付给服务商）' }, async inner => {
    const rows = await db.listPaying(inner, of, true);
    if (of.fen > sumOf(rows)) throw new DomainError('platform.conflict', '服务券余额刚刚用在别的单上，请刷新后再确认');
    for (const { row, fen } of shareOut(rows, of.fen)) {
      await db.takeFrom(inner, row.voucher_id, fen);
      await write(inner, {
        ...{ elder_id: of.elderId, redemption_id: newId(), voucher_id: row.voucher_id, scheme_id: row.scheme_id },
        ...{ scheme_name: row.scheme_name, area_code: of.areaCode, payer_code: row.payer_code, kind: 'redeem' },
        ...{ amount_fen: fen, returns_id: null, provider_id: of.providerId, provider_name: of.providerName },
        ...{ order_id: of.orderId, record_id: of.recordId, item_code: of.itemCode, item_name: of.itemName },
        ...{ elder_name: of.elderName, served_on: of.on, reason: '服务已确认', made_at: inner.now, statement_id: null },
      });
    }
  });
}

/** A settlement that was wrong: each of its redemptions is answered by one below zero, the voucher has its money again. */
export function returnVouchers(ctx: Context, of: { recordId: string; reason: string }): Promise<void> {
  return asBatch(ctx, { areaCode: CITY, why: '服务记录更正后退回服务券' }, async inner => {
    for (const former of await redemptions.listOfRecord(inner, of.recordId)) {
      await db.takeFrom(inner, former.voucher_id, -former.amount_fen);
      const next = { redemption_id: newId(), returns_id: former.redemption_id, statement_id: null, made_at: inner.now };
      const back = { kind: 'return' as const, amount_fen: -former.amount_fen, reason: `退回：${of.reason}` };
      await write(inner, { ...former, ...next, ...back });
    }
  });
}

async function write(ctx: Context, row: redemptions.RedemptionRow): Promise<void> {
  await redemptions.insertRedemption(ctx, row);
  const { redemption_id: id, elder_id: elderId, area_code: areaCode, amount_fen: fen } = row;
  const note = `${row.scheme_name}，${row.provider_name}${row.item_name}，${dayWords(row.served_on)}`;
  const books = {
    ...{ areaCode: row.payer_code, month: monthOf(ctx.today), subjectKind: 'voucher-redemption', subjectId: id },
    step: row.kind,
  };
  await post(ctx, books, [
    fen > 0
      ? { debit: 'voucher-used', credit: 'voucher-due', fen, note }
      : { debit: 'voucher-due', credit: 'voucher-used', fen: -fen, note: `退回：${note}` },
  ]);
  await record(ctx, {
    ...{ action: `vouchers.${row.kind}`, subject: { kind: 'voucher', id: row.voucher_id }, elderId, areaCode },
    note: `${note}，${fenToYuanText(fen)}元`,
  });
}
