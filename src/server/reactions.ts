import type { Context } from '#platform/http/context.ts';
import type { Reaction } from '#platform/outbox/publish.ts';
import { askToEvaluate, endAlarmsOf, keepQuiet, watchAgain } from './modules/alarms/index.ts';
import { endAssessmentsOf } from './modules/assessments/index.ts';
import { endBenefitsOf, lapseFuneral, markChanged, offerFuneral } from './modules/benefits/reactions/index.ts';
import { followCorrection } from './modules/comparisons/index.ts';
import { contactAfterAlarm, keepContract, reviveContract } from './modules/doctors/index.ts';
import { setAbility } from './modules/elders/index.ts';
import { bedFollowsElder, endBedOf, pauseBedOf, reinstateBedOf, resumeBedOf } from './modules/home-care-beds/index.ts';
import { cancelOpenOrders, followElder, releaseOrdersOf } from './modules/orders/index.ts';
import { comparePayments, dropFindings } from './modules/payments/index.ts';
import { warnOfCosts } from './modules/relief/index.ts';
import { keepPlan, openNeeds, visitMoreAfterAlarm } from './modules/visits/index.ts';
import { LETTERS } from './reactions-letters.ts';
import { merges } from './reactions-merges.ts';
import { MOVES } from './reactions-moves.ts';

const AWAY_WORDS = { hospital: '住院', institution: '入住养老机构', travel: '外出旅居' } as const;
const BED_PAUSES = { hospital: 'hospital', institution: 'institution', travel: 'away' } as const;
const QUIET_PLACES = {
  hospital: 'hospital',
  institution: 'institution',
  respite: 'institution',
  away: 'travel',
} as const;

/** 住院、入住机构、旅居 and the return from it. */
const ABSENCES: readonly Reaction[] = [
  {
    event: 'elder.away',
    does: '老人离家：期间没开始的服务单取消',
    run: async (ctx, { elderId, areaCode, fromOn, untilOn, why }) => {
      const reason = `老人${AWAY_WORDS[why]}`;
      await cancelOpenOrders(ctx, { elderId, areaCode, from: fromOn, until: untilOn, reason });
    },
  },
  {
    event: 'elder.away',
    does: '老人离家：家庭养老床位暂停',
    run: (ctx, { elderId, areaCode, fromOn, why }) =>
      pauseBedOf(ctx, { elderId, areaCode, fromOn, pause: BED_PAUSES[why] }),
  },
  {
    event: 'elder.away',
    does: '老人离家：值守静默',
    run: (ctx, { elderId, areaCode, fromOn, untilOn, why }) =>
      keepQuiet(ctx, { elderId, areaCode, fromOn, untilOn, place: why, why: `老人${AWAY_WORDS[why]}` }),
  },
  { event: 'elder.away', does: '老人离家：探访计划暂停', run: (ctx, event) => keepPlan(ctx, event) },
  {
    event: 'elder.returned',
    does: '老人回家：家庭养老床位恢复',
    run: (ctx, { elderId, areaCode, returnedOn }) => resumeBedOf(ctx, { elderId, areaCode, on: returnedOn }),
  },
  { event: 'elder.returned', does: '老人回家：恢复值守', run: (ctx, event) => watchAgain(ctx, event) },
  { event: 'elder.returned', does: '老人回家：探访计划恢复', run: (ctx, event) => keepPlan(ctx, event) },
];

const DIED = '老人已去世';
const LEFT = '老人已迁出本市';

/** 迁出本市 ends what a death ends; a mistaken death or move out is taken back. */
const DEPARTURES: readonly Reaction[] = [
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
  { event: 'elder.restored', does: '更正：丧葬补贴作罢', run: (ctx, event) => lapseFuneral(ctx, event) },
  { event: 'elder.restored', does: '更正：多发的疑点作罢', run: (ctx, event) => dropFindings(ctx, event) },
];

/** What a determination looks at; `benefits determine --changed` looks only at these people. */
const FACT_EVENTS = [
  ...(['elder.registered', 'elder.changed', 'elder.moved', 'elder.moved-out', 'elder.restored', 'elder.died'] as const),
  'elder.separated',
  'assessment.published',
] as const;
const FACTS: readonly Reaction[] = FACT_EVENTS.map(
  (event): Reaction => ({
    event,
    does: '情况变了：下次核定再看这个人',
    run: (ctx: Context, { elderId, areaCode }: { elderId: string; areaCode: string }) =>
      markChanged(ctx, { elderId, areaCode, because: event }),
  }),
);

/** Which module's verb answers which event, in the stated order, in the event's own transaction. */
export const reactions: readonly Reaction[] = [
  { event: 'elder.registered', does: '按重点对象建探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'elder.changed', does: '按新情况调整探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  {
    event: 'elder.changed',
    does: '没开始的服务单跟着改姓名、住址和电话',
    run: (ctx, event) => followElder(ctx, event),
  },
  { event: 'elder.changed', does: '家庭养老床位跟着改姓名和住址', run: (ctx, event) => bedFollowsElder(ctx, event) },
  ...FACTS,
  ...MOVES,
  ...merges,
  ...ABSENCES,
  ...DEPARTURES,
  ...LETTERS,
  { event: 'comparison.done', does: '医保支出超过预警线的，预警到街道', run: (ctx, event) => warnOfCosts(ctx, event) },
  {
    event: 'correction.decided',
    does: '更正有结果：比对差异办结或退回',
    run: (ctx, event) => followCorrection(ctx, event),
  },
  { event: 'elder.died', does: '结束探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'assessment.published', does: '按评估结果调整探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'alarm.closed', does: '告警属实后加密探访', run: visitMoreAfterAlarm },
  { event: 'visit.recorded', does: '探访发现的需要交街道处理', run: (ctx, event) => openNeeds(ctx, event) },
  { event: 'alarm.closed', does: '告警属实后交家庭医生随访', run: contactAfterAlarm },
  { event: 'elder.changed', does: '家庭医生看到档案的变化', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'home-care-bed.accepted', does: '家庭医生看到床位验收', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'home-care-bed.suspended', does: '家庭医生看到床位暂停', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'elder.died', does: '结束家庭医生签约', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'readings.recorded', does: '看新到的水表读数', run: askToEvaluate },
  {
    event: 'elder.died',
    does: '老人去世：未开始的服务单当天取消',
    run: async (ctx, { elderId, areaCode }) => {
      await cancelOpenOrders(ctx, { elderId, areaCode, from: '1900-01-01', reason: DIED });
    },
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
  { event: 'elder.died', does: '老人去世：提醒家属丧葬补贴', run: (ctx, event) => offerFuneral(ctx, event) },
  {
    event: 'elder.died',
    does: '老人去世：没处置完的告警关闭',
    run: (ctx, { elderId, areaCode, diedOn }) =>
      endAlarmsOf(ctx, { elderId, areaCode, on: diedOn, reason: `老人已于 ${diedOn} 去世` }),
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
  { event: 'assessment.published', does: '家庭医生看到评估结果', run: (ctx, event) => keepContract(ctx, event) },
  {
    event: 'home-care-bed.suspended',
    does: '床位暂停：暂停日起未开始的服务单取消',
    run: async (ctx, { elderId, areaCode, fromOn, reason }) => {
      await cancelOpenOrders(ctx, { elderId, areaCode, from: fromOn, reason: `床位暂停：${reason}` });
    },
  },
  {
    event: 'home-care-bed.suspended',
    does: '床位暂停：离家期间值守静默',
    run: (ctx, { elderId, areaCode, fromOn, pause, reason }) =>
      keepQuiet(ctx, {
        elderId,
        areaCode,
        fromOn,
        place: QUIET_PLACES[pause],
        untilOn: null,
        why: `床位暂停：${reason}`,
      }),
  },
  { event: 'home-care-bed.resumed', does: '家庭医生看到床位恢复', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'home-care-bed.resumed', does: '床位恢复：恢复值守', run: (ctx, event) => watchAgain(ctx, event) },
  {
    event: 'provider.exited',
    does: '服务商退出：没开始的服务单退回重派',
    run: async (ctx, { providerId, reason }) => {
      await releaseOrdersOf(ctx, { providerId, reason: `服务商退出：${reason}` });
    },
  },
];
