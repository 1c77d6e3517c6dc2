import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** The person who stays has a line that stands for the same money: the other keeps its status and is marked. */
const TWIN = `case when exists (select from payment_lines s where s.elder_id = $1 and s.scheme = payment_lines.scheme and s.month = payment_lines.month
    and (s.kind = payment_lines.kind or s.cycle_id = payment_lines.cycle_id)) then $2 else merged_from end`;
const SAME_CYCLE = (table: string) =>
  `merged_from = case when exists (select from ${table} s where s.elder_id = $1 and s.cycle_id = ${table}.cycle_id) then $2 else merged_from end`;

/**
 * Reaction to elder.merged. Money paid is moved as it stands; what both were paid for one month becomes a finding
 * (two-files) for the district. A line not yet locked gives way; a list at the bank must come back first.
 */
export async function mergePayments(ctx: Context, merge: Merge): Promise<void> {
  const both = [merge.elderId, merge.fromElderId];
  const { rowCount } = await ctx.client.query(
    "select from payment_lines where elder_id in ($1, $2) and status in ('locked', 'sent') limit 1",
    both,
  );
  if (rowCount)
    throw new DomainError(
      'register-quality.not-now',
      '本月发放已经锁定或送到银行，名单里有这位老人，等银行结果回来后再合并',
    );
  await ctx.client.query(
    `update payment_lines l set status = 'dropped', status_reason = '重复档案已合并，以另一份为准'
     where l.elder_id = $2 and l.status in ('due', 'held') and exists (select from payment_lines s where s.elder_id = $1
       and s.scheme = l.scheme and s.month = l.month and s.kind = l.kind and s.status in ('due', 'held', 'paid'))`,
    both,
  );
  await takeOver(ctx, merge, [
    { table: 'payment_payables', area: 'stays' },
    { table: 'payment_lines', area: 'stays', set: `merged_from = ${TWIN}` },
    {
      table: 'payment_transfers',
      area: 'stays',
      set: SAME_CYCLE('payment_transfers'),
      // A transfer carries the account as it was sealed at the lock.
      sealed: { column: 'sealed', key: 'transfer_id', boundTo: 'payment_accounts' },
    },
    { table: 'payment_checks', area: 'stays', set: SAME_CYCLE('payment_checks') },
    { table: 'payment_stops', area: 'stays', unless: ['cycle_id', 'scheme'] },
    { table: 'payment_findings', area: 'stays', unless: ['rule', 'scheme', 'first_month'] },
    { table: 'payment_recoveries', area: 'stays' },
    { table: 'recovery_entries', area: 'stays' },
    { table: 'recovery_instalments', area: 'stays' },
    { table: 'settle_lines' },
    { table: 'payment_accounts', unless: [], sealed: { column: 'sealed', key: 'elder_id' } },
  ]);
}
