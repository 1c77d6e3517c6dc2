import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import type * as contract from '#contracts/meals.ts';
import type { MealCount } from '#contracts/meals.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { addDays, dayWords, monthOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { missingDays, refuseDay } from './rules.ts';

export const mealCount = (row: db.CountRow): MealCount => ({
  id: row.count_id,
  facilityId: row.facility_id,
  facilityName: row.facility_name,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  from: row.from_on,
  to: row.to_on,
  personTimes: row.person_times,
  enteredAt: row.entered_at,
  enteredBy: row.entered_by,
  correctedBecause: row.corrected_because,
});

const ownPoints = (ctx: Context): Promise<db.PointRow[]> =>
  ctx.actor.organisationId ? db.listOwnPoints(ctx, ctx.actor.organisationId) : Promise.resolve([]);

/** Counts one day of an own point. A day counted before changes only with a reason; a month loaded as one does not. */
export async function enterMealCount(
  ctx: Context,
  body: z.output<typeof contract.enterMealCount.body>,
): Promise<MealCount> {
  const point = (await ownPoints(ctx)).find(p => p.facility_id === body.facilityId);
  if (!point) throw new DomainError('platform.not-found', '没有找到，或不是本单位的助餐点');
  const refusal = refuseDay({ openedOn: point.opened_on, exitedOn: point.exited_on }, body.on, ctx.today);
  if (refusal) throw new DomainError('meals.not-serving', refusal, { on: refusal });
  const former = await db.findCountOn(ctx, body.facilityId, body.on);
  if (former) await correct(ctx, former, body);
  else await db.insertCount(ctx, { countId: newId(), point, on: body.on, personTimes: body.personTimes });
  const now = await db.findCountOn(ctx, body.facilityId, body.on);
  if (!now) throw new DomainError('platform.internal');
  await record(ctx, {
    action: former ? 'meals.correct' : 'meals.enter',
    subject: { kind: 'meal-count', id: now.count_id },
    areaCode: now.area_code,
    ...(body.because ? { note: body.because } : {}),
    before: former ? { personTimes: former.person_times } : {},
    after: { on: body.on, personTimes: now.person_times },
  });
  return mealCount(now);
}

async function correct(ctx: Context, former: db.CountRow, body: { personTimes: number; because: string | null }) {
  if (former.from_on !== former.to_on) {
    const say = `${dayWords(former.from_on)}至${dayWords(former.to_on)}是按整段报的，不能再报其中一天`;
    throw new DomainError('meals.already-entered', say, { on: say });
  }
  if (!body.because) {
    const say = `这一天已报 ${former.person_times} 人次`;
    throw new DomainError('meals.already-entered', `${say}，要改请写明更正原因`, { because: '请写明更正原因' });
  }
  await db.correctCount(ctx, former.count_id, { personTimes: body.personTimes, because: body.because });
}

/** The caller's meal points: today's count, this month's sum and the days of the last week still missing. */
export async function listOwnMealPoints(ctx: Context) {
  const points = await ownPoints(ctx);
  const counts = await db.listSince(
    ctx,
    points.map(p => p.facility_id),
    [`${monthOf(ctx.today)}-01`, addDays(ctx.today, -6)].sort()[0] ?? ctx.today,
  );
  const rows = points.map(point => {
    const own = counts.filter(c => c.facility_id === point.facility_id);
    const counted = new Set(own.filter(c => c.from_on === c.to_on).map(c => c.from_on));
    const whole = own.filter(c => c.from_on !== c.to_on);
    const serving = { openedOn: point.opened_on, exitedOn: point.exited_on };
    return {
      facilityId: point.facility_id,
      name: point.name,
      areaName: areaName(point.area_code),
      today: own.find(c => c.from_on === ctx.today)?.person_times ?? null,
      monthTotal: own
        .filter(c => monthOf(c.from_on) === monthOf(ctx.today))
        .reduce((sum, c) => sum + c.person_times, 0),
      missing: missingDays(serving, counted, ctx.today).filter(
        day => !whole.some(w => w.from_on <= day && day <= w.to_on),
      ),
    };
  });
  return { rows };
}

export async function listMealCounts(ctx: Context, asked: z.output<typeof contract.listMealCounts.query>) {
  const wishes = { facilityId: asked.facilityId, month: asked.month };
  const offset = Number(asked.cursor ?? 0) || 0;
  const rows = await db.listCounts(ctx, wishes, { limit: asked.limit, offset });
  const sum = await db.sumCounts(ctx, wishes);
  const next = offset + rows.length;
  return {
    rows: rows.map(mealCount),
    nextCursor: next < sum.rows ? String(next) : null,
    total: sum.rows,
    personTimes: sum.personTimes,
  };
}
