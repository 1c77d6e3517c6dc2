import { underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';

/**
 * Runs `work` as batch in one community inside the actor's transaction: an assessor reaches only the own sheet, but
 * the signature must also reach the other sheet and the assessment. The caller has checked the own sheet before.
 */
export function inArea<T>(ctx: Context, areaCode: string, work: (inner: Context) => Promise<T>): Promise<T> {
  const { from, to } = areaRange(areaCode);
  const inner = { way: 'batch' as const, areaFrom: from, areaTo: to, accountId: ctx.actor.accountId };
  return underScope(ctx, { inner, outer: ctx.scope }, () => work({ ...ctx, scope: inner }));
}
