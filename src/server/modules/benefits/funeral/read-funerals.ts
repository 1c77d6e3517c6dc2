import { type Funeral, type FuneralRow, funeralLifecycle } from '#contracts/benefits/funeral.ts';
import { DomainError } from '#contracts/errors.ts';
import { nextActions } from '#contracts/lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { readSteps } from '#platform/lifecycle/read-steps.ts';
import * as db from '../db/funerals.ts';
import { judgeFuneral } from './judge-funeral.ts';

const rowOf = (row: db.FuneralRecord): FuneralRow => ({
  ...{ id: row.claim_id, elderId: row.elder_id, elderName: row.elder_name, areaCode: row.area_code },
  ...{ areaName: areaName(row.area_code), diedOn: row.died_on, status: row.status, amountFen: row.amount_fen },
  offeredAt: row.offered_at,
});

export const outcomeOf = (row: db.ListedFuneral) =>
  judgeFuneral({
    ...{ diedOn: row.died_on, hukouInBeijing: row.hukou_in_beijing, hukouAreaCode: row.hukou_area_code },
    otherFuneralBenefit: row.other_funeral_benefit,
  });

export async function getFuneral(ctx: Context, id: string, lock = false): Promise<db.ListedFuneral> {
  const row = await db.findFuneral(ctx, id, lock);
  if (!row) throw new DomainError('platform.not-found', '没有找到这份丧葬补贴，或不在您的辖区');
  ctx.saw(row.elder_id);
  return row;
}

/** The claim beside what the rule says of it, so that who decides sees the reasons before the buttons. */
export async function readFuneral(ctx: Context, id: string): Promise<Funeral> {
  const row = await getFuneral(ctx, id);
  return {
    ...rowOf(row),
    ...{ claimant: row.claimant, relation: row.relation, certificate: row.certificate },
    ...{ otherFuneralBenefit: row.other_funeral_benefit, claimedBy: row.claimed_by_name, claimedOn: row.claimed_on },
    ...{ decidedBy: row.decided_by_name, note: row.note, paidOn: row.paid_on, voucher: row.voucher, dueOn: row.due_on },
    outcome: outcomeOf(row),
    steps: await readSteps(ctx, id),
    nextActions: actionsOf(ctx, row),
  };
}

const actionsOf = (ctx: Context, row: db.ListedFuneral) =>
  nextActions(funeralLifecycle, row.status, ctx.actor.role).map(each =>
    each.allowed && (each.action === 'grant' || each.action === 'refuse') && row.claimed_by === ctx.actor.accountId
      ? { ...each, allowed: false, disabledBecause: '申请由您提交，请另一位同事决定' }
      : each,
  );

type Asked = {
  status?: string | undefined;
  elderId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function readFunerals(ctx: Context, asked: Asked) {
  const filter = { status: asked.status ?? null, elderId: asked.elderId ?? null };
  const found = await db.listFunerals(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.offered_at, row.claim_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(rowOf), nextCursor, total: await db.countFunerals(ctx, filter) };
}
