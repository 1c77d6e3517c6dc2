import type { DeviceKind } from '#contracts/devices.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/devices.ts';
import { newSecret } from './secret.ts';

type Form = { kind: DeviceKind; serial: string; elderId: string };

/**
 * Registers a device at an elder's home and makes its secret. Organisations reach no person's rows, so the elder is
 * looked up as batch inside the actor's own area; somebody elsewhere answers like nobody.
 */
export async function registerDevice(ctx: Context, form: Form) {
  const deviceId = newId();
  const { secret, salt, hash } = newSecret();
  const areaCode = await asBatch(
    ctx,
    { areaCode: ctx.actor.areaCode, why: '登记设备：核对老人和编号' },
    async inner => {
      const area = await db.findElderArea(inner, form.elderId);
      if (!area) throw new DomainError('platform.not-found', '没有找到这位老年人，或不在您的辖区');
      if (await db.hasDevice(inner, form.elderId, form.kind)) throw new DomainError('devices.elder-has-one');
      const bound = await db.bindSerial(inner, { serial: form.serial, deviceId, salt, hash });
      const fields = { serial: '这个编号已经登记过，请核对机身' };
      if (!bound) throw new DomainError('devices.serial-taken', undefined, fields);
      return area;
    },
  );
  await db.insertDevice(ctx, { ...form, deviceId, areaCode, keeperId: ctx.actor.organisationId });
  const subject = { kind: 'device', id: deviceId };
  const after = { kind: form.kind, serial: form.serial };
  await record(ctx, { action: 'devices.register', subject, elderId: form.elderId, areaCode, after });
  return { id: deviceId, serial: form.serial, secret };
}

/** Takes a device out of use; its secret opens nothing from now on. */
export async function removeDevice(ctx: Context, deviceId: string, reason: string) {
  const device = await db.lockDevice(ctx, deviceId);
  if (!device || device.status === 'removed') throw new DomainError('platform.not-found');
  await asBatch(ctx, { areaCode: device.area_code, why: '停用设备的密钥' }, inner => db.removeDevice(inner, deviceId));
  await record(ctx, {
    action: 'devices.remove',
    subject: { kind: 'device', id: deviceId },
    elderId: device.elder_id,
    areaCode: device.area_code,
    note: reason,
    before: { status: device.status },
    after: { status: 'removed' },
  });
  return { done: true as const };
}

/** Reaction to elder.changed: the meter answers to the person's new area. Its old readings stay where they were taken. */
export async function moveDevices(ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> {
  await asBatch(ctx, { areaCode: '110000000000', why: '设备随人换辖区' }, inner => db.moveDevices(inner, event));
}
