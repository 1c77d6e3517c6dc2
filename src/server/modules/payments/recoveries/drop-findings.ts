import type { FindingRule } from '#contracts/payments/recovery-lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { removeOpen } from '../db/findings.ts';

type Of = { elderId: string; areaCode: string };

/** Reaction to elder.restored: nobody had died or moved away, so nothing was paid too much; found again if it is true later. */
export const dropFindings = (ctx: Context, of: Of): Promise<void> =>
  drop(ctx, of, { rules: ['dead-yet-paid', 'moved-yet-paid'], note: '去世或迁出的登记已更正' });

/** Reaction to elder.died after a correction that was itself wrong: the money for the funeral was due. */
export const dropFuneralFindings = (ctx: Context, of: Of): Promise<void> =>
  drop(ctx, of, { rules: ['death-corrected'], note: '又登记去世' });

const drop = (
  ctx: Context,
  { elderId, areaCode }: Of,
  { rules, note }: { rules: readonly FindingRule[]; note: string },
): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '更正：多发的疑点作罢' }, async inner => {
    for (const row of await removeOpen(inner, elderId, rules)) {
      const subject = { kind: 'payment-finding', id: row.finding_id };
      await closeDuties(inner, row.finding_id);
      await record(inner, {
        ...{ action: 'payments.drop-finding', subject, elderId, areaCode, note },
        before: { rule: row.rule, fen: row.amount_fen },
      });
    }
  });
