import type { PayableSource } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';
import { listPaidOf } from '../db/lines.ts';
import { askBack } from './open-recovery.ts';

type Decided = { kind: PayableSource; ids: readonly string[] };

/** What stands of decisions that were paid once, in fen: what arrived and has not been asked back. */
export async function standingOf(ctx: Context, of: Decided): Promise<number> {
  return (await listPaidOf(ctx, of)).reduce((sum, line) => sum + line.left_fen, 0);
}

/** Asks part of it back from the payee, the newest payment first; all of it is taken from what the payee gets next. */
export async function recoverDecided(ctx: Context, of: Decided, asked: { fen: number; note: string }): Promise<string> {
  return askBack(ctx, await listPaidOf(ctx, of), { ...asked, offsetFen: asked.fen });
}
