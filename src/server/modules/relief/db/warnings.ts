import type { WarningStatus } from '#contracts/relief-lifecycle.ts';
import type { WarningRule } from '#contracts/relief-rules.ts';
import type { Context } from '#platform/http/context.ts';

export type WarningRow = {
  elder_id: string;
  warning_id: string;
  area_code: string;
  number: string;
  elder_name: string;
  household_key: string;
  rules: WarningRule[];
  status: WarningStatus;
  /** The street of 户籍, where it is another. */
  informed_area: string | null;
  finding: string | null;
  aid: string | null;
  outcome: string | null;
  warned_at: string;
  visited_at: string | null;
};

export type NewWarning = Omit<WarningRow, 'finding' | 'aid' | 'outcome' | 'warned_at' | 'visited_at'>;
export async function insertWarning(ctx: Context, row: NewWarning): Promise<void> {
  await ctx.client.query(
    `insert into relief_warnings (elder_id, warning_id, area_code, number, elder_name, household_key, rules, status, informed_area, warned_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.elder_id, row.warning_id, row.area_code, row.number, row.elder_name, row.household_key, row.rules],
      ...[row.status, row.informed_area, ctx.now],
    ],
  );
}

/** The household's warning that nobody has been to yet. */
export async function lockOpenOf(ctx: Context, householdKey: string): Promise<WarningRow | undefined> {
  const { rows } = await ctx.client.query<WarningRow>(
    "select * from relief_warnings where household_key = $1 and status = 'warned' order by warned_at limit 1 for update",
    [householdKey],
  );
  return rows[0];
}

export async function dueOf(ctx: Context, id: string): Promise<string | null> {
  const { rows } = await ctx.client.query<{ due_on: string | null }>(
    'select due_on from due_items where subject_id = $1 and closed_at is null order by due_on limit 1',
    [id],
  );
  return rows[0]?.due_on ?? null;
}

/** The elder's own logins, who may see their own pages. */
export async function listElderAccounts(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ account_id: string }>(
    `select distinct account_id from accounts_v_elder_posts
     where elder_id = $1 and role = 'elder' and from_on <= $2 and (to_on is null or to_on >= $2)`,
    [elderId, ctx.today],
  );
  return rows.map(row => row.account_id);
}

export type ListedWarning = WarningRow & { sort: string; due_on: string | null; provisional: boolean | null };
const SORT = `(case when w.status in ('warned', 'verified', 'aided') then '0' || lpad(floor(extract(epoch from w.warned_at))::text, 12, '0')
  else '1' || lpad((253402300799 - floor(extract(epoch from w.warned_at)))::text, 12, '0') end)`;
const FROM = 'from relief_warnings w left join due_items d on d.subject_id = w.warning_id and d.closed_at is null';

export type Filter = {
  status: string | null;
  rule: string | null;
  range: { from: string; to: string };
  late: boolean;
};
const WHERE = `w.area_code >= $1 and w.area_code < $2 and ($3::text is null or w.status = $3)
  and ($4::text is null or exists (select from unnest(w.rules) u where u = $4)) and (not $5::boolean or (w.status = 'warned' and d.due_on < $6))`;
const bound = (ctx: Context, of: Filter) => [of.range.from, of.range.to, of.status, of.rule, of.late, ctx.today];

type Asked = Filter & { limit: number; after: { sort: string; id: string } | undefined };
export async function listWarnings(ctx: Context, asked: Asked): Promise<ListedWarning[]> {
  const { rows } = await ctx.client.query<ListedWarning>(
    `select w.*, d.due_on, d.provisional, ${SORT} as sort ${FROM} where ${WHERE}
       and ($7::text is null or (${SORT}, w.warning_id) > ($7, $8::uuid)) order by sort, w.warning_id limit $9`,
    [...bound(ctx, asked), asked.after?.sort ?? null, asked.after?.id ?? null, asked.limit],
  );
  return rows;
}

export async function countWarnings(ctx: Context, of: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n ${FROM} where ${WHERE}`,
    bound(ctx, of),
  );
  return rows[0]?.n ?? 0;
}

export async function readListed(ctx: Context, id: string): Promise<ListedWarning | undefined> {
  const { rows } = await ctx.client.query<ListedWarning>(
    `select w.*, d.due_on, d.provisional, '' as sort ${FROM} where w.warning_id = $1`,
    [id],
  );
  return rows[0];
}

export async function lockWarning(ctx: Context, id: string): Promise<WarningRow | undefined> {
  const { rows } = await ctx.client.query<WarningRow>(
    'select * from relief_warnings where warning_id = $1 for update',
    [id],
  );
  return rows[0];
}

export async function listOfElder(ctx: Context, elderId: string): Promise<WarningRow[]> {
  const { rows } = await ctx.client.query<WarningRow>('select * from relief_warnings where elder_id = $1 for update', [
    elderId,
  ]);
  return rows;
}

type Set = Partial<Pick<WarningRow, 'status' | 'finding' | 'aid' | 'outcome' | 'rules' | 'visited_at'>>;
export async function setWarning(ctx: Context, id: string, change: Set): Promise<void> {
  const sets = Object.keys(change).map((column, i) => `${column} = $${i + 2}`);
  const values = Object.values(change);
  await ctx.client.query(`update relief_warnings set ${sets.join(', ')} where warning_id = $1`, [id, ...values]);
}

/** Warnings, their reasons, the signals and drawn re-checks answer to the area where the person lives now. */
export async function moveRelief(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['relief_warnings', 'relief_reasons', 'relief_signals', 'relief_rechecks'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1`, [to.elderId, to.areaCode]);
}

export type OwnWarning = Pick<
  WarningRow,
  'warning_id' | 'area_code' | 'number' | 'status' | 'rules' | 'warned_at' | 'visited_at'
>;
/** Only the columns the family's role may read. */
export async function listOwnWarnings(ctx: Context, elderId: string): Promise<OwnWarning[]> {
  const { rows } = await ctx.client.query<OwnWarning>(
    `select warning_id, area_code, number, status, rules, warned_at, visited_at from relief_warnings where elder_id = $1
     order by warned_at desc, warning_id desc limit 10`,
    [elderId],
  );
  return rows;
}
