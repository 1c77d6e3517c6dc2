import type { BookAccount } from '#contracts/books.ts';
import type { PaidScheme } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

export type BookRow = {
  entry_id: string;
  area_code: string;
  debit_account: BookAccount;
  credit_account: BookAccount;
  amount_fen: number;
  month: string;
  subject_kind: string;
  subject_id: string;
  note: string;
  posted_by: string;
  posted_at: string;
};

export type Subject = { areaCode: string; month: string; subjectKind: string; subjectId: string; step: string };
export type Posting = { debit: BookAccount; credit: BookAccount; fen: number; note: string };

/** Each row gives from one account to another; the same step of the same subject is posted once. */
export async function insertEntries(ctx: Context, of: Subject, postings: readonly Posting[]): Promise<void> {
  await ctx.client.query(
    `insert into book_entries (entry_id, area_code, debit_account, credit_account, amount_fen, month, subject_kind, subject_id,
       step, note, posted_by, posted_at)
     select r.id, $1, r.debit, r.credit, r.fen, $2, $3, $4, $5, r.note, $6, $7
     from unnest($8::uuid[], $9::text[], $10::text[], $11::bigint[], $12::text[]) as r (id, debit, credit, fen, note)
     on conflict (subject_id, step, debit_account, credit_account) do nothing`,
    [
      ...[of.areaCode, of.month, of.subjectKind, of.subjectId, of.step, ctx.actor.name, ctx.now],
      ...[postings.map(() => newId()), postings.map(p => p.debit), postings.map(p => p.credit)],
      ...[postings.map(p => p.fen), postings.map(p => p.note)],
    ],
  );
}

/** Debit and credit of every account that has any. */
export async function sumAccounts(ctx: Context, month: string | null) {
  const { rows } = await ctx.client.query<{ account: BookAccount; debit: number; credit: number }>(
    `select account, sum(debit)::bigint as debit, sum(credit)::bigint as credit from (
       select debit_account as account, amount_fen as debit, 0 as credit from book_entries where $1::text is null or month = $1
       union all
       select credit_account, 0, amount_fen from book_entries where $1::text is null or month = $1) x
     group by 1`,
    [month],
  );
  return rows;
}

type Filter = { account: string | null; month: string | null };
const WHERE = '($1::text is null or debit_account = $1 or credit_account = $1) and ($2::text is null or month = $2)';

export async function listEntries(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<BookRow[]> {
  const { rows } = await ctx.client.query<BookRow>(
    `select * from book_entries where ${WHERE} and ($3::timestamptz is null or (posted_at, entry_id) < ($3, $4::uuid))
     order by posted_at desc, entry_id desc limit $5`,
    [filter.account, filter.month, filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function countEntries(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(`select count(*)::int as n from book_entries where ${WHERE}`, [
    filter.account,
    filter.month,
  ]);
  return rows[0]?.n ?? 0;
}

/** What the payment records say the accounts must hold, over everything the caller reaches. */
export async function sumRecords(ctx: Context) {
  const { rows } = await ctx.client.query<{ payable: number; transit: number; receivable: number; vouchers: number }>(
    `select (select coalesce(sum(fen), 0) from payments_v_payable)::bigint as payable,
       (select coalesce(sum(fen), 0) from payments_v_in_transit)::bigint as transit,
       (select coalesce(sum(fen), 0) from payments_v_receivable)::bigint as receivable,
       ((select coalesce(sum(fen), 0) from vouchers_v_redeemed)
         - (select coalesce(sum(fen), 0) from payments_v_authorised where scheme = 'voucher'))::bigint as vouchers`,
  );
  return rows[0] ?? { payable: 0, transit: 0, receivable: 0, vouchers: 0 };
}

/** What the payment records say was spent, by scheme: authorised and not returned, less what is asked back. */
export async function sumSpent(ctx: Context): Promise<{ scheme: string; fen: number }[]> {
  const { rows } = await ctx.client.query<{ scheme: string; fen: number }>(
    'select scheme, sum(fen)::bigint as fen from payments_v_spent group by 1',
  );
  return rows;
}

/** The same by year of the month it was paid for. */
export async function sumYears(ctx: Context): Promise<{ year: string; scheme: PaidScheme; fen: number }[]> {
  const { rows } = await ctx.client.query<{ year: string; scheme: PaidScheme; fen: number }>(
    'select left(month, 4) as year, scheme, sum(fen)::bigint as fen from payments_v_spent group by 1, 2 order by 1 desc, 2',
  );
  return rows;
}

type Appropriation = { id: string; areaCode: string; documentNumber: string; receivedOn: string; amountFen: number };

/** False when the document was entered before. */
export async function insertAppropriation(ctx: Context, row: Appropriation): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into book_appropriations (appropriation_id, area_code, document_number, received_on, amount_fen, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (area_code, document_number) do nothing`,
    [row.id, row.areaCode, row.documentNumber, row.receivedOn, row.amountFen, ctx.actor.name, ctx.now],
  );
  return rowCount === 1;
}
