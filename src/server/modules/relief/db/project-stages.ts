import type { ProjectRecord } from '#contracts/relief-project.ts';
import type { Context } from '#platform/http/context.ts';

type Stage = Pick<ProjectRecord, 'id' | 'stage' | 'state' | 'on' | 'opinion' | 'document'>;
export type StageRow = Omit<Stage, 'id' | 'on'> & {
  stage_id: string;
  on_date: string;
  set_by: string;
  set_at: string;
};

export async function listStages(ctx: Context): Promise<StageRow[]> {
  const { rows } = await ctx.client.query<StageRow>(
    'select * from relief_project_stages order by set_at desc, stage_id desc',
  );
  return rows;
}

export async function insertStage(ctx: Context, row: Stage): Promise<void> {
  await ctx.client.query(
    `insert into relief_project_stages (stage_id, area_code, stage, state, on_date, opinion, document, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.id, ctx.actor.areaCode, row.stage, row.state, row.on, row.opinion, row.document],
      ...[ctx.actor.name, ctx.now],
    ],
  );
}
