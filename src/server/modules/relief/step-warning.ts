import { DomainError } from '#contracts/errors.ts';
import { AID_WORKING_DAYS, warningLifecycle } from '#contracts/relief-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/warnings.ts';
import { subjectOf } from './warn.ts';

export async function lockWarning(ctx: Context, id: string): Promise<db.WarningRow> {
  const row = await db.lockWarning(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条预警，或不在您的辖区');
  return row;
}

const aidDuty = (row: db.WarningRow): Duty => ({
  ...{ forRole: 'street', kindLabel: '困难预警', actionLabel: '去受理', withinWorkingDays: AID_WORKING_DAYS },
  title: `为${row.elder_name}办临时救助`,
  reason: '上门核实属实',
  path: `/desk/relief/warnings/${row.warning_id}`,
});

/** What the worker saw at home; and the end with its outcome. */
export async function stepWarning(
  ctx: Context,
  id: string,
  { action, note }: { action: 'verify' | 'exclude' | 'close'; note: string },
) {
  const row = await lockWarning(ctx, id);
  const subject = subjectOf(row);
  const duty = action === 'verify' ? aidDuty(row) : undefined;
  const status = await advance(ctx, { table: warningLifecycle, subject, status: row.status, action, note, duty });
  await db.setWarning(ctx, id, { status, ...(action === 'verify' ? { finding: note } : { outcome: note }) });
  await record(ctx, { action: `relief.${action}`, subject, elderId: row.elder_id, areaCode: row.area_code, note });
  return { id, status };
}

/** The relief that it led to was approved; in the batch role, for the deciding street may be another. */
export async function aidWarning(ctx: Context, id: string, note: string): Promise<void> {
  const row = await db.lockWarning(ctx, id);
  if (row?.status !== 'verified') return;
  const subject = subjectOf(row);
  const duty: Duty = {
    ...{ forRole: 'street', kindLabel: '困难预警', actionLabel: '去办结', withinWorkingDays: AID_WORKING_DAYS },
    ...{ title: `办结${row.elder_name}的困难预警`, reason: note, path: `/desk/relief/warnings/${id}` },
  };
  const step = {
    table: warningLifecycle,
    subject,
    status: row.status,
    action: 'aid',
    note,
    duty,
    asSystem: true,
  } as const;
  await db.setWarning(ctx, id, { status: await advance(ctx, step) });
}

export async function setThreshold(ctx: Context, body: { thresholdFen: number; basis: string; fromOn: string }) {
  const id = newId();
  const { thresholdFen, basis, fromOn } = body;
  await db.insertThreshold(ctx, { threshold_id: id, threshold_fen: thresholdFen, basis, from_on: fromOn });
  await record(ctx, {
    action: 'relief.set-threshold',
    subject: { kind: 'relief-threshold', id },
    ...{ areaCode: ctx.actor.areaCode, note: basis, after: { thresholdFen, fromOn } },
  });
  return { id };
}
