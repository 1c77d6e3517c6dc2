import { responsibleStation } from '#modules/visits/index.ts';
import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';
import { moveNeeds } from './db.ts';

/** Reaction to elder.merged: an open need that both records have is one need, the survivor's. */
export async function mergeNeeds(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `delete from service_needs l using service_needs s
     where s.elder_id = $1 and l.elder_id = $2 and s.kind = l.kind and s.item_code is not distinct from l.item_code
       and s.status in ('unmet', 'matching') and l.status in ('unmet', 'matching')`,
    [merge.elderId, merge.fromElderId],
  );
  await takeOver(ctx, merge, [{ table: 'service_needs' }]);
  const organisationId = await responsibleStation(ctx, merge.areaCode);
  await moveNeeds(ctx, { ...merge, organisationId });
}
