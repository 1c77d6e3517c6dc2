import { DomainError } from '#contracts/errors.ts';
import type { FamilyLogin } from '#contracts/family-logins.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import * as posts from './db/posts.ts';
import { areaOf, postOf } from './family-logins.ts';

/** Working days until a second person has looked at the paper. No document says (designDefault). */
const WITHIN_WORKING_DAYS = 3;

type At = { elderId: string; postId: string };

/** Neither who recorded the guardian nor the guardian decides: a relative may be an official as well. */
const isOwn = (ctx: Context, post: posts.FamilyPost): boolean =>
  ctx.actor.accountId === post.guardian_asked_by || ctx.actor.accountId === post.account_id;

export function guardianOf(ctx: Context, post: posts.FamilyPost): FamilyLogin['guardian'] {
  const { guardian_evidence: evidence, guardian_asked_name: askedBy, guardian_from: from } = post;
  if (!evidence || !askedBy) return null;
  const notMine = from === null && isOwn(ctx, post) ? '登记的人和监护人自己不能核准，请另一位同事核准' : null;
  return { evidence, askedBy, from, confirmedBy: post.guardian_confirmed_name, notMine };
}

/**
 * Recorded with its paper, in force only when another person confirmed it; null takes it back at once, for closing what
 * was open harms nobody.
 */
export async function setGuardian(ctx: Context, at: At, evidence: string | null): Promise<{ done: true }> {
  const areaCode = await areaOf(ctx, at.elderId);
  const post = await postOf(ctx, at);
  if (post.role !== 'family' || (post.to_on !== null && post.to_on < ctx.today))
    throw new DomainError('accounts.no-guardian');
  if (evidence && ctx.actor.accountId === post.account_id) throw new DomainError('accounts.guardian-same-person');
  await asBatch(ctx, { areaCode, why: '登记法定监护人' }, inner => posts.askGuardian(inner, at.postId, evidence));
  const name = `${post.holder_name}（${post.title}）`;
  const subject = { kind: 'guardian', id: at.postId, elderId: at.elderId, areaCode };
  await closeDuties(ctx, at.postId);
  if (evidence)
    await openDuty(ctx, subject, {
      ...{ forRole: 'street', kindLabel: '监护人', title: `核准${name}为法定监护人` },
      ...{ reason: `${ctx.actor.name}登记，依据：${evidence}；要另一人核准`, actionLabel: '去核准' },
      ...{ path: `/desk/elders/${at.elderId}`, withinWorkingDays: WITHIN_WORKING_DAYS },
    });
  await record(ctx, {
    ...{ action: 'accounts.set-guardian', subject, elderId: at.elderId, areaCode },
    note: `${name}${evidence ? `：${evidence}，待另一人核准` : '不再是法定监护人'}`,
    before: { evidence: post.guardian_evidence, from: post.guardian_from },
    after: { evidence },
  });
  return { done: true };
}

/** Confirmed by another than who recorded it, it opens money and health from today; refused, nothing of it is left. */
export async function decideGuardian(
  ctx: Context,
  at: At,
  { confirm, note }: { confirm: boolean; note: string },
): Promise<{ done: true }> {
  const areaCode = await areaOf(ctx, at.elderId);
  const post = await postOf(ctx, at);
  if (!post.guardian_evidence || post.guardian_from)
    throw new DomainError('platform.wrong-state', '没有等核准的监护人登记，请刷新后查看');
  if (post.to_on !== null && post.to_on < ctx.today) throw new DomainError('platform.wrong-state', '这个账号已经停用');
  if (isOwn(ctx, post)) throw new DomainError('accounts.guardian-same-person');
  await asBatch(ctx, { areaCode, why: '核准法定监护人' }, inner =>
    confirm ? posts.confirmGuardian(inner, at.postId) : posts.askGuardian(inner, at.postId, null),
  );
  await closeDuties(ctx, at.postId);
  await record(ctx, {
    ...{ action: 'accounts.decide-guardian', subject: { kind: 'guardian', id: at.postId } },
    ...{ elderId: at.elderId, areaCode },
    note: `${post.holder_name}（${post.title}）：${confirm ? '核准' : '不核准'}，${note}`,
    before: { evidence: post.guardian_evidence, askedBy: post.guardian_asked_name },
    after: { confirm },
  });
  return { done: true };
}
