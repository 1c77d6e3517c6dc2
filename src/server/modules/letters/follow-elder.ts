import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveRows } from './db.ts';
import { dropTelling } from './tell-person.ts';

/** Reaction to elder.moved. */
export const lettersFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '文书随人换辖区' }, inner => moveRows(inner, event));

/** Reaction to elder.died and elder.moved-out. */
export const endTellingOf = (ctx: Context, of: { elderId: string; areaCode: string }, reason: string): Promise<void> =>
  asBatch(ctx, { areaCode: of.areaCode, why: '电话告知作罢' }, inner => dropTelling(inner, of.elderId, reason));
