import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AreaCode, CivilDateText, Id, Instant, PageQuery, page } from './nouns.ts';

/** One kind so far; the next one is a line here, a check in SQL and a rule. */
export const DEVICE_KINDS = ['water-meter'] as const;
export const DeviceKind = z.enum(DEVICE_KINDS);
export type DeviceKind = z.infer<typeof DeviceKind>;
export const DEVICE_KIND_LABELS = { 'water-meter': '智能水表' } as const satisfies Record<DeviceKind, string>;

export const DEVICE_STATUSES = ['stock', 'installed', 'online', 'offline', 'removed'] as const;
export const DeviceStatus = z.enum(DEVICE_STATUSES);
export type DeviceStatus = z.infer<typeof DeviceStatus>;
export const DEVICE_STATUS_LABELS = {
  stock: '在库',
  installed: '已安装，未上线',
  online: '在线',
  offline: '离线',
  removed: '已拆除',
} as const satisfies Record<DeviceStatus, string>;

/** Upkeep jobs: a device nobody hears is never an alarm about a person (京民养老 智能监测, SYS-018). */
export const DEVICE_TASK_STATUSES = ['open', 'done'] as const;
export const DeviceTaskStatus = z.enum(DEVICE_TASK_STATUSES);
export type DeviceTaskStatus = z.infer<typeof DeviceTaskStatus>;
export const DEVICE_TASK_STATUS_LABELS = { open: '待检修', done: '已处理' } as const satisfies Record<
  DeviceTaskStatus,
  string
>;

/** The topic a device may publish to; nothing else is allowed to it. */
export const readingsTopic = (serial: string): string => `yinian/devices/${serial}/readings`;

export const Serial = z.string().regex(/^[A-Z0-9-]{6,32}$/, { error: '设备编号是 6 至 32 位大写字母、数字或短横' });

/** What a device sends: litres used in the slot that ends at `at` (event time, with an offset). */
export const ReadingsMessage = z.object({
  readings: z
    .array(z.object({ at: z.iso.datetime({ offset: true }), litres: z.number().min(0).max(100_000) }))
    .min(1)
    .max(4000),
});
export type ReadingsMessage = z.infer<typeof ReadingsMessage>;

export const Device = z.object({
  id: Id,
  kind: DeviceKind,
  serial: z.string(),
  status: DeviceStatus,
  elderId: Id.nullable(),
  elderName: z.string().nullable(),
  areaCode: AreaCode,
  installedOn: CivilDateText.nullable(),
  lastReadingAt: Instant.nullable(),
  lastHeardAt: Instant.nullable(),
  /** Readings and messages refused in the last 7 days, with the commonest reason. */
  rejected: z.int(),
  rejectedReason: z.string().nullable(),
});
export type Device = z.infer<typeof Device>;

export const DeviceTask = z.object({
  id: Id,
  deviceId: Id.nullable(),
  serial: z.string().nullable(),
  areaCode: AreaCode,
  deviceCount: z.int(),
  status: DeviceTaskStatus,
  reason: z.string(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
});

export const listDevices = endpoint({
  method: 'GET',
  path: '/api/devices',
  savedAs: '智能设备',
  summary: '智能设备名单',
  query: PageQuery.extend({ status: DeviceStatus.optional(), elderId: Id.optional(), serial: z.string().optional() }),
  response: page(Device),
});

/** The secret is answered once, here, for the installer to put into the meter; it is kept only as a hash. */
export const registerDevice = endpoint({
  method: 'POST',
  path: '/api/devices',
  summary: '登记并安装一只设备，得到它自己的密钥（只显示一次）',
  body: z.object({ kind: DeviceKind, serial: Serial, elderId: Id }),
  response: z.object({ id: Id, serial: z.string(), secret: z.string() }),
  errors: ['platform.not-found', 'devices.serial-taken', 'devices.elder-has-one'],
});

export const removeDevice = endpoint({
  method: 'POST',
  path: '/api/devices/:id/remove',
  summary: '拆除一只设备，密钥作废',
  params: z.object({ id: Id }),
  body: z.object({ reason: z.string().trim().min(2, { error: '请写明为什么拆除' }).max(200) }),
  response: z.object({ done: z.literal(true) }),
  errors: ['platform.not-found'],
});

export const listDeviceTasks = endpoint({
  method: 'GET',
  path: '/api/device-tasks',
  savedAs: '设备检修',
  summary: '设备检修任务：离线的设备，成片离线的合成一条',
  query: PageQuery.extend({ status: DeviceTaskStatus.default('open') }),
  response: page(DeviceTask),
});

export const closeDeviceTask = endpoint({
  method: 'POST',
  path: '/api/device-tasks/:id/close',
  summary: '检修完成',
  params: z.object({ id: Id }),
  body: z.object({ note: z.string().trim().min(2, { error: '请写明怎么处理的' }).max(200) }),
  response: z.object({ done: z.literal(true) }),
  errors: ['platform.not-found'],
});
