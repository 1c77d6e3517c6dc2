import type { SignalTopic } from '#contracts/comparison-kinds.ts';
import { WARNING_STATUSES, type WarningStatus } from '#contracts/relief-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';

type Of = { range: { from: string; to: string }; digits: number; fromOn: string; toOn: string };
export type SumRow = {
  /** Null = the whole, counted for itself. */
  prefix: string | null;
  households: number;
  covered: number;
  signals: number;
  warnings: number;
  late: number;
  rechecks: number;
  medianHours: number | null;
} & Record<WarningStatus, number>;

const STATES = WARNING_STATUSES.map(one => `count(*) filter (where status = '${one}')::int as ${one}`).join(', ');

/**
 * By the first digits of the area, and the whole for itself. A household counts once, where its people live: of those with
 * somebody on 低保, 低收入, 特困 (the tag 困难老人) and those warned of in the span; covered = a department sent something about it.
 */
export async function sumMonitoring(ctx: Context, of: Of): Promise<SumRow[]> {
  const { rows } = await ctx.client.query<SumRow>(
    `with homes as (
       select key, min(area_code) as area_code from (
         select coalesce(h.household_id, e.elder_id) as key, t.area_code from elders_v_tags t
         join elders_v_brief e on e.elder_id = t.elder_id and e.status in ('registered', 'verified', 'active')
         left join elders_v_households h on h.elder_id = t.elder_id
         where t.code = 'hardship' and t.area_code >= $1 and t.area_code < $2
         union all
         select household_key, area_code from relief_warnings where area_code >= $1 and area_code < $2 and warned_at >= $4) x group by key),
     home_sums as (
       select substr(area_code, 1, $3) as prefix, count(*)::int as households, count(*) filter (where exists (
         select from relief_signals s where s.household_key = homes.key and s.as_of >= $4 and s.as_of <= $5))::int as covered
       from homes group by grouping sets ((1), ())),
     signal_sums as (
       select substr(area_code, 1, $3) as prefix, count(*)::int as signals from relief_signals
       where area_code >= $1 and area_code < $2 and as_of >= $4 and as_of <= $5 group by grouping sets ((1), ())),
     warning_sums as (
       select substr(w.area_code, 1, $3) as prefix, count(*)::int as warnings, ${STATES},
         count(*) filter (where status = 'warned' and d.due_on < $5)::int as late,
         percentile_cont(0.5) within group (order by extract(epoch from visited_at - warned_at) / 3600)
           filter (where visited_at is not null and warned_at >= $4) as median
       from relief_warnings w left join due_items d on d.subject_id = w.warning_id and d.closed_at is null
       where w.area_code >= $1 and w.area_code < $2 group by grouping sets ((1), ())),
     recheck_sums as (
       select substr(area_code, 1, $3) as prefix, count(*)::int as rechecks from relief_rechecks
       where area_code >= $1 and area_code < $2 and cause = 'signal' group by grouping sets ((1), ())),
     places as (select prefix from home_sums union select prefix from signal_sums union select prefix from warning_sums
       union select prefix from recheck_sums union select null)
     select p.prefix, coalesce(h.households, 0) as households, coalesce(h.covered, 0) as covered, coalesce(s.signals, 0) as signals,
       coalesce(w.warnings, 0) as warnings, coalesce(w.late, 0) as late, coalesce(r.rechecks, 0) as rechecks,
       ${WARNING_STATUSES.map(one => `coalesce(w.${one}, 0) as ${one}`).join(', ')}, round(w.median::numeric, 1)::float8 as "medianHours"
     from places p left join home_sums h on h.prefix is not distinct from p.prefix
     left join signal_sums s on s.prefix is not distinct from p.prefix left join warning_sums w on w.prefix is not distinct from p.prefix
     left join recheck_sums r on r.prefix is not distinct from p.prefix`,
    [of.range.from, of.range.to, of.digits, of.fromOn, of.toOn],
  );
  return rows;
}

export async function sumTopics(
  ctx: Context,
  of: Pick<Of, 'range' | 'fromOn' | 'toOn'>,
): Promise<{ topic: SignalTopic; month: string; n: number }[]> {
  const { rows } = await ctx.client.query<{ topic: SignalTopic; month: string; n: number }>(
    `select topic, to_char(as_of, 'YYYY-MM') as month, count(*)::int as n from relief_signals
     where area_code >= $1 and area_code < $2 and as_of >= $3 and as_of <= $4 group by 1, 2`,
    [of.range.from, of.range.to, of.fromOn, of.toOn],
  );
  return rows;
}
