import type { Context } from '#platform/http/context.ts';
import { AREA_LEVELS, areaAt, areaLevel } from '#shared/area-codes.ts';
import type { Definition } from './definition.ts';
import { roundFigure, type Scope } from './rules.ts';

const AGGREGATES = {
  sum: 'coalesce(sum(measure), 0)',
  share: 'avg(measure)',
  median: 'percentile_cont(0.5) within group (order by measure)',
} as const;

const values = (scope: Scope) => [scope.areaFrom, scope.areaTo, scope.from, scope.asOf];

/** The figure itself, over the very records it opens; null when there is nothing to take a share or a median of. */
export async function computeFigure(ctx: Context, definition: Definition, scope: Scope): Promise<number | null> {
  const sql = `select (${AGGREGATES[definition.aggregate]})::float8 as value from (${definition.records}) r`;
  const { rows } = await ctx.client.query<{ value: number | null }>(sql, values(scope));
  const value = rows[0]?.value;
  return value === null || value === undefined ? null : roundFigure(definition.aggregate, value);
}

/** The figure by the next lower areas of `area`: of a city its districts, of a street its communities. */
export async function computeParts(ctx: Context, definition: Definition, given: { scope: Scope; area: string }) {
  const level = AREA_LEVELS[AREA_LEVELS.indexOf(areaLevel(given.area)) + 1];
  if (!level) return [];
  const digits = areaAt(given.area, level).length - areaAt('9'.repeat(12), level).replace(/9/g, '').length;
  const sql = `select rpad(left(area_code, ${digits}), 12, '0') as area_code, (${AGGREGATES[definition.aggregate]})::float8 as value
    from (${definition.records}) r group by 1 order by 2 desc nulls last, 1`;
  const { rows } = await ctx.client.query<{ area_code: string; value: number | null }>(sql, values(given.scope));
  return rows.map(row => ({ areaCode: row.area_code, value: roundFigure(definition.aggregate, row.value ?? 0) }));
}

export type RecordRow = {
  id: string;
  title: string;
  detail: string;
  on_date: string | null;
  area_code: string;
  measure: number;
};

/** One page of the records behind a figure, newest first; `after` is the last row of the page before. */
export async function listRecords(
  ctx: Context,
  definition: Definition,
  given: { scope: Scope; limit: number; offset: number },
) {
  const sql = `select *, count(*) over () as total from (${definition.records}) r
    order by on_date desc nulls last, id limit $5 offset $6`;
  const { rows } = await ctx.client.query<RecordRow & { total: number }>(sql, [
    ...values(given.scope),
    given.limit,
    given.offset,
  ]);
  return { rows, total: rows[0]?.total ?? 0 };
}

export type LinkedTask = { number: string; title: string; document_title: string };

export async function listLinkedTasks(ctx: Context, code: string): Promise<LinkedTask[]> {
  const { rows } = await ctx.client.query<LinkedTask>(
    'select number, title, document_title from tasks_v_indicators where indicator_code = $1 order by sort_no',
    [code],
  );
  return rows;
}
