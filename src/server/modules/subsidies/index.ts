import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { endUsesOf, reopenUsesOf } from './db-uses.ts';
import { CITY } from './uses.ts';

export { computeStatements } from './compute-month.ts';
export { mergeSubsidies } from './db-merge.ts';
export { type JudgedPlace, judgeStays } from './judge-stays.ts';
export { readStatement, readStatements } from './read-statements.ts';
export { statementPaid, stepStatement } from './statements.ts';
export { enterUses, readUses, withdrawUse } from './uses.ts';

const BECAUSE = { death: '老人去世', 'move-out': '老人迁出本市' } as const;

/** Reaction to elder.restored. */
export const reopenUses = (ctx: Context, of: { elderId: string; after: keyof typeof BECAUSE }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '更正：签约和入住接着算' }, inner =>
    reopenUsesOf(inner, { elderId: of.elderId, because: BECAUSE[of.after] }),
  );

/** Reaction to a death or a move out of the city: agreements and stays end on that day. */
export const endUses = (
  ctx: Context,
  of: { elderId: string; on: string; after: keyof typeof BECAUSE },
): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '老人去世或迁出：签约和入住到这一天' }, inner =>
    endUsesOf(inner, { elderId: of.elderId, on: of.on, because: BECAUSE[of.after] }),
  );
