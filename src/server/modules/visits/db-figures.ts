import type { Context } from '#platform/http/context.ts';

export type Sums = { should_visit: number; visited: number; due_today: number; overdue: number; excluded: number };

/** Coverage of the month: of all who wish and live at home, how many somebody reached (S4-4.1). */
export async function sumPlans(ctx: Context): Promise<Sums> {
  const { rows } = await ctx.client.query<Sums>(
    `select count(*) filter (where status = 'active')::int as should_visit,
       count(*) filter (where status = 'active' and last_visited_on >= date_trunc('month', $1::date))::int as visited,
       count(*) filter (where status = 'active' and next_due_on <= $1::date)::int as due_today,
       count(*) filter (where status = 'active' and next_due_on < $1::date)::int as overdue,
       count(*) filter (where status = 'excluded')::int as excluded
     from visit_plans`,
    [ctx.today],
  );
  const row = rows[0];
  if (!row) throw new Error('an aggregate answers one row');
  return row;
}
