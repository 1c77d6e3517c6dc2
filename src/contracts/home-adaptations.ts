import { z } from 'zod';
import { FormAnswers } from './assessments/fillings.ts';
import { ScaleForm } from './assessments/scales.ts';
import { OutcomeLine } from './benefits/catalogue.ts';
import { endpoint } from './endpoint.ts';
import { AdaptationStatus, ProductClass, ProductPayment } from './home-adaptation-lifecycle.ts';
import { AreaCode, CivilDateText, Fen, Id, NextAction, PageQuery, page, Sex, Step } from './nouns.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().min(2, { error: '请写清楚，至少 2 个字' }).max(300, { error: '最多 300 字' });

export const AdaptationRow = z.object({
  id: Id,
  number: z.string(),
  elderId: Id,
  elderName: z.string(),
  elderAge: z.int(),
  elderSex: Sex,
  place: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  status: AdaptationStatus,
  appliedOn: CivilDateText,
  assessorName: z.string().nullable(),
  providerName: z.string().nullable(),
  costFen: Fen.nullable(),
  subsidyFen: Fen.nullable(),
  /** Deadline of the next step; below zero = overdue by so many working days. */
  dueOn: CivilDateText.nullable(),
  dueIn: z.int().nullable(),
  nextLabel: z.string().nullable(),
});
export type AdaptationRow = z.infer<typeof AdaptationRow>;

export const PlanItem = z.object({
  productId: Id,
  class: ProductClass,
  name: z.string(),
  unit: z.string(),
  payment: ProductPayment,
  priceFen: Fen,
  quantity: z.int(),
  costFen: Fen,
});
export type PlanItem = z.infer<typeof PlanItem>;
export const Condition = z.object({ passed: z.boolean(), sentence: z.string() });
export const Known = z.object({ label: z.string(), value: z.string(), source: z.string() });

export const Adaptation = AdaptationRow.extend({
  appliedBy: z.string(),
  wish: z.string().nullable(),
  /** What the file knew when it was applied for, so that nobody fills it in again. */
  known: z.array(Known),
  eligibleNote: z.string().nullable(),
  assessorId: Id.nullable(),
  hazards: z.array(z.string()),
  needs: z.string().nullable(),
  plan: z.array(PlanItem),
  planNote: z.string().nullable(),
  governmentFen: Fen.nullable(),
  selfFen: Fen.nullable(),
  /** How the subsidy comes about; an estimate until the acceptance. */
  lines: z.array(OutcomeLine),
  estimated: z.boolean(),
  ownFen: Fen.nullable(),
  builtNote: z.string().nullable(),
  acceptedOn: CivilDateText.nullable(),
  acceptanceNote: z.string().nullable(),
  voucher: z.string().nullable(),
  endNote: z.string().nullable(),
  /** Door and phone for who has to come to the home, while there is work to do. */
  contact: z.object({ door: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  milestones: z.array(
    z.object({
      status: AdaptationStatus,
      label: z.string(),
      on: CivilDateText.nullable(),
      by: z.string().nullable(),
      state: z.enum(['done', 'current', 'ahead']),
    }),
  ),
  actions: z.array(NextAction),
  history: z.array(Step),
});
export type Adaptation = z.infer<typeof Adaptation>;

const Photos = z.array(Id).max(20).default([]);
export const AdaptationStep = z.discriminatedUnion('action', [
  z.object({ action: z.literal('check'), note: Note }),
  z.object({ action: z.literal('reject'), note: Note }),
  z.object({ action: z.literal('assign'), assessorId: Id }),
  z.object({ action: z.literal('assess'), answers: FormAnswers }),
  z.object({
    action: z.literal('plan'),
    items: z
      .array(z.object({ productId: Id, quantity: z.int().min(1, { error: '数量至少 1' }).max(50) }))
      .min(1, { error: '至少选一项' })
      .max(40),
    note: z.string().trim().max(300).nullable().default(null),
  }),
  z.object({ action: z.literal('change'), note: Note }),
  z.object({ action: z.literal('agree'), providerId: Id }),
  z.object({ action: z.literal('build'), note: Note, photos: Photos }),
  z.object({ action: z.literal('accept'), note: Note, photos: Photos }),
  z.object({ action: z.literal('rework'), note: Note }),
  z.object({
    action: z.literal('settle'),
    voucher: z.string().trim().min(2, { error: '请填付款凭证号' }).max(40),
  }),
  z.object({ action: z.literal('end'), note: Note }),
]);
export type AdaptationStep = z.infer<typeof AdaptationStep>;

export const listAdaptations = endpoint({
  method: 'GET',
  path: '/api/home-adaptations',
  savedAs: '适老化改造',
  summary: '居家适老化改造：按状态、老人查',
  query: PageQuery.extend({
    status: AdaptationStatus.optional(),
    elderId: Id.optional(),
    name: z.string().trim().max(20).optional(),
    due: z.enum(['overdue']).optional(),
  }),
  response: page(AdaptationRow).extend({ counts: z.record(z.string(), z.int()) }),
});
export const beginAdaptation = endpoint({
  method: 'GET',
  path: '/api/home-adaptations/form',
  summary: '申请前：档案里已经知道的、还差的条件、本区的补贴标准',
  query: z.object({ elderId: Id }),
  response: z.object({
    elderName: z.string(),
    known: z.array(Known),
    conditions: z.array(Condition),
    allowed: z.boolean(),
    standard: z.array(z.object({ label: z.string(), value: z.string(), confidence: z.string(), basis: z.string() })),
  }),
  errors: ['orders.elder-not-found'],
});
export const applyForAdaptation = endpoint({
  method: 'POST',
  path: '/api/home-adaptations',
  summary: '申请居家适老化改造；档案里有的不用再填',
  body: z.object({ elderId: Id, wish: z.string().trim().max(300, { error: '最多 300 字' }).nullable().default(null) }),
  response: ById,
  errors: ['orders.elder-not-found', 'home-adaptations.not-now'],
});
export const readAdaptation = endpoint({
  method: 'GET',
  path: '/api/home-adaptations/:id',
  summary: '一件适老化改造：评估、方案、照片、钱和能办的下一步',
  params: ById,
  holds: 'health-level',
  response: Adaptation,
  errors: ['platform.not-found'],
});
export const stepAdaptation = endpoint({
  method: 'POST',
  path: '/api/home-adaptations/:id/steps',
  summary: '办一步：核定、派评估、评估、方案、同意、完工、验收、结算、终止',
  params: ById,
  body: AdaptationStep,
  response: Adaptation,
  errors: [
    ...(['platform.not-found', 'platform.wrong-state', 'platform.invalid-input', 'assessments.incomplete'] as const),
    ...(['home-adaptations.thin-class', 'home-adaptations.needs-photo', 'providers.not-operating'] as const),
  ],
});
export const listAdaptationAssessors = endpoint({
  method: 'GET',
  path: '/api/home-adaptations/:id/assessors',
  summary: '能派的评估员，写明所在机构',
  params: ById,
  response: z.object({
    rows: z.array(z.object({ accountId: Id, name: z.string(), organisation: z.string().nullable() })),
  }),
  errors: ['platform.not-found'],
});
export const readSafetyForm = endpoint({
  method: 'GET',
  path: '/api/home-adaptations/safety-form',
  summary: '居家安全评估表',
  response: ScaleForm,
});

const Photo = z.object({ id: Id, name: z.string(), stage: z.string() });
export const addAdaptationPhoto = endpoint({
  method: 'POST',
  path: '/api/home-adaptations/:id/photos',
  summary: '交一张照片（PNG 或 JPEG，按内容核对）：完工时服务商交，评估和验收时评估员交',
  params: ById,
  raw: 'request',
  response: Photo,
  errors: [
    ...(['consents.withheld', 'platform.not-found', 'platform.wrong-state'] as const),
    ...(['platform.file-type', 'platform.too-large'] as const),
  ],
});
export const listAdaptationPhotos = endpoint({
  method: 'GET',
  path: '/api/home-adaptations/:id/photos',
  summary: '这件改造的照片',
  params: ById,
  response: z.object({ rows: z.array(Photo), withheld: z.string().nullable() }),
  errors: ['platform.not-found'],
});
export const readAdaptationPhoto = endpoint({
  method: 'GET',
  path: '/api/home-adaptations/:id/photos/:photoId',
  summary: '一张照片',
  params: z.object({ id: Id, photoId: Id }),
  raw: 'response',
  response: z.unknown(),
  errors: ['platform.not-found', 'consents.withheld'],
});
