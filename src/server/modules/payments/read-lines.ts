import { DomainError } from '#contracts/errors.ts';
import type { PaymentLine, StopLine } from '#contracts/payments/cycle-nouns.ts';
import { LINE_STATUS_LABELS } from '#contracts/payments/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { CITY } from './cycles/cycle-subject.ts';
import { findCycle } from './db/cycles.ts';
import * as db from './db/lines.ts';
import { refitOffsets } from './recoveries/offset-lines.ts';

const lineOf = (row: db.LineWithWhy): PaymentLine => ({
  ...{ id: row.line_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
  ...{ areaName: areaName(row.area_code), payerName: areaName(row.payer_code), cycleId: row.cycle_id },
  ...{ scheme: row.scheme, month: row.month, kind: row.kind, cause: row.cause, amountFen: row.amount_fen },
  ...{ formerFen: row.former_fen, status: row.status, statusReason: row.status_reason },
  ...{ determinationId: row.determination_id, why: row.why, payableId: row.payable_id, madeAt: row.made_at },
});

export async function readPaymentLines(
  ctx: Context,
  asked: db.LineFilter & { cursor?: string | undefined; limit: number },
) {
  const found = await db.listLines(ctx, asked, { after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.made_at, row.line_id]);
  const { n, fen } = await db.sumLines(ctx, asked);
  const totalIsApproximate = n === 10_000;
  ctx.saw(...kept.flatMap(row => row.elder_id ?? []));
  return {
    rows: kept.map(lineOf),
    nextCursor,
    total: n,
    totalIsApproximate,
    totalFen: totalIsApproximate ? null : fen,
  };
}

export async function readStops(ctx: Context, cycleId: string, asked: { cursor?: string | undefined; limit: number }) {
  const found = await db.listStops(ctx, cycleId, { after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.elder_name + row.scheme, row.elder_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  const rows = kept.map(
    (row): StopLine => ({
      ...{ elderId: row.elder_id, elderName: row.elder_name, areaName: areaName(row.area_code) },
      ...{ scheme: row.scheme, formerFen: row.former_fen, reason: row.reason },
    }),
  );
  return { rows, nextCursor, total: await db.countStops(ctx, cycleId) };
}

/** The checker takes one line out before it is checked; it may be paid back later. */
export async function dropLine(ctx: Context, id: string, note: string): Promise<PaymentLine> {
  const row = await db.findLine(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条发放明细，或不在您的辖区');
  const cycle = await findCycle(ctx, row.cycle_id, true);
  if (cycle?.status !== 'draft' || row.status !== 'due' || row.kind === 'offset')
    throw new DomainError(
      'platform.wrong-state',
      `这条明细现在是“${LINE_STATUS_LABELS[row.status]}”，只有待复核批次里待发的才能核减`,
    );
  await asBatch(ctx, { areaCode: CITY, why: '核减一条，抵扣跟着改' }, async inner => {
    await db.setDropped(inner, id, note);
    await refitOffsets(inner, { cycleId: row.cycle_id, payeeId: row.payee_id });
  });
  const subject = { kind: 'payment-line', id };
  const of = { areaCode: row.area_code, ...(row.elder_id && { elderId: row.elder_id }) };
  await record(ctx, { action: 'payments.drop-line', subject, ...of, note });
  return lineOf({ ...row, status: 'dropped', status_reason: note });
}
