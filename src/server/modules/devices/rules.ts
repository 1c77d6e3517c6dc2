import { ReadingsMessage } from '#contracts/devices.ts';

/** Design defaults of upkeep and intake; no document sets them. */
export const UPKEEP = {
  basis: 'designDefault',
  /** Nothing heard for this long: the device is offline. */
  offlineHours: 6,
  /** So many devices of one street falling silent together are one broken gateway, not so many broken meters. */
  togetherAtLeast: 5,
} as const;

export const INTAKE = {
  basis: 'designDefault',
  payloadBytes: 256 * 1024,
  /** Event times are taken from this long before now … */
  pastDays: 40,
  /** … to this long after it; a demo may run ahead of its 演示日期. */
  futureMinutes: 10,
  demoFutureMinutes: 48 * 60,
} as const;

export type Taken = { at: string; litres: number };
export type Intake = { readings: Taken[]; rejected: Map<string, number> };

/** Reads one message; what cannot be taken is counted by reason, and the rest of the message still counts. */
export function readMessage(payload: Buffer, clock: { now: string; demo: boolean }): Intake {
  const rejected = new Map<string, number>();
  const refuse = (reason: string, count = 1) => void rejected.set(reason, (rejected.get(reason) ?? 0) + count);
  if (payload.length > INTAKE.payloadBytes) {
    refuse('一条消息太大');
    return { readings: [], rejected };
  }
  const message = parse(payload);
  if (!message) {
    refuse('内容不是约定的格式');
    return { readings: [], rejected };
  }
  const now = Date.parse(clock.now);
  const latest = now + (clock.demo ? INTAKE.demoFutureMinutes : INTAKE.futureMinutes) * 60_000;
  const earliest = now - INTAKE.pastDays * 86_400_000;
  const readings: Taken[] = [];
  for (const { at, litres } of message.readings) {
    const time = Date.parse(at);
    if (time > latest) refuse('时间在将来，请校准水表时钟');
    else if (time < earliest) refuse(`时间早于 ${INTAKE.pastDays} 天`);
    else readings.push({ at: new Date(time).toISOString(), litres });
  }
  return { readings, rejected };
}

function parse(payload: Buffer): ReadingsMessage | undefined {
  try {
    return ReadingsMessage.safeParse(JSON.parse(payload.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

export type Silent = { deviceId: string; areaCode: string; keeperId: string | null };
export type Upkeep = { street: string; devices: Silent[]; together: boolean };

/** One job a device, but one job a street when many fell silent at once. */
export function upkeepOf(silent: readonly Silent[], streetOf: (areaCode: string) => string): Upkeep[] {
  const streets = Map.groupBy(silent, device => streetOf(device.areaCode));
  return [...streets].flatMap(([street, devices]): Upkeep[] =>
    devices.length >= UPKEEP.togetherAtLeast
      ? [{ street, devices, together: true }]
      : devices.map(device => ({ street, devices: [device], together: false })),
  );
}
