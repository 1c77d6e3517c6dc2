import type { z } from 'zod';
import type * as contract from '#contracts/construction.ts';
import { type Project, type ProjectStage, projectLifecycles } from '#contracts/construction.ts';
import { DomainError } from '#contracts/errors.ts';
import { openPlannedFacility } from '#modules/facilities/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { areaLevel, isInArea } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db.ts';
import { getProject } from './read-projects.ts';
import { type Reached, refuseDate, refuseReach } from './rules.ts';

/** Puts a site into a year's plan; throws facilities.not-a-community, construction.date. */
export async function planProject(ctx: Context, body: z.output<typeof contract.planProject.body>): Promise<Project> {
  if (areaLevel(body.areaCode) !== 'community' || !isInArea(body.areaCode, ctx.actor.areaCode)) {
    throw new DomainError('facilities.not-a-community');
  }
  if (body.plannedOn > ctx.today) {
    throw new DomainError('construction.date', '列入计划的日期不能晚于今天', { plannedOn: '不能晚于今天' });
  }
  const projectId = newId();
  await db.insertProject(ctx, { projectId, ...body });
  const subject = { kind: 'project', id: projectId, areaCode: body.areaCode };
  const table = projectLifecycles[body.programme];
  await advance(ctx, { table, subject, status: null, action: 'reach', note: `列入 ${body.planYear} 年计划` });
  await record(ctx, { action: 'construction.plan', subject, areaCode: body.areaCode, after: body });
  return getProject(ctx, projectId);
}

type Locked = { project: db.ProjectRecord; entries: db.StageRecord[]; reached: Reached[] };
async function locked(ctx: Context, id: string): Promise<Locked> {
  const project = await db.findProject(ctx, id, true);
  if (!project) throw new DomainError('platform.not-found');
  const entries = (await db.listStages(ctx, id)).filter(e => e.withdrawn_at === null);
  return { project, entries, reached: entries.map(e => ({ stage: e.stage, on: e.reached_on })) };
}

function checkDate(ctx: Context, at: Locked, wanted: { stage: ProjectStage; on: string }): void {
  const { programme, planned_on: plannedOn } = at.project;
  const others = at.reached.filter(r => r.stage !== wanted.stage);
  const refusal = refuseDate(programme, others, { ...wanted, plannedOn, today: ctx.today });
  if (refusal) throw new DomainError('construction.date', refusal, { on: refusal });
}

const subjectOf = (project: db.ProjectRecord) => ({
  kind: 'project',
  id: project.project_id,
  areaCode: project.area_code,
});

/** Enters the next stage; a project that begins to serve opens its place. Throws construction.not-next, construction.date. */
export async function reachStage(
  ctx: Context,
  id: string,
  body: z.output<typeof contract.reachStage.body>,
): Promise<Project> {
  const at = await locked(ctx, id);
  const { project } = at;
  const refusal = refuseReach(project.programme, project.stage, body.stage);
  if (refusal) throw new DomainError('construction.not-next', refusal, { stage: refusal });
  checkDate(ctx, at, body);
  const subject = subjectOf(project);
  const note = [body.on, body.note].filter(Boolean).join('，');
  const table = projectLifecycles[project.programme];
  const stage = await advance(ctx, { table, subject, status: project.stage, action: 'reach', note });
  const areaCode = project.area_code;
  await db.insertStage(ctx, { projectId: id, areaCode, stage, on: body.on, note: body.note ?? null });
  await db.setStage(ctx, id, { stage, latestOn: body.on });
  await record(ctx, {
    ...{ action: 'construction.reach', subject, areaCode },
    before: { stage: project.stage },
    after: { stage, on: body.on },
  });
  if (stage === 'operating' && project.facility_id) await openPlannedFacility(ctx, project.facility_id, body.on);
  return getProject(ctx, id);
}

type Correction = { stage: ProjectStage; reason: string; on: string | null };

/** Takes the latest stage back (`on` null), or gives a standing stage another day; the former entry stays with its reason. */
export async function correctStage(ctx: Context, id: string, correction: Correction): Promise<Project> {
  const at = await locked(ctx, id);
  const entry = at.entries.find(e => e.stage === correction.stage);
  if (!entry) throw new DomainError('construction.not-next', '这个阶段还没有登记，不用更正');
  const after = correction.on
    ? await redate(ctx, at, { entry, ...correction, on: correction.on })
    : await withdraw(ctx, at, { entry, ...correction });
  await record(ctx, {
    action: correction.on ? 'construction.redate' : 'construction.withdraw',
    subject: subjectOf(at.project),
    areaCode: at.project.area_code,
    note: correction.reason,
    before: { stage: at.project.stage, on: entry.reached_on },
    after,
  });
  return getProject(ctx, id);
}

type Change = { entry: db.StageRecord; stage: ProjectStage; reason: string };

async function redate(ctx: Context, at: Locked, change: Change & { on: string }) {
  const { project } = at;
  checkDate(ctx, at, change);
  await db.withdrawStage(ctx, change.entry.stage_id, `改日期：${change.reason}`);
  const { stage, on } = change;
  await db.insertStage(ctx, {
    projectId: project.project_id,
    areaCode: project.area_code,
    stage,
    on,
    note: change.entry.note,
  });
  const days = at.reached.filter(r => r.stage !== stage).map(r => r.on);
  const latestOn = [project.planned_on, on, ...days].sort().at(-1) ?? on;
  await db.setStage(ctx, project.project_id, { stage: project.stage, latestOn });
  return { stage: project.stage, on };
}

async function withdraw(ctx: Context, at: Locked, change: Change) {
  const { project } = at;
  if (change.stage !== project.stage) throw new DomainError('construction.not-next', '只能从最后一个阶段往回更正');
  const table = projectLifecycles[project.programme];
  const step = { subject: subjectOf(project), status: project.stage, action: 'withdraw' as const, note: change.reason };
  const stage = await advance(ctx, { table, ...step });
  await db.withdrawStage(ctx, change.entry.stage_id, change.reason);
  const days = at.reached.filter(r => r.stage !== change.stage).map(r => r.on);
  await db.setStage(ctx, project.project_id, {
    stage,
    latestOn: [project.planned_on, ...days].sort().at(-1) ?? project.planned_on,
  });
  return { stage };
}
