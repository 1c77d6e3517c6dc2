import { assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { type AssessmentRecord, changeAssessment, listStanding } from './db.ts';
import { closeAssignments, listOfAssessment, reopenAssignments } from './db-assignments.ts';
import { getAssessment, readOne } from './read-assessments.ts';
import { validTo } from './rules/assessors.ts';
import { openVisitDuty, scaleOf } from './schedule-assessment.ts';

const subjectOf = (row: AssessmentRecord) => ({
  kind: 'assessment',
  id: row.assessment_id,
  elderId: row.elder_id,
  areaCode: row.area_code,
});

const duty = (row: AssessmentRecord, what: Pick<Duty, 'title' | 'actionLabel' | 'withinWorkingDays'>): Duty => ({
  forRole: 'street',
  kindLabel: '做评估',
  reason: row.reason,
  path: `/desk/assessments/${row.assessment_id}`,
  ...what,
});

/** The street's examination: pass it on to publication, or give it back to the two assessors. */
export async function reviewAssessment(
  ctx: Context,
  id: string,
  given: { decision: 'pass' | 'return'; note?: string | undefined },
) {
  const row = await getAssessment(ctx, id, true);
  const { note } = given;
  const passed = given.decision === 'pass';
  if (!passed && !note) throw new DomainError('assessments.return-needs-note', undefined, { note: '请写明退回理由' });
  const status = await advance(ctx, {
    table: assessmentLifecycle,
    subject: subjectOf(row),
    status: row.status,
    action: passed ? 'review' : 'return',
    note: note ?? null,
    duty: passed
      ? duty(row, { title: '公布能力评估结果', actionLabel: '公布评估结果', withinWorkingDays: 2 })
      : undefined,
  });
  if (passed) await changeAssessment(ctx, row, { status, reviewed_by_name: ctx.actor.name });
  else {
    const marks = row.assessors.map(mark => ({ ...mark, signedAt: null }));
    const cleared = { answers: null, score: null, total: null, level: null, assessed_on: null };
    await changeAssessment(ctx, row, { status, ...cleared, assessors: JSON.stringify(marks) });
    await reopenAssignments(ctx, id, note ?? '');
    for (const sheet of await listOfAssessment(ctx, id)) await openVisitDuty(ctx, sheet);
  }
  const action = passed ? 'assessments.review' : 'assessments.return';
  const about = { subject: subjectOf(row), elderId: row.elder_id, areaCode: row.area_code };
  await record(ctx, { action, ...about, ...(note ? { note } : {}) });
  return readOne(ctx, id);
}

/** From here on the level counts; an older result that still stood gives way, an objection is thereby decided. */
export async function publishAssessment(ctx: Context, id: string) {
  const row = await getAssessment(ctx, id, true);
  const subject = subjectOf(row);
  const status = await advance(ctx, { table: assessmentLifecycle, subject, status: row.status, action: 'publish' });
  if (row.level === null || row.assessed_on === null)
    throw new DomainError('platform.wrong-state', '还没有评分，不能公布');
  const until = row.origin?.validTo ?? validTo(scaleOf(row), row.assessed_on);
  await changeAssessment(ctx, row, { status, published_on: ctx.today, valid_to: until });
  await closeAssignments(ctx, id);
  for (const old of await listStanding(ctx, row.elder_id, id)) await replace(ctx, old, row);
  const after = { level: row.level, total: row.total, validTo: until };
  await record(ctx, { action: 'assessments.publish', subject, elderId: row.elder_id, areaCode: row.area_code, after });
  await publish(ctx, {
    name: 'assessment.published',
    elderId: row.elder_id,
    areaCode: row.area_code,
    assessmentId: id,
    level: row.level,
    validFrom: row.assessed_on,
    validTo: until,
  });
  return readOne(ctx, id);
}

async function replace(ctx: Context, old: AssessmentRecord, next: AssessmentRecord): Promise<void> {
  const same = old.level === next.level;
  const note = same ? '复评维持原等级' : '等级已由新结果改变';
  const status = await advance(ctx, {
    table: assessmentLifecycle,
    subject: subjectOf(old),
    status: old.status,
    action: 'replace',
    note,
    asSystem: true,
  });
  await changeAssessment(ctx, old, { status });
}

/** A result past its last day no longer stands; the community is asked to have the elder assessed again. */
export async function expireAssessment(ctx: Context, row: AssessmentRecord): Promise<void> {
  const subject = subjectOf(row);
  const status = await advance(ctx, {
    table: assessmentLifecycle,
    subject,
    status: row.status,
    action: 'expire',
    asSystem: true,
    duty: {
      ...duty(row, { title: '能力评估已过期，请重新申请', actionLabel: '申请重新评估', withinWorkingDays: 10 }),
      forRole: 'community',
    },
  });
  await changeAssessment(ctx, row, { status });
  const about = { subject, elderId: row.elder_id, areaCode: row.area_code };
  await record(ctx, { action: 'assessments.expire', ...about, note: `有效期至 ${row.valid_to}` });
}
