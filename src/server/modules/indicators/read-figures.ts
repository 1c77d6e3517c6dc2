import { DomainError } from '#contracts/errors.ts';
import type { Figure } from '#contracts/indicators.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { areaRange, isInArea } from '#shared/area-codes.ts';
import * as db from './db.ts';
import type { Definition } from './definition.ts';
import { DEFINITIONS, findDefinition } from './definitions.ts';
import { type Scope, yearToDate } from './rules.ts';

export type Asked = { area?: string | undefined; asOf?: string | undefined; from?: string | undefined };

/** The asked area must lie in the caller's; outside it a figure would be an empty count that looks like an answer. */
function scopeFor(ctx: Context, asked: Asked): { area: string; scope: Scope } {
  const area = asked.area ?? ctx.actor.areaCode;
  if (!isInArea(area, ctx.actor.areaCode)) throw new DomainError('platform.not-found');
  const range = areaRange(area);
  const dates = yearToDate(asked.asOf ?? ctx.today);
  return { area, scope: { areaFrom: range.from, areaTo: range.to, from: asked.from ?? dates.from, asOf: dates.asOf } };
}

async function figure(ctx: Context, definition: Definition, at: { area: string; scope: Scope }): Promise<Figure> {
  const value = await db.computeFigure(ctx, definition, at.scope);
  return {
    code: definition.code,
    name: definition.name,
    value,
    unit: definition.unit,
    base: null,
    definition: definition.definition,
    source: definition.source,
    asOf: at.scope.asOf,
    from: definition.over === 'period' ? at.scope.from : null,
    areaCode: at.area,
    hasRecords: true,
  };
}

export async function listFigures(ctx: Context, asked: Asked & { codes?: string | undefined }) {
  const at = scopeFor(ctx, asked);
  const wanted = asked.codes?.split(',');
  const rows: Figure[] = [];
  for (const definition of DEFINITIONS) {
    if (!wanted || wanted.includes(definition.code)) rows.push(await figure(ctx, definition, at));
  }
  return { rows };
}

export async function listNames() {
  return { rows: DEFINITIONS.map(({ code, name, unit }) => ({ code, name, unit })) };
}

function known(code: string): Definition {
  const definition = findDefinition(code);
  if (!definition) throw new DomainError('indicators.unknown');
  return definition;
}

export async function getFigure(ctx: Context, code: string, asked: Asked) {
  const definition = known(code);
  const at = scopeFor(ctx, asked);
  const parts = await db.computeParts(ctx, definition, at);
  const tasks = await db.listLinkedTasks(ctx, code);
  return {
    ...(await figure(ctx, definition, at)),
    parts: parts.map(part => ({ ...part, areaName: areaName(part.areaCode) })),
    tasks: tasks.map(task => ({ number: task.number, title: task.title, documentTitle: task.document_title })),
  };
}

export async function listFigureRecords(
  ctx: Context,
  code: string,
  asked: Asked & { cursor?: string | undefined; limit: number },
) {
  const definition = known(code);
  const { scope } = scopeFor(ctx, asked);
  const offset = Number(asked.cursor ?? 0) || 0;
  const { rows, total } = await db.listRecords(ctx, definition, { scope, limit: asked.limit, offset });
  const next = offset + rows.length;
  return {
    rows: rows.map(row => ({
      id: row.id,
      title: row.title,
      detail: definition.aggregate === 'sum' ? row.detail : `${row.detail} ${row.measure}`.trim(),
      on: row.on_date,
      areaCode: row.area_code,
      areaName: areaName(row.area_code),
      path: definition.path?.replace('{id}', row.id) ?? null,
    })),
    nextCursor: next < total ? String(next) : null,
    total,
    totalIsApproximate: false,
  };
}
