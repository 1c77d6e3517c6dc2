import { DomainError } from '#contracts/errors.ts';
import { type Assignment, type AssignmentStatus, assignmentLifecycle } from '#contracts/tasks.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { areaLevel } from '#shared/area-codes.ts';
import * as db from './db.ts';
import { assignmentOf } from './read-tasks.ts';

type Form = {
  action: 'start' | 'report' | 'accept' | 'return';
  progress?: string | undefined;
  note?: string | undefined;
};

/** 接办、反馈、审核、退回: one step of one unit's part; what the step needs is asked for by name. */
export async function takeStep(ctx: Context, id: string, form: Form): Promise<Assignment> {
  const row = await db.findAssignment(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  if (form.action === 'report' && !form.progress) {
    throw new DomainError('platform.invalid-input', '请写进展情况后再反馈', {
      progress: '请写这一期做了什么、到什么程度',
    });
  }
  if (form.action === 'return' && !form.note) {
    throw new DomainError('platform.invalid-input', '请写退回原因', { note: '请写明哪里要补、要改' });
  }
  const status = await advance(ctx, {
    table: assignmentLifecycle,
    subject: { kind: 'task-assignment', id, areaCode: row.area_code, organisationId: row.organisation_id },
    status: row.status as AssignmentStatus,
    action: form.action,
    note: form.note ?? null,
    duty: nextDuty(row, form.action),
  });
  const progress = form.progress ?? row.progress ?? undefined;
  await db.updateAssignment(ctx, id, progress === undefined ? { status } : { status, progress });
  await record(ctx, {
    action: `tasks.${form.action}`,
    subject: { kind: 'task-assignment', id },
    areaCode: row.area_code,
    before: { status: row.status },
    after: { status },
  });
  return assignmentOf(ctx, { ...row, status, progress: progress ?? null });
}

function nextDuty(row: db.AssignmentRow, action: Form['action']): Duty | undefined {
  const title = `${row.number} ${row.title || row.body.slice(0, 30)}`;
  const path = `/desk/task-assignments/${row.assignment_id}`;
  const unitRole = row.group_name ? 'street' : 'department';
  const base = { title, path, withinWorkingDays: 5 } as const;
  if (action === 'report') {
    return {
      ...base,
      forRole: areaLevel(row.area_code) === 'city' ? 'city' : 'district',
      kindLabel: '任务审核',
      reason: `${row.unit_name}反馈了进展`,
      actionLabel: '审核',
    };
  }
  if (action === 'return') {
    return { ...base, forRole: unitRole, kindLabel: '任务反馈', reason: '审核退回，请补充后重报', actionLabel: '重报' };
  }
  if (action === 'start') {
    const due = row.due_on ? { dueAt: `${row.due_on}T17:00:00+08:00`, withinWorkingDays: undefined } : {};
    return {
      ...base,
      ...due,
      forRole: unitRole,
      kindLabel: '任务反馈',
      reason: `《${row.document_title}》`,
      actionLabel: '反馈进展',
    } as Duty;
  }
  return undefined;
}
