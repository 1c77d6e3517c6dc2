import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { login } from '#contracts/accounts.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { DomainError } from '#contracts/errors.ts';
import { ROLE_WAYS } from '#contracts/roles.ts';
import { record } from '#platform/audit/record.ts';
import { underScope } from '#platform/database/transaction.ts';
import type { Context } from '#platform/http/context.ts';
import { CommittedRefusal } from '#platform/http/error-answer.ts';
import type { Peer } from '#platform/http/serve.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db/sessions.ts';
import { SESSION_HOURS } from './rules.ts';
import { sessionAnswer } from './session-answer.ts';

type Form = { login: string; password: string; remember: boolean };

/** A hash of nothing: an unknown login costs the same time as a wrong password. */
const DECOY = await hash(randomBytes(16).toString('hex'));

/**
 * Checks the password and opens a session. Failures are counted per login and address, so that somebody who types
 * a duty desk's login wrongly from elsewhere cannot lock the desk out.
 */
export async function logIn(ctx: Context, form: Form, peer: Peer): Promise<OutputOf<typeof login>> {
  const who = { login: form.login, address: peer.address };
  if (await db.findLock(ctx, who)) throw new DomainError('accounts.locked');
  const candidate = await db.findLoginCandidate(ctx, form.login);
  const right = await verify(candidate?.password_hash ?? DECOY, form.password);
  if (!candidate?.password_hash || !right) {
    await db.countFailure(ctx, who);
    throw new CommittedRefusal('accounts.wrong-password');
  }
  if (candidate.disabled) throw new DomainError('accounts.suspended');
  await db.clearFailures(ctx, who);
  const scope = { ...ctx.scope, accountId: candidate.account_id };
  return underScope(ctx, { inner: scope, outer: ctx.scope }, () => openSession(ctx, { candidate, form, peer }));
}

type Opening = { candidate: db.Candidate; form: Form; peer: Peer };

async function openSession(ctx: Context, { candidate, form, peer }: Opening) {
  const posts = await db.listOwnPosts(ctx);
  const post = posts[0];
  if (!post) throw new DomainError('accounts.no-post');
  const token = randomBytes(32).toString('base64url');
  const sessionId = newId();
  const hours = form.remember ? SESSION_HOURS.remembered : SESSION_HOURS.day;
  const { account_id: accountId, name } = candidate;
  const session = {
    sessionId,
    token,
    accountId,
    postId: post.post_id,
    device: peer.device,
    address: peer.address,
    hours,
  };
  const expiresAt = await db.insertSession(ctx, session);
  const actor = {
    ...ctx.actor,
    accountId,
    name,
    postId: post.post_id,
    role: post.role,
    way: ROLE_WAYS[post.role],
    login: form.login,
  };
  const acting = { ...ctx, actor };
  await record(acting, {
    action: 'accounts.login',
    subject: { kind: 'session', id: sessionId },
    areaCode: post.area_code,
  });
  ctx.recorded.count += 1;
  peer.setCookie(token, form.remember ? 7 : undefined);
  return sessionAnswer(acting, { posts, postId: post.post_id, expiresAt });
}
