import { VISIT_WORKING_DAYS, warningLifecycle } from '#contracts/relief-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { recordNumber } from '#shared/record-number.ts';
import * as db from './db/warnings.ts';
import { DEFAULT_THRESHOLD_FEN, sayOver } from './rules.ts';

export const subjectOf = (row: Pick<db.WarningRow, 'warning_id' | 'elder_id' | 'area_code'>) => ({
  ...{ kind: 'relief-warning', id: row.warning_id, elderId: row.elder_id, areaCode: row.area_code },
});

export const visitDuty = (
  over: Pick<db.WarningRow, 'elder_name' | 'period' | 'threshold_fen' | 'sender'>,
  id: string,
): Duty => ({
  ...{ forRole: 'street', kindLabel: '困难预警', actionLabel: '上门核实', withinWorkingDays: VISIT_WORKING_DAYS },
  title: `上门核实${over.elder_name}的困难预警`,
  reason: sayOver(over),
  path: `/desk/relief/warnings/${id}`,
});

/** Reaction to comparison.done: who in a batch of the medical insurance is over the line gets one warning a year. */
export async function warnOfCosts(ctx: Context, event: { batchId: string; kind: string }): Promise<void> {
  if (event.kind !== 'insurance') return;
  for (const over of await db.listOver(ctx, event.batchId, DEFAULT_THRESHOLD_FEN)) {
    const id = newId();
    const { elder_id: elderId, area_code: areaCode } = over;
    const subject = { kind: 'relief-warning', id, elderId, areaCode };
    const note = sayOver(over);
    const status = await advance(ctx, {
      ...{ table: warningLifecycle, subject, status: null, action: 'warn', note, duty: visitDuty(over, id) },
    });
    const number = recordNumber('KN', { id, on: ctx.today });
    await db.insertWarning(ctx, { ...over, warning_id: id, number, batch_id: event.batchId, status });
    await record(ctx, { action: 'relief.warn', subject, elderId, areaCode, note });
  }
}
