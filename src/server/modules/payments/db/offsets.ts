import type { PaidScheme } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';
import type { Preparing } from './prepare-lines.ts';

export type Owing = {
  payee_id: string;
  recovery_id: string;
  scheme: PaidScheme;
  balance_fen: number;
  offset_fen: number;
  due_fen: number;
};

/**
 * Open recoveries with an agreed offset, of elders paid an allowance and organisations paid a subsidy in this cycle (or of
 * one of them). What a person is paid once stays whole: it is given for a need.
 */
export async function listOwing(ctx: Context, of: Preparing, payeeId: string | null = null): Promise<Owing[]> {
  const { rows } = await ctx.client.query<Owing>(
    `select r.payee_id, r.recovery_id, r.scheme, r.balance_fen, r.offset_fen, d.fen as due_fen
     from payment_recoveries r
     join (select payee_id, sum(amount_fen)::bigint as fen from payment_lines where cycle_id = $1 and status = 'due'
         and (kind in ('regular', 'back-pay') or kind = 'one-off' and elder_id is null) group by 1) d
       on d.payee_id = r.payee_id
     where r.payer_code = $2 and r.status in ('open', 'instalments') and r.offset_fen > 0 and ($3::uuid is null or r.payee_id = $3)
     order by r.payee_id, r.opened_at, r.recovery_id`,
    [of.cycleId, of.payerCode, payeeId],
  );
  return rows;
}

export type NewOffset = { payeeId: string; recoveryId: string; scheme: PaidScheme; fen: number };

export async function insertOffsets(ctx: Context, of: Preparing, rows: readonly NewOffset[]): Promise<void> {
  await ctx.client.query(
    `insert into payment_lines (elder_id, other_payee_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name,
       scheme, month, kind, cause, amount_fen, recovery_id, status, made_at)
     select distinct on (r.recovery) l.elder_id, l.other_payee_id, gen_random_uuid(), l.area_code, l.happened_area, l.payer_code,
       l.cycle_id, l.elder_name, r.scheme, $2, 'offset', 'recovery', -r.fen, r.recovery, 'due', $3
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::bigint[]) as r (payee, recovery, scheme, fen)
     join payment_lines l on l.cycle_id = $1 and l.payee_id = r.payee and l.status = 'due' and l.kind <> 'offset'
     order by r.recovery, l.line_id`,
    [
      ...[of.cycleId, of.month, ctx.now, rows.map(r => r.payeeId), rows.map(r => r.recoveryId)],
      ...[rows.map(r => r.scheme), rows.map(r => r.fen)],
    ],
  );
}

/** Before a line of this payee goes out of the cycle: what is taken is measured anew against what is left to be paid. */
export async function clearOffsets(ctx: Context, of: { cycleId: string; payeeId: string }): Promise<void> {
  await ctx.client.query(
    "delete from payment_lines where cycle_id = $1 and payee_id = $2 and kind = 'offset' and status = 'due'",
    [of.cycleId, of.payeeId],
  );
}
