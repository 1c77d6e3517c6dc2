import type { Context } from '../http/context.ts';

/** One row as the database says it: the text is what is kept and put back, a number of 64 bits included. */
export type Image = { table: string; raw: string; row: Record<string, unknown> };
export type Images = ReadonlyMap<string, Image>;
/** What became of one row: changed (both), put aside (`before` alone), made (`after` alone). */
export type RowChange = { table: string; before: Image | null; after: Image | null };

/** History is never rewritten, and the search index is made anew from the register. */
export const NOT_MERGED = ['audit_entries', 'service_log_entries', 'service_log_leaves', 'elder_grams'];

/** Every table of the product that has a person, with the columns of its key; from the catalogue, so that none is missed. */
export type Keys = ReadonlyMap<string, readonly string[]>;
/** A table's columns that PostgreSQL computes itself: part of no image, since nobody can put them back. */
export const COMPUTED = `(select coalesce(array_agg(attname::text), '{}') from pg_attribute
  where attrelid = t.tableoid and attgenerated <> '' and not attisdropped)`;
export async function keysOf(ctx: Context): Promise<Keys> {
  const { rows } = await ctx.client.query<{ table: string; key: string[] }>(
    `select c.relname as table, array(select k.attname::text from pg_attribute k
         where k.attrelid = c.oid and k.attnum = any (i.indkey::int2[]) order by k.attname) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'elder_id'
     join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' and not c.relname = any ($1) order by 1`,
    [NOT_MERGED],
  );
  return new Map(rows.map(({ table, key }) => [table, key]));
}

export const imageOf = (table: string, raw: string): Image => ({ table, raw, row: JSON.parse(raw) });

/** All rows of these people as they stand now, by table and key. */
export async function takeImages(ctx: Context, keys: Keys, elderIds: readonly string[]): Promise<Images> {
  const parts = [...keys.keys()].map(
    table =>
      `select '${table}' as "table", (to_jsonb(t) - ${COMPUTED})::text as raw from ${table} t where elder_id = any ($1)`,
  );
  const { rows } = await ctx.client.query<{ table: string; raw: string }>(parts.join(' union all '), [elderIds]);
  const images = rows.map(({ table, raw }) => imageOf(table, raw));
  return new Map(images.map(image => [keyOf(keys, image), image]));
}

export const keyOf = (keys: Keys, { table, row }: Image): string =>
  JSON.stringify([table, ...(keys.get(table) ?? []).map(column => row[column])]);

/** The key without the person: what a row keeps when it goes over to another person. */
const placeOf = (keys: Keys, { table, row }: Image): string =>
  JSON.stringify([table, ...(keys.get(table) ?? []).filter(key => key !== 'elder_id').map(column => row[column])]);

/** The differences of two images. A row that went from one person to the other is one change, not a loss and a gain. */
export function changesBetween(keys: Keys, before: Images, after: Images): RowChange[] {
  const changes: RowChange[] = [];
  const made = new Map<string, Image>();
  for (const [key, image] of after) if (!before.has(key)) made.set(placeOf(keys, image), image);
  for (const [key, image] of before) {
    const place = placeOf(keys, image);
    const now = after.get(key) ?? made.get(place) ?? null;
    if (!after.has(key)) made.delete(place);
    if (now?.raw !== image.raw) changes.push({ table: image.table, before: image, after: now });
  }
  for (const image of made.values()) changes.push({ table: image.table, before: null, after: image });
  return changes;
}
