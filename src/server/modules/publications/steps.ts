import { DomainError } from '#contracts/errors.ts';
import { type Report, reportLifecycle } from '#contracts/publications.ts';
import { areaName } from '#modules/areas/index.ts';
import { listPeriods } from '#modules/tasks/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { newId } from '#shared/ids.ts';
import { headingOf } from './compose.ts';
import * as db from './db.ts';
import { checkRows, computeRows, reportAnswer } from './report-answer.ts';
import { cutOffOf, titleOf } from './rules.ts';

/** Opens the table of a period: the open draft if there is one, a first version otherwise. */
export async function draftReport(ctx: Context, form: { period: string; asOf?: string | undefined }): Promise<Report> {
  const { areaCode } = ctx.actor;
  const periods = await listPeriods(ctx);
  if (!periods.some(p => p.period === form.period && p.area_code === areaCode))
    throw new DomainError('tasks.nothing-to-report');
  const versions = await db.listVersions(ctx, { areaCode, period: form.period });
  const newest = versions[0];
  if (newest) return reportAnswer(ctx, newest);
  const asOf = form.asOf ?? cutOffOf(form.period);
  const title = titleOf(form.period, areaName(areaCode));
  return makeVersion(ctx, { period: form.period, asOf, title, version: 1, because: null });
}

type Version = { period: string; asOf: string; title: string; version: number; because: string | null };

async function makeVersion(ctx: Context, given: Version): Promise<Report> {
  const reportId = newId();
  const { areaCode } = ctx.actor;
  await db.insertReport(ctx, {
    report_id: reportId,
    area_code: areaCode,
    period: given.period,
    title: given.title,
    heading: headingOf(given.period),
    as_of: given.asOf,
    version: given.version,
    revised_because: given.because,
  });
  const subject = { kind: 'progress-report', id: reportId, areaCode };
  await advance(ctx, { table: reportLifecycle, subject, status: null, action: 'submit', note: given.because });
  await record(ctx, {
    action: 'publications.draft',
    subject,
    areaCode,
    after: { period: given.period, version: given.version },
  });
  return answer(ctx, reportId);
}

async function answer(ctx: Context, id: string): Promise<Report> {
  const stored = await db.findReport(ctx, id);
  if (!stored) throw new DomainError('platform.not-found');
  return reportAnswer(ctx, stored);
}

type Form = { action: 'submit' | 'approve' | 'return' | 'lock' | 'revise'; note?: string | undefined };

/** 送审、批准、退回、锁定、修订. Submitting freezes the rows; returning thaws them; revising makes the next version. */
export async function takeReportStep(ctx: Context, id: string, form: Form): Promise<Report> {
  const stored = await db.findReport(ctx, id);
  if (!stored) throw new DomainError('platform.not-found');
  refuse(ctx, stored, form);
  const subject = { kind: 'progress-report', id, areaCode: stored.area_code };
  const { status: before } = stored;
  const duty = dutyAfter(stored, form.action);
  const status = await advance(ctx, {
    table: reportLifecycle,
    subject,
    status: before,
    action: form.action,
    note: form.note ?? null,
    duty,
  });
  if (form.action === 'submit') {
    const rows = await computeRows(ctx, stored);
    refuseWrongSums(checkRows({ title: stored.title, heading: stored.heading, asOf: stored.as_of, rows }), form.note);
    await db.updateReport(ctx, id, { status, content: rows, submittedBy: ctx.actor.accountId });
  } else if (form.action === 'return') await db.updateReport(ctx, id, { status, content: null });
  else
    await db.updateReport(
      ctx,
      id,
      form.action === 'approve' ? { status, approvedBy: ctx.actor.accountId } : { status },
    );
  const note = form.note === undefined ? {} : { note: form.note };
  await record(ctx, {
    action: `publications.${form.action}`,
    subject,
    areaCode: stored.area_code,
    before: { status: before },
    after: { status },
    ...note,
  });
  if (form.action !== 'revise') return answer(ctx, id);
  const next = { period: stored.period, asOf: stored.as_of, title: stored.title, version: stored.version + 1 };
  return makeVersion(ctx, { ...next, because: form.note ?? null });
}

function refuse(ctx: Context, stored: db.StoredReport, form: Form): void {
  if ((form.action === 'revise' || form.action === 'return') && !form.note) {
    throw new DomainError('platform.invalid-input', '请写明原因', {
      note: '请写明为什么要退回或修订，会留在版本记录里',
    });
  }
  if (form.action === 'approve' && stored.submitted_by === ctx.actor.accountId) {
    throw new DomainError('platform.not-allowed', '送审人不能批准自己送审的表，请由另一位同事批准');
  }
}

/** A table whose sums do not agree goes no further, unless the submitter states how they are to be read. */
function refuseWrongSums(checks: { ok: boolean; description: string }[], note: string | undefined): void {
  const wrong = checks.filter(check => !check.ok);
  if (wrong.length > 0 && !note) {
    throw new DomainError(
      'publications.checks-fail',
      `有 ${wrong.length} 处数字对不上：${wrong
        .map(c => c.description)
        .slice(0, 3)
        .join('；')}`,
    );
  }
}

function dutyAfter(report: db.StoredReport, action: Form['action']): Duty | undefined {
  const path = `/desk/reports/${report.report_id}`;
  const forRole = report.area_code.endsWith('0000000000') ? 'city' : 'district';
  const base = { forRole, kindLabel: '进展表', title: report.title, path, withinWorkingDays: 3 } as const;
  if (action === 'submit') return { ...base, reason: '已送审，等另一位同事批准', actionLabel: '审批' };
  if (action === 'approve') return { ...base, reason: '已批准，锁定后对外报送', actionLabel: '锁定' };
  if (action === 'return') return { ...base, reason: '退回修改', actionLabel: '修改' };
  return undefined;
}
