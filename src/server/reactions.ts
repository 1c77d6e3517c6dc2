import type { Context } from '#platform/http/context.ts';
import type { Reaction } from '#platform/outbox/publish.ts';
import { askToEvaluate, moveAlarms } from './modules/alarms/index.ts';
import { endAssessmentsOf } from './modules/assessments/index.ts';
import { benefitsFollowElder, endBenefitsOf, markChanged } from './modules/benefits/index.ts';
import { moveDevices } from './modules/devices/index.ts';
import { setAbility } from './modules/elders/index.ts';
import { bedFollowsElder, endBedOf } from './modules/home-care-beds/index.ts';
import { cancelOpenOrders, followElder, releaseOrdersOf } from './modules/orders/index.ts';
import { comparePayments, paymentsFollowElder } from './modules/payments/index.ts';
import { keepPlan, visitMoreAfterAlarm } from './modules/visits/index.ts';

/** Which module's verb answers which event, in the stated order, in the event's own transaction. */
export const reactions: readonly Reaction[] = [
  { event: 'elder.registered', does: '按重点对象建探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'elder.changed', does: '按新情况调整探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'elder.changed', does: '设备随人换到新的辖区', run: (ctx, event) => moveDevices(ctx, event) },
  { event: 'elder.changed', does: '告警随人换到新的辖区', run: (ctx, event) => moveAlarms(ctx, event) },
  { event: 'elder.changed', does: '服务单随人换到新的辖区', run: (ctx, event) => followElder(ctx, event) },
  { event: 'elder.changed', does: '家庭养老床位随人换到新的辖区', run: (ctx, event) => bedFollowsElder(ctx, event) },
  {
    event: 'elder.changed',
    does: '结算行和收款账户随人换到新的辖区',
    run: (ctx, event) => paymentsFollowElder(ctx, event),
  },
  { event: 'elder.changed', does: '待遇随人换到新的辖区', run: (ctx, event) => benefitsFollowElder(ctx, event) },
  ...(['elder.registered', 'elder.changed', 'elder.died', 'assessment.published'] as const).map(
    (event): Reaction => ({
      event,
      does: '情况变了：下次核定再看这个人',
      run: (ctx: Context, { elderId, areaCode }: { elderId: string; areaCode: string }) =>
        markChanged(ctx, { elderId, areaCode, because: event }),
    }),
  ),
  { event: 'elder.died', does: '结束探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'assessment.published', does: '按评估结果调整探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'alarm.closed', does: '告警属实后加密探访', run: visitMoreAfterAlarm },
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
    event: 'elder.died',
    does: '老人去世：没办完的能力评估终止',
    run: (ctx, { elderId }) => endAssessmentsOf(ctx, elderId, '老人已去世'),
  },
  {
    event: 'elder.died',
    does: '老人去世：没办完的待遇申请和提醒终止',
    run: (ctx, { elderId }) => endBenefitsOf(ctx, elderId, '老人已去世'),
  },
  {
    event: 'elder.died',
    does: '老人去世：看去世后有没有多发',
    run: async (ctx, { elderId }) => {
      await comparePayments(ctx, elderId);
    },
  },
  {
    event: 'assessment.published',
    does: '评估公布：档案里的能力等级和标签跟着变',
    run: (ctx, { elderId, level, validTo }) => setAbility(ctx, elderId, { level, validTo }),
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
