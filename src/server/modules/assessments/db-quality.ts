import type { ScoreAnswers } from '#contracts/assessments/assessment.ts';
import type { AbilityLevel, Score } from '#contracts/assessments/scales.ts';
import type { Context } from '#platform/http/context.ts';
import type { AssessorMark } from './db.ts';

export type CalendarRow = {
  assessment_id: string;
  elder_name: string;
  area_code: string;
  assignee_id: string;
  assessor_name: string;
  assessor_title: string;
  visit_at: string;
  day: string;
  blind: boolean;
  finished: boolean;
};

/** Visits of the area in a span of days, by the hour; days are those of Beijing. */
export async function listVisits(ctx: Context, span: { from: string; to: string }): Promise<CalendarRow[]> {
  const { rows } = await ctx.client.query<CalendarRow>(
    `select assessment_id, elder_name, area_code, assignee_id, assessor_name, assessor_title, visit_at,
       (visit_at at time zone 'Asia/Shanghai')::date as day, sample_id is not null as blind, finished_at is not null as finished
     from assessment_assignments
     where visit_at >= ($1::date)::timestamp at time zone 'Asia/Shanghai'
       and visit_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai'
     order by visit_at, elder_name limit 2000`,
    [span.from, span.to],
  );
  return rows;
}

export type WaitingRow = {
  assessment_id: string;
  elder_name: string;
  area_code: string;
  applied_at: string;
  due_on: string | null;
};

export async function listWaiting(ctx: Context, limit: number): Promise<WaitingRow[]> {
  const { rows } = await ctx.client.query<WaitingRow>(
    `select a.assessment_id, e.name as elder_name, a.area_code, a.applied_at,
       (select min(d.due_on) from due_items d where d.subject_id = a.assessment_id and d.closed_at is null) as due_on
     from assessments a join elders_v_brief e on e.elder_id = a.elder_id
     where a.status = 'applied' order by a.applied_at limit $1`,
    [limit],
  );
  return rows;
}

export type SampleRecord = {
  sample_id: string;
  area_code: string;
  from_on: string;
  to_on: string;
  population: number;
  size: number;
  seed: string;
  note: string | null;
  drawn_at: string;
  drawn_by: string;
  drawn_by_name: string;
};

export type CountedSample = SampleRecord & { assigned: number; done: number };

const COUNTED = `select s.*,
  (select count(*)::int from assessment_assignments a where a.sample_id = s.sample_id) as assigned,
  (select count(*)::int from assessment_assignments a where a.sample_id = s.sample_id and a.score is not null) as done
  from assessment_samples s`;

export async function listSampleRows(ctx: Context): Promise<CountedSample[]> {
  const { rows } = await ctx.client.query<CountedSample>(`${COUNTED} order by s.drawn_at desc limit 100`);
  return rows;
}

export async function findSample(ctx: Context, id: string): Promise<CountedSample | undefined> {
  const { rows } = await ctx.client.query<CountedSample>(`${COUNTED} where s.sample_id = $1`, [id]);
  return rows[0];
}

/** Published, still standing results of our own assessors in a span; what is drawn from. In one stable order. */
export async function listPopulation(ctx: Context, span: { from: string; to: string }) {
  const { rows } = await ctx.client.query<{ assessment_id: string; elder_id: string; area_code: string }>(
    `select assessment_id, elder_id, area_code from assessments
     where status in ('published', 'objected') and origin is null and score is not null and published_on between $1 and $2
     order by assessment_id`,
    [span.from, span.to],
  );
  return rows;
}

export type NewMember = { elder_id: string; assessment_id: string; area_code: string; draw_rank: number };

export async function insertSample(ctx: Context, row: SampleRecord, members: readonly NewMember[]): Promise<void> {
  await ctx.client.query(
    `insert into assessment_samples (sample_id, area_code, from_on, to_on, population, size, seed, note, drawn_at, drawn_by, drawn_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[row.sample_id, row.area_code, row.from_on, row.to_on, row.population, row.size, row.seed, row.note],
      ...[row.drawn_at, row.drawn_by, row.drawn_by_name],
    ],
  );
  await ctx.client.query(
    `insert into assessment_sample_members (elder_id, sample_id, assessment_id, area_code, draw_rank)
     select m.elder_id, $1, m.assessment_id, m.area_code, m.draw_rank
     from jsonb_to_recordset($2::jsonb) as m (elder_id uuid, assessment_id uuid, area_code text, draw_rank int)`,
    [row.sample_id, JSON.stringify(members)],
  );
}

export type MemberRecord = {
  assessment_id: string;
  elder_id: string;
  elder_name: string;
  area_code: string;
  draw_rank: number;
  published_on: string;
  level: AbilityLevel;
  total: number | null;
  answers: ScoreAnswers | null;
  assessors: AssessorMark[];
  blind_assessor: string | null;
  blind_visit_at: string | null;
  blind_score: Score | null;
  blind_answers: ScoreAnswers | null;
};

export async function listMembers(ctx: Context, sampleId: string): Promise<MemberRecord[]> {
  const { rows } = await ctx.client.query<MemberRecord>(
    `select m.assessment_id, m.elder_id, e.name as elder_name, m.area_code, m.draw_rank, a.published_on, a.level, a.total, a.answers,
       a.assessors, b.assessor_name as blind_assessor, b.visit_at as blind_visit_at, b.score as blind_score, b.signed as blind_answers
     from assessment_sample_members m
     join assessments a on a.elder_id = m.elder_id and a.assessment_id = m.assessment_id
     join elders_v_brief e on e.elder_id = m.elder_id
     left join assessment_assignments b on b.elder_id = m.elder_id and b.assessment_id = m.assessment_id and b.sample_id = m.sample_id
     where m.sample_id = $1 order by m.draw_rank`,
    [sampleId],
  );
  return rows;
}
