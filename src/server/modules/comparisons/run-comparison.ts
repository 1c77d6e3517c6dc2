import { rm } from 'node:fs/promises';
import type { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import { type EarlyEnd, type JobTools, publish } from '#platform/outbox/publish.ts';
import { inTheNameOf } from '#platform/runs/in-the-name-of.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import { rowsBelow } from '#platform/tables/kept-table.ts';
import { type CompareJob, fileSecret } from './compare-job.ts';
import * as db from './db/batches.ts';
import { findMissing, isLastPage } from './find-missing.ts';
import { writePage } from './write-page.ts';

type Payload = z.infer<typeof CompareJob.payload>;

const PAGE = 500;

/** Rows below the headings and below what was compared before, a page at a time. */
const pagesOf = (keys: Keys, batch: db.BatchRow) =>
  rowsBelow(
    { id: batch.batch_id, secret: fileSecret(keys, batch), code: 'comparisons.file' },
    { sheet: batch.sheet, below: Math.max(batch.heading_row, batch.last_row), size: PAGE },
  );

/** The job: each page of rows, its counts and its differences are one transaction; killed or stopped it goes on below. */
export async function runCompare(tools: JobTools, { batchId, areaCode }: Payload): Promise<void> {
  const inArea = <T>(work: (ctx: Context) => Promise<T>) => tools.inArea(areaCode, '部门数据和档案比对', work);
  const begun = await inArea(async ctx => {
    const batch = await db.findBatch(ctx, batchId);
    return batch?.status === 'comparing' ? { batch, keys: ctx.keys } : undefined;
  });
  if (!begun) return;
  let done = begun.batch.rows;
  for await (const page of pagesOf(begun.keys, begun.batch)) {
    await inArea(async ctx => {
      const batch = await db.findBatch(ctx, batchId, true);
      if (batch?.status === 'comparing') await writePage(inTheNameOf(ctx, batch), batch, page);
    });
    done += page.length;
    if (!(await tools.progress(done, 0, `已比对 ${done.toLocaleString('en')} 行`))) return;
  }
  for (let walked = 0, last = !begun.batch.full_list; !last; ) {
    const looked = await inArea(async ctx => {
      const batch = await db.findBatch(ctx, batchId, true);
      return batch?.status === 'comparing' ? findMissing(inTheNameOf(ctx, batch), batch) : 0;
    });
    walked += looked;
    last = isLastPage(looked);
    if (!(await tools.progress(done, 0, `已比对 ${done.toLocaleString('en')} 行，核对档案 ${walked} 人`))) return;
  }
  await inArea(ctx => finish(ctx, batchId));
  await rm(workFile(batchId), { force: true });
}

async function finish(ctx: Context, batchId: string): Promise<void> {
  const batch = await db.findBatch(ctx, batchId, true);
  if (batch?.status !== 'comparing') return;
  await db.updateBatch(ctx, batchId, { status: 'compared', compared_at: ctx.now });
  const { rows, matched, differs, not_found, ambiguous, unreadable, missing, area_code: areaCode } = batch;
  await record(inTheNameOf(ctx, batch), {
    action: 'comparisons.compared',
    subject: { kind: 'comparison', id: batchId },
    ...{ areaCode, after: { rows, matched, differs, not_found, ambiguous, unreadable, missing } },
  });
  await publish(ctx, { name: 'comparison.done', batchId, areaCode, kind: batch.kind });
}

/** Stopped or failed for good: what was compared stays, starting again goes on below it. */
export async function endCompareEarly(tools: JobTools, of: Payload, how: EarlyEnd): Promise<void> {
  await tools.inArea(of.areaCode, '比对没有办完', async ctx => {
    const batch = await db.findBatch(ctx, of.batchId, true);
    if (batch?.status === 'comparing') await db.updateBatch(ctx, of.batchId, { status: 'failed', error: how.message });
  });
}
