import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import type { StoredSegment } from './segments.ts';
import type { NewTask, TaskSource } from './types.ts';

export async function insertTask(ctx: Context, source: TaskSource, task: NewTask): Promise<string> {
  const taskId = newId();
  await ctx.db
    .insertInto('tasks')
    .values({
      task_id: taskId,
      area_code: source.areaCode,
      document_id: source.documentId,
      document_title: source.title,
      document_number: source.number,
      kind: task.kind,
      number: task.number,
      sort_no: task.sortNo,
      title: task.title,
      body: task.text,
      made_at: ctx.now,
    })
    .execute();
  for (const target of task.targets) {
    await ctx.db
      .insertInto('task_targets')
      .values({
        target_id: newId(),
        task_id: taskId,
        area_code: source.areaCode,
        quote: target.quote.slice(0, 40),
        value: target.value,
        unit: target.unit,
        operator: target.op,
        deadline: target.deadline,
        indicator_code: target.indicatorCode,
      })
      .execute();
  }
  return taskId;
}

export async function linkIndicators(
  ctx: Context,
  task: { taskId: string; areaCode: string },
  codes: string[],
): Promise<void> {
  if (codes.length === 0) return;
  const rows = [...new Set(codes)].map(code => ({
    task_id: task.taskId,
    area_code: task.areaCode,
    indicator_code: code,
  }));
  await ctx.db
    .insertInto('task_indicators')
    .values(rows)
    .onConflict(oc => oc.doNothing())
    .execute();
}

export type NewAssignment = {
  assignmentId: string;
  taskId: string;
  areaCode: string;
  organisationId: string | null;
  unitName: string;
  unitRole: string | null;
  groupName: string | null;
  dueOn: string | null;
  provisional: boolean;
};

export async function insertAssignment(
  ctx: Context,
  given: { source: TaskSource; task: NewTask; part: NewAssignment },
): Promise<void> {
  const { source, task, part } = given;
  await ctx.db
    .insertInto('task_assignments')
    .values({
      assignment_id: part.assignmentId,
      task_id: part.taskId,
      area_code: part.areaCode,
      organisation_id: part.organisationId,
      unit_name: part.unitName,
      unit_role: part.unitRole,
      group_name: part.groupName,
      number: task.number,
      sort_no: task.sortNo,
      title: task.title,
      body: task.text,
      document_id: source.documentId,
      document_title: source.title,
      document_number: source.number,
      status: 'assigned',
      due_on: part.dueOn,
      provisional: part.provisional,
      progress: null,
      updated_at: ctx.now,
    })
    .execute();
}

export type NewProgress = {
  taskId: string;
  areaCode: string;
  period: string;
  number: number;
  segments: StoredSegment[];
};

export async function insertProgress(ctx: Context, item: NewProgress): Promise<void> {
  await ctx.db
    .insertInto('progress_items')
    .values({
      item_id: newId(),
      task_id: item.taskId,
      area_code: item.areaCode,
      period: item.period,
      number: item.number,
      segments: JSON.stringify(item.segments),
      entered_at: ctx.now,
      entered_by: ctx.actor.name,
    })
    .execute();
}

export type AssignmentRow = {
  assignment_id: string;
  task_id: string;
  area_code: string;
  organisation_id: string | null;
  unit_name: string;
  unit_role: string | null;
  group_name: string | null;
  number: string;
  sort_no: number;
  title: string;
  body: string;
  document_title: string;
  document_number: string | null;
  status: string;
  due_on: string | null;
  provisional: boolean;
  progress: string | null;
};

const assignments = (ctx: Context) =>
  ctx.db
    .selectFrom('task_assignments')
    .select([
      'assignment_id',
      'task_id',
      'area_code',
      'organisation_id',
      'unit_name',
      'unit_role',
      'group_name',
      'number',
      'sort_no',
      'title',
      'body',
      'document_title',
      'document_number',
      'status',
      'due_on',
      'provisional',
      'progress',
    ]);

export const findAssignment = (ctx: Context, id: string): Promise<AssignmentRow | undefined> =>
  assignments(ctx).where('assignment_id', '=', id).executeTakeFirst();

export const listTaskAssignments = (ctx: Context, taskIds: string[]): Promise<AssignmentRow[]> =>
  taskIds.length === 0
    ? Promise.resolve([])
    : assignments(ctx).where('task_id', 'in', taskIds).orderBy('area_code').orderBy('unit_name').execute();

export const listPaperAssignments = (ctx: Context, documentIds: readonly string[]) =>
  documentIds.length === 0
    ? Promise.resolve([])
    : assignments(ctx)
        .select('document_id')
        .where('document_id', 'in', [...documentIds])
        .orderBy('sort_no')
        .orderBy('unit_name')
        .execute();

export type AssignmentFilter = {
  status?: string | undefined;
  overdue?: boolean | undefined;
  limit: number;
  offset: number;
};

export async function listAssignments(
  ctx: Context,
  filter: AssignmentFilter,
): Promise<{ rows: AssignmentRow[]; total: number }> {
  let query = assignments(ctx);
  // A street's officer sees the street's own parts, not those of the district's departments.
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.overdue) query = query.where('due_on', '<', ctx.today).where('status', '!=', 'done');
  const total = await query
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy('sort_no')
    .orderBy('assignment_id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return { rows, total: total.n };
}

export async function updateAssignment(
  ctx: Context,
  id: string,
  set: { status: string; progress?: string },
): Promise<void> {
  await ctx.db
    .updateTable('task_assignments')
    .set({ ...set, updated_at: ctx.now })
    .where('assignment_id', '=', id)
    .execute();
}
