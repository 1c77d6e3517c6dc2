import type { Confidence } from '#contracts/confidence.ts';
import type { Verdict, WarningRule } from '#contracts/relief-rules.ts';
import type { Context } from '#platform/http/context.ts';

export type ReasonRow = {
  elder_id: string;
  reason_id: string;
  area_code: string;
  household_key: string;
  rule: WarningRule;
  period: string;
  signal_id: string | null;
  sealed: Buffer | null;
  /** In clear only of warnings from before there were signals. */
  says: string | null;
  line: number;
  basis: string;
  confidence: Confidence;
  sender: string;
  as_of: string;
  batch_id: string;
  warning_id: string | null;
  recheck_id: string | null;
  verdict: Verdict | null;
  verdict_note: string | null;
  judged_by: string | null;
  judged_at: string | null;
  found_at: string;
};
export type NewReason = Omit<
  ReasonRow,
  'says' | 'verdict' | 'verdict_note' | 'judged_by' | 'judged_at' | 'found_at' | 'sealed'
> & { sealed: Buffer };

type Named = { home: { household_key: string }; rule: string; period: string };
export const keyOf = (one: Named): string => [one.home.household_key, one.rule, one.period].join(' ');

/** What these households were warned of before, by `keyOf`. */
export async function listKnown(ctx: Context, of: readonly Named[]): Promise<Set<string>> {
  if (of.length === 0) return new Set();
  const { rows } = await ctx.client.query<{ household_key: string; rule: string; period: string }>(
    `select household_key, rule, period from relief_reasons r join unnest($1::uuid[], $2::text[], $3::text[]) as t (h, u, p)
       on r.household_key = t.h and r.rule = t.u and r.period = t.p`,
    [of.map(one => one.home.household_key), of.map(one => one.rule), of.map(one => one.period)],
  );
  return new Set(rows.map(row => keyOf({ home: row, rule: row.rule, period: row.period })));
}

/** Of two at the same moment the first stands. */
export async function insertReason(ctx: Context, row: NewReason): Promise<void> {
  await ctx.client.query(
    `insert into relief_reasons (elder_id, reason_id, area_code, household_key, rule, period, signal_id, sealed, line, basis, confidence,
       sender, as_of, batch_id, warning_id, recheck_id, found_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (household_key, rule, period) do nothing`,
    [
      ...[row.elder_id, row.reason_id, row.area_code, row.household_key, row.rule, row.period, row.signal_id],
      ...[row.sealed, row.line, row.basis, row.confidence, row.sender, row.as_of, row.batch_id],
      ...[row.warning_id, row.recheck_id, ctx.now],
    ],
  );
}

/** Of warnings or re-checks, oldest first. */
export async function listReasons(ctx: Context, ids: readonly string[]): Promise<ReasonRow[]> {
  const { rows } = await ctx.client.query<ReasonRow>(
    'select * from relief_reasons where warning_id = any ($1) or recheck_id = any ($1) order by found_at, reason_id',
    [ids],
  );
  return rows;
}

/** Of a warning: what nobody has judged yet. */
export const listOpenReasons = async (ctx: Context, warningId: string): Promise<string[]> =>
  (await listReasons(ctx, [warningId])).filter(row => row.verdict === null).map(row => row.reason_id);

export type Judged = { reasonId: string; verdict: Verdict; note: string | null };
export async function judgeReasons(ctx: Context, all: readonly Judged[]): Promise<void> {
  await ctx.client.query(
    `update relief_reasons r set verdict = t.verdict, verdict_note = t.note, judged_by = $4, judged_at = $5
     from unnest($1::uuid[], $2::text[], $3::text[]) as t (id, verdict, note) where r.reason_id = t.id`,
    [all.map(one => one.reasonId), all.map(one => one.verdict), all.map(one => one.note), ctx.actor.name, ctx.now],
  );
}

/** What a re-check made of the signals it was opened for. */
export async function judgeByRecheck(ctx: Context, recheckId: string, verdict: Verdict): Promise<void> {
  await ctx.client.query(
    'update relief_reasons set verdict = $2, judged_by = $3, judged_at = $4 where recheck_id = $1 and verdict is null',
    [recheckId, verdict, ctx.actor.name, ctx.now],
  );
}

export type Feedback = { rule: WarningRule; raised: number; helped: number; noneed: number; wrong: number };
/** How often each rule was right, in the reader's area. */
export async function sumVerdicts(ctx: Context): Promise<Feedback[]> {
  const { rows } = await ctx.client.query<Feedback>(
    `select rule, count(*)::int as raised, count(*) filter (where verdict = 'true')::int as helped,
       count(*) filter (where verdict = 'no-need')::int as noneed, count(*) filter (where verdict = 'false')::int as wrong
     from relief_reasons group by rule`,
  );
  return rows;
}

/** What was said of a rule's reasons, by household and period. */
export async function listVerdicts(ctx: Context, rule: WarningRule): Promise<Map<string, Verdict>> {
  const { rows } = await ctx.client.query<ReasonRow & { verdict: Verdict }>(
    'select household_key, rule, period, verdict from relief_reasons where rule = $1 and verdict is not null',
    [rule],
  );
  return new Map(rows.map(row => [`${row.household_key} ${row.period}`, row.verdict]));
}
