import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: one voucher a scheme and period; what both had spent stays with the district that owes it. */
export async function mergeVouchers(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `update vouchers v set status = 'removed', note = '重复档案已合并，以另一份的券为准' where v.elder_id = $2
       and v.status <> 'removed' and exists (select from vouchers s where s.elder_id = $1 and s.scheme_id = v.scheme_id
         and s.period_key = v.period_key and s.status <> 'removed')`,
    [merge.elderId, merge.fromElderId],
  );
  await takeOver(ctx, merge, [{ table: 'vouchers' }, { table: 'voucher_redemptions', area: 'stays' }]);
}
