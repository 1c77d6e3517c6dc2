import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveRows } from './db.ts';

/** Reaction to elder.moved. */
export const consentsFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '同意随人换辖区' }, inner => moveRows(inner, event));
