import { z } from 'zod';
import type { Confidence } from '../confidence.ts';
import { ofClass, Withheld } from '../data-classes.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, Sex, Step } from '../nouns.ts';
import { AssessmentStatus } from './lifecycle.ts';
import { AbilityLevel } from './scales.ts';

/** Reasons of GB/T 42195-2022 附录 A. */
export const ASSESSMENT_REASONS = ['首次评估', '常规评估', '即时评估', '对评估结果有疑问进行的复评', '其他'] as const;
export const AssessmentReason = z.enum(ASSESSMENT_REASONS, { error: '请选评估原因' });
export type AssessmentReason = z.infer<typeof AssessmentReason>;

/** Configurable limits that no document we have seen fixes; shown with their confidence. */
export const ASSESSMENT_SETTINGS = {
  objectionDays: { value: 30, unit: '天', label: '公布后可以提出异议的期限', confidence: 'designDefault' },
  reassessBeforeDays: { value: 30, unit: '天', label: '到期前提醒重新评估', confidence: 'designDefault' },
} as const satisfies Record<string, { value: number; unit: string; label: string; confidence: Confidence }>;

/**
 * Regions whose results are recognised. 京津冀互认 is written down (中国社会报, 21 December 2023); anything else is the district's own
 * decision, so it needs its reason.
 */
export const RECOGNISED_REGIONS = {
  天津市: 'seed',
  河北省: 'seed',
  其他省市: 'uncertain',
} as const satisfies Record<string, Confidence>;
export const REGION_NAMES = Object.keys(RECOGNISED_REGIONS) as (keyof typeof RECOGNISED_REGIONS)[];

/** Where a recognised result was made and by which document it is known. */
export const ResultOrigin = z.object({
  region: z.enum(REGION_NAMES, { error: '请选做评估的省市' }),
  organisation: z.string(),
  documentNo: z.string(),
  validTo: CivilDateText,
  recognisedByName: z.string(),
});
export type ResultOrigin = z.infer<typeof ResultOrigin>;

/** Whom to ring and where to knock; sealed in the database, opened only for those who go there. */
export const VisitContact = z.object({
  name: z.string().trim().min(1, { error: '请填联系人姓名' }).max(40, { error: '姓名太长' }),
  phone: z
    .string()
    .trim()
    .regex(/^[\d-]{7,20}$/, { error: '电话请填 7 到 20 位数字' }),
  door: z.string().trim().min(1, { error: '请填门牌，评估员要上门' }).max(100, { error: '门牌太长' }),
});
export type VisitContact = z.infer<typeof VisitContact>;
/** As it was sealed: the register may know a door but no phone. */
export const KnownContact = z.object({ name: z.string(), phone: z.string(), door: z.string() });

export const ScoreAnswers = z.object({
  items: z.record(z.string(), z.int({ error: '得分应是整数' })),
  coma: z.boolean().default(false),
  diagnoses: z.array(z.string()).max(20, { error: '诊断最多填 20 个' }).default([]),
  riskEvents30Days: z
    .int({ error: '次数应是整数' })
    .min(0, { error: '次数不能小于 0' })
    .max(99, { error: '次数太大，请核对' })
    .default(0),
});
export type ScoreAnswers = z.infer<typeof ScoreAnswers>;

const Met = z.object({ id: z.string(), nameZh: z.string(), document: z.string(), clause: z.string() });
export const ScoreResult = z.object({
  scale: z.string(),
  dimensions: z.record(z.string(), z.int()),
  total: z.int(),
  level: AbilityLevel,
  levelLabel: z.string(),
  levelByTotal: AbilityLevel,
  raisedBy: z.array(Met),
  met: z.array(Met),
});

export const AssessmentRow = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  reason: AssessmentReason,
  status: AssessmentStatus,
  appliedAt: Instant,
  visitAt: Instant.nullable(),
  assessors: z.array(z.string()),
  total: ofClass('health', z.int().nullable()),
  level: AbilityLevel.nullable(),
  publishedOn: CivilDateText.nullable(),
  validTo: CivilDateText.nullable(),
  /** The open duty's day, if there is one. */
  dueOn: CivilDateText.nullable(),
  withheld: Withheld,
});
export type AssessmentRow = z.infer<typeof AssessmentRow>;

const AssessorMark = z.object({
  name: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  medical: z.boolean(),
  signedAt: Instant.nullable(),
});

export const Assessment = AssessmentRow.omit({ assessors: true }).extend({
  sex: Sex,
  bornOn: CivilDateText,
  road: z.string().nullable(),
  compound: z.string().nullable(),
  appliedBy: z.string(),
  note: z.string().nullable(),
  scale: z.string(),
  assessors: z.array(AssessorMark),
  answers: ofClass('health', ScoreAnswers.nullable()),
  score: ofClass('health', ScoreResult.nullable()),
  assessedOn: CivilDateText.nullable(),
  /** True when the level counts today: published, not replaced, not past its last day. */
  standsToday: z.boolean(),
  objection: z.string().nullable(),
  /** Set where another region's result is recognised; then there are no answers of ours. */
  origin: ResultOrigin.nullable(),
  /** The result this one was asked for to examine, and the one that examines this. */
  replacesId: Id.nullable(),
  replacedById: Id.nullable(),
  objectUntil: CivilDateText.nullable(),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Assessment = z.infer<typeof Assessment>;

/** An assessor who may be sent to this elder; `medicalGuess` is read from the title, the scheduler confirms it. */
export const AvailableAssessor = z.object({
  accountId: Id,
  name: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  medicalGuess: z.boolean(),
  /** Why this one may not go, e.g. took part in the result objected to. */
  disabledBecause: z.string().nullable(),
  /** Hours in the next two weeks at which they are already on the road. */
  busyAt: z.array(Instant),
});

/** One assessor's own sheet: what to know before knocking, and the answers so far. */
export const AssignmentRow = z.object({
  id: Id,
  assessmentId: Id,
  elderId: Id,
  elderName: z.string(),
  sex: Sex,
  bornOn: CivilDateText,
  areaName: z.string(),
  road: z.string().nullable(),
  compound: z.string().nullable(),
  reason: AssessmentReason,
  visitAt: Instant,
  position: z.int().min(1).max(3),
  /** Drawn for a blind second assessment: alone, and nothing of the first result is shown. */
  blind: z.boolean(),
  medical: z.boolean(),
  answered: z.int(),
  items: z.int(),
  signedAt: Instant.nullable(),
  /** Signed by both with the same answers, or returned to open. */
  finished: z.boolean(),
});
export type AssignmentRow = z.infer<typeof AssignmentRow>;

export const Assignment = AssignmentRow.extend({
  contact: KnownContact.nullable(),
  scale: z.string(),
  draft: ofClass('health', ScoreAnswers.nullable()),
  draftSavedAt: Instant.nullable(),
  /** The other assessor's signed answers, shown once signed. */
  peer: ofClass(
    'health',
    z.object({ name: z.string(), signedAt: Instant, answers: ScoreAnswers, note: z.string().nullable() }).nullable(),
  ),
  peerName: z.string(),
  returnedBecause: z.string().nullable(),
});
export type Assignment = z.infer<typeof Assignment>;
