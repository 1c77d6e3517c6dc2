import type { AssessmentReason, ResultOrigin, ScoreAnswers } from '#contracts/assessments/assessment.ts';
import type { AssessmentStatus } from '#contracts/assessments/lifecycle.ts';
import type { AbilityLevel, Score } from '#contracts/assessments/scales.ts';
import type { Context } from '#platform/http/context.ts';

export type AssessorMark = {
  accountId: string;
  name: string;
  title: string;
  organisation: string | null;
  medical: boolean;
  signedAt: string | null;
};

export type AssessmentRecord = {
  assessment_id: string;
  elder_id: string;
  area_code: string;
  scale: string;
  reason: AssessmentReason;
  status: AssessmentStatus;
  applied_at: string;
  applied_by: string;
  applied_by_name: string;
  note: string | null;
  sealed_contact: Buffer | null;
  visit_at: string | null;
  assessors: AssessorMark[];
  answers: ScoreAnswers | null;
  score: Score | null;
  total: number | null;
  level: AbilityLevel | null;
  assessed_on: string | null;
  published_on: string | null;
  valid_to: string | null;
  replaces_id: string | null;
  objection: string | null;
  origin: ResultOrigin | null;
};

export type ElderBrief = {
  elder_id: string;
  area_code: string;
  name: string;
  sex: '男' | '女';
  born_on: string;
  road: string | null;
  compound: string | null;
  status: string;
};

/** The elder as the actor may see them; undefined when not in the area, or not the family's own. */
export async function findElder(ctx: Context, elderId: string): Promise<ElderBrief | undefined> {
  const { rows } = await ctx.client.query<ElderBrief>(
    'select elder_id, area_code, name, sex, born_on, road, compound, status from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0];
}

export async function findAssessment(ctx: Context, id: string, lock = false): Promise<AssessmentRecord | undefined> {
  const { rows } = await ctx.client.query<AssessmentRecord>(
    `select * from assessments where assessment_id = $1${lock ? ' for update' : ''}`,
    [id],
  );
  return rows[0];
}

const OPEN = "('applied', 'scheduled', 'on-site', 'scored', 'reviewed')";

export async function findOpenOf(ctx: Context, elderId: string): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ assessment_id: string }>(
    `select assessment_id from assessments where elder_id = $1 and status in ${OPEN} limit 1`,
    [elderId],
  );
  return rows[0]?.assessment_id;
}

export type NewAssessment = Pick<
  AssessmentRecord,
  'assessment_id' | 'elder_id' | 'area_code' | 'scale' | 'reason' | 'note' | 'sealed_contact' | 'replaces_id'
>;

export async function insertAssessment(ctx: Context, row: NewAssessment): Promise<void> {
  await ctx.client.query(
    `insert into assessments (elder_id, assessment_id, area_code, happened_area, scale, reason, status, applied_at,
       applied_by, applied_by_name, note, sealed_contact, replaces_id)
     values ($1, $2, $3, $3, $4, $5, 'applied', $6, $7, $8, $9, $10, $11)`,
    [
      ...[row.elder_id, row.assessment_id, row.area_code, row.scale, row.reason, ctx.now, ctx.actor.accountId],
      ...[ctx.actor.name, row.note, row.sealed_contact, row.replaces_id],
    ],
  );
}

type Changes = Partial<{
  status: AssessmentStatus;
  visit_at: string;
  assessors: string;
  answers: ScoreAnswers | null;
  score: Score | null;
  total: number | null;
  level: AbilityLevel | null;
  assessed_on: string | null;
  reviewed_by_name: string;
  published_on: string;
  valid_to: string;
  reminded_on: string;
  objection: string;
  origin: ResultOrigin;
}>;

/** Stores the named columns; jsonb arrays come as text already. */
export async function changeAssessment(ctx: Context, row: AssessmentRecord, changes: Changes): Promise<void> {
  const names = Object.keys(changes);
  const sets = names.map((name, at) => `${name} = $${at + 3}`).join(', ');
  await ctx.client.query(`update assessments set ${sets} where elder_id = $1 and assessment_id = $2`, [
    row.elder_id,
    row.assessment_id,
    ...Object.values(changes),
  ]);
}

/** Results that still stand of one elder, other than `exceptId`. */
export async function listStanding(ctx: Context, elderId: string, exceptId: string): Promise<AssessmentRecord[]> {
  const { rows } = await ctx.client.query<AssessmentRecord>(
    `select * from assessments where elder_id = $1 and assessment_id <> $2 and status in ('published', 'objected') for update`,
    [elderId, exceptId],
  );
  return rows;
}

export type LapsedRow = AssessmentRecord & { elder_name: string };

/** Results whose last day is before `today`; the expiry job takes them in pages. */
export async function listLapsed(ctx: Context, limit: number): Promise<AssessmentRecord[]> {
  const { rows } = await ctx.client.query<AssessmentRecord>(
    `select * from assessments where status in ('published', 'objected') and valid_to < $1 order by valid_to limit $2 for update skip locked`,
    [ctx.today, limit],
  );
  return rows;
}

/** Standing results that end by `until` and of which nobody was told yet. */
export async function listEnding(ctx: Context, until: string, limit: number): Promise<LapsedRow[]> {
  const { rows } = await ctx.client.query<LapsedRow>(
    `select a.*, e.name as elder_name from assessments a join elders_v_brief e on e.elder_id = a.elder_id
     where a.status in ('published', 'objected') and a.reminded_on is null and a.valid_to between $1 and $2
     order by a.valid_to limit $3 for update of a skip locked`,
    [ctx.today, until, limit],
  );
  return rows;
}

/** Accounts of the elder and the family, on the business date. */
export async function listReaders(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ account_id: string }>(
    `select distinct account_id from accounts_v_elder_posts
     where elder_id = $1 and from_on <= $2 and (to_on is null or to_on >= $2)`,
    [elderId, ctx.today],
  );
  return rows.map(row => row.account_id);
}

export type FoundAssessor = { account_id: string; name: string; title: string; organisation: string | null };

/** Hours at which assessors of the district are already on the road, whoever sent them. */
export async function listBusy(ctx: Context, areaCode: string, days: { from: string; to: string }) {
  const { rows } = await ctx.client.query<{ account_id: string; visit_at: string }>(
    'select account_id, visit_at from assessments_busy($1, $2, $3)',
    [areaCode, `${days.from}T00:00:00+08:00`, `${days.to}T24:00:00+08:00`],
  );
  return rows;
}

/** Assessors whose post covers the community today. */
export async function listAssessors(ctx: Context, areaCode: string): Promise<FoundAssessor[]> {
  const { rows } = await ctx.client.query<FoundAssessor>(
    'select * from assessments_assessors($1, $2) order by organisation, name',
    [areaCode, ctx.today],
  );
  return rows;
}

const TABLES_OF_A_PERSON = [
  'assessments',
  'assessment_assignments',
  'assessment_fillings',
  'assessment_sample_members',
] as const;

/** Reaction to elder.moved: rows of the person answer to the new area; where something happened stays. */
export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of TABLES_OF_A_PERSON)
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}
