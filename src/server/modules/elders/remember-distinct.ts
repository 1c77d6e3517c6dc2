import type { Elder } from '#contracts/elders.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { forgetNotDuplicates, rememberNotDuplicates } from './db/duplicates.ts';

/** Two people for good: remembered with both records, each in its own area. */
export function rememberDistinct(ctx: Context, [a, b]: readonly [Elder, Elder], reason: string): Promise<void> {
  return rememberNotDuplicates(ctx, [
    { elderId: a.elderId, otherElderId: b.elderId, areaCode: a.areaCode, reason },
    { elderId: b.elderId, otherElderId: a.elderId, areaCode: b.areaCode, reason },
  ]);
}

/** A second thought: the two are asked about again. */
export const forgetDistinct = (ctx: Context, [a, b]: readonly [string, string]): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '重新判断是不是同一人' }, inner => forgetNotDuplicates(inner, a, b));
