import type { Context } from '#platform/http/context.ts';

/** The oldest transaction still open now: facts changed by it or a later one were perhaps not seen. */
export async function readRegisterMark(ctx: Context): Promise<number> {
  const { rows } = await ctx.client.query<{ mark: number }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as mark',
  );
  return rows[0]?.mark ?? 0;
}

/** People living in a range of areas whose facts changed from that transaction on; null after a restored database. */
export async function countChangedSince(
  ctx: Context,
  of: { from: string; to: string; mark: number },
): Promise<number | null> {
  const { rows } = await ctx.client.query<{ n: number | null }>(
    `select case when $3 <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint then
       (select count(*) from benefit_changes c where c.changed_xid >= $3 and c.area_code >= $1 and c.area_code < $2) end::int as n`,
    [of.from, of.to, of.mark],
  );
  return rows[0]?.n ?? null;
}
