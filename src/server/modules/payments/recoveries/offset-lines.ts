import { recoveryLifecycle } from '#contracts/payments/recovery-lifecycle.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { findCycle } from '../db/cycles.ts';
import { listOffsetLines, type OffsetLine } from '../db/lock.ts';
import * as offsets from '../db/offsets.ts';
import * as db from '../db/recoveries.ts';
import { offsetsOf } from '../rules/offsets.ts';

/** On authorisation: what later payments are cut by counts against the balance, so that nobody repays it meanwhile. */
export async function reserveOffsets(ctx: Context, cycleId: string): Promise<void> {
  for (const line of await listOffsetLines(ctx, cycleId, 'locked')) {
    const recovery = await db.findRecovery(ctx, line.recovery_id, true);
    if (recovery)
      await bringDown(ctx, recovery, { kind: 'offset', fen: line.fen, note: '从发放里抵扣', lineId: line.line_id });
  }
}

/** The bank sent a payment back: what it was cut by is owed again. */
export async function returnOffsets(ctx: Context, cycleId: string): Promise<void> {
  for (const line of await listOffsetLines(ctx, cycleId, 'failed')) await returnOffset(ctx, line);
}

async function returnOffset(ctx: Context, line: OffsetLine): Promise<void> {
  const recovery = await db.findRecovery(ctx, line.recovery_id, true);
  if (!recovery) return;
  const entry = { kind: 'offset-returned' as const, fen: -line.fen, note: '银行退回，抵扣撤销', lineId: line.line_id };
  if (!(await db.insertEntry(ctx, recovery, entry))) return;
  const balance = recovery.balance_fen + line.fen;
  const status =
    recovery.status === 'settled'
      ? await advance(ctx, { ...stepOf(recovery), action: 'reopen', note: entry.note, asSystem: true })
      : recovery.status;
  await db.setRecovery(ctx, recovery.recovery_id, { balance_fen: balance, status, closed_at: null });
}

/** A line of this payee went out of a cycle that is not locked: what is taken from the payee is measured anew (batch). */
export async function refitOffsets(ctx: Context, of: { cycleId: string; payeeId: string }): Promise<void> {
  const cycle = await findCycle(ctx, of.cycleId);
  if (!cycle) return;
  const { area_code: payerCode, month, floor_month: floor } = cycle;
  const preparing = { cycleId: of.cycleId, payerCode, month, floor };
  await offsets.clearOffsets(ctx, of);
  await offsets.insertOffsets(ctx, preparing, offsetsOf(await offsets.listOwing(ctx, preparing, of.payeeId)));
}

type Entry = { kind: 'offset' | 'repaid'; fen: number; note: string; lineId?: string };

/** One entry that lowers the balance; the last one closes the recovery. Answers the entry's id. */
export async function bringDown(ctx: Context, recovery: db.RecoveryRecord, entry: Entry): Promise<string | undefined> {
  const id = await db.insertEntry(ctx, recovery, entry);
  if (!id) return undefined;
  const balance = recovery.balance_fen - entry.fen;
  if (balance > 0) await db.setRecovery(ctx, recovery.recovery_id, { balance_fen: balance });
  else {
    const status = await advance(ctx, {
      ...stepOf(recovery),
      action: 'settle',
      note: entry.note,
      asSystem: entry.kind === 'offset',
    });
    await db.setRecovery(ctx, recovery.recovery_id, { balance_fen: 0, status, closed_at: ctx.now });
  }
  return id;
}

export const stepOf = (recovery: db.RecoveryRecord) => ({
  table: recoveryLifecycle,
  subject: {
    ...{ kind: 'payment-recovery', id: recovery.recovery_id },
    ...{ areaCode: recovery.area_code, ...(recovery.elder_id && { elderId: recovery.elder_id }) },
  },
  status: recovery.status,
});
