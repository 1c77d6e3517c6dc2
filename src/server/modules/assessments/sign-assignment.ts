import {
  type Assignment,
  type AssignmentRow,
  KnownContact,
  type ScoreAnswers,
} from '#contracts/assessments/assessment.ts';
import { assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import type { Score } from '#contracts/assessments/scales.ts';
import { scoreAssessment } from '#contracts/assessments/score.ts';
import { DomainError } from '#contracts/errors.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties } from '#platform/lifecycle/advance.ts';
import { open } from '#platform/secrets/seal.ts';
import { changeAssessment } from './db.ts';
import * as db from './db-assignments.ts';
import { getAssessment } from './read-assessments.ts';
import { differences } from './rules/assessors.ts';
import { scaleOf } from './schedule-assessment.ts';

export async function listMine(ctx: Context, finished: 'yes' | 'no' | undefined) {
  const rows = await db.listOwn(ctx, finished === undefined ? null : finished === 'yes');
  return { rows: rows.map(rowOf) };
}

const rowOf = (row: db.AssignmentRecord): AssignmentRow => ({
  id: row.assignment_id,
  assessmentId: row.assessment_id,
  elderId: row.elder_id,
  elderName: row.elder_name,
  sex: row.sex,
  bornOn: row.born_on,
  areaName: areaName(row.area_code),
  road: row.road,
  compound: row.compound,
  reason: row.reason,
  visitAt: row.visit_at,
  position: row.position,
  blind: row.sample_id !== null,
  medical: row.medical,
  answered: Object.keys(row.draft?.items ?? {}).length,
  items: scaleOf(row).items.length,
  signedAt: row.signed_at,
  finished: row.finished_at !== null,
});

async function getOwn(ctx: Context, id: string): Promise<db.AssignmentRecord> {
  const row = await db.findAssignment(ctx, id);
  if (!row || row.assignee_id !== ctx.actor.accountId)
    throw new DomainError('platform.not-found', '没有找到这份评估表，或没有派给您');
  return row;
}

/** One's own sheet, with the address opened for the visit and the other assessor's signed answers. */
export async function readMine(ctx: Context, id: string): Promise<Assignment> {
  const row = await getOwn(ctx, id);
  ctx.saw(row.elder_id);
  const at = { table: 'assessment_assignments', elderId: row.elder_id };
  const peer =
    row.peer_signed && row.peer_signed_at
      ? { name: row.peer_name, signedAt: row.peer_signed_at, answers: row.peer_signed, note: row.peer_note }
      : null;
  return {
    ...rowOf(row),
    contact: row.sealed_contact ? KnownContact.parse(open(ctx.keys, at, row.sealed_contact)) : null,
    scale: row.scale,
    draft: row.draft,
    draftSavedAt: row.draft_saved_at,
    peer,
    peerName: row.peer_name,
    returnedBecause: row.returned_because,
  };
}

function refuseFinished(row: db.AssignmentRecord): void {
  if (row.finished_at !== null) throw new DomainError('assessments.already-signed');
}

/** Keeps the whole sheet as it is on the phone; the first word of it begins the visit. */
export async function saveDraft(ctx: Context, id: string, answers: ScoreAnswers): Promise<Assignment> {
  const row = await getOwn(ctx, id);
  refuseFinished(row);
  await db.saveDraft(ctx, row, answers);
  await begin(ctx, row);
  const subject = { kind: 'assessment', id: row.assessment_id };
  const note = `${row.assessor_name}保存草稿`;
  await record(ctx, {
    action: 'assessments.save-draft',
    subject,
    elderId: row.elder_id,
    areaCode: row.area_code,
    note,
  });
  return readMine(ctx, id);
}

/** scheduled → on-site with the first saved answer of either assessor. */
async function begin(ctx: Context, row: db.AssignmentRecord): Promise<void> {
  if (row.sample_id) return;
  await asBatch(ctx, { areaCode: row.area_code, why: '评估员签字后汇总评估' }, async inner => {
    const assessment = await getAssessment(inner, row.assessment_id, true);
    if (assessment.status !== 'scheduled') return;
    const subject = subjectOf(row);
    const status = await advance(inner, { table: assessmentLifecycle, subject, status: 'scheduled', action: 'begin' });
    await changeAssessment(inner, assessment, { status });
  });
}

const subjectOf = (row: db.AssignmentRecord) => ({
  kind: 'assessment',
  id: row.assessment_id,
  elderId: row.elder_id,
  areaCode: row.area_code,
});

/**
 * Signs one's own sheet. When both have signed the same answers the assessment is scored; when they differ both stay
 * open and each sees the other's, until one of them signs again.
 */
export async function signAssignment(
  ctx: Context,
  id: string,
  given: { answers: ScoreAnswers; note?: string | undefined },
) {
  const row = await getOwn(ctx, id);
  refuseFinished(row);
  const { answers } = given;
  const outcome = scoreAssessment(scaleOf(row), answers);
  if (!outcome.ok) {
    const fields = Object.fromEntries(outcome.problems.map(each => [`answers.${each.field}`, each.message]));
    throw new DomainError('assessments.incomplete', `评估表有 ${outcome.problems.length} 处没填好，还不能签字`, fields);
  }
  await begin(ctx, row);
  await asBatch(ctx, { areaCode: row.area_code, why: '评估员签字后汇总评估' }, async inner => {
    const note = given.note ?? null;
    if (row.sample_id) return finishBlind(inner, row, { answers, note, score: outcome.score });
    await db.sign(inner, row, { answers, note });
    await closeDuties(inner, row.assignment_id);
    await settle(inner, row, { answers, score: outcome.score });
  });
  return readMine(ctx, id);
}

/** A blind sheet goes only to those who compare: the first result stays as it is, whatever this one says. */
async function finishBlind(
  ctx: Context,
  row: db.AssignmentRecord,
  signed: { answers: ScoreAnswers; note: string | null; score: Score },
): Promise<void> {
  await db.finishBlind(ctx, row, signed);
  await closeDuties(ctx, row.assignment_id);
  await record(ctx, {
    action: 'assessments.sign-blind',
    subject: { kind: 'assessment-sample', id: row.sample_id ?? '' },
    elderId: row.elder_id,
    areaCode: row.area_code,
    note: `${row.assessor_name}盲评签字`,
  });
}

async function settle(ctx: Context, row: db.AssignmentRecord, mine: { answers: ScoreAnswers; score: Score }) {
  const assessment = await getAssessment(ctx, row.assessment_id, true);
  const sheets = await db.listOfAssessment(ctx, row.assessment_id);
  const other = sheets.find(each => each.assignment_id !== row.assignment_id);
  const differing = other?.signed ? differences(mine.answers, other.signed) : null;
  const subject = subjectOf(row);
  const audit = { subject, elderId: row.elder_id, areaCode: row.area_code };
  const word =
    differing === null
      ? '等另一名评估员签字'
      : differing.length === 0
        ? '两人一致'
        : `与另一名评估员有 ${differing.length} 处不同`;
  await record(ctx, { action: 'assessments.sign', ...audit, note: `${row.assessor_name}签字，${word}` });
  const marks = assessment.assessors.map(mark => ({
    ...mark,
    signedAt: sheets.find(each => each.assignee_id === mark.accountId)?.signed_at ?? null,
  }));
  if (differing?.length !== 0) {
    await changeAssessment(ctx, assessment, { assessors: JSON.stringify(marks) });
    return;
  }
  const status = await advance(ctx, {
    table: assessmentLifecycle,
    subject,
    status: assessment.status,
    action: 'score',
    duty: {
      forRole: 'street',
      kindLabel: '做评估',
      title: `审核${row.elder_name}的能力评估结果`,
      reason: `总分 ${mine.score.total}，${mine.score.levelLabel}`,
      actionLabel: '审核评估结果',
      path: `/desk/assessments/${row.assessment_id}`,
      withinWorkingDays: 3,
    },
  });
  const { answers, score } = mine;
  await changeAssessment(ctx, assessment, {
    ...{ status, answers, score, total: score.total, level: score.level },
    ...{ assessed_on: ctx.today, assessors: JSON.stringify(marks) },
  });
  await db.finishAssignments(ctx, row.assessment_id);
}
