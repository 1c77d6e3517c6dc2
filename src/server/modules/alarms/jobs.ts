import { z } from 'zod';
import { Id } from '#contracts/nouns.ts';
import type { Context } from '#platform/http/context.ts';
import { enqueue, type Job, job } from '#platform/outbox/publish.ts';
import { escalateAlarms } from './escalate-alarms.ts';
import { evaluateDevice } from './evaluate-device.ts';

const Devices = z.object({ deviceIds: z.array(Id) });
const EvaluateJob = { name: 'alarms.evaluate', payload: Devices } as const;

/** Reaction to readings.recorded: the look at the meters is owed from the moment the readings are committed. */
export async function askToEvaluate(ctx: Context, event: { deviceIds: string[] }): Promise<void> {
  await enqueue(ctx, EvaluateJob, { deviceIds: event.deviceIds });
}

export const jobs: Job[] = [
  job({
    ...EvaluateJob,
    title: '看新到的水表读数，按本人习惯判断要不要告警',
    handle: async (tools, { deviceIds }) => {
      for (const deviceId of deviceIds)
        await tools.inArea('110000000000', '看水表读数', ctx => evaluateDevice(ctx, deviceId));
    },
  }),
  job({
    name: 'alarms.sweep',
    title: '没有人受理的告警升级',
    schedule: '* * * * *',
    payload: z.object({}).loose(),
    handle: async tools => {
      await tools.inArea('110000000000', '告警升级', escalateAlarms);
    },
  }),
];
