import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';

const CITY = '110000000000';

/** Somebody's facts changed: the next run of changed people looks at them. In the change's own transaction. */
export const markChanged = (ctx: Context, of: { elderId: string; areaCode: string; because: string }): Promise<void> =>
  markManyChanged(ctx, [of], of.because);

/** Many people at once, for the same cause; each once. */
export const markManyChanged = (
  ctx: Context,
  people: readonly { elderId: string; areaCode: string }[],
  because: string,
): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '记下谁的情况变了' }, async inner => {
    await inner.client.query(
      `insert into benefit_changes as c (elder_id, area_code, changed_xid, because, changed_at)
       select elder, area, pg_current_xact_id()::text::bigint, $3, $4 from unnest($1::uuid[], $2::text[]) t (elder, area)
       on conflict (elder_id) do update set area_code = excluded.area_code, changed_xid = excluded.changed_xid,
         because = excluded.because, changed_at = excluded.changed_at`,
      [people.map(one => one.elderId), people.map(one => one.areaCode), because, inner.now],
    );
  });
