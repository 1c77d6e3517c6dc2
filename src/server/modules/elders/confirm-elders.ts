import type { z } from 'zod';
import { CONFIRM_WAY_LABELS, type confirmElders as endpoint } from '#contracts/elders/ledger.ts';
import { ELDER_STATUS_LABELS, type Elder } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
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
    await setConfirmed(ctx, elderId);
    await record(ctx, {
      action: 'elders.confirm',
      subject: { kind: 'elder', id: elderId },
      ...{ elderId, areaCode: elder.areaCode, after: { confirmedOn: ctx.today, way } },
      note: [CONFIRM_WAY_LABELS[way], note].filter(Boolean).join('，'),
    });
  }
  return { confirmed: elderIds.length - refused.length, refused };
}
