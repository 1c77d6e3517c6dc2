import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged. An alarm under way is handled under the name it was raised for: the merge waits. */
export async function mergeAlarms(ctx: Context, merge: Merge): Promise<void> {
  const { rowCount } = await ctx.client.query(
    "select from alarms where elder_id in ($1, $2) and status not in ('closed', 'silenced')",
    [merge.elderId, merge.fromElderId],
  );
  if (rowCount) throw new DomainError('register-quality.not-now', '有告警正在处置，请处置完再合并');
  await takeOver(ctx, merge, [{ table: 'alarms' }, { table: 'alarm_calls' }, { table: 'away_notices' }]);
}
