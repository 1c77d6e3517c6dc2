import type { Sample } from '#contracts/assessments/quality.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { type AssessmentRecord, findElder, listAssessors } from './db.ts';
import { insertAssignment } from './db-assignments.ts';
import { listMembers } from './db-quality.ts';
import { getAssessment } from './read-assessments.ts';
import { soundsMedical } from './rules/assessors.ts';
import { getSample, readSample } from './sample-results.ts';
import { openVisitDuty, reseal } from './schedule-assessment.ts';

type Which = { sampleId: string; assessmentId: string };

async function memberOf(ctx: Context, { sampleId, assessmentId }: Which): Promise<AssessmentRecord> {
  await getSample(ctx, sampleId);
  const member = (await listMembers(ctx, sampleId)).find(each => each.assessment_id === assessmentId);
  if (!member) throw new DomainError('assessments.not-in-sample');
  if (member.blind_assessor) throw new DomainError('platform.wrong-state', '这一份已经派了盲评的评估员');
  return getAssessment(ctx, assessmentId);
}

/** Assessors who took no part in the first result. */
export async function listBlindAssessors(ctx: Context, which: Which) {
  const row = await memberOf(ctx, which);
  const former = row.assessors.map(each => each.accountId);
  const found = await listAssessors(ctx, row.area_code);
  return {
    rows: found
      .filter(each => !former.includes(each.account_id))
      .map(({ account_id, name, title }) => ({ accountId: account_id, name, title })),
  };
}

/** One sheet for one stranger to the first result: it carries nothing of it, and the row rules show them nothing else. */
export async function assignBlind(
  ctx: Context,
  which: Which,
  given: { accountId: string; visitAt: string },
): Promise<Sample> {
  const row = await memberOf(ctx, which);
  if (row.assessors.some(each => each.accountId === given.accountId))
    throw new DomainError('assessments.took-part-before', '盲评要由没参加过原评估的评估员做', {
      accountId: '请选没参加过原评估的评估员',
    });
  const who = (await listAssessors(ctx, row.area_code)).find(each => each.account_id === given.accountId);
  const elder = await findElder(ctx, row.elder_id);
  if (!who) throw new DomainError('assessments.not-an-assessor', undefined, { accountId: '请从名单里选' });
  if (!elder) throw new DomainError('platform.not-found');
  const id = newId();
  const sheet = {
    ...{ elder_id: row.elder_id, assignment_id: id, assessment_id: row.assessment_id, area_code: row.area_code },
    ...{ assignee_id: who.account_id, position: 3, medical: soundsMedical(who.title), sample_id: which.sampleId },
    ...{ assessor_name: who.name, assessor_title: who.title, organisation_name: who.organisation },
    ...{ elder_name: elder.name, sex: elder.sex, born_on: elder.born_on, road: elder.road, compound: elder.compound },
    // The reason of the first assessment would be a hint; a blind sheet says only that it is a check.
    ...{
      reason: '其他' as const,
      scale: row.scale,
      sealed_contact: reseal(ctx, row),
      visit_at: given.visitAt,
      peer_name: '',
    },
  };
  await insertAssignment(ctx, sheet);
  await openVisitDuty(ctx, sheet);
  await record(ctx, {
    action: 'assessments.assign-blind',
    subject: { kind: 'assessment-sample', id: which.sampleId },
    elderId: row.elder_id,
    areaCode: row.area_code,
    note: `盲评派给${who.name}`,
  });
  return readSample(ctx, which.sampleId);
}
