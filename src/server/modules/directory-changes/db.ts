import type { Directory } from '#contracts/directory-changes.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';

export type ChangeRow = {
  change_id: string;
  directory: Directory;
  subject_id: string;
  subject_name: string;
  area_code: string;
  what: string;
  source: string;
  source_area: string;
  by_name: string;
  changed_at: string;
};

export async function insertChange(ctx: Context, row: ChangeRow): Promise<void> {
  await ctx.db.insertInto('directory_changes').values(row).execute();
}

export async function lastChanges(ctx: Context, ids: readonly string[]): Promise<ChangeRow[]> {
  const { rows } = await ctx.client.query<ChangeRow>(
    `select distinct on (subject_id) * from directory_changes where subject_id = any($1::uuid[])
     order by subject_id, changed_at desc, change_id desc`,
    [ids],
  );
  return rows;
}

type Filter = { directory: Directory | null; area: string };
const MATCHES = `($1::text is null or directory = $1)
  and (directory = 'provider' or (area_code >= $2 and area_code < $3))`;
const valuesOf = (of: Filter) => [of.directory, areaRange(of.area).from, areaRange(of.area).to];

type Paged = { after: { sort: string; id: string } | undefined; limit: number };
export async function listChanges(ctx: Context, of: Filter & Paged): Promise<ChangeRow[]> {
  const { rows } = await ctx.client.query<ChangeRow>(
    `select * from directory_changes where ${MATCHES} and ($4::timestamptz is null or (changed_at, change_id) < ($4, $5::uuid))
     order by changed_at desc, change_id desc limit $6`,
    [...valuesOf(of), of.after?.sort ?? null, of.after?.id ?? null, of.limit],
  );
  return rows;
}

export async function countChanges(ctx: Context, of: Filter): Promise<number> {
  const { rows } = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from directory_changes where ${MATCHES}`,
    valuesOf(of),
  );
  return rows[0]?.n ?? 0;
}
