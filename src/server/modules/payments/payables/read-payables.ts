import { DomainError } from '#contracts/errors.ts';
import { LINE_STATUS_LABELS, type LineStatus } from '#contracts/payments/lifecycle.ts';
import {
  PAYABLE_STATUS_LABELS,
  type Payable,
  type PayableSource,
  type PayeeAccount,
} from '#contracts/payments/payables.ts';
import { RECOVERY_STATUS_LABELS } from '#contracts/payments/recovery-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { blindIndex } from '#platform/secrets/blind-index.ts';
import { seal } from '#platform/secrets/seal.ts';
import { dayWords } from '#shared/dates.ts';
import { fenToYuanText } from '#shared/money.ts';
import type { SealedAccount } from '../cycles/bank-file.ts';
import * as db from '../db/payables.ts';

const payableOf = (row: db.ListedPayable, owed: readonly db.RecoveryOf[] = []): Payable => ({
  ...{ id: row.payable_id, source: { kind: row.source_kind, id: row.source_id }, scheme: row.scheme },
  ...{ elderId: row.elder_id, payeeName: row.payee_name, areaCode: row.area_code, areaName: areaName(row.area_code) },
  ...{ payerName: areaName(row.payer_code), month: row.month, amountFen: row.amount_fen, sentence: row.sentence },
  ...{ status: row.status, says: saysOf(row), cycleId: row.cycle_id, submittedBy: row.submitted_by_name },
  ...{ submittedAt: row.submitted_at, paidOn: row.paid_on, hasOwnAccount: row.other_payee_id !== null },
  account: row.last_four ? { lastFour: row.last_four, fault: row.fault } : null,
  paidLine: row.status === 'paid' && row.line_id ? { id: row.line_id, leftFen: row.left_fen } : null,
  recoveries: owed
    .filter(each => each.payable_id === row.payable_id)
    .map(each => ({ id: each.recovery_id, says: owesWords(each), balanceFen: each.balance_fen })),
});

const owesWords = (of: db.RecoveryOf): string =>
  `追缴${fenToYuanText(of.total_fen)}元：${RECOVERY_STATUS_LABELS[of.status]}${of.balance_fen > 0 ? `，还欠${fenToYuanText(of.balance_fen)}元` : ''}`;

/** The one sentence that says what it waits for. An elder's account may lie out of the reader's area: the last line speaks. */
function saysOf(row: db.ListedPayable): string {
  if (row.status === 'paid') return `${dayWords(row.paid_on)}发到`;
  if (row.status === 'withdrawn') return row.status_reason ?? PAYABLE_STATUS_LABELS.withdrawn;
  if (row.line_status === 'due' || row.line_status === 'locked' || row.line_status === 'sent')
    return `在发放批次里：${LINE_STATUS_LABELS[row.line_status as LineStatus]}`;
  const isMended = row.last_four !== null && row.fault === null;
  if (row.line_status === 'failed' || row.line_status === 'held')
    return isMended ? '账户已更正，进下一个批次' : `没有发成：${row.line_reason ?? ''}；账户更正后进下一个批次`;
  if (row.line_status === 'dropped') return `上个批次核减：${row.line_reason ?? ''}；进下一个批次`;
  if (row.other_payee_id && !row.last_four) return '还没有收款账户；登记后进下一个批次';
  return '等区里编制下一个发放批次';
}

type Asked = { status?: string | undefined; scheme?: string | undefined; cursor?: string | undefined; limit: number };

export async function readPayables(ctx: Context, asked: Asked) {
  const filter = { status: asked.status ?? null, scheme: asked.scheme ?? null };
  const found = await db.listPayables(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.submitted_at, row.payable_id]);
  ctx.saw(...kept.flatMap(row => row.elder_id ?? []));
  const { n, fen } = await db.sumPayables(ctx, filter);
  const owed = await db.listRecoveriesOf(
    ctx,
    kept.map(row => row.payable_id),
  );
  return { rows: kept.map(row => payableOf(row, owed)), nextCursor, total: n, totalFen: fen };
}

async function getPayable(ctx: Context, id: string): Promise<db.ListedPayable> {
  const row = await db.findPayable(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这笔钱，或不在您的辖区');
  if (row.elder_id) ctx.saw(row.elder_id);
  return row;
}

const withRecoveries = async (ctx: Context, row: db.ListedPayable): Promise<Payable> =>
  payableOf(row, await db.listRecoveriesOf(ctx, [row.payable_id]));

export const readPayable = async (ctx: Context, id: string): Promise<Payable> =>
  withRecoveries(ctx, await getPayable(ctx, id));

/** Where a decision's money stands, for the page of the decision; null = it has not been put to payment. */
export async function payableOfSource(ctx: Context, kind: PayableSource, id: string): Promise<Payable | null> {
  const row = await db.findOfSource(ctx, { kind, id });
  if (row?.elder_id) ctx.saw(row.elder_id);
  return row ? withRecoveries(ctx, row) : null;
}

/** The account of an organisation or of who buried the elder; an elder's own is kept on the elder's page. */
export async function savePayeeAccount(ctx: Context, id: string, given: PayeeAccount): Promise<Payable> {
  const row = await getPayable(ctx, id);
  if (!row.other_payee_id)
    throw new DomainError('platform.wrong-state', '这笔钱发到老人本人的账户，请在老人的发放页登记');
  if (row.status !== 'waiting' || row.line_status === 'locked' || row.line_status === 'sent')
    throw new DomainError('platform.wrong-state', '这笔钱已经锁定、送银行或办完，账户不能再改');
  await keepPayeeAccount(ctx, { payeeId: row.other_payee_id, areaCode: row.area_code }, given);
  for (const transfer of await db.listFailedTo(ctx, row.other_payee_id)) await closeDuties(ctx, transfer);
  const note = `登记收款账户：${given.holder}，尾号 ${given.number.slice(-4)}，依据：${given.source}`;
  const of = { areaCode: row.area_code, ...(row.elder_id && { elderId: row.elder_id }) };
  await record(ctx, { action: 'payments.save-payee-account', subject: { kind: 'payable', id }, ...of, note });
  return readPayable(ctx, id);
}

/** Seals the account of a payee who is no elder. */
function keepPayeeAccount(ctx: Context, of: { payeeId: string; areaCode: string }, given: PayeeAccount): Promise<void> {
  const content: SealedAccount = { number: given.number, holder: given.holder, bank: given.bank };
  return db.saveOtherAccount(ctx, {
    ...{ payeeId: of.payeeId, areaCode: of.areaCode, name: given.holder, source: given.source },
    // The bank's file opens every account in one way: bound to payment_accounts and the payee.
    sealed: seal(ctx.keys, { table: 'payment_accounts', elderId: of.payeeId }, content),
    lastFour: given.number.slice(-4),
    index: blindIndex(ctx.keys, { field: 'account', part: 'whole' }, given.number),
  });
}
