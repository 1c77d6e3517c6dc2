import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: every measure counts for the record that stays. */
export const mergeMeasures = (ctx: Context, merge: Merge): Promise<void> =>
  takeOver(ctx, merge, [{ table: 'household_measures' }]);
