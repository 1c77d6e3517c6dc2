import type { Context } from '#platform/http/context.ts';

/** Who holds which number, by hex index, inside the row rules. */
export async function findNumbered(ctx: Context, indexes: readonly Buffer[]): Promise<Map<string, string[]>> {
  if (indexes.length === 0) return new Map();
  const { rows } = await ctx.client.query<{ identity_index: Buffer; elder_id: string }>(
    'select identity_index, elder_id from elder_sealed where identity_index = any ($1)',
    [indexes],
  );
  return grouped(rows.map(row => [row.identity_index.toString('hex'), row.elder_id]));
}

/** The living of the same name and day of birth, by `name bornOn`. */
export async function findNamesakes(
  ctx: Context,
  people: readonly { name: string | null; bornOn: string | null }[],
): Promise<Map<string, string[]>> {
  if (people.length === 0) return new Map();
  const { rows } = await ctx.client.query<{ name: string; born_on: string; elder_id: string }>(
    `select distinct e.name, e.born_on, e.elder_id from unnest($1::text[], $2::date[]) r (name, born_on)
     join elders e on e.born_on = r.born_on and e.name = r.name where e.died_on is null`,
    [people.map(one => one.name), people.map(one => one.bornOn)],
  );
  return grouped(rows.map(row => [`${row.name} ${row.born_on}`, row.elder_id]));
}

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, id] of pairs) found.set(key, [...(found.get(key) ?? []), id]);
  return found;
}
