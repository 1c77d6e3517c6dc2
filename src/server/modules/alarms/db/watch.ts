import type { AlarmPerson } from '#contracts/alarms.ts';
import type { Context } from '#platform/http/context.ts';
import { areaAt, areaRange } from '#shared/area-codes.ts';

export type PersonRow = AlarmPerson & { areaCode: string; atHome: boolean };

/** Who the person is, as the desk needs it at night; `atHome` is false for the dead, the moved and residents of institutions. */
export async function findPerson(ctx: Context, elderId: string): Promise<PersonRow | undefined> {
  const { rows } = await ctx.client.query<{
    area_code: string;
    name: string;
    sex: '男' | '女';
    born_on: string;
    living: string;
    place: string;
    at_home: boolean;
  }>(
    `select area_code, name, sex, born_on, living, concat(road, compound) as place,
       died_on is null and status not in ('moved-out', 'deceased') and service_mode = 'home' and away is null as at_home
     from elders_v_brief where elder_id = $1`,
    [elderId],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { name, sex, living, place } = row;
  return { name, sex, living, place, bornOn: row.born_on, areaCode: row.area_code, atHome: row.at_home };
}

export type BaselineRow = { to_on: string; days: number; usual_minutes: number[] };

export async function findBaseline(ctx: Context, deviceId: string): Promise<BaselineRow | undefined> {
  const { rows } = await ctx.client.query<BaselineRow>(
    'select to_on, days, usual_minutes from alarm_baselines where device_id = $1',
    [deviceId],
  );
  return rows[0];
}

export type NewBaseline = {
  deviceId: string;
  areaCode: string;
  fromOn: string;
  toOn: string;
  days: number;
  usualMinutes: readonly number[];
};

export async function keepBaseline(ctx: Context, baseline: NewBaseline): Promise<void> {
  await ctx.client.query(
    `insert into alarm_baselines (device_id, area_code, computed_at, from_on, to_on, days, usual_minutes)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (device_id) do update set area_code = excluded.area_code, computed_at = excluded.computed_at,
       from_on = excluded.from_on, to_on = excluded.to_on, days = excluded.days, usual_minutes = excluded.usual_minutes`,
    [
      baseline.deviceId,
      baseline.areaCode,
      ctx.now,
      baseline.fromOn,
      baseline.toOn,
      baseline.days,
      baseline.usualMinutes,
    ],
  );
}

/** Away stretches that touch the time since `since`; a notice ended early ends there. */
export async function listAway(ctx: Context, elderId: string, since: string): Promise<{ from: string; to: string }[]> {
  const { rows } = await ctx.client.query<{ from: string; to: string }>(
    `select away_from as "from", coalesce(least(ended_at, away_to), away_to) as "to" from away_notices
     where elder_id = $1 and away_to > $2 and coalesce(ended_at, away_to) > away_from`,
    [elderId, since],
  );
  return rows;
}

export type DutyOrganisation = { organisation_id: string; name: string };

export async function findDutyOrganisation(ctx: Context, areaCode: string): Promise<DutyOrganisation | undefined> {
  const { from, to } = areaRange(areaAt(areaCode, 'street'));
  const { rows } = await ctx.client.query<DutyOrganisation>('select * from alarms_duty_organisation($1, $2)', [
    from,
    to,
  ]);
  return rows[0];
}

export type WorkerRow = {
  account_id: string;
  name: string;
  role: string;
  title: string;
  organisation: string | null;
  open_tasks: number;
};

/** Care workers and volunteers of the alarm's street, whoever employs them; call only after the alarm itself was visible. */
export async function listWorkers(ctx: Context, areaCode: string): Promise<WorkerRow[]> {
  const { from, to } = areaRange(areaAt(areaCode, 'street'));
  const { rows } = await ctx.client.query<WorkerRow>('select * from alarms_field_workers($1, $2, $3)', [
    from,
    to,
    ctx.today,
  ]);
  return rows;
}

export async function listFamilyAccounts(ctx: Context, elderId: string): Promise<string[]> {
  const { rows } = await ctx.client.query<{ account_id: string }>('select * from alarms_family_accounts($1, $2)', [
    elderId,
    ctx.today,
  ]);
  return rows.map(row => row.account_id);
}
