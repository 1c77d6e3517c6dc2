import type { WarningRule } from '#contracts/relief-rules.ts';
import type { Context } from '#platform/http/context.ts';

export type LineRow = {
  threshold_id: string;
  area_code: string;
  rule: WarningRule;
  line: number;
  window_months: number;
  active: boolean;
  document_number: string;
  basis: string;
  from_on: string;
  set_by: string;
};

/** Newest first. */
export async function listLines(ctx: Context): Promise<LineRow[]> {
  const { rows } = await ctx.client.query<LineRow>(
    'select * from relief_thresholds order by from_on desc, set_at desc limit 1000',
  );
  return rows;
}

export async function insertLine(ctx: Context, row: Omit<LineRow, 'area_code' | 'set_by'>): Promise<void> {
  await ctx.client.query(
    `insert into relief_thresholds (threshold_id, area_code, rule, line, window_months, active, document_number, basis, from_on, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[row.threshold_id, ctx.actor.areaCode, row.rule, row.line, row.window_months, row.active],
      ...[row.document_number, row.basis, row.from_on, ctx.actor.name, ctx.now],
    ],
  );
}
