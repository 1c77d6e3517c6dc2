import type pg from 'pg';
import type { AlarmLevel, AlarmPerson, AlarmStatus, CallOutcome } from '#contracts/alarms.ts';
import type { Evidence } from './alarms.ts';

/** An alarm as a loader gives it: a story already told, or one still under way. */
export type DemoAlarm = {
  alarmId: string;
  elderId: string;
  areaCode: string;
  organisationId: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  assigneeTitle: string | null;
  deviceId: string;
  level: AlarmLevel;
  status: AlarmStatus;
  quietFrom: string;
  quietTo: string;
  person: AlarmPerson;
  evidence: Evidence;
  raisedAt: string;
  acknowledgedAt: string | null;
  calledAt: string | null;
  callOutcome: CallOutcome | null;
  dispatchedAt: string | null;
  expectedAt: string | null;
  onSiteAt: string | null;
  closedAt: string | null;
  isTrue: boolean | null;
  cause: string | null;
};

/** For loaders, as batch: one statement for any number of alarms by water meters. */
export async function insertAlarms(client: pg.ClientBase, alarms: readonly DemoAlarm[]): Promise<void> {
  const column = <K extends keyof DemoAlarm>(key: K) => alarms.map(alarm => alarm[key]);
  const json = (key: 'person' | 'evidence') => alarms.map(alarm => JSON.stringify(alarm[key]));
  await client.query(
    `insert into alarms (alarm_id, elder_id, area_code, happened_area, organisation_id, assignee_id, assignee_name, assignee_title,
       rule, level, status, device_id, quiet_from, quiet_to, person, evidence, raised_at, acknowledged_at, called_at, call_outcome,
       dispatched_at, expected_at, on_site_at, closed_at, is_true, cause, changed_at)
     select a.id, a.elder, a.area, a.area, a.organisation, a.assignee, a.assignee_name, a.assignee_title, 'no-water-use', a.level,
       a.status, a.device, a.quiet_from, a.quiet_to, a.person, a.evidence, a.raised, a.acknowledged, a.called, a.outcome,
       a.dispatched, a.expected, a.on_site, a.closed, a.is_true, a.cause, coalesce(a.closed, a.on_site, a.dispatched, a.raised)
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::uuid[], $11::timestamptz[], $12::timestamptz[], $13::jsonb[], $14::jsonb[], $15::timestamptz[], $16::timestamptz[],
       $17::timestamptz[], $18::text[], $19::timestamptz[], $20::timestamptz[], $21::timestamptz[], $22::timestamptz[], $23::boolean[], $24::text[])
       a (id, elder, area, organisation, assignee, assignee_name, assignee_title, level, status, device, quiet_from, quiet_to, person,
       evidence, raised, acknowledged, called, outcome, dispatched, expected, on_site, closed, is_true, cause)`,
    [
      column('alarmId'),
      column('elderId'),
      column('areaCode'),
      column('organisationId'),
      column('assigneeId'),
      column('assigneeName'),
      column('assigneeTitle'),
      column('level'),
      column('status'),
      column('deviceId'),
      column('quietFrom'),
      column('quietTo'),
      json('person'),
      json('evidence'),
      column('raisedAt'),
      column('acknowledgedAt'),
      column('calledAt'),
      column('callOutcome'),
      column('dispatchedAt'),
      column('expectedAt'),
      column('onSiteAt'),
      column('closedAt'),
      column('isTrue'),
      column('cause'),
    ],
  );
}
