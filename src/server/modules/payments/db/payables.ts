import type { OneOffScheme, PayableSource, PayableStatus } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';
import type { Preparing } from './prepare-lines.ts';

export type PayableRecord = {
  payable_id: string;
  source_kind: PayableSource;
  source_id: string;
  scheme: OneOffScheme;
  elder_id: string | null;
  other_payee_id: string | null;
  payee_name: string;
  area_code: string;
  payer_code: string;
  month: string;
  amount_fen: number;
  sentence: string;
  status: PayableStatus;
  status_reason: string | null;
  submitted_by_name: string;
  submitted_at: string;
  paid_on: string | null;
};
export type NewPayable = Pick<
  PayableRecord,
  | 'payable_id'
  | 'source_kind'
  | 'source_id'
  | 'scheme'
  | 'elder_id'
  | 'other_payee_id'
  | 'payee_name'
  | 'area_code'
  | 'payer_code'
  | 'month'
  | 'amount_fen'
  | 'sentence'
>;

/** Undefined when this decision was put to payment before; one that was withdrawn may be decided again. */
export async function insertPayable(ctx: Context, row: NewPayable): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ payable_id: string }>(
    `insert into payment_payables (payable_id, source_kind, source_id, scheme, elder_id, other_payee_id, payee_name, area_code,
       payer_code, month, amount_fen, sentence, status, submitted_by_name, submitted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', $13, $14) on conflict (source_kind, source_id) do update set amount_fen = excluded.amount_fen, area_code = excluded.area_code,
       payer_code = excluded.payer_code, payee_name = excluded.payee_name, month = excluded.month, sentence = excluded.sentence,
       status = 'waiting', status_reason = null, submitted_by_name = excluded.submitted_by_name, submitted_at = excluded.submitted_at
     where payment_payables.status = 'withdrawn' returning payable_id`,
    [
      ...[row.payable_id, row.source_kind, row.source_id, row.scheme, row.elder_id, row.other_payee_id, row.payee_name],
      ...[row.area_code, row.payer_code, row.month, row.amount_fen, row.sentence, ctx.actor.name, ctx.now],
    ],
  );
  return rows[0]?.payable_id;
}

export type ListedPayable = PayableRecord & {
  line_status: string | null;
  line_reason: string | null;
  cycle_id: string | null;
  last_four: string | null;
  fault: string | null;
};

/** With the newest line of each and the account as it stands. */
const LISTED = `select p.*, l.status as line_status, l.status_reason as line_reason, l.cycle_id, a.last_four, a.fault
  from payment_payables p
  left join lateral (select status, status_reason, cycle_id from payment_lines x where x.payable_id = p.payable_id
    order by x.made_at desc, x.line_id desc limit 1) l on true
  left join payments_v_payees a on a.payee_id = coalesce(p.other_payee_id, p.elder_id)`;

type Filter = { status: string | null; scheme: string | null };
const WHERE = '($1::text is null or p.status = $1) and ($2::text is null or p.scheme = $2)';

export async function listPayables(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<ListedPayable[]> {
  const { rows } = await ctx.client.query<ListedPayable>(
    `${LISTED} where ${WHERE} and ($3::timestamptz is null or (p.submitted_at, p.payable_id) < ($3, $4::uuid))
     order by p.submitted_at desc, p.payable_id desc limit $5`,
    [filter.status, filter.scheme, filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function sumPayables(ctx: Context, filter: Filter): Promise<{ n: number; fen: number }> {
  const { rows } = await ctx.client.query<{ n: number; fen: number }>(
    `select count(*)::int as n, coalesce(sum(amount_fen), 0)::bigint as fen from payment_payables p where ${WHERE}`,
    [filter.status, filter.scheme],
  );
  return rows[0] ?? { n: 0, fen: 0 };
}

export async function findPayable(ctx: Context, id: string): Promise<ListedPayable | undefined> {
  const { rows } = await ctx.client.query<ListedPayable>(`${LISTED} where p.payable_id = $1`, [id]);
  return rows[0];
}

type Source = { kind: PayableSource; id: string };

export async function findOfSource(ctx: Context, { kind, id }: Source): Promise<ListedPayable | undefined> {
  const { rows } = await ctx.client.query<ListedPayable>(`${LISTED} where p.source_kind = $1 and p.source_id = $2`, [
    kind,
    id,
  ]);
  return rows[0];
}

export async function findSourceOf(ctx: Context, kind: PayableSource, elderId: string): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ source_id: string }>(
    "select source_id from payment_payables where source_kind = $1 and elder_id = $2 and status = 'waiting'",
    [kind, elderId],
  );
  return rows[0]?.source_id;
}

/** Lines of the district's waiting decisions; one living line a decision in the whole city. */
export async function insertOneOff(ctx: Context, of: Preparing): Promise<void> {
  await ctx.client.query(
    `insert into payment_lines (elder_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name, scheme, month,
       kind, cause, amount_fen, payable_id, other_payee_id, status, made_at)
     select p.elder_id, gen_random_uuid(), p.area_code, p.area_code, $2, $1, coalesce(e.name, p.payee_name), p.scheme, p.month,
       'one-off', case when exists (select from payment_lines f where f.payable_id = p.payable_id) then 'returned' else 'granted' end,
       p.amount_fen, p.payable_id, p.other_payee_id, 'due', $3
     from payment_payables p left join elders_v_brief e on e.elder_id = p.elder_id
     where p.payer_code = $2 and p.status = 'waiting' and not exists (select from payment_lines l
       where l.payable_id = p.payable_id and l.status in ('due', 'locked', 'sent', 'paid'))
     on conflict do nothing`,
    [of.cycleId, of.payerCode, ctx.now],
  );
}

/** Decisions whose money has arrived by this answer of the bank. */
export async function markPaid(ctx: Context, cycleId: string): Promise<PayableRecord[]> {
  const { rows } = await ctx.client.query<PayableRecord>(
    `update payment_payables p set status = 'paid', paid_on = $2 where p.status = 'waiting'
       and p.payable_id in (select payable_id from payment_lines where cycle_id = $1 and status = 'paid' and payable_id is not null)
     returning *`,
    [cycleId, ctx.today],
  );
  return rows;
}

/** Withdraws a decision that is not at the bank; its line, when listed and not locked, goes with it. */
export async function withdraw(ctx: Context, id: string, because: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `update payment_payables p set status = 'withdrawn', status_reason = $2 where p.payable_id = $1 and p.status = 'waiting'
       and not exists (select from payment_lines l where l.payable_id = p.payable_id and l.status in ('locked', 'sent', 'paid'))`,
    [id, because],
  );
  if (rowCount !== 1) return false;
  await ctx.client.query(
    "update payment_lines set status = 'dropped', status_reason = $2 where payable_id = $1 and status in ('due', 'held')",
    [id, because],
  );
  return true;
}

export async function saveOtherAccount(
  ctx: Context,
  row: {
    payeeId: string;
    areaCode: string;
    name: string;
    sealed: Buffer;
    lastFour: string;
    index: Buffer;
    source: string;
  },
): Promise<void> {
  await ctx.client.query(
    `insert into payment_other_accounts (payee_id, area_code, payee_name, sealed, last_four, account_index, source, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (payee_id) do update set payee_name = $3, sealed = $4,
       last_four = $5, account_index = $6, fault = null, source = $7, updated_at = $8, updated_by = $9`,
    [
      ...[row.payeeId, row.areaCode, row.name, row.sealed, row.lastFour, row.index, row.source, ctx.now],
      ctx.actor.name,
    ],
  );
}

/** Transfers to this payee that came back: the new account settles what was owed on them. */
export async function listFailedTo(ctx: Context, payeeId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ transfer_id: string }>(
    "select transfer_id from payment_transfers where payee_id = $1 and status = 'failed'",
    [payeeId],
  );
  return rows.map(row => row.transfer_id);
}
