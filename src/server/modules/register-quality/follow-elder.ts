import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveSides, setArea } from './db/pairs.ts';
import { commonArea } from './rules.ts';

/** Reaction to elder.moved: the area that decides a pair is the smallest that holds both records now. */
export const pairsFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '疑似重复随人换辖区' }, async inner => {
    for (const pair of await moveSides(inner, event)) {
      const areaCode = commonArea(pair.a_area, pair.b_area);
      if (areaCode !== pair.area_code) await setArea(inner, pair.pair_id, areaCode);
    }
  });
