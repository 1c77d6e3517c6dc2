import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { CHECK_STATUSES, type CheckStatus, checkLifecycle } from '#contracts/inspection-lifecycle.ts';
import type * as contract from '#contracts/inspections.ts';
import type { Check, CheckRow, DrawRow } from '#contracts/inspections.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { describeFigure } from '#modules/indicators/index.ts';
import { readRecordBrief } from '#modules/orders/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from './db.ts';

export const drawRow = (row: db.DrawRecord): DrawRow => ({
  id: row.draw_id,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  title: row.title,
  from: row.from_on,
  to: row.to_on,
  wanted: row.wanted,
  status: row.status,
  seed: row.seed,
  seedPublishedAt: row.seed_published_at,
  drawnAt: row.drawn_at,
  population: row.population,
  populationDigest: row.population_digest,
  madeBy: row.made_by,
  done: row.done,
  total: row.total,
});

const checkRow = (row: db.CheckRecord): CheckRow => ({
  id: row.check_id,
  drawId: row.draw_id,
  drawTitle: row.draw_title,
  position: row.position,
  recordId: row.record_id,
  elderId: row.elder_id,
  areaCode: row.area_code,
  areaName: areaName(row.area_code),
  itemName: row.item_name,
  providerName: row.provider_name,
  servedOn: row.served_on,
  recordedMinutes: row.recorded_minutes,
  lineFen: row.line_fen,
  status: row.status,
  result: row.result,
  foundMinutes: row.found_minutes,
});

export async function listDraws(ctx: Context, asked: z.output<typeof contract.listDraws.query>) {
  const offset = Number(asked.cursor ?? 0) || 0;
  const rows = await db.listDraws(ctx, asked.status, { limit: asked.limit, offset });
  const total = await db.countDraws(ctx, asked.status);
  const next = offset + rows.length;
  return { rows: rows.map(drawRow), nextCursor: next < total ? String(next) : null, total };
}

/** Seeds and digests of all draws, for anybody. */
export async function listPublishedDraws(ctx: Context) {
  const rows = await db.listPublished(ctx);
  return { rows: rows.map(row => drawRow({ ...row, made_by: '', done: 0, total: 0 })) };
}

export async function listChecks(ctx: Context, asked: z.output<typeof contract.listChecks.query>) {
  const offset = Number(asked.cursor ?? 0) || 0;
  const wishes = { drawId: asked.drawId, status: asked.status };
  const rows = await db.listChecks(ctx, wishes, { limit: asked.limit, offset });
  const found = await db.countChecks(ctx, asked.drawId);
  const counts = Object.fromEntries(CHECK_STATUSES.map(s => [s, found.get(s) ?? 0])) as Record<CheckStatus, number>;
  const total = asked.status ? counts[asked.status] : Object.values(counts).reduce((a, b) => a + b, 0);
  const next = offset + rows.length;
  return { rows: rows.map(checkRow), nextCursor: next < total ? String(next) : null, total, counts };
}

/** One check with the record, its correction, the order's lines and the figures that changed; notes who was looked at. */
export async function getCheck(ctx: Context, id: string): Promise<Check> {
  const row = await db.findCheck(ctx, id);
  if (!row) throw new DomainError('platform.not-found');
  ctx.saw(row.elder_id);
  const lines = await db.listLines(ctx, row.order_id);
  return {
    ...checkRow(row),
    orderId: row.order_id,
    evidence: row.evidence,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
    record: await recordOf(ctx, row.record_id),
    corrected: row.corrected_record_id ? await recordOf(ctx, row.corrected_record_id) : null,
    lines: lines.map(l => ({ id: l.line_id, kind: l.kind, totalFen: l.total_fen, recordId: l.record_id })),
    figures: row.figures.map(f => ({ ...f, ...describeFigure(f.code) })),
    steps: await readSteps(ctx, id),
    actions: nextActions(checkLifecycle, row.status, ctx.actor.role),
  };
}

async function recordOf(ctx: Context, recordId: string): Promise<Check['record']> {
  const brief = await readRecordBrief(ctx, recordId);
  if (!brief) return null;
  const { caregiverName, startedAt, endedAt, itemsDone, startMetres, note, recordedBy, recordedAt } = brief;
  const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
  return {
    id: recordId,
    minutes,
    caregiverName,
    startedAt,
    endedAt,
    itemsDone,
    startMetres,
    note,
    recordedBy,
    recordedAt,
  };
}
