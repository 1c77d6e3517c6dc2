import type { AlarmLevel, AlarmPerson, AlarmRule, AlarmStatus, CallOutcome } from '#contracts/alarms.ts';
import type { Context } from '#platform/http/context.ts';
import { numbered } from '../rules/numbered.ts';

export type Evidence = {
  serial: string | null;
  exceededAt: string | null;
  limitMinutes: number | null;
  usualMinutes: number | null;
  baselineDays: number | null;
  because: string;
  hours: { at: string; litres: number }[];
  usualByHour: number[];
  added: { kind: string; at: string; sentence: string }[];
};

export type AlarmRow = {
  alarm_id: string;
  elder_id: string;
  area_code: string;
  organisation_id: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  assignee_title: string | null;
  rule: AlarmRule;
  level: AlarmLevel;
  status: AlarmStatus;
  device_id: string | null;
  quiet_from: string | null;
  quiet_to: string | null;
  person: AlarmPerson;
  evidence: Evidence;
  raised_at: string;
  acknowledged_at: string | null;
  called_at: string | null;
  call_outcome: CallOutcome | null;
  dispatched_at: string | null;
  expected_at: string | null;
  on_site_at: string | null;
  closed_at: string | null;
  silenced_at: string | null;
  is_true: boolean | null;
  cause: string | null;
  escalation: number;
  changed_at: string;
};

export type NewAlarm = Pick<
  AlarmRow,
  | 'alarm_id'
  | 'elder_id'
  | 'area_code'
  | 'organisation_id'
  | 'rule'
  | 'level'
  | 'device_id'
  | 'quiet_from'
  | 'quiet_to'
  | 'person'
  | 'evidence'
>;

/** False when the episode, or the open call of this elder, already has its alarm. */
export async function insertAlarm(ctx: Context, alarm: NewAlarm): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into alarms (alarm_id, elder_id, area_code, happened_area, organisation_id, rule, level, status, device_id, quiet_from,
       quiet_to, person, evidence, raised_at, changed_at)
     values ($1, $2, $3, $3, $4, $5, $6, 'raised', $7, $8, $9, $10, $11, $12, $12) on conflict do nothing`,
    [
      alarm.alarm_id,
      alarm.elder_id,
      alarm.area_code,
      alarm.organisation_id,
      alarm.rule,
      alarm.level,
      alarm.device_id,
      alarm.quiet_from,
      alarm.quiet_to,
      alarm.person,
      alarm.evidence,
      ctx.now,
    ],
  );
  return rowCount === 1;
}

export async function findAlarm(ctx: Context, alarmId: string, lock = false): Promise<AlarmRow | undefined> {
  const { rows } = await ctx.client.query<AlarmRow>(
    `select * from alarms where alarm_id = $1${lock ? ' for update' : ''}`,
    [alarmId],
  );
  return rows[0];
}

/** The newest alarm of a device, in the order of its episodes. */
export async function findLastOfDevice(ctx: Context, deviceId: string): Promise<AlarmRow | undefined> {
  const { rows } = await ctx.client.query<AlarmRow>(
    'select * from alarms where device_id = $1 order by quiet_to desc limit 1',
    [deviceId],
  );
  return rows[0];
}

export async function findOpenCall(ctx: Context, elderId: string): Promise<AlarmRow | undefined> {
  const { rows } = await ctx.client.query<AlarmRow>(
    "select * from alarms where elder_id = $1 and rule = 'one-press-call' and status not in ('closed', 'silenced')",
    [elderId],
  );
  return rows[0];
}

export type AlarmFilter = {
  scope: 'live' | 'today' | 'all';
  level?: AlarmLevel | undefined;
  status?: AlarmStatus | undefined;
  elderId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  number?: string | undefined;
  before: { at: string; id: string } | null;
  limit: number;
};

const WHERE = `where (case $1::text when 'live' then status not in ('closed', 'silenced')
    when 'today' then status in ('closed', 'silenced') and coalesce(closed_at, silenced_at) >= $2::date::timestamp at time zone 'Asia/Shanghai'
    else true end)
  and ($3::text is null or level = $3) and ($4::text is null or status = $4) and ($5::uuid is null or elder_id = $5)
  and ($6::date is null or raised_at >= $6::timestamp at time zone 'Asia/Shanghai')
  and ($7::date is null or raised_at < ($7::date + 1)::timestamp at time zone 'Asia/Shanghai')
  and ($8::text is null or right(alarm_id::text, 6) = $8)`;

const valuesOf = (ctx: Context, f: AlarmFilter) => [
  f.scope,
  ctx.today,
  f.level ?? null,
  f.status ?? null,
  f.elderId ?? null,
  ...numbered(f),
];

export async function listAlarms(ctx: Context, filter: AlarmFilter): Promise<AlarmRow[]> {
  const { rows } = await ctx.client.query<AlarmRow>(
    `select * from alarms ${WHERE} and ($9::timestamptz is null or (raised_at, alarm_id) < ($9, $10::uuid))
     order by raised_at desc, alarm_id desc limit $11`,
    [...valuesOf(ctx, filter), filter.before?.at ?? null, filter.before?.id ?? null, filter.limit],
  );
  return rows;
}

export async function countAlarms(ctx: Context, filter: AlarmFilter): Promise<number> {
  const { rows } = await ctx.client.query<{ count: number }>(
    `select count(*) from alarms ${WHERE}`,
    valuesOf(ctx, filter),
  );
  return rows[0]?.count ?? 0;
}

/** Changes exactly when some live alarm that this actor may see changes, comes or goes. */
export async function liveFingerprint(ctx: Context): Promise<string> {
  const { rows } = await ctx.client.query<{ mark: string }>(
    `select count(*) || '/' || coalesce(max(changed_at)::text, '') as mark from alarms
     where status not in ('closed', 'silenced')`,
  );
  return rows[0]?.mark ?? '';
}

export type Change = Partial<
  Pick<
    AlarmRow,
    | 'status'
    | 'acknowledged_at'
    | 'called_at'
    | 'call_outcome'
    | 'dispatched_at'
    | 'expected_at'
    | 'on_site_at'
    | 'closed_at'
    | 'silenced_at'
    | 'is_true'
    | 'cause'
    | 'assignee_id'
    | 'assignee_name'
    | 'assignee_title'
    | 'escalation'
    | 'evidence'
    | 'quiet_from'
    | 'quiet_to'
  >
> & { escalated_at?: string };

/** Stores a step; answers the row as it now stands. Column names come from the type, never from a request. */
export async function changeAlarm(ctx: Context, alarmId: string, change: Change): Promise<AlarmRow> {
  const names = Object.keys(change) as (keyof Change)[];
  const sets = names.map((name, i) => `${name} = $${i + 3}`);
  const { rows } = await ctx.client.query<AlarmRow>(
    `update alarms set changed_at = $2${sets.map(set => `, ${set}`).join('')} where alarm_id = $1 returning *`,
    [alarmId, ctx.now, ...names.map(name => change[name])],
  );
  const row = rows[0];
  if (!row) throw new Error(`alarm ${alarmId} vanished inside its own transaction`);
  return row;
}

/** Alarms nobody has acknowledged, oldest first, locked; another sweep at the same moment skips them. */
export async function takeUnacknowledged(ctx: Context): Promise<AlarmRow[]> {
  const { rows } = await ctx.client.query<AlarmRow>(
    "select * from alarms where status = 'raised' order by raised_at for update skip locked limit 500",
  );
  return rows;
}

export type CallRow = {
  call_id: string;
  at: string;
  caller_name: string;
  callee: 'elder' | 'family';
  outcome: CallOutcome;
  note: string | null;
};

export async function insertCall(ctx: Context, alarm: AlarmRow, call: Omit<CallRow, 'at' | 'caller_name'>) {
  await ctx.client.query(
    `insert into alarm_calls (call_id, alarm_id, elder_id, area_code, organisation_id, assignee_id, at, caller_name, callee, outcome, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      call.call_id,
      alarm.alarm_id,
      alarm.elder_id,
      alarm.area_code,
      alarm.organisation_id,
      alarm.assignee_id,
      ctx.now,
      ctx.actor.name,
      call.callee,
      call.outcome,
      call.note,
    ],
  );
}

export async function listCalls(ctx: Context, alarmId: string): Promise<CallRow[]> {
  const { rows } = await ctx.client.query<CallRow>(
    'select call_id, at, caller_name, callee, outcome, note from alarm_calls where alarm_id = $1 order by at',
    [alarmId],
  );
  return rows;
}
