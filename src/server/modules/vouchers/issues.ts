import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { VOUCHER_SCHEME_STATUS_LABELS, voucherIssueLifecycle } from '#contracts/voucher-lifecycle.ts';
import type { VoucherIssue } from '#contracts/vouchers.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { advance, closeDuties, type Duty } from '#platform/lifecycle/advance.ts';
import { publish } from '#platform/outbox/publish.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db-schemes.ts';
import { giveOut, insertNamed, takeOff } from './db-vouchers.ts';
import { ONCE, periodsOn, spanOf } from './rules.ts';

export const issueOf = (ctx: Context, row: db.CountedIssue): VoucherIssue => ({
  ...{ id: row.issue_id, schemeId: row.scheme_id, periodKey: row.period_key, status: row.status },
  ...{ validFrom: row.valid_from, validTo: row.valid_to, removed: row.removed },
  ...{ people: row.people ?? row.listed, totalFen: row.total_fen ?? row.listed_fen },
  ...{ note: row.note, madeBy: row.made_by_name, madeAt: row.made_at, checkedBy: row.checked_by_name },
  nextActions: nextActions(voucherIssueLifecycle, row.status, ctx.actor.role).map(each =>
    each.action === 'check' && each.allowed && row.made_by === ctx.actor.accountId
      ? { ...each, allowed: false, disabledBecause: '名单由您列出，请另一位同事复核' }
      : each,
  ),
});

async function getIssue(ctx: Context, id: string, lock = false): Promise<db.CountedIssue> {
  const row = await db.findIssue(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这次发券，或不在您的辖区');
  return row;
}

const subjectOf = (row: { issue_id: string; area_code: string }) => ({
  ...{ kind: 'voucher-issue', id: row.issue_id, areaCode: row.area_code },
});
const periodWords = (key: string): string => (key === ONCE ? '' : `${Number(key.slice(5))}月`);

/**
 * Lists whom the scheme's rule names and who has no voucher of this period yet: tried again it adds only who is new. Throws
 * vouchers.nobody, and vouchers.draft-open while a list of the period waits.
 */
export async function makeIssue(ctx: Context, schemeId: string, asked: { month?: string | undefined }) {
  const scheme = await db.findScheme(ctx, schemeId, true);
  if (!scheme) throw new DomainError('platform.not-found', '没有找到这个服务券方案，或不在您的辖区');
  if (scheme.status !== 'active')
    throw new DomainError(
      'platform.wrong-state',
      `这个方案${VOUCHER_SCHEME_STATUS_LABELS[scheme.status]}，在用的方案才能发券`,
    );
  const periodKey = scheme.period === 'once' ? ONCE : (asked.month ?? '');
  if (!periodsOn(scheme, ctx.today).includes(periodKey))
    throw new DomainError('platform.invalid-input', undefined, { month: '只能发本月和下月，并在方案的日期以内' });
  const { validFrom, validTo } = spanOf(scheme, periodKey);
  const made = {
    ...{ issue_id: newId(), scheme_id: schemeId, area_code: scheme.area_code, period_key: periodKey },
    ...{ valid_from: validFrom, valid_to: validTo },
  };
  if (!(await db.insertIssue(ctx, made))) throw new DomainError('vouchers.draft-open');
  const listed = await insertNamed(ctx, scheme, made);
  if (listed === 0) throw new DomainError('vouchers.nobody');
  // Who moved here and was waiting for a voucher is on this list.
  await closeDuties(ctx, schemeId);
  const what = `${scheme.name}${periodWords(periodKey)}，${listed}人`;
  const duty: Duty = {
    ...{ forRole: 'district', kindLabel: '服务券', actionLabel: '复核发券', withinWorkingDays: 3 },
    ...{ title: `复核发券名单：${what}`, reason: '列名单的人不能自己复核', path: `/desk/vouchers/${schemeId}` },
  };
  const subject = subjectOf(made);
  await advance(ctx, { table: voucherIssueLifecycle, subject, status: null, action: 'list', duty });
  await record(ctx, { action: 'vouchers.list', subject, areaCode: scheme.area_code, note: what });
  return issueOf(ctx, await getIssue(ctx, made.issue_id));
}

type Step = { action: 'check' | 'cancel'; note?: string | undefined };

export async function stepIssue(ctx: Context, id: string, { action, note }: Step): Promise<VoucherIssue> {
  const row = await getIssue(ctx, id, true);
  if (action === 'cancel' && !note) throw new DomainError('vouchers.needs-note', undefined, { note: '请写明原因' });
  const subject = subjectOf(row);
  const step = { table: voucherIssueLifecycle, subject, status: row.status, action, note: note ?? null } as const;
  const status = await advance(ctx, step);
  if (action === 'check' && row.made_by === ctx.actor.accountId) throw new DomainError('vouchers.same-person');
  if (action === 'check' && row.listed === 0) throw new DomainError('platform.wrong-state', '名单里没有人了，请作废');
  await db.setIssue(ctx, row, { status, note: note ?? null, checked: action === 'check' });
  await (action === 'check' ? giveOut(ctx, id) : takeOff(ctx, id, '名单作废'));
  if (action === 'check') await publish(ctx, { name: 'voucher.issued', issueId: id, areaCode: row.area_code });
  const said = action === 'check' ? `${row.listed}人，共${fenToYuanText(row.listed_fen)}元` : note;
  await record(ctx, {
    action: `vouchers.issue-${action}`,
    subject,
    areaCode: row.area_code,
    ...(said && { note: said }),
  });
  return issueOf(ctx, await getIssue(ctx, id));
}
