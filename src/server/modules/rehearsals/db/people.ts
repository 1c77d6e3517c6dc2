import type { Context } from '#platform/http/context.ts';

/** How many people a run will look at. */
export async function countPeople(
  ctx: Context,
  of: { by: 'area' | 'hukou'; from: string; to: string; month: string },
): Promise<number> {
  const column = of.by === 'area' ? 'area_code' : 'hukou_area_code';
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from elders_v_brief e
     where (e.died_on is null or e.died_on >= $1::date) and e.${column} >= $2 and e.${column} < $3`,
    [`${of.month}-01`, of.from, of.to],
  );
  return rows[0]?.n ?? 0;
}
