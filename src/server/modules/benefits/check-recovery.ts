import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { fenToYuanText } from '#shared/money.ts';
import { listAfterMonth } from './db/determinations.ts';

type Of = { elderId: string; areaCode: string };

/**
 * Reaction to elder.died: the month of death is still paid, later ones are not (160号七（二）). What was determined beyond
 * it is one item for the street, with months and sum.
 */
export function checkRecovery(ctx: Context, of: Of & { diedOn: string }): Promise<void> {
  return asBatch(ctx, { areaCode: of.areaCode, why: '老人去世：核对去世后多发的待遇' }, async inner => {
    const paid = await listAfterMonth(inner, of.elderId, of.diedOn.slice(0, 7));
    if (!paid) return;
    const span = paid.first === paid.last ? paid.first : `${paid.first}至${paid.last}`;
    await openDuty(
      inner,
      { kind: 'benefit-recovery', id: of.elderId, elderId: of.elderId, areaCode: of.areaCode },
      {
        ...{ forRole: 'street' as const, kindLabel: '追回核对', actionLabel: '去核对', withinWorkingDays: 5 },
        title: '核对去世后多发的待遇',
        reason: `${of.diedOn}去世，${span}还核定了${paid.months}个月，共${fenToYuanText(paid.fen)}元`,
        path: `/desk/benefits/elders/${of.elderId}`,
      },
    );
  });
}

/** Reaction to elder.restored: nothing was paid too much. */
export const dropRecovery = (ctx: Context, of: Of): Promise<void> => closeDuties(ctx, of.elderId);
