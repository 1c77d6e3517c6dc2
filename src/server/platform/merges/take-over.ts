import type { Context } from '../http/context.ts';
import { open, seal } from '../secrets/seal.ts';

/** Two records of one person become one: rows of `fromElderId` become rows of `elderId`, who answers in `areaCode`. */
export type Merge = { elderId: string; areaCode: string; fromElderId: string };

/** How the rows of one table go over. Said once by the module that owns the table; the journal sees what came of it. */
export type TakeOver = {
  table: string;
  /** Money stays with the office that paid it, a table of persons with the office that sent it. */
  area?: 'stays';
  /** Columns that are unique with the person: where the survivor has such a row, the other is put aside ([] = any row). */
  unless?: readonly string[];
  /** A sealed column is bound to its person and is sealed anew; `key` finds the row again, `boundTo` names the table it was sealed for. */
  sealed?: { column: string; key: string; boundTo?: string };
  /** Further assignments; $1 = the survivor, $2 = the record that goes, $3 = the survivor's area. */
  set?: string;
};

/** Moves the rows of each table, in the order given. For reactions to elder.merged, which run as batch over the city. */
export async function takeOver(ctx: Context, merge: Merge, tables: readonly TakeOver[]): Promise<void> {
  for (const { table, area, unless, sealed, set } of tables) {
    const both = [merge.elderId, merge.fromElderId];
    if (unless) await putAside(ctx, table, { both, unless });
    if (sealed) await sealAnew(ctx, merge, { table, ...sealed });
    const sets = ['elder_id = $1', ...(area === 'stays' ? [] : ['area_code = $3']), ...(set ? [set] : [])];
    const uses = sets.some(one => one.includes('$3')) ? [...both, merge.areaCode] : both;
    await ctx.client.query(`update ${table} set ${sets.join(', ')} where elder_id = $2`, uses);
  }
}

async function putAside(
  ctx: Context,
  table: string,
  { both, unless }: { both: readonly string[]; unless: readonly string[] },
): Promise<void> {
  const same = unless.map(column => ` and s.${column} is not distinct from l.${column}`).join('');
  await ctx.client.query(
    `delete from ${table} l using ${table} s where s.elder_id = $1 and l.elder_id = $2${same}`,
    both as string[],
  );
}

async function sealAnew(
  ctx: Context,
  { elderId, fromElderId }: Merge,
  { table, column, key, boundTo = table }: { table: string; column: string; key: string; boundTo?: string },
): Promise<void> {
  const { rows } = await ctx.client.query<{ key: string; sealed: Buffer }>(
    `select ${key} as key, ${column} as sealed from ${table} where elder_id = $1 and ${column} is not null`,
    [fromElderId],
  );
  for (const row of rows) {
    const value = open(ctx.keys, { table: boundTo, elderId: fromElderId }, row.sealed);
    await ctx.client.query(`update ${table} set ${column} = $3 where elder_id = $1 and ${key} = $2`, [
      fromElderId,
      row.key,
      seal(ctx.keys, { table: boundTo, elderId }, value),
    ]);
  }
}
