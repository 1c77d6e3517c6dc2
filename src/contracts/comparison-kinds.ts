import { z } from 'zod';
import type { CorrectionSource } from './elders/correction-lifecycle.ts';

/**
 * What other departments say happened to somebody: nothing of the register to compare, a signal for the monitoring of 低收入人口.
 * Online topics and the five offline sets of 2024 are S0-10.2's (教育资助 and 住房救助 come as files); 医保支出 is read as one too.
 */
export const SIGNAL_KINDS = [
  ...(['unemployment', 'employmentAid', 'seriousIllness', 'medicalAid'] as const),
  ...(['subsidisedEnrolment', 'incomeTax', 'educationAid', 'housingAid'] as const),
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];
export const COMPARISON_KINDS = [
  ...(['hukou', 'death', 'disability', 'hardship', 'insurance', 'roster'] as const),
  ...SIGNAL_KINDS,
] as const;
export const SIGNAL_TOPICS = ['insurance', ...SIGNAL_KINDS] as const;
export type SignalTopic = (typeof SIGNAL_TOPICS)[number];
export const isSignalTopic = (kind: string): kind is SignalTopic => SIGNAL_TOPICS.some(topic => topic === kind);
export const ComparisonKind = z.enum(COMPARISON_KINDS, { error: '请选是哪一类数据' });
export type ComparisonKind = z.infer<typeof ComparisonKind>;
export const COMPARISON_KIND_LABELS = {
  hukou: '户籍',
  death: '死亡',
  disability: '残疾',
  hardship: '低保、低收入、特困',
  insurance: '医保支出',
  roster: '人员底册',
  unemployment: '失业金领取',
  employmentAid: '就业援助',
  seriousIllness: '大病保险报销',
  medicalAid: '医疗救助',
  subsidisedEnrolment: '医保参保和资助参保',
  incomeTax: '个税申报收入',
  educationAid: '教育资助',
  housingAid: '住房救助',
} as const satisfies Record<ComparisonKind, string>;

/** Who holds the original. The departments are those named by S0-10.2 and the register's own; the split is ours (designDefault). */
export const DEPARTMENTS = {
  hukou: '公安',
  death: '卫健、公安、民政',
  disability: '残联',
  hardship: '民政（社会救助）',
  insurance: '医保',
  roster: '区、街道',
  ...{ unemployment: '人社', employmentAid: '人社', seriousIllness: '医保', medicalAid: '医保' },
  ...{ subsidisedEnrolment: '医保', incomeTax: '税务', educationAid: '教育', housingAid: '住房城乡建设' },
} as const satisfies Record<ComparisonKind, string>;

/** How a difference of this kind is named as the source of a correction; signals make none. */
export const SOURCE_OF = {
  ...{ hukou: 'hukou', death: 'death', disability: 'disability', hardship: 'hardship', insurance: 'insurance' },
  ...{ roster: 'desk', unemployment: 'desk', employmentAid: 'desk', seriousIllness: 'desk', medicalAid: 'desk' },
  ...{ subsidisedEnrolment: 'desk', incomeTax: 'desk', educationAid: 'desk', housingAid: 'desk' },
} as const satisfies Record<ComparisonKind, CorrectionSource>;

export const COMPARED_FIELD_LABELS = {
  identityNumber: '身份证号',
  name: '姓名',
  bornOn: '出生日期',
  hukouAreaCode: '户籍所在地',
  diedOn: '去世日期',
  disabilities: '残疾类别和等级',
  economicClass: '经济状况',
  living: '居住方式',
  medicalCost: '个人负担医疗费（元）',
  period: '所属年度',
  startedOn: '开始日期',
  endedOn: '停止日期',
  amount: '金额（元）',
  category: '类别',
  enrolment: '参保状态',
  sourceNumber: '来源记录编号',
} as const;
export type ComparedField = keyof typeof COMPARED_FIELD_LABELS;
export const COMPARED_FIELDS = Object.keys(COMPARED_FIELD_LABELS) as [ComparedField, ...ComparedField[]];

/** What a table of this kind is compared by; at least one of them must be there. */
export const FIELDS_OF = {
  hukou: ['hukouAreaCode', 'name'],
  death: ['diedOn'],
  disability: ['disabilities'],
  hardship: ['economicClass'],
  insurance: ['medicalCost'],
  roster: ['name', 'economicClass', 'disabilities', 'living', 'hukouAreaCode'],
  unemployment: ['startedOn', 'endedOn'],
  employmentAid: ['startedOn', 'endedOn'],
  seriousIllness: ['amount'],
  medicalAid: ['amount'],
  subsidisedEnrolment: ['enrolment'],
  incomeTax: ['amount'],
  educationAid: ['amount', 'category'],
  housingAid: ['amount', 'category'],
} as const satisfies Record<ComparisonKind, readonly ComparedField[]>;

/** What else must stand in a row, or nothing can be said of it: income without its year says nothing of a fall. */
export const NEEDS_PERIOD: readonly ComparisonKind[] = ['incomeTax'];

/** What a row of a signal says; fen, civil dates. */
export type SignalFacts = {
  amountFen: number | null;
  startedOn: string | null;
  endedOn: string | null;
  category: string | null;
  /** Of 医保参保: in force or not. */
  enrolled: boolean | null;
};

/** Kinds of which a list can be full: what the register says of whoever is not on it, and what their absence says. */
export const FULL_LISTS = {
  hardship: { field: 'economicClass', absent: 'none', label: '低保、低收入、特困' },
  disability: { field: 'disabilities', absent: [], label: '有残疾' },
} as const;
export type FullKind = keyof typeof FULL_LISTS;
export const isFullKind = (kind: ComparisonKind): kind is FullKind => kind in FULL_LISTS;
