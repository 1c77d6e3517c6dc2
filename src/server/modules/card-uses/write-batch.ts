import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';

export type { Use } from './db.ts';

const PAGE = 5_000;
type Brought = Pick<db.BatchRow, 'batch_id' | 'area_code' | 'sender' | 'file_name' | 'file_sm3' | 'refusals'> & {
  refused: number;
};

/** One batch with its uses; a serial number that came before, also in the same table, is counted as repeated. */
export async function writeBatch(ctx: Context, of: Brought, sent: readonly db.Use[]): Promise<db.BatchRow> {
  const row: db.BatchRow = {
    ...{ ...of, rows: sent.length + of.refused, taken: sent.length, repeated: 0, taken_fen: 0, repeated_fen: 0 },
    ...{ brought_by: ctx.actor.name, brought_at: ctx.now },
  };
  await db.insertBatch(ctx, row);
  const counts = { taken: 0, repeated: 0, taken_fen: 0, repeated_fen: 0 };
  for (let from = 0; from < sent.length; from += PAGE) {
    const page = sent.slice(from, from + PAGE);
    const fresh = await db.insertUses(ctx, { batchId: of.batch_id, sender: of.sender }, page);
    for (const { number, fen } of page) {
      const isNew = fresh.delete(number);
      counts[isNew ? 'taken' : 'repeated'] += 1;
      counts[isNew ? 'taken_fen' : 'repeated_fen'] += fen;
    }
  }
  await db.setCounts(ctx, of.batch_id, counts);
  const subject = { kind: 'card-use-batch', id: of.batch_id };
  const after = { rows: row.rows, refused: of.refused, ...counts };
  await record(ctx, { action: 'card-uses.bring', subject, areaCode: of.area_code, note: of.sender, after });
  return { ...row, ...counts };
}
