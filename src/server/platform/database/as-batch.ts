import { areaRange } from '#shared/area-codes.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../http/context.ts';
import { type RowScope, underScope } from './transaction.ts';

/**
 * Works as the batch role inside a declared area, in the same transaction, and says so in the audit. For effects of a
 * permitted step on rows that its actor may not reach (a confirmed order's settle line); never for reading answers.
 * Within a batch that reaches the area already it is said once.
 */
export async function asBatch<T>(
  ctx: Context,
  declared: { areaCode: string; why: string },
  work: (inner: Context) => Promise<T>,
): Promise<T> {
  const { from: areaFrom, to: areaTo } = areaRange(declared.areaCode);
  if (covers(ctx.scope, areaFrom, areaTo)) return work(ctx);
  const inner: RowScope = { ...ctx.scope, way: 'batch', areaFrom, areaTo, accountId: ctx.actor.accountId };
  return underScope(ctx, { inner, outer: ctx.scope }, async () => {
    const acting = { ...ctx, scope: inner };
    const subject = { kind: 'area', id: declared.areaCode };
    await record(acting, { action: 'platform.as-batch', subject, areaCode: declared.areaCode, note: declared.why });
    return work(acting);
  });
}

const covers = (scope: RowScope, from: string, to: string): boolean =>
  scope.way === 'batch' && (scope.areaFrom ?? '~') <= from && (scope.areaTo ?? '') >= to;
