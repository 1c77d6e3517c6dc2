import type { BedStatus } from '#contracts/home-care-bed-lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { holidayTables } from '#platform/calendar/tables.ts';
import { addWorkingDays } from '#platform/calendar/working-days.ts';
import type { Context } from '#platform/http/context.ts';
import type { Duty, Subject } from '#platform/lifecycle/advance.ts';
import { ageOn } from '#shared/dates.ts';
import { placeOf } from './answer.ts';
import type { BedRecord } from './db.ts';
import { limitOf } from './rules.ts';

export const subjectOf = (bed: BedRecord): Subject => ({
  kind: 'home-care-bed',
  id: bed.bed_id,
  elderId: bed.elder_id,
  areaCode: bed.area_code,
  organisationId: bed.provider_id,
});

const WORDS: Partial<Record<BedStatus, { kindLabel: string; what: string }>> = {
  applied: { kindLabel: '床位核验', what: '申请了家庭养老床位，要核验资格' },
  eligible: { kindLabel: '床位评估', what: '的家庭养老床位要评估并指定服务商' },
  assessed: { kindLabel: '床位设计', what: '的家庭养老床位等设计方案' },
  designed: { kindLabel: '床位建设', what: '的家庭养老床位等完工' },
  built: { kindLabel: '床位验收', what: '的家庭养老床位已完工，要验收' },
  accepted: { kindLabel: '床位签约', what: '的家庭养老床位已验收，等签合同' },
  contracted: { kindLabel: '床位开始', what: '的家庭养老床位已签约，要开始服务' },
};

/** Who owes the step that leaves `status`, and by when; undefined once the bed is in service or over. */
export function dutyOf(ctx: Context, bed: BedRecord, status: BedStatus): Duty | undefined {
  const limit = limitOf(status);
  const words = WORDS[status];
  if (!limit || !words) return undefined;
  const forRole = limit.by[0] as Role;
  const portal = forRole === 'family' ? 'elder' : 'desk';
  return {
    forRole,
    kindLabel: words.kindLabel,
    title: `${bed.elder_name} ${ageOn(bed.elder_born_on, ctx.today)} 岁${words.what}`,
    reason: [placeOf(bed), bed.provider_name].filter(Boolean).join('，'),
    actionLabel: limit.label,
    path: `/${portal}/beds/${bed.bed_id}`,
    withinWorkingDays: limit.days,
  };
}

/** The deadline that the list shows; the same day as the duty's. */
export function dueColumns(ctx: Context, status: BedStatus): Pick<BedRecord, 'next_due_on' | 'next_due_provisional'> {
  const limit = limitOf(status);
  if (!limit) return { next_due_on: null, next_due_provisional: false };
  const due = addWorkingDays(holidayTables(), ctx.today, limit.days);
  return { next_due_on: due.dueOn, next_due_provisional: due.provisional };
}
