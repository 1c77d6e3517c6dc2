import { type CycleStatus, cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Duty } from '#platform/lifecycle/advance.ts';
import { monthWords } from '#shared/dates.ts';
import { payByOf } from '../rules/words.ts';

const NEXT: Partial<Record<CycleStatus, { action: string; forRole: Role }>> = {
  draft: { action: 'check', forRole: 'district' },
  checked: { action: 'lock', forRole: 'district' },
  locked: { action: 'authorise', forRole: 'finance' },
  authorised: { action: 'send', forRole: 'finance' },
  answered: { action: 'reconcile', forRole: 'finance' },
};

/** What somebody owes once a cycle stands at `status`; nothing while the job or the bank is at it. */
export function cycleDuty(
  cycle: { id: string; areaCode: string; month: string },
  status: CycleStatus,
): Duty | undefined {
  const next = NEXT[status];
  const step = cycleLifecycle.transitions.find(each => each.action === next?.action);
  if (!next || !step) return undefined;
  const title = `${areaName(cycle.areaCode)}${monthWords(cycle.month)}补贴津贴`;
  return {
    forRole: next.forRole,
    kindLabel: '发补贴',
    title: `${title}：${step.label}`,
    reason: `${cycleLifecycle.labels[status]}；应在 ${payByOf(cycle.month)} 前发到（160号五）`,
    actionLabel: step.label,
    path: `/desk/payments/cycles/${cycle.id}`,
    withinWorkingDays: step.withinWorkingDays ?? 2,
  };
}
