import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange } from '#shared/area-codes.ts';
import { computeFigure } from './db.ts';
import { findDefinition } from './definitions.ts';
import { yearToDate } from './rules.ts';

export { recogniseIndicator } from './rules.ts';

/** Value of an indicator in an area, from 1 January to the as-of date; null when nothing can be computed. */
export async function figureValue(
  ctx: Context,
  code: string,
  at: { area: string; asOf: string },
): Promise<number | null> {
  const definition = findDefinition(code);
  if (!definition) throw new DomainError('indicators.unknown');
  const { from: areaFrom, to: areaTo } = areaRange(at.area);
  return computeFigure(ctx, definition, { areaFrom, areaTo, ...yearToDate(at.asOf) });
}

/** Name and unit of an indicator, for those who show its value elsewhere; throws indicators.unknown. */
export function describeFigure(code: string): { name: string; unit: string } {
  const definition = findDefinition(code);
  if (!definition) throw new DomainError('indicators.unknown');
  return { name: definition.name, unit: definition.unit };
}
