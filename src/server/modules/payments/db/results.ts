import { TRANSFER_FAILURE_LABELS } from '#contracts/payments/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

const FAILURES = Object.entries(TRANSFER_FAILURE_LABELS);

export type Outcome = { row: number; number: string; failure: string | null; note: string };
type Known = { number: string; status: string; failure: string | null };

/** How the transfers of a file stand now. */
export async function findTransfers(
  ctx: Context,
  cycleId: string,
  numbers: readonly string[],
): Promise<Map<string, Known>> {
  const { rows } = await ctx.client.query<Known>(
    'select number, status, failure from payment_transfers where cycle_id = $1 and number = any($2::text[]) for update',
    [cycleId, numbers],
  );
  return new Map(rows.map(row => [row.number, row]));
}

/** False when this very file was taken before. */
export async function insertResult(
  ctx: Context,
  row: {
    cycleId: string;
    areaCode: string;
    sm3: string;
    name: string;
    rows: number;
    paid: number;
    failed: number;
    problems: unknown[];
  },
): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into payment_results (result_id, area_code, cycle_id, sm3, file_name, rows, paid, failed, problems, taken_by, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (cycle_id, sm3) do nothing`,
    [
      ...[newId(), row.areaCode, row.cycleId, row.sm3, row.name, row.rows, row.paid, row.failed],
      ...[JSON.stringify(row.problems), ctx.actor.name, ctx.now],
    ],
  );
  return rowCount === 1;
}

/** Writes outcomes of transfers that are still out, and of their lines. */
export async function settleTransfers(ctx: Context, cycleId: string, outcomes: readonly Outcome[]): Promise<void> {
  const args = [cycleId, outcomes.map(o => o.number), outcomes.map(o => o.failure), outcomes.map(o => o.note || null)];
  await ctx.client.query(
    `update payment_transfers t set status = case when o.failure is null then 'paid' else 'failed' end, failure = o.failure,
       failure_note = o.note, answered_at = $5
     from unnest($2::text[], $3::text[], $4::text[]) as o (number, failure, note)
     where t.cycle_id = $1 and t.number = o.number and t.status = 'sent'`,
    [...args, ctx.now],
  );
  await ctx.client.query(
    `update payment_lines l set status = t.status, status_reason = case t.status when 'failed' then f.label end
     from payment_transfers t left join unnest($3::text[], $4::text[]) as f (code, label) on f.code = t.failure
     where t.cycle_id = $1 and t.number = any($2::text[]) and l.cycle_id = $1 and l.payee_id = t.payee_id and l.status = 'sent'`,
    [cycleId, outcomes.map(o => o.number), FAILURES.map(([code]) => code), FAILURES.map(([, label]) => label)],
  );
}

/** The account is not paid to again before somebody puts it right. */
export async function markFaults(ctx: Context, cycleId: string, numbers: readonly string[]): Promise<void> {
  const args = [cycleId, numbers, FAILURES.map(([code]) => code), FAILURES.map(([, label]) => label)];
  for (const [table, key] of [
    ['payment_accounts', 'elder_id'],
    ['payment_other_accounts', 'payee_id'],
  ])
    await ctx.client.query(
      `update ${table} a set fault = f.label from payment_transfers t
       join unnest($3::text[], $4::text[]) as f (code, label) on f.code = t.failure
       where t.cycle_id = $1 and t.number = any($2::text[]) and a.${key} = t.payee_id`,
      args,
    );
}

export type Failed = {
  transfer_id: string;
  /** Null = another payee; its decision is named. */
  elder_id: string | null;
  payable_id: string | null;
  elder_name: string;
  area_code: string;
  amount_fen: number;
  failure: string;
};

export async function listFailed(ctx: Context, cycleId: string, numbers: readonly string[]): Promise<Failed[]> {
  const { rows } = await ctx.client.query<Failed>(
    `select t.transfer_id, t.elder_id, t.area_code, t.amount_fen, t.failure,
       l.elder_name, l.payable_id
     from payment_transfers t join lateral (select elder_name, payable_id from payment_lines x
       where x.cycle_id = $1 and x.payee_id = t.payee_id order by x.line_id limit 1) l on true
     where t.cycle_id = $1 and t.number = any($2::text[]) and t.status = 'failed' order by t.number`,
    [cycleId, numbers],
  );
  return rows;
}

/** Sums of this answer for the books: paid and failed transfers, and the failed lines by scheme. */
export async function sumAnswer(ctx: Context, cycleId: string, numbers: readonly string[]) {
  const { rows } = await ctx.client.query<{ status: string; fen: number }>(
    `select status, sum(amount_fen)::bigint as fen from payment_transfers where cycle_id = $1 and number = any($2::text[]) group by 1`,
    [cycleId, numbers],
  );
  const { rows: lines } = await ctx.client.query<{ scheme: string; gross: number; offset: number }>(
    `select l.scheme, coalesce(sum(l.amount_fen) filter (where l.kind <> 'offset'), 0)::bigint as gross,
       coalesce(-sum(l.amount_fen) filter (where l.kind = 'offset'), 0)::bigint as "offset"
     from payment_transfers t join payment_lines l on l.cycle_id = $1 and l.payee_id = t.payee_id and l.status = 'failed'
     where t.cycle_id = $1 and t.number = any($2::text[]) and t.status = 'failed' group by 1`,
    [cycleId, numbers],
  );
  const sum = (status: string) => rows.find(row => row.status === status)?.fen ?? 0;
  return { paidFen: sum('paid'), failedFen: sum('failed'), failedLines: lines };
}

export async function countWaiting(ctx: Context, cycleId: string): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    "select count(*)::int as n from payment_transfers where cycle_id = $1 and status = 'sent'",
    [cycleId],
  );
  return rows[0]?.n ?? 0;
}
