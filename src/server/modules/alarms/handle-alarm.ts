import { type Alarm, type AlarmAction, alarmLifecycle, type Callee, type CallOutcome } from '#contracts/alarms.ts';
import { DomainError } from '#contracts/errors.ts';
import { contactForService } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import { shanghai } from '#platform/clock/business-date.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/alarms.ts';
import { listWorkers } from './db/watch.ts';
import { minutesFrom, personInWords, questionOf, subjectOf } from './raise-alarm.ts';
import { showAlarm } from './show-alarm.ts';

type Step = {
  action: AlarmAction;
  note?: string | undefined;
  change?: db.Change;
  duty?: Pick<Duty, 'forRole' | 'actionLabel' | 'reason' | 'dueAt' | 'path' | 'assigneeId'>;
  asSystem?: boolean;
};

async function get(ctx: Context, alarmId: string): Promise<db.AlarmRow> {
  const alarm = await db.findAlarm(ctx, alarmId, true);
  if (!alarm) throw new DomainError('platform.not-found');
  ctx.saw(alarm.elder_id);
  return alarm;
}

/** One hop: the table decides, then step, duty, times and audit row are written together. */
async function take(ctx: Context, alarm: db.AlarmRow, step: Step): Promise<Alarm> {
  const note = step.note ?? null;
  const title = `${personInWords(alarm.person, ctx.today)}，${questionOf(alarm)}`;
  const status = await advance(ctx, {
    table: alarmLifecycle,
    subject: { ...subjectOf(alarm), assigneeId: step.change?.assignee_id ?? alarm.assignee_id },
    status: alarm.status,
    action: step.action,
    note,
    duty: step.duty && { kindLabel: '告警', title, ...step.duty },
    ...(step.asSystem && { asSystem: true }),
  });
  const row = await db.changeAlarm(ctx, alarm.alarm_id, { ...step.change, status });
  await record(ctx, {
    action: `alarms.${step.action}`,
    subject: { kind: 'alarm', id: alarm.alarm_id },
    elderId: alarm.elder_id,
    areaCode: alarm.area_code,
    ...(note ? { note } : {}),
    before: { status: alarm.status },
    after: { status },
  });
  return showAlarm(ctx, row);
}

const deskPath = (alarm: db.AlarmRow): string => `/desk/alarms/${alarm.alarm_id}`;

export async function acknowledge(ctx: Context, alarmId: string): Promise<Alarm> {
  const alarm = await get(ctx, alarmId);
  return take(ctx, alarm, {
    action: 'acknowledge',
    change: { acknowledged_at: ctx.now },
    duty: {
      forRole: ctx.actor.role,
      actionLabel: '打电话',
      reason: '已受理，请马上打电话给本人',
      dueAt: minutesFrom(ctx.now, 5),
      path: deskPath(alarm),
    },
  });
}

type CallForm = { callee: Callee; outcome: CallOutcome; note?: string | undefined };

/** Every call is kept; the hop carries the first call's time and the last call's outcome. */
export async function recordCall(ctx: Context, alarmId: string, form: CallForm): Promise<Alarm> {
  const alarm = await get(ctx, alarmId);
  const answered = form.outcome === 'answered';
  const shown = await take(ctx, alarm, {
    action: 'call',
    note: form.note,
    change: { called_at: alarm.called_at ?? ctx.now, call_outcome: form.outcome },
    duty: {
      forRole: ctx.actor.role,
      actionLabel: answered ? '核实并关闭' : '派人',
      reason: answered ? '电话已接通，核实后关闭' : '电话无人接，请派人上门',
      dueAt: minutesFrom(ctx.now, answered ? 30 : 5),
      path: deskPath(alarm),
    },
  });
  const { callee, outcome } = form;
  await db.insertCall(ctx, alarm, { call_id: newId(), callee, outcome, note: form.note ?? null });
  return shown;
}

type DispatchForm = { workerId: string; withinMinutes: number; note?: string | undefined };

/** Sends a care worker or volunteer of the alarm's street; sending another later replaces the first. */
export async function dispatch(ctx: Context, alarmId: string, form: DispatchForm): Promise<Alarm> {
  const alarm = await get(ctx, alarmId);
  const worker = (await listWorkers(ctx, alarm.area_code)).find(one => one.account_id === form.workerId);
  if (!worker) throw new DomainError('alarms.unknown-worker', undefined, { workerId: '请从名单里另选一位' });
  const expected = minutesFrom(ctx.now, form.withinMinutes);
  return take(ctx, alarm, {
    action: 'dispatch',
    note: form.note ?? `派${worker.name}，${form.withinMinutes} 分钟内到场`,
    change: {
      dispatched_at: alarm.dispatched_at ?? ctx.now,
      expected_at: expected,
      assignee_id: worker.account_id,
      assignee_name: worker.name,
      assignee_title: worker.organisation ?? worker.title,
    },
    duty: {
      forRole: worker.role === 'volunteer' ? 'volunteer' : 'caregiver',
      actionLabel: '到场',
      reason: `${alarm.person.place}，电话无人接，请上门看看`,
      dueAt: expected,
      path: `/field/alarms/${alarm.alarm_id}`,
      assigneeId: worker.account_id,
    },
  });
}

export async function arrive(ctx: Context, alarmId: string, note: string | undefined): Promise<Alarm> {
  const alarm = await get(ctx, alarmId);
  return take(ctx, alarm, {
    action: 'arrive',
    note,
    change: { on_site_at: ctx.now },
    duty: {
      forRole: ctx.actor.role,
      actionLabel: '写明原因并关闭',
      reason: '已到场',
      dueAt: minutesFrom(ctx.now, 60),
      path: ctx.actor.way === 'assigned' ? `/field/alarms/${alarm.alarm_id}` : deskPath(alarm),
    },
  });
}

/** No alarm ends without an outcome: true or false, and why (entities §12-5). */
export async function close(ctx: Context, alarmId: string, form: { isTrue: boolean; cause: string }): Promise<Alarm> {
  const alarm = await get(ctx, alarmId);
  const { isTrue, cause } = form;
  const note = `${isTrue ? '属实' : '误报'}：${cause}`;
  const change = { closed_at: ctx.now, is_true: isTrue, cause };
  const shown = await take(ctx, alarm, { action: 'close', note, change });
  const { elder_id: elderId, area_code: areaCode } = alarm;
  await publish(ctx, { name: 'alarm.closed', elderId, areaCode, alarmId, isTrue });
  return shown;
}

/** Phone and door for whoever answers this alarm, while it is under way; the look itself is on the record. */
export async function openContact(
  ctx: Context,
  alarmId: string,
): Promise<{ phone: string | null; door: string | null }> {
  const alarm = await get(ctx, alarmId);
  if (alarm.closed_at || alarm.silenced_at)
    throw new DomainError('platform.wrong-state', '告警已结束，电话和门牌请在档案里按用途查看');
  const { elder_id: elderId, area_code: areaCode } = alarm;
  const contact = await asBatch(ctx, { areaCode, why: '处置告警：看电话和门牌' }, inner =>
    contactForService(inner, elderId),
  );
  const subject = { kind: 'alarm', id: alarmId };
  await record(ctx, { action: 'alarms.open-contact', subject, elderId, areaCode, note: '处置告警：看电话和门牌' });
  return contact ?? { phone: null, door: null };
}

/** An away notice quiets what nobody has been sent to yet; the record and its evidence stay. Runs as batch. */
export async function silence(ctx: Context, alarmId: string, note: string): Promise<void> {
  await take(ctx, await get(ctx, alarmId), { action: 'silence', note, change: { silenced_at: ctx.now } });
}

/** The person died or left the city: the open alarm ends with that as its cause; true when it came of it. Runs as batch. */
export async function endAlarm(ctx: Context, alarmId: string, why: { on: string; reason: string }): Promise<void> {
  const alarm = await get(ctx, alarmId);
  const isTrue = shanghai(new Date(alarm.raised_at))[0] >= why.on;
  const change = { closed_at: ctx.now, is_true: isTrue, cause: why.reason };
  await take(ctx, alarm, { action: 'end', note: why.reason, change, asSystem: true });
}
