import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';
import { AreaCode, CivilDateText, Id, Instant, Sex } from './nouns.ts';
import type { Role } from './roles.ts';

export const ALARM_RULES = ['no-water-use', 'one-press-call'] as const;
export const AlarmRule = z.enum(ALARM_RULES);
export type AlarmRule = z.infer<typeof AlarmRule>;
export const ALARM_RULE_LABELS = {
  'no-water-use': '用水异常',
  'one-press-call': '一键呼',
} as const satisfies Record<AlarmRule, string>;

/** 红橙黄蓝 is for risk only, always as a square with its character. */
export const ALARM_LEVELS = ['red', 'orange', 'yellow', 'blue'] as const;
export const AlarmLevel = z.enum(ALARM_LEVELS);
export type AlarmLevel = z.infer<typeof AlarmLevel>;
export const ALARM_LEVEL_LABELS = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' } as const satisfies Record<
  AlarmLevel,
  string
>;

export const ALARM_STATUSES = [
  'raised',
  'acknowledged',
  'called',
  'dispatched',
  'on-site',
  'closed',
  'silenced',
] as const;
export const AlarmStatus = z.enum(ALARM_STATUSES);
export type AlarmStatus = z.infer<typeof AlarmStatus>;
export const ALARM_STATUS_LABELS = {
  raised: '待受理',
  acknowledged: '已受理',
  called: '已打电话',
  dispatched: '已派人',
  'on-site': '已到场',
  closed: '已关闭',
  silenced: '已静默（外出）',
} as const satisfies Record<AlarmStatus, string>;

/** Desks that answer an alarm, and hands that go to the door. */
export const DUTY_ROLES = ['centre', 'station', 'community', 'street'] as const satisfies readonly Role[];
export const DOOR_ROLES = ['caregiver', 'volunteer', 'station', 'community'] as const satisfies readonly Role[];

export const alarmLifecycle = lifecycle({
  noun: 'alarm',
  label: '告警',
  initial: 'raised',
  statuses: ALARM_STATUSES,
  labels: ALARM_STATUS_LABELS,
  transitions: [
    { from: ['raised'], to: 'acknowledged', action: 'acknowledge', label: '受理', by: DUTY_ROLES },
    {
      from: ['acknowledged', 'called'],
      to: 'called',
      action: 'call',
      label: '打电话',
      by: DUTY_ROLES,
      needs: [{ field: 'outcome', label: '接通还是无人接' }],
    },
    {
      from: ['acknowledged', 'called', 'dispatched'],
      to: 'dispatched',
      action: 'dispatch',
      label: '派人',
      by: DUTY_ROLES,
      needs: [{ field: 'workerId', label: '派谁去' }],
    },
    { from: ['dispatched'], to: 'on-site', action: 'arrive', label: '到场', by: DOOR_ROLES },
    {
      from: ['called', 'dispatched', 'on-site'],
      to: 'closed',
      action: 'close',
      label: '关闭',
      by: [...DUTY_ROLES, 'caregiver', 'volunteer'],
      needs: [
        { field: 'isTrue', label: '属实还是误报' },
        { field: 'cause', label: '原因' },
      ],
    },
    {
      from: ['raised', 'acknowledged', 'called'],
      to: 'silenced',
      action: 'silence',
      label: '静默',
      by: ['family', 'elder', ...DUTY_ROLES],
      side: true,
    },
    {
      from: ['raised', 'acknowledged', 'called', 'dispatched', 'on-site'],
      to: 'closed',
      action: 'end',
      label: '老人已不在，关闭',
      by: [],
      side: true,
      system: true,
    },
  ],
});
export type AlarmAction = (typeof alarmLifecycle)['transitions'][number]['action'];

export const CALL_OUTCOMES = ['answered', 'no-answer'] as const;
export const CallOutcome = z.enum(CALL_OUTCOMES, { error: '请选接通还是无人接' });
export type CallOutcome = z.infer<typeof CallOutcome>;
export const CALL_OUTCOME_LABELS = { answered: '接通', 'no-answer': '无人接' } as const satisfies Record<
  CallOutcome,
  string
>;
export const CALLEES = ['elder', 'family'] as const;
export const Callee = z.enum(CALLEES);
export type Callee = z.infer<typeof Callee>;
export const CALLEE_LABELS = { elder: '本人', family: '家属' } as const satisfies Record<Callee, string>;

/** Who and where, copied when the alarm was raised. */
export const AlarmPerson = z.object({
  name: z.string(),
  sex: Sex.nullable(),
  bornOn: CivilDateText.nullable(),
  /** 独居, 与老伴同住 … as the ledger says it. */
  living: z.string().nullable(),
  /** Road and 小区; the door number stays sealed in the ledger. */
  place: z.string(),
});
export type AlarmPerson = z.infer<typeof AlarmPerson>;

/** One hop of the line 告警 → 受理 → 电话 → 派人 → 到场 → 关闭; `at` is null while it lies ahead. */
export const AlarmHop = z.object({
  label: z.string(),
  at: Instant.nullable(),
  state: z.enum(['done', 'now', 'later']),
});
export type AlarmHop = z.infer<typeof AlarmHop>;

export const Alarm = z.object({
  id: Id,
  /** Short enough for the phone, e.g. GJ250620-1A2B3C. */
  number: z.string(),
  elderId: Id,
  areaCode: AreaCode,
  /** The community's name. */
  areaName: z.string(),
  rule: AlarmRule,
  level: AlarmLevel,
  status: AlarmStatus,
  /** e.g. 用水异常，6 小时 40 分没有用水. */
  title: z.string(),
  person: AlarmPerson,
  age: z.int().nullable(),
  raisedAt: Instant,
  closedAt: Instant.nullable(),
  /** Minutes from the alarm until now, or until it was closed. */
  minutes: z.int(),
  /** Minutes from the alarm to the door; null until somebody is there. */
  responseMinutes: z.int().nullable(),
  hops: z.array(AlarmHop),
  assignee: z
    .object({ name: z.string(), title: z.string(), expectedAt: Instant.nullable(), late: z.boolean() })
    .nullable(),
  isTrue: z.boolean().nullable(),
  cause: z.string().nullable(),
  escalation: z.int(),
  /** Who was called last by the escalation, in words. */
  escalatedTo: z.string().nullable(),
  /** The sentence under the hop line: what is going on and what comes next. */
  now: z.string(),
});
export type Alarm = z.infer<typeof Alarm>;
