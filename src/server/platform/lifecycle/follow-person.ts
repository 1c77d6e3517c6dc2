import { asBatch } from '../database/as-batch.ts';
import type { Context } from '../http/context.ts';

/** Tables of the platform that carry a person's id and the area that answers now. */
const FOLLOWING = ['lifecycle_steps', 'due_items', 'attachments'] as const;

/** Steps, duties and attachments of a person answer to another area from now on. */
export function followPerson(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  return asBatch(ctx, { areaCode: '110000000000', why: '步骤、待办和附件随人换辖区' }, async inner => {
    for (const table of FOLLOWING) {
      await inner.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
        to.elderId,
        to.areaCode,
      ]);
    }
  });
}
