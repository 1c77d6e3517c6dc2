import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

const LIVE = "('applied', 'disputed', 'granted')";

/**
 * Reaction to elder.merged: one live application a scheme (granted before applied, then that of the person who stays);
 * of one month's determination and one offer that of the person who stays. What gives way stands in the merge's journal.
 */
export async function mergeBenefits(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `with live as (
       select elder_id, application_id,
         row_number() over (partition by scheme order by status <> 'granted', elder_id <> $1, applied_on, application_id) as n
       from benefit_applications where elder_id in ($1, $2) and status in ${LIVE})
     update benefit_applications a set status = 'withdrawn', decided_at = null, decision_note = '重复档案合并，以另一份申请为准'
     from live l where l.n > 1 and a.elder_id = l.elder_id and a.application_id = l.application_id`,
    [merge.elderId, merge.fromElderId],
  );
  await takeOver(ctx, merge, [
    { table: 'benefit_applications' },
    { table: 'benefit_offers', unless: ['scheme'] },
    { table: 'benefit_determinations', unless: ['scheme', 'month'] },
    { table: 'benefit_facts', unless: [] },
    { table: 'benefit_insurances' },
    { table: 'benefit_changes', unless: [] },
    { table: 'funeral_claims', unless: [] },
  ]);
}
