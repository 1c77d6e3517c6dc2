import { z } from 'zod';
import { type Job, job } from '#platform/outbox/publish.ts';
import { escalateOverdue, settleProvisional } from './escalate-overdue.ts';

const WHOLE_CITY = '110000000000';

/** Hourly rather than daily: the demo's date can be moved at any time, and duties with an hour end within the day. */
export const jobs: Job[] = [
  job({
    name: 'work.escalate',
    title: '把超期的事升级到上一级',
    payload: z.object({}),
    schedule: '7 * * * *',
    handle: async tools => {
      await tools.inArea(WHOLE_CITY, '标记超期、通知上级岗位', escalateOverdue);
    },
  }),
  job({
    name: 'work.recompute',
    title: '放假安排公布后重算暂定期限',
    payload: z.object({}),
    schedule: '17 * * * *',
    handle: async tools => {
      await tools.inArea(WHOLE_CITY, '重算暂定期限', settleProvisional);
    },
  }),
];
