import type pg from 'pg';
import type { FoundNeed, VisitMethod, VisitResult } from '#contracts/visits.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { planOf, type VisitFacts } from './rules.ts';

/** Who of these people has a plan, of whatever status. */
export async function listPlanned(ctx: Context, elderIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await ctx.client.query<{ elder_id: string }>(
    'select elder_id from visit_plans where elder_id = any ($1)',
    [elderIds],
  );
  return new Set(rows.map(row => row.elder_id));
}

export type DemoPlan = {
  elderId: string;
  facts: VisitFacts;
  person: { name: string; bornOn: string; living: string; place: string };
  organisationId: string | null;
  lastVisitedOn: string | null;
  nextDueOn: string | null;
};

/** For loaders, as batch: the plans these people should have on `today`, by the same rule; answers elder → plan. */
export async function insertVisitPlans(
  client: pg.ClientBase,
  people: readonly DemoPlan[],
  clock: { today: string; now: string },
): Promise<Map<string, string>> {
  const rows = people.flatMap(one => {
    const plan = planOf(one.facts, undefined, clock.today);
    if (!plan) return [];
    const due = plan.status === 'active' ? (one.nextDueOn ?? plan.nextDueOn) : null;
    return [{ ...one, plan, due, planId: newId() }];
  });
  await client.query(
    `insert into visit_plans (plan_id, elder_id, area_code, organisation_id, status, group_code, reasons, wish, frequency_days,
       next_due_on, last_visited_on, person, made_at, changed_at)
     select p.id, p.elder, p.area, p.organisation, p.status, p.group_code, p.reasons, p.wish, p.days, p.due, p.last, p.person, $13, $13
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[], $8::boolean[], $9::int[],
       $10::date[], $11::date[], $12::jsonb[])
       p (id, elder, area, organisation, status, group_code, reasons, wish, days, due, last, person)
     on conflict (elder_id) do nothing`,
    [
      rows.map(r => r.planId),
      rows.map(r => r.elderId),
      rows.map(r => r.facts.areaCode),
      rows.map(r => r.organisationId),
      rows.map(r => r.plan.status),
      rows.map(r => r.plan.group),
      rows.map(r => JSON.stringify(r.plan.reasons)),
      rows.map(r => r.facts.wish),
      rows.map(r => r.plan.frequencyDays),
      rows.map(r => r.due),
      rows.map(r => r.lastVisitedOn),
      rows.map(r => JSON.stringify(r.person)),
      clock.now,
    ],
  );
  return new Map(rows.map(r => [r.elderId, r.planId]));
}

export type DemoVisit = {
  elderId: string;
  planId: string | null;
  areaCode: string;
  organisationId: string | null;
  name: string;
  visitedAt: string;
  visitedOn: string;
  method: VisitMethod;
  result: VisitResult;
  items: Record<string, 'good' | 'concern'>;
  needs: FoundNeed[];
  byName: string;
};

/** For loaders, as batch. Answers the ids, in the order given. */
export async function insertVisits(client: pg.ClientBase, visits: readonly DemoVisit[]): Promise<string[]> {
  const ids = visits.map(() => newId());
  const column = <K extends keyof DemoVisit>(key: K) => visits.map(visit => visit[key]);
  await client.query(
    `insert into visits (visit_id, elder_id, plan_id, area_code, happened_area, organisation_id, person_name, visited_at, visited_on,
       method, result, items, found_needs, by_name, recorded_at)
     select v.id, v.elder, v.plan, v.area, v.area, v.organisation, v.name, v.at, v.on_day, v.method, v.result, v.items, v.needs, v.by_name, v.at
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[], $8::date[], $9::text[],
       $10::text[], $11::jsonb[], $12::jsonb[], $13::text[])
       v (id, elder, plan, area, organisation, name, at, on_day, method, result, items, needs, by_name)`,
    [
      ids,
      column('elderId'),
      column('planId'),
      column('areaCode'),
      column('organisationId'),
      column('name'),
      column('visitedAt'),
      column('visitedOn'),
      column('method'),
      column('result'),
      visits.map(visit => JSON.stringify(visit.items)),
      visits.map(visit => JSON.stringify(visit.needs)),
      column('byName'),
    ],
  );
  return ids;
}
