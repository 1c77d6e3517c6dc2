import { z } from 'zod';
import {
  COMPARED_FIELD_LABELS,
  COMPARED_FIELDS,
  COMPARISON_KIND_LABELS,
  ComparisonKind,
  isFullKind,
} from '#contracts/comparison-kinds.ts';
import { DomainError } from '#contracts/errors.ts';
import { ROLES } from '#contracts/roles.ts';
import { gateways } from '#gateways/connected.ts';
import { type ExchangeBatch, ExchangeUnavailable } from '#gateways/exchange/port.ts';
import { record } from '#platform/audit/record.ts';
import { workFile } from '#platform/files/work-folder.ts';
import type { Context } from '#platform/http/context.ts';
import type { Upload } from '#platform/http/serve.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { inTheNameOf } from '#platform/runs/in-the-name-of.ts';
import { startRun } from '#platform/runs/runs.ts';
import { newFileSecret, writeEncrypted } from '#platform/tables/byte-source.ts';
import { writeTable } from '#platform/tables/write-table.ts';
import { newId } from '#shared/ids.ts';
import { findBatch } from './db/batches.ts';
import * as feeds from './db/feeds.ts';
import { insertReceipt } from './db/receipts.ts';
import { keepTable, startComparison } from './upload-table.ts';

export const ReceiveJob = {
  name: 'comparisons.receive',
  payload: z.object({
    kind: ComparisonKind,
    area_code: z.string(),
    started_by: z.string(),
    started_by_post: z.string().nullable(),
    started_by_name: z.string(),
    started_by_role: z.enum(ROLES),
  }),
} as const;
type Payload = z.infer<typeof ReceiveJob.payload>;

export async function startReceiving(ctx: Context, kind: ComparisonKind): Promise<{ runId: string }> {
  if (!gateways().exchange.connected)
    throw new DomainError('comparisons.exchange', '没有接通市大数据平台，请改传部门给的文件');
  const { accountId, postId, name, role, areaCode } = ctx.actor;
  const payload = {
    ...{ kind, area_code: areaCode, started_by: accountId, started_by_post: postId },
    ...{ started_by_name: name, started_by_role: role },
  };
  const about = { title: `收取${COMPARISON_KIND_LABELS[kind]}数据`, path: '/desk/comparisons/feeds' };
  const runId = await startRun(ctx, ReceiveJob, { payload, about });
  const note = COMPARISON_KIND_LABELS[kind];
  await record(ctx, { action: 'comparisons.receive', subject: { kind: 'comparison-feed', id: runId }, areaCode, note });
  return { runId };
}

/** The job: what follows the last batch, each kept and compared once, however often it is delivered. */
export async function receiveFeed(tools: JobTools, of: Payload): Promise<void> {
  const { kind, area_code: areaCode } = of;
  const inArea = <T>(work: (ctx: Context) => Promise<T>) =>
    tools.inArea(areaCode, '收取部门数据', ctx => work(inTheNameOf(ctx, of)));
  const known = await inArea(ctx => feeds.listFeeds(ctx, areaCode));
  let last = known.find(row => row.kind === kind)?.last_sequence ?? 0;
  try {
    const batches = (await gateways().exchange.batches({ kind, areaCode }, last)).filter(b => b.sequence > last);
    if (batches.length === 0)
      await inArea(async ctx => {
        await feeds.feedAnswered(ctx, { areaCode, kind });
        await insertReceipt(ctx, { kind, outcome: 'nothing', signature: 'right' });
      });
    for (const [i, batch] of batches.entries()) {
      if (batch.sequence !== last + 1)
        throw new ExchangeUnavailable(`缺第 ${last + 1} 批，先来了第 ${batch.sequence} 批；补齐后再收`, 'right');
      const upload = await fileOf(batch, COMPARISON_KIND_LABELS[kind]);
      await inArea(ctx => keep(ctx, { upload, batch, kind }));
      last = batch.sequence;
      if (!(await tools.progress(i + 1, batches.length, `收到第 ${batch.sequence} 批`))) return;
    }
  } catch (error) {
    if (!(error instanceof ExchangeUnavailable)) throw error;
    const { message: because, signature } = error;
    await inArea(async ctx => {
      await feeds.feedFailed(ctx, { areaCode, kind }, because);
      await insertReceipt(ctx, { kind, outcome: 'refused', signature, because });
    });
    throw new DomainError('comparisons.exchange', error.message);
  }
}

type Came = { upload: Upload; batch: ExchangeBatch; kind: ComparisonKind };

async function keep(ctx: Context, { upload, batch, kind }: Came): Promise<void> {
  const { sender, asOf, sequence, rows, full } = batch;
  const id = await keepTable(ctx, upload, { kind, sender, asOf, sequence });
  await feeds.feedCame(ctx, { areaCode: ctx.actor.areaCode, kind }, { sequence, rows: rows.length });
  const made = id && (await findBatch(ctx, id));
  if (!made) return;
  const batchId = made.batch_id;
  await insertReceipt(ctx, { kind, outcome: 'came', signature: 'right', sequence, sender, rows: rows.length, batchId });
  await startComparison(ctx, batchId, { mapping: made.mapping, full: full && isFullKind(kind) });
}

/** A batch becomes a table like any other, under our own headings, so that there is one way to compare. */
async function fileOf(batch: ExchangeBatch, label: string): Promise<Upload> {
  const [id, secret] = [newId(), newFileSecret()];
  const fields = COMPARED_FIELDS.filter(field => batch.rows.some(row => row[field] !== undefined));
  const columns = fields.map(field => ({ title: COMPARED_FIELD_LABELS[field] }));
  async function* pages() {
    yield batch.rows.map(row => fields.map(field => row[field] ?? null));
  }
  const table = writeTable({ sheet: label, columns, pages: pages() }, 'csv');
  const written = await writeEncrypted(table, { path: workFile(id), secret, limit: Number.MAX_SAFE_INTEGER });
  return { id, secret, name: `${label}第${batch.sequence}批.csv`, ...written };
}
