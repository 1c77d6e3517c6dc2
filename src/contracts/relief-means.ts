import { z } from 'zod';
import { OutcomeLine, OutcomeState } from './benefits/catalogue.ts';
import { Withheld } from './data-classes.ts';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Fen, Id, Instant } from './nouns.ts';

/** Income by kind, as the household register of 社会救助 asks for it; the split is ours (designDefault). */
export const INCOME_KINDS = ['wage', 'pension', 'business', 'property', 'transfer', 'other'] as const;
export const INCOME_KIND_LABELS = {
  wage: '工资性收入',
  pension: '养老金、退休金',
  business: '经营净收入',
  property: '财产净收入（房租、利息）',
  transfer: '转移净收入（赡养费等）',
  other: '其他收入',
} as const satisfies Record<(typeof INCOME_KINDS)[number], string>;
export const PROPERTY_KINDS = ['deposit', 'house', 'vehicle', 'company', 'other'] as const;
export const PROPERTY_KIND_LABELS = {
  deposit: '存款和有价证券',
  house: '房屋',
  vehicle: '机动车',
  company: '企业股份',
  other: '其他财产',
} as const satisfies Record<(typeof PROPERTY_KINDS)[number], string>;
export const SPENDING_KINDS = ['medical', 'education', 'housing', 'accident', 'other'] as const;
export const SPENDING_KIND_LABELS = {
  medical: '医疗（自己负担的）',
  education: '教育',
  housing: '住房',
  accident: '意外、灾害',
  other: '其他必要支出',
} as const satisfies Record<(typeof SPENDING_KINDS)[number], string>;

/** Where an entry comes from, and how sure we may be of it. */
export const MEANS_SOURCES = ['declared', 'document', 'check', 'visit'] as const;
export const MEANS_SOURCE_LABELS = {
  declared: '本人申报',
  document: '单位或机构证明',
  check: '经济状况核对报告',
  visit: '上门调查',
} as const satisfies Record<(typeof MEANS_SOURCES)[number], string>;
export const MEANS_CONFIDENCES = ['verified', 'declared', 'estimated'] as const;
export const MEANS_CONFIDENCE_LABELS = {
  verified: '已核对',
  declared: '只是申报，还没核对',
  estimated: '估计',
} as const satisfies Record<(typeof MEANS_CONFIDENCES)[number], string>;

export const MEANS_PARTS = ['member', 'income', 'property', 'spending', 'child'] as const;
export const MEANS_PART_LABELS = {
  member: '共同生活的人',
  income: '收入（每月）',
  property: '财产',
  spending: '必要支出',
  child: '不住在一起的子女家庭',
} as const satisfies Record<(typeof MEANS_PARTS)[number], string>;

const Name = z.string().trim().min(1, { error: '请填姓名' }).max(30);
const Money = Fen.min(0, { error: '金额不能小于 0' });
const Detail = z.string().trim().max(100, { error: '最多 100 字' }).default('');

/** One thing known of a household. The elder is a member without an entry. */
export const MeansFact = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('member'),
    name: Name,
    relation: z.string().trim().min(1, { error: '请填和老人的关系' }).max(20),
    /** Where he is an elder of the register himself: a recognition is entered in his file too. */
    elderId: Id.optional(),
    /** Given once, by which what departments send about him is found; kept as an index, shown masked. */
    identityNumber: z.string().trim().max(18).optional(),
    severelyIll: z.boolean().default(false),
    severelyDisabled: z.boolean().default(false),
  }),
  /** Of whom: the name of a member, empty = the elder. */
  z.object({ part: z.literal('income'), of: Detail, kind: z.enum(INCOME_KINDS), fen: Money }),
  z.object({ part: z.literal('property'), kind: z.enum(PROPERTY_KINDS), fen: Money, detail: Detail }),
  z.object({ part: z.literal('spending'), kind: z.enum(SPENDING_KINDS), fen: Money, detail: Detail }),
  z.object({
    part: z.literal('child'),
    name: Name,
    fen: Money,
    persons: z.int().min(1, { error: '至少 1 人' }).max(30),
    parentFamilies: z.int().min(1, { error: '至少 1 家' }).max(4),
    onAssistance: z.boolean().default(false),
  }),
]);
export type MeansFact = z.infer<typeof MeansFact>;

const Source = {
  source: z.enum(MEANS_SOURCES, { error: '请选来源' }),
  asOf: CivilDateText,
  confidence: z.enum(MEANS_CONFIDENCES, { error: '请选可信程度' }),
};
const [member, income, property, spending, child] = MeansFact.options;
/** As it is shown: a cost of treatment is 医疗数据 and may be left out; the sum that money rests on stays. */
export const ShownFact = z.discriminatedUnion('part', [
  ...([member, income, property, child] as const),
  spending.extend({ fen: Money.nullable() }),
]);
export type ShownFact = z.infer<typeof ShownFact>;
export const MeansEntry = z.object({
  id: Id,
  fact: ShownFact,
  withheld: Withheld,
  ...Source,
  enteredBy: z.string(),
  enteredAt: Instant,
  /** Why it does not count any more; null = it counts. */
  endedNote: z.string().nullable(),
});
export type MeansEntry = z.infer<typeof MeansEntry>;

export const MeansJudgement = z.object({
  propertyWithinRule: z.boolean(),
  singleParent: z.boolean(),
  supporterIs60: z.boolean(),
  severelyIll: z.boolean(),
  severelyDisabled: z.boolean(),
  noSupporter: z.boolean(),
});
export type MeansJudgement = z.infer<typeof MeansJudgement>;

const Evaluated = z.object({
  scheme: z.string(),
  name: z.string(),
  state: OutcomeState,
  amountFen: Fen,
  lines: z.array(OutcomeLine),
  refusals: z.array(z.object({ sentence: z.string(), documentNumber: z.string() })),
  missing: z.array(z.string()),
});
export const HouseholdMeans = z.object({
  elderId: Id,
  elderName: z.string(),
  /** 核对授权书: without it nothing is kept. */
  authorised: z.object({ on: CivilDateText, by: z.string(), takenBy: z.string() }).nullable(),
  judgement: MeansJudgement.nullable(),
  judgedBy: z.string().nullable(),
  judgedNote: z.string().nullable(),
  entries: z.array(MeansEntry),
  /** Others of the register behind the same door: who of them is a member is taken from here. */
  housemates: z.array(z.object({ elderId: Id, name: z.string() })),
  persons: z.int(),
  incomeFen: Fen,
  spendingFen: Fen,
  /** Entries that count and are not verified yet. */
  unverified: z.int(),
  outcomes: z.array(Evaluated),
});
export type HouseholdMeans = z.infer<typeof HouseholdMeans>;

const ByElder = z.object({ elderId: Id });
const Note = z.string().trim().min(4, { error: '请写明情况，至少 4 个字' }).max(300, { error: '最多 300 字' });
const errors = ['platform.not-found', 'platform.invalid-input', 'relief.no-authorisation'] as const;

export const readMeans = endpoint({
  method: 'GET',
  path: '/api/relief-means/:elderId',
  summary: '家庭经济状况：成员、收入、财产、支出和按它算出的救助；每看一次都记下',
  params: ByElder,
  holds: 'medical-cost',
  response: HouseholdMeans,
  errors: ['platform.not-found'],
});
export const authoriseMeans = endpoint({
  method: 'POST',
  path: '/api/relief-means/:elderId/authorisation',
  summary: '登记本人签的核对授权书；没有授权不记家庭经济状况',
  params: ByElder,
  body: z.object({
    signedBy: z.string().trim().min(2, { error: '请填谁签的' }).max(40),
    signedOn: CivilDateText,
  }),
  response: HouseholdMeans,
  errors: ['platform.not-found', 'platform.invalid-input'],
});
export const addMeans = endpoint({
  method: 'POST',
  path: '/api/relief-means/:elderId/entries',
  summary: '记一项家庭经济状况，写明来源、截至哪天、可信程度',
  params: ByElder,
  body: z.object({ fact: MeansFact, ...Source }),
  response: HouseholdMeans,
  errors,
});
export const endMeans = endpoint({
  method: 'POST',
  path: '/api/relief-means/:elderId/entries/:id/end',
  summary: '一项不再算，写明为什么；记录留着',
  params: ByElder.extend({ id: Id }),
  body: z.object({ note: Note }),
  response: HouseholdMeans,
  errors,
});
export const judgeMeans = endpoint({
  method: 'POST',
  path: '/api/relief-means/:elderId/judgement',
  summary: '认定财产和家庭情况，写明依据',
  params: ByElder,
  body: MeansJudgement.extend({ note: Note }),
  response: HouseholdMeans,
  errors,
});
