import { z } from 'zod';
import { ofClass, Withheld } from './data-classes.ts';
import { endpoint } from './endpoint.ts';
import { BedStatus, PauseReason, TraceAction } from './home-care-bed-lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant, NextAction, PageQuery, page, Sex, Step } from './nouns.ts';

export const BedRow = z.object({
  id: Id,
  elderId: Id,
  elderName: z.string(),
  elderAge: z.int(),
  elderSex: Sex,
  place: z.string(),
  areaCode: AreaCode,
  status: BedStatus,
  /** Counts as 建成: accepted on some day, whatever came after. */
  built: z.boolean(),
  providerId: Id.nullable(),
  providerName: z.string().nullable(),
  appliedOn: CivilDateText,
  acceptedOn: CivilDateText.nullable(),
  /** Deadline of the next step; `provisional` = 暂定. */
  dueOn: CivilDateText.nullable(),
  dueProvisional: z.boolean(),
  /** Working days left; below zero = overdue by so many; null = nothing is due. */
  dueIn: z.int().nullable(),
  nextLabel: z.string().nullable(),
});
export type BedRow = z.infer<typeof BedRow>;

export const EligibilityReason = z.object({ passed: z.boolean(), sentence: z.string() });
export const Eligibility = z.object({ eligible: z.boolean(), reasons: z.array(EligibilityReason) });
export type Eligibility = z.infer<typeof Eligibility>;

export const Pause = z.object({ reason: PauseReason, fromOn: CivilDateText, toOn: CivilDateText.nullable() });

export const ContractTrace = z.object({
  at: Instant,
  action: TraceAction,
  actorName: z.string(),
  bodyHash: z.string(),
  confirmation: z.string().nullable(),
});

export const BedContract = z.object({
  id: Id,
  template: z.string(),
  body: z.string(),
  /** SM3 of the body; every signature names it. */
  bodyHash: z.string(),
  madeAt: Instant,
  familySignedAt: Instant.nullable(),
  familySigner: z.string().nullable(),
  providerSignedAt: Instant.nullable(),
  providerSigner: z.string().nullable(),
  traces: z.array(ContractTrace),
});
export type BedContract = z.infer<typeof BedContract>;

/** One dot of the stepper: reached on a day by somebody, or expected by a deadline. */
export const BedMilestone = z.object({
  status: BedStatus,
  label: z.string(),
  on: CivilDateText.nullable(),
  by: z.string().nullable(),
  state: z.enum(['done', 'current', 'ahead']),
});

export const Bed = BedRow.extend({
  wish: z.string().nullable(),
  appliedBy: z.string(),
  abilityLevel: ofClass('health-level', z.int().nullable()),
  eligibleReasons: ofClass('health-level', z.array(z.string())),
  withheld: Withheld,
  findings: z.string().nullable(),
  carePackage: z.string().nullable(),
  devices: z.array(z.string()),
  builtNote: z.string().nullable(),
  acceptanceNote: z.string().nullable(),
  evidence: z.array(Id),
  inServiceOn: CivilDateText.nullable(),
  endedOn: CivilDateText.nullable(),
  endReason: z.string().nullable(),
  pauses: z.array(Pause),
  contract: BedContract.nullable(),
  milestones: z.array(BedMilestone),
  /** Limits are designDefault until the city publishes them. */
  limitsAreDefault: z.boolean(),
  actions: z.array(NextAction),
  history: z.array(Step),
});
export type Bed = z.infer<typeof Bed>;

const sentence = (what: string) =>
  z
    .string()
    .trim()
    .min(2, { error: `请填${what}` })
    .max(500, { error: `${what}最多 500 字` });
const Evidence = z.array(Id).max(20).default([]);

/** One step of a bed with what that step needs. */
export const BedStep = z.discriminatedUnion('action', [
  z.object({ action: z.literal('check') }),
  z.object({ action: z.literal('assess'), findings: sentence('评估结论'), providerId: Id, evidence: Evidence }),
  z.object({
    action: z.literal('design'),
    carePackage: sentence('服务方案'),
    devices: z.array(z.string().trim().min(1).max(30)).min(1, { error: '至少写一件设备' }).max(20),
    evidence: Evidence,
  }),
  z.object({ action: z.literal('build'), note: sentence('完工说明'), evidence: Evidence }),
  z.object({ action: z.literal('accept'), note: sentence('验收结论'), evidence: Evidence }),
  z.object({ action: z.literal('rework'), reason: sentence('哪里不合格') }),
  z.object({ action: z.literal('start'), on: CivilDateText }),
  z.object({ action: z.literal('suspend'), pause: PauseReason, on: CivilDateText }),
  z.object({ action: z.literal('resume'), on: CivilDateText }),
  z.object({ action: z.literal('reject'), reason: sentence('不通过的理由') }),
  z.object({ action: z.literal('end'), reason: sentence('终止的原因') }),
]);
export type BedStep = z.infer<typeof BedStep>;

const ById = z.object({ id: Id });

export const listBeds = endpoint({
  method: 'GET',
  path: '/api/home-care-beds',
  savedAs: '家庭养老床位',
  summary: '家庭养老床位：按状态、老人、服务商查',
  query: PageQuery.extend({
    status: BedStatus.optional(),
    elderId: Id.optional(),
    providerId: Id.optional(),
    name: z.string().trim().max(20).optional(),
    /** overdue = the next step's deadline is before today. */
    due: z.enum(['overdue', 'today']).optional(),
  }),
  response: page(BedRow).extend({ counts: z.record(z.string(), z.int()), built: z.int(), builtThisYear: z.int() }),
});

export const getBed = endpoint({
  method: 'GET',
  path: '/api/home-care-beds/:id',
  summary: '一张家庭养老床位：步骤、期限、合同和能办的下一步',
  params: ById,
  response: Bed,
  errors: ['platform.not-found'],
});

export const checkEligibility = endpoint({
  method: 'GET',
  path: '/api/home-care-beds/eligibility',
  summary: '这位老人符不符合条件，逐条说明',
  query: z.object({ elderId: Id }),
  response: Eligibility,
  errors: ['orders.elder-not-found'],
});

export const applyForBed = endpoint({
  method: 'POST',
  path: '/api/home-care-beds',
  summary: '申请家庭养老床位',
  body: z.object({ elderId: Id, wish: z.string().trim().max(300, { error: '最多 300 字' }).nullable().default(null) }),
  response: Bed,
  errors: ['orders.elder-not-found', 'home-care-beds.already-open'],
});

export const stepBed = endpoint({
  method: 'POST',
  path: '/api/home-care-beds/:id/steps',
  summary: '办一步：核验、评估、设计、建设、验收、开始、暂停、恢复、终止',
  params: ById,
  body: BedStep,
  response: Bed,
  errors: [
    'platform.not-found',
    'platform.wrong-state',
    'home-care-beds.not-eligible',
    'providers.not-operating',
    'platform.invalid-input',
  ],
});

export const signBedContract = endpoint({
  method: 'POST',
  path: '/api/home-care-beds/:id/contract/sign',
  summary: '签合同：家属（本人）和服务商各签一次，都签了就生效',
  params: ById,
  body: z.object({ confirmation: z.string().trim(), bodyHash: z.string() }),
  response: Bed,
  errors: [
    'platform.not-found',
    'platform.wrong-state',
    'home-care-beds.confirmation-wrong',
    'home-care-beds.already-signed',
    'home-care-beds.contract-changed',
  ],
});
