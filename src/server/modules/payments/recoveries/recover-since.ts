import type { MonthlyScheme } from '#contracts/payments/payables.ts';
import type { Context } from '#platform/http/context.ts';
import { listPaidSince } from '../db/lines.ts';
import { openRecovery } from './open-recovery.ts';

type Since = { elderId: string; scheme: MonthlyScheme; month: string; note: string };

/** After a re-check: what was paid of one benefit from a month on is asked back. Null when nothing was paid since. */
export async function recoverSince(ctx: Context, of: Since): Promise<string | null> {
  const lineIds = await listPaidSince(ctx, of);
  if (lineIds.length === 0) return null;
  return (await openRecovery(ctx, { lineIds, note: of.note })).id;
}
