import type { listReceipts as endpoint, FeedReceipt } from '#contracts/comparison-feeds.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import * as db from './db/receipts.ts';

const receiptOf = (row: db.ReceiptRow): FeedReceipt => ({
  ...{ id: row.receipt_id, kind: row.kind, outcome: row.outcome, signature: row.signature, sequence: row.sequence },
  ...{ sender: row.sender, rows: row.rows, differs: row.differs, openDifferences: row.open, status: row.status },
  ...{ batchId: row.batch_id, because: row.because, at: row.at, by: row.by_name },
});

type Asked = { kind?: string | undefined; outcome?: string | undefined; cursor?: string | undefined; limit: number };

/** What came through the exchange and what did not, newest first. */
export async function listReceipts(ctx: Context, asked: Asked): Promise<OutputOf<typeof endpoint>> {
  const of = { kind: asked.kind ?? null, outcome: asked.outcome ?? null };
  const found = await db.listReceipts(ctx, { ...of, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.at, row.receipt_id]);
  return { rows: kept.map(receiptOf), nextCursor, total: await db.countReceipts(ctx, of), totalIsApproximate: false };
}
