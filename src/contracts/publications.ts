import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, NextAction, Step } from './nouns.ts';

export const REPORT_STATUSES = ['draft', 'submitted', 'approved', 'locked', 'superseded'] as const;
export const ReportStatus = z.enum(REPORT_STATUSES);
export type ReportStatus = z.infer<typeof ReportStatus>;

export const REPORT_LABELS = {
  draft: '起草中',
  submitted: '待审批',
  approved: '已审批',
  locked: '已锁定',
  superseded: '已被修订版取代',
} as const satisfies Record<ReportStatus, string>;

const WRITERS = ['city', 'district'] as const;

/** Approve → lock → revise with reason; the approver is another person than the one who submitted. */
export const reportLifecycle = lifecycle({
  noun: 'progress-report',
  label: '进展表',
  initial: 'draft',
  statuses: REPORT_STATUSES,
  labels: REPORT_LABELS,
  transitions: [
    { from: ['draft'], to: 'submitted', action: 'submit', label: '送审', by: WRITERS },
    { from: ['submitted'], to: 'approved', action: 'approve', label: '批准', by: WRITERS },
    {
      from: ['submitted'],
      to: 'draft',
      action: 'return',
      label: '退回修改',
      by: WRITERS,
      needs: [{ field: 'note', label: '退回原因' }],
      side: true,
    },
    { from: ['approved'], to: 'locked', action: 'lock', label: '锁定', by: WRITERS },
    {
      from: ['locked'],
      to: 'superseded',
      action: 'revise',
      label: '修订',
      by: WRITERS,
      needs: [{ field: 'note', label: '修订原因' }],
      side: true,
    },
  ],
});

/** One piece of a sentence: plain words, or a figure computed from records at the cut-off date. */
export const Segment = z.object({
  text: z.string(),
  figure: z
    .object({ code: z.string(), value: z.number(), asOf: CivilDateText, changedFrom: z.string().nullable() })
    .nullable(),
});
export type Segment = z.infer<typeof Segment>;

export const ReportRow = z.object({
  number: z.int(),
  task: z.string(),
  items: z.array(z.object({ number: z.int(), segments: z.array(Segment) })),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const ReportCheck = z.object({
  description: z.string(),
  ok: z.boolean(),
  expected: z.string(),
  actual: z.string(),
  rows: z.array(z.int()),
});

export const Period = z.string().regex(/^\d{4}-Q[1-4]$/, { error: '期次要写成 2025-Q2 的样子' });

export const Report = z.object({
  id: Id,
  period: Period,
  title: z.string(),
  heading: z.string(),
  areaCode: AreaCode,
  asOf: CivilDateText,
  version: z.int(),
  status: ReportStatus,
  revisedBecause: z.string().nullable(),
  rows: z.array(ReportRow),
  checks: z.array(ReportCheck),
  actions: z.array(NextAction),
  steps: z.array(Step),
  versions: z.array(z.object({ id: Id, version: z.int(), status: ReportStatus })),
});
export type Report = z.infer<typeof Report>;

export const listReports = endpoint({
  method: 'GET',
  path: '/api/reports',
  summary: '进展表',
  response: z.object({
    rows: z.array(
      z.object({
        id: Id,
        period: Period,
        title: z.string(),
        version: z.int(),
        status: ReportStatus,
        asOf: CivilDateText,
      }),
    ),
  }),
});

export const draftReport = endpoint({
  method: 'POST',
  path: '/api/reports',
  summary: '起草一期进展表',
  body: z.object({ period: Period, asOf: CivilDateText.optional() }),
  response: Report,
  errors: ['tasks.period-unknown', 'tasks.nothing-to-report'],
});

export const getReport = endpoint({
  method: 'GET',
  path: '/api/reports/:id',
  summary: '一期进展表',
  params: z.object({ id: Id }),
  response: Report,
});

export const takeReportStep = endpoint({
  method: 'POST',
  path: '/api/reports/:id/steps',
  summary: '送审、批准、锁定、修订',
  params: z.object({ id: Id }),
  body: z.object({
    action: z.enum(['submit', 'approve', 'return', 'lock', 'revise']),
    note: z.string().trim().max(500, { error: '说明请控制在 500 字以内' }).optional(),
  }),
  response: Report,
  errors: ['platform.wrong-state', 'publications.checks-fail', 'publications.locked'],
});

export const downloadReport = endpoint({
  method: 'GET',
  path: '/api/reports/:id/file',
  summary: '下载进展表',
  params: z.object({ id: Id }),
  query: z.object({ format: z.enum(['md', 'docx', 'pdf', 'xlsx'], { error: '格式请选 md、docx、pdf 或 xlsx' }) }),
  response: z.any(),
  raw: 'response',
});
