import { cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import { gateways } from '#gateways/connected.ts';
import { post } from '#modules/books/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import type { JobTools } from '#platform/outbox/publish.ts';
import * as db from '../db/cycles.ts';
import { markUnsent } from '../db/lock.ts';
import { sameBankFile } from './bank-file.ts';
import { CITY, subjectOf } from './cycle-subject.ts';
import { cycleDuty } from './duties.ts';
import { attemptStep, bookSubject } from './step-cycle.ts';
import { takeResult } from './take-result.ts';

/**
 * Hands the file of a sent cycle to the bank. Killed after the bank took it and before that was noted, it is handed over
 * again under the same number, and the bank answers the same reference: paid once.
 */
export async function submitFile(tools: JobTools, cycleId: string): Promise<void> {
  const file = await tools.inArea(CITY, '送银行', async ctx => {
    const cycle = await db.findCycle(ctx, cycleId);
    return cycle?.status === 'sent' && !cycle.bank_reference ? sameBankFile(ctx, cycle) : undefined;
  });
  if (!file) return;
  const handed = await gateways().bank.submit(file);
  if (handed.state === 'not-connected') return;
  await tools.inArea(CITY, '送银行：记下银行的回执', ctx => noteHanded(ctx, cycleId, handed));
}

type Handed = { state: 'accepted'; reference: string } | { state: 'refused'; because: string };

async function noteHanded(ctx: Context, cycleId: string, handed: Handed): Promise<void> {
  const cycle = await db.findCycle(ctx, cycleId, true);
  if (cycle?.status !== 'sent') return;
  const said = handed.state === 'accepted' ? `银行已收，回执 ${handed.reference}` : `银行不收：${handed.because}`;
  if (handed.state === 'accepted') await db.setCycle(ctx, cycleId, { bank_reference: handed.reference });
  else await takeBack(ctx, cycle, said);
  const subject = { kind: 'payment-cycle', id: cycleId };
  await record(ctx, { action: 'payments.handed', subject, areaCode: cycle.area_code, note: said });
}

/** The bank took nothing: back to 已授权, booked back, the same file under the same number may go again. */
async function takeBack(ctx: Context, cycle: db.CycleRecord, said: string): Promise<void> {
  const { cycle_id: id, area_code: areaCode, month, send_attempts: attempt } = cycle;
  const subject = subjectOf(id, areaCode);
  const step = { table: cycleLifecycle, subject, status: cycle.status, action: 'bank-refused', note: said } as const;
  const duty = cycleDuty({ id, areaCode, month }, 'authorised');
  const status = await advance(ctx, { ...step, asSystem: true, ...(duty && { duty: { ...duty, reason: said } }) });
  await markUnsent(ctx, id);
  await post(ctx, { ...bookSubject(cycle), step: attemptStep('refused', attempt) }, [
    { debit: 'funds', credit: 'in-transit', fen: cycle.file_fen ?? 0, note: `银行没有收 ${cycle.file_number}` },
  ]);
  await db.setCycle(ctx, id, { status, sent_at: null, note: said });
}

/** Asks the bank for the results of everything that is out; a result taken twice changes nothing. */
export async function collectResults(tools: JobTools): Promise<void> {
  if (!gateways().bank.connected) return;
  const waiting = await tools.inArea(CITY, '取回盘', ctx => db.listWaiting(ctx));
  for (const cycle of waiting) {
    // The job that hands over may have been lost with its process: a file without receipt is handed over again first.
    if (!cycle.bank_reference) await submitFile(tools, cycle.cycle_id);
    const answer = await gateways().bank.result(cycle.file_number ?? '');
    if (answer.state !== 'ready') continue;
    await tools.inArea(CITY, '取回盘', ctx => takeResult(ctx, cycle.cycle_id, answer));
  }
}
