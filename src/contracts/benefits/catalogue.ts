import { z } from 'zod';
import { Confidence } from '../confidence.ts';
import { AreaCode, CivilDateText, Fen, Id, NextAction } from '../nouns.ts';
import { OfferStatus } from './lifecycle.ts';
import { SpentType } from './pays.ts';
import { SCHEME_LABELS, SCHEMES, type Scheme } from './schemes.ts';

/** What a scheme is counted by; one rule interface serves all of them. */
export const SCHEME_KINDS = [
  'person-month',
  'person-service',
  'household-month',
  'event',
  'facility-month',
  'meal-day',
  'standard',
  'practice',
] as const;
export const SchemeKind = z.enum(SCHEME_KINDS);
export type SchemeKind = z.infer<typeof SchemeKind>;
export const SCHEME_KIND_LABELS = {
  'person-month': '按人按月',
  'person-service': '服务资格',
  'household-month': '按家庭按月',
  event: '一事一次',
  'facility-month': '按机构按月',
  'meal-day': '按餐按天',
  standard: '标准测算',
  practice: '工作时限（不是待遇）',
} as const satisfies Record<SchemeKind, string>;

/** yes; no; incomplete = facts are missing; undetermined = entitled, but the amount is not set. */
export const OUTCOME_STATES = ['yes', 'no', 'incomplete', 'undetermined'] as const;
export const OutcomeState = z.enum(OUTCOME_STATES);
export type OutcomeState = z.infer<typeof OutcomeState>;
export const OUTCOME_STATE_LABELS = {
  yes: '符合',
  no: '不符合',
  incomplete: '还缺情况',
  undetermined: '符合，金额未定',
} as const satisfies Record<OutcomeState, string>;

export const PERS = ['month', 'once', 'day', 'service'] as const;
export const Per = z.enum(PERS);
export type Per = z.infer<typeof Per>;
export const PER_LABELS = {
  month: '元/月',
  once: '元',
  day: '元/天',
  service: '',
} as const satisfies Record<Per, string>;

export const PAYEES = ['person', 'provider'] as const;
export const Payee = z.enum(PAYEES);
export type Payee = z.infer<typeof Payee>;
export const PAYEE_LABELS = { person: '给本人', provider: '给机构' } as const satisfies Record<Payee, string>;

/** Found for a person without an application: other than the three of 160号 and the funeral benefit, which has its own claim. */
export const FOUND_SCHEMES = [
  'homeCareBed',
  'basicService',
  'meal',
  'familyDoctor',
  'onePressCall',
  'disabledPersonsCare',
  'disabledPersonsLiving',
] as const;
export type FoundScheme = (typeof FOUND_SCHEMES)[number];
export const isFoundScheme = (key: string): key is FoundScheme => (FOUND_SCHEMES as readonly string[]).includes(key);
export const OFFERED_SCHEMES = [...SCHEMES, ...FOUND_SCHEMES] as const;
export const OfferedScheme = z.enum(OFFERED_SCHEMES);
export type OfferedScheme = z.infer<typeof OfferedScheme>;
export const OFFERED_SCHEME_LABELS = {
  ...SCHEME_LABELS,
  homeCareBed: '家庭养老床位',
  basicService: '基本养老服务对象签约',
  meal: '助餐补贴',
  familyDoctor: '家庭医生优先签约',
  onePressCall: '一键呼叫',
  disabledPersonsCare: '重度残疾人护理补贴',
  disabledPersonsLiving: '困难残疾人生活补贴',
} as const satisfies Record<OfferedScheme, string>;

export const isAllowance = (key: string): key is Scheme => (SCHEMES as readonly string[]).includes(key);

/** One sentence of an answer with the parameter it rests on and how sure we are of it. */
export const Ground = z.object({
  code: z.string(),
  sentence: z.string(),
  parameter: z.string(),
  documentNumber: z.string(),
  clause: z.string(),
  url: z.string().nullable(),
  confidence: Confidence,
  /** The district that set the value in place of the city's, by code. */
  setBy: z.string().nullable(),
});
export type Ground = z.infer<typeof Ground>;

/** A part of the amount. null = entitled, but nobody has set how much. */
export const OutcomeLine = Ground.extend({ amountFen: Fen.nullable(), per: Per, payee: Payee });
export type OutcomeLine = z.infer<typeof OutcomeLine>;

export const Outcome = z.object({
  scheme: z.string(),
  nameZh: z.string(),
  kind: SchemeKind,
  on: CivilDateText,
  state: OutcomeState,
  /** The lines of the first line's unit and receiver added up; 0 unless the state is yes. */
  amountFen: Fen,
  per: Per,
  lines: z.array(OutcomeLine),
  /** Everything in the way of a refusal. */
  refusals: z.array(Ground),
  missing: z.array(z.object({ field: z.string(), label: z.string() })),
  nearestYes: z.string().nullable(),
  /** 文号 and the day its values apply from: what the answer was computed by. */
  version: z.string(),
});
export type Outcome = z.infer<typeof Outcome>;

/** A fact that a scheme asks for; money in fen, shares in whole percent. */
export const FACT_KINDS = ['date', 'fen', 'count', 'percent', 'flag', 'choice', 'rows', 'disabilities'] as const;
export type FactField = {
  name: string;
  label: string;
  kind: (typeof FACT_KINDS)[number];
  hint: string | null;
  choices: { value: string; label: string }[];
  rows: FactField[];
};
export const FactField: z.ZodType<FactField> = z.lazy(() =>
  z.object({
    name: z.string(),
    label: z.string(),
    kind: z.enum(FACT_KINDS),
    hint: z.string().nullable(),
    choices: z.array(z.object({ value: z.string(), label: z.string() })),
    rows: z.array(FactField),
  }),
);

/** A value of a parameter in words, with the days it applies and where it is written. */
export const SchemeValue = z.object({
  from: CivilDateText,
  to: CivilDateText.nullable(),
  words: z.array(z.string()),
  confidence: Confidence,
  note: z.string().nullable(),
  districtName: z.string().nullable(),
});
export type SchemeValue = z.infer<typeof SchemeValue>;

export const SchemeParameter = z.object({
  key: z.string(),
  label: z.string(),
  documentNumber: z.string(),
  documentTitle: z.string(),
  url: z.string().nullable(),
  clause: z.string(),
  /** In force on the day asked for; null = none. */
  current: SchemeValue.nullable(),
  /** Every dated value, newest first. */
  history: z.array(SchemeValue),
  /** set = a district may set its own; raise = it may only raise; null = the same everywhere. */
  district: z.enum(['set', 'raise']).nullable(),
  shape: z.enum(['fen', 'percent', 'count', 'other']),
});
export type SchemeParameter = z.infer<typeof SchemeParameter>;

export const SchemeRow = z.object({
  key: z.string(),
  nameZh: z.string(),
  kind: SchemeKind,
  /** What its money is for; empty where it pays none. */
  pays: z.array(SpentType),
  who: z.string(),
  how: z.string(),
  documents: z.array(z.string()),
  /** The values that say how much, in words. */
  values: z.array(z.object({ label: z.string(), words: z.array(z.string()), confidence: Confidence })),
  /** The least sure of these values. */
  confidence: Confidence,
  /** Can be worked out on the screen from facts typed in. */
  isCalculated: z.boolean(),
});
export type SchemeRow = z.infer<typeof SchemeRow>;

/** To which publication date the rules were checked, and what is known to be unread. */
export const CheckedRules = z.object({
  publishedUpTo: z.string(),
  unread: z.array(z.object({ title: z.string(), effective: CivilDateText, url: z.string().nullable() })),
});
export type CheckedRules = z.infer<typeof CheckedRules>;

export const SchemeExample = z.object({ name: z.string(), on: CivilDateText, answer: z.string() });
export type SchemeExample = z.infer<typeof SchemeExample>;

/** One scheme for one elder: the answer of the rule on the file, what he already has, and how far the offer is. */
export const ElderEntitlement = z.object({
  outcome: Outcome,
  who: z.string(),
  how: z.string(),
  /** In receipt of it, in words; null = not as far as the file knows. */
  drawn: z.string().nullable(),
  offer: z.object({ id: Id, status: OfferStatus, nextActions: z.array(NextAction) }).nullable(),
});
export type ElderEntitlement = z.infer<typeof ElderEntitlement>;

export const ElderEntitlements = z.object({
  elderId: Id,
  elderName: z.string(),
  areaCode: AreaCode,
  on: CivilDateText,
  /** The district whose own values were used: where the elder lives. */
  districtName: z.string(),
  checked: CheckedRules,
  /** What the file lacks or no longer holds true, in sentences. */
  notes: z.array(z.string()),
  rows: z.array(ElderEntitlement),
});
export type ElderEntitlements = z.infer<typeof ElderEntitlements>;
