import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import type { ReliefApplication } from '#contracts/relief.ts';
import { type ReliefKind, reliefLifecycle } from '#contracts/relief-lifecycle.ts';
import type { Recheck } from '#contracts/relief-rechecks.ts';
import { areaName } from '#modules/areas/index.ts';
import { minimumStandard, standardByConsumption } from '#modules/benefits/catalogue/index.ts';
import { dueStateOf } from '#platform/calendar/due-state.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import * as applications from './db/applications.ts';
import { listParts } from './db/parts.ts';
import { listReasons } from './db/reasons.ts';
import * as rechecks from './db/rechecks.ts';
import { monthsAround, streetOf } from './rules.ts';
import { applicationOf, checkOf } from './say-application.ts';
import { reasonOf } from './signals/read-warnings.ts';
import { computeRelief } from './step-application.ts';

type Paging = { cursor?: string | undefined; limit: number };

type AskedApplications = Paging & {
  status?: string | undefined;
  kind?: ReliefKind | undefined;
  elderId?: string | undefined;
};
export async function listReliefApplications(ctx: Context, asked: AskedApplications) {
  const { status = null, kind = null, elderId = null } = asked;
  const of = { status, kind, elderId, limit: asked.limit + 1, before: readCursor(asked.cursor) };
  const found = await applications.listApplications(ctx, of);
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.applied_at, row.application_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(row => applicationOf(ctx, row)), nextCursor, total: null };
}

export async function readReliefApplication(ctx: Context, id: string): Promise<ReliefApplication> {
  const row = await applications.findApplication(ctx, id);
  if (!row || !applications.isTemporaryRow(row))
    throw new DomainError('platform.not-found', '没有找到这件救助，或不在您的辖区');
  ctx.saw(row.elder_id);
  const { measures, checks } = await listParts(ctx, id);
  const outcome = computeRelief(row);
  const elsewhere = row.responsible ? null : `由户籍所在的${areaName(streetOf(row.responsible_area))}审核`;
  return {
    ...applicationOf(ctx, { ...row, ...(await applications.dueOf(ctx, id)) }),
    ...{ spentFen: row.spent_fen, warningId: row.warning_id, economicClass: row.economic_class },
    ...{ severelyDisabled: row.severely_disabled, reason: row.reason, appliedBy: row.applied_by },
    ...{ decidedBy: row.decided_by, decisionNote: row.decision_note },
    ...{ outcome: row.outcome, lines: outcome.lines, refusals: outcome.refusals, computedFen: outcome.amountFen },
    measures: measures.map(each => ({
      ...{ id: each.measure_id, kind: each.kind, what: each.what, provider: each.provider },
      ...{ amountFen: each.amount_fen, on: each.done_on, by: each.entered_by },
    })),
    checks: checks.map(checkOf),
    actions: nextActions(reliefLifecycle, row.status, ctx.actor.role).map(action =>
      elsewhere ? { ...action, allowed: false, disabledBecause: elsewhere } : action,
    ),
  };
}

export async function listRechecks(ctx: Context, asked: Paging & { result?: string | undefined }) {
  const of = { result: asked.result ?? null, limit: asked.limit + 1, before: readCursor(asked.cursor) };
  const found = await rechecks.listRechecks(ctx, of);
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.drawn_at, row.recheck_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  const signalled = await listReasons(
    ctx,
    kept.filter(row => row.cause === 'signal').map(row => row.recheck_id),
  );
  const reasons = Map.groupBy(signalled, row => row.recheck_id);
  const rows = kept.map(
    (row): Recheck => ({
      ...{ id: row.recheck_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
      ...{
        areaName: areaName(row.area_code),
        economicClass: row.economic_class,
        cause: row.cause,
        seed: row.seed,
        drawnAt: row.drawn_at,
        due: dueStateOf(ctx.today, row),
      },
      ...{ result: row.result, note: row.note, decidedBy: row.decided_by, correctionId: row.correction_id },
      reasons: (reasons.get(row.recheck_id) ?? []).map(one => reasonOf(ctx, one)),
      ...{ recoveryId: row.recovery_id, grantRecoveryId: row.grant_recovery_id },
    }),
  );
  return { rows, nextCursor, total: null };
}

type Trial = { consumptionFen: number; sharePercent: number; fromOn: string };

/** What-if of the 低保 standard (S0-10.1): before the day the old one holds, from it on the new; nothing is written. */
export async function tryStandard(ctx: Context, { consumptionFen, sharePercent, fromOn }: Trial) {
  const outcome = standardByConsumption({ consumptionFen, sharePercent }, fromOn);
  const computedFen = outcome.lines.find(line => line.code === 'computed')?.amountFen ?? 0;
  const nowFen = minimumStandard(ctx.today);
  const people = await rechecks.countOnMinimum(ctx);
  const isNew = (month: string) => `${month}-01` >= fromOn && outcome.state === 'yes';
  return {
    ...{ computedFen, nowFen, fromOn, lines: outcome.lines, refusals: outcome.refusals, people },
    mostMoreFen: Math.max(0, computedFen - (nowFen ?? 0)) * people,
    months: monthsAround(fromOn).map(month => ({
      ...{ month, isNew: isNew(month), standardFen: isNew(month) ? computedFen : minimumStandard(`${month}-01`) },
    })),
  };
}
