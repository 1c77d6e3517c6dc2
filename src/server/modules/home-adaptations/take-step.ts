import { type AdaptationAction, adaptationLifecycle } from '#contracts/home-adaptation-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty, openDuty } from '#platform/lifecycle/advance.ts';
import * as db from './db.ts';
import { dueOf, dutyOf, subjectOf } from './duties.ts';

export type Change = { action: AdaptationAction; set: Partial<db.AdaptationRecord>; note: string | null };

/** Advances, stores and audits. `asSystem`: the effect of another record's step. */
export async function take(
  ctx: Context,
  row: db.AdaptationRecord,
  { action, set, note, asSystem = false }: Change & { asSystem?: boolean },
): Promise<db.AdaptationRecord> {
  const draft = { ...row, ...set };
  const found = adaptationLifecycle.transitions.find(
    t => t.action === action && (t.from as readonly string[]).includes(row.status),
  );
  const step = { table: adaptationLifecycle, subject: subjectOf(draft), status: row.status, action, note, asSystem };
  const status = await advance(ctx, step);
  const duty = found && dutyOf(draft, found.to);
  if (duty) await owe(ctx, draft, duty);
  const over = status === 'settled' || status === 'ended' || status === 'rejected';
  const stored = { ...set, status, next_due_on: dueOf(ctx, status), ...(over && { sealed_contact: null }) };
  await db.updateAdaptation(ctx, row.adaptation_id, stored);
  await record(ctx, {
    ...{ action: `home-adaptations.${action}`, subject: { kind: 'home-adaptation', id: row.adaptation_id } },
    ...{ elderId: row.elder_id, areaCode: row.area_code, ...(note && { note }) },
    ...{ before: { status: row.status }, after: { status } },
  });
  return { ...row, ...stored };
}

/** What is owed next is often another's, whose list the actor of this step may not write. */
const owe = (ctx: Context, row: db.AdaptationRecord, duty: Duty): Promise<void> =>
  asBatch(ctx, { areaCode: row.area_code, why: '适老化改造：下一步交给别人办' }, inner =>
    openDuty(inner, subjectOf(row), duty),
  );
