import { z } from 'zod';
import { job } from '#platform/outbox/publish.ts';
import { expireOffers } from './answer-offer.ts';

export const expireOffersJob = job({
  name: 'orders.expire-offers',
  payload: z.object({}),
  title: '超时没人接的服务单派给下一位',
  schedule: '*/10 * * * *',
  handle: async tools => {
    await tools.inArea('110000000000', '超时派单转下一位', expireOffers);
  },
});
