import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: every letter stands as issued; of two open rows of the call list that of the person who stays. */
export async function mergeLetters(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `update letter_tellings g set status = 'dropped', ended_at = $3
     where g.elder_id = $2 and g.status in ('waiting', 'visiting')
       and exists (select from letter_tellings s where s.elder_id = $1 and s.status in ('waiting', 'visiting'))`,
    [merge.elderId, merge.fromElderId, ctx.now],
  );
  await takeOver(ctx, merge, [{ table: 'letters' }, { table: 'letter_tellings' }]);
}
