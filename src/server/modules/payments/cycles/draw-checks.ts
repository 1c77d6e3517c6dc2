import { DomainError } from '#contracts/errors.ts';
import type { RecipientCheck } from '#contracts/payments/cycle-nouns.ts';
import { CHECK_STATUS_LABELS, type CheckStatus, cycleLifecycle } from '#contracts/payments/lifecycle.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { closeDuties, openDuty } from '#platform/lifecycle/advance.ts';
import { monthWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { fenToYuanText } from '#shared/money.ts';
import * as db from '../db/checks.ts';
import { findCycle } from '../db/cycles.ts';
import { checkOf } from './check-of.ts';
import { readCycle } from './read-cycle.ts';

/** Draws recipients of a reconciled cycle at random; the seed is kept, so that the draw can be repeated by anybody. */
export async function drawChecks(ctx: Context, id: string, asked: { count: number; seed?: string | undefined }) {
  const cycle = await findCycle(ctx, id, true);
  if (!cycle) throw new DomainError('platform.not-found', '没有找到这个发放批次，或不在您的辖区');
  if (cycle.status !== 'reconciled')
    throw new DomainError(
      'platform.wrong-state',
      `发放批次现在是“${cycleLifecycle.labels[cycle.status]}”，对账完成后才能抽人核实`,
    );
  if ((await db.listChecks(ctx, id)).length > 0) throw new DomainError('payments.already-drawn');
  const seed = asked.seed ?? newId();
  const drawn = await db.insertDraw(ctx, { cycleId: id, seed, count: asked.count });
  for (const each of drawn) {
    const subject = { kind: 'payment-check', id: each.check_id, elderId: each.elder_id, areaCode: each.area_code };
    await openDuty(ctx, subject, {
      ...{ forRole: 'street', kindLabel: '核实到账', withinWorkingDays: 5, actionLabel: '问老人是否收到' },
      title: `问${each.elder_name}是否收到${monthWords(cycle.month)}的 ${fenToYuanText(each.amount_fen)} 元`,
      reason: '发放后随机抽取领钱的老人核实',
      path: `/desk/payments/checks`,
    });
  }
  const note = `抽 ${drawn.length} 人，种子 ${seed}`;
  await record(ctx, {
    action: 'payments.draw',
    subject: { kind: 'payment-cycle', id },
    areaCode: cycle.area_code,
    note,
  });
  return readCycle(ctx, id);
}

type Answer = { status: Exclude<CheckStatus, 'drawn'>; note?: string | undefined };

/** What the person said. Money that did not arrive goes to finance at once. */
export async function answerCheck(ctx: Context, id: string, { status, note }: Answer): Promise<RecipientCheck> {
  const row = await db.findCheck(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条核实，或不在您的辖区');
  if (status !== 'received' && !note) throw new DomainError('payments.needs-note', undefined, { note: '请写明情况' });
  await db.setCheck(ctx, id, { status, note: note ?? null });
  await closeDuties(ctx, id);
  const subject = { kind: 'payment-check', id, elderId: row.elder_id, areaCode: row.area_code };
  if (status === 'not-received')
    await openDuty(
      ctx,
      { ...subject, areaCode: row.payer_code },
      {
        ...{ forRole: 'finance', kindLabel: '核实到账', withinWorkingDays: 3, actionLabel: '查银行记录' },
        ...{ title: `${row.elder_name}说没有收到 ${fenToYuanText(row.amount_fen)} 元`, reason: note ?? '' },
        path: `/desk/payments/cycles/${row.cycle_id}`,
      },
    );
  const said = `${CHECK_STATUS_LABELS[status]}${note ? `：${note}` : ''}`;
  await record(ctx, {
    action: 'payments.answer-check',
    subject,
    elderId: row.elder_id,
    areaCode: row.area_code,
    note: said,
  });
  return checkOf({ ...row, status, note: note ?? null, answered_by: ctx.actor.name });
}

type Asked = { status?: string | undefined; cursor?: string | undefined; limit: number };

/** What a street has to ask: drawn recipients of its own area. */
export async function readChecks(ctx: Context, asked: Asked) {
  const status = asked.status ?? null;
  const found = await db.listAllChecks(ctx, { status, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.drawn_at, row.check_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(checkOf), nextCursor, total: await db.countChecks(ctx, status) };
}
