import type { Context } from '#platform/http/context.ts';

/** What hangs on a record, by published view; the order of the page. */
const HANGING = [
  { label: '能力评估', view: 'assessments_v_results', where: 'true' },
  { label: '待遇核定（月）', view: 'benefits_v_determinations', where: 'true' },
  { label: '已发放的补贴（笔）', view: 'payments_v_live', where: 'true' },
  { label: '没追回的多发（笔）', view: 'payments_v_receivable', where: 'fen > 0' },
  { label: '家庭养老床位', view: 'home_care_beds_v_facts', where: "status not in ('ended', 'rejected')" },
  { label: '服务单', view: 'orders_v_facts', where: 'true' },
  { label: '服务结算（笔）', view: 'settle_lines_v_facts', where: 'true' },
  { label: '探访', view: 'visits_v_facts', where: 'true' },
  { label: '设备', view: 'devices_v_facts', where: "status <> 'removed'" },
] as const;

export type Hanging = { label: string; a: number; b: number };

/** Counts for both records, as far as the row rules let the caller see. */
export async function countHanging(ctx: Context, [a, b]: readonly [string, string]): Promise<Hanging[]> {
  const parts = HANGING.map(
    ({ view, where }, n) =>
      `select ${n} as n, count(*) filter (where elder_id = $1)::int as a, count(*) filter (where elder_id = $2)::int as b
       from ${view} where elder_id in ($1, $2) and ${where}`,
  );
  const { rows } = await ctx.client.query<{ n: number; a: number; b: number }>(
    `${parts.join(' union all ')} order by 1`,
    [a, b],
  );
  return HANGING.map((one, n) => ({
    label: one.label,
    a: rows[n]?.a ?? 0,
    b: rows[n]?.b ?? 0,
  }));
}

/** Over the whole city: a district's payments are not seen by the street that judges. */
export async function hasMoney(ctx: Context, pairId: string): Promise<boolean> {
  const { rows } = await ctx.client.query<{ yes: boolean }>('select register_pair_has_money($1) as yes', [pairId]);
  return rows[0]?.yes ?? false;
}
