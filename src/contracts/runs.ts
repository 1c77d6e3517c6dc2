import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, Id, Instant } from './nouns.ts';

export const RUN_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export const RunStatus = z.enum(RUN_STATUSES);
export type RunStatus = z.infer<typeof RunStatus>;
export const RUN_STATUS_LABELS = {
  queued: '排队中',
  running: '正在办',
  done: '已办完',
  failed: '没有办完',
  cancelled: '已停止',
} as const satisfies Record<RunStatus, string>;

/** Long work in the background: what is done, of how much, how long still, and whether the caller may stop it. */
export const Run = z.object({
  id: Id,
  /** Name of the job, e.g. benefits.batch. */
  kind: z.string(),
  title: z.string(),
  path: z.string(),
  areaCode: AreaCode,
  startedBy: z.string(),
  status: RunStatus,
  done: z.int(),
  /** 0 while it is not known how much there is. */
  total: z.int(),
  message: z.string().nullable(),
  askedAt: Instant,
  endedAt: Instant.nullable(),
  cancelAskedAt: Instant.nullable(),
  cancelAskedBy: z.string().nullable(),
  /** From the pace since it was last taken up; null while too early to say. */
  secondsLeft: z.int().nullable(),
  /** Running, but without a sign of life for a minute: the process has gone; it goes on when one is back. */
  silent: z.boolean(),
  mayStop: z.boolean(),
});
export type Run = z.infer<typeof Run>;

export const listRuns = endpoint({
  method: 'GET',
  path: '/api/runs',
  summary: '后台办的事：自己发起的，或本辖区、本机构的',
  query: z.object({
    scope: z.enum(['mine', 'reach'], { error: '范围请选 mine（我发起的）或 reach（看得到的全部）' }).default('mine'),
    open: z.stringbool({ error: '是否只看没办完的，请写 true 或 false' }).optional(),
    kind: z.string().max(60).optional(),
  }),
  response: z.object({ rows: z.array(Run) }),
});

export const readRun = endpoint({
  method: 'GET',
  path: '/api/runs/:id',
  summary: '一件后台办的事办到哪了',
  params: z.object({ id: Id }),
  response: Run,
});

export const stopRun = endpoint({
  method: 'POST',
  path: '/api/runs/:id/stop',
  summary: '停止一件后台办的事，已办的保留',
  params: z.object({ id: Id }),
  response: Run,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.not-allowed'],
});
