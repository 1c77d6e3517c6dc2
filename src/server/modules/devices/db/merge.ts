import { DomainError } from '#contracts/errors.ts';
import type { Context } from '#platform/http/context.ts';
import { type Merge, takeOver } from '#platform/merges/take-over.ts';

/** Reaction to elder.merged: two meters on the wall are a fact no rule can settle; somebody takes one down first. */
export async function mergeDevices(ctx: Context, merge: Merge): Promise<void> {
  const { rows } = await ctx.client.query<{ serial: string }>(
    `select l.serial from devices l join devices s on s.kind = l.kind and s.elder_id = $1 and s.status <> 'removed'
     where l.elder_id = $2 and l.status <> 'removed'`,
    [merge.elderId, merge.fromElderId],
  );
  if (rows[0]) {
    const say = `两份档案各装着一只水表（其中一只编号 ${rows[0].serial}），请到家里核对后先拆除一只，再合并`;
    throw new DomainError('register-quality.not-now', say);
  }
  await takeOver(ctx, merge, [{ table: 'devices' }]);
}
