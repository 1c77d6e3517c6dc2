import type { Context } from '#platform/http/context.ts';
import { insertEntries, type Posting, type Subject } from './db.ts';

export type { Posting, Subject } from './db.ts';

/**
 * Books a step in the write's own transaction, amounts in fen; nothing is written for 0. A row takes from one account and
 * gives to another, so no posting can be out of balance; tried again, the step posts nothing new.
 */
export async function post(ctx: Context, of: Subject, postings: readonly Posting[]): Promise<void> {
  const real = postings.filter(each => each.fen > 0);
  if (real.length > 0) await insertEntries(ctx, of, real);
}
