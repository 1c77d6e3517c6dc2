import type { Assessment, AssessmentRow } from '#contracts/assessments/assessment.ts';
import { type AssessmentStatus, AUTOMATIC_ACTIONS, assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { type AssessmentRecord, findAssessment, findElder } from './db.ts';
import { countAssessments, findDueOn, findReplacement, listAssessments, listSteps } from './db-lists.ts';
import { objectUntil, standsOn } from './rules/assessors.ts';

type Query = {
  cursor?: string | undefined;
  limit: number;
  status?: AssessmentStatus | undefined;
  elderId?: string | undefined;
};

/** One page of assessments, newest application first. */
export async function readList(ctx: Context, query: Query) {
  const filter = { status: query.status ?? null, elderId: query.elderId ?? null };
  const found = await listAssessments(ctx, { ...filter, before: readCursor(query.cursor), limit: query.limit + 1 });
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  const total = await countAssessments(ctx, filter);
  return {
    rows: rows.map(row => ({ ...rowOf(row, row.elder_name, row.due_on), assessors: row.assessors.map(a => a.name) })),
    nextCursor: last ? Buffer.from(`${last.applied_at} ${last.assessment_id}`).toString('base64url') : null,
    total,
    totalIsApproximate: total === 10_000,
  };
}

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const isWhole = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id);
  if (!isWhole) throw new DomainError('platform.invalid-input', '翻页位置不对，请回到第一页');
  return { at, id };
}

const rowOf = (row: AssessmentRecord, elderName: string, dueOn: string | null): Omit<AssessmentRow, 'assessors'> => ({
  id: row.assessment_id,
  elderId: row.elder_id,
  elderName,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  reason: row.reason,
  status: row.status,
  appliedAt: row.applied_at,
  visitAt: row.visit_at,
  total: row.total,
  level: row.level,
  publishedOn: row.published_on,
  validTo: row.valid_to,
  dueOn,
});

/** The record, or platform.not-found when the actor's row rules hide it. */
export async function getAssessment(ctx: Context, id: string, lock = false): Promise<AssessmentRecord> {
  const row = await findAssessment(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这次能力评估，或不在您的辖区');
  return row;
}

/** The whole record as the actor may see it: an unpublished score is the officials' business, not yet the family's. */
export async function readOne(ctx: Context, id: string): Promise<Assessment> {
  const row = await getAssessment(ctx, id);
  const elder = await findElder(ctx, row.elder_id);
  if (!elder) throw new DomainError('platform.not-found', '没有找到这次能力评估，或不在您的辖区');
  ctx.saw(row.elder_id);
  const hidden = ctx.actor.way === 'family' && row.published_on === null;
  const shown = hidden ? { ...row, score: null, total: null, level: null, answers: null } : row;
  const actions = nextActions(assessmentLifecycle, row.status, ctx.actor.role);
  return {
    ...rowOf(shown, elder.name, await findDueOn(ctx, id)),
    sex: elder.sex,
    bornOn: elder.born_on,
    road: elder.road,
    compound: elder.compound,
    appliedBy: row.applied_by_name,
    note: row.note,
    scale: row.scale,
    assessors: row.assessors,
    answers: shown.answers,
    score: shown.score,
    assessedOn: row.assessed_on,
    standsToday: standsOn(row, ctx.today),
    objection: row.objection,
    origin: row.origin,
    replacesId: row.replaces_id,
    replacedById: await findReplacement(ctx, row),
    objectUntil: row.published_on ? objectUntil(row.published_on) : null,
    steps: await listSteps(ctx, id),
    nextActions: actions.filter(action => !AUTOMATIC_ACTIONS.includes(action.action)),
  };
}
