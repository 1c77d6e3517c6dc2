import type { z } from 'zod';
import {
  type reviewLook as endpoint,
  type LookReview,
  type LookStatus,
  outsideLookLifecycle,
} from '#contracts/elders/outside.ts';
import { DomainError } from '#contracts/errors.ts';
import { decideStep } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import type { Context } from '#platform/http/context.ts';
import { cursorOf, readCursor } from '#platform/http/paging.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import * as db from '../db/outside.ts';

type Query = { status?: LookStatus | undefined; cursor?: string | undefined; limit: number };

/** Looks from other areas at people of this one. */
export async function listLookReviews(ctx: Context, query: Query) {
  const status = query.status ?? null;
  const found = await db.listReviews(ctx, { status, limit: query.limit + 1, after: readCursor(query.cursor) });
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(row => reviewOf(ctx, row)),
    nextCursor: found.length > query.limit && last ? cursorOf(last.sort, last.look_id) : null,
    total: await db.countReviews(ctx, status),
    totalIsApproximate: false,
  };
}

function reviewOf(ctx: Context, row: db.ReviewRow): LookReview {
  const verdict = decideStep(outsideLookLifecycle, row.status, { action: 'find-proper', role: ctx.actor.role });
  const own = row.account_id === ctx.actor.accountId ? '这次查看是您自己做的，由另一位同事复核' : null;
  return {
    ...{ id: row.look_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
    ...{
      by: row.actor_name,
      role: row.role,
      byArea: areaName(row.actor_area),
      purpose: row.purpose,
      reason: row.reason,
    },
    ...{ from: row.from_at, until: row.until_at, status: row.status, due: dueStateOf(ctx.today, row) },
    ...{ reviewedBy: row.reviewed_by_name, reviewNote: row.review_note },
    disabledBecause: verdict.allowed ? own : verdict.because,
  };
}

/** 妥当 or 不妥当, with the reason; an improper look ends now and the district is told to follow it up. */
export async function reviewLook(ctx: Context, id: string, body: z.output<typeof endpoint.body>) {
  const row = await db.lockLook(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这次查看，或看的不是本辖区的老人');
  if (row.account_id === ctx.actor.accountId)
    throw new DomainError('elders.same-person', '这次查看是您自己做的，由另一位同事复核');
  const { elder_id: elderId, area_code: areaCode } = row;
  const subject = { kind: 'outside-look', id, elderId, areaCode };
  const status = await advance(ctx, {
    ...{ table: outsideLookLifecycle, subject, status: row.status, note: body.note },
    action: body.proper ? 'find-proper' : 'find-improper',
    ...(!body.proper && { duty: followUp(row, body.note) }),
  });
  await db.judgeLook(ctx, row, { status, note: body.note });
  await record(ctx, { action: 'elders.review-look', subject, elderId, areaCode, note: body.note, after: { status } });
  return { id, status };
}

const followUp = (row: db.LookRow, note: string) => ({
  ...{ forRole: 'district' as const, kindLabel: '不妥查看', actionLabel: '去处理', withinWorkingDays: 5 },
  title: `${areaName(row.actor_area)}${row.actor_name}不妥当地看了${row.elder_name}的档案`,
  reason: `街道认定：${note}`,
  path: '/desk/outside-reviews?status=improper',
});
