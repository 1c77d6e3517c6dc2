import type { Alarm, AlarmHop, AlarmLevel, AlarmRule, AlarmStatus, CallOutcome } from '#contracts/alarms.ts';
import { ageOn } from '#shared/dates.ts';
import { ESCALATION, type EscalationStep, SILENCE } from '../parameters.ts';
import type { Exceeded } from './silence.ts';

export const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));

/** 400 → 6 小时 40 分. */
export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
});
export const clockInWords = (at: number | string): string => CLOCK.format(typeof at === 'string' ? new Date(at) : at);

export const titleOf = (rule: AlarmRule, quiet: { from: string; to: string } | null): string =>
  rule === 'one-press-call' || !quiet
    ? '一键呼'
    : `用水异常，${durationInWords(minutesBetween(quiet.from, quiet.to))}没有用水`;

export function becauseOf(found: Exceeded, quietTo: number): string {
  const hour = Math.floor(((found.exceededAt - 1 + 8 * 3_600_000) / 3_600_000) % 24);
  const quiet = durationInWords(Math.round((quietTo - found.quietFrom) / 60_000));
  const since = `${clockInWords(found.quietFrom)} 起 ${quiet}没有用水`;
  if (found.usualMinutes === null)
    return `${since}。这只水表还在学习本人习惯，先按满 ${SILENCE.learningMinutes / 60} 小时不用水告警`;
  return `${since}；近 ${SILENCE.baselineDays} 天里，${hour} 点这个时段通常最长 ${durationInWords(Math.round(found.usualMinutes))}不用水，超过 ${durationInWords(found.limitMinutes)}即告警`;
}

/** Living alone at 80 or more is red, everybody else orange (design default). */
export function levelOf(person: { bornOn: string | null; living: string | null }, today: string): AlarmLevel {
  const age = person.bornOn ? ageOn(person.bornOn, today) : 0;
  return person.living === '独居' && age >= 80 ? 'red' : 'orange';
}

export type Times = {
  status: AlarmStatus;
  raised_at: string;
  acknowledged_at: string | null;
  called_at: string | null;
  call_outcome: CallOutcome | null;
  dispatched_at: string | null;
  on_site_at: string | null;
  closed_at: string | null;
  silenced_at: string | null;
};

const NEXT: Record<AlarmStatus, number> = {
  raised: 1,
  acknowledged: 2,
  called: 3,
  dispatched: 4,
  'on-site': 5,
  closed: 6,
  silenced: 6,
};

/** The hop line: what happened when, the hop under way, what lies ahead. Skipped hops of a closed alarm fall out. */
export function hopsOf(row: Times): AlarmHop[] {
  const called = row.call_outcome === 'no-answer' ? '无人接' : row.call_outcome === 'answered' ? '接通' : '电话';
  const end = row.status === 'silenced' ? '静默' : '关闭';
  const line: [string, string | null][] = [
    ['告警', row.raised_at],
    ['受理', row.acknowledged_at],
    [called, row.called_at],
    ['派人', row.dispatched_at],
    ['到场', row.on_site_at],
    [end, row.closed_at ?? row.silenced_at],
  ];
  const over = row.status === 'closed' || row.status === 'silenced';
  const next = NEXT[row.status];
  return line
    .filter(([, at]) => !over || at !== null)
    .map(([label, at], i) => ({ label, at, state: at ? 'done' : i === next && !over ? 'now' : 'later' }));
}

type Now = Pick<Alarm, 'status' | 'assignee' | 'escalatedTo' | 'isTrue' | 'cause'> & { outcome: CallOutcome | null };

/** One sentence: what is going on and what comes next. */
export function nowInWords(alarm: Now): string {
  const { assignee } = alarm;
  const due = assignee?.expectedAt ? `，应在 ${clockInWords(assignee.expectedAt)} 前到场` : '';
  const late = assignee?.late ? '，已超时，请改派或催促' : '，超时转街道值守';
  const words: Record<AlarmStatus, string> = {
    raised: alarm.escalatedTo ? `还没有人受理，已通知到${alarm.escalatedTo}` : '还没有人受理',
    acknowledged: '已受理，请马上打电话给本人',
    called: alarm.outcome === 'answered' ? '电话已接通，核实后关闭；不放心就派人' : '电话无人接，请派人上门',
    dispatched: `${assignee?.name ?? ''}（${assignee?.title ?? ''}）已出发${due}${due ? late : ''}`,
    'on-site': `${assignee?.name ?? '工作人员'}已到场，处置后写明原因并关闭`,
    closed: `${alarm.isTrue ? '属实' : '误报'}：${alarm.cause ?? ''}`,
    silenced: '家里报了外出，已静默',
  };
  return words[alarm.status];
}

/** The step an unacknowledged alarm has reached after so many minutes; the index is what `escalation` stores. */
export function escalationAt(minutes: number): { index: number; step: EscalationStep } {
  const index = ESCALATION.steps.findLastIndex(step => minutes >= step.afterMinutes);
  return { index: Math.max(0, index), step: ESCALATION.steps[Math.max(0, index)] ?? ESCALATION.steps[0] };
}
