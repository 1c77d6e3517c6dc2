import type { z } from 'zod';
import { CONFIRM_WAY_LABELS, type confirmElders as endpoint } from '#contracts/elders/ledger.ts';
import { ELDER_STATUS_LABELS, type Elder } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { VISIT_METHOD_LABELS } from '#contracts/visits.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { lockElder } from './db/people.ts';
import { setConfirmed } from './db/upkeep.ts';

/** Why a record cannot be confirmed by a line; null = it can. */
function whyNot({ status }: Elder): string | null {
  if (status === 'registered') return '还没有入户核实，请打开档案办入户核实';
  return status === 'verified' || status === 'active' ? null : ELDER_STATUS_LABELS[status];
}

/** 已核实: one line of who, when and how in each record's history. Ids in order, so that two batches never wait for each other. */
export async function confirmElders(
  ctx: Context,
  { elderIds, way, note }: z.output<typeof endpoint.body>,
): Promise<OutputOf<typeof endpoint>> {
  const refused: OutputOf<typeof endpoint>['refused'] = [];
  for (const elderId of elderIds.toSorted()) {
    const elder = await lockElder(ctx, elderId);
    if (!elder) throw new DomainError('platform.not-found', '勾选的人里有的不在您的辖区，请刷新后再勾');
    const because = whyNot(elder);
    if (because) {
      refused.push({ elderId, name: elder.name, because });
      continue;
    }
    await setConfirmed(ctx, elderId, ctx.actor.name);
    await record(ctx, {
      action: 'elders.confirm',
      subject: { kind: 'elder', id: elderId },
      ...{ elderId, areaCode: elder.areaCode, after: { confirmedOn: ctx.today, way } },
      note: [CONFIRM_WAY_LABELS[way], note].filter(Boolean).join('，'),
    });
  }
  return { confirmed: elderIds.length - refused.length, refused };
}

type Visited = { elderId: string; areaCode: string; visitId: string; method: 'home' | 'phone'; reached: boolean };

/** Reaction to visit.recorded: somebody saw or heard the person today, so the record is confirmed; who has not been verified yet is not. */
export function confirmByVisit(ctx: Context, { elderId, areaCode, visitId, method, reached }: Visited): Promise<void> {
  if (!reached) return Promise.resolve();
  return asBatch(ctx, { areaCode, why: '探访到了：档案算核实过' }, async inner => {
    const elder = await lockElder(inner, elderId);
    if (!elder || whyNot(elder)) return;
    const how = `探访时${VISIT_METHOD_LABELS[method]}`;
    await setConfirmed(inner, elderId, `${inner.actor.name}，${how}`);
    await record(inner, {
      ...{ action: 'elders.confirm', subject: { kind: 'elder', id: elderId }, elderId, areaCode: elder.areaCode },
      ...{ after: { confirmedOn: inner.today, visitId }, note: how },
    });
  });
}
