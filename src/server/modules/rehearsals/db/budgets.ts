import type { z } from 'zod';
import type { Scheme } from '#contracts/benefits/schemes.ts';
import type { SetBudget } from '#contracts/rehearsals/budget.ts';
import type { Context } from '#platform/http/context.ts';

export type BudgetRecord = {
  area_code: string;
  scheme: Scheme;
  year: number;
  fen: number;
  source: string;
  set_by_name: string;
  set_at: string;
};

export async function listBudgets(ctx: Context): Promise<BudgetRecord[]> {
  const { rows } = await ctx.client.query<BudgetRecord>(
    'select area_code, scheme, year, fen, source, set_by_name, set_at from budget_lines order by year, area_code, scheme',
  );
  return rows;
}

/** Answers what stood before. */
export async function saveBudget(ctx: Context, line: z.output<typeof SetBudget>): Promise<BudgetRecord | undefined> {
  const key = [line.areaCode, line.scheme, line.year];
  const { rows } = await ctx.client.query<BudgetRecord>(
    'select * from budget_lines where area_code = $1 and scheme = $2 and year = $3 for update',
    key,
  );
  await ctx.client.query(
    `insert into budget_lines (area_code, scheme, year, fen, source, set_by, set_by_name, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (area_code, scheme, year) do update set fen = excluded.fen, source = excluded.source, set_by = excluded.set_by,
       set_by_name = excluded.set_by_name, set_at = excluded.set_at`,
    [...key, line.fen, line.source, ctx.actor.accountId, ctx.actor.name, ctx.now],
  );
  return rows[0];
}

export type PaidSum = { payer: string; scheme: string; year: number; month: string; fen: number };

/** What payment cycles have sent, by paying district, scheme and month (offsets and returns left out by the view). */
export async function listPaid(ctx: Context, years: { from: number; until: number }): Promise<PaidSum[]> {
  const { rows } = await ctx.client.query<PaidSum>(
    `select payer_code as payer, scheme, substr(month, 1, 4)::int as year, month, sum(amount_fen)::bigint as fen
     from payments_v_live where month >= $1 and month < $2 group by payer_code, scheme, month`,
    [`${years.from}-01`, `${years.until}-01`],
  );
  return rows;
}

/** People of 80 and over in a street and what they draw over all months of a forecast; severely disabled people. */
export async function readBases(ctx: Context, of: { id: string; street: string | null }) {
  const { rows } = await ctx.client.query<{ people80: number; fen80: number; severe: number }>(
    `select coalesce(sum(people) filter (where band::int >= 80 and street_code = $2), 0)::int as people80,
       coalesce(sum(old_fen) filter (where band::int >= 80 and street_code = $2), 0)::bigint as fen80,
       coalesce(sum(people) filter (where ability = 'severe'), 0)::int as severe
     from rehearsal_cells where rehearsal_id = $1`,
    [of.id, of.street],
  );
  return rows[0] ?? { people80: 0, fen80: 0, severe: 0 };
}

export async function listStreets(ctx: Context, id: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ street_code: string }>(
    'select distinct street_code from rehearsal_cells where rehearsal_id = $1 order by 1',
    [id],
  );
  return rows.map(row => row.street_code);
}
