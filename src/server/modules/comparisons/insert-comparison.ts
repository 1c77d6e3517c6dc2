import { createHash } from 'node:crypto';
import type { ComparedField, ComparisonKind } from '#contracts/comparison-kinds.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { seal } from '#platform/secrets/seal.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/batches.ts';
import { writePage } from './write-page.ts';

export type BulkComparison = {
  kind: ComparisonKind;
  sender: string;
  asOf: string;
  fileName: string;
  /** One heading and what it is for each column. */
  columns: readonly (readonly [heading: string, field: ComparedField])[];
  rows: readonly (readonly string[])[];
};

/**
 * A table that is in memory already (the demo's load), compared at once by the same page as an upload's, under the actor's
 * name. No file is kept. Answers the batch's id.
 */
export async function insertComparison(ctx: Context, of: BulkComparison): Promise<string> {
  const id = newId();
  const { accountId, postId, name, role, areaCode } = ctx.actor;
  const headings = of.columns.map(([heading]) => heading);
  const text = [headings, ...of.rows].map(row => row.join(',')).join('\n');
  await db.insertBatch(ctx, {
    ...{ batch_id: id, area_code: areaCode, kind: of.kind, sender: of.sender, as_of: of.asOf, origin: 'file' },
    ...{
      file_name: of.fileName,
      file_bytes: Buffer.byteLength(text),
      file_sm3: createHash('sm3').update(text).digest('hex'),
    },
    ...{ file_says: '文本表格（UTF-8，逗号分隔）', sheet: 0, heading_row: 1, headings, notes: [], status: 'comparing' },
    ...{ mapping: of.columns.map(([, field]) => field), uploaded_at: ctx.now },
    sealed: seal(ctx.keys, { table: 'comparison_batches', elderId: id }, { secret: '' }),
    ...{ started_by: accountId, started_by_post: postId, started_by_name: name, started_by_role: role },
  });
  const batch = await db.findBatch(ctx, id, true);
  if (!batch) throw new Error('the batch just made is out of reach');
  const page = of.rows.map((cells, i) => ({
    number: i + 2,
    cells: cells.map(cell => ({ kind: 'text' as const, text: cell })),
  }));
  await writePage(ctx, batch, page);
  await db.updateBatch(ctx, id, { status: 'compared', compared_at: ctx.now });
  await publish(ctx, { name: 'comparison.done', batchId: id, areaCode, kind: of.kind });
  return id;
}
