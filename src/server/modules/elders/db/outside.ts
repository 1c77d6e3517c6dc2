import type { LookStatus } from '#contracts/elders/outside.ts';
import type { Role } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';
import type { JsonObject } from '#platform/service-log/canonical.ts';

export type LookRow = {
  elder_id: string;
  look_id: string;
  area_code: string;
  elder_name: string;
  account_id: string;
  actor_name: string;
  role: Role;
  actor_area: string;
  purpose: string;
  reason: string;
  from_at: string;
  until_at: string;
  status: LookStatus;
  reviewed_by_name: string | null;
  reviewed_at: string | null;
  review_note: string | null;
};

export type Asked = { look: JsonObject; identity: readonly Buffer[]; phone: readonly Buffer[] };
export type Opened = { elder_id: string | null; area_code: string | null; elder_name: string | null; found: number };

/** The database finds the person and writes the look; `found` 1 = opened, 0 with an id = in the caller's own area. */
export async function openOutside(ctx: Context, asked: Asked): Promise<Opened> {
  const { rows } = await ctx.client.query<Opened>('select * from elders_open_outside($1, $2, $3)', [
    asked.look,
    asked.identity,
    asked.phone,
  ]);
  return rows[0] ?? { elder_id: null, area_code: null, elder_name: null, found: 0 };
}

/** The acting account's looks of the last day. */
export async function listMyLooks(ctx: Context): Promise<LookRow[]> {
  return (await ctx.client.query<LookRow>('select * from elders_my_looks($1)', [ctx.now])).rows;
}

export type ReviewRow = LookRow & { sort: string; due_on: string | null; provisional: boolean | null };
type Page = { status: LookStatus | null; limit: number; after: { sort: string; id: string } | undefined };

/** Unreviewed first, the longest waiting on top; then the judged, newest first. */
const SORT = `(case when l.status = 'unreviewed' then '0' || lpad(floor(extract(epoch from l.from_at))::text, 12, '0')
  else '1' || lpad((253402300799 - floor(extract(epoch from l.from_at)))::text, 12, '0') end)`;

export async function listReviews(ctx: Context, page: Page): Promise<ReviewRow[]> {
  const { rows } = await ctx.client.query<ReviewRow>(
    `select l.*, d.due_on, d.provisional, ${SORT} as sort from elder_outside_looks l
       left join due_items d on d.subject_id = l.look_id and d.closed_at is null
     where ($1::text is null or l.status = $1) and ($2::text is null or (${SORT}, l.look_id) > ($2, $3::uuid))
     order by sort, l.look_id limit $4`,
    [page.status, page.after?.sort ?? null, page.after?.id ?? null, page.limit],
  );
  return rows;
}

export async function countReviews(ctx: Context, status: LookStatus | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from elder_outside_looks where ($1::text is null or status = $1)',
    [status],
  );
  return rows[0]?.n ?? 0;
}

export async function lockLook(ctx: Context, id: string): Promise<LookRow | undefined> {
  const { rows } = await ctx.client.query<LookRow>('select * from elder_outside_looks where look_id = $1 for update', [
    id,
  ]);
  return rows[0];
}

/** An improper look ends with its judgement. */
export async function judgeLook(ctx: Context, row: LookRow, to: { status: LookStatus; note: string }): Promise<void> {
  await ctx.client.query(
    `update elder_outside_looks set status = $3, reviewed_by_name = $4, reviewed_at = $5, review_note = $6,
       until_at = case when $3 = 'improper' then least(until_at, $5) else until_at end
     where elder_id = $1 and look_id = $2`,
    [row.elder_id, row.look_id, to.status, ctx.actor.name, ctx.now, to.note],
  );
}
