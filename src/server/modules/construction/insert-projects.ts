import type pg from 'pg';
import type { Programme, ProjectStage } from '#contracts/construction.ts';
import { newId } from '#shared/ids.ts';

/** A project with the stages it has reached, in order; a stage `not-started` only gives the day it was planned. */
export type ProjectToInsert = {
  projectId: string;
  programme: Programme;
  planYear: number;
  name: string;
  areaCode: string;
  facilityId: string | null;
  milestones: readonly { state: ProjectStage; on: string }[];
};

/** Puts projects and their stages into the tables as the batch role, in the caller's transaction. Answers the number of projects. */
export async function insertProjects(client: pg.ClientBase, rows: readonly ProjectToInsert[]): Promise<number> {
  const first = (p: ProjectToInsert) => p.milestones[0]?.on ?? `${p.planYear}-01-01`;
  const last = (p: ProjectToInsert) => p.milestones.at(-1);
  await client.query(
    `insert into projects (project_id, programme, plan_year, name, area_code, facility_id, planned_on, stage, latest_on)
     select * from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::uuid[], $7::date[], $8::text[], $9::date[])`,
    [
      ...[rows.map(p => p.projectId), rows.map(p => p.programme), rows.map(p => p.planYear), rows.map(p => p.name)],
      ...[rows.map(p => p.areaCode), rows.map(p => p.facilityId), rows.map(first)],
      ...[rows.map(p => last(p)?.state ?? 'not-started'), rows.map(p => last(p)?.on ?? first(p))],
    ],
  );
  const stages = rows.flatMap(p => p.milestones.filter(m => m.state !== 'not-started').map(m => ({ ...p, ...m })));
  await client.query(
    `insert into project_stages (stage_id, project_id, area_code, stage, reached_on)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::date[])`,
    [
      stages.map(() => newId()),
      stages.map(s => s.projectId),
      stages.map(s => s.areaCode),
      stages.map(s => s.state),
      stages.map(s => s.on),
    ],
  );
  return rows.length;
}
