import type { Run, RunStatus } from '#contracts/runs.ts';
import type { Context } from '../http/context.ts';

export type RunRow = {
  run_id: string;
  kind: string;
  title: string;
  path: string;
  area_code: string;
  started_by: string;
  started_by_name: string;
  status: RunStatus;
  done: number;
  total: number;
  message: string | null;
  asked_at: string;
  ended_at: string | null;
  cancel_asked_at: string | null;
  cancel_asked_by: string | null;
  seconds_at_it: number | null;
  done_in_it: number;
  silent: boolean;
};

const SILENT_AFTER = "interval '60 seconds'";
const COLUMNS = `run_id, kind, title, path, area_code, started_by, started_by_name, status, done, total, message, asked_at,
  ended_at, cancel_asked_at, cancel_asked_by, extract(epoch from beat_at - begun_at)::float8 as seconds_at_it,
  done - begun_done as done_in_it, status = 'running' and beat_at < clock_timestamp() - ${SILENT_AFTER} as silent`;

export type NewRun = { id: string; kind: string; title: string; path: string; areaCode: string; payload: unknown };

export async function insertRun(ctx: Context, run: NewRun): Promise<void> {
  const { organisationId, accountId, name } = ctx.actor;
  await ctx.client.query(
    `insert into runs (run_id, kind, title, path, area_code, organisation_id, started_by, started_by_name, status, asked_at, payload)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10)`,
    [
      ...[run.id, run.kind, run.title, run.path, run.areaCode, organisationId, accountId, name, ctx.now],
      JSON.stringify(run.payload),
    ],
  );
}

/** A run of the very same work that neither has ended nor is to stop. Two who ask at once wait for each other here. */
export async function findOpenLike(
  ctx: Context,
  work: { kind: string; areaCode: string; payload: unknown },
): Promise<string | undefined> {
  const { kind, areaCode, payload } = work;
  await ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`run ${kind} ${areaCode}`]);
  const { rows } = await ctx.client.query<{ run_id: string }>(
    `select run_id from runs where kind = $1 and area_code = $2 and payload = $3::jsonb and status in ('queued', 'running')
       and cancel_asked_at is null order by run_id limit 1`,
    [kind, areaCode, JSON.stringify(payload)],
  );
  return rows[0]?.run_id;
}

export async function findRun(ctx: Context, id: string): Promise<RunRow | undefined> {
  const { rows } = await ctx.client.query<RunRow>(`select ${COLUMNS} from runs where run_id = $1`, [id]);
  return rows[0];
}

type Asked = { mine: boolean; open: boolean; kind: string | null };

/** The latest first by id: the clock of a demonstration goes back at midnight, when its date stays. */
export async function listRuns(ctx: Context, asked: Asked): Promise<RunRow[]> {
  const { rows } = await ctx.client.query<RunRow>(
    `select ${COLUMNS} from runs where ($1::boolean = false or started_by = $2)
       and ($3::boolean = false or status in ('queued', 'running')) and ($4::text is null or kind = $4)
     order by run_id desc limit 50`,
    [asked.mine, ctx.actor.accountId, asked.open, asked.kind],
  );
  return rows;
}

/** False when it has ended meanwhile; asking twice keeps the first name. */
export async function askToStop(ctx: Context, id: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `update runs set cancel_asked_at = coalesce(cancel_asked_at, $2), cancel_asked_by = coalesce(cancel_asked_by, $3)
     where run_id = $1 and status in ('queued', 'running')`,
    [id, ctx.now, ctx.actor.name],
  );
  return rowCount === 1;
}

/** A pace is told after three seconds of work; before, it would only jump. */
function secondsLeft(row: RunRow): number | null {
  const { seconds_at_it: seconds, done_in_it: done } = row;
  if (row.status !== 'running' || row.total <= 0 || seconds === null || seconds < 3 || done <= 0) return null;
  return Math.round((seconds / done) * Math.max(0, row.total - row.done));
}

export const runOf = (row: RunRow, mayStop: boolean): Run => ({
  id: row.run_id,
  kind: row.kind,
  title: row.title,
  path: row.path,
  areaCode: row.area_code,
  startedBy: row.started_by_name,
  status: row.status,
  done: row.done,
  total: row.total,
  message: row.message,
  askedAt: row.asked_at,
  endedAt: row.ended_at,
  cancelAskedAt: row.cancel_asked_at,
  cancelAskedBy: row.cancel_asked_by,
  secondsLeft: secondsLeft(row),
  silent: row.silent,
  mayStop,
});
