import { expect } from 'vitest';
import { readTrialBalance } from '#contracts/books.ts';
import type { Caller, TestApp } from './app.ts';

/** The books against the product's own tables: every account, not only those that a record checks. */
export async function expectBooksAgree(app: TestApp, finance: Caller): Promise<void> {
  const { body } = await finance.call(readTrialBalance, { query: {} });
  expect(body.debitFen).toBe(body.creditFen);
  for (const check of body.checks) expect(check.bookFen, check.says).toBe(check.recordsFen);
  const balance = Object.fromEntries(body.rows.map(row => [row.account, row.balanceFen]));
  const { rows } = await app.database.admin.query<Record<string, number>>(
    `select (select coalesce(sum(amount_fen), 0) from payment_transfers where status in ('sent', 'paid'))::bigint as out,
       (select coalesce(sum(amount_fen), 0) from recovery_entries where kind = 'repaid')::bigint as back,
       (select coalesce(sum(amount_fen), 0) from book_appropriations)::bigint as came,
       (select coalesce(sum(amount_fen), 0) from recovery_entries where kind = 'written-off')::bigint as lost,
       (select coalesce(sum(total_fen), 0) from payment_recoveries)::bigint as recovered,
       (select coalesce(sum(l.amount_fen), 0) from payment_lines l join payment_cycles c using (cycle_id) where l.kind <> 'offset'
         and l.status in ('locked', 'sent', 'paid') and c.status in ('authorised', 'sent', 'answered', 'reconciled'))::bigint as spent`,
  );
  const told = rows[0];
  if (!told) throw new Error('no sums');
  expect(balance.funds).toBe((told.came ?? 0) + (told.back ?? 0) - (told.out ?? 0));
  expect(balance['write-off']).toBe(told.lost);
  const expenses = body.rows.filter(row => row.account.startsWith('expense.'));
  const spent = expenses.reduce((sum, row) => sum + row.balanceFen, 0);
  expect(spent).toBe((told.spent ?? 0) - (told.recovered ?? 0));
}
