import { DomainError } from '#contracts/errors.ts';
import { underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt, areaRange } from '#shared/area-codes.ts';
import * as db from './db.ts';

/**
 * A centre answers for its street [S0-6.5], while its way compares only its own organisation: its orders are read and
 * dispatched in a declared scope of that one street. Everybody else works under their own row rules.
 */
export function withReach<T>(ctx: Context, work: (inner: Context) => Promise<T>): Promise<T> {
  if (ctx.actor.role !== 'centre') return work(ctx);
  const { from, to } = areaRange(areaAt(ctx.actor.areaCode, 'street'));
  const inner = { way: 'batch' as const, areaFrom: from, areaTo: to, accountId: ctx.actor.accountId };
  return underScope(ctx, { inner, outer: ctx.scope }, () => work({ ...ctx, scope: inner }));
}

/** The order, locked for a step, or platform.not-found when it is missing or out of reach. */
export async function orderForStep(ctx: Context, id: string): Promise<db.OrderRecord> {
  const order = await db.lockOrder(ctx, id);
  if (!order) throw new DomainError('platform.not-found');
  return order;
}
