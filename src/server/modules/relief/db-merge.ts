import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: one record of a department a period and one open re-check stand; applications stay with their streets. */
export async function mergeRelief(ctx: Context, merge: Merge): Promise<void> {
  await ctx.client.query(
    `delete from relief_rechecks l using relief_rechecks s
     where s.elder_id = $1 and l.elder_id = $2 and s.result = 'drawn' and l.result = 'drawn'`,
    [merge.elderId, merge.fromElderId],
  );
  await takeOver(ctx, merge, [
    { table: 'relief_warnings' },
    { table: 'relief_warning_notices', area: 'stays' },
    {
      ...{ table: 'relief_signals', unless: ['topic', 'period'], sealed: { column: 'sealed', key: 'signal_id' } },
      set: 'person_id = case when person_id = $2 then $1 else person_id end',
    },
    { table: 'relief_reasons', sealed: { column: 'sealed', key: 'reason_id' } },
    { table: 'relief_applications', area: 'stays', sealed: { column: 'sealed', key: 'application_id' } },
    { table: 'relief_rechecks' },
    // Two recognitions of one person: the earlier is paid (relief_v_grants_twice), a person ends the other.
    { table: 'relief_grants', area: 'stays' },
    { table: 'relief_household_members', area: 'stays', unless: ['application_id', 'area_code'] },
    // The survivor's own means stand; the other's are put aside with its judgement, and what it earned is said anew.
    { table: 'relief_means_files', unless: [] },
    { table: 'relief_means_entries', unless: [], sealed: { column: 'sealed', key: 'entry_id' } },
  ]);
}
