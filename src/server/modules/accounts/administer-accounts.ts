import type { OpenAccountBody, PostBody } from '#contracts/account-administration.ts';
import { DomainError } from '#contracts/errors.ts';
import { ROLE_ORGANISATIONS } from '#contracts/organisations.ts';
import { ROLE_LABELS } from '#contracts/roles.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { isInArea } from '#shared/area-codes.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as found from './db/administration.ts';
import * as links from './db/links.ts';
import * as posts from './db/posts.ts';
import { postFault } from './rules.ts';

/** An account inside the administrator's area, not their own; every post of it must lie there to be changed. */
async function theirs(ctx: Context, id: string): Promise<found.AccountRow> {
  const account = await found.findAccount(ctx, id);
  if (!account) throw new DomainError('platform.not-found');
  if (id === ctx.actor.accountId) throw new DomainError('accounts.own-post');
  if (account.posts.some(post => !isInArea(post.area_code, ctx.actor.areaCode)))
    throw new DomainError('accounts.outside-area', '这个账号在您的辖区外还有岗位');
  return account;
}

/** Where the post works: an organisation's own area, or the one asked for; checked against role and administrator. */
async function placeOf(ctx: Context, post: PostBody): Promise<{ areaCode: string; organisationId: string | null }> {
  const wanted = ROLE_ORGANISATIONS[post.role];
  const organisation =
    wanted && post.organisationId ? await found.findOrganisation(ctx, post.organisationId) : undefined;
  const areaCode = organisation?.area_code ?? post.areaCode ?? '';
  const fault = postFault(post, { areaCode, organisation });
  if (fault) throw new DomainError('accounts.wrong-post', Object.values(fault)[0], fault);
  if (!isInArea(areaCode, ctx.actor.areaCode)) throw new DomainError('accounts.outside-area');
  return { areaCode, organisationId: organisation?.organisation_id ?? null };
}

/** One account with its first post; it cannot log in before its holder has set a password by a link. */
export async function openAccount(ctx: Context, form: OpenAccountBody): Promise<{ id: string }> {
  if (await found.findByLogin(ctx, form.login))
    throw new DomainError('accounts.login-taken', undefined, { login: '这个账号名已有人用，请换一个' });
  const id = newId();
  await posts.insertAccount(ctx, { id, login: form.login, name: form.name });
  await give(ctx, { id, name: form.name }, form);
  return { id };
}

export async function givePost(ctx: Context, id: string, post: PostBody): Promise<{ done: true }> {
  const account = await theirs(ctx, id);
  await give(ctx, { id, name: account.name }, post);
  return { done: true };
}

async function give(ctx: Context, to: { id: string; name: string }, post: PostBody): Promise<void> {
  const place = await placeOf(ctx, post);
  const { role, title, fromOn, toOn } = post;
  await posts.insertPost(ctx, {
    accountId: to.id,
    holderName: to.name,
    role,
    title,
    fromOn,
    toOn,
    elderId: null,
    ...place,
  });
  await record(ctx, {
    action: 'accounts.give-post',
    subject: { kind: 'account', id: to.id },
    areaCode: place.areaCode,
    note: `${to.name}，${ROLE_LABELS[role]}，${title}`,
    after: { role, title, fromOn, toOn, ...place },
  });
}

export async function endPost(ctx: Context, at: { id: string; postId: string }, toOn: string): Promise<{ done: true }> {
  const account = await theirs(ctx, at.id);
  const post = account.posts.find(one => one.post_id === at.postId);
  if (!post) throw new DomainError('platform.not-found');
  if (post.role === 'administrator') await anotherAdministrator(ctx, at.id);
  await posts.endPost(ctx, at.postId, toOn);
  await record(ctx, {
    action: 'accounts.end-post',
    subject: { kind: 'account', id: at.id },
    areaCode: post.area_code,
    note: `${account.name}，${ROLE_LABELS[post.role]}，到${dayWords(toOn)}`,
    before: { toOn: post.to_on },
    after: { toOn },
  });
  return { done: true };
}

async function anotherAdministrator(ctx: Context, id: string): Promise<void> {
  if (!(await posts.otherAdministrator(ctx, id))) throw new DomainError('accounts.last-administrator');
}

export async function giveLink(ctx: Context, id: string, token: string): Promise<{ expiresAt: string }> {
  const account = await theirs(ctx, id);
  const expiresAt = await links.insertLink(ctx, { accountId: id, token });
  await record(ctx, { action: 'accounts.give-link', subject: { kind: 'account', id }, note: account.name });
  return { expiresAt };
}

/** Takes effect with the next request of whoever is logged in: a suspended account has no live session. */
export async function suspendAccount(ctx: Context, id: string, reason: string): Promise<{ done: true }> {
  const account = await theirs(ctx, id);
  if (account.posts.some(post => post.role === 'administrator')) await anotherAdministrator(ctx, id);
  await posts.setSuspended(ctx, id, true);
  await record(ctx, {
    action: 'accounts.suspend',
    subject: { kind: 'account', id },
    note: `${account.name}：${reason}`,
  });
  return { done: true };
}

export async function restoreAccount(ctx: Context, id: string): Promise<{ done: true }> {
  const account = await theirs(ctx, id);
  await posts.setSuspended(ctx, id, false);
  await record(ctx, { action: 'accounts.restore', subject: { kind: 'account', id }, note: account.name });
  return { done: true };
}
