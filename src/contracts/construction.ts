import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { type Lifecycle, lifecycle, type Transition } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, NextAction, PageQuery, page, Step } from './nouns.ts';

export const PROGRAMMES = ['regional-centre', 'mutual-aid-point', 'barrier-free'] as const;
export const Programme = z.enum(PROGRAMMES, { error: '请选建设任务' });
export type Programme = z.infer<typeof Programme>;
export const PROGRAMME_LABELS = {
  'regional-centre': '建区域养老服务中心',
  'mutual-aid-point': '建农村互助点',
  'barrier-free': '机构无障碍改造',
} as const satisfies Record<Programme, string>;

/** In the order in which a project passes through them. */
export const PROJECT_STAGES = [
  'not-started',
  'site-fixed',
  'operator-recruited',
  'under-construction',
  'completed',
  'acceptance-started',
  'accepted',
  'operating',
] as const;
export const ProjectStage = z.enum(PROJECT_STAGES, { error: '请选阶段' });
export type ProjectStage = z.infer<typeof ProjectStage>;
/** The same words as the view construction_v_projects. */
export const PROJECT_STAGE_LABELS = {
  'not-started': '未开工',
  'site-fixed': '已定点位',
  'operator-recruited': '已招募运营主体',
  'under-construction': '在施',
  completed: '已完工',
  'acceptance-started': '已开展验收',
  accepted: '已通过验收',
  operating: '已开展服务',
} as const satisfies Record<ProjectStage, string>;

/** Which stages a programme has: a mutual-aid point has no acceptance, a rebuilt institution never stops serving. */
export const PROGRAMME_STAGES = {
  'regional-centre': PROJECT_STAGES,
  'mutual-aid-point': ['not-started', 'under-construction', 'completed', 'operating'],
  'barrier-free': ['not-started', 'under-construction', 'completed'],
} as const satisfies Record<Programme, readonly ProjectStage[]>;

const BUILDERS = ['street', 'district', 'city'] as const;
type StageAction = 'reach' | 'withdraw';

/** Each stage leads to the next and to no other, so accepted ≤ acceptance started ≤ recruited holds by construction. */
function projectTable(programme: Programme): Lifecycle<ProjectStage, StageAction> {
  const stages: readonly ProjectStage[] = PROGRAMME_STAGES[programme];
  const transitions = stages.slice(1).flatMap((to, i): Transition<ProjectStage, StageAction>[] => {
    const from = stages[i] ?? 'not-started';
    return [
      { from: [from], to, action: 'reach', label: `登记“${PROJECT_STAGE_LABELS[to]}”`, by: BUILDERS },
      {
        from: [to],
        to: from,
        action: 'withdraw',
        label: `更正：还没到“${PROJECT_STAGE_LABELS[to]}”`,
        by: BUILDERS,
        needs: [{ field: 'reason', label: '更正原因' }],
        side: true,
      },
    ];
  });
  return lifecycle({
    noun: 'project',
    label: '建设项目',
    initial: 'not-started',
    statuses: PROJECT_STAGES,
    labels: PROJECT_STAGE_LABELS,
    transitions,
  });
}
export const projectLifecycles = {
  'regional-centre': projectTable('regional-centre'),
  'mutual-aid-point': projectTable('mutual-aid-point'),
  'barrier-free': projectTable('barrier-free'),
} as const satisfies Record<Programme, Lifecycle<ProjectStage, StageAction>>;

export const ProjectRow = z.object({
  id: Id,
  programme: Programme,
  planYear: z.int(),
  name: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  facilityId: Id.nullable(),
  stage: ProjectStage,
  latestOn: CivilDateText,
});
export type ProjectRow = z.infer<typeof ProjectRow>;

export const StageRow = z.object({
  stage: ProjectStage,
  reachedOn: CivilDateText.nullable(),
  note: z.string().nullable(),
  /** Entries taken back, newest first. */
  withdrawn: z.array(z.object({ reachedOn: CivilDateText, because: z.string(), at: z.string() })),
});

export const Project = ProjectRow.extend({
  plannedOn: CivilDateText,
  stages: z.array(StageRow),
  steps: z.array(Step),
  actions: z.array(NextAction),
});
export type Project = z.infer<typeof Project>;

const Reason = z.string().trim().min(4, { error: '请写明更正原因，至少 4 个字' }).max(200);
const ById = z.object({ id: Id });

export const listProjects = endpoint({
  method: 'GET',
  path: '/api/projects',
  savedAs: '建设项目',
  summary: '建设项目：按任务、年度、阶段查，并数出各阶段',
  query: PageQuery.extend({
    programme: Programme.optional(),
    planYear: z.coerce.number().int().optional(),
    stage: ProjectStage.optional(),
    facilityId: Id.optional(),
    area: AreaCode.optional(),
    q: z.string().trim().max(50).optional(),
  }),
  response: page(ProjectRow).extend({
    /** How many stand at a stage now, and how many have reached it. */
    funnel: z.array(z.object({ stage: ProjectStage, standing: z.int(), reached: z.int() })),
  }),
});

export const getProject = endpoint({
  method: 'GET',
  path: '/api/projects/:id',
  summary: '一个建设项目和它的各阶段',
  params: ById,
  response: Project,
  errors: ['platform.not-found'],
});

export const planProject = endpoint({
  method: 'POST',
  path: '/api/projects',
  summary: '把一个点位列入年度建设计划',
  body: z.object({
    programme: Programme,
    planYear: z.int().min(2015).max(2100),
    name: z.string().trim().min(4, { error: '请填项目名称，至少 4 个字' }).max(80),
    areaCode: AreaCode,
    facilityId: Id.nullable().default(null),
    plannedOn: CivilDateText,
  }),
  response: Project,
  errors: ['facilities.not-a-community', 'construction.date'],
});

export const reachStage = endpoint({
  method: 'POST',
  path: '/api/projects/:id/stages',
  summary: '登记到了下一个阶段',
  params: ById,
  body: z.object({ stage: ProjectStage, on: CivilDateText, note: z.string().trim().max(200).optional() }),
  response: Project,
  errors: ['platform.not-found', 'platform.wrong-state', 'construction.not-next', 'construction.date'],
});

/** Takes the latest stage back, or sets another day for one that stands; both with the reason, nothing is deleted. */
export const correctStage = endpoint({
  method: 'POST',
  path: '/api/projects/:id/stages/:stage/correct',
  summary: '更正一个阶段：撤回，或改日期',
  params: z.object({ id: Id, stage: ProjectStage }),
  body: z.object({ reason: Reason, on: CivilDateText.nullable().default(null) }),
  response: Project,
  errors: ['platform.not-found', 'platform.wrong-state', 'construction.not-next', 'construction.date'],
});
