import type { z } from 'zod';
import { type openOutside as endpoint, OUTSIDE_HOURS, outsideLookLifecycle } from '#contracts/elders/outside.ts';
import { DomainError } from '#contracts/errors.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { CommittedRefusal } from '#platform/http/error-answer.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { blindIndexes } from '#platform/secrets/blind-index.ts';
import { tidyIdentityNumber } from '#shared/identity-number.ts';
import { newId } from '#shared/ids.ts';
import { tidyPhone } from '#shared/phone.ts';
import * as db from '../db/outside.ts';

type Body = z.output<typeof endpoint.body>;
const REVIEW_WORKING_DAYS = 3;

/**
 * Opens one person's file outside the caller's area, to read, for three hours. The database finds the person and writes the
 * look; the home street owes its review. A search that finds nobody is written down too.
 */
export async function openOutside(ctx: Context, body: Body) {
  if (!body.identityNumber && !body.phone && !body.elderId) {
    throw new DomainError('platform.invalid-input', undefined, { identityNumber: '请填身份证号，或在下面填手机号' });
  }
  const lookId = newId();
  const opened = await db.openOutside(ctx, { look: lookOf(ctx, lookId, body), ...indexesOf(ctx, body) });
  const { elder_id: elderId, area_code: home, elder_name: name, found } = opened;
  if (elderId && found === 0) throw new DomainError('elders.outside-own');
  await record(ctx, {
    action: 'elders.open-outside',
    subject: { kind: 'outside-look', id: lookId },
    ...{ areaCode: ctx.actor.areaCode, note: `${body.purpose}：${body.reason}`, after: { found } },
  });
  if (!elderId || !home) throw new CommittedRefusal('elders.outside-not-found');
  await asBatch(ctx, { areaCode: home, why: '跨区查看：交老人所在街道复核' }, inner =>
    askReview(inner, { lookId, elderId, home, name: name ?? '' }, body),
  );
  return { lookId, until: new Date(Date.parse(ctx.now) + OUTSIDE_HOURS * 3_600_000).toISOString() };
}

const lookOf = (ctx: Context, lookId: string, body: Body) => ({
  ...{ lookId, entryId: newId(), requestId: ctx.requestId, at: ctx.now, elderId: body.elderId ?? null },
  ...{ role: ctx.actor.role, way: ctx.scope.way, areaCode: ctx.actor.areaCode },
  ...{ purpose: body.purpose, reason: body.reason },
});

/** By the number given first: never by two at once, or one guess could test another. */
function indexesOf(ctx: Context, { identityNumber, phone, elderId }: Body) {
  const number = identityNumber && tidyIdentityNumber(identityNumber);
  const identity = number ? blindIndexes(ctx.keys, { field: 'identity-number', part: 'whole' }, number) : [];
  const byPhone =
    phone && !number && !elderId ? blindIndexes(ctx.keys, { field: 'phone', part: 'whole' }, tidyPhone(phone)) : [];
  return { identity: elderId ? [] : identity, phone: byPhone };
}

async function askReview(
  inner: Context,
  of: { lookId: string; elderId: string; home: string; name: string },
  body: Body,
): Promise<void> {
  const { actor } = inner;
  await advance(inner, {
    table: outsideLookLifecycle,
    subject: { kind: 'outside-look', id: of.lookId, elderId: of.elderId, areaCode: of.home },
    status: null,
    action: 'open',
    note: `${areaName(actor.areaCode)}${actor.name}，${body.purpose}：${body.reason}`,
    duty: {
      ...{ forRole: 'street', kindLabel: '复核查看', actionLabel: '去复核', withinWorkingDays: REVIEW_WORKING_DAYS },
      title: `${areaName(actor.areaCode)}${ROLE_LABELS[actor.role]}看了${of.name}的档案`,
      reason: `${actor.name}，${body.purpose}：${body.reason}`,
      path: '/desk/outside-reviews',
    },
  });
}
