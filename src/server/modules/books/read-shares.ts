import { SPENT_TYPES } from '#contracts/benefits/pays.ts';
import { spentTypeOf } from '#contracts/books.ts';
import type { Context } from '#platform/http/context.ts';
import { sumYears } from './db.ts';

/** What was authorised and not returned, less what is asked back, by year and by what it counts: beds or persons. */
export async function readShares(ctx: Context) {
  const years = [...Map.groupBy(await sumYears(ctx), row => row.year)].map(([year, rows]) => {
    const totalFen = rows.reduce((sum, row) => sum + row.fen, 0);
    const types = SPENT_TYPES.map(type => {
      const own = rows.filter(row => spentTypeOf(row.scheme) === type);
      const fen = own.reduce((sum, row) => sum + row.fen, 0);
      const perMille = totalFen > 0 ? Math.round((fen * 1000) / totalFen) : null;
      return { type, fen, perMille, schemes: own.map(({ scheme, fen: each }) => ({ scheme, fen: each })) };
    });
    return { year, totalFen, types };
  });
  return { years };
}
