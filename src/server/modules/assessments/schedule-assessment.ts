import { KnownContact } from '#contracts/assessments/assessment.ts';
import { assessmentLifecycle } from '#contracts/assessments/lifecycle.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { open, seal } from '#platform/secrets/seal.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { type AssignmentRecord, closeAssignments, insertAssignment, listOfAssessment } from './db-assignments.ts';
import { getAssessment, readOne } from './read-assessments.ts';
import { type AssessorProblem, checkAssessors, soundsMedical } from './rules/assessors.ts';
import { loadScale, SCALE_IDS, type ScaleId } from './scales/load-scale.ts';

/** The scale an assessment was begun with; its data file stays for as long as results refer to it. */
export const scaleOf = (row: { scale: string }) =>
  loadScale(SCALE_IDS.find(id => id === row.scale) ?? (SCALE_IDS[0] as ScaleId));

/** Assessors whose post covers the elder's community; those of the doubted result are named but not to be chosen. */
export async function listAvailable(ctx: Context, id: string) {
  const row = await getAssessment(ctx, id);
  const former = await formerAssessors(ctx, row);
  const found = await db.listAssessors(ctx, row.area_code);
  const busy = await db.listBusy(ctx, row.area_code, { from: ctx.today, to: addDays(ctx.today, 14) });
  return {
    rows: found.map(each => ({
      accountId: each.account_id,
      name: each.name,
      title: each.title,
      organisation: each.organisation,
      medicalGuess: soundsMedical(`${each.title}${each.organisation ?? ''}`),
      disabledBecause: former.includes(each.account_id) ? '参加过原来的评估，复评要换人' : null,
      busyAt: busy.filter(one => one.account_id === each.account_id).map(one => one.visit_at),
    })),
  };
}

async function formerAssessors(ctx: Context, row: db.AssessmentRecord): Promise<string[]> {
  const old = row.replaces_id ? await db.findAssessment(ctx, row.replaces_id) : undefined;
  return old?.assessors.map(each => each.accountId) ?? [];
}

const REFUSALS = {
  same: 'assessments.same-assessor',
  'no-medical': 'assessments.no-medical-assessor',
  'took-part-before': 'assessments.took-part-before',
} as const satisfies Record<NonNullable<AssessorProblem>, string>;

/** Beside the two fields: which of the rules the pair breaks. */
const FIELD_WORDS = {
  same: '两名评估员要是两个人',
  'no-medical': '至少一名要有医护背景，请在下面勾出是谁',
  'took-part-before': '复评要换上次没有参加的评估员',
} as const satisfies Record<NonNullable<AssessorProblem>, string>;

type Plan = { visitAt: string; assessors: { accountId: string; medical: boolean }[] };

/** Sends two different assessors; each gets a sheet with copies of what the visit needs. */
export async function scheduleAssessment(ctx: Context, id: string, plan: Plan) {
  const row = await getAssessment(ctx, id, true);
  const elder = await db.findElder(ctx, row.elder_id);
  if (!elder) throw new DomainError('platform.not-found');
  const subject = { kind: 'assessment', id, elderId: row.elder_id, areaCode: row.area_code };
  const status = await advance(ctx, { table: assessmentLifecycle, subject, status: row.status, action: 'schedule' });
  const problem = checkAssessors(scaleOf(row), plan.assessors, await formerAssessors(ctx, row));
  if (problem) throw new DomainError(REFUSALS[problem], undefined, { assessors: FIELD_WORDS[problem] });
  const marks = await marksOf(ctx, row.area_code, plan);
  await db.changeAssessment(ctx, row, { status, visit_at: plan.visitAt, assessors: JSON.stringify(marks) });
  for (const [index, mark] of marks.entries()) {
    const sheetId = newId();
    await insertAssignment(ctx, {
      ...{ elder_id: row.elder_id, assignment_id: sheetId, assessment_id: id, area_code: row.area_code },
      ...{ assignee_id: mark.accountId, position: index + 1, medical: mark.medical },
      ...{ assessor_name: mark.name, assessor_title: mark.title, organisation_name: mark.organisation },
      ...{ elder_name: elder.name, sex: elder.sex, born_on: elder.born_on },
      ...{ road: elder.road, compound: elder.compound, reason: row.reason, scale: row.scale },
      sealed_contact: reseal(ctx, row),
      visit_at: plan.visitAt,
      peer_name: marks[1 - index]?.name ?? '',
    });
    await openVisitDuty(ctx, {
      ...row,
      assignment_id: sheetId,
      assignee_id: mark.accountId,
      elder_name: elder.name,
      visit_at: plan.visitAt,
    });
  }
  const after = { visitAt: plan.visitAt, assessors: marks.map(each => each.name) };
  await record(ctx, { action: 'assessments.schedule', subject, elderId: row.elder_id, areaCode: row.area_code, after });
  return readOne(ctx, id);
}

async function marksOf(ctx: Context, areaCode: string, plan: Plan): Promise<db.AssessorMark[]> {
  const found = new Map((await db.listAssessors(ctx, areaCode)).map(each => [each.account_id, each]));
  return plan.assessors.map(({ accountId, medical }) => {
    const who = found.get(accountId);
    if (!who) throw new DomainError('assessments.not-an-assessor', undefined, { assessors: '请从名单里选' });
    const { name, title, organisation } = who;
    return { accountId, name, title, organisation, medical, signedAt: null };
  });
}

/** A seal is bound to its table, so the copy for the assessor is sealed anew. */
export function reseal(ctx: Context, row: db.AssessmentRecord): Buffer | null {
  if (!row.sealed_contact) return null;
  const contact = KnownContact.parse(
    open(ctx.keys, { table: 'assessments', elderId: row.elder_id }, row.sealed_contact),
  );
  return seal(ctx.keys, { table: 'assessment_assignments', elderId: row.elder_id }, contact);
}

type Sheet = Pick<
  AssignmentRecord,
  'assignment_id' | 'assignee_id' | 'elder_id' | 'area_code' | 'elder_name' | 'reason' | 'visit_at'
>;

/** One row of 今天要办 for an assessor; it hangs on the sheet, so that one assessor's step leaves the other's duty open. */
export async function openVisitDuty(ctx: Context, sheet: Sheet): Promise<void> {
  const { elder_id: elderId, area_code: areaCode, assignment_id: id, assignee_id: assigneeId } = sheet;
  await openDuty(
    ctx,
    { kind: 'assessment-assignment', id, elderId, areaCode, assigneeId },
    {
      forRole: 'assessor',
      kindLabel: '上门评估',
      title: `上门评估${sheet.elder_name}`,
      reason: sheet.reason,
      actionLabel: '填评估表',
      path: `/field/assessments/${id}`,
      dueAt: sheet.visit_at,
    },
  );
}

/** Withdraws an application that nobody has begun on site; a withdrawn objection leaves the old result as it was. */
export async function cancelAssessment(ctx: Context, id: string, note: string) {
  const row = await getAssessment(ctx, id, true);
  const subject = { kind: 'assessment', id, elderId: row.elder_id, areaCode: row.area_code };
  const step = { table: assessmentLifecycle, subject, status: row.status, action: 'cancel', note } as const;
  await db.changeAssessment(ctx, row, { status: await advance(ctx, step) });
  await asBatch(ctx, { areaCode: row.area_code, why: '评估排定后改评估记录' }, async inner => {
    for (const sheet of await listOfAssessment(inner, id)) await closeDuties(inner, sheet.assignment_id);
    await closeAssignments(inner, id);
  });
  if (row.replaces_id) await uphold(ctx, row.replaces_id);
  await record(ctx, { action: 'assessments.cancel', subject, elderId: row.elder_id, areaCode: row.area_code, note });
  return readOne(ctx, id);
}

async function uphold(ctx: Context, oldId: string): Promise<void> {
  const old = await getAssessment(ctx, oldId, true);
  if (old.status !== 'objected') return;
  const subject = { kind: 'assessment', id: oldId, elderId: old.elder_id, areaCode: old.area_code };
  const step = { table: assessmentLifecycle, subject, status: old.status, action: 'uphold', asSystem: true } as const;
  await db.changeAssessment(ctx, old, { status: await advance(ctx, step) });
}
