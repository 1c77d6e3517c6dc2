import type { Context } from '#platform/http/context.ts';

export type Summary = {
  live: number;
  closed_today: number;
  median: number | null;
  worst: number | null;
  reached: number;
  overdue: number;
};

/** Counts and minutes to the door since `since`, of the rows this actor may see. */
export async function readSummary(ctx: Context, since: string): Promise<Summary> {
  const { rows } = await ctx.client.query<Summary>(
    `select count(*) filter (where status not in ('closed', 'silenced'))::int as live,
       count(*) filter (where closed_at >= $2::date::timestamp at time zone 'Asia/Shanghai')::int as closed_today,
       (percentile_cont(0.5) within group (order by extract(epoch from on_site_at - raised_at) / 60)
          filter (where on_site_at is not null and raised_at >= $1))::numeric(10,1) as median,
       (max(extract(epoch from on_site_at - raised_at) / 60) filter (where raised_at >= $1))::numeric(10,1) as worst,
       count(on_site_at) filter (where raised_at >= $1)::int as reached,
       count(*) filter (where raised_at >= $1 and expected_at is not null and coalesce(on_site_at, $3) > expected_at)::int as overdue
     from alarms where raised_at >= $1 or status not in ('closed', 'silenced')`,
    [since, ctx.today, ctx.now],
  );
  const row = rows[0];
  if (!row) throw new Error('an aggregate answers one row');
  return row;
}

export async function countByHour(ctx: Context, since: string): Promise<{ at: string; count: number }[]> {
  const { rows } = await ctx.client.query<{ at: string; count: number }>(
    `select h.at, count(a.alarm_id)::int as count
     from generate_series(date_trunc('hour', $1::timestamptz) + interval '1 hour', date_trunc('hour', $2::timestamptz), interval '1 hour') h (at)
     left join alarms a on a.raised_at >= h.at and a.raised_at < h.at + interval '1 hour' and a.raised_at <= $2
     group by 1 order by 1`,
    [since, ctx.now],
  );
  return rows;
}
