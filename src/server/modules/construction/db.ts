import type { Programme, ProjectStage } from '#contracts/construction.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

export type ProjectRecord = {
  project_id: string;
  programme: Programme;
  plan_year: number;
  name: string;
  area_code: string;
  facility_id: string | null;
  planned_on: string;
  stage: ProjectStage;
  latest_on: string;
};

export type Wishes = {
  from: string;
  to: string;
  programme: Programme | undefined;
  planYear: number | undefined;
  stage: ProjectStage | undefined;
  facilityId: string | undefined;
  text: string | undefined;
};

const HITS = `from projects where area_code >= $1 and area_code < $2 and ($3::text is null or programme = $3)
  and ($4::int is null or plan_year = $4) and ($5::text is null or stage = $5)
  and ($6::uuid is null or facility_id = $6) and ($7::text is null or position($7 in name) > 0)`;
const values = (w: Wishes) => [
  ...[w.from, w.to, w.programme ?? null, w.planYear ?? null, w.stage ?? null, w.facilityId ?? null, w.text || null],
];

export async function listProjects(ctx: Context, wishes: Wishes, page: { limit: number; offset: number }) {
  const { rows } = await ctx.client.query<ProjectRecord & { total: number }>(
    `select *, (count(*) over ())::integer as total ${HITS}
     order by plan_year desc, latest_on desc, project_id limit $8 offset $9`,
    [...values(wishes), page.limit, page.offset],
  );
  return rows;
}

/** How many projects stand at each stage, whatever stage the list asks for. */
export async function countByStage(ctx: Context, wishes: Wishes): Promise<Map<ProjectStage, number>> {
  const { rows } = await ctx.client.query<{ stage: ProjectStage; n: number }>(
    `select stage, count(*)::integer as n ${HITS} group by stage`,
    values({ ...wishes, stage: undefined }),
  );
  return new Map(rows.map(row => [row.stage, row.n]));
}

export async function findProject(ctx: Context, id: string, lock = false): Promise<ProjectRecord | undefined> {
  const { rows } = await ctx.client.query<ProjectRecord>(
    `select * from projects where project_id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

export type StageRecord = {
  stage_id: string;
  stage: ProjectStage;
  reached_on: string;
  note: string | null;
  withdrawn_at: string | null;
  withdrawn_because: string | null;
};

export async function listStages(ctx: Context, projectId: string): Promise<StageRecord[]> {
  const { rows } = await ctx.client.query<StageRecord>(
    `select stage_id, stage, reached_on, note, withdrawn_at, withdrawn_because from project_stages
     where project_id = $1 order by reached_on, stage_id`,
    [projectId],
  );
  return rows;
}

export type NewProject = {
  projectId: string;
  programme: Programme;
  planYear: number;
  name: string;
  areaCode: string;
  facilityId: string | null;
  plannedOn: string;
};

export async function insertProject(ctx: Context, p: NewProject): Promise<void> {
  await ctx.client.query(
    `insert into projects (project_id, programme, plan_year, name, area_code, facility_id, planned_on, stage, latest_on)
     values ($1, $2, $3, $4, $5, $6, $7, 'not-started', $7)`,
    [p.projectId, p.programme, p.planYear, p.name, p.areaCode, p.facilityId, p.plannedOn],
  );
}

type NewStage = { projectId: string; areaCode: string; stage: ProjectStage; on: string; note: string | null };
export async function insertStage(ctx: Context, s: NewStage): Promise<void> {
  await ctx.client.query(
    'insert into project_stages (stage_id, project_id, area_code, stage, reached_on, note) values ($1, $2, $3, $4, $5, $6)',
    [newId(), s.projectId, s.areaCode, s.stage, s.on, s.note],
  );
}

export const withdrawStage = (ctx: Context, stageId: string, because: string) =>
  ctx.client.query(
    'update project_stages set withdrawn_at = $2, withdrawn_because = $3 where stage_id = $1 and withdrawn_at is null',
    [stageId, ctx.now, because],
  );

export const setStage = (ctx: Context, projectId: string, to: { stage: ProjectStage; latestOn: string }) =>
  ctx.client.query('update projects set stage = $2, latest_on = $3 where project_id = $1', [
    projectId,
    to.stage,
    to.latestOn,
  ]);
