import type { Context } from '#platform/http/context.ts';

/** Pairs remembered as two people, as far as the area reaches: “smaller larger”. */
export async function distinctIn(ctx: Context): Promise<Set<string>> {
  const { rows } = await ctx.client.query<{ pair: string }>(
    "select least(elder_id, other_elder_id) || ' ' || greatest(elder_id, other_elder_id) as pair from elders_v_not_duplicates",
  );
  return new Set(rows.map(row => row.pair));
}

export async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await ctx.client.query<{ elder_id: string; name: string }>(
    'select elder_id, name from elders_v_brief where elder_id = any ($1)',
    [ids],
  );
  return new Map(rows.map(row => [row.elder_id, row.name]));
}
