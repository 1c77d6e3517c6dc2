import type { DeviceKind, DeviceStatus, DeviceTaskStatus } from '#contracts/devices.ts';
import type { Context } from '#platform/http/context.ts';

export type DeviceRow = {
  device_id: string;
  kind: DeviceKind;
  serial: string;
  status: DeviceStatus;
  elder_id: string | null;
  elder_name: string | null;
  area_code: string;
  keeper_id: string | null;
  installed_on: string | null;
  slot_seconds: number;
  last_reading_at: string | null;
  last_heard_at: string | null;
  rejected: number;
  rejected_reason: string | null;
};

const COLUMNS = `d.device_id, d.kind, d.serial, d.status, d.elder_id, d.area_code, d.keeper_id, d.installed_on, d.slot_seconds,
  d.last_reading_at, d.last_heard_at`;

export type DeviceFilter = {
  status?: DeviceStatus | undefined;
  elderId?: string | undefined;
  serial?: string | undefined;
  after: string | null;
  limit: number;
};

/** Keyset by id: ids are made in time order, newest last registered first. */
export async function listDevices(ctx: Context, filter: DeviceFilter): Promise<DeviceRow[]> {
  const { rows } = await ctx.client.query<DeviceRow>(
    `select ${COLUMNS}, e.name as elder_name, coalesce(r.rejected, 0)::int as rejected, r.reason as rejected_reason
     from devices d
     left join elders_v_brief e on e.elder_id = d.elder_id
     left join lateral (
       select sum(x.rejected) as rejected, (array_agg(x.reason order by x.rejected desc))[1] as reason
       from device_rejections x where x.device_id = d.device_id and x.on_date > $6::date - 7) r on true
     where ($1::text is null or d.status = $1) and ($2::uuid is null or d.elder_id = $2)
       and ($3::text is null or d.serial = $3) and ($4::uuid is null or d.device_id < $4)
     order by d.device_id desc limit $5`,
    [filter.status ?? null, filter.elderId ?? null, filter.serial ?? null, filter.after, filter.limit, ctx.today],
  );
  return rows;
}

export async function countDevices(ctx: Context, filter: DeviceFilter): Promise<number> {
  const { rows } = await ctx.client.query<{ count: number }>(
    `select count(*) from devices d where ($1::text is null or d.status = $1) and ($2::uuid is null or d.elder_id = $2)
       and ($3::text is null or d.serial = $3)`,
    [filter.status ?? null, filter.elderId ?? null, filter.serial ?? null],
  );
  return rows[0]?.count ?? 0;
}

/** One device, locked until the transaction ends: whoever decides about it decides alone. */
export async function lockDevice(ctx: Context, deviceId: string): Promise<DeviceRow | undefined> {
  const { rows } = await ctx.client.query<DeviceRow>(
    `select ${COLUMNS}, null as elder_name, 0 as rejected, null as rejected_reason from devices d
     where d.device_id = $1 for update`,
    [deviceId],
  );
  return rows[0];
}

export async function findElderArea(ctx: Context, elderId: string): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ area_code: string }>(
    'select area_code from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0]?.area_code;
}

export type NewDevice = {
  deviceId: string;
  kind: DeviceKind;
  serial: string;
  elderId: string;
  areaCode: string;
  keeperId: string | null;
};

export async function insertDevice(ctx: Context, device: NewDevice): Promise<void> {
  await ctx.client.query(
    `insert into devices (device_id, kind, serial, status, elder_id, area_code, keeper_id, installed_on)
     values ($1, $2, $3, 'installed', $4, $5, $6, $7)`,
    [device.deviceId, device.kind, device.serial, device.elderId, device.areaCode, device.keeperId, ctx.today],
  );
}

/** Takes a serial for a device; false when another holds it. A removed device's serial may be bound again. */
export async function bindSerial(
  ctx: Context,
  binding: { serial: string; deviceId: string; salt: Buffer; hash: Buffer },
): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    `insert into device_bindings as b (serial, device_id, secret_salt, secret_hash, bound_at) values ($1, $2, $3, $4, $5)
     on conflict (serial) do update set device_id = excluded.device_id, secret_salt = excluded.secret_salt,
       secret_hash = excluded.secret_hash, bound_at = excluded.bound_at, revoked_at = null
     where b.revoked_at is not null`,
    [binding.serial, binding.deviceId, binding.salt, binding.hash, ctx.now],
  );
  return rowCount === 1;
}

export async function hasDevice(ctx: Context, elderId: string, kind: DeviceKind): Promise<boolean> {
  const { rowCount } = await ctx.client.query(
    "select from devices where elder_id = $1 and kind = $2 and status <> 'removed'",
    [elderId, kind],
  );
  return (rowCount ?? 0) > 0;
}

export async function removeDevice(ctx: Context, deviceId: string): Promise<void> {
  await ctx.client.query("update devices set status = 'removed' where device_id = $1", [deviceId]);
  await ctx.client.query('update device_bindings set revoked_at = $2 where device_id = $1', [deviceId, ctx.now]);
}

/** Online devices that nobody heard since `before`; each is marked offline by the same statement. */
export async function takeSilent(ctx: Context, before: string) {
  const { rows } = await ctx.client.query<{ device_id: string; area_code: string; keeper_id: string | null }>(
    `update devices set status = 'offline' where status = 'online' and last_heard_at < $1
     returning device_id, area_code, keeper_id`,
    [before],
  );
  return rows;
}

export type NewTask = {
  taskId: string;
  deviceId: string | null;
  areaCode: string;
  keeperId: string | null;
  count: number;
  reason: string;
};

export async function insertTask(ctx: Context, task: NewTask): Promise<void> {
  await ctx.client.query(
    `insert into device_tasks (task_id, device_id, area_code, keeper_id, device_count, status, reason, opened_at)
     values ($1, $2, $3, $4, $5, 'open', $6, $7) on conflict do nothing`,
    [task.taskId, task.deviceId, task.areaCode, task.keeperId, task.count, task.reason, ctx.now],
  );
}

export type TaskRow = {
  task_id: string;
  device_id: string | null;
  serial: string | null;
  area_code: string;
  device_count: number;
  status: DeviceTaskStatus;
  reason: string;
  opened_at: string;
  closed_at: string | null;
};

export async function listTasks(
  ctx: Context,
  filter: { status: DeviceTaskStatus; after: string | null; limit: number },
): Promise<TaskRow[]> {
  const { rows } = await ctx.client.query<TaskRow>(
    `select t.task_id, t.device_id, d.serial, t.area_code, t.device_count, t.status, t.reason, t.opened_at, t.closed_at
     from device_tasks t left join devices d on d.device_id = t.device_id
     where t.status = $1 and ($2::uuid is null or t.task_id < $2) order by t.task_id desc limit $3`,
    [filter.status, filter.after, filter.limit],
  );
  return rows;
}

export async function closeTask(ctx: Context, taskId: string, note: string) {
  const { rows } = await ctx.client.query<{ area_code: string }>(
    `update device_tasks set status = 'done', closed_at = $2, reason = reason || '；' || $3
     where task_id = $1 and status = 'open' returning area_code`,
    [taskId, ctx.now, note],
  );
  return rows[0];
}

export async function moveDevices(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  await ctx.client.query('update devices set area_code = $2 where elder_id = $1 and area_code <> $2', [
    to.elderId,
    to.areaCode,
  ]);
}
