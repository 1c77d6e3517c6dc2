import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import {
  type Assignment,
  type AssignmentStatus,
  assignmentLifecycle,
  type Task,
  type TaskTarget,
} from '#contracts/tasks.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { dueWords } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from './db.ts';
import * as read from './db-tasks.ts';

export function assignmentOf(ctx: Context, row: db.AssignmentRow): Assignment {
  const deadline = row.due_on ? { dueOn: row.due_on, provisional: row.provisional } : null;
  return {
    id: row.assignment_id,
    taskId: row.task_id,
    number: row.number,
    title: row.title,
    text: row.body,
    documentTitle: row.document_title,
    documentNumber: row.document_number,
    unitName: row.unit_name,
    unitRole: row.unit_role as Assignment['unitRole'],
    areaCode: row.area_code,
    status: row.status as AssignmentStatus,
    dueOn: row.due_on,
    dueWords: deadline && row.status !== 'done' ? dueWords(holidayTables(), deadline, ctx.today) : null,
    progress: row.progress,
  };
}

type Found = { rows: read.TaskRow[]; assignments: db.AssignmentRow[]; targets: read.TargetRow[] };

function taskOf(ctx: Context, row: read.TaskRow, found: Found): Task {
  const own = found.assignments.filter(a => a.task_id === row.task_id);
  const units = Map.groupBy(own, a => a.group_name ?? a.unit_name);
  const targets = found.targets.filter(t => t.task_id === row.task_id);
  return {
    id: row.task_id,
    documentId: row.document_id,
    documentTitle: row.document_title,
    documentNumber: row.document_number,
    number: row.number,
    title: row.title,
    text: row.body,
    areaCode: row.area_code,
    units: [...units].map(([name, parts]) => ({
      name,
      role: (parts[0]?.unit_role ?? null) as Assignment['unitRole'],
      isGroup: parts[0]?.group_name !== null,
      count: parts.length,
    })),
    targets: targets.map(t => ({
      quote: t.quote,
      value: t.value,
      unit: t.unit,
      op: t.operator as TaskTarget['op'],
      deadline: t.deadline,
      indicatorCode: t.indicator_code,
    })),
    done: own.filter(a => a.status === 'done').length,
    total: own.length,
    overdue: own.filter(a => a.status !== 'done' && a.due_on !== null && a.due_on < ctx.today).length,
  };
}

async function withParts(ctx: Context, rows: read.TaskRow[]): Promise<Found> {
  const ids = rows.map(row => row.task_id);
  return { rows, assignments: await db.listTaskAssignments(ctx, ids), targets: await read.listTargets(ctx, ids) };
}

/** The units' parts of what agreements or documents ask, each with its paper, in the papers' order. */
export async function partsOfPapers(ctx: Context, ids: readonly string[]) {
  const rows = await db.listPaperAssignments(ctx, ids);
  return rows.map(row => ({ ...assignmentOf(ctx, row), documentId: row.document_id ?? '' }));
}

type Asked = { cursor?: string | undefined; limit: number; documentId?: string | undefined; unit?: string | undefined };

export async function listTasks(ctx: Context, asked: Asked) {
  const offset = Number(asked.cursor ?? 0) || 0;
  const { rows, total } = await read.listTasks(ctx, { ...asked, offset });
  const found = await withParts(ctx, rows);
  return pageOf(
    rows.map(row => taskOf(ctx, row, found)),
    { offset, total },
  );
}

export async function getTask(ctx: Context, id: string) {
  const row = await read.findTask(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const found = await withParts(ctx, [row]);
  return { ...taskOf(ctx, row, found), assignments: found.assignments.map(a => assignmentOf(ctx, a)) };
}

type AskedAssignments = {
  cursor?: string | undefined;
  limit: number;
  status?: string | undefined;
  overdue?: boolean | undefined;
};

export async function listAssignments(ctx: Context, asked: AskedAssignments) {
  const offset = Number(asked.cursor ?? 0) || 0;
  const { rows, total } = await db.listAssignments(ctx, { ...asked, offset });
  return pageOf(
    rows.map(row => assignmentOf(ctx, row)),
    { offset, total },
  );
}

export async function getAssignment(ctx: Context, id: string) {
  const row = await db.findAssignment(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const actions = nextActions(assignmentLifecycle, row.status as AssignmentStatus, ctx.actor.role);
  return { ...assignmentOf(ctx, row), steps: await readSteps(ctx, id), actions };
}

function pageOf<T>(rows: T[], at: { offset: number; total: number }) {
  const next = at.offset + rows.length;
  return { rows, nextCursor: next < at.total ? String(next) : null, total: at.total, totalIsApproximate: false };
}
