import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { removeOpen } from '../db/findings.ts';

/** Reaction to elder.restored: nobody had died or moved away, so nothing was paid too much; found again if it is true later. */
export const dropFindings = (
  ctx: Context,
  { elderId, areaCode }: { elderId: string; areaCode: string },
): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '更正：多发的疑点作罢' }, async inner => {
    for (const row of await removeOpen(inner, elderId, ['dead-yet-paid', 'moved-yet-paid'])) {
      const subject = { kind: 'payment-finding', id: row.finding_id };
      await closeDuties(inner, row.finding_id);
      await record(inner, {
        ...{ action: 'payments.drop-finding', subject, elderId, areaCode, note: '去世或迁出的登记已更正' },
        before: { rule: row.rule, fen: row.amount_fen },
      });
    }
  });
