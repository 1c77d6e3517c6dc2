import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { OFFICIALS, type Role } from '#contracts/roles.ts';
import type { Run } from '#contracts/runs.ts';
import { newId } from '#shared/ids.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../http/context.ts';
import { type Job, leaveJob } from '../outbox/publish.ts';
import * as db from './db.ts';

export type RunAbout = {
  /** What is done, as its starter would say it: 核定2025年6月的待遇. No person's name. */
  title: string;
  /** The page on which its result is seen. */
  path: string;
  /** The caller's own area where left out. */
  areaCode?: string;
};

/**
 * Leaves a job in the outbox and a row that shows how far it is; returns the run's id. The job's handler gets
 * `tools.progress`, which answers false when somebody asked to stop. With `once` the very same work asked for again while
 * it is under way is that run.
 */
export async function startRun<P extends z.ZodType>(
  ctx: Context,
  wanted: Pick<Job<P>, 'name' | 'payload'>,
  given: { payload: z.input<P>; about: RunAbout; once?: true },
): Promise<string> {
  const { title, path, areaCode = ctx.actor.areaCode } = given.about;
  const open = given.once && (await db.findOpenLike(ctx, { kind: wanted.name, areaCode, payload: given.payload }));
  if (open) return open;
  const id = newId();
  await db.insertRun(ctx, { id, kind: wanted.name, title, path, areaCode, payload: given.payload });
  await leaveJob(ctx, wanted, { payload: given.payload, runId: id });
  await record(ctx, { action: 'runs.start', subject: { kind: 'run', id }, areaCode, note: title });
  return id;
}

/** Runs of the caller, or all that the row rules let the caller reach; at most 50, newest first. */
export async function listRuns(
  ctx: Context,
  asked: { scope: 'mine' | 'reach'; open?: boolean | undefined; kind?: string | undefined },
) {
  const rows = await db.listRuns(ctx, {
    mine: asked.scope === 'mine',
    open: asked.open ?? false,
    kind: asked.kind ?? null,
  });
  return { rows: rows.map(row => db.runOf(row, mayStop(ctx, row))) };
}

export async function readRun(ctx: Context, id: string): Promise<Run> {
  const row = await db.findRun(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这件后台办的事，或不在您的辖区');
  return db.runOf(row, mayStop(ctx, row));
}

/** Leaves the wish to stop; the job sees it within a second, keeps what it has done, and ends as 已停止. */
export async function stopRun(ctx: Context, id: string): Promise<Run> {
  const row = await db.findRun(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这件后台办的事，或不在您的辖区');
  if (!mayStop(ctx, row) && isOpen(row)) {
    throw new DomainError('platform.not-allowed', `这件事由${row.started_by_name}发起，请由本人或本辖区的民政人员停止`);
  }
  if (!(await db.askToStop(ctx, id))) throw new DomainError('platform.wrong-state', '这件事已经结束，不用再停止');
  await record(ctx, { action: 'runs.stop', subject: { kind: 'run', id }, areaCode: row.area_code, note: row.title });
  return readRun(ctx, id);
}

const isOpen = (row: db.RunRow): boolean => row.status === 'queued' || row.status === 'running';

/** Whoever started it, and the officials whose area it lies in. */
const mayStop = (ctx: Context, row: db.RunRow): boolean =>
  isOpen(row) && (row.started_by === ctx.actor.accountId || (OFFICIALS as readonly Role[]).includes(ctx.actor.role));
