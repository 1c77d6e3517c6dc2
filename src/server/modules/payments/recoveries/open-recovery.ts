import type { BookAccount } from '#contracts/books.ts';
import { DomainError } from '#contracts/errors.ts';
import { findingLifecycle, recoveryLifecycle } from '#contracts/payments/recovery-lifecycle.ts';
import { post } from '#modules/books/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { monthOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as findings from '../db/findings.ts';
import { listPaidLines } from '../db/lines.ts';
import * as db from '../db/recoveries.ts';
import { chaseDuty } from './chase-duty.ts';
import { findingOf } from './compare-payments.ts';
import { readRecovery } from './read-recoveries.ts';

type Decision = { decision: 'confirm' | 'dismiss'; note: string };

/** A person decides: true = the money is asked back, false = why it was right. */
export async function decideFinding(ctx: Context, id: string, { decision, note }: Decision) {
  const row = await findings.findFinding(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条疑点，或不在您的辖区');
  const { elder_id: elderId, area_code: areaCode } = row;
  const subject = { kind: 'payment-finding', id, elderId, areaCode };
  const status = await advance(ctx, { table: findingLifecycle, subject, status: row.status, action: decision, note });
  const recoveryId =
    decision === 'confirm'
      ? await openFor(ctx, { ...row, total_fen: row.amount_fen, reason: `${row.sentence}；${note}` })
      : null;
  await findings.setFinding(ctx, id, { status, note, recoveryId });
  await record(ctx, { action: `payments.finding-${decision}`, subject, elderId, areaCode, note });
  return findingOf(ctx, { ...row, status, note, recovery_id: recoveryId, decided_by: ctx.actor.name });
}

/** Opens one recovery: balance, duty, and its posting (what is asked back is no longer spent). */
async function openFor(ctx: Context, row: db.NewRecovery): Promise<string> {
  const id = await db.insertRecovery(ctx, row);
  const { elder_id: elderId, area_code: areaCode } = row;
  const subject = { kind: 'payment-recovery', id, elderId, areaCode };
  const duty = chaseDuty(row, { id, fen: row.total_fen });
  await advance(ctx, { table: recoveryLifecycle, subject, status: null, action: 'open', note: row.reason, duty });
  const books = {
    areaCode: row.payer_code,
    month: monthOf(ctx.today),
    subjectKind: 'payment-recovery',
    subjectId: id,
    step: 'open',
  };
  const expense = `expense.${row.scheme}` as BookAccount;
  await post(ctx, books, [{ debit: 'receivable', credit: expense, fen: row.total_fen, note: '立追缴，冲减支出' }]);
  await record(ctx, {
    action: 'payments.recover',
    subject,
    elderId,
    areaCode,
    note: row.reason,
    after: { fen: row.total_fen },
  });
  await publish(ctx, { name: 'recovery.opened', elderId, areaCode, recoveryId: id });
  return id;
}

/** After a review by people: lines of one person and scheme that were paid and should not have been. */
export async function openRecovery(ctx: Context, given: { lineIds: readonly string[]; note: string }) {
  const lines = await listPaidLines(ctx, given.lineIds);
  const first = lines[0];
  const oneOf = new Set(lines.map(line => `${line.elder_id} ${line.scheme} ${line.payer_code}`));
  if (!first || lines.length !== new Set(given.lineIds).size || oneOf.size !== 1)
    throw new DomainError('payments.lines-not-paid', '只能选同一位老人、同一项待遇已经发到、还没有立追缴的明细');
  const total_fen = lines.reduce((sum, line) => sum + line.amount_fen, 0);
  const row = { ...first, rule: 'not-entitled' as const, reason: given.note, total_fen };
  const recovery_id = await openFor(ctx, row);
  const months = lines.map(line => ({ month: line.month, lineId: line.line_id, fen: line.amount_fen }));
  const about = { finding_id: newId(), months, amount_fen: total_fen, sentence: '经复核不符合条件', recovery_id };
  await findings.insertConfirmed(ctx, { ...row, ...about, status: 'confirmed', note: given.note });
  return readRecovery(ctx, recovery_id);
}
