import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: families bound to either record are bound to the person who stays. */
export const mergePosts = (ctx: Context, merge: Merge): Promise<void> => takeOver(ctx, merge, [{ table: 'posts' }]);
