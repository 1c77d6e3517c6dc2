import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import type { listVisitPlans, readElderVisits, readVisitSummary } from '#contracts/visits.ts';
import { listWorkers } from '#modules/alarms/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { monthOf } from '#shared/dates.ts';
import * as db from './db.ts';
import { sumPlans } from './db-figures.ts';
import { showPlan, showVisit } from './show-plan.ts';

type Query = Omit<db.PlanFilter, 'after'> & { cursor?: string | undefined };

export async function listPlans(ctx: Context, query: Query): Promise<OutputOf<typeof listVisitPlans>> {
  const [due, id] = query.cursor?.split('~') ?? [];
  const filter = { ...query, after: due && id ? { due, id } : null };
  const rows = await db.listPlans(ctx, filter);
  ctx.saw(...rows.map(row => row.elder_id));
  const last = rows.at(-1);
  return {
    rows: rows.map(row => showPlan(ctx, row)),
    nextCursor: last && rows.length === query.limit ? `${last.next_due_on ?? 'infinity'}~${last.plan_id}` : null,
    total: await db.countPlans(ctx, filter),
    totalIsApproximate: false,
  };
}

export async function readSummary(ctx: Context): Promise<OutputOf<typeof readVisitSummary>> {
  const sums = await sumPlans(ctx);
  return {
    at: ctx.now,
    month: monthOf(ctx.today),
    shouldVisit: sums.should_visit,
    visited: sums.visited,
    dueToday: sums.due_today,
    overdue: sums.overdue,
    excluded: sums.excluded,
  };
}

export async function readElder(ctx: Context, elderId: string): Promise<OutputOf<typeof readElderVisits>> {
  const plan = await db.findPlanOf(ctx, elderId);
  const visits = await db.listVisitsOf(ctx, elderId);
  if (plan || visits.length > 0) ctx.saw(elderId);
  return { plan: plan ? showPlan(ctx, plan) : null, visits: visits.map(showVisit) };
}

async function getPlan(ctx: Context, planId: string): Promise<db.PlanRow> {
  const plan = await db.findPlan(ctx, planId);
  if (!plan) throw new DomainError('platform.not-found');
  ctx.saw(plan.elder_id);
  return plan;
}

export async function listVisitors(ctx: Context, elderPlanId: string) {
  const plan = await db.readPlan(ctx, elderPlanId);
  if (!plan) throw new DomainError('platform.not-found');
  const rows = await listWorkers(ctx, plan.area_code);
  return {
    rows: rows.map(({ account_id, name, title, organisation }) => ({
      accountId: account_id,
      name,
      title,
      organisation,
    })),
  };
}

/** Hands the visits of one person to a care worker or volunteer of the street, who then sees this plan and no other. */
export async function assign(ctx: Context, planId: string, workerId: string) {
  const plan = await getPlan(ctx, planId);
  const worker = (await listWorkers(ctx, plan.area_code)).find(one => one.account_id === workerId);
  if (!worker) throw new DomainError('alarms.unknown-worker', undefined, { workerId: '请从名单里另选一位' });
  const row = await db.assignPlan(ctx, planId, { id: worker.account_id, name: worker.name });
  await record(ctx, {
    action: 'visits.assign',
    subject: { kind: 'visit-plan', id: planId },
    elderId: plan.elder_id,
    areaCode: plan.area_code,
    after: { assignee: worker.name },
  });
  return showPlan(ctx, row);
}
