import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { birthDaysOfCards } from '#modules/elders/index.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { EarlyEnd, JobTools } from '#platform/outbox/publish.ts';
import { inTheNameOf } from '#platform/runs/in-the-name-of.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import { open } from '#platform/secrets/seal.ts';
import { rowsBelow } from '#platform/tables/kept-table.ts';
import type { Row } from '#platform/tables/table-file.ts';
import * as db from './db.ts';
import { readUse, streetsOf } from './read-row.ts';
import { ageGroupOf } from './rules.ts';
import { finishBatch, PAGE, writePage } from './write-batch.ts';

export const TABLE = 'card_use_batches';
export const TakeJob = {
  name: 'card-uses.take',
  payload: z.object({ batchId: z.string(), areaCode: z.string() }),
} as const;
type Payload = z.infer<typeof TakeJob.payload>;

const EMPTY = '表里没有刷卡记录';

/** Rows below the headings and below what was taken before, a page at a time. */
function pagesOf(keys: Keys, batch: db.BatchRow) {
  const { secret } = open(keys, { table: TABLE, elderId: batch.batch_id }, batch.sealed ?? Buffer.alloc(0)) as {
    secret: string;
  };
  const below = Math.max(batch.heading_row, batch.last_row);
  return rowsBelow({ id: batch.batch_id, secret, code: 'card-uses.file' }, { sheet: batch.sheet, below, size: PAGE });
}

const asker = (row: db.BatchRow) => ({ ...row, started_by_name: row.brought_by });

/** The job: each page with its counts is one transaction; killed it goes on below, stopped it leaves what it took. */
export async function runTake(tools: JobTools, { batchId, areaCode }: Payload): Promise<void> {
  const inArea = <T>(work: (ctx: Context) => Promise<T>) => tools.inArea(areaCode, '导入刷卡记录', work);
  const begun = await inArea(async ctx => {
    const batch = await db.findBatch(ctx, batchId);
    return batch?.status === 'reading' ? { batch, keys: ctx.keys } : undefined;
  });
  if (!begun) return;
  const streetOf = streetsOf(areaCode);
  let done = begun.batch.rows;
  for await (const page of pagesOf(begun.keys, begun.batch)) {
    await inArea(ctx => takePage(ctx, { batchId, page, streetOf }));
    done += page.length;
    if (!(await tools.progress(done, 0, `已收 ${done.toLocaleString('en')} 行`))) return;
  }
  await inArea(async ctx => {
    const batch = await db.findBatch(ctx, batchId, true);
    if (batch?.status !== 'reading') return;
    if (batch.rows === 0) throw new DomainError('card-uses.file', EMPTY);
    await finishBatch(inTheNameOf(ctx, asker(batch)), batch);
  });
  await rm(workFile(batchId), { force: true });
}

type Taking = { batchId: string; page: readonly Row[]; streetOf: (words: string) => string[] };

async function takePage(ctx: Context, { batchId, page, streetOf }: Taking): Promise<void> {
  const batch = await db.findBatch(ctx, batchId, true);
  if (batch?.status !== 'reading') return;
  const read = page.map(row => ({
    row: row.number,
    use: readUse(row, batch.mapping, { streetOf, today: ctx.today }),
  }));
  const refusals = read.flatMap(({ row, use }) => (typeof use === 'string' ? [{ row, because: use }] : []));
  const found = read.flatMap(({ use }) => (typeof use === 'string' ? [] : [use]));
  const born = await birthDaysOfCards(ctx, [...new Set(found.map(use => use.card).filter(Boolean))]);
  const uses = found.map(({ card, ...use }) => ({ ...use, age: ageGroupOf(born.get(card), use.usedOn) }));
  await writePage(ctx, batch, { uses, refusals, lastRow: page.at(-1)?.number ?? 0 });
}

/** Stopped or failed for good: what was taken stays; the same table sent again takes only the rest. */
export async function endTakeEarly(tools: JobTools, of: Payload, how: EarlyEnd): Promise<void> {
  await tools.inArea(of.areaCode, '刷卡记录没有收完', async ctx => {
    const batch = await db.findBatch(ctx, of.batchId, true);
    if (batch?.status === 'reading') await db.setState(ctx, of.batchId, { status: 'stopped', error: how.message });
  });
  await rm(workFile(of.batchId), { force: true });
}
