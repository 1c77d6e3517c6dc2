import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';

const CITY = '110000000000';

/** Somebody's facts changed: the next run of changed people looks at them. In the change's own transaction. */
export const markChanged = (ctx: Context, of: { elderId: string; areaCode: string; because: string }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '记下谁的情况变了' }, async inner => {
    await inner.client.query(
      `insert into benefit_changes as c (elder_id, area_code, changed_xid, because, changed_at)
       values ($1, $2, pg_current_xact_id()::text::bigint, $3, $4)
       on conflict (elder_id) do update set area_code = excluded.area_code, changed_xid = excluded.changed_xid,
         because = excluded.because, changed_at = excluded.changed_at`,
      [of.elderId, of.areaCode, of.because, inner.now],
    );
  });
