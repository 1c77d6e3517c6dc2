import { type CheckStatus, checkLifecycle } from '#contracts/inspection-lifecycle.ts';
import type { Duty } from '#platform/lifecycle/advance.ts';
import { dayWords } from '#shared/dates.ts';

const WORDS: Partial<Record<CheckStatus, { does: string; label: string }>> = {
  drawn: { does: '待接办', label: '接办核查' },
  checking: { does: '待登记结果', label: '登记结果' },
  'found-consistent': { does: '属实，待办结', label: '办结' },
  'found-short': { does: '时长不足，待更正', label: '去更正' },
  'not-found': { does: '没有这次服务，待更正', label: '去更正' },
  corrected: { does: '已更正，待办结', label: '办结' },
};

type About = { checkId: string; status: CheckStatus; itemName: string; servedOn: string };

/** What the regulator owes on a check in this status, with the time limit of the step that leaves it; none once closed. */
export function dutyOf(about: About): Duty | undefined {
  const words = WORDS[about.status];
  const next = checkLifecycle.transitions.find(t => t.from.includes(about.status));
  if (!words || !next) return undefined;
  return {
    forRole: 'regulator',
    kindLabel: '核查',
    title: `${dayWords(about.servedOn)}${about.itemName}：${words.does}`,
    reason: '随机抽查抽中的已结算服务记录',
    actionLabel: words.label,
    path: `/desk/inspections/checks/${about.checkId}`,
    ...(next.withinWorkingDays ? { withinWorkingDays: next.withinWorkingDays } : {}),
    organisationId: null,
  };
}
