import type { PairStatus } from '#contracts/register-quality/lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { FieldLevel } from '../rules.ts';

export type PairRow = {
  pair_id: string;
  area_code: string;
  a_elder_id: string;
  b_elder_id: string;
  a_area: string;
  b_area: string;
  a_name: string;
  b_name: string;
  probability: number;
  levels: FieldLevel[];
  source: 'check' | 'desk';
  status: PairStatus;
  found_at: string;
  reason: string | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
  merge_id: string | null;
};

export type FoundPair = Omit<
  PairRow,
  'pair_id' | 'source' | 'found_at' | 'reason' | 'decided_by' | 'decided_by_name' | 'decided_at' | 'merge_id'
>;

/** Writes what a check found; a pair that was judged keeps its judgement, one still waiting takes the new figures. */
export async function putPairs(ctx: Context, pairs: readonly FoundPair[], foundAt: string): Promise<number> {
  const rows = pairs.map(pair => ({ pair_id: newId(), source: 'check', found_at: foundAt, ...pair }));
  const { rowCount } = await ctx.client.query(
    `insert into register_pairs (pair_id, area_code, a_elder_id, b_elder_id, a_area, b_area, a_name, b_name, probability, levels,
       source, status, found_at)
     select pair_id, area_code, a_elder_id, b_elder_id, a_area, b_area, a_name, b_name, probability, levels, source, status, found_at
     from jsonb_populate_recordset(null::register_pairs, $1::jsonb)
     on conflict (a_elder_id, b_elder_id) do update set probability = excluded.probability, levels = excluded.levels,
       a_area = excluded.a_area, b_area = excluded.b_area, area_code = excluded.area_code, a_name = excluded.a_name,
       b_name = excluded.b_name, found_at = excluded.found_at,
       status = case when register_pairs.status = 'superseded' or register_pairs.status in ('candidate', 'open') then excluded.status
         else register_pairs.status end
     where register_pairs.status in ('candidate', 'open', 'superseded')`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}

/** Pairs inside the area that a whole check no longer finds: their records were mended meanwhile. */
export async function dropUnseen(ctx: Context, range: { from: string; to: string; before: string }): Promise<void> {
  await ctx.client.query(
    `update register_pairs set status = 'superseded' where status in ('candidate', 'open') and found_at < $3
       and area_code >= $1 and area_code < $2`,
    [range.from, range.to, range.before],
  );
}

export type Filter = { statuses: readonly string[] | null; from: string; to: string; name: string | null };
const WHERE = `($1::text[] is null or status = any ($1)) and area_code >= $2 and area_code < $3
  and ($4::text is null or a_name = $4 or b_name = $4)`;
const filterValues = (filter: Filter) => [filter.statuses, filter.from, filter.to, filter.name];

export async function listPairs(
  ctx: Context,
  filter: Filter,
  page: { after: { sort: string; id: string } | undefined; limit: number },
): Promise<PairRow[]> {
  const { rows } = await ctx.client.query<PairRow>(
    `select * from register_pairs where ${WHERE} and ($5::float8 is null or (probability < $5 or (probability = $5 and pair_id > $6::uuid)))
     order by probability desc, pair_id limit $7`,
    [...filterValues(filter), page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

export async function countPairs(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from register_pairs where ${WHERE}`,
    filterValues(filter),
  );
  return rows[0]?.n ?? 0;
}

export async function countByStatus(ctx: Context): Promise<Partial<Record<PairStatus, number>>> {
  const { rows } = await ctx.client.query<{ status: PairStatus; n: number }>(
    'select status, count(*)::int as n from register_pairs group by status',
  );
  return Object.fromEntries(rows.map(row => [row.status, row.n]));
}

export async function lastChecked(ctx: Context): Promise<string | null> {
  const { rows } = await ctx.client.query<{ on: string | null }>(
    `select max((ended_at at time zone 'Asia/Shanghai')::date)::text as on from runs where kind = 'register-quality.check' and status = 'done'`,
  );
  return rows[0]?.on ?? null;
}

export async function findPair(ctx: Context, id: string, lock = false): Promise<PairRow | undefined> {
  const { rows } = await ctx.client.query<PairRow>(
    `select * from register_pairs where pair_id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function changePair(
  ctx: Context,
  id: string,
  to: { status: PairStatus; reason?: string | null; mergeId?: string | null },
): Promise<void> {
  await ctx.client.query(
    `update register_pairs set status = $2, reason = coalesce($3, reason), merge_id = coalesce($4, merge_id), decided_by = $5,
       decided_by_name = $6, decided_at = $7 where pair_id = $1`,
    [id, to.status, to.reason ?? null, to.mergeId ?? null, ctx.actor.accountId, ctx.actor.name, ctx.now],
  );
}

/** Other waiting pairs of a record that was merged away: judged with the survivor at the next check. */
export async function listWaitingOf(ctx: Context, elderId: string, except: string): Promise<PairRow[]> {
  const { rows } = await ctx.client.query<PairRow>(
    `select * from register_pairs where (a_elder_id = $1 or b_elder_id = $1) and pair_id <> $2 and status in ('candidate', 'open') for update`,
    [elderId, except],
  );
  return rows;
}

export type SideRow = {
  pair_id: string;
  elder_id: string;
  other_district: string;
  decided_in: string;
  probability: number;
  status: PairStatus;
};
export async function listSides(ctx: Context, most: number): Promise<SideRow[]> {
  const { rows } = await ctx.client.query<SideRow>('select * from register_pair_sides($1)', [most]);
  return rows;
}

export async function mergedInto(ctx: Context, elderId: string): Promise<string | null> {
  const { rows } = await ctx.client.query<{ id: string | null }>('select register_merged_into($1) as id', [elderId]);
  return rows[0]?.id ?? null;
}

/** Reaction to elder.moved: who decides follows both records. Batch over the city. */
export async function moveSides(ctx: Context, to: { elderId: string; areaCode: string }): Promise<PairRow[]> {
  const { rows } = await ctx.client.query<PairRow>(
    `update register_pairs set a_area = case when a_elder_id = $1 then $2 else a_area end,
       b_area = case when b_elder_id = $1 then $2 else b_area end
     where a_elder_id = $1 or b_elder_id = $1 returning *`,
    [to.elderId, to.areaCode],
  );
  return rows;
}

export async function setArea(ctx: Context, pairId: string, areaCode: string): Promise<void> {
  await ctx.client.query('update register_pairs set area_code = $2 where pair_id = $1', [pairId, areaCode]);
  await ctx.client.query('update register_merges set area_code = $2 where pair_id = $1', [pairId, areaCode]);
}
