import type { Step } from '#contracts/nouns.ts';
import type { Context } from '../http/context.ts';

<<<<<<< HEAD
/** Steps of one record that the actor may see, newest first. */
export async function readSteps(ctx: Context, subjectId: string): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('lifecycle_steps')
    .select(['at', 'actor_name', 'action', 'label', 'from_status', 'to_status', 'note'])
=======
/** The steps of one record that the actor may see, newest first. */
export async function readSteps(ctx: Context, subjectId: string): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('lifecycle_steps')
    .select(['at', 'actor_name as actor', 'action', 'label', 'from_status as from', 'to_status as to', 'note'])
>>>>>>> refs/heads/guard
    .where('subject_id', '=', subjectId)
    .orderBy('at', 'desc')
    .orderBy('step_id', 'desc')
    .execute();
<<<<<<< HEAD
  return rows.map(row => ({
    at: row.at,
    actor: row.actor_name,
    action: row.action,
    label: row.label,
    from: row.from_status,
    to: row.to_status,
    note: row.note,
  }));
=======
  return rows;
>>>>>>> refs/heads/guard
}
