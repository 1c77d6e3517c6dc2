import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant } from './nouns.ts';
import { Role } from './roles.ts';

/** The desk's jobs that can owe something; the words of the navigation are the web's. */
export const WORK_JOBS = [
  'people',
  'assess',
  'benefits',
  'relief',
  'money',
  'letters',
  'dispatch',
  'safety',
  'visits',
  'organisations',
  'tasks',
  'figures',
  'layout',
  'system',
] as const;
export const WorkJob = z.enum(WORK_JOBS);
export type WorkJob = z.infer<typeof WorkJob>;

export const WORK_GROUPS = ['overdue', 'today', 'later'] as const;
export const WorkGroup = z.enum(WORK_GROUPS);
export type WorkGroup = z.infer<typeof WorkGroup>;
export const WORK_GROUP_LABELS = {
  overdue: '已超期',
  today: '今天到期',
  later: '之后',
} as const satisfies Record<WorkGroup, string>;

/** mine = owed by the caller's own role; area = everything open in the caller's reach, whoever owes it. */
export const WORK_SCOPES = ['mine', 'area'] as const;
export const WorkScope = z.enum(WORK_SCOPES, { error: '范围请选 mine（我的）或 area（全辖区）' });

export const WorkItem = z.object({
  id: Id,
  group: WorkGroup,
  job: WorkJob,
  kindLabel: z.string(),
  title: z.string(),
  reason: z.string(),
  /** Where it is: street or community name; null where the record has no area. */
  areaName: z.string().nullable(),
  forRole: Role,
  dueOn: CivilDateText.nullable(),
  dueAt: Instant.nullable(),
  /** 超期 2 个工作日, 今天 14:00 前, 剩 3 个工作日, with（暂定）while a year has no holiday table. */
  dueWords: z.string(),
  provisional: z.boolean(),
  escalated: z.boolean(),
  actionLabel: z.string(),
  /** Page of the record as its module gives it, e.g. /task-assignments/… */
  path: z.string(),
});
export type WorkItem = z.infer<typeof WorkItem>;

export const WorkCounts = z.object({
  all: z.int(),
  overdue: z.int(),
  today: z.int(),
  /** Due after today and before next Monday. */
  thisWeek: z.int(),
  later: z.int(),
});
export type WorkCounts = z.infer<typeof WorkCounts>;

export const listWork = endpoint({
  method: 'GET',
  path: '/api/work',
  summary: '今天要办：已超期、今天到期、之后',
  query: z.object({
    scope: WorkScope.default('mine'),
    group: WorkGroup.optional(),
    /** 办哪一类事; for the list behind a badge. */
    job: WorkJob.optional(),
    cursor: z.string().regex(/^\d+$/, { error: '翻页位置不对，请回到第一页' }).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    areaCode: AreaCode,
    counts: z.object({ mine: WorkCounts, area: WorkCounts }),
    groups: z.array(
      z.object({ group: WorkGroup, count: z.int(), rows: z.array(WorkItem), nextCursor: z.string().nullable() }),
    ),
  }),
});

export const countWork = endpoint({
  method: 'GET',
  path: '/api/work/counts',
  summary: '按事计的待办数：左边导航上的数字',
  response: z.object({
    rows: z.array(z.object({ job: WorkJob, count: z.int(), overdue: z.int() })),
    all: z.int(),
    overdue: z.int(),
  }),
});
