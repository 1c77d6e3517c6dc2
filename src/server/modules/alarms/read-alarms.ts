import {
  alarmLifecycle,
  type getAlarm,
  type listAlarms as listEndpoint,
  type readAlarmSummary,
  type readAlarmWall,
} from '#contracts/alarms.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { areaAt } from '#shared/area-codes.ts';
import * as db from './db/alarms.ts';
import { countByHour, readSummary } from './db/figures.ts';
import { findDutyOrganisation, listWorkers } from './db/watch.ts';
import { minutesBetween } from './rules/words.ts';
import { showAlarm } from './show-alarm.ts';

type Query = Omit<db.AlarmFilter, 'before'> & { cursor?: string | undefined };

export async function listAlarms(ctx: Context, query: Query): Promise<OutputOf<typeof listEndpoint>> {
  const filter = { ...query, before: readCursor(query.cursor) };
  const rows = await db.listAlarms(ctx, filter);
  ctx.saw(...new Set(rows.map(row => row.elder_id)));
  const last = rows.at(-1);
  return {
    rows: rows.map(row => showAlarm(ctx, row)),
    nextCursor: last && rows.length === query.limit ? `${last.raised_at}~${last.alarm_id}` : null,
    total: await db.countAlarms(ctx, filter),
    totalIsApproximate: false,
  };
}

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = cursor?.split('~') ?? [];
  return at && id ? { at, id } : null;
}

export async function readAlarm(ctx: Context, alarmId: string): Promise<OutputOf<typeof getAlarm>> {
  const row = await get(ctx, alarmId);
  const calls = await db.listCalls(ctx, alarmId);
  const { evidence } = row;
  const quiet = row.quiet_from && row.quiet_to ? minutesBetween(row.quiet_from, row.quiet_to) : null;
  return {
    ...showAlarm(ctx, row),
    evidence: { ...evidence, quietFrom: row.quiet_from, quietMinutes: quiet },
    calls: calls.map(call => ({
      id: call.call_id,
      at: call.at,
      caller: call.caller_name,
      callee: call.callee,
      outcome: call.outcome,
      note: call.note,
    })),
    steps: await readSteps(ctx, alarmId),
    actions: nextActions(alarmLifecycle, row.status, ctx.actor.role).filter(action => action.action !== 'silence'),
  };
}

async function get(ctx: Context, alarmId: string): Promise<db.AlarmRow> {
  const row = await db.findAlarm(ctx, alarmId);
  if (!row) throw new DomainError('platform.not-found');
  ctx.saw(row.elder_id);
  return row;
}

export async function listFieldWorkers(ctx: Context, alarmId: string) {
  const alarm = await get(ctx, alarmId);
  const rows = await listWorkers(ctx, alarm.area_code);
  return {
    rows: rows.map(row => ({
      accountId: row.account_id,
      name: row.name,
      title: row.title,
      organisation: row.organisation,
      openTasks: row.open_tasks,
    })),
  };
}

const ago = (now: string, hours: number): string => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

export async function readDutySummary(ctx: Context): Promise<OutputOf<typeof readAlarmSummary>> {
  const sums = await readSummary(ctx, ago(ctx.now, 30 * 24));
  const reachesArea = ctx.actor.way === 'area' || ctx.actor.way === 'organisation';
  const desk = reachesArea ? await findDutyOrganisation(ctx, ctx.actor.areaCode) : undefined;
  return {
    at: ctx.now,
    live: sums.live,
    closedToday: sums.closed_today,
    medianMinutes: sums.median,
    reachedCount: sums.reached,
    worst: sums.worst,
    duty: desk?.name ?? null,
  };
}

const shortName = (code: string): string =>
  [areaAt(code, 'district'), areaAt(code, 'street')]
    .map(at => areaName(at).replace(/(区|街道|镇|地区)$/, ''))
    .join(' ');

/** The wall says where and how urgent, never who: names and roads stay at the desk. */
export async function readWall(ctx: Context): Promise<OutputOf<typeof readAlarmWall>> {
  const filter = { scope: 'live' as const, before: null, limit: 50 };
  const rows = (await db.listAlarms(ctx, filter)).map(row => showAlarm(ctx, row));
  const since = ago(ctx.now, 24);
  const sums = await readSummary(ctx, since);
  return {
    at: ctx.now,
    rows: rows.map(({ id, level, title, areaCode, age, status, raisedAt, minutes, hops, person }) => ({
      ...{ id, level, title, areaCode, age, status, raisedAt, minutes, hops },
      living: person.living,
      areaName: shortName(areaCode),
    })),
    liveCount: sums.live,
    hourly: await countByHour(ctx, since),
    medianMinutes: sums.median,
    reachedCount: sums.reached,
    overdueCount: sums.overdue,
  };
}
