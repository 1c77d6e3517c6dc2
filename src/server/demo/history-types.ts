import type { Ability } from './model.ts';

/** Events of the 18 months as plain objects; `kind` tells them apart. Instants are ISO UTC, days civil dates, money fen. */
export type DemoVisitPlan = {
  kind: 'visit-plan';
  planId: string;
  elderId: string;
  areaCode: string;
  groups: string[];
  everyMonths: 1;
  staffId: string;
  startedOn: string;
};
export type DemoVisit = {
  kind: 'visit';
  visitId: string;
  planId: string;
  elderId: string;
  areaCode: string;
  staffId: string;
  dueOn: string;
  /** null: still due. */
  doneAt: string | null;
  method: '入户' | '电话';
  result: '平安' | '无人应答' | '有需求' | '有异常' | null;
  needs: string[];
};
export type DemoOrder = {
  kind: 'order';
  orderId: string;
  elderId: string;
  areaCode: string;
  service: string;
  source: '电话' | '小程序' | '社区代办' | '驿站前台' | '一键呼';
  organisationId: string;
  staffId: string | null;
  priceFen: number;
  subsidyFen: number;
  scheduledOn: string;
  submittedAt: string;
  dispatchedAt: string | null;
  acceptedAt: string | null;
  startedAt: string | null;
  doneAt: string | null;
  confirmedAt: string | null;
  rating: 1 | 2 | 3 | 4 | 5 | null;
  settledOn: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
};
export type DemoAssessment = {
  kind: 'assessment';
  assessmentId: string;
  elderId: string;
  areaCode: string;
  appliedOn: string;
  /** null while waiting. Grades and scores of GB/T 42195-2022 (90 points, more is abler). */
  assessedOn: string | null;
  publishedOn: string | null;
  assessorIds: string[];
  score: number | null;
  grade: Ability | null;
  validTo: string | null;
};
export const BED_STATES = [
  'applied',
  'eligibility-checked',
  'assessed',
  'designed',
  'built',
  'accepted',
  'contracted',
  'in-service',
] as const;
export type DemoHomeBed = {
  kind: 'home-bed';
  bedId: string;
  elderId: string;
  areaCode: string;
  organisationId: string | null;
  milestones: { state: (typeof BED_STATES)[number]; on: string }[];
  /** Day of acceptance: from then on it counts as built (建成). */
  builtOn: string | null;
};
export type DemoDevice = {
  kind: 'device';
  deviceId: string;
  elderId: string;
  areaCode: string;
  type: '智能水表' | '一键呼' | '烟感' | '穿戴手环';
  serial: string;
  installedOn: string;
  online: boolean;
};
export type DemoAlarm = {
  kind: 'alarm';
  alarmId: string;
  deviceId: string;
  elderId: string;
  areaCode: string;
  rule: string;
  level: '一般' | '紧急';
  raisedAt: string;
  acknowledgedAt: string | null;
  onSiteAt: string | null;
  resolvedAt: string | null;
  /** null while open. */
  isTrue: boolean | null;
  outcome: string | null;
  staffId: string | null;
};
export type DemoMeal = {
  kind: 'meal';
  mealId: string;
  elderId: string;
  areaCode: string;
  facilityId: string;
  servedOn: string;
  slot: '午餐' | '晚餐';
  mode: '堂食' | '送餐';
  priceFen: number;
  subsidyFen: number;
};
export type DemoAdmission = {
  kind: 'admission';
  admissionId: string;
  elderId: string;
  areaCode: string;
  facilityId: string;
  admittedOn: string;
  bedType: '护理型' | '普通';
  monthlyFeeFen: number;
};
export type DemoEvent =
  | DemoVisitPlan
  | DemoVisit
  | DemoOrder
  | DemoAssessment
  | DemoHomeBed
  | DemoDevice
  | DemoAlarm
  | DemoMeal
  | DemoAdmission;
