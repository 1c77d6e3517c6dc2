import { z } from 'zod';
import type { CorrectionSource } from './elders/correction-lifecycle.ts';

export const COMPARISON_KINDS = ['hukou', 'death', 'disability', 'hardship', 'insurance', 'roster'] as const;
export const ComparisonKind = z.enum(COMPARISON_KINDS, { error: '请选是哪一类数据' });
export type ComparisonKind = z.infer<typeof ComparisonKind>;
export const COMPARISON_KIND_LABELS = {
  hukou: '户籍',
  death: '死亡',
  disability: '残疾',
  hardship: '低保、低收入、特困',
  insurance: '医保支出',
  roster: '人员底册',
} as const satisfies Record<ComparisonKind, string>;

/** Who holds the original. The departments are those named by S0-10.2 and the register's own; the split is ours (designDefault). */
export const DEPARTMENTS = {
  hukou: '公安',
  death: '卫健、公安、民政',
  disability: '残联',
  hardship: '民政（社会救助）',
  insurance: '医保',
  roster: '区、街道',
} as const satisfies Record<ComparisonKind, string>;

/** How a difference of this kind is named as the source of a correction. */
export const SOURCE_OF = {
  ...{ hukou: 'hukou', death: 'death', disability: 'disability', hardship: 'hardship', insurance: 'insurance' },
  roster: 'desk',
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
  period: '费用所属年度',
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
} as const satisfies Record<ComparisonKind, readonly ComparedField[]>;

/** Kinds of which a list can be full: what the register says of whoever is not on it, and what their absence says. */
export const FULL_LISTS = {
  hardship: { field: 'economicClass', absent: 'none', label: '低保、低收入、特困' },
  disability: { field: 'disabilities', absent: [], label: '有残疾' },
} as const;
export type FullKind = keyof typeof FULL_LISTS;
export const isFullKind = (kind: ComparisonKind): kind is FullKind => kind in FULL_LISTS;
