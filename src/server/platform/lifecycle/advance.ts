import { DomainError } from '#contracts/errors.ts';
import { decideStep, type Lifecycle } from '#contracts/lifecycle.ts';
import type { Role } from '#contracts/roles.ts';
import { newId } from '#shared/ids.ts';
import { holidayTables } from '../calendar/tables.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { shanghai } from '../clock/business-date.ts';
import type { Context } from '../http/context.ts';

export type Subject = {
  kind: string;
  id: string;
  elderId?: string | null;
  areaCode: string | null;
  organisationId?: string | null;
  assigneeId?: string | null;
};

/** What somebody must do next because of this step: one row of 今天要办. */
export type Duty = {
  forRole: Role;
  /** Two to four characters shown before the row, e.g. 床位签约. */
  kindLabel: string;
  title: string;
  reason: string;
  actionLabel: string;
  path: string;
  /** Overrides the subject's organisation or assignee where the duty falls on another; a null assignee = on no one by name. */
  organisationId?: string | null;
  assigneeId?: string | null;
  withinWorkingDays?: number;
  /** A fixed instant instead of working days (alarms, visits at an hour). */
  dueAt?: string;
};

export type Advance<S extends string, A extends string> = {
  table: Lifecycle<S, A>;
  subject: Subject;
  /** null = the record is being made; then `action` is only a label and `to` is the table's initial status. */
  status: S | null;
  action: A;
  note?: string | null;
  /** Acts for the platform (device, reaction, job): the role check is the caller's own business. */
  asSystem?: boolean;
  duty?: Duty | undefined;
};

/**
 * Takes one step of a record's lifecycle: refuses what the table refuses (platform.wrong-state with its sentence),
 * writes the step, closes the duties of the record and opens the next one. Returns the new status to store.
 */
export async function advance<S extends string, A extends string>(ctx: Context, step: Advance<S, A>): Promise<S> {
  const { table, status, action } = step;
  const verdict = decide(ctx, step);
  if (!verdict.allowed) throw new DomainError('platform.wrong-state', verdict.because);
  await writeStep(ctx, {
    ...step.subject,
    action,
    from: status,
    to: verdict.to,
    note: step.note,
    label: labelOf(table, action),
  });
  await closeDuties(ctx, step.subject.id);
  if (step.duty) await openDuty(ctx, step.subject, step.duty);
  return verdict.to;
}

function decide<S extends string, A extends string>(ctx: Context, step: Advance<S, A>) {
  const { table, status, action } = step;
  if (status === null) {
    const making = table.transitions.find(t => t.action === action && t.from.length === 0);
    return { allowed: true as const, to: making?.to ?? table.initial };
  }
  const found = table.transitions.find(t => t.action === action && t.from.includes(status));
  if (step.asSystem && found?.system) return { allowed: true as const, to: found.to };
  const by = found?.by[0];
  return decideStep(table, status, { action, role: step.asSystem && by ? by : ctx.actor.role });
}

const labelOf = <S extends string, A extends string>(table: Lifecycle<S, A>, action: A): string =>
  table.transitions.find(t => t.action === action)?.label ?? table.label;

type StepRow = Subject & {
  action: string;
  label: string;
  from: string | null;
  to: string;
  note?: string | null | undefined;
};

async function writeStep(ctx: Context, row: StepRow): Promise<void> {
  await ctx.db
    .insertInto('lifecycle_steps')
    .values({
      step_id: newId(),
      at: ctx.now,
      subject_kind: row.kind,
      subject_id: row.id,
      elder_id: row.elderId ?? null,
      area_code: row.areaCode,
      organisation_id: row.organisationId ?? null,
      assignee_id: row.assigneeId ?? null,
      action: row.action,
      label: row.label,
      from_status: row.from,
      to_status: row.to,
      actor_name: ctx.actor.name,
      account_id: ctx.actor.accountId,
      role: ctx.actor.role,
      note: row.note ?? null,
    })
    .execute();
}

/** Everything that was owed on a record is settled by its next step. */
export async function closeDuties(ctx: Context, subjectId: string): Promise<void> {
  await ctx.client.query('select close_duties($1, $2)', [subjectId, ctx.now]);
}

/** Opens one row of 今天要办; a deadline that crosses into a year without a holiday table is marked 暂定. */
export const openDuty = (ctx: Context, subject: Subject, duty: Duty): Promise<void> =>
  openDuties(ctx, [{ subject, duty }]);

/** Rows in one statement: a month's determination opens thousands. */
const AT_ONCE = 500;

export async function openDuties(ctx: Context, items: readonly { subject: Subject; duty: Duty }[]): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await ctx.db
      .insertInto('due_items')
      .values(items.slice(from, from + AT_ONCE).map(({ subject, duty }) => dueRow(ctx, subject, duty)))
      .onConflict(oc =>
        oc.columns(['subject_id', 'for_role', 'action_label']).where('closed_at', 'is', null).doNothing(),
      )
      .execute();
  }
}

function dueRow(ctx: Context, subject: Subject, duty: Duty) {
  const days = duty.withinWorkingDays ?? null;
  const due = days === null ? null : addWorkingDays(holidayTables(), ctx.today, days);
  return {
    due_id: newId(),
    subject_kind: subject.kind,
    subject_id: subject.id,
    elder_id: subject.elderId ?? null,
    area_code: subject.areaCode,
    organisation_id: duty.organisationId ?? subject.organisationId ?? null,
    assignee_id: (duty.assigneeId === undefined ? subject.assigneeId : duty.assigneeId) ?? null,
    for_role: duty.forRole,
    kind_label: duty.kindLabel,
    title: duty.title,
    reason: duty.reason,
    action_label: duty.actionLabel,
    path: duty.path,
    opened_at: ctx.now,
    from_date: ctx.today,
    within_working_days: days,
    due_on: due?.dueOn ?? (duty.dueAt ? shanghai(new Date(duty.dueAt))[0] : null),
    due_at: duty.dueAt ?? null,
    provisional: due?.provisional ?? false,
  };
}
