import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveDifferences } from './db/differences.ts';

export { mergeComparisons } from './db-merge.ts';
export { type BulkComparison, insertComparison } from './insert-comparison.ts';
export { listSignals, type Signal } from './list-signals.ts';

export { followCorrection } from './settle-differences.ts';

/** Reaction to elder.moved: open differences are the new community's. */
export const differencesFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '比对差异随人换辖区' }, inner => moveDifferences(inner, event));
