import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';
import { hashToken } from './sessions.ts';

/** Hours a one-time link works; designDefault. */
export const LINK_HOURS = 72;

/** The former links of the account stop working; only the hash of the token is kept. Answers until when it works. */
export async function insertLink(ctx: Context, link: { accountId: string; token: string }): Promise<string> {
  await ctx.client.query(
    'update account_links set revoked_at = now() where account_id = $1 and used_at is null and revoked_at is null',
    [link.accountId],
  );
  const { rows } = await ctx.client.query<{ expires_at: string }>(
    `insert into account_links (link_id, account_id, token_hash, made_by, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(hours => $5)) returning expires_at`,
    [newId(), link.accountId, hashToken(link.token), ctx.actor.accountId, LINK_HOURS],
  );
  return rows[0]?.expires_at ?? '';
}

export async function findLink(ctx: Context, accountId: string) {
  const { rows } = await ctx.client.query<{ made_at: string; expires_at: string }>(
    `select made_at, expires_at from account_links
     where account_id = $1 and used_at is null and revoked_at is null and expires_at > now() order by made_at desc limit 1`,
    [accountId],
  );
  return rows[0] ? { madeAt: rows[0].made_at, expiresAt: rows[0].expires_at } : null;
}

/** The login whose password is now set, or undefined when the token is unknown, used, revoked or too old. */
export async function claimLink(ctx: Context, set: { token: string; passwordHash: string }) {
  const { rows } = await ctx.client.query<{ login: string | null }>('select accounts_claim_link($1, $2) as login', [
    hashToken(set.token),
    set.passwordHash,
  ]);
  return rows[0]?.login ?? undefined;
}
