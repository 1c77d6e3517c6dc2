import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { areaAt } from '#shared/area-codes.ts';
import { type AlarmRow, changeAlarm, takeUnacknowledged } from './db/alarms.ts';
import { ESCALATION, type EscalationStep } from './parameters.ts';
import { minutesFrom, personInWords, questionOf, subjectOf, tellFamily, tellPost } from './raise-alarm.ts';
import { durationInWords, escalationAt, minutesBetween } from './rules/words.ts';

/** Calls the next one for every alarm nobody has acknowledged in time; each step is taken once. Runs as batch. */
export async function escalateAlarms(ctx: Context): Promise<number> {
  let moved = 0;
  for (const alarm of await takeUnacknowledged(ctx)) {
    const { index } = escalationAt(minutesBetween(alarm.raised_at, ctx.now));
    for (let next = alarm.escalation + 1; next <= index; next++) {
      const step = ESCALATION.steps[next];
      if (step) await takeStep(ctx, alarm, step);
      moved += 1;
    }
    if (index > alarm.escalation) await changeAlarm(ctx, alarm.alarm_id, { escalation: index, escalated_at: ctx.now });
  }
  return moved;
}

async function takeStep(ctx: Context, alarm: AlarmRow, step: EscalationStep): Promise<void> {
  const waited = durationInWords(minutesBetween(alarm.raised_at, ctx.now));
  const reason = `告警 ${waited}没有人受理，已转到${step.label}`;
  const street = areaAt(alarm.area_code, 'street');
  if (step.to === 'family') await tellFamily(ctx, alarm);
  else {
    const role = step.to === 'duty' ? 'centre' : step.to;
    const areaCode = step.to === 'community' ? alarm.area_code : street;
    await tellPost(ctx, alarm, { role, areaCode });
    await openDuty(ctx, subjectOf(alarm), {
      forRole: role,
      kindLabel: '告警升级',
      title: `${personInWords(alarm.person, ctx.today)}，${questionOf(alarm)}`,
      reason,
      actionLabel: step.to === 'duty' ? '马上受理' : '受理',
      path: `/desk/alarms/${alarm.alarm_id}`,
      dueAt: minutesFrom(ctx.now, 5),
    });
  }
  await record(ctx, {
    action: 'alarms.escalate',
    subject: { kind: 'alarm', id: alarm.alarm_id },
    elderId: alarm.elder_id,
    areaCode: alarm.area_code,
    note: reason,
    after: { to: step.to },
  });
}
