import type { MonthlyScheme } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';

/** Positions of the parameters: the paying district, the first and the last month. */
type At = { payer: number; from: number; to: number };

/** Months of the grants of 低保 and 特困 within the bounds; the district of the applicant's 户籍 pays, as it does the allowances. */
const GRANTED = ({
  payer,
  from,
  to,
}: At) => `select g.grant_id as determination_id, g.elder_id, g.scheme, m.month, g.amount_fen,
    $${payer}::text as payer_code, t.because
  from relief_v_grants g join elders_v_brief e on e.elder_id = g.elder_id
  cross join lateral (select to_char(x, 'YYYY-MM') as month from generate_series(
    (greatest(g.from_month, $${from}::text) || '-01')::timestamp, (least(coalesce(g.to_month, $${to}::text), $${to}::text) || '-01')::timestamp,
    interval '1 month') x) m
  left join lateral (select w.because from relief_v_grants_twice w where w.grant_id = g.grant_id and w.from_month <= m.month
    and (w.to_month is null or w.to_month >= m.month) order by w.because limit 1) t on true
  where e.hukou_in_beijing and left(e.hukou_area_code, 6) || '000000' = $${payer}::text`;

/** What a district owes by person, scheme and month: allowances as determined, money of a recognition as granted, each once. */
export const OWED = (at: At): string => `select determination_id, elder_id, scheme, month, amount_fen, payer_code
    from benefits_v_determinations where payer_code = $${at.payer} and ${at.from === at.to ? `month = $${at.from}` : `month >= $${at.from} and month <= $${at.to}`}
  union all select determination_id, elder_id, scheme, month, amount_fen, payer_code from (${GRANTED(at)}) g where because is null`;

type Preparing = { cycleId: string; payerCode: string; month: string };

/** Who has the month's money by another recognition is listed with the reason, and is not paid. */
export async function insertPaidElsewhere(ctx: Context, of: Preparing): Promise<void> {
  await ctx.client.query(
    `insert into payment_lines (elder_id, line_id, area_code, happened_area, payer_code, cycle_id, elder_name, scheme, month,
       kind, cause, amount_fen, determination_id, status, status_reason, made_at)
     select g.elder_id, gen_random_uuid(), e.hukou_area_code, e.area_code, $1, $2, e.name, g.scheme, g.month, 'regular', 'new',
       g.amount_fen, g.determination_id, 'dropped', g.because, $4
     from (${GRANTED({ payer: 1, from: 3, to: 3 })}) g join elders_v_brief e on e.elder_id = g.elder_id
     where g.because is not null on conflict do nothing`,
    [of.payerCode, of.cycleId, of.month, ctx.now],
  );
}

/** Why these grants pay nothing for a month, by elder and scheme, in the order asked; null = not known. */
export async function explainUngranted(
  ctx: Context,
  month: string,
  asked: readonly { elder_id: string; scheme: MonthlyScheme }[],
): Promise<(string | null)[]> {
  const { rows } = await ctx.client.query<{ n: number; says: string | null }>(
    `select a.n::int as n, coalesce(w.because, case when g.to_month < $3 then g.ended_why
       when g.grant_id is not null then '户籍已不在本区，由现户籍区发放' end) as says
     from unnest($1::uuid[], $2::text[]) with ordinality as a (elder, scheme, n)
     left join lateral (select * from relief_v_grants x where x.elder_id = a.elder and x.scheme = a.scheme
       order by x.to_month is null desc, x.to_month desc, x.from_month desc limit 1) g on true
     left join lateral (select t.because from relief_v_grants_twice t where t.grant_id = g.grant_id and t.from_month <= $3
       and (t.to_month is null or t.to_month >= $3) limit 1) w on true
     order by a.n`,
    [asked.map(each => each.elder_id), asked.map(each => each.scheme), month],
  );
  return rows.map(row => row.says);
}
