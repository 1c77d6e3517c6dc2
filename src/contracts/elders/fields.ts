/** What the form's fields are called in sentences: conflicts, timeline, corrections. */
export const ELDER_FIELD_LABELS = {
  name: '姓名',
  identityNumber: '身份证号',
  sex: '性别',
  bornOn: '出生日期',
  nation: '民族',
  maritalStatus: '婚姻状况',
  phone: '手机号',
  hukouAreaCode: '户籍所在地',
  road: '道路',
  compound: '小区',
  door: '门牌',
  living: '居住方式',
  leftBehind: '留守',
  economicClass: '经济状况',
  familyPlanningSpecial: '计划生育特殊家庭',
  militaryFamily: '烈属军属',
  dementia: '失智',
  disabilities: '残疾',
  diseases: '慢性病',
  wishForVisits: '愿意接受探访',
  serviceMode: '服务方式',
  note: '备注',
} as const;
export type ElderField = keyof typeof ELDER_FIELD_LABELS;
/** With what is not typed into the form: found by an assessment, or known by a life event. */
export const FACT_LABELS = {
  ...ELDER_FIELD_LABELS,
  abilityLevel: '能力等级',
  diedOn: '去世日期',
  away: '离家',
} as const;
export type FactField = keyof typeof FACT_LABELS;
export const labelOfField = (field: string): string => (FACT_LABELS as Record<string, string>)[field] ?? field;
/** Sealed: their values never stand in audit, timeline or answers, only that they changed. */
export const SEALED_FIELDS = ['identityNumber', 'phone', 'door', 'note'] as const satisfies readonly ElderField[];
export const isSealedField = (field: string): boolean => (SEALED_FIELDS as readonly string[]).includes(field);
