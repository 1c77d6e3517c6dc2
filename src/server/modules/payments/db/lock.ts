import type { Context } from '#platform/http/context.ts';

/**
 * Freezes a cycle: every payee's due lines become one transfer with the account as it is sealed now (the seal is bound to
 * payment_accounts and the payee, and opens from here as well). Numbers run in the order of payees.
 */
export async function lockLines(
  ctx: Context,
  cycle: { id: string; payerCode: string; numberPrefix: string },
): Promise<void> {
  await ctx.client.query(
    `insert into payment_transfers (elder_id, other_payee_id, transfer_id, area_code, payer_code, cycle_id, number, amount_fen, sealed, last_four, status)
     select case when s.other_payee_id is null then s.payee_id end, s.other_payee_id, gen_random_uuid(), s.area_code, $2, $1,
       $3 || lpad(row_number() over (order by s.payee_id)::text, 6, '0'),
       s.fen, a.sealed, a.last_four, 'ready'
     from (select payee_id, other_payee_id, min(area_code) as area_code, sum(amount_fen)::bigint as fen from payment_lines
       where cycle_id = $1 and status = 'due' group by 1, 2) s
     join payments_v_payees a on a.payee_id = s.payee_id where s.fen > 0`,
    [cycle.id, cycle.payerCode, cycle.numberPrefix],
  );
  await ctx.client.query("update payment_lines set status = 'locked' where cycle_id = $1 and status = 'due'", [
    cycle.id,
  ]);
}

export type SealedTransfer = {
  payee_id: string;
  number: string;
  amount_fen: number;
  sealed: Buffer;
  last_four: string;
};

/** Some thousands at once in order of numbers: opening them must not hold up other requests. */
export async function listTransfers(
  ctx: Context,
  of: { cycleId: string; after: string; limit: number },
): Promise<SealedTransfer[]> {
  const { rows } = await ctx.client.query<SealedTransfer>(
    `select payee_id, number, amount_fen, sealed, last_four from payment_transfers
     where cycle_id = $1 and number > $2 order by number limit $3`,
    [of.cycleId, of.after, of.limit],
  );
  return rows;
}

/** Lines of the cycle by scheme: gross and what is offset, for the books. */
export async function sumForBooks(ctx: Context, cycleId: string, statuses: readonly string[]) {
  const { rows } = await ctx.client.query<{ scheme: string; gross: number; offset: number }>(
    `select scheme, coalesce(sum(amount_fen) filter (where kind <> 'offset'), 0)::bigint as gross,
       coalesce(-sum(amount_fen) filter (where kind = 'offset'), 0)::bigint as "offset"
     from payment_lines where cycle_id = $1 and status = any($2::text[]) group by 1 order by 1`,
    [cycleId, statuses],
  );
  return rows;
}

/** Sent: transfers and their lines. A person whose offset took everything has no transfer and is done with. */
export async function markSent(ctx: Context, cycleId: string): Promise<void> {
  await ctx.client.query("update payment_transfers set status = 'sent' where cycle_id = $1 and status = 'ready'", [
    cycleId,
  ]);
  await ctx.client.query(
    `update payment_lines l set status = case when exists (select from payment_transfers t where t.cycle_id = $1 and t.payee_id
         = l.payee_id)
       then 'sent' else 'paid' end where l.cycle_id = $1 and l.status = 'locked'`,
    [cycleId],
  );
}

/** The bank took nothing of the file: everything stands as it was before it was sent. */
export async function markUnsent(ctx: Context, cycleId: string): Promise<void> {
  await ctx.client.query("update payment_transfers set status = 'ready' where cycle_id = $1 and status = 'sent'", [
    cycleId,
  ]);
  await ctx.client.query(
    "update payment_lines set status = 'locked' where cycle_id = $1 and status in ('sent', 'paid')",
    [cycleId],
  );
}

export type OffsetLine = { elder_id: string; recovery_id: string; line_id: string; area_code: string; fen: number };

export async function listOffsetLines(ctx: Context, cycleId: string, status: string): Promise<OffsetLine[]> {
  const { rows } = await ctx.client.query<OffsetLine>(
    `select elder_id, recovery_id, line_id, area_code, -amount_fen as fen from payment_lines
     where cycle_id = $1 and kind = 'offset' and status = $2 order by line_id`,
    [cycleId, status],
  );
  return rows;
}

export async function sumTransfers(ctx: Context, cycleId: string): Promise<{ n: number; fen: number }> {
  const { rows } = await ctx.client.query<{ n: number; fen: number }>(
    'select count(*)::int as n, coalesce(sum(amount_fen), 0)::bigint as fen from payment_transfers where cycle_id = $1',
    [cycleId],
  );
  return rows[0] ?? { n: 0, fen: 0 };
}
