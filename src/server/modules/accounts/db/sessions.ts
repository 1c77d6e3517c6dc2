import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Role } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export type SessionRow = {
  session_id: string;
  account_id: string;
  login: string;
  name: string;
  post_id: string;
  role: Role;
  title: string;
  area_code: string;
  organisation_id: string | null;
  elder_id: string | null;
  last_seen_at: string;
  expires_at: string;
  permissions: string[];
};

/** Live session of a token; the only query that runs before a scope is known. */
export async function findSession(pool: pg.Pool, token: string, today: string): Promise<SessionRow | undefined> {
  const sql = 'select * from accounts_session($1, $2)';
  const { rows } = await pool.query<SessionRow>({
    name: 'accounts_session',
    text: sql,
    values: [hashToken(token), today],
  });
  return rows[0];
}

export type Candidate = { account_id: string; name: string; password_hash: string | null; disabled: boolean };

export async function findLoginCandidate(ctx: Context, login: string): Promise<Candidate | undefined> {
  const { rows } = await ctx.client.query<Candidate>('select * from accounts_login_candidate($1)', [login]);
  return rows[0];
}

export type OwnPost = {
  post_id: string;
  role: Role;
  title: string;
  area_code: string;
  organisation_id: string | null;
  organisation_name: string | null;
  elder_id: string | null;
  from_on: string;
  to_on: string | null;
};

/** Posts of the account that the running transaction acts for, in force on `today`. */
export async function listOwnPosts(ctx: Context): Promise<OwnPost[]> {
  const { rows } = await ctx.client.query<OwnPost>('select * from accounts_own_posts()');
  return rows.filter(post => post.from_on <= ctx.today && (post.to_on === null || post.to_on >= ctx.today));
}

export async function findLock(ctx: Context, who: { login: string; address: string }): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('login_failures')
    .select('locked_until')
    .where('login', '=', who.login)
    .where('address', '=', who.address)
    .executeTakeFirst();
  const until = row?.locked_until;
  return until && until > new Date().toISOString() ? until : undefined;
}

/** Counts one failure for this login from this address; the fifth within 15 minutes locks that pair for 15 minutes. */
export async function countFailure(ctx: Context, who: { login: string; address: string }): Promise<void> {
  await ctx.client.query(
    `insert into login_failures as f (login, address, failures, last_at) values ($1, $2, 1, now())
     on conflict (login, address) do update set
       failures = case when f.last_at < now() - interval '15 minutes' then 1 else f.failures + 1 end,
       locked_until = case when f.last_at >= now() - interval '15 minutes' and f.failures + 1 >= 5 then now() + interval '15 minutes' end,
       last_at = now()`,
    [who.login, who.address],
  );
}

export async function clearFailures(ctx: Context, who: { login: string; address: string }): Promise<void> {
  await ctx.db.deleteFrom('login_failures').where('login', '=', who.login).where('address', '=', who.address).execute();
}

export type NewSession = {
  sessionId: string;
  token: string;
  accountId: string;
  postId: string;
  device: string;
  address: string;
  hours: number;
};

export async function insertSession(ctx: Context, session: NewSession): Promise<string> {
  const { rows } = await ctx.client.query<{ expires_at: string }>(
    `insert into sessions (session_id, token_hash, account_id, post_id, device, address, expires_at)
     values ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7)) returning expires_at`,
    [
      session.sessionId,
      hashToken(session.token),
      session.accountId,
      session.postId,
      session.device,
      session.address,
      session.hours,
    ],
  );
  return rows[0]?.expires_at ?? '';
}

export async function listLiveSessions(ctx: Context) {
  return ctx.db
    .selectFrom('sessions')
    .select(['session_id', 'device', 'address', 'started_at', 'last_seen_at', 'expires_at'])
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('last_seen_at', 'desc')
    .execute();
}

export async function endSession(ctx: Context, sessionId: string): Promise<boolean> {
  const result = await ctx.db
    .updateTable('sessions')
    .set({ ended_at: new Date().toISOString() })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function endOtherSessions(ctx: Context): Promise<void> {
  await ctx.db
    .updateTable('sessions')
    .set({ ended_at: new Date().toISOString() })
    .where('session_id', '!=', ctx.actor.sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

export async function setSessionPost(ctx: Context, postId: string): Promise<void> {
  await ctx.db.updateTable('sessions').set({ post_id: postId }).where('session_id', '=', ctx.actor.sessionId).execute();
}

export async function touchSession(ctx: Context): Promise<void> {
  await ctx.client.query('update sessions set last_seen_at = now() where session_id = $1', [ctx.actor.sessionId]);
}

export async function readOwnPasswordHash(ctx: Context): Promise<string | null> {
  const { rows } = await ctx.client.query<{ hash: string | null }>('select accounts_own_password_hash() as hash');
  return rows[0]?.hash ?? null;
}

export const setOwnPassword = (ctx: Context, hash: string) =>
  ctx.client.query('select accounts_set_own_password($1)', [hash]);

export type DemoLoginRow = { login: string; password: string; name: string; role: Role; title: string };

export async function listDemoLogins(ctx: Pick<Context, 'client'>): Promise<DemoLoginRow[]> {
  const { rows } = await ctx.client.query<DemoLoginRow>('select * from accounts_demo_logins()');
  return rows;
}

export async function setBusinessDate(ctx: Context, date: string): Promise<void> {
  await ctx.client.query('update site_clock set business_date = $1, moved_at = now(), moved_by = $2', [
    date,
    ctx.actor.accountId,
  ]);
}

/** Reaction to elder.moved: rows of the person answer to the new area; where something happened stays. */
export async function moveRows(ctx: Context, to: { elderId: string; areaCode: string }): Promise<void> {
  for (const table of ['posts'])
    await ctx.client.query(`update ${table} set area_code = $2 where elder_id = $1 and area_code <> $2`, [
      to.elderId,
      to.areaCode,
    ]);
}
