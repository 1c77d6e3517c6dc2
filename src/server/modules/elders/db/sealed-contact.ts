import type { Context } from '#platform/http/context.ts';
import { open } from '#platform/secrets/seal.ts';
import type { Sealed } from '../prepare-people.ts';

/** Door and phone of one person for a service order; null out of the actor's reach. The caller audits and re-seals. */
export async function contactForService(
  ctx: Context,
  elderId: string,
): Promise<{ door: string | null; phone: string | null } | null> {
  const row = await ctx.db
    .selectFrom('elder_sealed')
    .select('sealed')
    .where('elder_id', '=', elderId)
    .executeTakeFirst();
  if (!row) return null;
  const { door, phone } = open(ctx.keys, { table: 'elder_sealed', elderId }, row.sealed) as Sealed;
  return { door, phone };
}
