import type { LineCause, LineKind, LineStatus, TransferFailure } from '#contracts/payments/lifecycle.ts';
import type { MonthlyScheme, PaidScheme, PayableSource } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';

export type LineRecord = {
  elder_id: string | null;
  payee_id: string;
  line_id: string;
  area_code: string;
  payer_code: string;
  cycle_id: string;
  elder_name: string;
  scheme: PaidScheme;
  month: string;
  kind: LineKind;
  cause: LineCause;
  amount_fen: number;
  former_fen: number | null;
  determination_id: string | null;
  payable_id: string | null;
  status: LineStatus;
  status_reason: string | null;
  made_at: string;
};
/** With the grounds of the recognition that grants it, as far as the caller reaches that. */
export type LineWithWhy = LineRecord & { why: string | null };
const WHY = '(select g.why from relief_v_grants g where g.grant_id = l.determination_id) as why';

export type LineFilter = {
  cycleId?: string | undefined;
  month?: string | undefined;
  scheme?: string | undefined;
  kind?: string | undefined;
  cause?: string | undefined;
  status?: string | undefined;
  elderId?: string | undefined;
};

const WHERE = `($1::uuid is null or cycle_id = $1) and ($2::text is null or month = $2) and ($3::text is null or scheme = $3)
  and ($4::text is null or kind = $4) and ($5::text is null or cause = $5) and ($6::text is null or status = $6)
  and ($7::uuid is null or elder_id = $7)`;

const valuesOf = (f: LineFilter) =>
  [f.cycleId, f.month, f.scheme, f.kind, f.cause, f.status, f.elderId].map(each => each ?? null);

export async function listLines(
  ctx: Context,
  filter: LineFilter,
  page: { after: { sort: string; id: string } | undefined; limit: number },
): Promise<LineWithWhy[]> {
  const { rows } = await ctx.client.query<LineWithWhy>(
    `select l.*, ${WHY} from payment_lines l where ${WHERE} and ($8::timestamptz is null or (made_at, line_id) < ($8, $9::uuid))
     order by made_at desc, line_id desc limit $10`,
    [...valuesOf(filter), page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function sumLines(ctx: Context, filter: LineFilter): Promise<{ n: number; fen: number }> {
  const { rows } = await ctx.client.query<{ n: number; fen: number }>(
    `select count(*)::int as n, coalesce(sum(amount_fen), 0)::bigint as fen from (select amount_fen from payment_lines where ${WHERE} limit 10000) c`,
    valuesOf(filter),
  );
  return rows[0] ?? { n: 0, fen: 0 };
}

export async function findLine(ctx: Context, id: string): Promise<LineWithWhy | undefined> {
  const { rows } = await ctx.client.query<LineWithWhy>(
    `select l.*, ${WHY} from payment_lines l where line_id = $1 for update`,
    [id],
  );
  return rows[0];
}

export const setDropped = (ctx: Context, id: string, note: string) =>
  ctx.client.query(
    "update payment_lines set status = 'dropped', status_reason = $2 where line_id = $1 and status = 'due'",
    [id, note],
  );

/** What of a line `l` that arrived has not been asked back; a doubt still to be decided counts, a dismissed one does not. */
export const LEFT = `(l.amount_fen - coalesce((select sum((m->>'fen')::bigint) from payment_findings f, jsonb_array_elements(f.months) m
  where f.payee_id = l.payee_id and f.status <> 'dismissed' and m->>'lineId' = l.line_id::text), 0))`;

export type PaidLine = LineRecord & {
  other_payee_id: string | null;
  payee_name: string;
  left_fen: number;
};

const PAID = `select l.*, coalesce(p.payee_name, l.elder_name) as payee_name, ${LEFT}::bigint as left_fen
  from payment_lines l left join payment_payables p on p.payable_id = l.payable_id
  where l.status = 'paid' and l.kind <> 'offset' and ${LEFT} > 0`;

/** Lines that arrived and are not asked back in full, oldest month first. */
export async function listPaidLines(ctx: Context, ids: readonly string[]): Promise<PaidLine[]> {
  const { rows } = await ctx.client.query<PaidLine>(
    `${PAID} and l.line_id = any($1::uuid[]) order by l.month, l.line_id`,
    [ids],
  );
  return rows;
}

/** The same for decisions paid once, the newest payment first. */
export async function listPaidOf(
  ctx: Context,
  of: { kind: PayableSource; ids: readonly string[] },
): Promise<PaidLine[]> {
  const { rows } = await ctx.client.query<PaidLine>(
    `${PAID} and p.source_kind = $1 and p.source_id = any($2::uuid[]) order by l.made_at desc, l.line_id`,
    [of.kind, of.ids],
  );
  return rows;
}

/** Paid months of one benefit from a month on, as far as nothing has been asked back. */
export async function listPaidSince(
  ctx: Context,
  of: { elderId: string; scheme: MonthlyScheme; month: string },
): Promise<string[]> {
  const { rows } = await ctx.client.query<{ line_id: string }>(
    `select l.line_id from payment_lines l where l.elder_id = $1 and l.scheme = $2 and l.month >= $3 and l.status = 'paid'
       and l.kind in ('regular', 'back-pay') and ${LEFT} > 0`,
    [of.elderId, of.scheme, of.month],
  );
  return rows.map(row => row.line_id);
}

export type StopRecord = {
  elder_id: string;
  elder_name: string;
  area_code: string;
  scheme: MonthlyScheme;
  former_fen: number;
  reason: string;
};

export async function listStops(
  ctx: Context,
  cycleId: string,
  page: { after: { sort: string; id: string } | undefined; limit: number },
): Promise<StopRecord[]> {
  const { rows } = await ctx.client.query<StopRecord>(
    `select * from payment_stops where cycle_id = $1 and ($2::text is null or (elder_name || scheme, elder_id) > ($2, $3::uuid))
     order by elder_name || scheme, elder_id limit $4`,
    [cycleId, page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

export async function countStops(ctx: Context, cycleId: string): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from payment_stops where cycle_id = $1',
    [cycleId],
  );
  return rows[0]?.n ?? 0;
}

export type ReceivedLine = LineWithWhy & {
  sentence: string | null;
  failure: TransferFailure | null;
  answered_on: string | null;
};

/** A person's lines of the last cycles, newest first, with what the bank said of their transfer. */
export async function listReceived(ctx: Context, elderId: string): Promise<ReceivedLine[]> {
  const { rows } = await ctx.client.query<ReceivedLine>(
    `select l.*, ${WHY}, p.sentence, t.failure, (t.answered_at at time zone 'Asia/Shanghai')::date as answered_on from payment_lines l
     left join payment_transfers t on t.cycle_id = l.cycle_id and t.payee_id = l.payee_id
     left join payment_payables p on p.payable_id = l.payable_id
     where l.elder_id = $1 order by l.made_at desc, l.month desc, l.line_id limit 200`,
    [elderId],
  );
  return rows;
}
