import { newId } from '#shared/ids.ts';
import { holidayTables } from '../calendar/tables.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { insertMany } from '../database/insert-many.ts';
import type { Context } from '../http/context.ts';
import type { Duty, Subject } from './advance.ts';

const DUE = {
  table: 'due_items',
  columns: {
    due_id: 'uuid',
    subject_kind: 'text',
    subject_id: 'uuid',
    elder_id: 'uuid',
    area_code: 'text',
    for_role: 'text',
    kind_label: 'text',
    title: 'text',
    reason: 'text',
    action_label: 'text',
    path: 'text',
    opened_at: 'timestamptz',
    from_date: 'date',
    within_working_days: 'integer',
    due_on: 'date',
    provisional: 'boolean',
  },
};

/** Opens the same kind of duty on many new records of an area, all due within `days` working days of today. */
export async function openDuties(
  ctx: Context,
  owed: readonly { subject: Subject; duty: Duty }[],
  days: number,
): Promise<void> {
  const due = addWorkingDays(holidayTables(), ctx.today, days);
  await insertMany(
    ctx.client,
    DUE,
    owed.map(({ subject, duty }) => ({
      due_id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      elder_id: subject.elderId,
      area_code: subject.areaCode,
      for_role: duty.forRole,
      kind_label: duty.kindLabel,
      title: duty.title,
      reason: duty.reason,
      action_label: duty.actionLabel,
      path: duty.path,
      opened_at: ctx.now,
      from_date: ctx.today,
      within_working_days: days,
      due_on: due.dueOn,
      provisional: due.provisional,
    })),
  );
}
