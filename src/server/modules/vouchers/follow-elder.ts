import { areaName } from '#modules/areas/index.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { openDuty } from '#platform/lifecycle/advance.ts';
import { areaAt } from '#shared/area-codes.ts';
import { listActive } from './db-schemes.ts';
import * as db from './db-vouchers.ts';

export const CITY = '110000000000';

type Moved = { elderId: string; areaCode: string; movedOn: string };

/**
 * Reaction to elder.moved. Within the district the voucher goes along. Into another it ends on that day, for the district
 * that gave it pays no further, and the new one is asked to list who came; a move taken back gives it back.
 */
export function vouchersFollowElder(ctx: Context, { elderId, areaCode, movedOn }: Moved): Promise<void> {
  return asBatch(ctx, { areaCode: CITY, why: '服务券随人换辖区' }, async inner => {
    await db.moveVouchers(inner, { elderId, areaCode });
    const here = areaAt(areaCode, 'district');
    await db.reopenOf(inner, { elderId, cause: 'moved', payerCode: here });
    const note = `已迁往${areaName(here)}，由那里按自己的方案发`;
    const ended = await db.stopOf(inner, { elderId, on: movedOn, cause: 'moved', note }, here);
    if (ended > 0) await askToReplace(inner, { elderId, areaCode: here });
  });
}

/** The district the person came to is asked, where a scheme of its own names the person. */
async function askToReplace(ctx: Context, of: { elderId: string; areaCode: string }): Promise<void> {
  for (const scheme of await listActive(ctx, of.areaCode, ctx.today)) {
    if (!(await db.isNamed(ctx, scheme, { elderId: of.elderId, on: ctx.today }))) continue;
    await openDuty(
      ctx,
      { kind: 'voucher-scheme', id: scheme.scheme_id, areaCode: of.areaCode },
      {
        ...{ forRole: 'district', kindLabel: '服务券', actionLabel: '列补发名单', withinWorkingDays: 10 },
        ...{ title: `迁入的老人补发${scheme.name}`, reason: '原住区的服务券已停用，按本区的规则应发' },
        path: `/desk/vouchers/${scheme.scheme_id}`,
      },
    );
  }
}

type Gone = { elderId: string; on: string; cause: 'death' | 'move-out' };
const GONE = { death: '老人已去世', 'move-out': '老人已迁出本市' } as const;

/** Reactions to a death and a move out of the city. What was served until that day is still paid. */
export const endVouchersOf = (ctx: Context, { elderId, on, cause }: Gone): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: `${GONE[cause]}：服务券停用` }, async inner => {
    await db.stopOf(inner, { elderId, on, cause, note: GONE[cause] }, null);
  });

/** Reaction to elder.restored: the registration was a mistake. */
export const reviveVouchersOf = (ctx: Context, of: { elderId: string; after: Gone['cause'] }): Promise<void> =>
  asBatch(ctx, { areaCode: CITY, why: '更正：服务券恢复' }, inner =>
    db.reopenOf(inner, { elderId: of.elderId, cause: of.after, payerCode: null }),
  );
