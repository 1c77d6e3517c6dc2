import { type BedAction, type BedStatus, bedLifecycle } from '#contracts/home-care-bed-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import * as db from './db.ts';
import { dueColumns, dutyOf, subjectOf } from './duties.ts';

/** Advances, stores and audits; shared with the signing of the contract. */
export async function take(
  ctx: Context,
  bed: db.BedRecord,
  step: { action: BedAction; set: Partial<db.BedRecord>; note: string | null; asSystem?: boolean },
): Promise<db.BedRecord> {
  const draft = { ...bed, ...step.set };
  const to = bedLifecycle.transitions.find(
    t => t.action === step.action && (t.from as readonly string[]).includes(bed.status),
  )?.to;
  const status = await advance(ctx, {
    table: bedLifecycle,
    subject: subjectOf(draft),
    status: bed.status as BedStatus,
    action: step.action,
    note: step.note,
    duty: to && dutyOf(ctx, draft, to),
    ...(step.asSystem ? { asSystem: true } : {}),
  });
  const set = { ...step.set, status, ...dueColumns(ctx, status) };
  await db.updateBed(ctx, bed.bed_id, set);
  await record(ctx, {
    action: `home-care-beds.${step.action}`,
    subject: { kind: 'home-care-bed', id: bed.bed_id },
    elderId: bed.elder_id,
    areaCode: bed.area_code,
    ...(step.note ? { note: step.note } : {}),
    before: { status: bed.status },
    after: { status },
  });
  return { ...bed, ...set };
}
