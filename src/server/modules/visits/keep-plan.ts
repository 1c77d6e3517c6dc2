import { record } from '#platform/audit/record.ts';
import { recordMany } from '#platform/audit/record-many.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { type DemoPlan, insertVisitPlans, listPlanned } from './db-bulk.ts';
import { afterAlarm, type KnownPlan, type Plan, planOf, type Reason } from './rules.ts';

/** A person who moved has a plan in the former area; only the whole city holds both. */
const WHOLE_CITY = '110000000000';

type About = { elderId: string; areaCode: string };

/** Reaction to elder.registered, elder.changed, assessment.published and elder.died: the plan follows the same day. */
export async function keepPlan(ctx: Context, about: About, extra: readonly Reason[] = []): Promise<void> {
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '探访计划跟着档案变' }, async inner => {
    const facts = await db.findFacts(inner, about.elderId);
    if (!facts) return;
    const before = await db.findPlanOf(inner, about.elderId);
    const known: KnownPlan | undefined = before && {
      reasons: [...extra, ...before.reasons.filter(reason => !extra.some(one => one.group === reason.group))],
      lastVisitedOn: before.last_visited_on,
      nextDueOn: before.next_due_on,
      frequencyDays: before.frequency_days,
    };
    const fresh =
      extra.length > 0 ? { reasons: extra, lastVisitedOn: null, nextDueOn: null, frequencyDays: 0 } : undefined;
    const plan = planOf(facts, known ?? fresh, inner.today);
    if (!plan) return;
    const row = await db.putPlan(inner, {
      ...plan,
      planId: before?.plan_id ?? newId(),
      elderId: about.elderId,
      areaCode: facts.areaCode,
      organisationId: await db.findStation(inner, facts.areaCode),
      wish: facts.wish,
      person: facts.person,
    });
    if (before && before.area_code !== row.area_code) await db.moveRows(inner, { ...about, areaCode: row.area_code });
    if (before && before.status === row.status && before.frequency_days === row.frequency_days) return;
    await record(inner, {
      action: before ? 'visits.change-plan' : 'visits.make-plan',
      subject: { kind: 'visit-plan', id: row.plan_id },
      elderId: about.elderId,
      areaCode: facts.areaCode,
      note: row.reasons.map(reason => reason.label).join('、'),
      ...(before ? { before: { status: before.status, frequencyDays: before.frequency_days } } : {}),
      after: { status: row.status, frequencyDays: row.frequency_days, nextDueOn: row.next_due_on },
    });
  });
}

/** The same for many who came onto the register together: whoever has no plan yet gets it in a few statements for all. */
export async function makePlans(ctx: Context, people: readonly About[]): Promise<void> {
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '探访计划跟着档案变' }, async inner => {
    const planned = await listPlanned(
      inner,
      people.map(one => one.elderId),
    );
    for (const about of people) if (planned.has(about.elderId)) await keepPlan(inner, about);
    const without = people.filter(one => !planned.has(one.elderId)).map(one => one.elderId);
    const stations = new Map<string, string | null>();
    const due: (DemoPlan & { plan: Plan })[] = [];
    for (const { elderId, person, ...facts } of await db.listFacts(inner, without)) {
      const plan = planOf(facts, undefined, inner.today);
      if (!plan) continue;
      const { areaCode } = facts;
      if (!stations.has(areaCode)) stations.set(areaCode, await db.findStation(inner, areaCode));
      const organisationId = stations.get(areaCode) ?? null;
      due.push({ elderId, facts, person, organisationId, lastVisitedOn: null, nextDueOn: null, plan });
    }
    if (due.length === 0) return;
    const made = await insertVisitPlans(inner.client, due, inner);
    await recordMany(
      inner,
      due.map(({ elderId, facts, plan: { status, frequencyDays, nextDueOn, reasons } }) => ({
        action: 'visits.make-plan',
        subject: { kind: 'visit-plan', id: made.get(elderId) ?? '' },
        elderId,
        areaCode: facts.areaCode,
        note: reasons.map(reason => reason.label).join('、'),
        after: { status, frequencyDays, nextDueOn },
      })),
    );
  });
}

/** Reaction to alarm.closed: after a true alarm the person is visited weekly for a while (J01 step 9). */
export async function visitMoreAfterAlarm(ctx: Context, event: About & { isTrue: boolean }): Promise<void> {
  if (event.isTrue) await keepPlan(ctx, event, [afterAlarm(ctx.today)]);
}

/** Reaction to elder.moved: plan and visits go along first, then the plan takes the new place and station. */
export async function moveVisits(ctx: Context, event: About): Promise<void> {
  await asBatch(ctx, { areaCode: WHOLE_CITY, why: '探访随人换辖区' }, inner => db.moveRows(inner, event));
  await keepPlan(ctx, event);
}
