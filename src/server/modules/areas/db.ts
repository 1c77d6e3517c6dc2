import type { Area, AreaLevel } from '#contracts/areas.ts';
import type { Context } from '#platform/http/context.ts';

const COLUMNS = ['code', 'name', 'level', 'parent_code', 'valid_from', 'valid_to'] as const;
type Row = {
  code: string;
  name: string;
  level: string;
  parent_code: string | null;
  valid_from: string;
  valid_to: string | null;
};

const areaOf = (row: Row): Area => ({
  code: row.code,
  name: row.name,
  level: row.level as AreaLevel,
  parentCode: row.parent_code,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

/** Divisions in force on a day: begun by then and not ended. */
const inForce = (ctx: Context, on: string) =>
  ctx.db
    .selectFrom('areas')
    .select(COLUMNS)
    .where('valid_from', '<=', on)
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]));

export async function listChildren(ctx: Context, parent: string, on: string): Promise<Area[]> {
  return (await inForce(ctx, on).where('parent_code', '=', parent).orderBy('code').execute()).map(areaOf);
}

/** All of one level inside a range of codes (see areaRange), in code order. */
export async function listWithin(ctx: Context, range: { from: string; to: string; level: AreaLevel }, on: string) {
  const rows = await inForce(ctx, on)
    .where('level', '=', range.level)
    .where('code', '>=', range.from)
    .where('code', '<', range.to)
    .orderBy('code')
    .execute();
  return rows.map(areaOf);
}

/** Divisions by code whether still in force or not, in code order. */
export async function findAreas(ctx: Context, codes: readonly string[]): Promise<Area[]> {
  if (codes.length === 0) return [];
  return (await ctx.db.selectFrom('areas').select(COLUMNS).where('code', 'in', codes).orderBy('code').execute()).map(
    areaOf,
  );
}

export async function listSuccessors(ctx: Context, code: string): Promise<string[]> {
  const rows = await ctx.db.selectFrom('area_successors').select('successor').where('code', '=', code).execute();
  return rows.map(row => row.successor);
}
