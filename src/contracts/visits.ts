import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, PageQuery, page } from './nouns.ts';

export const PLAN_STATUSES = ['active', 'excluded', 'paused', 'ended'] as const;
export const PlanStatus = z.enum(PLAN_STATUSES);
export type PlanStatus = z.infer<typeof PlanStatus>;
export const PLAN_STATUS_LABELS = {
  active: '探访中',
  excluded: '本人不愿探访，仍可联系',
  paused: '暂停（不在家住）',
  ended: '已结束',
} as const satisfies Record<PlanStatus, string>;

/** Key groups of 大兴 (seed 1 §8, five) and 西城 (seed 4 §4, six), plus what follows a true alarm. */
export const VISIT_GROUPS = [
  'oldest-alone',
  'oldest-empty-nest',
  'disabled-dementia',
  'severe-certificate',
  'special-family',
  'alone',
  'empty-nest',
  'left-behind',
  'disabled',
  'true-alarm',
] as const;
export const VisitGroup = z.enum(VISIT_GROUPS);
export type VisitGroup = z.infer<typeof VisitGroup>;
export const VISIT_GROUP_LABELS = {
  'oldest-alone': '高龄独居',
  'oldest-empty-nest': '高龄空巢',
  'disabled-dementia': '失能失智',
  'severe-certificate': '重度残疾',
  'special-family': '计划生育特殊家庭',
  alone: '独居',
  'empty-nest': '空巢',
  'left-behind': '留守',
  disabled: '失能',
  'true-alarm': '告警属实后加密探访',
} as const satisfies Record<VisitGroup, string>;

export const VISIT_METHODS = ['home', 'phone'] as const;
export const VisitMethod = z.enum(VISIT_METHODS, { error: '请选上门还是电话' });
export type VisitMethod = z.infer<typeof VisitMethod>;
export const VISIT_METHOD_LABELS = { home: '上门看望', phone: '电话问候' } as const satisfies Record<
  VisitMethod,
  string
>;

export const VISIT_RESULTS = ['ok', 'no-answer', 'problem'] as const;
export const VisitResult = z.enum(VISIT_RESULTS, { error: '请选结果' });
export type VisitResult = z.infer<typeof VisitResult>;
export const VISIT_RESULT_LABELS = {
  ok: '平安',
  'no-answer': '无人应答',
  problem: '发现问题',
} as const satisfies Record<VisitResult, string>;

/** The standard form (巡视探访标准化): all three are asked whenever somebody answered. */
export const VISIT_ITEMS = ['mood', 'health', 'safety'] as const;
export type VisitItem = (typeof VISIT_ITEMS)[number];
export const VISIT_ITEM_LABELS = { mood: '精神', health: '身体', safety: '居家安全' } as const satisfies Record<
  VisitItem,
  string
>;
export const ItemAnswer = z.enum(['good', 'concern'], { error: '请选正常还是有情况' });
export const VisitItems = z.object({
  mood: ItemAnswer.optional(),
  health: ItemAnswer.optional(),
  safety: ItemAnswer.optional(),
});

export const FOUND_NEEDS = ['medical', 'mood', 'meals', 'hazard', 'care', 'devices', 'other'] as const;
export const FoundNeed = z.enum(FOUND_NEEDS);
export type FoundNeed = z.infer<typeof FoundNeed>;
export const FOUND_NEED_LABELS = {
  medical: '身体不适，要看医生',
  mood: '情绪低落，要心理慰藉',
  meals: '吃饭不方便',
  hazard: '家里有隐患',
  care: '缺人照料',
  devices: '缺辅具或要适老化改造',
  other: '其他',
} as const satisfies Record<FoundNeed, string>;

export const VisitPlan = z.object({
  id: Id,
  elderId: Id,
  areaCode: AreaCode,
  areaName: z.string(),
  status: PlanStatus,
  name: z.string(),
  age: z.int().nullable(),
  living: z.string().nullable(),
  place: z.string().nullable(),
  group: VisitGroup,
  reasons: z.array(z.object({ group: VisitGroup, label: z.string(), reason: z.string() })),
  frequencyDays: z.int(),
  nextDueOn: CivilDateText.nullable(),
  /** Negative before the day, 0 on it, positive when overdue. */
  overdueDays: z.int().nullable(),
  because: z.string().nullable(),
  lastVisitedOn: CivilDateText.nullable(),
  /** Two unanswered calls make the next visit a home visit on the same day. */
  homeOnly: z.boolean(),
  assigneeName: z.string().nullable(),
});
export type VisitPlan = z.infer<typeof VisitPlan>;

export const Visit = z.object({
  id: Id,
  elderId: Id,
  name: z.string().nullable(),
  visitedAt: Instant,
  method: VisitMethod,
  result: VisitResult,
  items: VisitItems,
  needs: z.array(FoundNeed),
  note: z.string().nullable(),
  by: z.string(),
});
export type Visit = z.infer<typeof Visit>;

export const PLAN_VIEWS = ['due', 'overdue', 'week', 'all', 'excluded'] as const;

export const listVisitPlans = endpoint({
  method: 'GET',
  path: '/api/visit-plans',
  savedAs: '探访计划',
  summary: '探访计划：今天该走访的、超期的、本周的、全部、不愿探访的',
  query: PageQuery.extend({ view: z.enum(PLAN_VIEWS).default('due'), group: VisitGroup.optional() }),
  response: page(VisitPlan),
});

export const readVisitSummary = endpoint({
  method: 'GET',
  path: '/api/visit-plans/summary',
  summary: '本月应探访、已探访、覆盖率，今天到期和超期的人数',
  response: z.object({
    at: Instant,
    month: z.string(),
    shouldVisit: z.int(),
    visited: z.int(),
    dueToday: z.int(),
    overdue: z.int(),
    excluded: z.int(),
  }),
});

export const readElderVisits = endpoint({
  method: 'GET',
  path: '/api/elders/:elderId/visits',
  summary: '一位老年人的探访计划和探访记录',
  params: z.object({ elderId: Id }),
  response: z.object({ plan: VisitPlan.nullable(), visits: z.array(Visit) }),
});

export const recordVisit = endpoint({
  method: 'POST',
  path: '/api/visits',
  summary: '记一次探访；无人应答的今天还要再联系，两次电话无人接转当天上门',
  body: z.object({
    elderId: Id,
    method: VisitMethod,
    result: VisitResult,
    items: VisitItems.default({}),
    needs: z.array(FoundNeed).max(FOUND_NEEDS.length).default([]),
    note: z.string().trim().max(500, { error: '最多 500 字' }).optional(),
  }),
  response: z.object({ visit: Visit, plan: VisitPlan }),
  errors: ['visits.no-plan', 'visits.items-missing'],
});

export const assignVisitPlan = endpoint({
  method: 'POST',
  path: '/api/visit-plans/:id/assign',
  summary: '把一位老年人的探访交给护理员或志愿者',
  params: z.object({ id: Id }),
  body: z.object({ workerId: Id }),
  response: VisitPlan,
  errors: ['platform.not-found', 'alarms.unknown-worker'],
});

export const listVisitors = endpoint({
  method: 'GET',
  path: '/api/visit-plans/:id/visitors',
  summary: '可以去探访的护理员和志愿者',
  params: z.object({ id: Id }),
  response: z.object({
    rows: z.array(
      z.object({ accountId: Id, name: z.string(), title: z.string(), organisation: z.string().nullable() }),
    ),
  }),
  errors: ['platform.not-found'],
});
