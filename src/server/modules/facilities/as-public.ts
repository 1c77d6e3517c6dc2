import { underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';

/**
 * Reads public facts as a visitor does, whoever is logged in: an official's row rule would narrow the public list to
 * the own area. The transaction returns to the caller's scope afterwards.
 */
export const asPublic = <T>(ctx: Context, work: () => Promise<T>): Promise<T> =>
  underScope(ctx, { inner: { way: 'public' }, outer: ctx.scope }, work);
