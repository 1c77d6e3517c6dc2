import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: every decision is kept; the last one of a purpose stands, whichever record it was given on. */
export const mergeConsents = (ctx: Context, merge: Merge): Promise<void> =>
  takeOver(ctx, merge, [{ table: 'consents' }]);
