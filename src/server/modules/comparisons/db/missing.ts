import type { FullKind } from '#contracts/comparison-kinds.ts';
import type { Context } from '#platform/http/context.ts';
import type { BatchRow } from './batches.ts';

export type Expected = { elder_id: string; area_code: string; name: string; ours: unknown; found: boolean };

/** What makes a person one of those whom a full list of the kind names; registered before the list was drawn up. */
const OF = {
  hardship: { column: 'economic_class', says: "e.economic_class <> 'none'" },
  disability: { column: 'disabilities', says: "e.disabilities <> '[]'" },
} as const satisfies Record<FullKind, { column: string; says: string }>;
const FROM = (kind: FullKind) =>
  `from elders_v_brief e where ${OF[kind].says} and e.status in ('registered', 'verified', 'active')
     and (e.registered_at at time zone 'Asia/Shanghai')::date <= $1`;

/** A page of the register of the caller's area by elder id, each with whether a row of the batch is about them. */
export async function listExpected(
  ctx: Context,
  batch: BatchRow,
  { kind, limit }: { kind: FullKind; limit: number },
): Promise<Expected[]> {
  const { rows } = await ctx.client.query<Expected>(
    `select e.elder_id, e.area_code, e.name, to_jsonb(e.${OF[kind].column}) as ours,
       exists (select from comparison_rows r where r.batch_id = $2 and r.elder_id = e.elder_id) as found
     ${FROM(kind)} and ($3::uuid is null or e.elder_id > $3) order by e.elder_id limit $4`,
    [batch.as_of, batch.batch_id, batch.swept_to, limit],
  );
  return rows;
}

/** How many the register expects on the list, and how many of them it names. */
export async function countExpected(ctx: Context, batch: BatchRow, kind: FullKind) {
  const { rows } = await ctx.client.query<{ expected: number; found: number }>(
    `select count(*)::int as expected, count(*) filter (where exists (select from comparison_rows r
       where r.batch_id = $2 and r.elder_id = e.elder_id))::int as found ${FROM(kind)}`,
    [batch.as_of, batch.batch_id],
  );
  return rows[0] ?? { expected: 0, found: 0 };
}

/** Rows that name nobody for sure: whom they may mean, or what is sealed of them. */
export async function listUnclear(
  ctx: Context,
  batchId: string,
): Promise<{ maybe: string[] | null; sealed: Buffer | null }[]> {
  const { rows } = await ctx.client.query<{ maybe: string[] | null; sealed: Buffer | null }>(
    "select maybe, sealed from comparison_rows where batch_id = $1 and outcome in ('ambiguous', 'unreadable')",
    [batchId],
  );
  return rows;
}
