import { DIFFERENCE_WORKING_DAYS, differenceLifecycle } from '#contracts/comparison-lifecycle.ts';
import { recordMany } from '#platform/audit/record-many.ts';
import type { Context } from '#platform/http/context.ts';
import { insertSteps } from '#platform/lifecycle/insert-steps.ts';
import { openDuties } from '#platform/lifecycle/open-duties.ts';
import { newId } from '#shared/ids.ts';
import { type DifferenceRow, type DiffField, insertDifferences, type NewDifference } from './db/differences.ts';
import { dutyOf, subjectOf, whereOf } from './difference-duty.ts';

const words = (fields: readonly DiffField[]): string => JSON.stringify(fields.map(f => [f.field, f.theirs]));

/** Asked before: still open, or refused in the same words. */
export function judgedBefore(known: readonly DifferenceRow[], elderId: string, differs: readonly DiffField[]) {
  const former = known.filter(d => d.elder_id === elderId);
  return {
    open: former.find(d => d.status === 'open' || d.status === 'proposed'),
    refused: former.find(d => d.status === 'refused' && words(d.fields) === words(differs)),
  };
}

/** What is new becomes work with an owner and a deadline: step, duty and audit in the caller's transaction. */
export async function openDifferences(ctx: Context, fresh: readonly NewDifference[]): Promise<void> {
  if (fresh.length === 0) return;
  await insertDifferences(ctx, fresh);
  const { name, accountId, role } = ctx.actor;
  const label = differenceLifecycle.transitions.find(t => t.action === 'find')?.label ?? differenceLifecycle.label;
  await insertSteps(
    ctx.client,
    fresh.map(row => ({
      ...{ stepId: newId(), at: ctx.now, subject: subjectOf(row), action: 'find', label, from: null, to: 'open' },
      ...{ actor: { name, accountId, role }, note: whereOf(row) },
    })),
  );
  const owed = fresh.map(row => ({ subject: subjectOf(row), duty: dutyOf(row) }));
  await openDuties(ctx, owed, DIFFERENCE_WORKING_DAYS);
  await recordMany(
    ctx,
    fresh.map(row => ({
      action: 'comparisons.find',
      subject: { kind: 'comparison-difference', id: row.difference_id },
      ...{
        elderId: row.elder_id,
        areaCode: row.area_code,
        after: { kind: row.kind, fields: row.fields.map(f => f.field) },
      },
    })),
  );
}
