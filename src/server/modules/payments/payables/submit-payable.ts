import type { OneOffScheme, PayableSource } from '#contracts/payments/payables.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { publish } from '#platform/outbox/publish.ts';
import { areaAt } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import { CITY } from '../cycles/cycle-subject.ts';
import * as db from '../db/payables.ts';
import { comparePayments } from '../recoveries/compare-payments.ts';
import { refitOffsets } from '../recoveries/offset-lines.ts';

export type Submitted = {
  source: { kind: PayableSource; id: string };
  scheme: OneOffScheme;
  /** On whose page the money is shown. */
  elderId: string | null;
  /** Whose account, where it is not the elder's own: an organisation, or the decision itself (a family's account for it). */
  otherPayeeId: string | null;
  payeeName: string;
  /** The office that answers for it; its district pays. */
  areaCode: string;
  month: string;
  amountFen: number;
  /** For what, in words; the elder and the checker read it. */
  sentence: string;
};

/** Puts a decision to payment, amount in fen; the district's next cycle lists it. Tried again it changes nothing. */
export async function submitPayable(ctx: Context, of: Submitted): Promise<void> {
  const payerCode = areaAt(of.areaCode, 'district');
  await asBatch(ctx, { areaCode: CITY, why: '已批准的钱送发放（发钱的区可能在外）' }, async inner => {
    const id = await db.insertPayable(inner, {
      ...{ payable_id: newId(), source_kind: of.source.kind, source_id: of.source.id, scheme: of.scheme },
      ...{ elder_id: of.elderId, other_payee_id: of.otherPayeeId, payee_name: of.payeeName, area_code: of.areaCode },
      ...{ payer_code: payerCode, month: of.month, amount_fen: of.amountFen, sentence: of.sentence },
    });
    if (!id) return;
    await record(inner, {
      ...{ action: 'payments.submit', subject: { kind: 'payable', id }, areaCode: of.areaCode },
      ...(of.elderId && { elderId: of.elderId }),
      note: `${of.sentence}，${fenToYuanText(of.amountFen)}元`,
    });
  });
}

/** Takes a decision back before it is locked. False = it is at the bank or paid: only a recovery helps. */
export function withdrawPayable(ctx: Context, source: Submitted['source'], because: string): Promise<boolean> {
  return asBatch(ctx, { areaCode: CITY, why: '撤回送发放的钱' }, async inner => {
    const row = await db.findOfSource(inner, source);
    if (!row || row.status === 'withdrawn') return true;
    const listed = await db.withdraw(inner, row.payable_id, because);
    if (!listed) return false;
    for (const line of listed) await refitOffsets(inner, line);
    const subject = { kind: 'payable', id: row.payable_id };
    const of = { areaCode: row.area_code, ...(row.elder_id && { elderId: row.elder_id }) };
    await record(inner, { action: 'payments.withdraw', subject, ...of, note: because });
    return true;
  });
}

/** Reaction to elder.restored: nobody died. What is at the bank or paid becomes a doubt once it has arrived (death-corrected). */
export function withdrawFuneral(ctx: Context, { elderId }: { elderId: string }): Promise<void> {
  return asBatch(ctx, { areaCode: CITY, why: '更正去世：撤回送发放的丧葬补贴' }, async inner => {
    const id = await db.findSourceOf(inner, 'funeral-claim', elderId);
    if (id) await withdrawPayable(inner, { kind: 'funeral-claim', id }, '去世登记已更正');
  });
}

/** The bank has answered: who decided is told what arrived. Runs as batch over the city, as the result is taken in. */
export async function tellPaid(ctx: Context, cycle: { cycle_id: string; file_number: string | null }): Promise<void> {
  for (const row of await db.markPaid(ctx, cycle.cycle_id)) {
    const said = { sourceKind: row.source_kind, sourceId: row.source_id, areaCode: row.area_code };
    const whose = { elderId: row.elder_id, amountFen: row.amount_fen };
    const paid = { paidOn: ctx.today, voucher: `银行文件 ${cycle.file_number ?? ''}` };
    await publish(ctx, { name: 'payable.paid', payableId: row.payable_id, ...said, ...whose, ...paid });
    // The death may have been corrected while the money was at the bank.
    if (row.source_kind === 'funeral-claim') await comparePayments(ctx, row.elder_id);
  }
}
