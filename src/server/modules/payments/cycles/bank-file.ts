import { setImmediate as breathe } from 'node:timers/promises';
import { DomainError } from '#contracts/errors.ts';
import { type PaymentRow, paymentFile, paymentLine } from '#gateways/bank/payment-file.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import type { CycleRecord } from '../db/cycles.ts';
import { listTransfers } from '../db/lock.ts';
import { fileNumberOf } from '../rules/words.ts';

/** Seals opened before other requests get their turn. */
const AT_ONCE = 500;

export type SealedAccount = { number: string; holder: string; bank: string };

/** The bank's file of a locked cycle, from its transfers; nothing of it is kept in clear. */
export async function makeBankFile(ctx: Context, cycle: CycleRecord) {
  const lines: string[] = [];
  let totalFen = 0;
  for (let after = ''; ; ) {
    const rows = await listTransfers(ctx, { cycleId: cycle.cycle_id, after, limit: AT_ONCE });
    for (const row of rows) {
      const account = open(ctx.keys, { table: 'payment_accounts', elderId: row.payee_id }, row.sealed) as SealedAccount;
      const paid: PaymentRow = {
        ...row,
        account: account.number,
        holder: account.holder,
        bank: account.bank,
        amountFen: row.amount_fen,
      };
      lines.push(paymentLine(paid));
      totalFen += row.amount_fen;
    }
    after = rows.at(-1)?.number ?? '';
    if (rows.length < AT_ONCE) break;
    await breathe();
  }
  const number = fileNumberOf(cycle);
  const head = { number, districtCode: cycle.area_code, districtName: areaName(cycle.area_code), month: cycle.month };
  return { number, count: lines.length, fen: totalFen, ...paymentFile(head, lines, totalFen) };
}

/** The same file again, or payments.content-changed when a transfer is no longer what was locked. */
export async function sameBankFile(ctx: Context, cycle: CycleRecord) {
  const file = await makeBankFile(ctx, cycle);
  if (file.sm3 !== cycle.file_sm3) throw new DomainError('payments.content-changed');
  return file;
}
