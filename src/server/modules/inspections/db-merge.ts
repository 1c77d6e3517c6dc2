import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged. */
export const mergeChecks = (ctx: Context, merge: Merge): Promise<void> =>
  takeOver(ctx, merge, [{ table: 'inspection_checks' }]);
