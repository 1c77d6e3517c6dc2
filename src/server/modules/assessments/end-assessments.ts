import { assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties } from '#platform/lifecycle/advance.ts';
import { changeAssessment, findAssessment, findOpenOf } from './db.ts';
import { closeAssignments, closeBlindOf, listOfAssessment } from './db-assignments.ts';

/** An open assessment of somebody who died ends at once: nobody is sent to the door, the assessors' address goes. */
export async function endAssessmentsOf(ctx: Context, elderId: string, reason: string): Promise<void> {
  for (const sheet of await closeBlindOf(ctx, elderId)) await closeDuties(ctx, sheet);
  const id = await findOpenOf(ctx, elderId);
  const row = id ? await findAssessment(ctx, id, true) : undefined;
  if (!row) return;
  const { assessment_id, area_code: areaCode } = row;
  const subject = { kind: 'assessment', id: assessment_id, elderId, areaCode };
  const step = { table: assessmentLifecycle, subject, status: row.status, action: 'end', note: reason } as const;
  await changeAssessment(ctx, row, { status: await advance(ctx, { ...step, asSystem: true }) });
  for (const sheet of await listOfAssessment(ctx, assessment_id)) await closeDuties(ctx, sheet.assignment_id);
  await closeAssignments(ctx, assessment_id);
  await record(ctx, { action: 'assessments.end', subject, elderId, areaCode, note: reason });
}
