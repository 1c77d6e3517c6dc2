import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveRows } from './db/sessions.ts';

/** Reaction to elder.moved. */
export const postsFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '家属的岗位随老人换辖区' }, inner => moveRows(inner, event));
