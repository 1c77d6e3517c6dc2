import { DomainError } from '#contracts/errors.ts';
import { type Posting, post } from '#modules/books/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { dayWords, monthOf } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from '../db/recoveries.ts';
import { instalmentsOf } from '../rules/instalments.ts';
import { chaseDuty } from './chase-duty.ts';
import { bringDown, stepOf } from './offset-lines.ts';
import { readRecovery } from './read-recoveries.ts';

async function getRecovery(ctx: Context, id: string): Promise<db.RecoveryRecord> {
  const row = await db.findRecovery(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found', '没有找到这笔追缴，或不在您的辖区');
  return row;
}

const audit = (ctx: Context, row: db.RecoveryRecord, said: { action: string; note: string }) =>
  record(ctx, {
    ...{
      action: said.action,
      note: said.note,
      areaCode: row.area_code,
      ...(row.elder_id && { elderId: row.elder_id }),
    },
    subject: { kind: 'payment-recovery', id: row.recovery_id },
  });

/** Books in the district's own rows, which a street does not reach. */
const book = (ctx: Context, row: db.RecoveryRecord, of: { step: string; posting: Posting }) =>
  asBatch(ctx, { areaCode: row.payer_code, why: '追缴记账' }, inner =>
    post(
      inner,
      {
        areaCode: row.payer_code,
        month: monthOf(ctx.today),
        subjectKind: 'payment-recovery',
        subjectId: row.recovery_id,
        step: of.step,
      },
      [of.posting],
    ),
  );

/** Money came back. */
export async function repayRecovery(ctx: Context, id: string, given: { amountFen: number; note: string }) {
  const row = await getRecovery(ctx, id);
  if (row.status !== 'open' && row.status !== 'instalments')
    throw new DomainError('platform.wrong-state', '这笔追缴已经了结或正在申请核销，不能再记交回');
  if (given.amountFen > row.balance_fen)
    throw new DomainError('payments.more-than-owed', `还欠 ${fenToYuanText(row.balance_fen)} 元，交回的比欠的多`, {
      amountFen: '请核对金额',
    });
  const entry = await bringDown(ctx, row, { kind: 'repaid', fen: given.amountFen, note: given.note });
  const posting = { debit: 'funds', credit: 'receivable', fen: given.amountFen, note: '追缴交回' } as const;
  await book(ctx, row, { step: `repaid ${entry}`, posting });
  await audit(ctx, row, { action: 'payments.repay', note: `${fenToYuanText(given.amountFen)} 元，${given.note}` });
  return readRecovery(ctx, id);
}

type Plan = { instalments: number; firstOn: string; offsetFen: number };

/** Equal monthly parts, the first takes the odd fen; or an amount taken from each later payment. */
export async function planRecovery(ctx: Context, id: string, plan: Plan) {
  const row = await getRecovery(ctx, id);
  const status = await advance(ctx, {
    ...stepOf(row),
    action: 'plan',
    duty: chaseDuty(row, { id, fen: row.balance_fen, by: plan.firstOn }),
  });
  const parts = instalmentsOf(row.balance_fen, plan);
  await asBatch(ctx, { areaCode: row.area_code, why: '重定分期' }, inner => db.replaceInstalments(inner, row, parts));
  await db.setRecovery(ctx, id, { status, offset_fen: plan.offsetFen });
  const offset = plan.offsetFen > 0 ? `，每次发放抵扣 ${fenToYuanText(plan.offsetFen)} 元` : '';
  await audit(ctx, row, { action: 'payments.plan', note: `${parts.length} 期，${dayWords(plan.firstOn)}起${offset}` });
  return readRecovery(ctx, id);
}

type WriteOff = { action: 'ask-write-off' | 'approve-write-off' | 'refuse-write-off'; note?: string | undefined };

/** Asked for by one, decided by another; the table says the same (payment_recoveries_write_off). */
export async function writeOffRecovery(ctx: Context, id: string, { action, note }: WriteOff) {
  const row = await getRecovery(ctx, id);
  if (action !== 'approve-write-off' && !note)
    throw new DomainError('payments.needs-note', undefined, { note: '请写明原因' });
  if (action !== 'ask-write-off' && row.write_off_asked_by === ctx.actor.accountId)
    throw new DomainError('payments.same-person', '核销由您申请，不能由您决定');
  const again = action === 'refuse-write-off' ? chaseDuty(row, { id, fen: row.balance_fen }) : undefined;
  const duty = action === 'ask-write-off' ? askedDuty(row, note ?? '') : again;
  const status = await advance(ctx, { ...stepOf(row), action, note: note ?? null, duty });
  await db.setRecovery(ctx, id, { status, ...setOf(ctx, action, note) });
  if (action === 'approve-write-off') {
    await db.insertEntry(ctx, row, { kind: 'written-off', fen: row.balance_fen, note: row.write_off_reason ?? '核销' });
    const posting = { debit: 'write-off', credit: 'receivable', fen: row.balance_fen, note: '批准核销' } as const;
    await book(ctx, row, { step: 'write-off', posting });
  }
  await audit(ctx, row, { action: `payments.${action}`, note: note ?? '同意' });
  return readRecovery(ctx, id);
}

function setOf(ctx: Context, action: WriteOff['action'], note: string | undefined) {
  const { accountId, name } = ctx.actor;
  if (action === 'ask-write-off')
    return { write_off_asked_by: accountId, write_off_asked_by_name: name, write_off_reason: note ?? null };
  if (action === 'refuse-write-off')
    return { write_off_asked_by: null, write_off_asked_by_name: null, write_off_reason: null };
  return { write_off_approved_by: accountId, write_off_approved_by_name: name, balance_fen: 0, closed_at: ctx.now };
}

const askedDuty = (row: db.RecoveryRecord, note: string) => ({
  ...{ forRole: 'finance' as const, kindLabel: '核销', actionLabel: '批准或不批准', withinWorkingDays: 5 },
  title: `${row.payee_name}还欠 ${fenToYuanText(row.balance_fen)} 元，申请核销`,
  reason: note,
  path: `/desk/payments/recoveries/${row.recovery_id}`,
});
