import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant } from '../nouns.ts';
import { Assessment, REGION_NAMES } from './assessment.ts';
import { AbilityLevel } from './scales.ts';

const Note = z.string().trim().max(500, { error: '最多 500 字' });

/** Recognition of another region's result: origin and document are named, publication follows as usual. */
export const recogniseResult = endpoint({
  method: 'POST',
  path: '/api/assessments/recognise',
  summary: '登记外地的能力评估结果，公布后算数',
  body: z.object({
    elderId: Id,
    region: z.enum(REGION_NAMES, { error: '请选做评估的省市' }),
    organisation: z.string().trim().min(2, { error: '请填评估机构' }).max(100, { error: '机构名太长' }),
    documentNo: z.string().trim().min(2, { error: '请填报告或结论书编号' }).max(60, { error: '编号太长' }),
    level: z.coerce.number({ error: '请选等级' }).pipe(AbilityLevel),
    total: z.int().min(0).max(90, { error: '总分应在 0 到 90 之间' }).optional(),
    assessedOn: CivilDateText,
    validTo: CivilDateText.optional(),
    note: Note.optional(),
  }),
  response: Assessment,
  errors: [
    'assessments.already-open',
    'assessments.elder-not-active',
    'assessments.recognised-expired',
    'assessments.recognition-needs-note',
  ],
});

export const CalendarVisit = z.object({
  assessmentId: Id,
  elderName: z.string(),
  areaName: z.string(),
  visitAt: Instant,
  day: CivilDateText,
  blind: z.boolean(),
  finished: z.boolean(),
});

/** Who goes where on which day; rows of assessors, columns of days. */
export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/assessment-calendar',
  summary: '评估员日历：谁哪天上门评估谁，还有谁等着派人',
  query: z.object({
    from: CivilDateText.optional(),
    days: z.coerce.number().int().min(1).max(31).default(14),
  }),
  response: z.object({
    days: z.array(CivilDateText),
    assessors: z.array(
      z.object({ accountId: Id, name: z.string(), title: z.string(), visits: z.array(CalendarVisit) }),
    ),
    /** Applications that wait for two assessors, oldest first. */
    waiting: z.array(
      z.object({
        assessmentId: Id,
        elderName: z.string(),
        areaName: z.string(),
        appliedAt: Instant,
        dueOn: CivilDateText.nullable(),
      }),
    ),
  }),
});

const Share = z.number().min(0).max(1).nullable();
const Kappa = z.number().max(1).nullable();
export const Agreement = z.object({
  compared: z.int(),
  /** Share of equal levels. */
  levels: Share,
  /** Share of equal items over all compared sheets. */
  items: Share,
  linearKappa: Kappa,
  quadraticKappa: Kappa,
  /** Rows: first result, columns: blind result, levels 0 to 4. */
  table: z.array(z.array(z.int())),
});
export type Agreement = z.infer<typeof Agreement>;

export const SampleRow = z.object({
  id: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  from: CivilDateText,
  to: CivilDateText,
  population: z.int(),
  size: z.int(),
  assigned: z.int(),
  done: z.int(),
  drawnAt: Instant,
  drawnBy: z.string(),
});
export type SampleRow = z.infer<typeof SampleRow>;
export const SampleMember = z.object({
  assessmentId: Id,
  elderId: Id,
  elderName: z.string(),
  areaName: z.string(),
  rank: z.int(),
  publishedOn: CivilDateText,
  first: z.object({ level: AbilityLevel, total: z.int().nullable(), assessors: z.array(z.string()) }),
  second: z
    .object({ assessor: z.string(), visitAt: Instant, level: AbilityLevel.nullable(), total: z.int().nullable() })
    .nullable(),
});
export type SampleMember = z.infer<typeof SampleMember>;
export const Sample = SampleRow.extend({
  seed: z.string(),
  note: z.string().nullable(),
  members: z.array(SampleMember),
  agreement: Agreement,
});
export type Sample = z.infer<typeof Sample>;

export const listSamples = endpoint({
  method: 'GET',
  path: '/api/assessment-samples',
  summary: '盲评抽样的各批',
  response: z.object({ rows: z.array(SampleRow), share: z.number() }),
});

export const readSample = endpoint({
  method: 'GET',
  path: '/api/assessment-samples/:id',
  summary: '一批盲评抽样：种子、名单、一致程度',
  params: z.object({ id: Id }),
  response: Sample,
});

export const drawSample = endpoint({
  method: 'POST',
  path: '/api/assessment-samples',
  summary: '从一段时间公布的结果里抽一批盲评，种子记下来可复算',
  body: z.object({
    from: CivilDateText,
    to: CivilDateText,
    size: z
      .int({ error: '份数应是整数' })
      .min(1, { error: '至少抽 1 份' })
      .max(500, { error: '一次最多抽 500 份' })
      .optional(),
    /** Left out: the server makes one. */
    seed: z.string().trim().min(4, { error: '种子至少 4 个字' }).max(64, { error: '种子太长' }).optional(),
    note: Note.optional(),
  }),
  response: Sample,
  errors: ['assessments.nothing-to-sample'],
});

export const listBlindAssessors = endpoint({
  method: 'GET',
  path: '/api/assessment-samples/:id/members/:assessmentId/assessors',
  summary: '可以派去盲评的评估员：没参加过原评估的',
  params: z.object({ id: Id, assessmentId: Id }),
  response: z.object({ rows: z.array(z.object({ accountId: Id, name: z.string(), title: z.string() })) }),
});

export const assignBlind = endpoint({
  method: 'POST',
  path: '/api/assessment-samples/:id/members/:assessmentId/assign',
  summary: '派一名没参加过原评估的评估员去盲评',
  params: z.object({ id: Id, assessmentId: Id }),
  body: z.object({
    accountId: Id,
    visitAt: z.iso.datetime({ offset: true, error: '请选上门日期和时间' }),
  }),
  response: Sample,
  errors: ['assessments.not-in-sample', 'assessments.not-an-assessor', 'assessments.took-part-before'],
});

export const assessmentReport = endpoint({
  method: 'GET',
  path: '/api/assessments/:id/report-file',
  summary: '能力评估报告（.docx 或 .pdf）',
  params: z.object({ id: Id }),
  query: z.object({ format: z.enum(['docx', 'pdf'], { error: '格式请选 docx 或 pdf' }).default('docx') }),
  holds: 'health',
  response: z.unknown(),
  raw: 'response',
});
