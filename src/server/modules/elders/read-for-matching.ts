import type { Context } from '#platform/http/context.ts';
import * as db from './db/matching.ts';
import { listSealed } from './db/sealed.ts';

export type { PersonToMatch } from './db/matching.ts';

/** Everybody of the area, page by page, in clear and by blind index: what a check of the whole register compares first. */
export const pagesForMatching = (ctx: Context, area: { from: string; to: string }) => db.pagesOfPeople(ctx, area);

/** Identity number and phone of some people, opened in memory: for the records the first comparison left in doubt. */
export async function numbersForMatching(
  ctx: Context,
  elderIds: readonly string[],
): Promise<Map<string, { identityNumber: string; phone: string | null }>> {
  return listSealed(ctx, elderIds);
}
