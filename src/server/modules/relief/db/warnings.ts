import type { WarningStatus } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

export type WarningRow = {
  elder_id: string;
  warning_id: string;
  area_code: string;
  number: string;
  elder_name: string;
  period: string;
  cost_fen: number;
  threshold_fen: number;
  batch_id: string;
  sender: string;
  as_of: string;
  status: WarningStatus;
  finding: string | null;
  outcome: string | null;
  warned_at: string;
};

export type Over = Pick<
  WarningRow,
  'elder_id' | 'area_code' | 'elder_name' | 'period' | 'cost_fen' | 'threshold_fen' | 'sender' | 'as_of'
>;

/**
 * People whose own cost of one year in a batch is over the line of their area, the year not warned of yet. The line is
 * the narrowest area's latest that is in force; `default` where nobody has set one.
 */
export async function listOver(ctx: Context, batchId: string, defaultFen: number): Promise<Over[]> {
  const { rows } = await ctx.client.query<Over>(
    `select x.*, t.line as threshold_fen from (
       select m.elder_id, e.area_code, e.name as elder_name, m.period, sum(m.cost_fen)::bigint as cost_fen,
         min(m.sender) as sender, min(m.as_of) as as_of
       from comparisons_v_medical m join elders_v_brief e on e.elder_id = m.elder_id
       where m.batch_id = $1 and e.died_on is null and not exists (
         select from relief_warnings w where w.elder_id = m.elder_id and w.period = m.period)
       group by 1, 2, 3, 4) x
     cross join lateral (select coalesce((select threshold_fen from relief_thresholds h
         where h.from_on <= $3 and (h.area_code = substr(x.area_code, 1, 6) || '000000' or h.area_code = '110000000000')
         order by h.area_code desc, h.from_on desc, h.set_at desc limit 1), $2::bigint) as line) t
     where x.cost_fen > t.line`,
    [batchId, defaultFen, ctx.today],
  );
  return rows;
}

export async function insertWarning(
  ctx: Context,
  row: Omit<WarningRow, 'finding' | 'outcome' | 'warned_at'>,
): Promise<void> {
  await ctx.client.query(
    `insert into relief_warnings (elder_id, warning_id, area_code, number, elder_name, period, cost_fen, threshold_fen, batch_id,
       sender, as_of, status, warned_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[row.elder_id, row.warning_id, row.area_code, row.number, row.elder_name, row.period, row.cost_fen],
      ...[row.threshold_fen, row.batch_id, row.sender, row.as_of, row.status, ctx.now],
    ],
  );
}

export type ListedWarning = WarningRow & { sort: string; due_on: string | null; provisional: boolean | null };
const SORT = `(case when w.status in ('warned', 'verified', 'aided') then '0' || lpad(floor(extract(epoch from w.warned_at))::text, 12, '0')
  else '1' || lpad((253402300799 - floor(extract(epoch from w.warned_at)))::text, 12, '0') end)`;
const FROM = 'from relief_warnings w left join due_items d on d.subject_id = w.warning_id and d.closed_at is null';

type Asked = { status: string | null; limit: number; after: { sort: string; id: string } | undefined };
export async function listWarnings(ctx: Context, asked: Asked): Promise<ListedWarning[]> {
  const { rows } = await ctx.client.query<ListedWarning>(
    `select w.*, d.due_on, d.provisional, ${SORT} as sort ${FROM} where ($1::text is null or w.status = $1)
       and ($2::text is null or (${SORT}, w.warning_id) > ($2, $3::uuid)) order by sort, w.warning_id limit $4`,
    [asked.status, asked.after?.sort ?? null, asked.after?.id ?? null, asked.limit],
  );
  return rows;
}

export async function countWarnings(ctx: Context, status: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from relief_warnings where $1::text is null or status = $1',
    [status],
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

type Set = Partial<Pick<WarningRow, 'status' | 'finding' | 'outcome'>>;
export async function setWarning(ctx: Context, id: string, change: Set): Promise<void> {
  const sets = Object.keys(change).map((column, i) => `${column} = $${i + 2}`);
  const values = Object.values(change);
  await ctx.client.query(`update relief_warnings set ${sets.join(', ')} where warning_id = $1`, [id, ...values]);
}

/** Warnings and drawn re-checks answer to the area where the person lives now. */
export async function moveRelief(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['relief_warnings', 'relief_rechecks'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1`, [to.elderId, to.areaCode]);
}

export type ThresholdRow = {
  threshold_id: string;
  area_code: string;
  threshold_fen: number;
  basis: string;
  from_on: string;
  set_by: string;
};
export async function listThresholds(ctx: Context): Promise<ThresholdRow[]> {
  const { rows } = await ctx.client.query<ThresholdRow>(
    'select * from relief_thresholds order by from_on desc, set_at desc limit 100',
  );
  return rows;
}
export async function insertThreshold(ctx: Context, row: Omit<ThresholdRow, 'area_code' | 'set_by'>): Promise<void> {
  await ctx.client.query(
    `insert into relief_thresholds (threshold_id, area_code, threshold_fen, basis, from_on, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.threshold_id, ctx.actor.areaCode, row.threshold_fen, row.basis, row.from_on, ctx.actor.name, ctx.now],
  );
}
