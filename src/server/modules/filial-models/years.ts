import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { filialYearLifecycle } from '#contracts/filial-lifecycle.ts';
import type { FilialYear, openFilialYear as opening, stepFilialYear as stepping } from '#contracts/filial-models.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { areaAt, areaLevel } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { confidenceOf, placesOf, refusePlaces } from './rules.ts';

/** A street looks at the years of its district. */
const reachOf = (ctx: Context): string =>
  areaLevel(ctx.actor.areaCode) === 'city' ? ctx.actor.areaCode : areaAt(ctx.actor.areaCode, 'district');

const yearOf = (ctx: Context, row: db.YearRow): FilialYear => ({
  ...{ id: row.year_id, areaCode: row.area_code, areaName: areaName(row.area_code), year: row.year },
  ...{ places: row.places, basis: row.basis, confidence: row.confidence, status: row.status },
  ...{ noticeFrom: row.notice_from, noticeTo: row.notice_to, publishedOn: row.published_on },
  counts: { nominated: row.nominated, recommended: row.recommended, selected: row.selected },
  nextActions: nextActions(filialYearLifecycle, row.status, ctx.actor.role),
});

export async function listYears(ctx: Context) {
  const rows = await db.listYears(ctx, reachOf(ctx));
  return { rows: rows.map(row => yearOf(ctx, row)), places: placesOf(reachOf(ctx), ctx.today) };
}

/** A year of the caller's own district. */
async function ownYear(ctx: Context, id: string): Promise<db.YearRow> {
  const row = await db.findYear(ctx, id, true);
  if (!row || row.area_code !== ctx.actor.areaCode)
    throw new DomainError('platform.not-found', '没有找到这一年的评选，或不是本区的');
  return row;
}

export async function openYear(ctx: Context, body: z.output<typeof opening.body>): Promise<FilialYear> {
  const district = ctx.actor.areaCode;
  const law = placesOf(district, ctx.today);
  const refusal = refusePlaces(body.places, law);
  if (refusal) throw new DomainError('filial-models.too-many-places', refusal, { places: refusal });
  const row = { ...body, year_id: newId(), area_code: district, confidence: confidenceOf(body, law) };
  if (!(await db.insertYear(ctx, row)))
    throw new DomainError('filial-models.year-taken', `${body.year}年的评选已经开始了`, { year: '这一年已经有了' });
  const subject = { kind: 'filial-year', id: row.year_id, areaCode: district };
  await advance(ctx, { table: filialYearLifecycle, subject, status: null, action: 'open' });
  const note = `${body.year}年，最多${body.places}名，依据：${body.basis}`;
  await record(ctx, { action: 'filial-models.open', subject, areaCode: district, note });
  return yearOf(ctx, await ownYear(ctx, row.year_id));
}

export async function stepYear(ctx: Context, id: string, step: z.output<typeof stepping.body>): Promise<FilialYear> {
  const row = await ownYear(ctx, id);
  const to = refuseOrChange(ctx, row, step);
  const subject = { kind: 'filial-year', id, areaCode: row.area_code };
  const note = step.note ?? (step.action === 'notice' ? `公示到${step.noticeTo}` : null);
  const status = await advance(ctx, {
    ...{ table: filialYearLifecycle, subject, status: row.status, action: step.action, note },
    ...(to.notice_to && step.action === 'notice' && { duty: publishDuty(row, to.notice_to) }),
  });
  await db.setYear(ctx, id, { ...to, status });
  await record(ctx, {
    action: `filial-models.${step.action}`,
    subject,
    areaCode: row.area_code,
    ...(note && { note }),
  });
  return yearOf(ctx, await ownYear(ctx, id));
}

function refuseOrChange(ctx: Context, row: db.YearRow, step: z.output<typeof stepping.body>) {
  const now = { notice_from: row.notice_from, notice_to: row.notice_to, published_on: null };
  if (step.action === 'reopen') {
    if (!step.note) throw new DomainError('platform.invalid-input', undefined, { note: '请写明是什么异议' });
    return now;
  }
  if (step.action === 'publish') {
    if (row.notice_to !== null && ctx.today <= row.notice_to)
      throw new DomainError('filial-models.notice-runs', `公示到${row.notice_to}，结束以后才能公布`);
    if (row.selected === 0) throw new DomainError('filial-models.nobody');
    return { ...now, published_on: ctx.today };
  }
  if (!step.noticeTo || step.noticeTo < ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { noticeTo: '请填公示到哪天，不能早于今天' });
  if (row.selected === 0) throw new DomainError('filial-models.nobody');
  return { ...now, notice_from: ctx.today, notice_to: step.noticeTo };
}

const publishDuty = (row: db.YearRow, noticeTo: string): Duty => ({
  ...{ forRole: 'district', kindLabel: '榜样公布', title: `公布${row.year}年“孝顺榜样”名单，${row.selected}名` },
  ...{ reason: '公示结束后公布', actionLabel: '公布名单', path: `/desk/filial-models?yearId=${row.year_id}` },
  dueAt: `${noticeTo}T23:59:00+08:00`,
});

/** 姓名、街道、事迹 of those who agree; nothing else leaves the database. */
export async function readPublic(ctx: Context) {
  const rows = await db.listPublic(ctx);
  return {
    lists: rows.map(row => ({
      ...{ areaCode: row.area_code, areaName: areaName(row.area_code), year: row.year, basis: row.basis },
      ...{ status: row.status as 'noticed' | 'published', noticeTo: row.notice_to, publishedOn: row.published_on },
      models: row.models.map(one => ({
        ...{ name: one.name, deeds: one.deeds, streetName: areaName(areaAt(one.area_code, 'street')) },
      })),
    })),
  };
}
