import type { z } from 'zod';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { voucherSchemeLifecycle } from '#contracts/voucher-lifecycle.ts';
import type { VoucherScheme, VoucherSchemeForm, VoucherSchemeRow } from '#contracts/vouchers.ts';
import { areaName } from '#modules/areas/index.ts';
import { itemInForce } from '#modules/catalogue/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { advance, type Duty } from '#platform/lifecycle/advance.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import { areaAt } from '#shared/area-codes.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from './db-schemes.ts';
import { issueOf } from './issues.ts';
import { itemsOf, namesSomebody, periodsOn } from './rules.ts';

const rowOf = (row: db.SummedScheme): VoucherSchemeRow => ({
  ...{ id: row.scheme_id, name: row.name, areaCode: row.area_code, areaName: areaName(row.area_code) },
  ...{ status: row.status, rule: row.rule, valueFen: row.value_fen, period: row.period, keepMonths: row.keep_months },
  ...{ items: itemsOf(row), validFrom: row.valid_from, validTo: row.valid_to, basis: row.basis },
  ...{ documentNumber: row.document_number, confidence: row.confidence },
  sums: {
    ...{ people: row.people, issuedFen: row.issued_fen, redeemedFen: row.redeemed_fen },
    ...{ redeemers: row.redeemers, providers: row.providers },
  },
  ...{ madeBy: row.made_by_name, madeAt: row.made_at },
});

type Asked = { status?: string | undefined; cursor?: string | undefined; limit: number };

export async function readSchemes(ctx: Context, asked: Asked) {
  const status = asked.status ?? null;
  const found = await db.listSchemes(ctx, { status, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.made_at, row.scheme_id]);
  return { rows: kept.map(rowOf), nextCursor, total: await db.countSchemes(ctx, status) };
}

export async function getScheme(ctx: Context, id: string, lock = false): Promise<db.SummedScheme> {
  const row = await db.findScheme(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这个服务券方案，或不在您的辖区');
  return row;
}

export async function readScheme(ctx: Context, id: string): Promise<VoucherScheme> {
  const row = await getScheme(ctx, id);
  return {
    ...rowOf(row),
    ...{ checkedBy: row.checked_by_name, note: row.note },
    issues: (await db.listIssues(ctx, id)).map(issue => issueOf(ctx, issue)),
    periods: row.status === 'active' ? periodsOn(row, ctx.today) : [],
    steps: await readSteps(ctx, id),
    nextActions: nextActions(voucherSchemeLifecycle, row.status, ctx.actor.role).map(each =>
      each.action === 'check' && each.allowed && row.made_by === ctx.actor.accountId
        ? { ...each, allowed: false, disabledBecause: '方案由您定，请另一位同事复核' }
        : each,
    ),
  };
}

const subjectOf = (id: string, areaCode: string) => ({ kind: 'voucher-scheme', id, areaCode });

/** A scheme of the caller's district. A value without a document is the district's own configuration and marked so. */
export async function makeScheme(ctx: Context, given: z.output<typeof VoucherSchemeForm>): Promise<VoucherScheme> {
  if (!namesSomebody(given.rule))
    throw new DomainError('platform.invalid-input', '请至少写一条发给谁', { 'rule.minAge': '请至少写一条发给谁' });
  if (given.validTo < given.validFrom || given.validTo < ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { validTo: '应在开始日期和今天以后' });
  const items = [];
  for (const code of new Set(given.items)) items.push(await itemInForce(ctx, code, ctx.today));
  const areaCode = areaAt(ctx.actor.areaCode, 'district');
  const id = newId();
  await db.insertScheme(ctx, {
    ...{ scheme_id: id, area_code: areaCode, name: given.name, rule: given.rule, value_fen: given.valueFen },
    ...{ period: given.period, keep_months: given.period === 'month' ? given.keepMonths : 0 },
    ...{ items: items.map(item => item.code), item_names: items.map(item => item.name) },
    ...{ valid_from: given.validFrom, valid_to: given.validTo, basis: given.basis },
    document_number: given.documentNumber || null,
    confidence: given.documentNumber ? 'found' : 'designDefault',
  });
  const duty: Duty = {
    ...{ forRole: 'district', kindLabel: '服务券', actionLabel: '复核方案', withinWorkingDays: 3 },
    ...{ title: `复核服务券方案：${given.name}`, reason: '定方案的人不能自己复核', path: `/desk/vouchers/${id}` },
  };
  const subject = subjectOf(id, areaCode);
  await advance(ctx, { table: voucherSchemeLifecycle, subject, status: null, action: 'make', duty });
  const note = `${given.name}，面值${fenToYuanText(given.valueFen)}元，依据：${given.documentNumber ?? given.basis}`;
  await record(ctx, { action: 'vouchers.make', subject, areaCode, note, after: { rule: given.rule } });
  return readScheme(ctx, id);
}

type Step = { action: 'check' | 'stop' | 'discard'; note?: string | undefined };

/** Stopped = no further issue; vouchers people hold stay good until they expire. */
export async function stepScheme(ctx: Context, id: string, { action, note }: Step): Promise<VoucherScheme> {
  const row = await getScheme(ctx, id, true);
  if (action !== 'check' && !note) throw new DomainError('vouchers.needs-note', undefined, { note: '请写明原因' });
  const subject = subjectOf(id, row.area_code);
  const step = { table: voucherSchemeLifecycle, subject, status: row.status, action, note: note ?? null } as const;
  const status = await advance(ctx, step);
  if (action === 'check' && row.made_by === ctx.actor.accountId) throw new DomainError('vouchers.same-person');
  await db.setScheme(ctx, id, { status, note: note ?? null, checked: action === 'check' });
  await record(ctx, { action: `vouchers.${action}`, subject, areaCode: row.area_code, ...(note && { note }) });
  return readScheme(ctx, id);
}
