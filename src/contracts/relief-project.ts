import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, Instant } from './nouns.ts';

/** 项目验收 (S0-10.5). */
export const PROJECT_STAGES = ['preliminary-acceptance', 'trial-run', 'final-acceptance'] as const;
export const ProjectStage = z.enum(PROJECT_STAGES, { error: '请选哪个阶段' });
export const PROJECT_STAGE_LABELS = {
  'preliminary-acceptance': '初步验收',
  'trial-run': '试运行',
  'final-acceptance': '终验',
} as const satisfies Record<(typeof PROJECT_STAGES)[number], string>;
export const STAGE_STATES = ['running', 'passed', 'failed'] as const;
export const STAGE_STATE_LABELS = {
  running: '进行中',
  passed: '通过',
  failed: '没有通过',
} as const satisfies Record<(typeof STAGE_STATES)[number], string>;
const StageBody = {
  stage: ProjectStage,
  state: z.enum(STAGE_STATES, { error: '请选结果' }),
  on: CivilDateText,
  /** What the experts said, and by which paper. */
  opinion: z.string().trim().max(300, { error: '最多 300 字' }).default(''),
  document: z.string().trim().min(2, { error: '请写依据的材料，如“初步验收专家评审意见”' }).max(100),
};
export const ProjectRecord = z.object({ ...StageBody, id: Id, setBy: z.string(), setAt: Instant });
export type ProjectRecord = z.infer<typeof ProjectRecord>;
export const listProjectStages = endpoint({
  method: 'GET',
  path: '/api/relief-project-stages',
  summary: '低收入人口动态监测平台的项目记录：初步验收、试运行、终验，结果和日期',
  response: z.object({ rows: z.array(ProjectRecord) }),
});
export const keepProjectStage = endpoint({
  method: 'POST',
  path: '/api/relief-project-stages',
  summary: '市里记一条项目阶段：结果、日期、专家意见、材料；记错了再记一条，以后记的为准',
  body: z.object(StageBody),
  response: z.object({ id: Id }),
  errors: ['platform.invalid-input'],
});
