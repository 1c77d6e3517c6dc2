import { alarmLifecycle } from '#contracts/alarm-nouns.ts';
import { elderLifecycle } from '#contracts/elders.ts';
import { facilityLifecycle } from '#contracts/facility-nouns.ts';
import { bedLifecycle } from '#contracts/home-care-bed-lifecycle.ts';
import type { Lifecycle } from '#contracts/lifecycle.ts';
import { orderLifecycle } from '#contracts/order-lifecycle.ts';
import { providerLifecycle } from '#contracts/providers.ts';
import { reportLifecycle } from '#contracts/publications.ts';
import { assignmentLifecycle } from '#contracts/tasks.ts';
import { caregiverLifecycle } from '#contracts/workforce.ts';

type Steps = Pick<Lifecycle, 'label'> & { transitions: readonly { action: string; label: string }[] };

/** Steps are written as `<module>.<action>`; their words stand in the module's lifecycle table. */
const STEPS: Readonly<Record<string, Steps>> = {
  alarms: alarmLifecycle,
  elders: elderLifecycle,
  facilities: facilityLifecycle,
  'home-care-beds': bedLifecycle,
  orders: orderLifecycle,
  providers: providerLifecycle,
  publications: reportLifecycle,
  tasks: assignmentLifecycle,
  workforce: caregiverLifecycle,
};

/** What the platform does by itself, and the few writes that no endpoint is named after. */
const OWN: Readonly<Record<string, string>> = {
  'alarms.raise': '发出告警',
  'alarms.escalate': '告警超时升级',
  'assessments.expire': '评估结果到期',
  'devices.offline': '设备离线',
  'elders.renew-tags': '重算人群标签',
  'elders.set-ability': '记入评估等级',
  'tasks.make': '任务落到单位',
  'work.escalate': '超期升级到上一级',
  'work.recompute': '重算暂定期限',
};

/** An audited action in words where no endpoint says it; undefined for one that nobody has named. */
export function stepWords(action: string): string | undefined {
  const [module = '', verb = ''] = action.split('.');
  const steps = STEPS[module];
  const step = steps?.transitions.find(transition => transition.action === verb);
  return OWN[action] ?? (steps && step ? `${steps.label}：${step.label}` : undefined);
}
