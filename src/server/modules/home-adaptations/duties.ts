import type { AdaptationStatus } from '#contracts/home-adaptation-lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { addWorkingDays } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import type { Duty, Subject } from '#platform/lifecycle/advance.ts';
import type { AdaptationRecord } from './db.ts';
import { limitOf } from './rules.ts';

type Row = Pick<
  AdaptationRecord,
  | 'adaptation_id'
  | 'elder_id'
  | 'elder_name'
  | 'area_code'
  | 'number'
  | 'road'
  | 'compound'
  | 'provider_id'
  | 'assignee_id'
>;

export const subjectOf = (row: Row): Subject => ({
  kind: 'home-adaptation',
  id: row.adaptation_id,
  elderId: row.elder_id,
  areaCode: row.area_code,
  organisationId: row.provider_id,
  assigneeId: row.assignee_id,
});

/** Who owes what. The family has no list of duties of its own: its community brings the plan to it. */
const OWED: Partial<Record<AdaptationStatus, { forRole: Role; title: string; portal: 'desk' | 'field' }>> = {
  applied: { forRole: 'district', title: '申请适老化改造，要核定是不是在补贴范围', portal: 'desk' },
  eligible: { forRole: 'district', title: '的适老化改造要派评估员', portal: 'desk' },
  assigned: { forRole: 'assessor', title: '家要上门做安全评估', portal: 'field' },
  assessed: { forRole: 'assessor', title: '家的改造方案要提出', portal: 'field' },
  planned: { forRole: 'community', title: '家的改造方案等家里同意', portal: 'desk' },
  agreed: { forRole: 'provider', title: '家的适老化改造要施工', portal: 'desk' },
  built: { forRole: 'assessor', title: '家的改造完工了，要验收', portal: 'field' },
  accepted: { forRole: 'finance', title: '家的改造验收合格，要结算', portal: 'desk' },
};

export function dutyOf(row: Row, status: AdaptationStatus): Duty | undefined {
  const limit = limitOf(status);
  const owed = OWED[status];
  if (!limit || !owed) return undefined;
  return {
    ...{ forRole: owed.forRole, kindLabel: '适老改造', title: `${row.elder_name}${owed.title}` },
    reason: [row.number, row.road, row.compound].filter(Boolean).join('，'),
    ...{ actionLabel: limit.label, path: `/${owed.portal}/adaptations/${row.adaptation_id}` },
    withinWorkingDays: limit.days,
    // Only who is named by the row is asked by name.
    ...(owed.forRole !== 'assessor' && { assigneeId: null }),
    ...(owed.forRole !== 'provider' && { organisationId: null }),
  };
}

/** The deadline that the list shows; the same day as the duty's. */
export function dueOf(ctx: Context, status: AdaptationStatus): string | null {
  const limit = limitOf(status);
  return limit ? addWorkingDays(holidayTables(), ctx.today, limit.days).dueOn : null;
}
