import type { Step } from '#contracts/nouns.ts';
import type { Context } from '#platform/http/context.ts';
import type { AssessmentRecord } from './db.ts';

export type ListedAssessment = AssessmentRecord & { elder_name: string; due_on: string | null };
type Filter = {
  status: string | null;
  elderId: string | null;
  before: { at: string; id: string } | null;
  limit: number;
};

/** Newest application first; the elder's name comes under the same row rules. */
export async function listAssessments(ctx: Context, filter: Filter): Promise<ListedAssessment[]> {
  const { rows } = await ctx.client.query<ListedAssessment>(
    `select a.*, e.name as elder_name,
       (select min(d.due_on) from due_items d where d.subject_id = a.assessment_id and d.closed_at is null) as due_on
     from assessments a join elders_v_brief e on e.elder_id = a.elder_id
     where ($1::text is null or a.status = $1) and ($2::uuid is null or a.elder_id = $2)
       and ($3::timestamptz is null or (a.applied_at, a.assessment_id) < ($3, $4::uuid))
     order by a.applied_at desc, a.assessment_id desc limit $5`,
    [filter.status, filter.elderId, filter.before?.at ?? null, filter.before?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countAssessments(ctx: Context, filter: Pick<Filter, 'status' | 'elderId'>): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from assessments
     where ($1::text is null or status = $1) and ($2::uuid is null or elder_id = $2) limit 10000) c`,
    [filter.status, filter.elderId],
  );
  return rows[0]?.n ?? 0;
}

export async function findDueOn(ctx: Context, id: string): Promise<string | null> {
  const { rows } = await ctx.client.query<{ due_on: string | null }>(
    'select min(due_on) as due_on from due_items where subject_id = $1 and closed_at is null',
    [id],
  );
  return rows[0]?.due_on ?? null;
}

export async function findReplacement(ctx: Context, row: AssessmentRecord): Promise<string | null> {
  const { rows } = await ctx.client.query<{ assessment_id: string }>(
    `select assessment_id from assessments where elder_id = $1 and replaces_id = $2 and status <> 'cancelled' limit 1`,
    [row.elder_id, row.assessment_id],
  );
  return rows[0]?.assessment_id ?? null;
}

export async function listSteps(ctx: Context, id: string): Promise<Step[]> {
  const { rows } = await ctx.client.query<Step>(
    `select at, actor_name as actor, action, case when from_status is null and action <> 'recognise' then '提出申请' else label end as label, from_status as "from", to_status as "to", note
     from lifecycle_steps where subject_id = $1 order by at desc, step_id desc`,
    [id],
  );
  return rows;
}
