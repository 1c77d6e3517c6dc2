import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import {
  type recordVisit as endpoint,
  type FoundNeed,
  VISIT_ITEM_LABELS,
  VISIT_ITEMS,
  type VisitMethod,
  type VisitResult,
} from '#contracts/visits.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { type After, afterVisit, missingItems } from './rules.ts';
import { showPlan, showVisit } from './show-plan.ts';

type Form = {
  elderId: string;
  method: VisitMethod;
  result: VisitResult;
  items: Partial<Record<(typeof VISIT_ITEMS)[number], 'good' | 'concern'>>;
  needs: FoundNeed[];
  note?: string | undefined;
};

/** Records one visit; no answer is due again today, and two unanswered calls open today's home visit. */
export async function recordVisit(ctx: Context, form: Form): Promise<OutputOf<typeof endpoint>> {
  const plan = await db.findPlanOf(ctx, form.elderId);
  if (!plan) throw new DomainError('visits.no-plan');
  ctx.saw(plan.elder_id);
  refuseGaps(form);
  const after = afterVisit(form, { unanswered: plan.unanswered, frequencyDays: plan.frequency_days }, ctx.today);
  const visit = await db.insertVisit(ctx, plan, {
    visitId: newId(),
    method: form.method,
    result: form.result,
    items: form.items,
    found_needs: form.needs,
    note: form.note ?? null,
  });
  const row = await db.noteVisit(ctx, plan.plan_id, { ...after, visited: form.result !== 'no-answer' });
  await settleDuties(ctx, row, after);
  const { elder_id: elderId, area_code: areaCode } = plan;
  await record(ctx, {
    action: 'visits.record',
    subject: { kind: 'visit', id: visit.visit_id },
    elderId,
    areaCode,
    after: { method: form.method, result: form.result, needs: form.needs, nextDueOn: row.next_due_on },
  });
  await publish(ctx, {
    name: 'visit.recorded',
    elderId,
    areaCode,
    visitId: visit.visit_id,
    ...{ method: form.method, reached: form.result !== 'no-answer' },
    needs: form.needs,
    note: visit.note,
  });
  return { visit: showVisit(visit), plan: showPlan(ctx, row) };
}

function refuseGaps(form: Form): void {
  const missing = missingItems(form, VISIT_ITEMS);
  const fields = Object.fromEntries(
    missing.map(item => [`items.${item}`, `请选${VISIT_ITEM_LABELS[item as (typeof VISIT_ITEMS)[number]]}`]),
  );
  if (form.result === 'problem' && form.needs.length === 0) fields.needs = '发现了问题，请选至少一项';
  if (Object.keys(fields).length > 0) throw new DomainError('visits.items-missing', undefined, fields);
}

async function settleDuties(ctx: Context, plan: db.PlanRow, after: After): Promise<void> {
  await closeDuties(ctx, plan.plan_id);
  if (!after.homeToday) return;
  const subject = {
    kind: 'visit-plan',
    id: plan.plan_id,
    elderId: plan.elder_id,
    areaCode: plan.area_code,
    organisationId: plan.organisation_id,
    assigneeId: plan.assignee_id,
  };
  await openDuty(ctx, subject, {
    forRole: 'community',
    kindLabel: '探访升级',
    title: `${plan.person.name}，${after.because ?? ''}`,
    reason: plan.reasons.map(reason => reason.label).join('、'),
    actionLabel: '记录上门',
    path: `/desk/visits/${plan.elder_id}`,
    dueAt: `${ctx.today}T18:00:00+08:00`,
  });
}
