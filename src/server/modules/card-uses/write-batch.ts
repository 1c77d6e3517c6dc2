import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';

export type { Use } from './db.ts';

/** Rows of one transaction. */
export const PAGE = 5_000;
/** Refusals that are said row by row. */
const REFUSALS_KEPT = 200;

type Sent = { uses: readonly db.Use[]; refusals?: db.BatchRow['refusals']; lastRow?: number };

/** One page of a batch; a serial number that came before, also in the same table, is counted as repeated. */
export async function writePage(
  ctx: Context,
  batch: Pick<db.BatchRow, 'batch_id' | 'sender'>,
  { uses, refusals = [], lastRow = 0 }: Sent,
): Promise<db.BatchRow> {
  const fresh = await db.insertUses(ctx, { batchId: batch.batch_id, sender: batch.sender }, uses);
  const counts = { taken: 0, repeated: 0, taken_fen: 0, repeated_fen: 0 };
  for (const { number, fen } of uses) {
    const isNew = fresh.delete(number);
    counts[isNew ? 'taken' : 'repeated'] += 1;
    counts[isNew ? 'taken_fen' : 'repeated_fen'] += fen;
  }
  const rows = uses.length + refusals.length;
  const said = { refused: refusals.length, refusals: refusals.slice(0, REFUSALS_KEPT), kept: REFUSALS_KEPT };
  return db.addPage(ctx, batch.batch_id, { ...counts, rows, ...said, last_row: lastRow });
}

/** The batch is through: its sums stand in the log. */
export async function finishBatch(ctx: Context, batch: db.BatchRow): Promise<void> {
  await db.setState(ctx, batch.batch_id, { status: 'taken' });
  const { rows, taken, repeated, refused, taken_fen, repeated_fen } = batch;
  await record(ctx, {
    ...{
      action: 'card-uses.bring',
      subject: { kind: 'card-use-batch', id: batch.batch_id },
      areaCode: batch.area_code,
    },
    ...{ note: batch.sender, after: { rows, taken, repeated, refused, taken_fen, repeated_fen } },
  });
}

type Whole = Pick<db.BatchRow, 'batch_id' | 'area_code' | 'sender' | 'file_name' | 'file_sm3'>;

/** A whole batch at once, as a loader brings it. */
export async function writeBatch(ctx: Context, of: Whole, uses: readonly db.Use[]): Promise<void> {
  await db.insertBatch(ctx, {
    ...{ ...of, brought_by: ctx.actor.name, brought_at: ctx.now, status: 'reading', sealed: null },
    ...{ sheet: 0, heading_row: 0, mapping: [] },
    ...{ started_by: ctx.actor.accountId, started_by_post: ctx.actor.postId, started_by_role: ctx.actor.role },
  });
  let batch: db.BatchRow | undefined;
  for (let from = 0; from < uses.length; from += PAGE)
    batch = await writePage(ctx, of, { uses: uses.slice(from, from + PAGE) });
  if (batch) await finishBatch(ctx, batch);
}
