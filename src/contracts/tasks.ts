import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, NextAction, PageQuery, page, Step } from './nouns.ts';

export const ASSIGNMENT_STATUSES = ['assigned', 'in-progress', 'reported', 'returned', 'done'] as const;
export const AssignmentStatus = z.enum(ASSIGNMENT_STATUSES);
export type AssignmentStatus = z.infer<typeof AssignmentStatus>;

export const ASSIGNMENT_LABELS = {
  assigned: '已下达',
  'in-progress': '推进中',
  reported: '已反馈待审',
  returned: '退回重报',
  done: '已办结',
} as const satisfies Record<AssignmentStatus, string>;

const UNITS = ['department', 'street', 'district'] as const;
const REVIEWERS = ['district', 'city'] as const;

/** One unit's part of one task. Five working days to take it up is our default, configurable (designDefault). */
export const assignmentLifecycle = lifecycle({
  noun: 'task-assignment',
  label: '任务',
  initial: 'assigned',
  statuses: ASSIGNMENT_STATUSES,
  labels: ASSIGNMENT_LABELS,
  transitions: [
    {
      from: ['assigned', 'returned'],
      to: 'in-progress',
      action: 'start',
      label: '接办',
      by: UNITS,
      withinWorkingDays: 5,
    },
    {
      from: ['assigned', 'in-progress', 'returned'],
      to: 'reported',
      action: 'report',
      label: '反馈进展',
      by: UNITS,
      needs: [{ field: 'progress', label: '进展情况' }],
    },
    { from: ['reported'], to: 'done', action: 'accept', label: '审核办结', by: REVIEWERS, withinWorkingDays: 5 },
    {
      from: ['reported'],
      to: 'returned',
      action: 'return',
      label: '退回',
      by: REVIEWERS,
      needs: [{ field: 'note', label: '退回原因' }],
      side: true,
    },
  ],
});

export const UNIT_ROLES = ['lead', 'cooperating'] as const;
export const UnitRole = z.enum(UNIT_ROLES);

export const TaskTarget = z.object({
  quote: z.string(),
  value: z.number(),
  unit: z.string(),
  op: z.enum(['=', '>=', '<=', '<', '>', '~']),
  deadline: z.string().nullable(),
  indicatorCode: z.string().nullable(),
});
export type TaskTarget = z.infer<typeof TaskTarget>;

export const Assignment = z.object({
  id: Id,
  taskId: Id,
  number: z.string(),
  title: z.string(),
  text: z.string(),
  documentTitle: z.string(),
  documentNumber: z.string().nullable(),
  unitName: z.string(),
  unitRole: UnitRole.nullable(),
  areaCode: AreaCode,
  status: AssignmentStatus,
  dueOn: CivilDateText.nullable(),
  dueWords: z.string().nullable(),
  progress: z.string().nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

export const Task = z.object({
  id: Id,
  documentId: Id.nullable(),
  documentTitle: z.string(),
  documentNumber: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  text: z.string(),
  areaCode: AreaCode,
  units: z.array(z.object({ name: z.string(), role: UnitRole.nullable(), isGroup: z.boolean(), count: z.int() })),
  targets: z.array(TaskTarget),
  done: z.int(),
  total: z.int(),
  overdue: z.int(),
});
export type Task = z.infer<typeof Task>;

export const listTasks = endpoint({
  method: 'GET',
  path: '/api/tasks',
  savedAs: '任务',
  summary: '任务台账',
  query: PageQuery.extend({ documentId: Id.optional(), unit: z.string().optional() }),
  response: page(Task),
});

export const getTask = endpoint({
  method: 'GET',
  path: '/api/tasks/:id',
  summary: '一项任务和各单位的进展',
  params: z.object({ id: Id }),
  response: Task.extend({ assignments: z.array(Assignment) }),
});

export const listAssignments = endpoint({
  method: 'GET',
  path: '/api/task-assignments',
  savedAs: '任务分工',
  summary: '本单位的任务',
  query: PageQuery.extend({ status: AssignmentStatus.optional(), overdue: z.stringbool().optional() }),
  response: page(Assignment),
});

export const getAssignment = endpoint({
  method: 'GET',
  path: '/api/task-assignments/:id',
  summary: '本单位的一项任务',
  params: z.object({ id: Id }),
  response: Assignment.extend({ steps: z.array(Step), actions: z.array(NextAction) }),
});

export const takeAssignmentStep = endpoint({
  method: 'POST',
  path: '/api/task-assignments/:id/steps',
  summary: '接办、反馈进展、审核或退回',
  params: z.object({ id: Id }),
  body: z.object({
    action: z.enum(['start', 'report', 'accept', 'return']),
    progress: z.string().trim().max(4000, { error: '进展情况请控制在 4000 字以内' }).optional(),
    note: z.string().trim().max(500, { error: '说明请控制在 500 字以内' }).optional(),
  }),
  response: Assignment,
  errors: ['platform.wrong-state', 'platform.not-found'],
});
