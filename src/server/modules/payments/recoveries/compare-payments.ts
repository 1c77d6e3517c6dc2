import { nextActions } from '#contracts/lifecycle.ts';
import { PAID_SCHEME_LABELS } from '#contracts/payments/payables.ts';
import type { Finding } from '#contracts/payments/recoveries.ts';
import { FINDING_RULE_LABELS, findingLifecycle } from '#contracts/payments/recovery-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { advance } from '#platform/lifecycle/advance.ts';
import * as db from '../db/findings.ts';
import type { FindingRecord } from '../db/recoveries.ts';

const CITY = '110000000000';

/** Compares paid lines with the rest of the product; what is new waits for a person's decision. Answers how many. */
export const comparePayments = (ctx: Context, elderId: string | null = null): Promise<number> =>
  asBatch(ctx, { areaCode: CITY, why: '发放与去世、迁出、其他待遇和重复档案核对' }, async inner => {
    let found = 0;
    for (const rule of db.FOUND_BY_RULE) {
      for (const each of await db.insertFindings(inner, rule, elderId)) {
        found++;
        await openFinding(inner, each, rule);
      }
    }
    return found;
  });

async function openFinding(ctx: Context, each: db.NewFinding, rule: keyof typeof FINDING_RULE_LABELS): Promise<void> {
  const { finding_id: id, elder_id: elderId, area_code: areaCode } = each;
  const subject = { kind: 'payment-finding', id, elderId, areaCode };
  const days = findingLifecycle.transitions.find(step => step.action === 'confirm')?.withinWorkingDays ?? 5;
  await advance(ctx, {
    ...{ table: findingLifecycle, subject, status: null, action: 'find', note: each.sentence },
    duty: {
      ...{ forRole: 'district', kindLabel: '发放疑点', actionLabel: '核实疑点', withinWorkingDays: days },
      title: `${each.elder_name}的${PAID_SCHEME_LABELS[each.scheme]}：${FINDING_RULE_LABELS[rule]}`,
      reason: each.sentence,
      path: '/desk/payments/recoveries',
    },
  });
  await record(ctx, { action: 'payments.find', subject, elderId, areaCode, note: each.sentence });
}

export const findingOf = (ctx: Context, row: FindingRecord): Finding => ({
  ...{ id: row.finding_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
  ...{ areaName: areaName(row.area_code), rule: row.rule, scheme: row.scheme, months: row.months },
  ...{ amountFen: row.amount_fen, sentence: row.sentence, status: row.status, note: row.note },
  ...{ foundAt: row.found_at, decidedBy: row.decided_by, recoveryId: row.recovery_id },
  nextActions: nextActions(findingLifecycle, row.status, ctx.actor.role),
});

type Asked = { status?: string | undefined; rule?: string | undefined; cursor?: string | undefined; limit: number };

export async function readFindings(ctx: Context, asked: Asked) {
  const filter = { status: asked.status ?? null, rule: asked.rule ?? null };
  const found = await db.listFindings(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.found_at, row.finding_id]);
  ctx.saw(...kept.flatMap(row => row.elder_id ?? []));
  return { rows: kept.map(row => findingOf(ctx, row)), nextCursor, total: await db.countFindings(ctx, filter) };
}
