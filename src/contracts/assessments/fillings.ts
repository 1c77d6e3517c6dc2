import { z } from 'zod';
import { Confidence } from '../confidence.ts';
import { ofClass, Withheld } from '../data-classes.ts';
import { endpoint } from '../endpoint.ts';
import { CivilDateText, Id, Instant } from '../nouns.ts';
import { ScaleForm } from './scales.ts';

export const FormBrief = z.object({
  id: z.string(),
  titleZh: z.string(),
  document: z.string(),
  version: CivilDateText.nullable(),
  purpose: z.string(),
  use: ScaleForm.shape.use,
  confidence: Confidence,
  gradingConfidence: Confidence.nullable(),
  items: z.int(),
  questions: z.int(),
  totalMax: z.int(),
  openPoints: z.array(z.string()),
});
export type FormBrief = z.infer<typeof FormBrief>;

const Met = z.object({ id: z.string(), nameZh: z.string(), document: z.string(), clause: z.string() });
export const FormOutcome = z.object({
  key: z.string(),
  nameZh: z.string(),
  value: z.number().nullable(),
  level: z.int().nullable(),
  levelLabel: z.string().nullable(),
  levelByValue: z.int().nullable(),
  raisedBy: z.array(Met),
  met: z.array(Met),
  undecided: z.string().nullable(),
  confidence: Confidence,
  note: z.string().nullable(),
});
export const FormResult = z.object({
  form: z.string(),
  dimensions: z.record(z.string(), z.number()),
  total: z.number(),
  derived: z.array(z.object({ key: z.string(), nameZh: z.string(), value: z.number(), confidence: Confidence })),
  outcomes: z.array(FormOutcome),
});
/** Points by item code under `items`, the rest by question key; the engine checks every value against the form. */
export const FormAnswers = z.looseObject({
  items: z.record(z.string(), z.number({ error: '得分应是整数' })).default({}),
});

export const FillingRow = z.object({
  id: Id,
  elderId: Id,
  form: z.string(),
  titleZh: z.string(),
  filledOn: CivilDateText,
  filledBy: z.string(),
  /** Null only where it is left out. */
  result: ofClass('health', FormResult.nullable()),
  /** Of a scale that needs two people: whether a second one has come to the same level. Null where one is enough. */
  standing: ofClass('health', z.string().nullable()),
  withheld: Withheld,
});
export type FillingRow = z.infer<typeof FillingRow>;
export const Filling = FillingRow.extend({
  elderName: z.string(),
  areaName: z.string(),
  bornOn: CivilDateText,
  sex: z.string(),
  answers: ofClass('health', FormAnswers.nullable()),
  note: ofClass('health', z.string().nullable()),
  recordedAt: Instant,
});
export type Filling = z.infer<typeof Filling>;

export const listForms = endpoint({
  method: 'GET',
  path: '/api/assessment-forms',
  summary: '全部量表：版本、用处、哪些值还没有定',
  response: z.object({ rows: z.array(FormBrief) }),
});

export const readForm = endpoint({
  method: 'GET',
  path: '/api/assessment-forms/:form',
  summary: '一份量表：项目、选项、跳答、分级和可信度',
  params: z.object({ form: z.string() }),
  response: ScaleForm,
});

export const listFillings = endpoint({
  method: 'GET',
  path: '/api/assessment-fillings',
  summary: '一位老人做过的其他量表，最近的在前',
  query: z.object({ elderId: Id }),
  response: z.object({ rows: z.array(FillingRow) }),
});

export const readFilling = endpoint({
  method: 'GET',
  path: '/api/assessment-fillings/:id',
  summary: '一份填好的量表',
  params: z.object({ id: Id }),
  response: Filling,
});

export const recordFilling = endpoint({
  method: 'POST',
  path: '/api/assessment-fillings',
  summary: '记一份量表；分数和分级由系统按量表算',
  body: z.object({
    elderId: Id,
    form: z.string(),
    filledOn: CivilDateText,
    answers: FormAnswers,
    note: z.string().trim().max(500, { error: '最多 500 字' }).optional(),
  }),
  response: Filling,
  errors: ['assessments.incomplete', 'assessments.elder-not-active', 'assessments.not-assigned-to-you'],
});
