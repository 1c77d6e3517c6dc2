import type { Step } from '#contracts/nouns.ts';
import type { Context } from '../http/context.ts';

/** All steps of a record that the caller may see, newest first. */
export async function listSteps(ctx: Context, subjectId: string): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('lifecycle_steps')
    .select(['at', 'actor_name', 'action', 'label', 'from_status', 'to_status', 'note'])
    .where('subject_id', '=', subjectId)
    .orderBy('at', 'desc')
    .orderBy('step_id', 'desc')
    .execute();
  return rows.map(row => ({
    at: row.at,
    actor: row.actor_name,
    action: row.action,
    label: row.label,
    from: row.from_status,
    to: row.to_status,
    note: row.note,
  }));
}
