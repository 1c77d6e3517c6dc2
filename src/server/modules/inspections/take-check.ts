import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { type CheckStatus, checkLifecycle } from '#contracts/inspection-lifecycle.ts';
import type * as contract from '#contracts/inspections.ts';
import type { Check } from '#contracts/inspections.ts';
import { figureValue } from '#modules/indicators/index.ts';
import { correctRecord, readRecordBrief } from '#modules/orders/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import { areaAt } from '#shared/area-codes.ts';
import * as db from './db.ts';
import { dutyOf } from './duties.ts';
import { getCheck } from './read-inspections.ts';
import { changedFigures, endAfter, type FigureAt, refuseResult } from './rules.ts';

/** Figures that a corrected service record may change. */
const FIGURES = ['services-done', 'service-minutes', 'service-settled'] as const;

type Action = (typeof checkLifecycle.transitions)[number]['action'];
type Step = { action: Action; note?: string | null; before?: Record<string, unknown>; after?: Record<string, unknown> };

async function locked(ctx: Context, id: string): Promise<db.CheckRecord> {
  const row = await db.findCheck(ctx, id, true);
  if (!row) throw new DomainError('platform.not-found');
  return row;
}

/** Lifecycle, next duty and audit of one step; answers the new status, which the caller stores. */
async function step(ctx: Context, row: db.CheckRecord, taken: Step): Promise<CheckStatus> {
  const to = checkLifecycle.transitions.find(t => t.action === taken.action && t.from.includes(row.status))?.to;
  const subject = {
    ...{ kind: 'inspection-check', id: row.check_id, elderId: row.elder_id, areaCode: row.area_code },
    organisationId: row.provider_id,
  };
  const about = { checkId: row.check_id, itemName: row.item_name, servedOn: row.served_on };
  const status = await advance(ctx, {
    ...{ table: checkLifecycle, subject, status: row.status, action: taken.action, note: taken.note ?? null },
    duty: to && dutyOf({ ...about, status: to }),
  });
  await record(ctx, {
    action: `inspections.${taken.action}`,
    subject,
    elderId: row.elder_id,
    areaCode: row.area_code,
    ...(taken.note ? { note: taken.note } : {}),
    before: { status: row.status, ...taken.before },
    after: { status, ...taken.after },
  });
  return status;
}

/** Takes a drawn check up. */
export async function startCheck(ctx: Context, id: string): Promise<Check> {
  const row = await locked(ctx, id);
  await db.setStatus(ctx, id, await step(ctx, row, { action: 'start' }));
  return getCheck(ctx, id);
}

/** Enters what was found; throws inspections.found-not-short. */
export async function enterResult(
  ctx: Context,
  id: string,
  body: z.output<typeof contract.enterResult.body>,
): Promise<Check> {
  const row = await locked(ctx, id);
  const refusal = refuseResult(row.recorded_minutes, body);
  if (refusal) throw new DomainError('inspections.found-not-short', refusal, { foundMinutes: refusal });
  const foundMinutes = body.result === 'short' ? body.foundMinutes : null;
  const after = { result: body.result, recordedMinutes: row.recorded_minutes, foundMinutes };
  const status = await step(ctx, row, { action: body.result, note: body.evidence, after });
  await db.setResult(ctx, id, { status, result: body.result, foundMinutes, evidence: body.evidence });
  return getCheck(ctx, id);
}

/**
 * Has the record corrected as found: a new record with the found minutes and its part of the price, or none owed where
 * there was no service. Keeps the street's figures before and after. Throws inspections.already-corrected.
 */
export async function correctChecked(ctx: Context, id: string, reason: string): Promise<Check> {
  const row = await locked(ctx, id);
  const former = await readRecordBrief(ctx, row.record_id);
  if (!former) throw new DomainError('platform.not-found');
  const before = await figuresNow(ctx, row);
  const status = await step(ctx, row, { action: 'correct', note: reason, before: { recordId: row.record_id } });
  if (former.correctedBy) throw new DomainError('inspections.already-corrected');
  const found = row.result === 'short' ? row.found_minutes : null;
  const { recordId } = await correctRecord(ctx, row.record_id, {
    reason: `随机抽查：${reason}`,
    ...(found
      ? { endedAt: endAfter(former.startedAt, found), owedShare: { found, recorded: row.recorded_minutes } }
      : { chargeable: false }),
  });
  // Set first, so that the figures see which correction stands for no service.
  await db.setCorrection(ctx, id, { status, recordId, figures: [] });
  const figures = changedFigures(before, await figuresNow(ctx, row));
  await db.setCorrection(ctx, id, { status, recordId, figures });
  return getCheck(ctx, id);
}

/** The street's figures of the year of the service, as they are now. */
async function figuresNow(ctx: Context, row: db.CheckRecord): Promise<FigureAt[]> {
  const year = row.served_on.slice(0, 4);
  const asOf = year === ctx.today.slice(0, 4) ? ctx.today : `${year}-12-31`;
  const figures: FigureAt[] = [];
  for (const code of FIGURES) {
    figures.push({ code, value: await figureValue(ctx, code, { area: areaAt(row.area_code, 'street'), asOf }) });
  }
  return figures;
}

export async function closeCheck(ctx: Context, id: string, note: string | null): Promise<Check> {
  const row = await locked(ctx, id);
  await db.setStatus(ctx, id, await step(ctx, row, { action: 'close', note }));
  return getCheck(ctx, id);
}
