import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: one contract in force; where both have one, that of the person who stays stands. */
export async function mergeContracts(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `update doctor_contracts set status = 'ended', ended_on = $3, end_reason = '重复档案合并，另一份签约继续', next_contact_on = null
     where elder_id = $2 and status = 'active'
       and exists (select from doctor_contracts s where s.elder_id = $1 and s.status = 'active')`,
    [merge.elderId, merge.fromElderId, ctx.today],
  );
  await takeOver(ctx, merge, [{ table: 'doctor_contracts' }, { table: 'doctor_contacts' }]);
}
