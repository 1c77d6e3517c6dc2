import { areaRange } from '#shared/area-codes.ts';
import { underScope } from '../database/transaction.ts';
import type { Context } from '../http/context.ts';

/**
 * Runs `work` in the same transaction as the batch role over one declared area, for the named steps whose rows cross ways
 * (a firm's row becomes another's, a family's confirmation writes a settlement line). The actor stays the person; what
 * they record carries the way `batch`, so that the audit shows it.
 */
export async function inArea<T>(ctx: Context, areaCode: string, work: (inner: Context) => Promise<T>): Promise<T> {
  const { from, to } = areaRange(areaCode);
  const inner = { way: 'batch' as const, areaFrom: from, areaTo: to };
  if (ctx.scope.way === 'batch') return work(ctx);
  return underScope(ctx, { inner, outer: ctx.scope }, () => work({ ...ctx, scope: inner }));
}
