import { z } from 'zod';
import { OutcomeLine } from './benefits/catalogue.ts';
import { ofClass, Withheld } from './data-classes.ts';
import { DueState } from './elders.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, NextAction, PageQuery, page } from './nouns.ts';
import { CHECK_REGIONS, CHECK_STATUSES, ReliefKind, ReliefStatus, WarningStatus } from './relief-lifecycle.ts';
import { Verdict, WarningReason, WarningRule } from './relief-rules.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().min(4, { error: '请写明情况，至少 4 个字' }).max(300, { error: '最多 300 字' });
const Person = { elderId: Id, elderName: z.string(), areaCode: AreaCode, areaName: z.string() };
const Step = z.object({ at: Instant, label: z.string(), by: z.string(), note: z.string().nullable() });

const WarningRow = z.object({
  id: Id,
  number: z.string(),
  ...Person,
  status: WarningStatus,
  rules: z.array(WarningRule),
  /** Every reason in words; the amounts stand in the warning itself. */
  sentence: z.string(),
  warnedAt: Instant,
  visitedAt: Instant.nullable(),
  due: DueState.nullable(),
});
export const ReliefWarningRow = WarningRow;
export type ReliefWarningRow = z.infer<typeof WarningRow>;
export const ReliefWarning = WarningRow.extend({
  reasons: z.array(WarningReason),
  /** What was paid for doctors, where that is a reason; the first value of an application. */
  spentFen: ofClass('medical-cost', Fen.nullable()),
  withheld: Withheld,
  /** The street of 户籍 that was told. */
  informedName: z.string().nullable(),
  finding: z.string().nullable(),
  aid: z.string().nullable(),
  outcome: z.string().nullable(),
  application: z.object({ id: Id, number: z.string(), status: ReliefStatus }).nullable(),
  steps: z.array(Step),
  actions: z.array(NextAction),
});
export type ReliefWarning = z.infer<typeof ReliefWarning>;

export const listWarnings = endpoint({
  method: 'GET',
  path: '/api/relief-warnings',
  savedAs: '困难预警',
  summary: '困难预警：待核实的在前，先到期的在前；可以按规则、辖区看',
  query: PageQuery.extend({
    status: WarningStatus.optional(),
    rule: WarningRule.optional(),
    area: AreaCode.optional(),
    /** late = the visit is overdue. */
    late: z.enum(['true']).optional(),
  }),
  response: page(WarningRow),
  errors: ['relief.outside-area'],
});
export const readWarning = endpoint({
  method: 'GET',
  path: '/api/relief-warnings/:id',
  summary: '一条困难预警：为什么预警、核实、救助、办结',
  params: ById,
  response: ReliefWarning,
  errors: ['platform.not-found'],
});
export const stepWarning = endpoint({
  method: 'POST',
  path: '/api/relief-warnings/:id/steps',
  summary: '核实（每个信号写明属实不属实）、给了其他帮扶、办结一条困难预警，写明情况',
  params: ById,
  body: z.object({
    action: z.enum(['verify', 'exclude', 'give', 'close']),
    note: Note,
    /** Of a visit: each reason that is open, judged. */
    verdicts: z
      .array(z.object({ reasonId: Id, verdict: Verdict, note: z.string().trim().max(200).optional() }))
      .max(50)
      .default([]),
  }),
  response: z.object({ id: Id, status: WarningStatus }),
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});

export const WarningNotice = z.object({
  id: Id,
  number: z.string(),
  elderName: z.string(),
  homeName: z.string(),
  rules: z.array(WarningRule),
  status: WarningStatus,
  warnedAt: Instant,
});
export type WarningNotice = z.infer<typeof WarningNotice>;
export const listWarningNotices = endpoint({
  method: 'GET',
  path: '/api/relief-warning-notices',
  savedAs: '户籍在本辖区的困难预警',
  summary: '户籍在本辖区、住在别处的老人：居住地街道在上门核实，办到哪一步（只知会，不用办）',
  query: PageQuery,
  response: page(WarningNotice),
});

const ApplicationRow = z.object({
  id: Id,
  number: z.string(),
  kind: ReliefKind,
  ...Person,
  status: ReliefStatus,
  /** This street decides; else it took the application in and sees it. */
  responsible: z.boolean(),
  responsibleName: z.string(),
  appliedName: z.string(),
  /** Of 临时救助 only. */
  spentFen: Fen.nullable(),
  amountFen: Fen.nullable(),
  appliedAt: Instant,
  due: DueState.nullable(),
});
export const ReliefApplicationRow = ApplicationRow;
export type ReliefApplicationRow = z.infer<typeof ApplicationRow>;
export const ReliefMeasure = z.object({
  id: Id,
  kind: z.enum(['money', 'service']),
  what: z.string(),
  provider: z.string(),
  amountFen: Fen.nullable(),
  on: CivilDateText,
  by: z.string(),
});
export const ReliefCheck = z.object({
  id: Id,
  number: z.string(),
  regionName: z.string(),
  status: z.enum(CHECK_STATUSES),
  askedBy: z.string(),
  askedAt: Instant,
  origin: z.string().nullable(),
  answeredOn: CivilDateText.nullable(),
  items: z.array(z.object({ what: z.string(), value: z.string(), asOf: z.string() })),
  because: z.string().nullable(),
});
export const ReliefApplication = ApplicationRow.extend({
  spentFen: Fen,
  warningId: Id.nullable(),
  economicClass: z.string(),
  severelyDisabled: z.boolean(),
  reason: z.string(),
  appliedBy: z.string(),
  /** How the amount comes about, line by line with 文号. */
  lines: z.array(OutcomeLine),
  refusals: z.array(z.object({ sentence: z.string(), documentNumber: z.string() })),
  computedFen: Fen,
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  outcome: z.string().nullable(),
  measures: z.array(ReliefMeasure),
  checks: z.array(ReliefCheck),
  actions: z.array(NextAction),
});
export type ReliefApplication = z.infer<typeof ReliefApplication>;

export const applyForRelief = endpoint({
  method: 'POST',
  path: '/api/relief-applications',
  summary: '受理临时救助申请；人户分离的编一个号，两个街道都看得到，户籍街道审核',
  body: z.object({
    elderId: Id,
    warningId: Id.optional(),
    spentFen: Fen.min(1, { error: '请填必要支出' }),
    severelyDisabled: z.boolean().default(false),
    reason: Note,
  }),
  response: z.object({ id: Id, number: z.string() }),
  errors: ['platform.not-found', 'platform.wrong-state', 'elders.deceased'],
});
export const listReliefApplications = endpoint({
  method: 'GET',
  path: '/api/relief-applications',
  savedAs: '救助申请',
  summary: '救助申请：临时救助、低保、低收入、特困，本街道受理的和本街道审核的',
  query: PageQuery.extend({
    status: ReliefStatus.optional(),
    kind: ReliefKind.optional(),
    elderId: Id.optional(),
  }),
  response: page(ApplicationRow),
});
export const readReliefApplication = endpoint({
  method: 'GET',
  path: '/api/relief-applications/:id',
  summary: '一件临时救助：算法、审核、钱和服务、跨地区核对',
  params: ById,
  response: ReliefApplication,
  errors: ['platform.not-found'],
});
export const stepReliefApplication = endpoint({
  method: 'POST',
  path: '/api/relief-applications/:id/steps',
  summary: '审核或办结一件临时救助，写明情况',
  params: ById,
  body: z.object({ action: z.enum(['approve', 'refuse', 'close']), note: Note }),
  response: z.object({ id: Id, status: ReliefStatus }),
  errors: ['platform.not-found', 'platform.wrong-state'],
});
export const addReliefService = endpoint({
  method: 'POST',
  path: '/api/relief-applications/:id/services',
  summary: '记一次社工服务：谁做的、做了什么（物质+服务）',
  params: ById,
  body: z.object({
    what: Note,
    provider: z.string().trim().min(2, { error: '请写社工和所在机构' }).max(60),
    on: CivilDateText,
  }),
  response: ById,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});
const REGIONS = Object.keys(CHECK_REGIONS) as [keyof typeof CHECK_REGIONS, ...(keyof typeof CHECK_REGIONS)[]];
export const askReliefCheck = endpoint({
  method: 'POST',
  path: '/api/relief-applications/:id/checks',
  summary: '请外地核对机构核对经济状况；要有本人签的核对授权书',
  params: ById,
  body: z.object({
    region: z.enum(REGIONS, { error: '请选地区' }),
    authorised: z.literal(true, { error: '没有本人签的核对授权书，不能核对' }),
  }),
  response: ById,
  errors: ['platform.not-found', 'platform.wrong-state', 'platform.invalid-input'],
});
