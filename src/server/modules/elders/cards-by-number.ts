import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import type { CivilDate } from '#shared/dates.ts';
import { cardsByTail } from './db/cards.ts';

/** Day of birth by the number of a 养老助残卡, as far as cards are registered in reach; nothing else leaves the record. */
export async function birthDaysOfCards(ctx: Context, numbers: readonly string[]): Promise<Map<string, CivilDate>> {
  const sought = new Set(numbers);
  const born = new Map<string, CivilDate>();
  for (const row of await cardsByTail(ctx, [...new Set(numbers.map(number => number.slice(-4)))])) {
    const at = { table: 'elder_cards', elderId: row.elder_id };
    const { number } = open(ctx.keys, at, row.sealed) as { number: string };
    if (sought.has(number)) born.set(number, row.born_on);
  }
  return born;
}
