import { PROGRAMME_STAGES, PROJECT_STAGE_LABELS, type Programme, type ProjectStage } from '#contracts/construction.ts';
import type { CivilDate } from '#shared/dates.ts';
import { dayWords } from '#shared/dates.ts';

export type Reached = { stage: ProjectStage; on: CivilDate };

const indexOf = (programme: Programme, stage: ProjectStage): number =>
  (PROGRAMME_STAGES[programme] as readonly ProjectStage[]).indexOf(stage);

/** The stage after `stage` in this programme; undefined at its end. */
export const nextStage = (programme: Programme, stage: ProjectStage): ProjectStage | undefined =>
  PROGRAMME_STAGES[programme][indexOf(programme, stage) + 1];

/** Why `stage` may not be entered now: stages follow one another without a gap, so counters can only narrow. */
export function refuseReach(programme: Programme, now: ProjectStage, stage: ProjectStage): string | null {
  const next = nextStage(programme, now);
  if (stage === next) return null;
  if (!next) return `这个项目已到最后阶段“${PROJECT_STAGE_LABELS[now]}”`;
  return `现在是“${PROJECT_STAGE_LABELS[now]}”，下一步只能登记“${PROJECT_STAGE_LABELS[next]}”`;
}

export type DateFacts = { stage: ProjectStage; on: CivilDate; plannedOn: CivilDate; today: CivilDate };

/** Why a stage may not carry this day: not before the stage before it, not after the one after it, not in the future. */
export function refuseDate(programme: Programme, reached: readonly Reached[], facts: DateFacts): string | null {
  const { stage, on, plannedOn, today } = facts;
  if (on > today) return `日期不能晚于今天（${dayWords(today)}）`;
  if (on < plannedOn) return `日期不能早于列入计划的${dayWords(plannedOn)}`;
  const at = indexOf(programme, stage);
  const before = reached.find(r => indexOf(programme, r.stage) < at && r.on > on);
  if (before) return `日期不能早于“${PROJECT_STAGE_LABELS[before.stage]}”的 ${before.on}`;
  const after = reached.find(r => indexOf(programme, r.stage) > at && r.on < on);
  if (after) return `日期不能晚于“${PROJECT_STAGE_LABELS[after.stage]}”的 ${after.on}`;
  return null;
}

/** Standing and reached counts of a programme in stage order; reached never grows from one stage to the next. */
export function funnelOf(programme: Programme, standing: ReadonlyMap<ProjectStage, number>) {
  const stages: readonly ProjectStage[] = PROGRAMME_STAGES[programme];
  return stages.map((stage, i) => ({
    stage,
    standing: standing.get(stage) ?? 0,
    reached: stages.slice(i).reduce((sum, later) => sum + (standing.get(later) ?? 0), 0),
  }));
}
