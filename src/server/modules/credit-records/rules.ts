import {
  CREDIT_KIND_LABELS,
  CREDIT_KINDS,
  CREDIT_SUBJECT_KINDS,
  CREDIT_SUBJECT_LABELS,
  type CreditKind,
  type CreditSubjectKind,
  SHARING_SCOPE_LABELS,
  SHARING_SCOPES,
  type SharingScope,
} from '#contracts/credit-records.ts';
import { areaAt } from '#shared/area-codes.ts';

const KIND_WORDS: Record<CreditKind, readonly string[]> = {
  licence: ['许可', '登记', '证照', '行政许可'],
  'annual-report': ['年报', '年检', '年度报告'],
  audit: ['抽查', '审计', '检查'],
  penalty: ['处罚'],
  rating: ['评级', '等级', '评估', '评价'],
  donation: ['捐赠', '公益'],
  award: ['表彰', '奖励', '荣誉'],
  other: [],
};
const SUBJECT_WORDS: Record<CreditSubjectKind, readonly string[]> = {
  provider: ['企业', '供应商', '专业服务商'],
  institution: ['养老机构', '机构', '驿站', '设施', '助餐点'],
  practitioner: ['护理员', '养老护理员', '人员'],
};
const SCOPE_WORDS: Record<SharingScope, readonly string[]> = {
  public: ['公开', '社会公开', '公示'],
  offices: ['共享', '部门共享', '市区街共享'],
  district: ['市区共享'],
  city: ['市级'],
};

function reader<K extends string>(all: readonly K[], labels: Record<K, string>, words: Record<K, readonly string[]>) {
  const known = new Map(all.flatMap(key => [labels[key], key, ...words[key]].map(word => [plain(word), key] as const)));
  return (text: string): K | undefined => known.get(plain(text));
}
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s、,]/g, '');

/** What a department's word means; a word that is none of ours is refused, never guessed. */
export const kindOf = reader(CREDIT_KINDS, CREDIT_KIND_LABELS, KIND_WORDS);
export const subjectKindOf = reader(CREDIT_SUBJECT_KINDS, CREDIT_SUBJECT_LABELS, SUBJECT_WORDS);
export const scopeOf = reader(SHARING_SCOPES, SHARING_SCOPE_LABELS, SCOPE_WORDS);

/** The same department is one source, however it spaces its name. */
export const departmentOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

export type Subject = { id: string; name: string; areaCode: string; organisationId: string | null };

/**
 * Who sees a record: the lowest office of the subject's area that the scope names, and the organisation it concerns unless it
 * is the city's alone. That an organisation reads what is kept on it is ours (designDefault).
 */
export function reachOf(scope: SharingScope, subject: Subject): { areaCode: string; organisationId: string | null } {
  const level = scope === 'city' ? 'city' : scope === 'district' ? 'district' : 'street';
  return {
    areaCode: areaAt(subject.areaCode, level),
    organisationId: scope === 'city' ? null : subject.organisationId,
  };
}
