import type { Reaction } from '#platform/outbox/publish.ts';
import { dayWords } from '#shared/dates.ts';
import { endAlarmsOf } from './modules/alarms/index.ts';
import { endAssessmentsOf } from './modules/assessments/index.ts';
import { endBenefitsOf, lapseFuneral, offerFuneral } from './modules/benefits/reactions/index.ts';
import { keepContract, reviveContract } from './modules/doctors/index.ts';
import { endAdaptationOf } from './modules/home-adaptations/index.ts';
import { endBedOf, reinstateBedOf } from './modules/home-care-beds/index.ts';
import { endMeasuresOf } from './modules/household-files/index.ts';
import { endNeedsOf } from './modules/needs/index.ts';
import { cancelOpenOrders } from './modules/orders/index.ts';
import { comparePayments, dropFindings, dropFuneralFindings, withdrawFuneral } from './modules/payments/index.ts';
import { endReliefOf, reopenReliefOf } from './modules/relief/index.ts';
import { keepPlan } from './modules/visits/index.ts';

const DIED = '老人已去世';
const LEFT = '老人已迁出本市';

/** A death ends what is under way; 迁出本市 ends what a death ends; either is taken back when it was a mistake. */
export const DEPARTURES: readonly Reaction[] = [
  { event: 'elder.died', does: '结束探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'elder.died', does: '结束家庭医生签约', run: (ctx, event) => keepContract(ctx, event) },
  {
    event: 'elder.died',
    does: '老人去世：未开始的服务单当天取消',
    run: async (ctx, { elderId, areaCode }) => {
      await cancelOpenOrders(ctx, { elderId, areaCode, from: '1900-01-01', reason: DIED });
    },
  },
  {
    event: 'elder.died',
    does: '老人去世：没办完的服务需求放弃',
    run: (ctx, { elderId }) => endNeedsOf(ctx, { elderId, reason: DIED }),
  },
  {
    event: 'elder.died',
    does: '老人去世：没落实的帮扶措施停止',
    run: (ctx, { elderId }) => endMeasuresOf(ctx, { elderId, reason: DIED }),
  },
  {
    event: 'elder.died',
    does: '老人去世：家庭养老床位终止',
    run: (ctx, { elderId, areaCode }) => endBedOf(ctx, { elderId, areaCode, reason: DIED }),
  },
  {
    event: 'elder.died',
    does: '老人去世：没办完的能力评估终止',
    run: (ctx, { elderId }) => endAssessmentsOf(ctx, elderId, DIED),
  },
  {
    event: 'elder.died',
    does: '老人去世：没办完的待遇申请和提醒终止',
    run: (ctx, { elderId }) => endBenefitsOf(ctx, elderId, DIED),
  },
  {
    event: 'elder.died',
    does: '老人去世：没验收的适老化改造终止',
    run: (ctx, { elderId }) => endAdaptationOf(ctx, { elderId, reason: DIED }),
  },
  {
    event: 'elder.died',
    does: '老人去世：没办的救助终止',
    run: (ctx, { elderId }) => endReliefOf(ctx, { elderId, reason: DIED }),
  },
  { event: 'elder.died', does: '老人去世：提醒家属丧葬补贴', run: (ctx, event) => offerFuneral(ctx, event) },
  {
    event: 'elder.died',
    does: '老人去世：没处置完的告警关闭',
    run: (ctx, { elderId, areaCode, diedOn }) =>
      endAlarmsOf(ctx, { elderId, areaCode, on: diedOn, reason: `老人已于${dayWords(diedOn)}去世` }),
  },
  {
    event: 'elder.died',
    does: '老人去世：丧葬补贴应发，疑点作罢',
    run: (ctx, event) => dropFuneralFindings(ctx, event),
  },
  {
    event: 'elder.died',
    does: '老人去世：看去世后有没有多发',
    run: async (ctx, { elderId }) => {
      await comparePayments(ctx, elderId);
    },
  },
  { event: 'elder.moved-out', does: '老人迁出：结束探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'elder.moved-out', does: '老人迁出：结束家庭医生签约', run: (ctx, event) => keepContract(ctx, event) },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没开始的服务单取消',
    run: async (ctx, { elderId, areaCode, movedOn }) => {
      await cancelOpenOrders(ctx, { elderId, areaCode, from: movedOn, reason: LEFT });
    },
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没办完的服务需求放弃',
    run: (ctx, { elderId }) => endNeedsOf(ctx, { elderId, reason: LEFT }),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没落实的帮扶措施停止',
    run: (ctx, { elderId }) => endMeasuresOf(ctx, { elderId, reason: LEFT }),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：家庭养老床位终止',
    run: (ctx, { elderId, areaCode }) => endBedOf(ctx, { elderId, areaCode, reason: LEFT }),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没办完的评估终止',
    run: (ctx, { elderId }) => endAssessmentsOf(ctx, elderId, LEFT),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没办完的申请终止',
    run: (ctx, { elderId }) => endBenefitsOf(ctx, elderId, LEFT),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没验收的适老化改造终止',
    run: (ctx, { elderId }) => endAdaptationOf(ctx, { elderId, reason: LEFT }),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没办的救助终止',
    run: (ctx, { elderId }) => endReliefOf(ctx, { elderId, reason: LEFT }),
  },
  {
    event: 'elder.restored',
    does: '更正：困难预警恢复',
    run: (ctx, { elderId, after }) => reopenReliefOf(ctx, { elderId, reason: after === 'death' ? DIED : LEFT }),
  },
  {
    event: 'elder.moved-out',
    does: '老人迁出：没处置完的告警关闭',
    run: (ctx, { elderId, areaCode, movedOn }) => endAlarmsOf(ctx, { elderId, areaCode, on: movedOn, reason: LEFT }),
  },
  { event: 'elder.restored', does: '更正：探访计划恢复', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'elder.restored', does: '更正：家庭医生签约恢复', run: (ctx, event) => reviveContract(ctx, event) },
  {
    event: 'elder.restored',
    does: '更正：家庭养老床位恢复',
    run: (ctx, { elderId, areaCode, after }) =>
      reinstateBedOf(ctx, { elderId, areaCode, reason: after === 'death' ? DIED : LEFT }),
  },
  { event: 'elder.restored', does: '更正：没送银行的丧葬补贴撤回', run: (ctx, event) => withdrawFuneral(ctx, event) },
  { event: 'elder.restored', does: '更正：丧葬补贴作罢', run: (ctx, event) => lapseFuneral(ctx, event) },
  { event: 'elder.restored', does: '更正：多发的疑点作罢', run: (ctx, event) => dropFindings(ctx, event) },
  {
    event: 'elder.restored',
    does: '更正：已经发到的丧葬补贴列为疑点',
    run: async (ctx, { elderId }) => {
      await comparePayments(ctx, elderId);
    },
  },
];
