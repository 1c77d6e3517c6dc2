import type { Context } from '#platform/http/context.ts';
import type { Reaction } from '#platform/outbox/publish.ts';
import { askToEvaluate, keepQuiet, watchAgain } from './modules/alarms/index.ts';
import { markChanged, markManyChanged } from './modules/benefits/reactions/index.ts';
import { followCorrection } from './modules/comparisons/index.ts';
import { contactAfterAlarm, keepContract } from './modules/doctors/index.ts';
import { confirmByVisit, setAbility } from './modules/elders/index.ts';
import { adaptationFollowsElder } from './modules/home-adaptations/index.ts';
import { bedFollowsElder, pauseBedOf, resumeBedOf } from './modules/home-care-beds/index.ts';
import { matchByOrder, settleByOrder, takeFoundNeeds } from './modules/needs/index.ts';
import { cancelOpenOrders, followElder, releaseOrdersOf } from './modules/orders/index.ts';
import { followFact, takeSignals } from './modules/relief/index.ts';
import { keepPlan, makePlans, visitMoreAfterAlarm } from './modules/visits/index.ts';
import { DECIDED } from './reactions-decided.ts';
import { DEPARTURES } from './reactions-departures.ts';
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
    many: (ctx: Context, events: readonly { elderId: string; areaCode: string }[]) =>
      markManyChanged(ctx, events, event),
  }),
);

/** Which module's verb answers which event, in the stated order, in the event's own transaction. */
export const reactions: readonly Reaction[] = [
  {
    event: 'elder.registered',
    does: '按重点对象建探访计划',
    run: (ctx, event) => keepPlan(ctx, event),
    many: (ctx, events) => makePlans(ctx, events),
  },
  { event: 'elder.changed', does: '按新情况调整探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  {
    event: 'elder.changed',
    does: '没开始的服务单跟着改姓名、住址和电话',
    run: (ctx, event) => followElder(ctx, event),
  },
  {
    event: 'elder.changed',
    does: '适老化改造跟着改姓名和住址',
    run: (ctx, event) => adaptationFollowsElder(ctx, event),
  },
  { event: 'elder.changed', does: '家庭养老床位跟着改姓名和住址', run: (ctx, event) => bedFollowsElder(ctx, event) },
  ...FACTS,
  ...MOVES,
  ...merges,
  ...ABSENCES,
  ...LETTERS,
  ...DEPARTURES,
  ...DECIDED,
  {
    event: 'comparison.signals',
    does: '部门的数据关于低收入人口的，记为信号，按规则预警到街道或开复核',
    run: (ctx, event) => takeSignals(ctx, event),
  },
  {
    event: 'correction.decided',
    does: '更正有结果：比对差异办结或退回',
    run: (ctx, event) => followCorrection(ctx, event),
  },
  {
    event: 'correction.decided',
    does: '更正有结果：救助认定记下档案改了没有',
    run: (ctx, event) => followFact(ctx, event),
  },
  { event: 'assessment.published', does: '按评估结果调整探访计划', run: (ctx, event) => keepPlan(ctx, event) },
  { event: 'alarm.closed', does: '告警属实后加密探访', run: visitMoreAfterAlarm },
  { event: 'visit.recorded', does: '探访发现的需要列入服务需求清单', run: (ctx, event) => takeFoundNeeds(ctx, event) },
  { event: 'visit.recorded', does: '探访到了：台账算核实过', run: (ctx, event) => confirmByVisit(ctx, event) },
  { event: 'order.made', does: '按需求下了单：需求对接中', run: (ctx, event) => matchByOrder(ctx, event) },
  {
    event: 'order.confirmed',
    does: '服务已确认：需求已满足',
    run: (ctx, { areaCode, orderId }) => settleByOrder(ctx, { areaCode, orderId, note: null }),
  },
  {
    event: 'order.cancelled',
    does: '服务单取消：需求回到未满足',
    run: (ctx, { areaCode, orderId, reason }) => settleByOrder(ctx, { areaCode, orderId, note: reason }),
  },
  { event: 'alarm.closed', does: '告警属实后交家庭医生随访', run: contactAfterAlarm },
  { event: 'elder.changed', does: '家庭医生看到档案的变化', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'home-care-bed.accepted', does: '家庭医生看到床位验收', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'home-care-bed.suspended', does: '家庭医生看到床位暂停', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'readings.recorded', does: '看新到的水表读数', run: askToEvaluate },
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
