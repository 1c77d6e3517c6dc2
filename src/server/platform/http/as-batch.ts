import { areaRange } from '#shared/area-codes.ts';
import { type RowScope, underScope } from '../database/transaction.ts';
import type { Context } from './context.ts';

/**
 * Runs part of a write as `batch` in one declared area, in the same transaction: for rows of a person whom the actor
 * may act for but whose tables the actor's way does not reach. Audit rows written inside say `batch`.
 */
export async function inBatchArea<T>(ctx: Context, areaCode: string, work: (inner: Context) => Promise<T>): Promise<T> {
  const { from, to } = areaRange(areaCode);
  const scope: RowScope = { ...ctx.scope, way: 'batch', areaFrom: from, areaTo: to };
  return underScope(ctx, { inner: scope, outer: ctx.scope }, () => work({ ...ctx, scope }));
}
