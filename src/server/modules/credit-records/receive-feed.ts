import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { ROLES } from '#contracts/roles.ts';
import { gateways } from '#gateways/connected.ts';
import { type ExchangeBatch, ExchangeUnavailable } from '#gateways/exchange/port.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import { inTheNameOf } from '#platform/runs/in-the-name-of.ts';
import { startRun } from '#platform/runs/runs.ts';
import { newId } from '#shared/ids.ts';
import { sentOf } from './bring-file.ts';
import { lastSequence } from './db.ts';
import { departmentOf } from './rules.ts';
import { writeBatch } from './write-batch.ts';

/** How the exchange calls this feed. */
const FEED = 'credit';

export const ReceiveJob = {
  name: 'credit-records.receive',
  payload: z.object({
    area_code: z.string(),
    started_by: z.string(),
    started_by_post: z.string().nullable(),
    started_by_name: z.string(),
    started_by_role: z.enum(ROLES),
  }),
} as const;
type Payload = z.infer<typeof ReceiveJob.payload>;

export async function startReceiving(ctx: Context): Promise<{ runId: string }> {
  if (!gateways().exchange.connected)
    throw new DomainError('credit-records.exchange', '没有接通市大数据平台，请上传部门给的表');
  const { accountId, postId, name, role, areaCode } = ctx.actor;
  const payload = {
    ...{ area_code: areaCode, started_by: accountId, started_by_post: postId },
    ...{ started_by_name: name, started_by_role: role },
  };
  const about = { title: '收取信用信息', path: '/desk/credit-records/batches' };
  const runId = await startRun(ctx, ReceiveJob, { payload, about });
  await record(ctx, { action: 'credit-records.receive', subject: { kind: 'credit-batch', id: runId }, areaCode });
  return { runId };
}

/** The job: what follows the last batch, each in one transaction and once, however often it is delivered. */
export async function receiveFeed(tools: JobTools, of: Payload): Promise<void> {
  const areaCode = of.area_code;
  const inArea = <T>(work: (ctx: Context) => Promise<T>) =>
    tools.inArea(areaCode, '收取信用信息', ctx => work(inTheNameOf(ctx, of)));
  let last = await inArea(ctx => lastSequence(ctx, areaCode));
  try {
    const batches = (await gateways().exchange.batches({ kind: FEED, areaCode }, last)).filter(b => b.sequence > last);
    for (const [i, batch] of batches.entries()) {
      if (batch.sequence !== last + 1)
        throw new ExchangeUnavailable(`缺第${last + 1}批，先来了第${batch.sequence}批；补齐后再收`, 'right');
      await inArea(ctx => writeBatch(ctx, broughtOf(batch), sentOf(batch.rows)));
      last = batch.sequence;
      if (!(await tools.progress(i + 1, batches.length, `收到第${batch.sequence}批`))) return;
    }
  } catch (error) {
    if (error instanceof ExchangeUnavailable) throw new DomainError('credit-records.exchange', error.message);
    throw error;
  }
}

const broughtOf = (batch: ExchangeBatch) => ({
  ...{ id: newId(), department: departmentOf(batch.sender), name: `第${batch.sequence}批`, sequence: batch.sequence },
  sm3: createHash('sm3').update(JSON.stringify(batch.rows)).digest('hex'),
});
