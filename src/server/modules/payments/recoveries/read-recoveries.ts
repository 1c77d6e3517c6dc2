import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import type { Recovery, RecoveryRow } from '#contracts/payments/recoveries.ts';
import { recoveryLifecycle } from '#contracts/payments/recovery-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from '../db/recoveries.ts';
import { coverOf } from '../rules/instalments.ts';

const rowOf = (row: db.RecoveryRecord & db.Due): RecoveryRow => ({
  ...{ id: row.recovery_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
  ...{
    payeeName: row.payee_name,
    areaName: areaName(row.area_code),
    payerCode: row.payer_code,
    scheme: row.scheme,
    rule: row.rule,
    reason: row.reason,
    status: row.status,
  },
  ...{ totalFen: row.total_fen, balanceFen: row.balance_fen, offsetFen: row.offset_fen },
  ...{ openedBy: row.opened_by_name, openedAt: row.opened_at, dueOn: row.due_on, nextPartOn: row.next_part_on },
});

type Asked = { status?: string | undefined; elderId?: string | undefined; cursor?: string | undefined; limit: number };

export async function readRecoveries(ctx: Context, asked: Asked) {
  const filter = { status: asked.status ?? null, elderId: asked.elderId ?? null };
  const found = await db.listRecoveries(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.opened_at, row.recovery_id]);
  const sums = await db.sumRecoveries(ctx, filter);
  ctx.saw(...kept.flatMap(row => row.elder_id ?? []));
  return { rows: kept.map(rowOf), nextCursor, total: sums.n, balanceFen: sums.fen };
}

export async function readRecovery(ctx: Context, id: string): Promise<Recovery> {
  const row = await db.findRecovery(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这笔追缴，或不在您的辖区');
  if (row.elder_id) ctx.saw(row.elder_id);
  const entries = await db.listEntries(ctx, id);
  const parts = await db.listInstalments(ctx, id);
  // A plan is made for what was owed when it was made: what came in before it covers none of it.
  const planned = parts.reduce((sum, part) => sum + part.amount_fen, 0);
  const covered = coverOf(parts, planned - row.balance_fen);
  return {
    ...rowOf({ ...row, ...(await db.findDue(ctx, id)) }),
    payments: (await db.listAsked(ctx, id)).map(each => ({
      ...{ month: each.month, lineId: each.line_id, payableId: each.payable_id, fen: each.fen },
    })),
    entries: entries.map(each => ({
      kind: each.kind,
      amountFen: each.amount_fen,
      note: each.note,
      by: each.entered_by,
      at: each.entered_at,
    })),
    instalments: parts.map((part, at) => ({
      number: part.number,
      dueOn: part.due_on,
      amountFen: part.amount_fen,
      coveredFen: covered[at] ?? 0,
    })),
    writeOff: row.write_off_asked_by_name
      ? {
          askedBy: row.write_off_asked_by_name,
          reason: row.write_off_reason ?? '',
          approvedBy: row.write_off_approved_by_name,
        }
      : null,
    steps: await readSteps(ctx, id),
    nextActions: actionsOf(ctx, row),
  };
}

function actionsOf(ctx: Context, row: db.RecoveryRecord): Recovery['nextActions'] {
  return nextActions(recoveryLifecycle, row.status, ctx.actor.role)
    .filter(each => each.action !== 'reopen')
    .map(each => {
      const decides = each.action === 'approve-write-off' || each.action === 'refuse-write-off';
      if (!each.allowed || !decides || row.write_off_asked_by !== ctx.actor.accountId) return each;
      return { ...each, allowed: false, disabledBecause: '核销由您申请，不能由您决定' };
    });
}
