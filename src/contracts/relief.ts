import { z } from 'zod';
import { OutcomeLine } from './benefits/catalogue.ts';
import { ofClass, Withheld } from './data-classes.ts';
import { DueState } from './elders.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, NextAction, PageQuery, page } from './nouns.ts';
import { CHECK_REGIONS, CHECK_STATUSES, ReliefKind, ReliefStatus, WarningStatus } from './relief-lifecycle.ts';

const ById = z.object({ id: Id });
const Note = z.string().trim().min(4, { error: '请写明情况，至少 4 个字' }).max(300, { error: '最多 300 字' });
const Person = { elderId: Id, elderName: z.string(), areaCode: AreaCode, areaName: z.string() };
const Step = z.object({ at: Instant, label: z.string(), by: z.string(), note: z.string().nullable() });

const WarningRow = z.object({
  id: Id,
  number: z.string(),
  ...Person,
  status: WarningStatus,
  /** That the cost was over the line, in one sentence without the cost. */
  sentence: z.string(),
  /** Null only where it is left out. */
  costFen: ofClass('medical-cost', Fen.nullable()),
  withheld: Withheld,
  thresholdFen: Fen,
  warnedAt: Instant,
  due: DueState.nullable(),
});
export const ReliefWarningRow = WarningRow;
export type ReliefWarningRow = z.infer<typeof WarningRow>;
export const ReliefWarning = WarningRow.extend({
  batchId: Id,
  sender: z.string(),
  asOf: CivilDateText,
  finding: z.string().nullable(),
  outcome: z.string().nullable(),
  application: z.object({ id: Id, number: z.string(), status: ReliefStatus }).nullable(),
  steps: z.array(Step),
  actions: z.array(NextAction),
});
export type ReliefWarning = z.infer<typeof ReliefWarning>;

export const listWarnings = endpoint({
  method: 'GET',
  path: '/api/relief-warnings',
  savedAs: '因病支出预警',
  summary: '困难预警：待核实的在前，先到期的在前',
  query: PageQuery.extend({ status: WarningStatus.optional() }),
  response: page(WarningRow),
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
  summary: '核实或办结一条困难预警，写明情况',
  params: ById,
  body: z.object({ action: z.enum(['verify', 'exclude', 'close']), note: Note }),
  response: z.object({ id: Id, status: WarningStatus }),
  errors: ['platform.not-found', 'platform.wrong-state'],
});

export const ReliefThreshold = z.object({
  areaName: z.string(),
  fromOn: CivilDateText,
  thresholdFen: Fen,
  basis: z.string(),
  setBy: z.string(),
  /** Ours until a district sets its own. */
  isDefault: z.boolean(),
});
export const listThresholds = endpoint({
  method: 'GET',
  path: '/api/relief-thresholds',
  summary: '预警线：一年个人负担的医疗费超过多少预警，谁定的',
  response: z.object({ rows: z.array(ReliefThreshold) }),
});
export const setThreshold = endpoint({
  method: 'POST',
  path: '/api/relief-thresholds',
  summary: '定本辖区的预警线，写明依据；只管以后收到的批次',
  body: z.object({
    thresholdFen: Fen.min(1, { error: '请填预警线' }),
    basis: z.string().trim().min(4, { error: '请写依据，至少 4 个字' }).max(200),
    fromOn: CivilDateText,
  }),
  response: ById,
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
