import type { Alarm } from '#contracts/alarms.ts';
import { areaName } from '#modules/areas/index.ts';
import { shanghai } from '#platform/clock/business-date.ts';
import type { Context } from '#platform/http/context.ts';
import { ageOn } from '#shared/dates.ts';
import { recordNumber } from '#shared/record-number.ts';
import type { AlarmRow } from './db/alarms.ts';
import { ESCALATION } from './parameters.ts';
import { hopsOf, minutesBetween, nowInWords, titleOf } from './rules/words.ts';

/** The row as every list, record and stream shows it. */
export function showAlarm(ctx: Pick<Context, 'now' | 'today'>, row: AlarmRow): Alarm {
  const end = row.closed_at ?? row.silenced_at;
  const quiet = row.quiet_from && row.quiet_to ? { from: row.quiet_from, to: row.quiet_to } : null;
  const late = row.expected_at !== null && row.on_site_at === null && end === null && ctx.now > row.expected_at;
  const assignee = row.assignee_name
    ? { name: row.assignee_name, title: row.assignee_title ?? '', expectedAt: row.expected_at, late }
    : null;
  const escalatedTo = row.status === 'raised' ? (ESCALATION.steps[row.escalation]?.label ?? null) : null;
  const { status, cause } = row;
  const isTrue = row.is_true;
  return {
    id: row.alarm_id,
    number: recordNumber('GJ', { id: row.alarm_id, on: shanghai(new Date(row.raised_at))[0] }),
    elderId: row.elder_id,
    areaCode: row.area_code,
    areaName: areaName(row.area_code)
      .replace(/居委会$/, '')
      .replace(/村委会$/, '村'),
    rule: row.rule,
    level: row.level,
    status,
    title: titleOf(row.rule, quiet),
    person: row.person,
    age: row.person.bornOn ? ageOn(row.person.bornOn, ctx.today) : null,
    raisedAt: row.raised_at,
    closedAt: end,
    minutes: minutesBetween(row.raised_at, end ?? ctx.now),
    responseMinutes: row.on_site_at ? minutesBetween(row.raised_at, row.on_site_at) : null,
    hops: hopsOf(row),
    assignee,
    isTrue,
    cause,
    escalation: row.escalation,
    escalatedTo,
    now: nowInWords({ status, assignee, escalatedTo, isTrue, cause, outcome: row.call_outcome }),
  };
}
