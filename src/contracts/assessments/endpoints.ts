import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, PageQuery, page } from '../nouns.ts';
import {
  Assessment,
  AssessmentReason,
  AssessmentRow,
  Assignment,
  AssignmentRow,
  AvailableAssessor,
  ScoreAnswers,
  VisitContact,
} from './assessment.ts';
import { AssessmentStatus } from './lifecycle.ts';
import { Scale } from './scales.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().max(500, { error: '最多 500 字' });
const NeedsNote = Note.min(1, { error: '请写明理由' });

export const readScale = endpoint({
  method: 'GET',
  path: '/api/assessments/scales/:scale',
  summary: '评估量表的指标、选项、分级和可信度',
  params: z.object({ scale: z.string() }),
  response: Scale,
});

export const listAssessments = endpoint({
  method: 'GET',
  path: '/api/assessments',
  savedAs: '能力评估',
  summary: '能力评估列表',
  query: PageQuery.extend({ status: AssessmentStatus.optional(), elderId: Id.optional() }),
  response: page(AssessmentRow),
});

export const readAssessment = endpoint({
  method: 'GET',
  path: '/api/assessments/:id',
  summary: '一次能力评估',
  params: ById,
  response: Assessment,
});

export const applyForAssessment = endpoint({
  method: 'POST',
  path: '/api/assessments',
  summary: '申请能力评估',
  body: z.object({
    elderId: Id,
    reason: AssessmentReason,
    /** Left out: the register's own door and phone are taken. */
    contact: VisitContact.optional(),
    note: Note.optional(),
  }),
  response: Assessment,
  errors: ['assessments.already-open', 'assessments.elder-not-active', 'assessments.change-needs-note'],
});

export const listAvailableAssessors = endpoint({
  method: 'GET',
  path: '/api/assessments/:id/assessors',
  summary: '可以派去的评估员',
  params: ById,
  response: z.object({ rows: z.array(AvailableAssessor) }),
});

export const scheduleAssessment = endpoint({
  method: 'POST',
  path: '/api/assessments/:id/schedule',
  summary: '安排两名评估员和上门时间',
  params: ById,
  body: z.object({
    visitAt: z.iso.datetime({ offset: true, error: '请选上门日期和时间' }),
    assessors: z.array(z.object({ accountId: Id, medical: z.boolean() })).length(2, { error: '请选两名评估员' }),
  }),
  response: Assessment,
  errors: [
    'assessments.same-assessor',
    'assessments.not-an-assessor',
    'assessments.no-medical-assessor',
    'assessments.took-part-before',
  ],
});

export const reviewAssessment = endpoint({
  method: 'POST',
  path: '/api/assessments/:id/review',
  summary: '审核评分，或退回重评',
  params: ById,
  body: z.object({ decision: z.enum(['pass', 'return'], { error: '请选通过或退回' }), note: Note.optional() }),
  response: Assessment,
  errors: ['assessments.return-needs-note'],
});

export const publishAssessment = endpoint({
  method: 'POST',
  path: '/api/assessments/:id/publish',
  summary: '公布评估结果',
  params: ById,
  response: Assessment,
});

export const objectToAssessment = endpoint({
  method: 'POST',
  path: '/api/assessments/:id/object',
  summary: '对结果提出异议：另派两名评估员复评，原结果先有效',
  params: ById,
  body: z.object({ reason: NeedsNote }),
  response: Assessment,
  errors: ['assessments.too-late-to-object', 'assessments.already-open'],
});

export const cancelAssessment = endpoint({
  method: 'POST',
  path: '/api/assessments/:id/cancel',
  summary: '撤回评估申请',
  params: ById,
  body: z.object({ note: NeedsNote }),
  response: Assessment,
});

export const listAssignments = endpoint({
  method: 'GET',
  path: '/api/assessment-assignments',
  summary: '派给我的评估',
  query: z.object({ finished: z.enum(['yes', 'no']).optional() }),
  response: z.object({ rows: z.array(AssignmentRow) }),
});

export const readAssignment = endpoint({
  method: 'GET',
  path: '/api/assessment-assignments/:id',
  summary: '我的一份评估表',
  params: ById,
  response: Assignment,
});

/** The whole sheet at once, so that a phone that was offline sends its last state only. */
export const saveAssignmentDraft = endpoint({
  method: 'PUT',
  path: '/api/assessment-assignments/:id/draft',
  summary: '保存评估表草稿',
  params: ById,
  body: ScoreAnswers,
  response: Assignment,
  errors: ['assessments.already-signed'],
});

export const signAssignment = endpoint({
  method: 'POST',
  path: '/api/assessment-assignments/:id/sign',
  summary: '签字：两名评估员内容一致才评分',
  params: ById,
  body: z.object({ answers: ScoreAnswers, note: Note.optional() }),
  response: Assignment,
  errors: ['assessments.incomplete', 'assessments.already-signed'],
});
