import type { z } from 'zod';
import type * as contract from '#contracts/construction.ts';
import {
  PROGRAMME_STAGES,
  PROGRAMMES,
  type Project,
  type ProjectRow,
  projectLifecycles,
} from '#contracts/construction.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { areaRange, isInArea } from '#shared/area-codes.ts';
import * as db from './db.ts';
import { funnelOf } from './rules.ts';

const projectRow = (row: db.ProjectRecord): ProjectRow => ({
  id: row.project_id,
  programme: row.programme,
  planYear: row.plan_year,
  name: row.name,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  facilityId: row.facility_id,
  stage: row.stage,
  latestOn: row.latest_on,
});

/** One page of projects and how far they have come; the funnel needs one programme, else it is that of the longest. */
export async function listProjects(ctx: Context, asked: z.output<typeof contract.listProjects.query>) {
  const area = asked.area ?? ctx.actor.areaCode;
  if (!isInArea(area, ctx.actor.areaCode)) throw new DomainError('platform.not-found', '这个区划不在您的辖区');
  const { programme, planYear, stage, facilityId } = asked;
  const wishes = { ...areaRange(area), programme, planYear, stage, facilityId, text: asked.q };
  const offset = Number(asked.cursor ?? 0) || 0;
  const rows = await db.listProjects(ctx, wishes, { limit: asked.limit, offset });
  const standing = await db.countByStage(ctx, wishes);
  const total = rows[0]?.total ?? 0;
  const next = offset + rows.length;
  return {
    rows: rows.map(projectRow),
    nextCursor: next < total ? String(next) : null,
    total,
    funnel: funnelOf(programme ?? PROGRAMMES[0], standing),
  };
}

/** One project with every stage of its programme, reached or not; throws platform.not-found. */
export async function getProject(ctx: Context, id: string): Promise<Project> {
  const row = await db.findProject(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  const entries = await db.listStages(ctx, id);
  const stages = PROGRAMME_STAGES[row.programme].map(stage => {
    const own = entries.filter(e => e.stage === stage);
    const standing = own.find(e => e.withdrawn_at === null);
    const withdrawn = own.flatMap(e =>
      e.withdrawn_at ? [{ reachedOn: e.reached_on, because: e.withdrawn_because ?? '', at: e.withdrawn_at }] : [],
    );
    return {
      stage,
      reachedOn: stage === 'not-started' ? row.planned_on : (standing?.reached_on ?? null),
      note: standing?.note ?? null,
      withdrawn: withdrawn.reverse(),
    };
  });
  return {
    ...projectRow(row),
    plannedOn: row.planned_on,
    stages,
    steps: await readSteps(ctx, id),
    actions: nextActions(projectLifecycles[row.programme], row.stage, ctx.actor.role),
  };
}
