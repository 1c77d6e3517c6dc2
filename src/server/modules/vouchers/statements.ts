import { DomainError } from '#contracts/errors.ts';
import type { VoucherStatement } from '#contracts/vouchers.ts';
import { areaName } from '#modules/areas/index.ts';
import { submitPayable } from '#modules/payments/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { areaAt } from '#shared/area-codes.ts';
import { monthOf } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db-redemptions.ts';

const CITY = '110000000000';

const statementOf = (row: db.StatementRow): VoucherStatement => ({
  ...{ id: row.statement_id, areaCode: row.area_code, areaName: areaName(row.area_code), month: row.month },
  ...{ providerId: row.provider_id, providerName: row.provider_name, amountFen: row.amount_fen },
  ...{ redemptions: row.redemptions, status: row.status, madeBy: row.made_by_name, madeAt: row.made_at },
  paidOn: row.paid_on,
});

type Asked = { status?: string | undefined; cursor?: string | undefined; limit: number };

export async function readStatements(ctx: Context, asked: Asked) {
  const status = asked.status ?? null;
  const found = await db.listStatements(ctx, { status, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.made_at, row.statement_id]);
  const open = (await db.listOpen(ctx)).map(row => ({
    ...{ providerId: row.provider_id, providerName: row.name, amountFen: row.fen, redemptions: row.n },
  }));
  return { rows: kept.map(statementOf), nextCursor, total: await db.countStatements(ctx, status), open };
}

/** One payable a provider for what the district owes up to the end of a month; three further people pay it (payments). */
export async function makeStatements(ctx: Context, { month }: { month: string }) {
  if (month > monthOf(ctx.today)) throw new DomainError('platform.invalid-input', undefined, { month: '不能晚于本月' });
  const payerCode = areaAt(ctx.actor.areaCode, 'district');
  return asBatch(ctx, { areaCode: CITY, why: '服务券结成单送发放（用券的老人可能已迁走）' }, async inner => {
    const made = await db.insertStatements(inner, { payerCode, month });
    if (made.length === 0) throw new DomainError('vouchers.nothing-to-settle');
    for (const row of made) {
      const { statement_id: id, provider_id: providerId, provider_name: name, amount_fen: fen } = row;
      await record(inner, {
        ...{ action: 'vouchers.settle', subject: { kind: 'voucher-statement', id }, areaCode: payerCode },
        note: `${name}，${row.redemptions}笔，${fenToYuanText(fen)}元`,
      });
      await submitPayable(inner, {
        ...{ source: { kind: 'voucher-statement', id }, scheme: 'voucher', elderId: null, otherPayeeId: providerId },
        ...{ payeeName: name, areaCode: payerCode, month, amountFen: fen },
        sentence: `${name}：服务券，到${month.replace('-', '年')}月底，${row.redemptions}笔`,
      });
    }
    return { statements: made.length, amountFen: made.reduce((sum, row) => sum + row.amount_fen, 0) };
  });
}

/** Reaction to payable.paid, as batch over the city. */
export async function voucherStatementPaid(ctx: Context, of: { sourceId: string; paidOn: string }): Promise<void> {
  const row = await db.setPaid(ctx, of.sourceId, of.paidOn);
  if (!row) return;
  const subject = { kind: 'voucher-statement', id: row.statement_id };
  await record(ctx, { action: 'vouchers.pay', subject, areaCode: row.area_code, note: row.provider_name });
}
