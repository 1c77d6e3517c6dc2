import type { Context } from '#platform/http/context.ts';

type Reveal = {
  elderId: string;
  revealId: string;
  areaCode: string;
  purpose: string;
  note?: string | undefined;
  fields: readonly string[];
  expiresAt: string;
};

export async function insertReveal(ctx: Context, reveal: Reveal): Promise<void> {
  await ctx.db
    .insertInto('elder_reveals')
    .values({
      elder_id: reveal.elderId,
      reveal_id: reveal.revealId,
      area_code: reveal.areaCode,
      account_id: ctx.actor.accountId,
      actor_name: ctx.actor.name,
      role: ctx.actor.role,
      purpose: reveal.purpose,
      note: reveal.note ?? null,
      fields: JSON.stringify(reveal.fields),
      at: ctx.now,
      expires_at: reveal.expiresAt,
    })
    .execute();
}

/** A reveal of the acting account; another account's is not found. */
export async function findReveal(ctx: Context, elderId: string, revealId: string) {
  const row = await ctx.db
    .selectFrom('elder_reveals')
    .select(['fields', 'expires_at'])
    .where('elder_id', '=', elderId)
    .where('reveal_id', '=', revealId)
    .where('account_id', '=', ctx.actor.accountId)
    .executeTakeFirst();
  return row && { fields: row.fields as string[], expiresAt: row.expires_at };
}
