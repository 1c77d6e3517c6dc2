import type { Visit, VisitPlan } from '#contracts/visits.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { ageOn, daysBetween } from '#shared/dates.ts';
import type { PlanRow, VisitRow } from './db.ts';
import { CALLS_BEFORE_HOME } from './parameters.ts';

export const showPlan = (ctx: Pick<Context, 'today'>, row: PlanRow): VisitPlan => ({
  id: row.plan_id,
  elderId: row.elder_id,
  areaCode: row.area_code,
  areaName: areaName(row.area_code)
    .replace(/居委会$/, '')
    .replace(/村委会$/, '村'),
  status: row.status,
  name: row.person.name,
  age: row.person.bornOn ? ageOn(row.person.bornOn, ctx.today) : null,
  living: row.person.living ?? null,
  place: row.person.place ?? null,
  group: row.group_code,
  reasons: row.reasons.map(({ group, label, reason }) => ({ group, label, reason })),
  frequencyDays: row.frequency_days,
  nextDueOn: row.next_due_on,
  overdueDays: row.next_due_on ? daysBetween(row.next_due_on, ctx.today) : null,
  because: row.due_because,
  lastVisitedOn: row.last_visited_on,
  homeOnly: row.unanswered >= CALLS_BEFORE_HOME,
  assigneeName: row.assignee_name,
});

export const showVisit = (row: VisitRow): Visit => ({
  id: row.visit_id,
  elderId: row.elder_id,
  name: row.person_name,
  visitedAt: row.visited_at,
  method: row.method,
  result: row.result,
  items: row.items,
  needs: row.found_needs,
  note: row.note,
  by: row.by_name,
});
