import { nextActions } from '#contracts/lifecycle.ts';
import { type Report, type ReportRow, reportLifecycle } from '#contracts/publications.ts';
import { figureValue } from '#modules/indicators/index.ts';
import { parsePolicyDocument } from '#modules/policies/index.ts';
import { type Check, checkDocument, listProgress } from '#modules/tasks/index.ts';
import type { Context } from '#platform/http/context.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { composeRows, type StoredItem } from './compose.ts';
import * as db from './db.ts';
import { markdown } from './files.ts';

/** Rows of a report: frozen once submitted, computed from records until then. */
export async function reportRows(ctx: Context, report: db.StoredReport): Promise<ReportRow[]> {
  return report.content ?? computeRows(ctx, report);
}

/** Composes the table anew: sentences as entered, every figure computed at the report's cut-off date. */
export async function computeRows(
  ctx: Context,
  report: Pick<db.StoredReport, 'period' | 'area_code' | 'as_of'>,
): Promise<ReportRow[]> {
  const progress = await listProgress(ctx, report.period, report.area_code);
  const items: StoredItem[] = progress.map(p => ({
    sortNo: p.sort_no,
    task: p.body,
    number: p.number,
    segments: p.segments,
  }));
  const codes = new Set(items.flatMap(item => item.segments.flatMap(s => (s.kind === 'figure' ? [s.code] : []))));
  const values = new Map<string, number | null>();
  for (const code of codes)
    values.set(code, await figureValue(ctx, code, { area: report.area_code, asOf: report.as_of }));
  return composeRows(items, values, report.as_of);
}

export function checkRows(table: { title: string; heading: string; asOf: string; rows: ReportRow[] }): Check[] {
  return checkDocument(parsePolicyDocument(markdown(table)));
}

export async function reportAnswer(ctx: Context, report: db.StoredReport): Promise<Report> {
  const rows = await reportRows(ctx, report);
  const versions = await db.listVersions(ctx, { areaCode: report.area_code, period: report.period });
  const checks = checkRows({ title: report.title, heading: report.heading, asOf: report.as_of, rows });
  return {
    id: report.report_id,
    period: report.period,
    title: report.title,
    heading: report.heading,
    areaCode: report.area_code,
    asOf: report.as_of,
    version: report.version,
    status: report.status,
    revisedBecause: report.revised_because,
    rows,
    checks: checks.map(check => ({
      description: check.description,
      ok: check.ok,
      expected: String(check.expected),
      actual: String(check.actual),
      rows: check.rows,
    })),
    actions: actionsFor(ctx, report),
    steps: await readSteps(ctx, report.report_id),
    versions: versions.map(v => ({ id: v.report_id, version: v.version, status: v.status })),
  };
}

/** The approver is another person than the one who submitted (maker and checker). */
function actionsFor(ctx: Context, report: db.StoredReport) {
  return nextActions(reportLifecycle, report.status, ctx.actor.role).map(action => {
    const own = action.action === 'approve' && report.submitted_by === ctx.actor.accountId;
    return own
      ? { ...action, allowed: false, disabledBecause: '送审人不能批准自己送审的表，请由另一位同事批准' }
      : action;
  });
}
