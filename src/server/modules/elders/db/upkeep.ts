import type { LedgerCounts } from '#contracts/elders/ledger.ts';
import type { Context } from '#platform/http/context.ts';
import type { CivilDate } from '#shared/dates.ts';

/** Part of an area in which a record counts as overdue when it was last confirmed before the day. */
export type Limit = { from: string; to: string; before: CivilDate };
type Range = { from: string; to: string };

const unzip = (limits: readonly Limit[]) => [
  limits.map(one => one.from),
  limits.map(one => one.to),
  limits.map(one => one.before),
];
const HERE = "e.died_on is null and e.status <> 'moved-out'";

/**
 * People by the first digits of their area code, and all of them counted apart (row without a code). Read from one index.
 */
export async function countLedger(
  ctx: Context,
  asked: { range: Range; digits: number; bornUntil: CivilDate; limits: readonly Limit[] },
): Promise<(LedgerCounts & { prefix: string | null })[]> {
  const { range, digits, bornUntil, limits } = asked;
  const { rows } = await ctx.client.query<LedgerCounts & { prefix: string | null }>(
    `select substr(e.area_code, 1, $3) as prefix, count(*)::int as people,
       count(*) filter (where e.born_on <= $4::date)::int as "oldestOld",
       count(*) filter (where e.status = 'registered')::int as waiting,
       count(*) filter (where e.confirmed_on < l.before)::int as overdue
     from unnest($5::text[], $6::text[], $7::date[]) l("from", "to", before)
     join elders e on e.area_code >= l."from" and e.area_code < l."to"
     where e.area_code >= $1 and e.area_code < $2 and ${HERE}
     group by grouping sets ((1), ()) order by 1`,
    [range.from, range.to, digits, bornUntil, ...unzip(limits)],
  );
  return rows;
}

export type OverdueFilter = { range: Range; limits: readonly Limit[]; tag?: string | undefined };
const OVERDUE = `from unnest($3::text[], $4::text[], $5::date[]) l("from", "to", before)
     join elders e on e.area_code >= l."from" and e.area_code < l."to" and e.confirmed_on < l.before
     where e.area_code >= $1 and e.area_code < $2 and ${HERE}
       and ($6::text is null or exists (select 1 from elder_tags t where t.elder_id = e.elder_id and t.code = $6))`;

/** Longest unconfirmed first: ids with the day. */
export async function listOverdue(
  ctx: Context,
  filter: OverdueFilter,
  page: { after: { sort: string; id: string } | undefined; limit: number },
): Promise<{ elder_id: string; confirmed_on: CivilDate; confirmed_by: string | null }[]> {
  const { rows } = await ctx.client.query<{ elder_id: string; confirmed_on: CivilDate; confirmed_by: string | null }>(
    `select p.elder_id, p.confirmed_on, e.confirmed_by from (
       select e.elder_id, e.confirmed_on ${OVERDUE}
         and ($7::date is null or (e.confirmed_on, e.elder_id) > ($7::date, $8::uuid))
       order by 2, 1 limit $9) p
     join elders e on e.elder_id = p.elder_id order by 2, 1`,
    [...values(filter), page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

export async function countOverdue(ctx: Context, filter: OverdueFilter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(`select count(*)::int as n ${OVERDUE}`, values(filter));
  return rows[0]?.n ?? 0;
}

const values = ({ range, limits, tag }: OverdueFilter) => [range.from, range.to, ...unzip(limits), tag ?? null];

/** Looked at today by the actor; the facts stay as they are, and so does the version. */
export async function setConfirmed(ctx: Context, elderId: string, by: string): Promise<void> {
  await ctx.client.query('update elders set confirmed_on = $2, confirmed_by = $3 where elder_id = $1', [
    elderId,
    ctx.today,
    by,
  ]);
}
