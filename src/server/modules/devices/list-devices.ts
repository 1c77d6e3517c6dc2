import type { listDevices as endpoint, listDeviceTasks } from '#contracts/devices.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import type { Context } from '#platform/http/context.ts';
import * as db from './db/devices.ts';

type Query = Omit<db.DeviceFilter, 'after'> & { cursor?: string | undefined };

export async function listDevices(ctx: Context, query: Query): Promise<OutputOf<typeof endpoint>> {
  const filter = { ...query, after: query.cursor ?? null };
  const rows = await db.listDevices(ctx, filter);
  ctx.saw(...rows.flatMap(row => row.elder_id ?? []));
  return {
    rows: rows.map(row => ({
      id: row.device_id,
      kind: row.kind,
      serial: row.serial,
      status: row.status,
      elderId: row.elder_id,
      elderName: row.elder_name,
      areaCode: row.area_code,
      installedOn: row.installed_on,
      lastReadingAt: row.last_reading_at,
      lastHeardAt: row.last_heard_at,
      rejected: row.rejected,
      rejectedReason: row.rejected_reason,
    })),
    nextCursor: rows.length === query.limit ? (rows.at(-1)?.device_id ?? null) : null,
    total: await db.countDevices(ctx, filter),
    totalIsApproximate: false,
  };
}

type TaskQuery = { status: 'open' | 'done'; cursor?: string | undefined; limit: number };

export async function listTasks(ctx: Context, query: TaskQuery): Promise<OutputOf<typeof listDeviceTasks>> {
  const rows = await db.listTasks(ctx, { ...query, after: query.cursor ?? null });
  return {
    rows: rows.map(row => ({
      id: row.task_id,
      deviceId: row.device_id,
      serial: row.serial,
      areaCode: row.area_code,
      deviceCount: row.device_count,
      status: row.status,
      reason: row.reason,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
    })),
    nextCursor: rows.length === query.limit ? (rows.at(-1)?.task_id ?? null) : null,
    total: null,
    totalIsApproximate: false,
  };
}
