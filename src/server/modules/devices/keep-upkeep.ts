import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { areaAt } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/devices.ts';
import { UPKEEP, type Upkeep, upkeepOf } from './rules.ts';

/** Finds devices nobody hears any more and opens upkeep jobs; never an alarm about the person. Runs as batch. */
export async function findOffline(ctx: Context): Promise<number> {
  const before = new Date(Date.parse(ctx.now) - UPKEEP.offlineHours * 3_600_000).toISOString();
  const silent = (await db.takeSilent(ctx, before)).map(row => ({
    deviceId: row.device_id,
    areaCode: row.area_code,
    keeperId: row.keeper_id,
  }));
  const jobs = upkeepOf(silent, code => areaAt(code, 'street'));
  for (const job of jobs) await openTask(ctx, job);
  return jobs.length;
}

async function openTask(ctx: Context, job: Upkeep): Promise<void> {
  const first = job.devices[0];
  if (!first) return;
  const taskId = newId();
  const reason = job.together
    ? `本街道 ${job.devices.length} 只设备同时超过 ${UPKEEP.offlineHours} 小时没有消息，多半是网关或平台故障；这些人的用水情况不明`
    : `超过 ${UPKEEP.offlineHours} 小时没有消息；用水情况不明，不等于没有用水`;
  const areaCode = job.together ? job.street : first.areaCode;
  const keeperId = job.together ? null : first.keeperId;
  const deviceId = job.together ? null : first.deviceId;
  await db.insertTask(ctx, { taskId, deviceId, areaCode, keeperId, count: job.devices.length, reason });
  const subject = { kind: 'device-task', id: taskId };
  await record(ctx, { action: 'devices.offline', subject, areaCode, note: reason });
  await openDuty(
    ctx,
    { ...subject, areaCode, organisationId: keeperId },
    {
      forRole: job.together ? 'street' : keeperId ? 'station' : 'community',
      kindLabel: '设备检修',
      title: job.together ? `${job.devices.length} 只智能水表同时离线` : '一只智能水表离线',
      reason,
      actionLabel: '看设备',
      path: '/desk/meters?view=tasks',
      withinWorkingDays: job.together ? 1 : 3,
    },
  );
}

export async function closeTask(ctx: Context, taskId: string, note: string) {
  const task = await db.closeTask(ctx, taskId, note);
  if (!task) throw new DomainError('platform.not-found');
  await closeDuties(ctx, taskId);
  const subject = { kind: 'device-task', id: taskId };
  await record(ctx, { action: 'devices.close-task', subject, areaCode: task.area_code, note });
  return { done: true as const };
}
