import type { Context } from '#platform/http/context.ts';

export type Binding = {
  device_id: string;
  secret_salt: Buffer;
  secret_hash: Buffer;
  area_code: string;
  slot_seconds: number;
};

export async function findBinding(ctx: Context, serial: string): Promise<Binding | undefined> {
  const { rows } = await ctx.client.query<Binding>('select * from devices_binding($1)', [serial]);
  return rows[0];
}

export type ReadingRows = { deviceIds: string[]; ats: string[]; litres: number[] };

/** Keeps readings once each; answers the devices for which something new came. Removed devices are not heard. */
export async function keepReadings(ctx: Context, given: ReadingRows): Promise<string[]> {
  const { rows } = await ctx.client.query<{ device_id: string }>(
    `with kept as (
       insert into readings (device_id, at, litres, area_code, received_at)
       select r.device_id, r.at, r.litres, d.area_code, $4
       from unnest($1::uuid[], $2::timestamptz[], $3::real[]) r (device_id, at, litres)
       join devices d on d.device_id = r.device_id and d.status <> 'removed'
       on conflict do nothing returning device_id, at)
     select distinct device_id from kept`,
    [given.deviceIds, given.ats, given.litres, ctx.now],
  );
  return rows.map(row => row.device_id);
}

/** Marks devices as heard; an installed or offline one is online from now on, and its open upkeep job is done. */
export async function markHeard(ctx: Context, devices: { ids: string[]; newest: (string | null)[] }): Promise<void> {
  // Sorted, so that two transactions that touch the same devices take their locks in the same order.
  await ctx.client.query(
    `with heard as (
       select u.device_id, max(u.newest) as newest from unnest($1::uuid[], $2::timestamptz[]) u (device_id, newest)
       group by 1 order by 1)
     update devices d set last_heard_at = greatest(d.last_heard_at, $3), last_reading_at = greatest(d.last_reading_at, h.newest),
       status = case when d.status in ('installed', 'offline') then 'online' else d.status end
     from heard h where d.device_id = h.device_id and d.status <> 'removed'`,
    [devices.ids, devices.newest, ctx.now],
  );
  await ctx.client.query(
    `update device_tasks set status = 'done', closed_at = $2, reason = reason || '；已恢复上线'
     where device_id = any($1) and status = 'open'`,
    [devices.ids, ctx.now],
  );
}

export type RejectionRow = { deviceId: string; reason: string; count: number };

export async function countRejections(ctx: Context, rejections: RejectionRow[]): Promise<void> {
  if (rejections.length === 0) return;
  await ctx.client.query(
    `insert into device_rejections as r (device_id, on_date, reason, area_code, keeper_id, rejected, last_at)
     select d.device_id, $4::date, u.reason, d.area_code, d.keeper_id, sum(u.count)::int, $5::timestamptz
     from unnest($1::uuid[], $2::text[], $3::int[]) u (device_id, reason, count)
     join devices d on d.device_id = u.device_id group by 1, 2, 3, 4, 5
     on conflict (device_id, on_date, reason) do update set rejected = r.rejected + excluded.rejected, last_at = excluded.last_at`,
    [rejections.map(r => r.deviceId), rejections.map(r => r.reason), rejections.map(r => r.count), ctx.today, ctx.now],
  );
}

export type ReadingRow = { at: string; litres: number };

export async function readReadings(
  ctx: Context,
  deviceId: string,
  span: { from: string; to: string },
): Promise<ReadingRow[]> {
  const { rows } = await ctx.client.query<ReadingRow>(
    'select at, litres from readings where device_id = $1 and at > $2 and at <= $3 order by at',
    [deviceId, span.from, span.to],
  );
  return rows;
}
