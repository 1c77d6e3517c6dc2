import type { BookAccount } from '#contracts/books.ts';
import { DomainError } from '#contracts/errors.ts';
import { type CycleAct, type CycleStatus, cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import { type Posting, post } from '#modules/books/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { enqueue, publish } from '#platform/outbox/publish.ts';
import * as db from '../db/cycles.ts';
import * as locking from '../db/lock.ts';
import { clearLines } from '../db/prepare-lines.ts';
import { reserveOffsets } from '../recoveries/offset-lines.ts';
import { fileNumberOf } from '../rules/words.ts';
import { makeBankFile, sameBankFile } from './bank-file.ts';
import { CITY, SubmitJob, subjectOf } from './cycle-subject.ts';
import { cycleDuty } from './duties.ts';
import { leavePreparing } from './leave-preparing.ts';
import { readCycle, reconciliationOf } from './read-cycle.ts';
import { refuseSamePerson } from './three-people.ts';

type Asked = { action: CycleAct; note?: string | undefined };

/** One step of a cycle by a person: the table says whether, this says what it does. */
export async function stepCycle(ctx: Context, id: string, { action, note }: Asked) {
  const cycle = await db.findCycle(ctx, id, true);
  if (!cycle) throw new DomainError('platform.not-found', '没有找到这个发放批次，或不在您的辖区');
  if ((action === 'return' || action === 'cancel') && !note)
    throw new DomainError('payments.needs-note', undefined, { note: '请写明原因' });
  const to = targetOf(cycle.status, action);
  const duty = to && cycleDuty({ id, areaCode: cycle.area_code, month: cycle.month }, to);
  const subject = subjectOf(id, cycle.area_code);
  const status = await advance(ctx, {
    table: cycleLifecycle,
    subject,
    status: cycle.status,
    action,
    note: note ?? null,
    duty,
  });
  refuseSamePerson(ctx, cycle, action);
  await db.setCycle(ctx, id, { status, ...(note && { note }), ...(await DO[action](ctx, cycle)) });
  await record(ctx, {
    ...{ action: `payments.${action}`, subject: { kind: 'payment-cycle', id }, areaCode: cycle.area_code },
    ...(note ? { note } : {}),
    before: { status: cycle.status },
    after: { status },
  });
  return readCycle(ctx, id);
}

const targetOf = (from: CycleStatus, action: CycleAct): CycleStatus | undefined =>
  cycleLifecycle.transitions.find(each => each.action === action && each.from.includes(from))?.to;

type Effect = (ctx: Context, cycle: db.CycleRecord) => Promise<Partial<db.CycleRecord>>;

const DO: Record<CycleAct, Effect> = {
  check: async ({ actor, now }) => ({ checked_by: actor.accountId, checked_by_name: actor.name, checked_at: now }),
  lock,
  authorise,
  send,
  reconcile,
  return: sendBack,
  cancel: async (ctx, cycle) => {
    await inCity(ctx, '作废发放批次', inner => clearLines(inner, cycle.cycle_id));
    return {};
  },
};

const inCity = <T>(ctx: Context, why: string, work: (inner: Context) => Promise<T>) =>
  asBatch(ctx, { areaCode: CITY, why: `${why}（收款人可能住在外区）` }, work);

/** Lines become transfers with their accounts; the SM3 of the bank's file is what every later step is held to. */
async function lock(ctx: Context, cycle: db.CycleRecord): Promise<Partial<db.CycleRecord>> {
  const number = fileNumberOf(cycle);
  return inCity(ctx, '锁定发放', async inner => {
    await locking.lockLines(inner, { id: cycle.cycle_id, payerCode: cycle.area_code, numberPrefix: number });
    const file = await makeBankFile(inner, cycle);
    if (file.count === 0) throw new DomainError('payments.nothing-to-pay');
    return {
      ...{ locked_by_name: ctx.actor.name, locked_at: ctx.now, file_number: number, file_sm3: file.sm3 },
      ...{ file_count: file.count, file_fen: file.fen },
    };
  });
}

async function authorise(ctx: Context, cycle: db.CycleRecord): Promise<Partial<db.CycleRecord>> {
  await inCity(ctx, '授权发放', async inner => {
    await sameBankFile(inner, cycle);
    await reserveOffsets(inner, cycle.cycle_id);
  });
  const sums = await locking.sumForBooks(ctx, cycle.cycle_id, ['locked']);
  const postings = sums.flatMap(({ scheme, gross, offset }): Posting[] => [
    { debit: `expense.${scheme}` as BookAccount, credit: 'payable', fen: gross, note: '授权发放' },
    { debit: 'payable', credit: 'receivable', fen: offset, note: '从发放里抵扣追缴' },
    ...(scheme === 'voucher' ? [voucherSettled(gross)] : []),
  ]);
  await post(ctx, { ...bookSubject(cycle), step: 'authorise' }, postings);
  await publish(ctx, { name: 'payment.authorised', cycleId: cycle.cycle_id, areaCode: cycle.area_code });
  return { authorised_by: ctx.actor.accountId, authorised_by_name: ctx.actor.name, authorised_at: ctx.now };
}

/** What was redeemed is an expense from here on and no longer owed outside the cycle (vouchers books each redemption). */
const voucherSettled = (fen: number): Posting => ({
  ...{ debit: 'voucher-due', credit: 'voucher-used', fen, note: '服务券授权发放，转列支出' },
});

export const bookSubject = (cycle: db.CycleRecord) => ({
  ...{ areaCode: cycle.area_code, month: cycle.month, subjectKind: 'payment-cycle', subjectId: cycle.cycle_id },
});

/** A file sent again after a refusal is booked again; the first keeps the plain name. */
export const attemptStep = (step: string, attempt: number): string => (attempt === 1 ? step : `${step}-${attempt}`);

/** Marked sent first, handed over by a job after the commit: the bank takes a file number once, so trying again is safe. */
async function send(ctx: Context, cycle: db.CycleRecord): Promise<Partial<db.CycleRecord>> {
  await inCity(ctx, '送银行', async inner => {
    await sameBankFile(inner, cycle);
    await locking.markSent(inner, cycle.cycle_id);
  });
  const attempt = cycle.send_attempts + 1;
  await post(ctx, { ...bookSubject(cycle), step: attemptStep('send', attempt) }, [
    { debit: 'in-transit', credit: 'funds', fen: cycle.file_fen ?? 0, note: `送银行 ${cycle.file_number}` },
  ]);
  await enqueue(ctx, SubmitJob, { cycleId: cycle.cycle_id });
  return { sent_at: ctx.now, send_attempts: attempt };
}

async function reconcile(ctx: Context, cycle: db.CycleRecord): Promise<Partial<db.CycleRecord>> {
  const { sent, paid, failed, waiting } = await reconciliationOf(ctx, cycle.cycle_id);
  const balances = sent.fen === paid.fen + failed.fen && sent.count === paid.count + failed.count;
  if (!balances || waiting.count > 0 || sent.fen !== cycle.file_fen || sent.count !== cycle.file_count)
    throw new DomainError(
      'payments.not-balanced',
      `送出 ${sent.count} 笔，发到 ${paid.count} 笔，退回 ${failed.count} 笔，对不上`,
    );
  return { reconciled_at: ctx.now, reconciled_by_name: ctx.actor.name };
}

/** Back to the beginning: transfers and lines go, and the job fills the cycle anew. Nothing has been booked yet. */
async function sendBack(ctx: Context, cycle: db.CycleRecord): Promise<Partial<db.CycleRecord>> {
  await inCity(ctx, '退回重编', inner => clearLines(inner, cycle.cycle_id));
  await leavePreparing(ctx, { cycleId: cycle.cycle_id, payerCode: cycle.area_code, month: cycle.month });
  const nobody = { checked_by: null, checked_by_name: null, checked_at: null, locked_by_name: null, locked_at: null };
  return { ...nobody, file_number: null, file_sm3: null, file_count: null, file_fen: null };
}
