import { followPerson } from '#platform/lifecycle/follow-person.ts';
import type { Reaction } from '#platform/outbox/publish.ts';
import { postsFollowElder } from './modules/accounts/index.ts';
import { moveAlarms } from './modules/alarms/index.ts';
import { assessmentsFollowElder } from './modules/assessments/index.ts';
import { benefitsFollowElder } from './modules/benefits/reactions/index.ts';
import { differencesFollowElder } from './modules/comparisons/index.ts';
import { consentsFollowElder } from './modules/consents/index.ts';
import { moveDevices } from './modules/devices/index.ts';
import { keepContract } from './modules/doctors/index.ts';
import { festivalsFollowElder } from './modules/festivals/index.ts';
import { adaptationFollowsElder } from './modules/home-adaptations/index.ts';
import { bedFollowsElder } from './modules/home-care-beds/index.ts';
import { measuresFollowElder } from './modules/household-files/index.ts';
import { checksFollowElder } from './modules/inspections/index.ts';
import { lettersFollowElder } from './modules/letters/index.ts';
import { messagesFollowElder } from './modules/messages/index.ts';
import { needsFollowElder } from './modules/needs/index.ts';
import { followElder } from './modules/orders/index.ts';
import { paymentsFollowElder } from './modules/payments/index.ts';
import { pairsFollowElder } from './modules/register-quality/index.ts';
import { rehearsalsFollowElder } from './modules/rehearsals/index.ts';
import { reliefFollowsElder } from './modules/relief/index.ts';
import { moveVisits } from './modules/visits/index.ts';
import { vouchersFollowElder } from './modules/vouchers/index.ts';

/** A move: rows of every module answer to the new area. tests/life-events.db.test.ts walks all tables. */
export const MOVES: readonly Reaction[] = [
  { event: 'elder.moved', does: '步骤、待办和附件随人换辖区', run: (ctx, event) => followPerson(ctx, event) },
  { event: 'elder.moved', does: '家属的岗位随老人换辖区', run: (ctx, event) => postsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '消息随人换辖区', run: (ctx, event) => messagesFollowElder(ctx, event) },
  { event: 'elder.moved', does: '文书和电话告知随人换辖区', run: (ctx, event) => lettersFollowElder(ctx, event) },
  { event: 'elder.moved', does: '能力评估随人换辖区', run: (ctx, event) => assessmentsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '待遇随人换辖区', run: (ctx, event) => benefitsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '帮扶措施随人换辖区', run: (ctx, event) => measuresFollowElder(ctx, event) },
  { event: 'elder.moved', does: '服务需求随人换辖区', run: (ctx, event) => needsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '服务单随人换辖区', run: (ctx, event) => followElder(ctx, event) },
  { event: 'elder.moved', does: '适老化改造随人换辖区', run: (ctx, event) => adaptationFollowsElder(ctx, event) },
  { event: 'elder.moved', does: '家庭养老床位随人换辖区', run: (ctx, event) => bedFollowsElder(ctx, event) },
  { event: 'elder.moved', does: '结算行和收款账户随人换辖区', run: (ctx, event) => paymentsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '预演结果里的人随人换辖区', run: (ctx, event) => rehearsalsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '检查记录随人换辖区', run: (ctx, event) => checksFollowElder(ctx, event) },
  { event: 'elder.moved', does: '设备随人换辖区', run: (ctx, event) => moveDevices(ctx, event) },
  { event: 'elder.moved', does: '告警随人换辖区', run: (ctx, event) => moveAlarms(ctx, event) },
  { event: 'elder.moved', does: '探访随人换辖区，换新的驿站', run: (ctx, event) => moveVisits(ctx, event) },
  { event: 'elder.moved', does: '比对差异随人换辖区', run: (ctx, event) => differencesFollowElder(ctx, event) },
  { event: 'elder.moved', does: '困难预警随人换辖区', run: (ctx, event) => reliefFollowsElder(ctx, event) },
  { event: 'elder.moved', does: '同意随人换辖区', run: (ctx, event) => consentsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '家庭医生签约随人换辖区', run: (ctx, event) => keepContract(ctx, event) },
  { event: 'elder.moved', does: '节日慰问随人换辖区', run: (ctx, event) => festivalsFollowElder(ctx, event) },
  { event: 'elder.moved', does: '服务券随人走，迁到别的区停用', run: (ctx, event) => vouchersFollowElder(ctx, event) },
  { event: 'elder.moved', does: '疑似重复随人换辖区', run: (ctx, event) => pairsFollowElder(ctx, event) },
];
