import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged. */
export const mergeMessages = (ctx: Context, merge: Merge): Promise<void> =>
  takeOver(ctx, merge, [{ table: 'messages', set: 'path = replace(path, $2::uuid::text, $1::uuid::text)' }]);
