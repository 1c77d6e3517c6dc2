import type { FoundNeed, PlanStatus, VisitGroup, VisitMethod, VisitResult } from '#contracts/visits.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt, areaRange } from '#shared/area-codes.ts';
import type { Plan, Reason, VisitFacts } from './rules.ts';

export type Person = { name: string; bornOn: string; living: string; place: string };
export type FactsRow = VisitFacts & { person: Person };

export const findFacts = async (ctx: Context, elderId: string): Promise<FactsRow | undefined> =>
  (await listFacts(ctx, [elderId]))[0];

/** Facts from the register's published view; under batch, because reactions come from many modules. */
export async function listFacts(
  ctx: Context,
  elderIds: readonly string[],
): Promise<(FactsRow & { elderId: string })[]> {
  const { rows } = await ctx.client.query(
    `select elder_id, area_code, name, born_on, living, left_behind, ability_level, ability_valid_to, dementia, disabilities,
       family_planning_special, wish_for_visits, service_mode, away, concat(road, compound) as place,
       died_on is null and status not in ('moved-out', 'deceased') as alive
     from elders_v_brief where elder_id = any ($1)`,
    [elderIds],
  );
  return rows.map(row => ({
    elderId: row.elder_id,
    areaCode: row.area_code,
    bornOn: row.born_on,
    living: row.living,
    leftBehind: row.left_behind,
    abilityLevel: row.ability_level,
    abilityValidTo: row.ability_valid_to,
    dementia: row.dementia,
    disabilities: row.disabilities,
    familyPlanningSpecial: row.family_planning_special,
    wish: row.wish_for_visits,
    serviceMode: row.service_mode,
    away: row.away !== null,
    alive: row.alive,
    person: { name: row.name, bornOn: row.born_on, living: row.living, place: row.place },
  }));
}

export type PlanRow = {
  plan_id: string;
  elder_id: string;
  area_code: string;
  organisation_id: string | null;
  status: PlanStatus;
  group_code: VisitGroup;
  reasons: Reason[];
  wish: boolean;
  frequency_days: number;
  next_due_on: string | null;
  due_because: string | null;
  last_visited_on: string | null;
  unanswered: number;
  assignee_id: string | null;
  assignee_name: string | null;
  person: Person;
};

export async function findPlanOf(ctx: Context, elderId: string): Promise<PlanRow | undefined> {
  const { rows } = await ctx.client.query<PlanRow>('select * from visit_plans where elder_id = $1', [elderId]);
  return rows[0];
}

export async function findPlan(ctx: Context, planId: string): Promise<PlanRow | undefined> {
  const { rows } = await ctx.client.query<PlanRow>('select * from visit_plans where plan_id = $1 for update', [planId]);
  return rows[0];
}

/** Like findPlan without the lock, for reads. */
export async function readPlan(ctx: Context, planId: string): Promise<PlanRow | undefined> {
  const { rows } = await ctx.client.query<PlanRow>('select * from visit_plans where plan_id = $1', [planId]);
  return rows[0];
}

export async function findStation(ctx: Context, areaCode: string): Promise<string | null> {
  const { from, to } = areaRange(areaAt(areaCode, 'street'));
  const { rows } = await ctx.client.query<{ organisation_id: string }>(
    'select organisation_id from visits_responsible_station($1, $2, $3)',
    [areaCode, from, to],
  );
  return rows[0]?.organisation_id ?? null;
}

/** The plan and the visits already made answer to the person's new area; where they happened stays. */
export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['visit_plans', 'visits'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}

export type PlanWrite = Plan & {
  planId: string;
  elderId: string;
  areaCode: string;
  organisationId: string | null;
  wish: boolean;
  person: Person;
};

/** One plan a person, for ever: made once, then kept in step with the register. */
export async function putPlan(ctx: Context, plan: PlanWrite): Promise<PlanRow> {
  const { rows } = await ctx.client.query<PlanRow>(
    `insert into visit_plans (plan_id, elder_id, area_code, organisation_id, status, group_code, reasons, wish, frequency_days,
       next_due_on, person, made_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
     on conflict (elder_id) do update set area_code = excluded.area_code, organisation_id = excluded.organisation_id,
       status = excluded.status, group_code = excluded.group_code, reasons = excluded.reasons, wish = excluded.wish,
       frequency_days = excluded.frequency_days, next_due_on = excluded.next_due_on, person = excluded.person,
       changed_at = excluded.changed_at
     returning *`,
    [
      plan.planId,
      plan.elderId,
      plan.areaCode,
      plan.organisationId,
      plan.status,
      plan.group,
      JSON.stringify(plan.reasons),
      plan.wish,
      plan.frequencyDays,
      plan.nextDueOn,
      plan.person,
      ctx.now,
    ],
  );
  return one(rows);
}

function one<T>(rows: T[]): T {
  const row = rows[0];
  if (!row) throw new Error('a write that returns its row returned none');
  return row;
}

export type Outcome = { nextDueOn: string; because: string | null; unanswered: number; visited: boolean };

export async function noteVisit(ctx: Context, planId: string, outcome: Outcome): Promise<PlanRow> {
  const { rows } = await ctx.client.query<PlanRow>(
    `update visit_plans set next_due_on = case when status = 'active' then $2::date end, due_because = $3, unanswered = $4,
       last_visited_on = case when $5 then $6::date else last_visited_on end, changed_at = $7
     where plan_id = $1 returning *`,
    [planId, outcome.nextDueOn, outcome.because, outcome.unanswered, outcome.visited, ctx.today, ctx.now],
  );
  return one(rows);
}

export async function assignPlan(ctx: Context, planId: string, to: { id: string; name: string }): Promise<PlanRow> {
  const { rows } = await ctx.client.query<PlanRow>(
    'update visit_plans set assignee_id = $2, assignee_name = $3, changed_at = $4 where plan_id = $1 returning *',
    [planId, to.id, to.name, ctx.now],
  );
  return one(rows);
}

export type VisitRow = {
  visit_id: string;
  elder_id: string;
  person_name: string | null;
  visited_at: string;
  method: VisitMethod;
  result: VisitResult;
  items: Record<string, 'good' | 'concern'>;
  found_needs: FoundNeed[];
  note: string | null;
  by_name: string;
  area_code: string;
};

export type NewVisit = Pick<VisitRow, 'method' | 'result' | 'items' | 'found_needs' | 'note'> & { visitId: string };

export async function insertVisit(ctx: Context, plan: PlanRow, visit: NewVisit): Promise<VisitRow> {
  const { rows } = await ctx.client.query<VisitRow>(
    `insert into visits (visit_id, elder_id, plan_id, area_code, happened_area, organisation_id, assignee_id, visited_at, visited_on,
       method, result, items, found_needs, note, by_name, by_account, recorded_at, person_name)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $7, $16) returning *`,
    [
      visit.visitId,
      plan.elder_id,
      plan.plan_id,
      plan.area_code,
      plan.organisation_id,
      plan.assignee_id,
      ctx.now,
      ctx.today,
      visit.method,
      visit.result,
      visit.items,
      JSON.stringify(visit.found_needs),
      visit.note,
      ctx.actor.name,
      ctx.actor.accountId,
      plan.person.name,
    ],
  );
  return one(rows);
}

export async function listVisitsOf(ctx: Context, elderId: string): Promise<VisitRow[]> {
  const { rows } = await ctx.client.query<VisitRow>(
    'select * from visits where elder_id = $1 order by visited_at desc limit 50',
    [elderId],
  );
  return rows;
}

export type PlanFilter = {
  view: 'due' | 'overdue' | 'week' | 'all' | 'excluded';
  group?: VisitGroup | undefined;
  after: { due: string; id: string } | null;
  limit: number;
};

const WHERE = `where (case $1::text
    when 'due' then status = 'active' and next_due_on <= $2::date
    when 'overdue' then status = 'active' and next_due_on < $2::date
    when 'week' then status = 'active' and next_due_on <= $2::date + 7
    when 'excluded' then status = 'excluded'
    else status <> 'ended' end) and ($3::text is null or group_code = $3)`;

/** Longest overdue first; no date (excluded, paused) last. */
export async function listPlans(ctx: Context, filter: PlanFilter): Promise<PlanRow[]> {
  const { rows } = await ctx.client.query<PlanRow>(
    `select * from visit_plans ${WHERE}
       and ($4::date is null or (coalesce(next_due_on, 'infinity'::date), plan_id) > ($4::date, $5::uuid))
     order by coalesce(next_due_on, 'infinity'::date), plan_id limit $6`,
    [filter.view, ctx.today, filter.group ?? null, filter.after?.due ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function countPlans(ctx: Context, filter: PlanFilter): Promise<number> {
  const { rows } = await ctx.client.query<{ count: number }>(`select count(*) from visit_plans ${WHERE}`, [
    filter.view,
    ctx.today,
    filter.group ?? null,
  ]);
  return rows[0]?.count ?? 0;
}
