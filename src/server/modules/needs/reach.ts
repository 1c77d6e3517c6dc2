import { underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt, areaRange } from '#shared/area-codes.ts';

/** The area whose needs the actor is asked about: organisations answer for parts of their street. */
export const areaOf = ({ actor }: Context): string =>
  actor.way === 'organisation' ? areaAt(actor.areaCode, 'street') : actor.areaCode;

/**
 * A centre answers for its street [S0-6.5], while its way compares only its own organisation: it reads and steps needs in a
 * declared scope of that one street. A station reaches the needs it is named in; everybody else works under their own row rules.
 */
export function withReach<T>(ctx: Context, work: (inner: Context) => Promise<T>): Promise<T> {
  if (ctx.actor.role !== 'centre') return work(ctx);
  const { from, to } = areaRange(areaOf(ctx));
  const inner = { way: 'batch' as const, areaFrom: from, areaTo: to, accountId: ctx.actor.accountId };
  return underScope(ctx, { inner, outer: ctx.scope }, () => work({ ...ctx, scope: inner }));
}
