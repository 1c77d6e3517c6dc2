import { z } from 'zod';
import { SIGNAL_TOPICS, type SignalTopic } from './comparison-kinds.ts';
import { Confidence } from './confidence.ts';
import { ofClass, Withheld } from './data-classes.ts';
import { endpoint } from './endpoint.ts';
import { CivilDateText, Id, Instant } from './nouns.ts';

export const SignalTopicName = z.enum(SIGNAL_TOPICS, { error: '请选哪一类信号' });

export const WARNING_RULES = [
  ...(['medicalCost', 'illnessUnaided', 'medicalAidUnaided', 'unemploymentBegun', 'unemploymentEnded'] as const),
  ...([
    'employmentAidEnded',
    'incomeFallen',
    'enrolmentLapsed',
    'subsidisedUnrecognised',
    'otherAidUnrecognised',
  ] as const),
  'incomeRisen',
] as const;
export const WarningRule = z.enum(WARNING_RULES, { error: '请选哪一条规则' });
export type WarningRule = z.infer<typeof WarningRule>;

type RuleData = {
  label: string;
  topics: readonly SignalTopic[];
  /** What it looks at, as a sentence. */
  looks: string;
  /** What the line is measured in; null = there is no line, the thing itself is the signal. */
  unit: 'fen' | 'percent' | null;
  line: number;
  /** How old the data may be. */
  windowMonths: number;
  /** help = somebody visits; exit = the recognition is looked at again, nothing stops by itself. */
  direction: 'help' | 'exit';
  /** Why somebody comes, in the elder's words: no amount, nobody named. */
  elderWords: string;
};

/**
 * The rules by which a signal becomes a warning. No document with figures was found for any of them: every line and window is
 * the product's own (designDefault) until a district or the city sets it by a document; the screen says so.
 */
export const RULES: Readonly<Record<WarningRule, RuleData>> = {
  medicalCost: {
    ...{ label: '个人负担医疗费大', topics: ['insurance'], unit: 'fen', line: 3_000_000, windowMonths: 18 },
    ...{ direction: 'help', looks: '一年里个人负担的医疗费，超过线的' },
    elderWords: '医保的数据说，您家自己付的医疗费比较多',
  },
  illnessUnaided: {
    ...{ label: '大病报销，家里没有救助', topics: ['seriousIllness'], unit: 'fen', line: 0, windowMonths: 18 },
    ...{ direction: 'help', looks: '一年里大病保险报销超过线，家里又没有低保、低收入、特困的' },
    elderWords: '医保的数据说，您家有人得了大病，报销过',
  },
  medicalAidUnaided: {
    ...{ label: '得过医疗救助，家里没有救助', topics: ['medicalAid'], unit: 'fen', line: 0, windowMonths: 18 },
    ...{ direction: 'help', looks: '一年里医疗救助超过线，家里又没有低保、低收入、特困的' },
    elderWords: '医保的数据说，您家得过医疗救助',
  },
  unemploymentBegun: {
    ...{ label: '开始领失业金', topics: ['unemployment'], unit: null, line: 0, windowMonths: 6 },
    ...{ direction: 'help', looks: '家里有人开始领失业金的' },
    elderWords: '人社的数据说，您家的收入可能少了',
  },
  unemploymentEnded: {
    ...{ label: '失业金停了', topics: ['unemployment'], unit: null, line: 0, windowMonths: 6 },
    ...{ direction: 'help', looks: '家里有人的失业金领完或停发的' },
    elderWords: '人社的数据说，您家的收入可能少了',
  },
  employmentAidEnded: {
    ...{ label: '就业援助停了', topics: ['employmentAid'], unit: null, line: 0, windowMonths: 6 },
    ...{ direction: 'help', looks: '家里有人的就业援助（公益性岗位等）到期或停止的' },
    elderWords: '人社的数据说，您家的收入可能少了',
  },
  incomeFallen: {
    ...{ label: '申报收入大降', topics: ['incomeTax'], unit: 'percent', line: 50, windowMonths: 18 },
    ...{ direction: 'help', looks: '家里有人申报的年收入比上一年少了这么多（降到零的算百分之百）' },
    elderWords: '税务的数据说，您家的收入可能少了',
  },
  enrolmentLapsed: {
    ...{ label: '医保断了', topics: ['subsidisedEnrolment'], unit: null, line: 0, windowMonths: 18 },
    ...{ direction: 'help', looks: '家里有人的医保停保、中断、没有参保的' },
    elderWords: '医保的数据说，您家有人的医保可能断了',
  },
  subsidisedUnrecognised: {
    ...{ label: '资助参保，家里没有认定', topics: ['subsidisedEnrolment'], unit: null, line: 0, windowMonths: 18 },
    ...{ direction: 'help', looks: '按困难人员资助参保（写了资助类别），家里又没有低保、低收入、特困的' },
    elderWords: '医保的数据说，您家有人由政府资助参加医保',
  },
  otherAidUnrecognised: {
    ...{ label: '有教育、住房救助，家里没有认定', topics: ['educationAid', 'housingAid'], unit: null, line: 0 },
    ...{ windowMonths: 18, direction: 'help', looks: '得过教育资助或住房救助，家里又没有低保、低收入、特困的' },
    elderWords: '教育或住房部门的数据说，您家得过资助',
  },
  incomeRisen: {
    ...{ label: '申报收入高过标准', topics: ['incomeTax'], unit: 'percent', line: 100, windowMonths: 12 },
    ...{
      direction: 'exit',
      looks: '领着低保、特困或是低收入的家庭，有人申报的收入按人口平均高过标准这么多的；复核，不自动停',
    },
    elderWords: '税务的数据说，您家的收入可能多了',
  },
};
export const RULE_LABELS = Object.fromEntries(WARNING_RULES.map(rule => [rule, RULES[rule].label])) as Record<
  WarningRule,
  string
>;

/** What somebody at the door made of a reason. */
export const VERDICTS = ['true', 'no-need', 'false'] as const;
export const Verdict = z.enum(VERDICTS, { error: '请选属实不属实' });
export type Verdict = z.infer<typeof Verdict>;
export const VERDICT_LABELS = {
  true: '属实，有困难',
  'no-need': '属实，不用救助',
  false: '不属实',
} as const satisfies Record<Verdict, string>;
/** Of a reason to look at a recognition again. */
export const EXIT_VERDICT_LABELS = {
  true: '复核后变了',
  'no-need': '复核后保留',
  false: '不属实',
} as const satisfies Record<Verdict, string>;

export const RuleLine = z.object({
  areaName: z.string(),
  fromOn: CivilDateText,
  line: z.int(),
  windowMonths: z.int(),
  active: z.boolean(),
  documentNumber: z.string(),
  basis: z.string(),
  confidence: Confidence,
  setBy: z.string(),
});
export type RuleLine = z.infer<typeof RuleLine>;

/** raised = open + helped + noNeed + wrong. */
const Feedback = {
  raised: z.int(),
  open: z.int(),
  helped: z.int(),
  noNeed: z.int(),
  wrong: z.int(),
  /** Of a hundred that somebody looked at, so many were in need; null = nobody has looked at one. */
  precisionPercent: z.int().nullable(),
};
export const ReliefRule = z.object({
  rule: WarningRule,
  label: z.string(),
  looks: z.string(),
  topics: z.array(SignalTopicName),
  unit: z.enum(['fen', 'percent']).nullable(),
  direction: z.enum(['help', 'exit']),
  /** In force for the reader's area today. */
  now: RuleLine,
  /** Everything that was set, newest first, the product's own last. */
  lines: z.array(RuleLine),
  ...Feedback,
});
export type ReliefRule = z.infer<typeof ReliefRule>;

export const listReliefRules = endpoint({
  method: 'GET',
  path: '/api/relief-rules',
  savedAs: '预警规则',
  summary: '预警规则：看什么、线是多少、谁按什么定的，预警了多少、上门看了多少属实',
  response: z.object({ rows: z.array(ReliefRule) }),
});

const Line = z.coerce.number().int().min(0, { error: '不能小于 0' }).max(100_000_000_000);
const Window = z.coerce.number().int().min(1, { error: '至少 1 个月' }).max(60, { error: '最多 60 个月' });
export const setReliefRule = endpoint({
  method: 'POST',
  path: '/api/relief-rules/:rule/lines',
  summary: '区、市按文件定一条规则的线，从哪天起；也可以停用',
  params: z.object({ rule: WarningRule }),
  body: z.object({
    line: Line,
    windowMonths: Window,
    active: z.boolean().default(true),
    documentNumber: z.string().trim().max(60, { error: '最多 60 字' }).default(''),
    basis: z.string().trim().min(4, { error: '请写依据，至少 4 个字' }).max(200),
    fromOn: CivilDateText,
  }),
  response: z.object({ id: Id }),
});

export const RuleTrial = z.object({
  rule: WarningRule,
  fromOn: CivilDateText,
  toOn: CivilDateText,
  /** Records of the rule's topics that stand in the store for these twelve months. */
  signals: z.int(),
  /** Households by period that the line would have warned of, and that the line now in force does. */
  would: z.int(),
  now: z.int(),
  /** Of `would`: somebody has been there and said so. */
  wouldHelped: z.int(),
  wouldWrong: z.int(),
});
export type RuleTrial = z.infer<typeof RuleTrial>;
export const tryReliefRule = endpoint({
  method: 'GET',
  path: '/api/relief-rules/:rule/trial',
  summary: '试一条线：用存下的近十二个月信号算会预警多少户；只算，不改，也不存',
  params: z.object({ rule: WarningRule }),
  query: z.object({ line: Line, windowMonths: Window.optional() }),
  response: RuleTrial,
});

/** One reason of a warning, with the record it rests on. */
/** What a rule looks at is what a person paid for treatment: its sentence is 医疗数据. */
const MEDICAL_TOPICS: readonly SignalTopic[] = ['insurance', 'seriousIllness', 'medicalAid'];
export const isMedical = (rule: WarningRule): boolean =>
  RULES[rule].topics.some(topic => MEDICAL_TOPICS.includes(topic));

export const WarningReason = z.object({
  id: Id,
  elderId: Id,
  rule: WarningRule,
  label: z.string(),
  /** The record it rests on; of a medical rule only which rule it was. */
  sentence: z.string(),
  /** The whole sentence of a medical rule. */
  costSentence: ofClass('medical-cost', z.string().nullable()),
  withheld: Withheld,
  sender: z.string(),
  asOf: CivilDateText,
  batchId: Id,
  /** Line, and by whose word. */
  basis: z.string(),
  confidence: Confidence,
  foundAt: Instant,
  verdict: Verdict.nullable(),
  verdictNote: z.string().nullable(),
  judgedBy: z.string().nullable(),
});
export type WarningReason = z.infer<typeof WarningReason>;
