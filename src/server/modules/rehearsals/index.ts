export { mergeRehearsals } from './db-merge.ts';

import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveRows } from './db/read-result.ts';

/** A person's row of a result answers to the new area; the figures keep the street of the day of the run. */
export const rehearsalsFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '预演结果里的人随人换辖区' }, inner => moveRows(inner, event));
