import { DomainError } from '#contracts/errors.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { closeDuties } from '#platform/lifecycle/advance.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { findByLogin } from './db/administration.ts';
import { insertLink } from './db/links.ts';
import * as posts from './db/posts.ts';

type Form = { role: 'elder' | 'family'; login: string; name: string; title: string; token: string };

export async function areaOf(ctx: Context, elderId: string): Promise<string> {
  const areaCode = await posts.areaOfElder(ctx, elderId);
  if (!areaCode) throw new DomainError('platform.not-found');
  return areaCode;
}

/**
 * The community opens a login for the elder or a relative. Who has an account of that login and name already gets the
 * post on it and keeps the password; the link works only for a new account.
 */
export async function openFamilyLogin(ctx: Context, elderId: string, form: Form): Promise<{ linkWorks: boolean }> {
  const areaCode = await areaOf(ctx, elderId);
  const { role, login, name, title, token } = form;
  return asBatch(ctx, { areaCode, why: '给老人或家属开账号' }, async inner => {
    const known = await findByLogin(inner, login);
    if (known && known.name !== name)
      throw new DomainError('accounts.login-taken', undefined, { login: '这个账号名已有人用，请换一个' });
    const accountId = known?.account_id ?? newId();
    if (!known) {
      await posts.insertAccount(inner, { id: accountId, login, name });
      await insertLink(inner, { accountId, token });
    }
    const rest = { elderId, areaCode, organisationId: null, fromOn: ctx.today, toOn: null };
    await posts.insertPost(inner, { accountId, holderName: name, role, title, ...rest });
    await record(ctx, {
      action: 'accounts.open-family-login',
      subject: { kind: 'account', id: accountId },
      elderId,
      areaCode,
      note: `${name}（${title}）`,
    });
    return { linkWorks: !known };
  });
}

export async function postOf(ctx: Context, at: { elderId: string; postId: string }): Promise<posts.FamilyPost> {
  const post = (await posts.listFamilyPosts(ctx, at.elderId)).find(one => one.post_id === at.postId);
  if (!post) throw new DomainError('platform.not-found');
  return post;
}

/** A forgotten password of someone who is only family; an official's account is not reset from an elder's file. */
export async function renewFamilyLink(
  ctx: Context,
  at: { elderId: string; postId: string },
  token: string,
): Promise<{ expiresAt: string }> {
  const areaCode = await areaOf(ctx, at.elderId);
  const post = await postOf(ctx, at);
  return asBatch(
    ctx,
    { areaCode: '110000000000', why: '给家属重设密码的链接，先看此账号有没有别的岗位' },
    async inner => {
      if (await posts.hasOtherPosts(inner, post.account_id)) throw new DomainError('accounts.ask-administrator');
      const expiresAt = await insertLink(inner, { accountId: post.account_id, token });
      const subject = { kind: 'account', id: post.account_id };
      await record(ctx, { action: 'accounts.renew-family-link', subject, elderId: at.elderId, areaCode });
      return { expiresAt };
    },
  );
}

/** From now on this login does not lead to this elder; the account stays for its other posts. */
export async function endFamilyLogin(ctx: Context, at: { elderId: string; postId: string }): Promise<{ done: true }> {
  const areaCode = await areaOf(ctx, at.elderId);
  const post = await postOf(ctx, at);
  const yesterday = addDays(ctx.today, -1);
  await asBatch(ctx, { areaCode, why: '停掉老人或家属的账号' }, inner => posts.endPost(inner, at.postId, yesterday));
  await closeDuties(ctx, at.postId);
  await record(ctx, {
    action: 'accounts.end-family-login',
    subject: { kind: 'account', id: post.account_id },
    elderId: at.elderId,
    areaCode,
    note: `${post.holder_name}（${post.title}）`,
  });
  return { done: true };
}
