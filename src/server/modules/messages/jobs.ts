import { z } from 'zod';
import { type Job, job } from '#platform/outbox/publish.ts';
import { claimParcels, noteOutcome, sendParcel } from './deliver-messages.ts';
import { AddressJob, sendToHolders } from './send-message.ts';

const WHOLE_CITY = '110000000000';

export const jobs: Job[] = [
  job({
    ...AddressJob,
    title: '把发给岗位的消息送到任职的人',
    handle: async (tools, { toPost, ...notice }) => {
      await tools.inArea(toPost.areaCode, '找出任职的人', ctx => sendToHolders(ctx, toPost, notice));
    },
  }),
  job({
    name: 'messages.deliver',
    title: '发出到时间的邮件和短信',
    payload: z.object({}),
    schedule: '* * * * *',
    handle: async tools => {
      const [parcels, now] = await tools.inArea(
        WHOLE_CITY,
        '领取待发消息',
        async ctx => [await claimParcels(ctx), ctx.now] as const,
      );
      for (const [i, parcel] of parcels.entries()) {
        const outcome = await sendParcel(parcel, now);
        await tools.inArea(WHOLE_CITY, '登记发送结果', ctx => noteOutcome(ctx, parcel, outcome));
        if (!(await tools.progress(i + 1, parcels.length))) return;
      }
    },
  }),
];
