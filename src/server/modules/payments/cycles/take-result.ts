import type { BookAccount } from '#contracts/books.ts';
import { DomainError } from '#contracts/errors.ts';
import { cycleLifecycle, TRANSFER_FAILURE_LABELS, type TransferFailure } from '#contracts/payments/lifecycle.ts';
import { failureOf, type ResultFile, type RowProblem, readResultFile } from '#gateways/bank/result-file.ts';
import { type Posting, post } from '#modules/books/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, openDuty } from '#platform/lifecycle/advance.ts';
import { monthWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from '../db/cycles.ts';
import * as results from '../db/results.ts';
import { tellPaid } from '../payables/submit-payable.ts';
import { returnOffsets } from '../recoveries/offset-lines.ts';
import { subjectOf } from './cycle-subject.ts';
import { cycleDuty } from './duties.ts';

/**
 * Takes in a bank's result file, as batch over the city. Answers whether it was taken before; then nothing changes. Every
 * row that cannot be used is kept with its number and reason; the others count at once.
 */
export async function takeResult(
  ctx: Context,
  cycleId: string,
  file: { name: string; content: string },
): Promise<{ again: boolean }> {
  const cycle = await db.findCycle(ctx, cycleId, true);
  if (!cycle) throw new DomainError('platform.not-found', '没有找到这个发放批次，或不在您的辖区');
  const read = readResultFile(file.content);
  if ('because' in read) throw new DomainError('payments.not-a-result-file', read.because);
  if (read.fileNumber !== cycle.file_number)
    throw new DomainError(
      'payments.not-a-result-file',
      `这是文件 ${read.fileNumber} 的回盘，本批次是 ${cycle.file_number ?? '还没有送银行'}`,
    );
  if (!['sent', 'answered', 'reconciled'].includes(cycle.status))
    throw new DomainError(
      'platform.wrong-state',
      `发放批次现在是“${cycleLifecycle.labels[cycle.status]}”，还没有送银行`,
    );
  const { fresh, problems } = await sortOut(ctx, cycleId, read);
  const counts = { rows: read.rows.length + read.problems.length, paid: fresh.filter(o => !o.failure).length };
  const row = {
    cycleId,
    areaCode: cycle.area_code,
    sm3: read.sm3,
    name: file.name,
    ...counts,
    failed: fresh.length - counts.paid,
    problems,
  };
  if (!(await results.insertResult(ctx, row))) return { again: true };
  if (fresh.length > 0) await settle(ctx, cycle, { fresh, sm3: read.sm3 });
  const subject = { kind: 'payment-cycle', id: cycleId };
  const note = `${file.name}：发到 ${counts.paid}，退回 ${row.failed}，不能用 ${problems.length} 行`;
  await record(ctx, { action: 'payments.take-result', subject, areaCode: cycle.area_code, note });
  if (cycle.status === 'sent' && (await results.countWaiting(ctx, cycleId)) === 0) await finish(ctx, cycle);
  return { again: false };
}

/** Rows that still change something, and those that contradict what is known. */
async function sortOut(ctx: Context, cycleId: string, read: ResultFile) {
  const known = await results.findTransfers(
    ctx,
    cycleId,
    read.rows.map(row => row.number),
  );
  const problems: RowProblem[] = [...read.problems];
  const fresh = read.rows.flatMap(({ row, number, paid, code, note }): results.Outcome[] => {
    const transfer = known.get(number);
    const failure = paid ? null : failureOf(code);
    if (!transfer) problems.push({ row, because: `流水号 ${number} 不在这个批次里` });
    else if (transfer.status === 'sent') return [{ row, number, failure, note }];
    else if ((transfer.status === 'paid') !== paid)
      problems.push({
        row,
        because: `流水号 ${number} 已记为${transfer.status === 'paid' ? '发到' : '退回'}，与这一行相反，没有改`,
      });
    return [];
  });
  return { fresh, problems: problems.sort((a, b) => a.row - b.row) };
}

async function settle(
  ctx: Context,
  cycle: db.CycleRecord,
  of: { fresh: readonly results.Outcome[]; sm3: string },
): Promise<void> {
  const { cycle_id: id } = cycle;
  const numbers = of.fresh.map(each => each.number);
  await results.settleTransfers(ctx, id, of.fresh);
  await results.markFaults(ctx, id, numbers);
  const sums = await results.sumAnswer(ctx, id, numbers);
  const postings = sums.failedLines.flatMap(({ scheme, gross, offset }): Posting[] => [
    { debit: 'payable', credit: `expense.${scheme}` as BookAccount, fen: gross, note: '银行退回，支出冲回' },
    { debit: 'receivable', credit: 'payable', fen: offset, note: '银行退回，抵扣撤销' },
    ...(scheme === 'voucher' ? [voucherOwedAgain(gross)] : []),
  ]);
  const subject = { areaCode: cycle.area_code, month: cycle.month, subjectKind: 'payment-cycle', subjectId: id };
  await post(ctx, { ...subject, step: `result ${of.sm3.slice(0, 16)}` }, [
    { debit: 'payable', credit: 'in-transit', fen: sums.paidFen, note: '银行已发到' },
    { debit: 'funds', credit: 'in-transit', fen: sums.failedFen, note: '银行退回' },
    ...postings,
  ]);
  await returnOffsets(ctx, id);
  await tellPaid(ctx, cycle);
  for (const failed of await results.listFailed(ctx, id, numbers)) await openAccountDuty(ctx, cycle, failed);
}

const voucherOwedAgain = (fen: number): Posting => ({
  ...{ debit: 'voucher-used', credit: 'voucher-due', fen, note: '银行退回，服务券仍应付' },
});

/** The street of 户籍 asks the person (the district an organisation) and puts the account right; paid in the next cycle. */
async function openAccountDuty(ctx: Context, cycle: db.CycleRecord, failed: results.Failed): Promise<void> {
  const { transfer_id: id, elder_id: elderId, payable_id: payableId, area_code: areaCode } = failed;
  const why = TRANSFER_FAILURE_LABELS[failed.failure as TransferFailure];
  await openDuty(
    ctx,
    { kind: 'payment-transfer', id, areaCode, ...(elderId && { elderId }) },
    {
      ...{
        forRole: elderId ? 'street' : 'district',
        kindLabel: '改账户',
        withinWorkingDays: 5,
        actionLabel: '更正收款账户',
      },
      title: `${failed.elder_name}${monthWords(cycle.month)}的补贴 ${fenToYuanText(failed.amount_fen)} 元没有发到`,
      reason: `${why}；账户更正后在下一个批次补发`,
      path: elderId ? `/desk/payments/elders/${elderId}` : `/desk/payments/payables/${payableId}`,
    },
  );
}

async function finish(ctx: Context, cycle: db.CycleRecord): Promise<void> {
  const { cycle_id: id, area_code: areaCode, month } = cycle;
  const step = { table: cycleLifecycle, subject: subjectOf(id, areaCode), status: cycle.status } as const;
  const duty = cycleDuty({ id, areaCode, month }, 'answered');
  const status = await advance(ctx, { ...step, action: 'answer', asSystem: true, duty });
  await db.setCycle(ctx, id, { status, answered_at: ctx.now });
}
