import type { VoucherIssueStatus, VoucherPeriod, VoucherSchemeStatus } from '#contracts/voucher-lifecycle.ts';
import type { VoucherRule } from '#contracts/vouchers.ts';
import type { Context } from '#platform/http/context.ts';

export type SchemeRow = {
  scheme_id: string;
  area_code: string;
  name: string;
  rule: VoucherRule;
  value_fen: number;
  period: VoucherPeriod;
  keep_months: number;
  items: string[];
  item_names: string[];
  valid_from: string;
  valid_to: string;
  basis: string;
  document_number: string | null;
  confidence: 'found' | 'designDefault';
  status: VoucherSchemeStatus;
  note: string | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by_name: string | null;
};
export type SummedScheme = SchemeRow & {
  people: number;
  issued_fen: number;
  redeemed_fen: number;
  redeemers: number;
  providers: number;
};

/** What was issued is read from the checked issues and what was spent from the redemptions: both stay with the district. */
const SUMMED = `select s.*, i.people, i.issued_fen, r.redeemed_fen, r.redeemers, r.providers from voucher_schemes s
  cross join lateral (select coalesce(sum(people), 0)::int as people, coalesce(sum(total_fen), 0)::bigint as issued_fen
    from voucher_issues where scheme_id = s.scheme_id and status = 'issued') i
  cross join lateral (select coalesce(sum(amount_fen), 0)::bigint as redeemed_fen, count(distinct elder_id)::int as redeemers,
    count(distinct provider_id)::int as providers from voucher_redemptions where scheme_id = s.scheme_id) r`;

export async function listSchemes(
  ctx: Context,
  of: { status: string | null; after: { sort: string; id: string } | undefined; limit: number },
): Promise<SummedScheme[]> {
  const { rows } = await ctx.client.query<SummedScheme>(
    `${SUMMED} where ($1::text is null or s.status = $1) and ($2::timestamptz is null or (s.made_at, s.scheme_id) < ($2, $3::uuid))
     order by s.made_at desc, s.scheme_id desc limit $4`,
    [of.status, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countSchemes(ctx: Context, status: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from voucher_schemes where $1::text is null or status = $1',
    [status],
  );
  return rows[0]?.n ?? 0;
}

export async function findScheme(ctx: Context, id: string, lock = false): Promise<SummedScheme | undefined> {
  if (lock) await ctx.client.query('select from voucher_schemes where scheme_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<SummedScheme>(`${SUMMED} where s.scheme_id = $1`, [id]);
  return rows[0];
}

export async function listActive(ctx: Context, areaCode: string, today: string): Promise<SchemeRow[]> {
  const { rows } = await ctx.client.query<SchemeRow>(
    "select * from voucher_schemes where area_code = $1 and status = 'active' and valid_to >= $2 order by made_at",
    [areaCode, today],
  );
  return rows;
}

type NewScheme = Omit<SchemeRow, 'status' | 'note' | 'made_by' | 'made_by_name' | 'made_at' | 'checked_by_name'>;

export async function insertScheme(ctx: Context, row: NewScheme): Promise<void> {
  await ctx.client.query(
    `insert into voucher_schemes (scheme_id, area_code, name, rule, value_fen, period, keep_months, items, item_names, valid_from,
       valid_to, basis, document_number, confidence, status, made_by, made_by_name, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'draft', $15, $16, $17)`,
    [
      ...[row.scheme_id, row.area_code, row.name, row.rule, row.value_fen, row.period, row.keep_months, row.items],
      ...[row.item_names, row.valid_from, row.valid_to, row.basis, row.document_number, row.confidence],
      ...[ctx.actor.accountId, ctx.actor.name, ctx.now],
    ],
  );
}

type Change<S> = { status: S; note: string | null; checked: boolean };

export async function setScheme(ctx: Context, id: string, change: Change<VoucherSchemeStatus>): Promise<void> {
  await ctx.client.query(
    `update voucher_schemes set status = $2, note = coalesce($3, note), checked_by = case when $4 then $5::uuid else checked_by end,
       checked_by_name = case when $4 then $6 else checked_by_name end where scheme_id = $1`,
    [id, change.status, change.note, change.checked, ctx.actor.accountId, ctx.actor.name],
  );
}

export type IssueRow = {
  issue_id: string;
  scheme_id: string;
  area_code: string;
  period_key: string;
  valid_from: string;
  valid_to: string;
  status: VoucherIssueStatus;
  note: string | null;
  people: number | null;
  total_fen: number | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by_name: string | null;
};
/** With what is on the list now; a list that was checked says what was checked. */
export type CountedIssue = IssueRow & { listed: number; listed_fen: number; removed: number };

const COUNTED = `select i.*, v.listed, v.listed_fen, v.removed from voucher_issues i
  cross join lateral (select count(*) filter (where status = 'proposed')::int as listed,
    coalesce(sum(value_fen) filter (where status = 'proposed'), 0)::bigint as listed_fen,
    count(*) filter (where status = 'removed')::int as removed from vouchers where issue_id = i.issue_id) v`;

export async function listIssues(ctx: Context, schemeId: string): Promise<CountedIssue[]> {
  const { rows } = await ctx.client.query<CountedIssue>(
    `${COUNTED} where i.scheme_id = $1 order by i.made_at desc, i.issue_id desc`,
    [schemeId],
  );
  return rows;
}

export async function findIssue(ctx: Context, id: string, lock = false): Promise<CountedIssue | undefined> {
  if (lock) await ctx.client.query('select from voucher_issues where issue_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<CountedIssue>(`${COUNTED} where i.issue_id = $1`, [id]);
  return rows[0];
}

export type NewIssue = Pick<
  IssueRow,
  'issue_id' | 'scheme_id' | 'area_code' | 'period_key' | 'valid_from' | 'valid_to'
>;

/** False while another list of the same scheme and period waits for its check. */
export async function insertIssue(ctx: Context, row: NewIssue): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into voucher_issues (issue_id, scheme_id, area_code, period_key, valid_from, valid_to, status, made_by, made_by_name, made_at)
     values ($1, $2, $3, $4, $5, $6, 'draft', $7, $8, $9) on conflict (scheme_id, period_key) where status = 'draft' do nothing`,
    [
      ...[row.issue_id, row.scheme_id, row.area_code, row.period_key, row.valid_from, row.valid_to],
      ...[ctx.actor.accountId, ctx.actor.name, ctx.now],
    ],
  );
  return rowCount === 1;
}

export async function setIssue(ctx: Context, row: CountedIssue, change: Change<VoucherIssueStatus>): Promise<void> {
  const checked = change.checked ? [row.listed, row.listed_fen] : [null, null];
  await ctx.client.query(
    `update voucher_issues set status = $2, note = coalesce($3, note), people = $4, total_fen = $5,
       checked_by = case when $6 then $7::uuid end, checked_by_name = case when $6 then $8 end,
       checked_at = case when $6 then $9::timestamptz end where issue_id = $1`,
    [
      row.issue_id,
      change.status,
      change.note,
      ...checked,
      change.checked,
      ctx.actor.accountId,
      ctx.actor.name,
      ctx.now,
    ],
  );
}
