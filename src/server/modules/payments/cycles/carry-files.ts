import { DomainError } from '#contracts/errors.ts';
import { cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import * as db from '../db/cycles.ts';
import { sameBankFile } from './bank-file.ts';
import { CITY } from './cycle-subject.ts';
import { readCycle } from './read-cycle.ts';
import { takeResult } from './take-result.ts';

const DOWNLOADABLE = ['authorised', 'sent', 'answered', 'reconciled'];

/** The file for carrying to the bank by hand; the read audit says who took it. */
export async function bankFileAnswer(ctx: Context, id: string): Promise<FileAnswer> {
  const cycle = await db.findCycle(ctx, id);
  if (!cycle) throw new DomainError('platform.not-found', '没有找到这个发放批次，或不在您的辖区');
  if (!DOWNLOADABLE.includes(cycle.status))
    throw new DomainError(
      'platform.wrong-state',
      `发放批次现在是“${cycleLifecycle.labels[cycle.status]}”，授权以后才有送银行的文件`,
    );
  const { number, content } = await sameBankFile(ctx, cycle);
  return { fileName: `${number}.txt`, mediaType: 'text/plain; charset=utf-8', content: Buffer.from(content) };
}

/** The bank's answer, brought by hand: UTF-8, or GBK as many counters still write it. */
export async function uploadResult(ctx: Context, id: string, file: { name: string; bytes: Buffer } | undefined) {
  if (!file || file.bytes.length === 0)
    throw new DomainError('payments.not-a-result-file', '文件是空的，请选银行给的回盘文件');
  // Only a cycle within the caller's own reach; the accounts behind it may lie in other districts.
  if (!(await db.findCycle(ctx, id)))
    throw new DomainError('platform.not-found', '没有找到这个发放批次，或不在您的辖区');
  const given = { name: file.name.slice(0, 200), content: textOf(file.bytes) };
  const { again } = await asBatch(ctx, { areaCode: CITY, why: '收银行回盘（收款人可能住在外区）' }, inner =>
    takeResult(inner, id, given),
  );
  const cycle = await readCycle(ctx, id);
  const [latest] = cycle.results;
  if (!latest) throw new DomainError('platform.internal');
  return { result: latest, again, cycle };
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}
