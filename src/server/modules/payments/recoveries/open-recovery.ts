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
import { fenToYuanText } from '#shared/money.ts';
import * as findings from '../db/findings.ts';
import { listPaidLines, type PaidLine } from '../db/lines.ts';
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
  const about = { areaCode, ...(elderId && { elderId }) };
  const subject = { kind: 'payment-finding', id, ...about };
  const status = await advance(ctx, { table: findingLifecycle, subject, status: row.status, action: decision, note });
  const opened = { ...row, total_fen: row.amount_fen, offset_fen: 0, reason: `${row.sentence}；${note}` };
  const recoveryId = decision === 'confirm' ? await openFor(ctx, opened) : null;
  await findings.setFinding(ctx, id, { status, note, recoveryId });
  await record(ctx, { action: `payments.finding-${decision}`, subject, ...about, note });
  return findingOf(ctx, { ...row, status, note, recovery_id: recoveryId, decided_by: ctx.actor.name });
}

/** Opens one recovery: balance, duty, and its posting (what is asked back is no longer spent). */
async function openFor(ctx: Context, row: db.NewRecovery): Promise<string> {
  const id = await db.insertRecovery(ctx, row);
  const { elder_id: elderId, area_code: areaCode } = row;
  const about = { areaCode, ...(elderId && { elderId }) };
  const subject = { kind: 'payment-recovery', id, ...about };
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
    ...about,
    note: row.reason,
    after: { fen: row.total_fen },
  });
  // The paper goes to a person; an organisation is told by the district.
  if (elderId) await publish(ctx, { name: 'recovery.opened', elderId, areaCode, recoveryId: id });
  return id;
}

type Given = { lineIds: readonly string[]; amountFen?: number | undefined; note: string };

/** After a review by people: payments of one payee and scheme that arrived and should not have been, in part or in full. */
export async function openRecovery(ctx: Context, given: Given) {
  const lines = await listPaidLines(ctx, given.lineIds);
  const oneOf = new Set(lines.map(line => `${line.payee_id} ${line.scheme} ${line.payer_code}`));
  if (lines.length !== new Set(given.lineIds).size || oneOf.size !== 1)
    throw new DomainError('payments.lines-not-paid', '只能选同一个领款的、同一项待遇已经发到、还没有追完的明细');
  const left = lines.reduce((sum, line) => sum + line.left_fen, 0);
  return readRecovery(ctx, await askBack(ctx, lines, { fen: given.amountFen ?? left, note: given.note, offsetFen: 0 }));
}

type Asked = { fen: number; note: string; offsetFen: number };

/**
 * Asks an amount back of these lines of one payee, in their order, each up to what is left of it; the lines are named in a
 * confirmed finding, so that no fen is asked back twice. Answers the recovery's id.
 */
export async function askBack(ctx: Context, lines: readonly PaidLine[], asked: Asked): Promise<string> {
  const [first] = lines;
  const left = lines.reduce((sum, line) => sum + line.left_fen, 0);
  if (!first || asked.fen > left)
    throw new DomainError('payments.more-than-paid', `发到、还没有追的是 ${fenToYuanText(left)} 元`, {
      amountFen: '请核对金额',
    });
  let open = asked.fen;
  const months = lines.flatMap(line => {
    const fen = Math.min(open, line.left_fen);
    open -= fen;
    return fen > 0 ? [{ month: line.month, lineId: line.line_id, fen }] : [];
  });
  const of = { rule: 'not-entitled' as const, reason: asked.note, total_fen: asked.fen, offset_fen: asked.offsetFen };
  const recovery_id = await openFor(ctx, { ...first, ...of });
  const about = { finding_id: newId(), months, amount_fen: asked.fen, sentence: '经复核不应发', recovery_id };
  const row = { ...first, ...of, ...about, status: 'confirmed' as const, note: asked.note };
  await findings.insertConfirmed(ctx, row);
  return recovery_id;
}
