import { WORK_GROUPS, type WorkCounts, type WorkGroup, type WorkItem, type WorkJob } from '#contracts/work.ts';
import { areaName } from '#modules/areas/index.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db.ts';
import { jobOfKind, kindsOfJob, nextMonday, wordsOf } from './rules.ts';

type Asked = {
  scope: 'mine' | 'area';
  group?: WorkGroup | undefined;
  job?: WorkJob | undefined;
  cursor?: string | undefined;
  limit: number;
};

const NONE: WorkCounts = { all: 0, overdue: 0, today: 0, thisWeek: 0, later: 0 };

/** The opening page of every post: what is owed, grouped by urgency, with the counts of both scopes. */
export async function listWork(ctx: Context, asked: Asked) {
  const mine = asked.scope === 'mine';
  const kinds = asked.job ? kindsOfJob(asked.job) : null;
  const offset = Number(asked.cursor ?? 0);
  const groups = [];
  for (const group of WORK_GROUPS.filter(one => !asked.group || one === asked.group)) {
    const count = await db.countGroup(ctx, { mine, group, kinds });
    const rows = await db.listOpen(ctx, { mine, group, kinds, limit: asked.limit, offset });
    ctx.saw(...rows.flatMap(row => row.elder_id ?? []));
    const next = offset + rows.length;
    const nextCursor = rows.length > 0 && next < count ? String(next) : null;
    groups.push({ group, count, nextCursor, rows: rows.map(row => item(ctx, row, group)) });
  }
  return { areaCode: ctx.actor.areaCode, counts: await counts(ctx), groups };
}

async function counts(ctx: Context): Promise<{ mine: WorkCounts; area: WorkCounts }> {
  const rows = await db.countOpen(ctx, nextMonday(ctx.today));
  const read = (row: db.CountRow): WorkCounts => ({
    all: row.all,
    overdue: row.overdue,
    today: row.today,
    thisWeek: row.week,
    later: row.later,
  });
  const mine = rows.find(row => row.mine);
  const of = (key: Exclude<keyof db.CountRow, 'mine'>) => rows.reduce((sum, row) => sum + row[key], 0);
  const area = { all: of('all'), overdue: of('overdue'), today: of('today'), thisWeek: of('week'), later: of('later') };
  return { mine: mine ? read(mine) : NONE, area };
}

function item(ctx: Context, row: db.DueRow, group: WorkGroup): WorkItem {
  const due = { dueOn: row.due_on, dueAt: row.due_at, provisional: row.provisional };
  return {
    id: row.due_id,
    group,
    job: jobOfKind(row.subject_kind),
    kindLabel: row.kind_label,
    title: row.title,
    reason: row.reason,
    areaName: row.area_code ? areaName(row.area_code) : null,
    forRole: row.for_role,
    ...due,
    dueWords: wordsOf(holidayTables(), due, ctx),
    escalated: row.escalated_at !== null,
    actionLabel: row.action_label,
    path: row.path,
  };
}

/** Badges of the navigation: what the caller's role owes, by job. */
export async function countWork(ctx: Context) {
  const kinds = await db.countByKind(ctx);
  const jobs = new Map<WorkJob, { count: number; overdue: number }>();
  for (const kind of kinds) {
    const job = jobOfKind(kind.subject_kind);
    const known = jobs.get(job) ?? { count: 0, overdue: 0 };
    jobs.set(job, { count: known.count + kind.count, overdue: known.overdue + kind.overdue });
  }
  const rows = [...jobs].map(([job, sum]) => ({ job, ...sum }));
  const total = (of: 'count' | 'overdue') => rows.reduce((sum, row) => sum + row[of], 0);
  return { rows, all: total('count'), overdue: total('overdue') };
}
