import type { FestivalStatus, FestivalVisitStatus, Occasion } from '#contracts/festival-lifecycle.ts';
import type { FestivalRule } from '#contracts/festivals.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';

export type ListRecord = {
  list_id: string;
  area_code: string;
  occasion: Occasion;
  name: string;
  on_day: string;
  occasion_key: string;
  rule: FestivalRule;
  basis: string;
  amount_fen: number | null;
  goods: string | null;
  status: FestivalStatus;
  note: string | null;
  made_by: string;
  made_by_name: string;
  made_at: string;
  checked_by_name: string | null;
  proposed: number;
  listed: number;
  removed: number;
  done: number;
  left: number;
  done_fen: number;
};

/** With its visits counted by state, as far as the caller reaches them. */
const LISTED = `select f.*, v.proposed, v.listed, v.removed, v.done, v."left", v.done_fen from festival_lists f
  left join lateral (select count(*) filter (where status = 'proposed')::int as proposed,
    count(*) filter (where status = 'listed')::int as listed, count(*) filter (where status = 'removed')::int as removed,
    count(*) filter (where status = 'done')::int as done, count(*) filter (where status = 'left')::int as "left",
    coalesce(sum(amount_fen) filter (where status = 'done'), 0)::bigint as done_fen
    from festival_visits where list_id = f.list_id) v on true`;

export async function listLists(
  ctx: Context,
  of: { status: string | null; after: { sort: string; id: string } | undefined; limit: number },
): Promise<ListRecord[]> {
  const { rows } = await ctx.client.query<ListRecord>(
    `${LISTED} where ($1::text is null or f.status = $1) and ($2::timestamptz is null or (f.made_at, f.list_id) < ($2, $3::uuid))
     order by f.made_at desc, f.list_id desc limit $4`,
    [of.status, of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countLists(ctx: Context, status: string | null): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from festival_lists where $1::text is null or status = $1',
    [status],
  );
  return rows[0]?.n ?? 0;
}

export async function findList(ctx: Context, id: string, lock = false): Promise<ListRecord | undefined> {
  if (lock) await ctx.client.query('select from festival_lists where list_id = $1 for update', [id]);
  const { rows } = await ctx.client.query<ListRecord>(`${LISTED} where f.list_id = $1`, [id]);
  return rows[0];
}

type NewList = Pick<
  ListRecord,
  'list_id' | 'area_code' | 'occasion' | 'name' | 'on_day' | 'occasion_key' | 'rule' | 'basis' | 'amount_fen' | 'goods'
>;

export async function insertList(ctx: Context, row: NewList): Promise<void> {
  await ctx.client.query(
    `insert into festival_lists (list_id, area_code, occasion, name, on_day, occasion_key, rule, basis, amount_fen, goods, status,
       made_by, made_by_name, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', $11, $12, $13)`,
    [
      ...[row.list_id, row.area_code, row.occasion, row.name, row.on_day, row.occasion_key, row.rule, row.basis],
      ...[row.amount_fen, row.goods, ctx.actor.accountId, ctx.actor.name, ctx.now],
    ],
  );
}

/** Whom the rule names, with the reasons; `$1` day, `$2` age, `$3` classes, `$4` 计生特殊家庭, `$5`–`$6` the area. */
const NAMED = `select e.elder_id, e.area_code, e.name, concat_ws(' ', e.road, e.compound) as place, concat_ws('、',
      case when e.born_on <= ($1::date - make_interval(years => $2::int)) then extract(year from age($1::date, e.born_on)) || '周岁' end,
      case when e.economic_class = any($3::text[]) then e.economic_class end,
      case when $4::boolean and e.family_planning_special then '计划生育特殊家庭' end) as because
  from elders_v_brief e where e.area_code >= $5 and e.area_code < $6 and e.status not in ('deceased', 'moved-out')
    and (e.born_on <= ($1::date - make_interval(years => $2::int)) or e.economic_class = any($3::text[])
      or ($4::boolean and e.family_planning_special))`;

const namedBy = (row: NewList) => {
  const { from, to } = areaRange(row.area_code);
  const { minAge, economicClasses, familyPlanningSpecial } = row.rule;
  return [row.on_day, minAge, economicClasses, familyPlanningSpecial, from, to];
};

/** Everybody the rule names and no list of this occasion has. */
export async function insertVisits(ctx: Context, row: NewList): Promise<number> {
  const { rowCount } = await ctx.client.query(
    `insert into festival_visits (visit_id, list_id, occasion_key, occasion_name, elder_id, area_code, happened_area, elder_name,
       place, because, amount_fen, goods, status, assignee_id, listed_at)
     select gen_random_uuid(), $7, $8, $9, n.elder_id, n.area_code, n.area_code, n.name, n.place, n.because, $10, $11, 'proposed',
       (select p.assignee_id from visit_plans_v_facts p where p.elder_id = n.elder_id and p.status = 'active' limit 1), $12
     from (${NAMED}) n on conflict (occasion_key, elder_id) where status <> 'removed' do nothing`,
    [...namedBy(row), row.list_id, row.occasion_key, row.name, row.amount_fen, row.goods, ctx.now],
  );
  return rowCount ?? 0;
}

export async function countNamed(ctx: Context, row: NewList): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(`select count(*)::int as n from (${NAMED}) n`, namedBy(row));
  return rows[0]?.n ?? 0;
}

export type Added = { listId: string; elderId: string; because: string };

/** One person of the list's area whom the rule does not name. Undefined: not in the area, not living, or listed for the occasion. */
export async function addVisit(ctx: Context, list: ListRecord, of: Added): Promise<string | undefined> {
  const { from, to } = areaRange(list.area_code);
  const { rows } = await ctx.client.query<{ visit_id: string }>(
    `insert into festival_visits (visit_id, list_id, occasion_key, occasion_name, elder_id, area_code, happened_area, elder_name,
       place, because, amount_fen, goods, status, assignee_id, listed_at, added_by, added_by_name)
     select gen_random_uuid(), $1, $2, $3, e.elder_id, e.area_code, e.area_code, e.name, concat_ws(' ', e.road, e.compound), $4,
       $5, $6, 'proposed', (select p.assignee_id from visit_plans_v_facts p where p.elder_id = e.elder_id and p.status = 'active' limit 1),
       $7, $8, $9
     from elders_v_brief e where e.elder_id = $10 and e.area_code >= $11 and e.area_code < $12 and e.status not in ('deceased', 'moved-out')
     on conflict do nothing returning visit_id`,
    [
      ...[of.listId, list.occasion_key, list.name, of.because, list.amount_fen, list.goods, ctx.now],
      ...[ctx.actor.accountId, ctx.actor.name, of.elderId, from, to],
    ],
  );
  return rows[0]?.visit_id;
}

export async function addedBy(ctx: Context, listId: string, accountId: string): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    "select from festival_visits where list_id = $1 and added_by = $2 and status <> 'removed' limit 1",
    [listId, accountId],
  );
  return rowCount === 1;
}

type ListChange = { status: FestivalStatus; note: string | null; checked: boolean };

/** The list's step, and what it does to the visits that wait for it. */
export async function setList(ctx: Context, id: string, change: ListChange): Promise<void> {
  await ctx.client.query(
    `update festival_lists set status = $2, note = coalesce($3, note), checked_by = case when $4 then $5::uuid else checked_by end,
       checked_by_name = case when $4 then $6 else checked_by_name end, checked_at = case when $4 then $7::timestamptz else checked_at end
     where list_id = $1`,
    [id, change.status, change.note, change.checked, ctx.actor.accountId, ctx.actor.name, ctx.now],
  );
  if (change.checked)
    await ctx.client.query("update festival_visits set status = 'listed' where list_id = $1 and status = 'proposed'", [
      id,
    ]);
  if (change.status === 'cancelled')
    await ctx.client.query(
      "update festival_visits set status = 'removed', note = '名单作废' where list_id = $1 and status = 'proposed'",
      [id],
    );
}

export type VisitRecord = {
  visit_id: string;
  list_id: string;
  occasion_name: string;
  elder_id: string;
  area_code: string;
  elder_name: string;
  place: string | null;
  because: string;
  amount_fen: number | null;
  goods: string | null;
  status: FestivalVisitStatus;
  assignee_id: string | null;
  done_on: string | null;
  done_by_name: string | null;
  receiver: string | null;
  note: string | null;
  paid_on: string | null;
  listed_at: string;
  added_by_name: string | null;
  photos: number;
};

const VISIT = `select v.*, (select count(*)::int from attachments a where a.owner_id = v.visit_id and a.withdrawn_at is null) as photos
  from festival_visits v`;

/** Who goes to the door sees nothing of a list that is not checked. */
const WHERE = `($1::uuid is null or list_id = $1) and ($2::text is null or status = $2) and ($3::boolean or status <> 'proposed')`;
type Filter = { listId: string | null; status: string | null; withProposed: boolean };
const valuesOf = (f: Filter) => [f.listId, f.status, f.withProposed];

export async function listVisits(
  ctx: Context,
  filter: Filter & { after: { sort: string; id: string } | undefined; limit: number },
): Promise<VisitRecord[]> {
  const { rows } = await ctx.client.query<VisitRecord>(
    `${VISIT} where ${WHERE} and ($4::text is null or (area_code || elder_name, visit_id) > ($4, $5::uuid))
     order by area_code || elder_name, visit_id limit $6`,
    [...valuesOf(filter), filter.after?.sort ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

/** Exact up to 10,000. */
export async function countVisits(ctx: Context, filter: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select from festival_visits where ${WHERE} limit 10000) c`,
    valuesOf(filter),
  );
  return rows[0]?.n ?? 0;
}

export async function findVisit(ctx: Context, id: string, lock = false): Promise<VisitRecord | undefined> {
  const { rows } = await ctx.client.query<VisitRecord>(
    `${VISIT} where v.visit_id = $1${lock ? ' for update of v' : ''}`,
    [id],
  );
  return rows[0];
}

type VisitChange = { status: FestivalVisitStatus; doneOn?: string; receiver?: string; note?: string | null };

export async function setVisit(ctx: Context, id: string, change: VisitChange): Promise<void> {
  await ctx.client.query(
    `update festival_visits set status = $2, done_on = $3, receiver = $4, note = $5, done_by_name = $6 where visit_id = $1`,
    [id, change.status, change.doneOn ?? null, change.receiver ?? null, change.note ?? null, ctx.actor.name],
  );
}

export const setPaid = (ctx: Context, id: string, on: string) =>
  ctx.client.query('update festival_visits set paid_on = $2 where visit_id = $1', [id, on]);

/** A death before the visit explains itself. */
export const leaveVisitsOf = (ctx: Context, elderId: string, note: string) =>
  ctx.client.query(
    "update festival_visits set status = 'left', note = $2 where elder_id = $1 and status in ('proposed', 'listed')",
    [elderId, note],
  );

export const moveVisits = (ctx: Context, to: { elderId: string; areaCode: string }) =>
  ctx.client.query('update festival_visits set area_code = $2 where elder_id = $1', [to.elderId, to.areaCode]);
