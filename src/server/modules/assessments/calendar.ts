import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { addDays } from '#shared/dates.ts';
import { listAssessors } from './db.ts';
import { listVisits, listWaiting } from './db-quality.ts';

/** Who goes where on which day, and who waits to be sent to; assessors without a visit stand there free. */
export async function readCalendar(ctx: Context, query: { from?: string | undefined; days: number }) {
  const from = query.from ?? ctx.today;
  const days = Array.from({ length: query.days }, (_, at) => addDays(from, at));
  const visits = await listVisits(ctx, { from, to: addDays(from, query.days - 1) });
  const people = new Map((await listAssessors(ctx, ctx.actor.areaCode)).map(each => [each.account_id, each]));
  for (const row of visits)
    if (!people.has(row.assignee_id)) {
      const known = { name: row.assessor_name, title: row.assessor_title, organisation: null };
      people.set(row.assignee_id, { account_id: row.assignee_id, ...known });
    }
  const waiting = await listWaiting(ctx, 50);
  return {
    days,
    assessors: [...people.values()].map(({ account_id, name, title }) => ({
      accountId: account_id,
      name,
      title,
      visits: visits
        .filter(row => row.assignee_id === account_id)
        .map(row => ({
          assessmentId: row.assessment_id,
          elderName: row.elder_name,
          areaName: areaName(row.area_code),
          visitAt: row.visit_at,
          day: row.day,
          blind: row.blind,
          finished: row.finished,
        })),
    })),
    waiting: waiting.map(row => ({
      assessmentId: row.assessment_id,
      elderName: row.elder_name,
      areaName: areaName(row.area_code),
      appliedAt: row.applied_at,
      dueOn: row.due_on,
    })),
  };
}
