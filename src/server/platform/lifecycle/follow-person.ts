import { asBatch } from '../database/as-batch.ts';
import type { Context } from '../http/context.ts';
import { type Merge, takeOver } from '../merges/take-over.ts';

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

/** Reaction to elder.merged: one timeline, duties that concerned the former record itself are closed. */
export async function joinPerson(ctx: Context, merge: Merge): Promise<void> {
  const { fromElderId } = merge;
  await ctx.client.query(
    "update due_items set closed_at = $2 where elder_id = $1 and subject_kind = 'elder' and closed_at is null",
    [fromElderId, ctx.now],
  );
  await takeOver(ctx, merge, [
    { table: 'lifecycle_steps' },
    { table: 'due_items', set: 'path = replace(path, $2::uuid::text, $1::uuid::text)' },
    {
      table: 'attachments',
      set: "owner_id = case when owner_kind = 'elder' and owner_id = $2 then $1 else owner_id end",
    },
  ]);
}
