import type { Step } from '#contracts/nouns.ts';
import type { Context } from '../http/context.ts';

/** The steps of one record that the actor may see, newest first. */
export async function readSteps(ctx: Context, subjectId: string): Promise<Step[]> {
  return ctx.db
    .selectFrom('lifecycle_steps')
    .select(['at', 'actor_name as actor', 'action', 'label', 'from_status as from', 'to_status as to', 'note'])
    .where('subject_id', '=', subjectId)
    .orderBy('at', 'desc')
    .orderBy('step_id', 'desc')
    .execute();
}
