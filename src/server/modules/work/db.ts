import type { Role } from '#contracts/roles.ts';
import type { WorkGroup } from '#contracts/work.ts';
import type { Context } from '#platform/http/context.ts';

/** Due day in Shanghai: the hour's day where a duty has an hour. */
const DUE_DAY = `coalesce((due_at at time zone 'Asia/Shanghai')::date, due_on)`;
const IS = {
  overdue: `(due_at < $2::timestamptz or (due_at is null and due_on < $1::date))`,
  today: `(${DUE_DAY} = $1::date and (due_at is null or due_at >= $2::timestamptz))`,
  // $2 is named only so that PostgreSQL knows its type
  later: `($2::timestamptz is not null and (${DUE_DAY} is null or ${DUE_DAY} > $1::date))`,
} as const satisfies Record<WorkGroup, string>;

/** Owed by the caller's role, and by no other person where one is named. Row rules have narrowed the area already. */
const MINE = `(for_role = $3 and (assignee_id is null or assignee_id = $4::uuid))`;
const mineValues = (ctx: Context) => [ctx.today, ctx.now, ctx.actor.role, ctx.actor.accountId];

export type CountRow = { mine: boolean; all: number; overdue: number; today: number; week: number; later: number };

/** Open duties in the caller's reach: two rows at most, mine and not mine. */
export async function countOpen(ctx: Context, nextMonday: string): Promise<CountRow[]> {
  const sql = `select ${MINE} as mine, count(*)::int as "all", count(*) filter (where ${IS.overdue})::int as overdue,
      count(*) filter (where ${IS.today})::int as today,
      count(*) filter (where ${DUE_DAY} > $1::date and ${DUE_DAY} < $5::date)::int as week,
      count(*) filter (where ${IS.later})::int as later
    from due_items where closed_at is null group by 1`;
  const { rows } = await ctx.client.query<CountRow>(sql, [...mineValues(ctx), nextMonday]);
  return rows;
}

export type KindCount = { subject_kind: string; count: number; overdue: number };

export async function countByKind(ctx: Context): Promise<KindCount[]> {
  const sql = `select subject_kind, count(*)::int as count, count(*) filter (where ${IS.overdue})::int as overdue
    from due_items where closed_at is null and ${MINE} group by 1`;
  const { rows } = await ctx.client.query<KindCount>(sql, mineValues(ctx));
  return rows;
}

export type DueRow = {
  due_id: string;
  subject_kind: string;
  elder_id: string | null;
  area_code: string | null;
  for_role: Role;
  kind_label: string;
  title: string;
  reason: string;
  action_label: string;
  path: string;
  due_on: string | null;
  due_at: string | null;
  provisional: boolean;
  escalated_at: string | null;
};

type Asked = { mine: boolean; group: WorkGroup; kinds: string[] | null; limit: number; offset: number };

/** One group of open duties, soonest deadline first (so the longest overdue stands on top). */
export async function listOpen(ctx: Context, asked: Asked): Promise<DueRow[]> {
  const sql = `select due_id, subject_kind, elder_id, area_code, for_role, kind_label, title, reason, action_label, path,
      due_on, due_at, provisional, escalated_at
    from due_items
    where closed_at is null and ($5::boolean = false or ${MINE}) and ${IS[asked.group]}
      and ($6::text[] is null or subject_kind = any($6))
    order by ${DUE_DAY} nulls last, due_at nulls last, opened_at, due_id limit $7 offset $8`;
  const values = [...mineValues(ctx), asked.mine, asked.kinds, asked.limit, asked.offset];
  const { rows } = await ctx.client.query<DueRow>(sql, values);
  return rows;
}

export async function countGroup(ctx: Context, asked: Omit<Asked, 'limit' | 'offset'>): Promise<number> {
  const sql = `select count(*)::int as count from due_items
    where closed_at is null and ($5::boolean = false or ${MINE}) and ${IS[asked.group]}
      and ($6::text[] is null or subject_kind = any($6))`;
  const { rows } = await ctx.client.query<{ count: number }>(sql, [...mineValues(ctx), asked.mine, asked.kinds]);
  return rows[0]?.count ?? 0;
}

export type Late = {
  due_id: string;
  area_code: string;
  for_role: Role;
  kind_label: string;
  path: string;
  due_on: string;
};

/** Marks duties that have just become overdue and answers them; each is marked once. */
export async function markEscalated(ctx: Context): Promise<Late[]> {
  const sql = `update due_items set escalated_at = $2 where closed_at is null and escalated_at is null
      and area_code is not null and ${IS.overdue}
    returning due_id, area_code, for_role, kind_label, path, ${DUE_DAY}::text as due_on`;
  const { rows } = await ctx.client.query<Late>(sql, [ctx.today, ctx.now]);
  return rows;
}

export type ProvisionalRow = { due_id: string; from_date: string; within_working_days: number; due_on: string };

export async function listProvisional(ctx: Context): Promise<ProvisionalRow[]> {
  const { rows } = await ctx.client.query<ProvisionalRow>(
    `select due_id, from_date, within_working_days, due_on from due_items
     where closed_at is null and provisional and within_working_days is not null and due_on is not null`,
  );
  return rows;
}

export async function setDeadline(ctx: Context, id: string, to: { dueOn: string; provisional: boolean }) {
  await ctx.client.query('update due_items set due_on = $2, provisional = $3 where due_id = $1', [
    id,
    to.dueOn,
    to.provisional,
  ]);
}
