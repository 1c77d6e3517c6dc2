import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { moveAccount } from './db/accounts.ts';
import { moveRows } from './db/settle-lines.ts';

/** Settle lines and the account follow the person; payment lines stay with the district that paid them. */
export const paymentsFollowElder = (ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> =>
  asBatch(ctx, { areaCode: '110000000000', why: '结算行和收款账户随人换辖区' }, async inner => {
    await moveRows(inner, event);
    await moveAccount(inner, event);
  });
