import type { Context } from '#platform/http/context.ts';
import type { VisitRow } from './db.ts';

/** The visit for a write; undefined outside the actor's rows. */
export async function lockVisit(ctx: Context, visitId: string): Promise<VisitRow | undefined> {
  const { rows } = await ctx.client.query<VisitRow>('select * from visits where visit_id = $1 for update', [visitId]);
  return rows[0];
}

export async function setNeedAnswer(ctx: Context, visitId: string, text: string): Promise<VisitRow> {
  const { rows } = await ctx.client.query<VisitRow>(
    'update visits set need_answer = $2, need_answered_by = $3, need_answered_at = $4 where visit_id = $1 returning *',
    [visitId, text, ctx.actor.name, ctx.now],
  );
  const row = rows[0];
  if (!row) throw new Error('update returning answers the locked row');
  return row;
}
