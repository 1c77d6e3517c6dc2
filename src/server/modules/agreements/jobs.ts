import { z } from 'zod';
import { type Job, job } from '#platform/outbox/publish.ts';
import { openExpiryDuties } from './expiry.ts';

const WHOLE_CITY = '110000000000';

export const jobs: readonly Job[] = [
  job({
    name: 'agreements.expiry',
    title: '合作协议到期前，提醒登记的民政部门续签或终止',
    payload: z.object({}),
    schedule: '40 1 * * *',
    handle: async tools => {
      await tools.inArea(WHOLE_CITY, '合作协议快到期', ctx => openExpiryDuties(ctx));
    },
  }),
];
