import { joinPerson } from '#platform/lifecycle/follow-person.ts';
import type { Reaction } from '#platform/outbox/publish.ts';
import { mergePosts } from './modules/accounts/index.ts';
import { mergeAlarms } from './modules/alarms/index.ts';
import { mergeAssessments } from './modules/assessments/index.ts';
import { mergeBenefits } from './modules/benefits/reactions/index.ts';
import { mergeComparisons } from './modules/comparisons/index.ts';
import { mergeConsents } from './modules/consents/index.ts';
import { mergeDevices } from './modules/devices/index.ts';
import { mergeContracts } from './modules/doctors/index.ts';
import { mergeRecords, refreshRecord } from './modules/elders/index.ts';
import { mergeFestivals } from './modules/festivals/index.ts';
import { mergeAdaptations } from './modules/home-adaptations/index.ts';
import { mergeBeds } from './modules/home-care-beds/index.ts';
import { mergeMeasures } from './modules/household-files/index.ts';
import { mergeChecks } from './modules/inspections/index.ts';
import { mergeLetters } from './modules/letters/index.ts';
import { mergeMessages } from './modules/messages/index.ts';
import { mergeNeeds } from './modules/needs/index.ts';
import { mergeOrders } from './modules/orders/index.ts';
import { comparePayments, mergePayments } from './modules/payments/index.ts';
import { mergeRehearsals } from './modules/rehearsals/index.ts';
import { mergeRelief } from './modules/relief/index.ts';
import { mergeSubsidies } from './modules/subsidies/index.ts';
import { mergeVisits } from './modules/visits/index.ts';
import { mergeVouchers } from './modules/vouchers/index.ts';

/** Two records become one: rows of every module go over, the register last. tests/merges.db.test.ts walks all tables. */
export const merges: readonly Reaction[] = [
  { event: 'elder.merged', does: '步骤、待办和附件并到留下的档案', run: (ctx, event) => joinPerson(ctx, event) },
  { event: 'elder.merged', does: '家属的岗位改绑留下的档案', run: (ctx, event) => mergePosts(ctx, event) },
  { event: 'elder.merged', does: '文书和电话告知并到留下的档案', run: (ctx, event) => mergeLetters(ctx, event) },
  { event: 'elder.merged', does: '消息并到留下的档案', run: (ctx, event) => mergeMessages(ctx, event) },
  { event: 'elder.merged', does: '能力评估并到留下的档案', run: (ctx, event) => mergeAssessments(ctx, event) },
  {
    event: 'elder.merged',
    does: '待遇并到留下的档案，同一项只留一份申请',
    run: (ctx, event) => mergeBenefits(ctx, event),
  },
  { event: 'elder.merged', does: '帮扶措施并到留下的档案', run: (ctx, event) => mergeMeasures(ctx, event) },
  { event: 'elder.merged', does: '服务需求并到留下的档案', run: (ctx, event) => mergeNeeds(ctx, event) },
  { event: 'elder.merged', does: '服务单并到留下的档案', run: (ctx, event) => mergeOrders(ctx, event) },
  {
    event: 'elder.merged',
    does: '适老化改造并到留下的档案，只留一件在办',
    run: (ctx, event) => mergeAdaptations(ctx, event),
  },
  { event: 'elder.merged', does: '家庭养老床位并到留下的档案，只留一张', run: (ctx, event) => mergeBeds(ctx, event) },
  { event: 'elder.merged', does: '发放、追缴和账户并到留下的档案', run: (ctx, event) => mergePayments(ctx, event) },
  { event: 'elder.merged', does: '检查记录并到留下的档案', run: (ctx, event) => mergeChecks(ctx, event) },
  { event: 'elder.merged', does: '同意并到留下的档案，最近的决定算数', run: (ctx, event) => mergeConsents(ctx, event) },
  { event: 'elder.merged', does: '设备并到留下的档案', run: (ctx, event) => mergeDevices(ctx, event) },
  { event: 'elder.merged', does: '告警并到留下的档案', run: (ctx, event) => mergeAlarms(ctx, event) },
  { event: 'elder.merged', does: '探访并到留下的档案，只留一份计划', run: (ctx, event) => mergeVisits(ctx, event) },
  {
    event: 'elder.merged',
    does: '家庭医生签约并到留下的档案，只留一份',
    run: (ctx, event) => mergeContracts(ctx, event),
  },
  { event: 'elder.merged', does: '数据比对并到留下的档案', run: (ctx, event) => mergeComparisons(ctx, event) },
  { event: 'elder.merged', does: '困难预警和救助并到留下的档案', run: (ctx, event) => mergeRelief(ctx, event) },
  { event: 'elder.merged', does: '节日慰问并到留下的档案，一节一次', run: (ctx, event) => mergeFestivals(ctx, event) },
  { event: 'elder.merged', does: '服务券并到留下的档案，一期一张', run: (ctx, event) => mergeVouchers(ctx, event) },
  { event: 'elder.merged', does: '签约、入住、就餐并到留下的档案', run: (ctx, event) => mergeSubsidies(ctx, event) },
  { event: 'elder.merged', does: '预演结果里的人并到留下的档案', run: (ctx, event) => mergeRehearsals(ctx, event) },
  { event: 'elder.merged', does: '台账：两份档案成一份', run: (ctx, event) => mergeRecords(ctx, event) },
  {
    event: 'elder.merged',
    does: '两份档案同月都发过的列为疑点',
    run: async (ctx, { elderId }) => {
      await comparePayments(ctx, elderId);
    },
  },
  { event: 'elder.separated', does: '撤销合并：找人和标签跟着恢复', run: (ctx, event) => refreshRecord(ctx, event) },
];
