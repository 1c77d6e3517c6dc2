import { COMPARISON_KIND_LABELS, SOURCE_OF } from '#contracts/comparison-kinds.ts';
import { type DifferenceStatus, differenceLifecycle } from '#contracts/comparison-lifecycle.ts';
import type { CorrectionChange } from '#contracts/elders/corrections.ts';
import { DomainError } from '#contracts/errors.ts';
import { type Taken, takeRecord, trustFor } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import { alone } from '#platform/database/alone.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import * as db from './db/differences.ts';
import { dutyOf, subjectOf, whereOf } from './difference-duty.ts';

type Row = db.NewDifference & { correction_id?: string | null };

/** What the department says becomes a correction, by the one way in which facts of the register are changed. */
export function giveToRegister(ctx: Context, row: Row, note: string): Promise<Taken> {
  const source = [row.as_of, row.source_number && `编号 ${row.source_number}`, whereOf(row)];
  return takeRecord(ctx, row.elder_id, {
    source: SOURCE_OF[row.kind],
    // A returned difference may be adopted again: then its own lifecycle sees that it is taken once.
    number: row.correction_id ? null : row.difference_id,
    asOf: row.as_of,
    reason: `${COMPARISON_KIND_LABELS[row.kind]}数据与档案不一致：${note}`.slice(0, 300),
    evidence: source.filter(Boolean).join('，').slice(0, 200),
    changes: Object.fromEntries(row.fields.map(f => [f.field, f.theirs])) as CorrectionChange,
  });
}

/** Differences in fields for which the person's district trusts the department are written at once. */
export async function adoptTrusted(ctx: Context, fresh: readonly db.NewDifference[]): Promise<void> {
  for (const row of fresh) {
    const fields = row.fields.map(f => f.field);
    if (!(await trustFor(ctx, row.elder_id, { source: SOURCE_OF[row.kind], fields }))) continue;
    try {
      await alone(ctx, async () => {
        const { correctionId } = await giveToRegister(ctx, row, '按可信来源');
        await bySystem(ctx, {
          row: { ...row, status: 'open' },
          action: 'apply',
          note: '来源可信，按规则采纳',
          correctionId,
        });
      });
    } catch (error) {
      // What the rules of a correction refuse (an open correction of the same field) stays with a person.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

/** A later table says what the register says: nothing is left to look at. */
export async function closeSettled(ctx: Context, rows: readonly db.DifferenceRow[], sender: string): Promise<void> {
  for (const row of rows) await bySystem(ctx, { row, action: 'apply', note: `${sender}新送来的数据与档案已经一致` });
}

type Decided = { correctionId: string; areaCode: string; applied: boolean };

/** Reaction to correction.decided: the second person's word ends the difference, or hands it back; a family sees neither. */
export function followCorrection(ctx: Context, event: Decided): Promise<void> {
  return asBatch(ctx, { areaCode: event.areaCode, why: '更正有了结果，比对差异跟着办' }, async inner => {
    const row = await db.findByCorrection(inner, event.correctionId);
    if (row?.status !== 'proposed') return;
    const note = event.applied ? '另一人核对无误，档案已改' : '更正没有通过，请再核对';
    await bySystem(inner, { row, action: event.applied ? 'apply' : 'return', note });
  });
}

type Step = {
  row: db.NewDifference & { status: DifferenceStatus };
  action: 'apply' | 'return';
  note: string;
  correctionId?: string | null;
};

async function bySystem(ctx: Context, { row, action, note, correctionId }: Step): Promise<void> {
  const subject = subjectOf(row);
  const status = await advance(ctx, {
    ...{ table: differenceLifecycle, subject, status: row.status, action, note, asSystem: true },
    duty: action === 'return' ? dutyOf(row) : undefined,
  });
  await db.setDifference(ctx, row.difference_id, {
    status,
    note,
    ...(correctionId && { correction_id: correctionId }),
  });
  const { elder_id: elderId, area_code: areaCode } = row;
  await record(ctx, { action: `comparisons.${action}`, subject, elderId, areaCode, note });
}
