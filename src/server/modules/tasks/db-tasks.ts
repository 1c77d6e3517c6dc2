import type { Context } from '#platform/http/context.ts';
import type { StoredSegment } from './segments.ts';

export type TaskRow = {
  task_id: string;
  area_code: string;
  document_id: string | null;
  document_title: string;
  document_number: string | null;
  number: string;
  sort_no: number;
  title: string;
  body: string;
};

const tasks = (ctx: Context) =>
  ctx.db
    .selectFrom('tasks')
    .select([
      'task_id',
      'area_code',
      'document_id',
      'document_title',
      'document_number',
      'number',
      'sort_no',
      'title',
      'body',
    ]);

export const findTask = (ctx: Context, id: string): Promise<TaskRow | undefined> =>
  tasks(ctx).where('task_id', '=', id).executeTakeFirst();

export type TaskFilter = { documentId?: string | undefined; unit?: string | undefined; limit: number; offset: number };

export async function listTasks(ctx: Context, filter: TaskFilter): Promise<{ rows: TaskRow[]; total: number }> {
  let query = tasks(ctx);
  const { documentId, unit } = filter;
  if (documentId) query = query.where('document_id', '=', documentId);
  if (unit) {
    query = query.where(
      'task_id',
      'in',
      ctx.db.selectFrom('task_assignments').select('task_id').where('unit_name', '=', unit),
    );
  }
  const total = await query
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy('made_at', 'desc')
    .orderBy('document_id')
    .orderBy('sort_no')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return { rows, total: total.n };
}

export type TargetRow = {
  task_id: string;
  quote: string;
  value: number;
  unit: string;
  operator: string;
  deadline: string | null;
  indicator_code: string | null;
};

export const listTargets = (ctx: Context, taskIds: string[]): Promise<TargetRow[]> =>
  taskIds.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('task_targets')
        .select(['task_id', 'quote', 'value', 'unit', 'operator', 'deadline', 'indicator_code'])
        .where('task_id', 'in', taskIds)
        .orderBy('target_id')
        .execute();

export type ProgressRow = { task_id: string; sort_no: number; body: string; number: number; segments: StoredSegment[] };

/**
 * Rows of a period's progress table in table order: each task's words with its sentences in pieces. Where a period was
 * recorded twice, the document recorded last is the table.
 */
export async function listProgress(ctx: Context, period: string, areaCode: string): Promise<ProgressRow[]> {
  const items = ctx.db
    .selectFrom('progress_items as p')
    .innerJoin('tasks as t', 't.task_id', 'p.task_id')
    .where('p.period', '=', period)
    .where('p.area_code', '=', areaCode);
  const newest = await items.select('t.document_id').orderBy('p.entered_at', 'desc').limit(1).executeTakeFirst();
  if (!newest) return [];
  const rows = await items
    .where('t.document_id', '=', newest.document_id)
    .select(['t.task_id', 't.sort_no', 't.body', 'p.number', 'p.segments'])
    .orderBy('t.sort_no')
    .orderBy('p.number')
    .execute();
  return rows as ProgressRow[];
}

export async function listPeriods(ctx: Context): Promise<{ period: string; area_code: string }[]> {
  return ctx.db.selectFrom('progress_items').select(['period', 'area_code']).distinct().orderBy('period').execute();
}
