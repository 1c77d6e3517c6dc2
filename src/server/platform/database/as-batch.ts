import { areaRange } from '#shared/area-codes.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../http/context.ts';
import { type RowScope, underScope } from './transaction.ts';

/**
 * Works as the batch role inside a declared area, in the same transaction, and says so in the audit. For effects of a
 * permitted step on rows that its actor may not reach (a confirmed order's settle line); never for reading answers.
 */
export async function asBatch<T>(
  ctx: Context,
  declared: { areaCode: string; why: string },
  work: (inner: Context) => Promise<T>,
): Promise<T> {
  const { from: areaFrom, to: areaTo } = areaRange(declared.areaCode);
  const inner: RowScope = { way: 'batch', areaFrom, areaTo, accountId: ctx.actor.accountId };
  return underScope(ctx, { inner, outer: ctx.scope }, async () => {
    const acting = { ...ctx, scope: inner };
    const subject = { kind: 'area', id: declared.areaCode };
    await record(acting, { action: 'platform.as-batch', subject, areaCode: declared.areaCode, note: declared.why });
    return work(acting);
  });
}
