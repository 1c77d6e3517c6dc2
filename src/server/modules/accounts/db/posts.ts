import type { Role } from '#contracts/roles.ts';
import type { Context } from '#platform/http/context.ts';
import { newId } from '#shared/ids.ts';

export async function insertAccount(ctx: Context, made: { id: string; login: string; name: string }): Promise<void> {
  await ctx.db.insertInto('accounts').values({ account_id: made.id, login: made.login, name: made.name }).execute();
}

export type NewHeldPost = {
  accountId: string;
  holderName: string;
  role: Role;
  title: string;
  areaCode: string;
  organisationId: string | null;
  elderId: string | null;
  fromOn: string;
  toOn: string | null;
};

export async function insertPost(ctx: Context, post: NewHeldPost): Promise<string> {
  const postId = newId();
  await ctx.db
    .insertInto('posts')
    .values({
      post_id: postId,
      account_id: post.accountId,
      holder_name: post.holderName,
      role: post.role,
      title: post.title,
      area_code: post.areaCode,
      organisation_id: post.organisationId,
      elder_id: post.elderId,
      from_on: post.fromOn,
      to_on: post.toOn,
    })
    .execute();
  return postId;
}

export async function endPost(ctx: Context, postId: string, toOn: string): Promise<void> {
  await ctx.db.updateTable('posts').set({ to_on: toOn }).where('post_id', '=', postId).execute();
}

export async function setSuspended(ctx: Context, accountId: string, suspended: boolean): Promise<void> {
  const at = suspended ? new Date().toISOString() : null;
  await ctx.db.updateTable('accounts').set({ disabled_at: at }).where('account_id', '=', accountId).execute();
}

/** Whether somebody else can still log in as administrator of the whole city on `today` and later. */
export async function otherAdministrator(ctx: Context, accountId: string): Promise<boolean> {
  const { rows } = await ctx.client.query(
    `select 1 from posts p join accounts a using (account_id)
     where p.role = 'administrator' and p.area_code = '110000000000' and p.account_id <> $1 and p.from_on <= $2
       and p.to_on is null and a.disabled_at is null and a.password_hash is not null limit 1`,
    [accountId, ctx.today],
  );
  return rows.length > 0;
}

export type FamilyPost = {
  post_id: string;
  account_id: string;
  holder_name: string;
  role: 'elder' | 'family';
  title: string;
  from_on: string;
  to_on: string | null;
  guardian_from: string | null;
  guardian_evidence: string | null;
  guardian_asked_by: string | null;
  guardian_asked_name: string | null;
  guardian_confirmed_name: string | null;
};

/** Posts bound to one elder, under the caller's own row rules. */
export async function listFamilyPosts(ctx: Context, elderId: string): Promise<FamilyPost[]> {
  const { rows } = await ctx.client.query<FamilyPost>(
    `select post_id, account_id, holder_name, role, title, from_on, to_on, guardian_from, guardian_evidence, guardian_asked_by,
       guardian_asked_name, guardian_confirmed_name from posts
     where elder_id = $1 and role in ('elder', 'family') order by to_on is not null, from_on, post_id`,
    [elderId],
  );
  return rows;
}

/** Recorded by the actor, not yet in force; null takes everything back. */
export async function askGuardian(ctx: Context, postId: string, evidence: string | null): Promise<void> {
  const by = evidence ? { id: ctx.actor.accountId, name: ctx.actor.name } : { id: null, name: null };
  await ctx.db
    .updateTable('posts')
    .set({ guardian_evidence: evidence, guardian_asked_by: by.id, guardian_asked_name: by.name })
    .set({ guardian_from: null, guardian_confirmed_by: null, guardian_confirmed_name: null })
    .where('post_id', '=', postId)
    .execute();
}

/** In force from today, confirmed by the actor. */
export async function confirmGuardian(ctx: Context, postId: string): Promise<void> {
  const { accountId, name } = ctx.actor;
  await ctx.db
    .updateTable('posts')
    .set({ guardian_from: ctx.today, guardian_confirmed_by: accountId, guardian_confirmed_name: name })
    .where('post_id', '=', postId)
    .execute();
}

/** The community that answers for the elder; undefined outside the caller's reach. */
export async function areaOfElder(ctx: Context, elderId: string): Promise<string | undefined> {
  const { rows } = await ctx.client.query<{ area_code: string }>(
    'select area_code from elders_v_brief where elder_id = $1',
    [elderId],
  );
  return rows[0]?.area_code;
}

/** Posts of the account that are not bound to an elder; to be asked in the batch role. */
export async function hasOtherPosts(ctx: Context, accountId: string): Promise<boolean> {
  const { rows } = await ctx.client.query(
    "select 1 from posts where account_id = $1 and role not in ('elder', 'family') limit 1",
    [accountId],
  );
  return rows.length > 0;
}
