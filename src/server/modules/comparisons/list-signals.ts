import type { SignalFacts } from '#contracts/comparison-kinds.ts';
import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import { listSignalRows } from './db/signals.ts';

/** What a row of a signal topic says of an elder, or of a member of the elder's household (`memberId`). */
export type Signal = {
  rowNumber: number;
  elderId: string;
  memberId: string | null;
  facts: SignalFacts;
  period: string | null;
  sender: string;
  asOf: string;
};

/** The matched rows of one page, opened. For the reaction to comparison.signals. */
export async function listSignals(
  ctx: Context,
  of: { batchId: string; fromRow: number; toRow: number },
): Promise<Signal[]> {
  const at = { table: 'comparison_rows', elderId: of.batchId };
  return (await listSignalRows(ctx, of)).map(row => ({
    ...{ rowNumber: row.row_number, elderId: row.elder_id, memberId: row.member_id, period: row.period },
    ...{ facts: open(ctx.keys, at, row.facts) as SignalFacts, sender: row.sender, asOf: row.as_of },
  }));
}
