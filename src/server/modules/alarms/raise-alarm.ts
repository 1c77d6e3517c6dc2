import { type AlarmAction, type AlarmPerson, alarmLifecycle } from '#contracts/alarms.ts';
import type { Role } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import { notify } from '#modules/messages/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Subject } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { ageOn } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { type AlarmRow, insertAlarm, type NewAlarm } from './db/alarms.ts';
import { findDutyOrganisation, listFamilyAccounts } from './db/watch.ts';
import { titleOf } from './rules/words.ts';

export const subjectOf = (alarm: AlarmRow | NewAlarm): Subject => ({
  kind: 'alarm',
  id: alarm.alarm_id,
  elderId: alarm.elder_id,
  areaCode: alarm.area_code,
  organisationId: alarm.organisation_id,
  assigneeId: 'assignee_id' in alarm ? alarm.assignee_id : null,
});

export const minutesFrom = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

export const personInWords = (person: AlarmPerson, today: string): string =>
  person.bornOn ? `${person.name} ${ageOn(person.bornOn, today)} 岁` : person.name;

export const questionOf = (alarm: Pick<AlarmRow, 'rule' | 'quiet_from' | 'quiet_to'>): string =>
  titleOf(alarm.rule, alarm.quiet_from && alarm.quiet_to ? { from: alarm.quiet_from, to: alarm.quiet_to } : null);

export type Cause = Omit<NewAlarm, 'alarm_id' | 'organisation_id'>;

/**
 * Raises one alarm, as batch, with its first duty and the family told; answers undefined when this episode already
 * has its alarm. Publishes alarm.raised for others in the same transaction.
 */
export async function raiseAlarm(ctx: Context, cause: Cause): Promise<NewAlarm | undefined> {
  const desk = await findDutyOrganisation(ctx, cause.area_code);
  const alarm: NewAlarm = { ...cause, alarm_id: newId(), organisation_id: desk?.organisation_id ?? null };
  if (!(await insertAlarm(ctx, alarm))) return undefined;
  const title = questionOf(alarm);
  await advance(ctx, {
    table: alarmLifecycle,
    subject: subjectOf(alarm),
    status: null,
    // Making the record is not a step of its table; the label falls back to the table's own, 告警.
    action: 'raise' as AlarmAction,
    note: alarm.evidence.because,
    asSystem: true,
    duty: {
      forRole: desk ? 'centre' : 'community',
      kindLabel: '告警',
      title: `${personInWords(alarm.person, ctx.today)}，${title}`,
      reason: `${alarm.person.place}，还没有人受理`,
      actionLabel: '受理',
      path: `/desk/alarms/${alarm.alarm_id}`,
      dueAt: minutesFrom(ctx.now, 5),
    },
  });
  await record(ctx, {
    action: 'alarms.raise',
    subject: { kind: 'alarm', id: alarm.alarm_id },
    elderId: alarm.elder_id,
    areaCode: alarm.area_code,
    note: alarm.evidence.because,
    after: { rule: alarm.rule, level: alarm.level, quietFrom: alarm.quiet_from },
  });
  await tellFamily(ctx, alarm);
  if (desk) await tellPost(ctx, alarm, { role: 'centre', areaCode: alarm.area_code.slice(0, 9).padEnd(12, '0') });
  await publish(ctx, {
    name: 'alarm.raised',
    elderId: alarm.elder_id,
    areaCode: alarm.area_code,
    alarmId: alarm.alarm_id,
  });
  return alarm;
}

type Told = Pick<AlarmRow, 'alarm_id' | 'elder_id' | 'area_code' | 'rule' | 'quiet_from' | 'quiet_to'>;

const noticeOf = (alarm: Told, path: string) => ({
  template: 'alarm.raised' as const,
  values: { place: areaName(alarm.area_code), what: questionOf(alarm), path },
  about: { kind: 'alarm', id: alarm.alarm_id },
  elderId: alarm.elder_id,
  areaCode: alarm.area_code,
});

export async function tellFamily(ctx: Context, alarm: Told): Promise<void> {
  const accounts = await listFamilyAccounts(ctx, alarm.elder_id);
  for (const toAccountId of accounts) await notify(ctx, { ...noticeOf(alarm, '/elder'), toAccountId });
}

export async function tellPost(ctx: Context, alarm: Told, toPost: { role: Role; areaCode: string }): Promise<void> {
  await notify(ctx, { ...noticeOf(alarm, `/desk/alarms/${alarm.alarm_id}`), toPost });
}
