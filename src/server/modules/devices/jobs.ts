import { z } from 'zod';
import { type Job, job } from '#platform/outbox/publish.ts';
import { findOffline } from './keep-upkeep.ts';

export const jobs: Job[] = [
  job({
    name: 'devices.find-offline',
    title: '找出没有消息的设备，开检修任务',
    schedule: '*/5 * * * *',
    payload: z.object({}).loose(),
    handle: async tools => {
      await tools.inArea('110000000000', '设备离线检查', findOffline);
    },
  }),
];
