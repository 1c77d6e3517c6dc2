import { z } from 'zod';
import {
  Alarm,
  AlarmHop,
  AlarmLevel,
  type AlarmPerson,
  type AlarmRule,
  AlarmStatus,
  Callee,
  CallOutcome,
} from './alarm-nouns.ts';
import { endpoint } from './endpoint.ts';
import { AreaCode, Id, Instant, NextAction, PageQuery, page, Step } from './nouns.ts';

export * from './alarm-nouns.ts';
export * from './away.ts';

const Note = z.string().trim().max(500, { error: '最多 500 字' });
const ById = z.object({ id: Id });
const LIFECYCLE_ERRORS = ['platform.not-found', 'platform.wrong-state'] as const;

export const AlarmQuery = PageQuery.extend({
  scope: z.enum(['live', 'today', 'all']).default('live'),
  level: AlarmLevel.optional(),
  status: AlarmStatus.optional(),
  elderId: Id.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** 告警号, e.g. GJ250620-1A2B3C; what is no number finds nothing. */
  number: z.string().trim().max(30).optional(),
});

export const listAlarms = endpoint({
  method: 'GET',
  path: '/api/alarms',
  savedAs: '告警',
  summary: '告警名单：正在处理的、今天关闭的或全部',
  query: AlarmQuery,
  response: page(Alarm),
});

export const AlarmRecord = Alarm.extend({
  evidence: z.object({
    serial: z.string().nullable(),
    quietFrom: Instant.nullable(),
    exceededAt: Instant.nullable(),
    quietMinutes: z.int().nullable(),
    limitMinutes: z.int().nullable(),
    usualMinutes: z.int().nullable(),
    baselineDays: z.int().nullable(),
    /** The rule's reason in one sentence, with the parameters that are the designers' defaults. */
    because: z.string(),
    /** Litres an hour before the alarm, oldest first, and the usual longest quiet minutes of each hour of the day. */
    hours: z.array(z.object({ at: Instant, litres: z.number() })),
    usualByHour: z.array(z.int()),
    /** What late readings showed after the alarm was raised. */
    added: z.array(z.object({ at: Instant, sentence: z.string() })),
  }),
  calls: z.array(
    z.object({
      id: Id,
      at: Instant,
      caller: z.string(),
      callee: Callee,
      outcome: CallOutcome,
      note: z.string().nullable(),
    }),
  ),
  steps: z.array(Step),
  actions: z.array(NextAction),
});
export type AlarmRecord = z.infer<typeof AlarmRecord>;

export const getAlarm = endpoint({
  method: 'GET',
  path: '/api/alarms/:id',
  summary: '一条告警：证据、每一步的时间、能办什么',
  params: ById,
  response: AlarmRecord,
  errors: ['platform.not-found'],
});

export const acknowledgeAlarm = endpoint({
  method: 'POST',
  path: '/api/alarms/:id/acknowledge',
  summary: '受理告警',
  params: ById,
  response: Alarm,
  errors: LIFECYCLE_ERRORS,
});

export const recordAlarmCall = endpoint({
  method: 'POST',
  path: '/api/alarms/:id/calls',
  summary: '记下打电话的结果',
  params: ById,
  body: z.object({ callee: Callee.default('elder'), outcome: CallOutcome, note: Note.optional() }),
  response: Alarm,
  errors: LIFECYCLE_ERRORS,
});

/** Phone and door of the person, only while the alarm is under way; every look is written down with its purpose. */
export const openAlarmContact = endpoint({
  method: 'POST',
  path: '/api/alarms/:id/contact',
  summary: '为处置这条告警看本人电话和门牌（留下记录）',
  params: ById,
  response: z.object({ phone: z.string().nullable(), door: z.string().nullable() }),
  errors: LIFECYCLE_ERRORS,
});

export const FieldWorker = z.object({
  accountId: Id,
  name: z.string(),
  title: z.string(),
  organisation: z.string().nullable(),
  openTasks: z.int(),
});

export const listFieldWorkers = endpoint({
  method: 'GET',
  path: '/api/alarms/:id/workers',
  summary: '可以派去的护理员和志愿者，手上活少的在前',
  params: ById,
  response: z.object({ rows: z.array(FieldWorker) }),
  errors: ['platform.not-found'],
});

export const dispatchAlarm = endpoint({
  method: 'POST',
  path: '/api/alarms/:id/dispatch',
  summary: '派人上门',
  params: ById,
  body: z.object({
    workerId: Id,
    withinMinutes: z.int().min(5, { error: '至少 5 分钟' }).max(120, { error: '最多 120 分钟' }).default(15),
    note: Note.optional(),
  }),
  response: Alarm,
  errors: [...LIFECYCLE_ERRORS, 'alarms.unknown-worker'],
});

export const arriveAtAlarm = endpoint({
  method: 'POST',
  path: '/api/alarms/:id/arrive',
  summary: '到场',
  params: ById,
  body: z.object({ note: Note.optional() }),
  response: Alarm,
  errors: LIFECYCLE_ERRORS,
});

export const closeAlarm = endpoint({
  method: 'POST',
  path: '/api/alarms/:id/close',
  summary: '关闭告警，写明原因和是否属实',
  params: ById,
  body: z.object({
    isTrue: z.boolean({ error: '请选属实还是误报' }),
    cause: z.string().trim().min(2, { error: '请写明原因，如“摔倒后送医”“在女儿家”' }).max(200),
  }),
  response: Alarm,
  errors: LIFECYCLE_ERRORS,
});

/** Server-sent events: the whole live list whenever it changes, and a comment as heartbeat. */
export const streamAlarms = endpoint({
  method: 'GET',
  path: '/api/alarms/stream',
  summary: '正在处理的告警，实时',
  response: z.object({ rows: z.array(Alarm), at: Instant }),
  raw: 'stream',
});

/** For the wall: no name, no road; an area's name, age and living arrangement are the most it says. */
export const WallAlarm = z.object({
  id: Id,
  level: AlarmLevel,
  title: z.string(),
  areaCode: AreaCode,
  /** District and street, short: 大兴 清源. */
  areaName: z.string(),
  living: z.string().nullable(),
  age: z.int().nullable(),
  status: AlarmStatus,
  raisedAt: Instant,
  minutes: z.int(),
  hops: z.array(AlarmHop),
});

export const readAlarmWall = endpoint({
  method: 'GET',
  path: '/api/alarms/wall',
  summary: '大屏：正在处理的告警（不含姓名和住址）、24 小时分布、到场时间中位数',
  response: z.object({
    at: Instant,
    rows: z.array(WallAlarm),
    liveCount: z.int(),
    hourly: z.array(z.object({ at: Instant, count: z.int() })),
    medianMinutes: z.number().nullable(),
    reachedCount: z.int(),
    overdueCount: z.int(),
  }),
});

export const readAlarmSummary = endpoint({
  method: 'GET',
  path: '/api/alarms/summary',
  summary: '告警概况：正在处理、今天关闭、近 30 天到场时间中位数、今天值守',
  response: z.object({
    at: Instant,
    live: z.int(),
    closedToday: z.int(),
    medianMinutes: z.number().nullable(),
    reachedCount: z.int(),
    worst: z.number().nullable(),
    duty: z.string().nullable(),
  }),
});

/** 一键呼 from the elder's page: one open call per elder, pressed again it answers the same. */
export const pressCall = endpoint({
  method: 'POST',
  path: '/api/calls',
  summary: '一键呼：告诉 24 小时值守台',
  body: z.object({ note: Note.optional() }),
  response: z.object({ id: Id, raisedAt: Instant, status: AlarmStatus, duty: z.string().nullable() }),
  errors: ['platform.not-found'],
});

export type AlarmsOfPerson = z.infer<typeof AlarmPerson>;
export type RuleName = z.infer<typeof AlarmRule>;
