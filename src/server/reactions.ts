import type { Reaction } from '#platform/outbox/publish.ts';
import { askToEvaluate } from './modules/alarms/index.ts';
import { endBedOf } from './modules/home-care-beds/index.ts';
import { cancelOpenOrders, releaseOrdersOf } from './modules/orders/index.ts';

/** Which module's verb answers which event, in the stated order, in the event's own transaction. */
export const reactions: readonly Reaction[] = [
  { event: 'readings.recorded', does: '看新到的水表读数', run: askToEvaluate },
  {
    event: 'elder.died',
    does: '老人去世：未开始的服务单当天取消',
    run: async (ctx, { elderId, areaCode }) => {
      await cancelOpenOrders(ctx, { elderId, areaCode, from: '1900-01-01', reason: '老人已去世' });
    },
  },
  {
    event: 'elder.died',
    does: '老人去世：家庭养老床位终止',
    run: (ctx, { elderId, areaCode }) => endBedOf(ctx, { elderId, areaCode, reason: '老人已去世' }),
  },
  {
    event: 'home-care-bed.suspended',
    does: '床位暂停：暂停日起未开始的服务单取消',
    run: async (ctx, { elderId, areaCode, fromOn, reason }) => {
      await cancelOpenOrders(ctx, { elderId, areaCode, from: fromOn, reason: `床位暂停：${reason}` });
    },
  },
  {
    event: 'provider.exited',
    does: '服务商退出：没开始的服务单退回重派',
    run: async (ctx, { providerId, reason }) => {
      await releaseOrdersOf(ctx, { providerId, reason: `服务商退出：${reason}` });
    },
  },
];
